import { generateKeyPairSync, sign } from 'node:crypto';
import { afterEach, describe, expect, test } from '@jest/globals';
import { USUAL_FEES } from '../../../sandbox/binance/index.ts';
import type { RunningExchange } from '../../../sandbox/binance/index.ts';
import { connect, control, open, rest, signed, startQuiet, until } from './client.ts';
import type { Frame } from './client.ts';

let running: RunningExchange | null = null;

afterEach(async () => {
  await running?.stop();
  running = null;
});

async function start(options: Parameters<typeof startQuiet>[0] = {}): Promise<RunningExchange> {
  running = await startQuiet(options);
  return running;
}

const LIMIT_BUY = {
  symbol: 'BTCUSDT',
  side: 'BUY',
  type: 'LIMIT',
  timeInForce: 'GTC',
  price: '23416.10',
  quantity: '0.00847',
  newClientOrderId: 'abc-1',
};

describe('the WS API', () => {
  test('a FULL answer has the documented fields in the documented order', async () => {
    const exchange = await start();
    await control(exchange, 'POST /control/book', {
      symbol: 'BTCUSDT',
      bids: [],
      asks: [
        ['23416.10', '0.00635'],
        ['23416.50', '0.00212'],
      ],
    });
    const client = await connect(exchange);
    const answer = await client.call('order.place', { ...LIMIT_BUY, price: '23416.50' });
    expect(Object.keys(answer)).toEqual(['id', 'status', 'result', 'rateLimits']);
    // web-socket-api.md, "Place new order", FULL.
    expect(Object.keys(answer['result'])).toEqual([
      'symbol',
      'orderId',
      'orderListId',
      'clientOrderId',
      'transactTime',
      'price',
      'origQty',
      'executedQty',
      'origQuoteOrderQty',
      'cummulativeQuoteQty',
      'status',
      'timeInForce',
      'type',
      'side',
      'workingTime',
      'fills',
      'selfTradePreventionMode',
    ]);
    // 0.00635 * 23416.10 + 0.00212 * 23416.50, as in the sample.
    expect(answer['result']).toMatchObject({
      status: 'FILLED',
      executedQty: '0.00847000',
      cummulativeQuoteQty: '198.33521500',
      clientOrderId: 'abc-1',
    });
    expect(answer['result'].fills.map((fill: Frame) => [fill['price'], fill['qty']])).toEqual([
      ['23416.10000000', '0.00635000'],
      ['23416.50000000', '0.00212000'],
    ]);
    expect(answer['rateLimits'].map((limit: Frame) => limit['rateLimitType'])).toEqual([
      'ORDERS',
      'ORDERS',
      'REQUEST_WEIGHT',
    ]);
  });

  test('ACK and RESULT leave out what they are documented to leave out', async () => {
    const client = await connect(await start());
    const ack = await client.call('order.place', { ...LIMIT_BUY, newOrderRespType: 'ACK' });
    expect(Object.keys(ack['result'])).toEqual([
      'symbol',
      'orderId',
      'orderListId',
      'clientOrderId',
      'transactTime',
    ]);
    const result = await client.call('order.place', {
      ...LIMIT_BUY,
      newClientOrderId: 'abc-2',
      newOrderRespType: 'RESULT',
    });
    expect(result['result'].fills).toBeUndefined();
    expect(result['result'].status).toBe('NEW');
  });

  test('an executionReport has the fields of the documented sample in their order', async () => {
    const client = await connect(await start());
    expect((await client.call('userDataStream.subscribe.signature'))['result']).toEqual({
      subscriptionId: 0,
    });
    await client.call('order.place', LIMIT_BUY);
    await until(() => client.events.length === 2);
    const [report, position] = client.events;
    // user-data-stream.md, "Order Update".
    expect(Object.keys(report?.['event']).join('')).toBe('eEscSofqpPFgCxXrilzLnNTtIwmMOZYQWV');
    expect(report).toMatchObject({
      subscriptionId: 0,
      event: {
        e: 'executionReport',
        s: 'BTCUSDT',
        c: 'abc-1',
        C: '',
        x: 'NEW',
        X: 'NEW',
        t: -1,
        w: true,
        n: '0',
        N: null,
      },
    });
    expect(position?.['event']).toMatchObject({
      e: 'outboundAccountPosition',
      B: [
        { a: 'BTC', f: '100.00000000', l: '0.00000000' },
        { a: 'USDT', f: '999801.66563300', l: '198.33436700' },
      ],
    });
  });

  test('the events of a request come after its answer', async () => {
    const client = await connect(await start());
    await client.call('userDataStream.subscribe.signature');
    await client.call('order.place', LIMIT_BUY);
    await until(() => client.events.length === 2);
    expect(client.raw.map((frame) => frame.slice(0, 5))).toEqual([
      '{"id"',
      '{"id"',
      '{"sub',
      '{"sub',
    ]);
  });

  test('on CANCELED c is a new id and C the one that was placed; both ids still find the order', async () => {
    const client = await connect(await start());
    await client.call('userDataStream.subscribe.signature');
    await client.call('order.place', LIMIT_BUY);
    const canceled = await client.call('order.cancel', {
      symbol: 'BTCUSDT',
      origClientOrderId: 'abc-1',
      newClientOrderId: 'gone-1',
    });
    expect(canceled['result']).toMatchObject({
      status: 'CANCELED',
      origClientOrderId: 'abc-1',
      clientOrderId: 'gone-1',
    });
    await until(() => client.events.length === 4);
    expect(client.events[2]?.['event']).toMatchObject({
      x: 'CANCELED',
      X: 'CANCELED',
      c: 'gone-1',
      C: 'abc-1',
    });
    for (const origClientOrderId of ['abc-1', 'gone-1']) {
      const found = await client.call('order.status', { symbol: 'BTCUSDT', origClientOrderId });
      expect(found['result']).toMatchObject({ status: 'CANCELED' });
    }
  });

  test.each([
    ['order.status', { symbol: 'BTCUSDT', origClientOrderId: 'none' }, 400, -2013],
    ['order.cancel', { symbol: 'BTCUSDT', origClientOrderId: 'none' }, 400, -2011],
    ['order.cancel', { symbol: 'BTCUSDT' }, 400, -1102],
    ['order.place', { ...LIMIT_BUY, symbol: 'NOPE' }, 400, -1121],
    ['order.place', { ...LIMIT_BUY, side: 'LONG' }, 400, -1117],
    ['order.place', { ...LIMIT_BUY, type: 'FUNNY' }, 400, -1116],
    ['order.place', { ...LIMIT_BUY, timeInForce: 'GTD' }, 400, -1115],
    ['order.place', { ...LIMIT_BUY, price: '1e5' }, 400, -1100],
    ['order.place', { ...LIMIT_BUY, price: '-1' }, 400, -1100],
    ['order.place', { ...LIMIT_BUY, price: '1.000000001' }, 400, -1111],
    ['order.place', { ...LIMIT_BUY, price: '23416.101' }, 400, -1013],
    ['order.place', { ...LIMIT_BUY, quantity: undefined }, 400, -1102],
    ['order.place', { ...LIMIT_BUY, newClientOrderId: 'a b' }, 400, -1100],
    ['order.place', { ...LIMIT_BUY, newClientOrderId: 'a'.repeat(37) }, 400, -1100],
    ['order.place', { ...LIMIT_BUY, quantity: '9000' }, 400, -2010],
    ['order.place', { ...LIMIT_BUY, icebergQty: '0.001' }, 400, -2010],
    ['allOrders', { symbol: 'BTCUSDT', startTime: 0, endTime: 86_400_001 }, 400, -1127],
    ['no.such.method', {}, 400, -1100],
  ])('%s with %j answers %i with its code', async (method, params, status, code) => {
    const client = await connect(await start());
    const said = Object.fromEntries(
      Object.entries(params).filter(([, value]) => value !== undefined),
    );
    const answer = await client.call(method, said);
    expect([answer['status'], answer['error']?.code]).toEqual([status, code]);
  });

  test('a frame that is no request is answered, and the connection lives on', async () => {
    const client = await connect(await start());
    for (const frame of ['{', '[]', '{"id":1}', '{"id":{},"method":"ping"}']) client.send(frame);
    await until(() => client.events.length === 4);
    expect(client.events.every((event) => event['error']?.code === -1135)).toBe(true);
    expect((await client.call('ping'))['result']).toEqual({});
  });

  test('a frame over the bound closes the connection alone', async () => {
    const exchange = await start();
    const [big, other] = [await connect(exchange), await connect(exchange)];
    const closed = new Promise((resolve) => big.socket.once('close', resolve));
    big.send(`"${'x'.repeat(70_000)}"`);
    expect(await closed).toBe(1009);
    expect((await other.call('ping'))['status']).toBe(200);
  });

  test('session.logon takes an Ed25519 key, after which requests need only a timestamp', async () => {
    const { publicKey, privateKey } = generateKeyPairSync('ed25519');
    const publicKeyPem = publicKey.export({ type: 'spki', format: 'pem' }).toString();
    const exchange = await start({
      accounts: [
        {
          name: 'bob',
          balances: { USDT: '1000' },
          fees: USUAL_FEES,
          keys: [{ type: 'Ed25519', apiKey: 'bob', publicKeyPem }],
        },
      ],
    });
    const client = await connect(exchange);
    const timestamp = Date.now();
    const signature = sign(
      null,
      Buffer.from(`apiKey=bob&timestamp=${timestamp}`),
      privateKey,
    ).toString('base64');
    const ask = (id: string, method: string, params: Frame): void =>
      client.send(JSON.stringify({ id, method, params }));
    ask('early', 'account.status', { timestamp });
    ask('logon', 'session.logon', { apiKey: 'bob', timestamp, signature });
    ask('sub', 'userDataStream.subscribe', {});
    ask('late', 'account.status', {});
    ask('good', 'account.status', { timestamp });
    ask('out', 'session.logout', {});
    ask('after', 'account.status', { timestamp });
    await until(() => client.events.length === 8);
    const seen = client.events.map((event) => [event['id'], event['status'], event['error']?.code]);
    expect(seen).toEqual([
      ['early', 401, -2014],
      ['logon', 200, undefined],
      ['sub', 200, undefined],
      ['late', 400, -1102],
      ['good', 200, undefined],
      ['out', 200, undefined],
      ['after', 401, -2014],
      [undefined, undefined, undefined],
    ]);
    expect(client.events[1]?.['result']).toMatchObject({
      apiKey: 'bob',
      returnRateLimits: true,
      userDataStream: false,
    });
    expect(client.events[7]?.['event'].e).toBe('eventStreamTerminated');
  });

  test('a session whose key is taken back is told so on its next request, and hears no more events', async () => {
    const { publicKey, privateKey } = generateKeyPairSync('ed25519');
    const publicKeyPem = publicKey.export({ type: 'spki', format: 'pem' }).toString();
    const exchange = await start({
      accounts: [
        {
          name: 'bob',
          balances: { USDT: '1000' },
          fees: USUAL_FEES,
          keys: [{ type: 'Ed25519', apiKey: 'bob', publicKeyPem }],
        },
      ],
    });
    const client = await connect(exchange);
    const timestamp = Date.now();
    const payload = Buffer.from(`apiKey=bob&timestamp=${timestamp}`);
    const signature = sign(null, payload, privateKey).toString('base64');
    const ask = (id: string, method: string, params: Frame): void =>
      client.send(JSON.stringify({ id, method, params }));
    ask('logon', 'session.logon', { apiKey: 'bob', timestamp, signature });
    ask('sub', 'userDataStream.subscribe', {});
    await until(() => client.events.length === 2);
    await control(exchange, 'POST /control/revoke', { apiKey: 'bob' });
    ask('next', 'account.status', { timestamp });
    await until(() => client.events.length === 4);
    expect(client.events[2]).toMatchObject({ id: null, status: 401, error: { code: -2015 } });
    expect(client.events[3]).toMatchObject({ event: { e: 'eventStreamTerminated' } });
  });

  test('session.logon refuses an HMAC key', async () => {
    const client = await connect(await start());
    expect((await client.call('session.logon'))['error']).toMatchObject({ code: -4056 });
  });

  test('returnRateLimits=false leaves the rate limits out', async () => {
    const client = await connect(await start(), '?returnRateLimits=false');
    expect((await client.call('ping'))['rateLimits']).toBeUndefined();
    expect((await client.call('ping', { returnRateLimits: true }))['rateLimits']).toHaveLength(1);
  });

  test('order.test checks an order and places none', async () => {
    const exchange = await start();
    const client = await connect(exchange);
    expect((await client.call('order.test', LIMIT_BUY))['result']).toEqual({});
    expect((await client.call('order.test', { ...LIMIT_BUY, price: '0.001' }))['error'].code).toBe(
      -1013,
    );
    expect((await client.call('openOrders.status'))['result']).toEqual([]);
  });

  test('cancelReplace tells which half was done', async () => {
    const client = await connect(await start());
    const replace = {
      ...LIMIT_BUY,
      cancelReplaceMode: 'STOP_ON_FAILURE',
      newClientOrderId: 'abc-2',
      cancelOrigClientOrderId: 'abc-1',
    };
    const none = await client.call('order.cancelReplace', replace);
    expect([none['status'], none['error'].code, none['error'].data.newOrderResult]).toEqual([
      400,
      -2022,
      'NOT_ATTEMPTED',
    ]);
    await client.call('order.place', LIMIT_BUY);
    const both = await client.call('order.cancelReplace', replace);
    expect([both['status'], both['result'].cancelResult, both['result'].newOrderResult]).toEqual([
      200,
      'SUCCESS',
      'SUCCESS',
    ]);
    const half = await client.call('order.cancelReplace', {
      ...replace,
      cancelOrigClientOrderId: 'abc-2',
      newClientOrderId: 'abc-3',
      quantity: '1000',
    });
    expect([half['status'], half['error'].code, half['error'].data.newOrderResult]).toEqual([
      409,
      -2021,
      'FAILURE',
    ]);
    expect((await client.call('openOrders.status'))['result']).toEqual([]);
  });

  test('amending reports REPLACED and keeps the order id', async () => {
    const client = await connect(await start());
    await client.call('userDataStream.subscribe.signature');
    const placed = await client.call('order.place', { ...LIMIT_BUY, quantity: '5' });
    const amended = await client.call('order.amend.keepPriority', {
      symbol: 'BTCUSDT',
      origClientOrderId: 'abc-1',
      newQty: '2',
      newClientOrderId: 'abc-2',
    });
    expect(amended['result'].amendedOrder).toMatchObject({
      orderId: placed['result'].orderId,
      qty: '2.00000000',
      clientOrderId: 'abc-2',
    });
    await until(() => client.events.length === 4);
    expect(client.events[2]?.['event']).toMatchObject({
      x: 'REPLACED',
      X: 'NEW',
      q: '2.00000000',
      c: 'abc-2',
      C: 'abc-1',
    });
  });

  test('openOrders.cancelAll ends all open orders of the symbol', async () => {
    const client = await connect(await start());
    for (const newClientOrderId of ['a', 'b'])
      await client.call('order.place', { ...LIMIT_BUY, newClientOrderId });
    await client.call('order.place', {
      ...LIMIT_BUY,
      symbol: 'ETHUSDT',
      quantity: '1',
      price: '100',
    });
    expect(
      (await client.call('openOrders.cancelAll', { symbol: 'BTCUSDT' }))['result'],
    ).toHaveLength(2);
    expect((await client.call('openOrders.status'))['result']).toHaveLength(1);
  });

  test('myTrades gives trades from an id on, inclusive', async () => {
    const exchange = await start();
    const client = await connect(exchange);
    await client.call('order.place', { ...LIMIT_BUY, quantity: '1' });
    for (let i = 0; i < 3; i += 1) {
      await control(exchange, 'POST /control/trade', {
        symbol: 'BTCUSDT',
        side: 'SELL',
        quantity: '0.1',
      });
    }
    const all = (await client.call('myTrades', { symbol: 'BTCUSDT' }))['result'];
    expect(all).toHaveLength(3);
    expect(
      (await client.call('myTrades', { symbol: 'BTCUSDT', fromId: all[1].id }))['result'],
    ).toEqual(all.slice(1));
    expect(Object.keys(all[0])).toEqual([
      'symbol',
      'id',
      'orderId',
      'orderListId',
      'price',
      'qty',
      'quoteQty',
      'commission',
      'commissionAsset',
      'time',
      'isBuyer',
      'isMaker',
      'isBestMatch',
    ]);
  });
});

describe('limits', () => {
  test("orders over the account's count are refused with 429, -1015 and the time to come again", async () => {
    const client = await connect(
      await start({
        limits: { requestWeightPerMinute: 6_000, ordersPer10Seconds: 2, ordersPerDay: 100 },
      }),
    );
    const place = (id: string): Promise<Frame> =>
      client.call('order.place', { ...LIMIT_BUY, newClientOrderId: id });
    await place('a');
    await place('b');
    const third = await place('c');
    expect([third['status'], third['error'].code]).toEqual([429, -1015]);
    expect(third['error'].data.retryAfter % 10_000).toBe(0);
    const counts = await client.call('account.rateLimits.orders');
    expect(counts['result'].map((limit: Frame) => limit['count'])).toEqual([2, 2]);
  });

  test('the first fill of an order gives its count back', async () => {
    const exchange = await start();
    const client = await connect(exchange);
    await client.call('order.place', { ...LIMIT_BUY, quantity: '1' });
    for (let i = 0; i < 2; i += 1) {
      await control(exchange, 'POST /control/trade', {
        symbol: 'BTCUSDT',
        side: 'SELL',
        quantity: '0.1',
      });
    }
    const counts = await client.call('account.rateLimits.orders');
    expect(counts['result'].map((limit: Frame) => limit['count'])).toEqual([0, 0]);
  });

  test('request weight over the limit is refused with 429 and Retry-After', async () => {
    const exchange = await start({
      limits: { requestWeightPerMinute: 50, ordersPer10Seconds: 10, ordersPerDay: 10 },
    });
    const answers = [];
    for (let i = 0; i < 4; i += 1) answers.push(await rest(exchange, 'GET /api/v3/account'));
    expect(answers.map((answer) => answer.status)).toEqual([200, 200, 429, 429]);
    expect(Number(answers[2]?.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(answers[2]?.body.code).toBe(-1003);
  });
});

describe('REST', () => {
  test('an order placed, found and cancelled over REST is the same order over the WS API', async () => {
    const exchange = await start();
    const client = await connect(exchange);
    const placed = await rest(exchange, 'POST /api/v3/order', LIMIT_BUY);
    expect([placed.status, placed.body.status]).toEqual([200, 'NEW']);
    const found = await client.call('order.status', {
      symbol: 'BTCUSDT',
      orderId: placed.body.orderId,
    });
    expect(found['result']).toEqual(
      (await rest(exchange, 'GET /api/v3/order', { symbol: 'BTCUSDT', origClientOrderId: 'abc-1' }))
        .body,
    );
    const canceled = await rest(exchange, 'DELETE /api/v3/order', {
      symbol: 'BTCUSDT',
      orderId: String(placed.body.orderId),
    });
    expect(canceled.body.status).toBe('CANCELED');
    expect((await rest(exchange, 'GET /api/v3/openOrders')).body).toEqual([]);
  });

  test('an unknown path is 404, a wrong key 401', async () => {
    const exchange = await start();
    expect((await rest(exchange, 'GET /api/v3/nothing')).status).toBe(404);
    const response = await fetch(`${exchange.urls.rest}/api/v3/account?timestamp=1&signature=x`, {
      headers: { 'X-MBX-APIKEY': 'no' },
    });
    expect(response.status).toBe(401);
  });
});

describe('connections', () => {
  test('an unanswered ping ends the connection, an answered one does not', async () => {
    const exchange = await start({ keepAlive: { pingIntervalMs: 30, pongTimeoutMs: 60 } });
    const { WebSocket } = await import('ws');
    const mute = new WebSocket(exchange.urls.wsApi, { autoPong: false });
    const good = await open(exchange.urls.wsApi);
    const code = await new Promise((resolve) => mute.once('close', resolve));
    expect(code).toBe(1006);
    expect(good.readyState).toBe(good.OPEN);
    good.terminate();
  });

  test('a stream connection that sends more than five messages in a second is cut', async () => {
    const exchange = await start();
    const socket = await open(`${exchange.urls.streams}/ws`);
    const closed = new Promise((resolve) => socket.once('close', resolve));
    for (let i = 0; i < 12; i += 1) socket.send('{"method":"LIST_SUBSCRIPTIONS","id":1}');
    expect(await closed).toBe(1006);
  });

  test('an unknown path and microseconds are refused at the door', async () => {
    const exchange = await start();
    await expect(open(`${exchange.urls.streams}/nothing`)).rejects.toThrow('404');
    await expect(open(`${exchange.urls.wsApi}?timeUnit=MICROSECOND`)).rejects.toThrow('400');
  });

  test('a credit from outside is a balanceUpdate', async () => {
    const exchange = await start();
    const client = await connect(exchange);
    await client.call('userDataStream.subscribe.signature');
    await control(exchange, 'POST /control/credit', {
      account: 'ann',
      asset: 'BTC',
      amount: '1.5',
    });
    await until(() => client.events.length === 2);
    expect(client.events[0]?.['event']).toMatchObject({
      e: 'balanceUpdate',
      a: 'BTC',
      d: '1.50000000',
    });
  });

  test('signed with a time outside of the window: -1021', async () => {
    const client = await connect(await start());
    client.send(
      JSON.stringify({
        id: 'old',
        method: 'account.status',
        params: signed({}, Date.now() - 6_000),
      }),
    );
    await until(() => client.events.length === 1);
    expect(client.events[0]?.['error'].code).toBe(-1021);
  });
});
