import { describe, expect, test } from '@jest/globals';
import { epochNs } from '../../../../spec/units/index.ts';
import {
  CONFIG,
  ED25519,
  EXCHANGE_INFO,
  ONE,
  START,
  ScriptedLine,
  child,
  decimal,
  orderResult,
} from './scripted-line.ts';

describe('a line', () => {
  test('with HMAC every private request carries key and signature', () => {
    const line = new ScriptedLine().ready();
    expect(line.states()).toEqual(['Connecting', 'Reconciling', 'Ready']);
    for (const request of line.sent) {
      const isPrivate = request.method !== 'time' && request.method !== 'exchangeInfo';
      expect([request.method, 'signature' in request.params]).toEqual([request.method, isPrivate]);
    }
  });

  test('with Ed25519 the line logs on, and later requests carry a timestamp alone', () => {
    const line = new ScriptedLine(CONFIG, ED25519);
    line.start();
    line.connect([], 'userDataStream.subscribe');
    expect(line.sent.find((request) => request.method === 'session.logon')?.params).toHaveProperty(
      'signature',
    );
    line.submit(ONE);
    const place = line.take('order.place');
    expect(place.params).not.toHaveProperty('signature');
    expect(place.params).not.toHaveProperty('apiKey');
    expect(place.params['timestamp']).toBe(1_700_000_000_000);
  });

  test("the timestamp is the venue's time, not ours", () => {
    const line = new ScriptedLine();
    line.venueAheadMs = 3_600_000;
    line.ready();
    line.submit(ONE);
    expect(line.take('order.place').params['timestamp']).toBe(1_700_003_600_000);
  });

  test('its listings are told once, and again when one changes', () => {
    const line = new ScriptedLine().ready();
    const found = line.notices.filter((notice) => notice.type === 'ListingsFound');
    expect(found).toHaveLength(1);
    expect(found[0]).toMatchObject({
      listings: [
        {
          venueSymbol: 'BTCUSDT',
          base: 'BTC',
          quote: 'USDT',
          state: 'Trading',
          tick: decimal('0.01'),
          lot: decimal('0.00001'),
        },
      ],
    });
    line.wait(300_100);
    line.answer(line.take('exchangeInfo'), EXCHANGE_INFO);
    expect(line.notices.filter((notice) => notice.type === 'ListingsFound')).toHaveLength(1);
    line.wait(300_100);
    const halted = {
      ...EXCHANGE_INFO,
      symbols: EXCHANGE_INFO.symbols.map((symbol) => ({ ...symbol, status: 'BREAK' })),
    };
    line.answer(line.take('exchangeInfo'), halted);
    expect(line.notices.filter((notice) => notice.type === 'ListingsFound').at(-1)).toMatchObject({
      listings: [{ state: 'Halted' }],
    });
  });

  test('tick 0, lot 0, least above greatest, delisted: the symbol is halted', () => {
    const filters = EXCHANGE_INFO.symbols[0]?.filters ?? [];
    for (const [filterType, fields] of [
      ['PRICE_FILTER', { tickSize: '0.00000000' }],
      ['LOT_SIZE', { stepSize: '0.00000000' }],
      ['LOT_SIZE', { minQty: '9001' }],
    ] as const) {
      const line = new ScriptedLine().ready();
      line.wait(300_100);
      const bad = filters.map((filter) =>
        filter.filterType === filterType ? { ...filter, ...fields } : filter,
      );
      line.answer(line.take('exchangeInfo'), {
        ...EXCHANGE_INFO,
        symbols: [{ ...EXCHANGE_INFO.symbols[0], filters: bad }],
      });
      expect(line.notices.filter((notice) => notice.type === 'ListingsFound').at(-1)).toMatchObject(
        { listings: [{ state: 'Halted' }] },
      );
    }
    const line = new ScriptedLine().ready();
    line.wait(300_100);
    line.refuse(line.take('exchangeInfo'), 400, -1121, 'Invalid symbol.');
    expect(line.notices.filter((notice) => notice.type === 'ListingsFound').at(-1)).toMatchObject({
      listings: [{ state: 'Halted' }],
    });
  });

  test('lost: the next is opened after a back-off that grows and is bounded', () => {
    const line = new ScriptedLine();
    line.start();
    const waits: number[] = [];
    for (let loss = 0; loss < 8; loss += 1) {
      line.drop();
      const opened = line.opened.length;
      let waited = 0;
      while (line.opened.length === opened && waited < 60_000) {
        line.wait(100);
        waited += 100;
      }
      waits.push(waited);
    }
    expect(Math.max(...waits)).toBeLessThanOrEqual(5_100);
    expect(waits[0]).toBeLessThanOrEqual(300);
    expect(waits[7]).toBeGreaterThanOrEqual(2_500);
  });

  test('about to be shut down: the next is reconciled before orders move to it', () => {
    const line = new ScriptedLine().ready();
    const first = line.channel;
    line.event({ e: 'serverShutdown', E: 1 });
    expect(line.opened).toHaveLength(2);
    line.submit(ONE);
    expect(line.requests.at(-1)?.channel).toBe(first);
    line.connect();
    line.submit(child(2));
    expect(line.requests.at(-1)?.channel).toBe(line.channel);
    // The old line still owes an answer; it is closed when that has come.
    line.wait(1_000);
    expect(line.closed).toEqual([]);
    const answer = orderResult({
      orderId: 7,
      clientOrderId: ONE.childID,
      status: 'NEW',
      executedQty: '0',
    });
    line.answer(line.take('order.place'), answer);
    line.wait(100);
    expect(line.closed).toEqual([first]);
    expect(line.states()).toEqual(['Connecting', 'Reconciling', 'Ready']);
  });

  test("is renewed before the venue's 24 hours are over", () => {
    const line = new ScriptedLine().ready();
    line.now = epochNs(START + 23n * 3_600_000_000_000n);
    line.wait(100);
    expect(line.opened).toHaveLength(1);
    line.now = epochNs(START + 23n * 3_600_000_000_000n + 1_900_000_000_000n);
    line.wait(100);
    expect(line.opened).toHaveLength(2);
  });

  test('that loses its authorization is replaced', () => {
    const line = new ScriptedLine(CONFIG, ED25519);
    line.start();
    line.connect([], 'userDataStream.subscribe');
    line.frame({
      id: null,
      status: 401,
      error: { code: -2015, msg: 'Invalid API-key, IP, or permissions for action.' },
    });
    expect(line.closed).toEqual([line.channel]);
    line.wait(1_000);
    expect(line.opened).toHaveLength(2);
  });

  test('whose time cannot be set right is stopped, with a notice', () => {
    const line = new ScriptedLine().ready();
    for (let intent = 1; intent <= 5; intent += 1) {
      line.submit(child(intent));
      line.refuse(
        line.take('order.place'),
        400,
        -1021,
        'Timestamp for this request is outside of the recvWindow.',
      );
      if (line.has('time')) line.answer(line.take('time'), { serverTime: 1_700_000_000_000 });
    }
    expect(line.heard()).toEqual(['Refused', 'Refused', 'Refused', 'Refused', 'Refused']);
    expect(line.states().at(-1)).toBe('Stopped');
    line.submit(child(6));
    expect(line.reports.at(-1)).toMatchObject({
      type: 'Refused',
      text: 'not sent: venue not connected (Stopped)',
    });
  });

  test('is not stopped for a burst that was late: the clock was read once, and is read once more', () => {
    const line = new ScriptedLine().ready();
    const burst = Array.from({ length: 20 }, (_one, at) => at + 1);
    for (const intent of burst) line.submit(child(intent));
    const asked = burst.map(() => line.take('order.place'));
    const text = 'Timestamp for this request is outside of the recvWindow.';
    for (const request of asked.slice(0, 10)) line.refuse(request, 400, -1021, text);
    line.wait(200);
    line.answer(line.take('time'), { serverTime: Number(line.now / 1_000_000n) });
    for (const request of asked.slice(10)) line.refuse(request, 400, -1021, text);
    expect(line.has('time')).toBe(false);
    expect(line.states().at(-1)).toBe('Ready');
    expect(line.heard()).toEqual(burst.map(() => 'Refused'));
  });

  test('sets its clock again at once when the venue finds the time wrong', () => {
    const line = new ScriptedLine().ready();
    line.submit(ONE);
    line.refuse(
      line.take('order.place'),
      400,
      -1021,
      "Timestamp for this request was 1000ms ahead of the server's time.",
    );
    line.answer(line.take('time'), { serverTime: 1_699_999_995_000 });
    line.submit(child(2));
    expect(line.take('order.place').params['timestamp']).toBe(1_699_999_995_000);
  });
});
