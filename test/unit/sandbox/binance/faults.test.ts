import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { RunningExchange } from '../../../sandbox/binance/index.ts';
import { connect, control, pause, rest, startQuiet, until } from './client.ts';
import type { Frame, TestClient } from './client.ts';

let exchange: RunningExchange;
let client: TestClient;

beforeEach(async () => {
  exchange = await startQuiet();
  client = await connect(exchange);
  await client.call('userDataStream.subscribe.signature');
});

afterEach(async () => {
  await exchange.stop();
});

const ORDER = {
  symbol: 'BTCUSDT',
  side: 'BUY',
  type: 'LIMIT',
  timeInForce: 'GTC',
  price: '100.00',
  quantity: '1',
  newClientOrderId: 'f-1',
};

function arm(fault: Frame): Promise<Frame> {
  return control(exchange, 'POST /control/faults', fault);
}

async function ledgerOrders(): Promise<Frame[]> {
  return (await control(exchange, 'GET /control/ledger')).accounts[0].orders;
}

function story(): string[] {
  return client.events
    .filter((frame) => frame['event']?.e === 'executionReport')
    .map((frame) => `${frame['event'].x} ${frame['event'].X} ${frame['event'].z}`);
}

/** Sends an order without waiting for an answer. */
function place(): void {
  void client.call('order.place', ORDER);
}

describe('the order lives though its answer says nothing', () => {
  test('lostAck: no answer, but the order and its events', async () => {
    await arm({ kind: 'lostAck' });
    place();
    await until(() => story().length === 1);
    expect(client.raw.filter((frame) => frame.includes('"orderId":'))).toEqual([]);
    expect((await ledgerOrders()).map((order) => order['clientOrderId'])).toEqual(['f-1']);
  });

  test('heldRequest: no answer, and the order later, or never', async () => {
    await arm({ kind: 'heldRequest' });
    place();
    await arm({ kind: 'heldRequest', delayMs: 50 });
    place();
    await pause(20);
    expect(await ledgerOrders()).toEqual([]);
    await until(() => story().length === 1);
    expect(client.raw.filter((frame) => frame.includes('"orderId":'))).toEqual([]);
    expect(await ledgerOrders()).toHaveLength(1);
  });

  test('disconnect: every connection is cut after the order is executed', async () => {
    await arm({ kind: 'disconnect' });
    const closed = new Promise((resolve) => client.socket.once('close', resolve));
    place();
    expect(await closed).toBe(1006);
    expect(await ledgerOrders()).toHaveLength(1);
  });

  test.each([
    ['serverError', {}, 500, -1000, 1],
    ['serverError', { code: -1006, status: 502 }, 502, -1006, 1],
    ['serverError', { executed: false }, 500, -1000, 0],
    ['timeout', {}, 504, -1007, 1],
    ['timeout', { executed: false }, 504, -1007, 0],
    ['unavailable', {}, 503, -1008, 0],
    ['unavailable', { executed: true }, 503, -1008, 1],
  ])('%s %j answers %i %i with %i orders executed', async (kind, of, status, code, orders) => {
    await arm({ kind, ...of });
    const answer = await client.call('order.place', ORDER);
    expect([answer['status'], answer['error'].code]).toEqual([status, code]);
    expect(await ledgerOrders()).toHaveLength(orders);
  });

  test('html: a page with status 200 over REST', async () => {
    await arm({ kind: 'html' });
    const answer = await rest(exchange, 'POST /api/v3/order', ORDER);
    expect([answer.status, answer.text.startsWith('<html>')]).toEqual([200, true]);
    expect(await ledgerOrders()).toHaveLength(1);
  });

  test('cutJson: half of the answer, over both transports', async () => {
    await arm({ kind: 'cutJson', count: 2 });
    place();
    await until(() => client.events.some((event) => event['unreadable'] !== undefined));
    const answer = await rest(exchange, 'POST /api/v3/order', {
      ...ORDER,
      newClientOrderId: 'f-2',
    });
    expect(answer.body.unreadable.startsWith('{"symbol"')).toBe(true);
    expect(await ledgerOrders()).toHaveLength(2);
  });
});

describe('in another order than one would like', () => {
  test('slowAck: events first, the answer after the delay', async () => {
    await arm({ kind: 'slowAck', delayMs: 80 });
    const before = Date.now();
    const answer = await client.call('order.place', ORDER);
    expect(Date.now() - before).toBeGreaterThanOrEqual(75);
    expect(answer['result'].status).toBe('NEW');
    expect(story()).toEqual(['NEW NEW 0.00000000']);
  });

  test('fillBeforeAck: the trade is reported before an answer that does not know of it', async () => {
    await arm({ kind: 'fillBeforeAck', quantity: '0.4' });
    const answer = await client.call('order.place', ORDER);
    expect(story()).toEqual(['NEW NEW 0.00000000', 'TRADE PARTIALLY_FILLED 0.40000000']);
    expect(answer['result']).toMatchObject({ status: 'NEW', executedQty: '0.00000000', fills: [] });
  });

  test('lateFill: a cancelled order still gets its trade reported', async () => {
    await client.call('order.place', ORDER);
    await arm({ kind: 'lateFill', quantity: '0.3', delayMs: 10 });
    const canceled = await client.call('order.cancel', {
      symbol: 'BTCUSDT',
      origClientOrderId: 'f-1',
    });
    expect(canceled['result'].executedQty).toBe('0.00000000');
    await until(() => story().length === 3);
    expect(story()).toEqual([
      'NEW NEW 0.00000000',
      'CANCELED CANCELED 0.00000000',
      'TRADE CANCELED 0.30000000',
    ]);
    expect((await client.call('myTrades', { symbol: 'BTCUSDT' }))['result']).toHaveLength(1);
  });

  test('lateReject: an acknowledged order is rejected after all', async () => {
    await arm({ kind: 'lateReject', delayMs: 10 });
    expect((await client.call('order.place', ORDER))['result'].status).toBe('NEW');
    await until(() => story().length === 2);
    expect(story()).toEqual(['NEW NEW 0.00000000', 'REJECTED REJECTED 0.00000000']);
    expect((await client.call('openOrders.status'))['result']).toEqual([]);
  });
});

describe('events', () => {
  test('swallowEvent: a fill is lost on a healthy stream', async () => {
    await client.call('order.place', ORDER);
    await arm({ kind: 'swallowEvent', event: 'TRADE' });
    await control(exchange, 'POST /control/fill', {
      symbol: 'BTCUSDT',
      clientOrderId: 'f-1',
      quantity: '0.4',
    });
    await control(exchange, 'POST /control/fill', { symbol: 'BTCUSDT', clientOrderId: 'f-1' });
    await until(() => story().length === 2);
    expect(story()).toEqual(['NEW NEW 0.00000000', 'TRADE FILLED 1.00000000']);
    expect((await client.call('myTrades', { symbol: 'BTCUSDT' }))['result']).toHaveLength(2);
  });

  test('duplicateEvent: a fill is reported twice under one trade id', async () => {
    await client.call('order.place', ORDER);
    await arm({ kind: 'duplicateEvent', event: 'TRADE' });
    await control(exchange, 'POST /control/fill', { symbol: 'BTCUSDT', clientOrderId: 'f-1' });
    await until(() => story().length === 3);
    expect(story()[1]).toBe(story()[2]);
  });
});

describe('queries, limits, clock', () => {
  test('notFound: an order that exists is not found, once', async () => {
    await client.call('order.place', ORDER);
    await arm({ kind: 'notFound' });
    const ask = (): Promise<Frame> =>
      client.call('order.status', { symbol: 'BTCUSDT', origClientOrderId: 'f-1' });
    expect((await ask())['error'].code).toBe(-2013);
    expect((await ask())['result'].status).toBe('NEW');
  });

  test('tooManyRequests: 429 with the time to come again, over REST as Retry-After', async () => {
    await arm({ kind: 'tooManyRequests', delayMs: 3_000, count: 2 });
    const answer = await client.call('order.place', ORDER);
    expect([answer['status'], answer['error'].code]).toEqual([429, -1003]);
    expect((await rest(exchange, 'GET /api/v3/openOrders')).headers.get('retry-after')).toBe('3');
    expect((await rest(exchange, 'GET /api/v3/openOrders')).status).toBe(200);
  });

  test('banned: everything is 418 until the ban ends', async () => {
    await arm({ kind: 'banned', delayMs: 150 });
    expect((await client.call('ping'))['status']).toBe(418);
    expect((await client.call('order.place', ORDER))['status']).toBe(418);
    await pause(170);
    expect((await client.call('order.place', ORDER))['status']).toBe(200);
  });

  test('notPermitted: the key may read and not trade, until it is given back', async () => {
    await arm({ kind: 'notPermitted', count: 1_000 });
    const answer = await client.call('order.place', ORDER);
    expect([answer['status'], answer['error'].code]).toEqual([401, -2015]);
    expect((await client.call('openOrders.status', { symbol: 'BTCUSDT' }))['result']).toEqual([]);
    await control(exchange, 'DELETE /control/faults');
    expect((await client.call('order.place', ORDER))['status']).toBe(200);
  });

  test('a skewed clock refuses requests timed by the true one', async () => {
    await control(exchange, 'POST /control/clock', { offsetMs: 10_000 });
    expect((await client.call('account.status'))['error'].code).toBe(-1021);
    const { serverTime } = (await rest(exchange, 'GET /api/v3/time')).body;
    expect(serverTime - Date.now()).toBeGreaterThan(9_000);
    await control(exchange, 'POST /control/clock', { offsetMs: 0 });
    expect((await client.call('account.status'))['status']).toBe(200);
  });
});

describe('arming', () => {
  test('a fault strikes as often as its count says, and only where its filter fits', async () => {
    await arm([
      { kind: 'serverError', executed: false, symbol: 'ETHUSDT' },
      { kind: 'timeout', executed: false, count: 2 },
    ]);
    const codes = [];
    for (let i = 0; i < 3; i += 1) {
      const answer = await client.call('order.place', { ...ORDER, newClientOrderId: `f-${i}` });
      codes.push(answer['error']?.code ?? answer['status']);
    }
    expect(codes).toEqual([-1007, -1007, 200]);
    const { armed, struck } = await control(exchange, 'GET /control/faults');
    expect(armed.map((fault: Frame) => [fault['kind'], fault['left']])).toEqual([
      ['serverError', 1],
    ]);
    expect(struck).toEqual({ timeout: 2 });
  });

  test.each([
    [{ kind: 'nonsense' }],
    [{ kind: 'slowAck', count: 0 }],
    [{ kind: 'slowAck', delayMs: -1 }],
    [{ kind: 'slowAck', unknown: 1 }],
  ])('%j is refused with the place of its problem', async (fault) => {
    const answer = await arm(fault);
    expect([answer['status'], typeof answer['problem']]).toEqual([400, 'string']);
  });

  test("other participants trade against a client's order where the test says", async () => {
    await client.call('order.place', ORDER);
    const traded = await control(exchange, 'POST /control/trade', {
      symbol: 'BTCUSDT',
      side: 'SELL',
      price: '100',
      quantity: '0.25',
    });
    expect(traded).toMatchObject({
      executedQty: '0.25000000',
      trades: [{ price: '100.00000000', qty: '0.25000000' }],
    });
    await until(() => story().length === 2);
    expect(story()[1]).toBe('TRADE PARTIALLY_FILLED 0.25000000');
  });
});
