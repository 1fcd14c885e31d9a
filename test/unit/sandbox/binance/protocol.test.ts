import { generateKeyPairSync, sign } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import { USUAL_FEES } from '../../../sandbox/binance/index.ts';
import { connect, control, open, rest, signed, until } from './client.ts';
import type { Frame } from './client.ts';
import { LIMIT_BUY, start, stopEach } from './running.ts';

stopEach();

describe('the WS API', () => {
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
