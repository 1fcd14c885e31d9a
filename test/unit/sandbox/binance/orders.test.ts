import { describe, expect, test } from '@jest/globals';
import { connect, control, until } from './client.ts';
import type { Frame } from './client.ts';
import { LIMIT_BUY, start, stopEach } from './running.ts';

stopEach();

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
