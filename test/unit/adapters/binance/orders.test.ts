import { describe, expect, test } from '@jest/globals';
import { asVenueOrderID } from '../../../../spec/terms/index.ts';
import { asQty, epochNs } from '../../../../spec/units/index.ts';
import type { AdoptedChild } from '../../../../spec/venues/index.ts';
import {
  CONFIG,
  ED25519,
  EXCHANGE_INFO,
  ScriptedLine,
  START,
  child,
  decimal,
  execution,
  orderResult,
  trade,
} from './scripted-line.ts';

const ONE = child(1);

function placed(line: ScriptedLine, order = ONE, orderId = 7): void {
  line.submit(order);
  const answer = orderResult({
    orderId,
    clientOrderId: order.childID,
    status: 'NEW',
    executedQty: '0.0',
  });
  line.answer(line.take('order.place'), answer);
  expect(line.heard()).toEqual([`Acknowledged ${orderId}`]);
}

function adopted(more: Partial<AdoptedChild> = {}): AdoptedChild {
  return {
    child: ONE,
    venueOrderID: asVenueOrderID('7'),
    cumQty: asQty(0n),
    fills: [],
    decidedAt: epochNs(START - 60_000_000_000n),
    inDoubt: false,
    cancelWanted: false,
    amend: null,
    ...more,
  };
}

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

describe('an order', () => {
  test('is sent in the step that submits it, once, with exact figures', () => {
    const line = new ScriptedLine().ready();
    const output = line.machine.step({ type: 'Submit', child: ONE as never, now: line.now });
    expect(output.actions).toHaveLength(1);
    const frame =
      output.actions[0]?.type === 'SendFrame' ? JSON.parse(output.actions[0].text) : null;
    expect(frame.method).toBe('order.place');
    expect(frame.params).toMatchObject({
      symbol: 'BTCUSDT',
      side: 'BUY',
      type: 'LIMIT',
      timeInForce: 'GTC',
      price: '100.5',
      quantity: '1',
      newClientOrderId: ONE.childID,
      recvWindow: 5000,
    });
    expect(ONE.childID).toMatch(/^[a-zA-Z0-9-_]{1,36}$/);
  });

  test('is refused, and never sent later, while the venue is not ready', () => {
    const line = new ScriptedLine();
    line.submit(ONE);
    expect(line.reports).toEqual([
      {
        type: 'Refused',
        childID: ONE.childID,
        text: 'not sent: venue not connected (Down)',
        notSent: true,
      },
    ]);
    line.ready();
    line.wait(5_000);
    expect(line.count('order.place')).toBe(0);
  });

  test('submitted twice is sent once', () => {
    const line = new ScriptedLine().ready();
    line.submit(ONE);
    line.submit(ONE);
    expect(line.count('order.place')).toBe(1);
    expect(line.heard()).toEqual([]);
  });

  test('answered and shown on the stream is acknowledged once', () => {
    const line = new ScriptedLine().ready();
    placed(line);
    line.event(execution({ c: ONE.childID, x: 'NEW', X: 'NEW', i: 7, z: '0' }));
    expect(line.heard()).toEqual([]);
  });

  test('may be filled before it is acknowledged', () => {
    const line = new ScriptedLine().ready();
    line.submit(ONE);
    line.event(
      execution({
        c: ONE.childID,
        x: 'TRADE',
        X: 'FILLED',
        i: 7,
        z: '1',
        l: '1',
        L: '100.5',
        t: 3,
      }),
    );
    const answer = orderResult({
      orderId: 7,
      clientOrderId: ONE.childID,
      status: 'FILLED',
      executedQty: '1',
    });
    line.answer(line.take('order.place'), answer);
    expect(line.heard()).toEqual(['Acknowledged 7', 'Filled child 3 1@100.5', 'Ended Filled 1']);
  });

  test('IOC: what was not filled expires', () => {
    const line = new ScriptedLine().ready();
    line.submit(ONE);
    line.event(execution({ c: ONE.childID, x: 'NEW', X: 'NEW', i: 7, z: '0' }));
    line.event(
      execution({
        c: ONE.childID,
        x: 'TRADE',
        X: 'PARTIALLY_FILLED',
        i: 7,
        z: '0.4',
        l: '0.4',
        L: '100',
        t: 3,
      }),
    );
    line.event(
      execution({
        c: ONE.childID,
        x: 'EXPIRED',
        X: 'EXPIRED',
        i: 7,
        z: '0.4',
        eR: 'UNFILLED_IOC_QUANTITY_EXPIRED',
      }),
    );
    expect(line.reports.at(-1)).toMatchObject({
      type: 'Ended',
      how: 'Expired',
      text: 'UNFILLED_IOC_QUANTITY_EXPIRED',
    });
    expect(line.heard()).toEqual(['Acknowledged 7', 'Filled child 3 0.4@100', 'Ended Expired 0.4']);
  });

  test('a prevented trade is never a fill; the order it ends has expired', () => {
    const line = new ScriptedLine().ready();
    placed(line);
    line.event(
      execution({
        c: ONE.childID,
        x: 'TRADE_PREVENTION',
        X: 'NEW',
        i: 7,
        z: '0',
        l: '0.2',
        L: '100',
        pl: '0.2',
        t: -1,
      }),
    );
    expect(line.heard()).toEqual([]);
    line.event(
      execution({
        c: ONE.childID,
        x: 'TRADE_PREVENTION',
        X: 'EXPIRED_IN_MATCH',
        i: 7,
        z: '0',
        v: 3,
        A: '1',
        t: -1,
      }),
    );
    expect(line.heard()).toEqual(['Ended Expired 0']);
    expect(line.remarks()).toContain('the venue prevented a trade of ours with ourselves');
  });

  test('the same fill comes once; with another quantity it is passed on', () => {
    const line = new ScriptedLine().ready();
    placed(line);
    const fill = execution({
      c: ONE.childID,
      x: 'TRADE',
      X: 'PARTIALLY_FILLED',
      i: 7,
      z: '0.4',
      l: '0.4',
      L: '100',
      t: 3,
    });
    line.event(fill);
    line.event(fill);
    line.event({ ...fill, l: '0.5' });
    expect(line.heard()).toEqual(['Filled child 3 0.4@100', 'Filled child 3 0.5@100']);
  });

  test('order ids beyond 2^53 stay exact', () => {
    const line = new ScriptedLine().ready();
    line.submit(ONE);
    const answer = JSON.stringify(
      orderResult({ orderId: 1, clientOrderId: ONE.childID, status: 'NEW', executedQty: '0' }),
    );
    const request = line.take('order.place');
    line.frame(
      `{"id":"${request.id}","status":200,"result":${answer.replace('"orderId":1', '"orderId":9007199254740993')}}`,
    );
    expect(line.heard()).toEqual(['Acknowledged 9007199254740993']);
    const output = line.machine.step({
      type: 'Cancel',
      childID: ONE.childID as never,
      now: line.now,
    });
    expect(output.actions[0]).toMatchObject({
      text: expect.stringContaining('"orderId":9007199254740993') as unknown,
    });
  });

  test("a fill of nobody we know is shown once, as a stranger's", () => {
    const line = new ScriptedLine().ready();
    const fill = execution({
      c: 'web_1',
      x: 'TRADE',
      X: 'FILLED',
      i: 99,
      z: '1',
      l: '1',
      L: '100',
      t: 5,
    });
    line.event(fill);
    line.event(fill);
    expect(line.heard()).toEqual(['Filled stranger 5 1@100']);
  });

  test('a late fill finds a child that was forgotten', () => {
    const line = new ScriptedLine().ready();
    placed(line);
    line.event(execution({ c: ONE.childID, x: 'CANCELED', X: 'CANCELED', i: 7, z: '0' }));
    line.step({ type: 'Forget', childID: ONE.childID, now: line.now });
    line.wait(60_000);
    line.heard();
    line.event(
      execution({
        c: ONE.childID,
        x: 'TRADE',
        X: 'CANCELED',
        i: 7,
        z: '1',
        l: '1',
        L: '100',
        t: 5,
      }),
    );
    expect(line.heard()).toEqual(['Filled child 5 1@100']);
    line.wait(600_000);
    line.event(
      execution({
        c: ONE.childID,
        x: 'TRADE',
        X: 'CANCELED',
        i: 7,
        z: '1',
        l: '0.1',
        L: '100',
        t: 6,
      }),
    );
    expect(line.heard()).toEqual(['Filled child 6 0.1@100']); // Its client id says whose it is.
  });
});

describe('a cancel', () => {
  test("names the venue's order, and its answer ends the child with the final quantity", () => {
    const line = new ScriptedLine().ready();
    placed(line);
    line.cancel(ONE.childID);
    const request = line.take('order.cancel');
    expect(request.params).toMatchObject({ symbol: 'BTCUSDT', orderId: 7 });
    const result = {
      ...orderResult({ orderId: 7, clientOrderId: 'new1', status: 'CANCELED', executedQty: '0' }),
      origClientOrderId: ONE.childID,
    };
    line.answer(request, result);
    line.event(
      execution({ c: 'new1', C: ONE.childID, x: 'CANCELED', X: 'CANCELED', i: 7, z: '0' }),
    );
    expect(line.heard()).toEqual(['Ended Canceled 0']);
  });

  test('on CANCELED the child is found by the original id, C', () => {
    const line = new ScriptedLine().ready();
    line.submit(ONE);
    line.event(
      execution({ c: 'web_9', C: ONE.childID, x: 'CANCELED', X: 'CANCELED', i: 7, z: '0' }),
    );
    expect(line.heard()).toEqual(['Acknowledged 7', 'Ended Canceled 0']);
  });

  test("refused with -2011: the venue's word, then what is", () => {
    const line = new ScriptedLine().ready();
    placed(line);
    line.cancel(ONE.childID);
    line.refuse(line.take('order.cancel'), 400, -2011, 'Unknown order sent.');
    expect(line.heard()).toEqual(['CancelRefused']);
    const status = orderResult({
      orderId: 7,
      clientOrderId: ONE.childID,
      status: 'FILLED',
      executedQty: '1',
    });
    line.answer(line.take('order.status'), status);
    expect(line.heard()).toEqual(['Acknowledged 7', 'Ended Filled 1']);
    line.wait(1_100); // Its fill did not come by the stream.
    line.answer(line.take('myTrades'), [trade(3, 7, '1')]);
    expect(line.heard()).toEqual(['Filled child 3 1@100.5']);
  });

  test('lost: its outcome is unknown, and it may be repeated', () => {
    const line = new ScriptedLine().ready();
    placed(line);
    line.cancel(ONE.childID);
    line.drop();
    expect(line.heard()).toEqual(['CancelUnknown']);
    line.wait(1_000);
    line.connect([{ orderId: 7, clientOrderId: ONE.childID, status: 'NEW', executedQty: '0' }]);
    line.cancel(ONE.childID);
    expect(line.count('order.cancel')).toBe(2);
  });

  test('waits for a line, and goes out before the reconciliation is done', () => {
    const line = new ScriptedLine();
    line.adopt([adopted()]);
    line.cancel(ONE.childID);
    line.start();
    line.step({ type: 'ChannelOpened', channel: line.channel, now: line.now });
    line.answer(line.take('time'), { serverTime: 1_700_000_000_000 });
    expect(line.has('order.cancel')).toBe(false);
    line.answer(line.take('userDataStream.subscribe.signature'), { subscriptionId: 0 });
    expect(line.has('order.cancel')).toBe(true);
    expect(line.states().at(-1)).toBe('Reconciling');
  });

  test('of an ended child is answered with its end', () => {
    const line = new ScriptedLine().ready();
    placed(line);
    line.event(execution({ c: ONE.childID, x: 'CANCELED', X: 'CANCELED', i: 7, z: '0' }));
    line.heard();
    line.cancel(ONE.childID);
    expect(line.heard()).toEqual(['Acknowledged 7', 'Ended Canceled 0']);
    expect(line.count('order.cancel')).toBe(0);
  });

  test('then a fill: it is passed on', () => {
    const line = new ScriptedLine().ready();
    placed(line);
    line.event(execution({ c: 'x', C: ONE.childID, x: 'CANCELED', X: 'CANCELED', i: 7, z: '0' }));
    line.event(
      execution({
        c: ONE.childID,
        x: 'TRADE',
        X: 'CANCELED',
        i: 7,
        z: '0.3',
        l: '0.3',
        L: '100',
        t: 3,
      }),
    );
    expect(line.heard()).toEqual(['Ended Canceled 0', 'Filled child 3 0.3@100']);
  });
});

describe('reconciliation', () => {
  test('asks in bulk, then singly, then for the trades that are missing, and only then is ready', () => {
    const line = new ScriptedLine();
    const gone = { ...adopted(), child: child(2), venueOrderID: asVenueOrderID('8') };
    line.adopt([adopted({ cumQty: asQty(decimal('0.2')) }), gone]);
    line.start();
    line.connect([
      { orderId: 7, clientOrderId: ONE.childID, status: 'PARTIALLY_FILLED', executedQty: '0.5' },
    ]);
    expect(line.states().at(-1)).toBe('Reconciling');
    // Held back until the answers are in.
    line.event(
      execution({
        c: ONE.childID,
        x: 'TRADE',
        X: 'PARTIALLY_FILLED',
        i: 7,
        z: '0.6',
        l: '0.1',
        L: '100',
        t: 5,
      }),
    );
    expect(line.heard()).toEqual([]);
    line.answerAll('order.status', (request) =>
      orderResult({
        orderId: Number(request.params['orderId']),
        clientOrderId: 'any',
        status: request.params['orderId'] === 8 ? 'CANCELED' : 'PARTIALLY_FILLED',
        executedQty: request.params['orderId'] === 8 ? '0' : '0.5',
      }),
    );
    expect(line.heard()).toEqual(['Ended Canceled 0']);
    line.answer(line.take('myTrades'), [trade(3, 7, '0.2', '99'), trade(4, 7, '0.3', '99')]);
    expect(line.states().at(-1)).toBe('Ready');
    expect(line.heard()).toEqual([
      'Filled child 3 0.2@99',
      'Filled child 4 0.3@99',
      'Filled child 5 0.1@100',
    ]);
  });

  test('an order in flight when the line breaks is in doubt, and found by its id', () => {
    const line = new ScriptedLine().ready();
    line.submit(ONE);
    line.drop();
    expect(line.heard()).toEqual(['Unknown']);
    line.wait(1_000);
    line.connect([{ orderId: 7, clientOrderId: ONE.childID, status: 'NEW', executedQty: '0' }]);
    expect(line.heard()).toEqual(['Acknowledged 7']);
    line.wait(10_000);
    expect(line.count('order.place')).toBe(1);
  });

  test('events of our own trades during it are replayed once', () => {
    const line = new ScriptedLine();
    line.adopt([adopted()]);
    line.start();
    line.step({ type: 'ChannelOpened', channel: line.channel, now: line.now });
    line.answer(line.take('time'), { serverTime: 1_700_000_000_000 });
    line.answer(line.take('userDataStream.subscribe.signature'), { subscriptionId: 0 });
    line.event(
      execution({
        c: ONE.childID,
        x: 'TRADE',
        X: 'FILLED',
        i: 7,
        z: '1',
        l: '1',
        L: '100.5',
        t: 3,
      }),
    );
    line.answer(line.take('openOrders.status'), []);
    line.answer(
      line.take('order.status'),
      orderResult({ orderId: 7, clientOrderId: ONE.childID, status: 'FILLED', executedQty: '1' }),
    );
    line.answer(line.take('myTrades'), [trade(3, 7, '1')]);
    expect(line.heard()).toEqual(['Ended Filled 1', 'Filled child 3 1@100.5']);
  });
});

describe('the audit', () => {
  test('an order that trades at once: its answer is ahead of its events, and nothing is asked', () => {
    const line = new ScriptedLine().ready();
    line.submit(ONE);
    const done = { orderId: 7, clientOrderId: ONE.childID, status: 'FILLED', executedQty: '1' };
    line.answer(line.take('order.place'), orderResult(done));
    line.event(execution({ c: ONE.childID, x: 'NEW', X: 'NEW', i: 7, z: '0' }));
    const fill = { l: '1', L: '100.5', z: '1', t: 3 };
    line.event(execution({ c: ONE.childID, x: 'TRADE', X: 'FILLED', i: 7, ...fill }));
    expect(line.heard()).toEqual(['Acknowledged 7', 'Filled child 3 1@100.5', 'Ended Filled 1']);
    line.wait(1_100);
    expect(line.has('myTrades')).toBe(false);
  });

  test('finds within 60 s a fill that a healthy stream did not bring', () => {
    const line = new ScriptedLine().ready();
    placed(line);
    let waited = 0;
    while (line.reports.length === 0 && waited < 60_000) {
      line.wait(100);
      waited += 100;
      line.answerAll('openOrders.status', () => [
        orderResult({
          orderId: 7,
          clientOrderId: ONE.childID,
          status: 'PARTIALLY_FILLED',
          executedQty: '0.4',
        }),
      ]);
      line.answerAll('myTrades', () => [trade(3, 7, '0.4')]);
    }
    expect(line.heard()).toEqual(['Filled child 3 0.4@100.5']);
    expect(waited).toBeLessThan(60_000);
  });

  test('finds an end that the stream did not bring', () => {
    const line = new ScriptedLine().ready();
    placed(line);
    line.wait(21_000);
    line.answer(line.take('openOrders.status'), []);
    line.answer(
      line.take('order.status'),
      orderResult({ orderId: 7, clientOrderId: ONE.childID, status: 'CANCELED', executedQty: '0' }),
    );
    expect(line.heard()).toEqual(['Ended Canceled 0']);
  });

  test('a gap in the cumulative quantity is asked about at once', () => {
    const line = new ScriptedLine().ready();
    placed(line);
    line.event(
      execution({
        c: ONE.childID,
        x: 'TRADE',
        X: 'PARTIALLY_FILLED',
        i: 7,
        z: '0.7',
        l: '0.3',
        L: '100',
        t: 4,
      }),
    );
    const request = line.take('myTrades');
    expect(request.params).toMatchObject({ symbol: 'BTCUSDT', orderId: 7 });
    line.answer(request, [trade(3, 7, '0.4', '99'), trade(4, 7, '0.3', '100')]);
    expect(line.heard()).toEqual(['Filled child 4 0.3@100', 'Filled child 3 0.4@99']);
    line.wait(30_000);
    line.answerAll('openOrders.status', () => [
      orderResult({
        orderId: 7,
        clientOrderId: ONE.childID,
        status: 'PARTIALLY_FILLED',
        executedQty: '0.7',
      }),
    ]);
    expect(line.has('myTrades')).toBe(false);
  });

  test('a frame that cannot be read brings it forward', () => {
    const line = new ScriptedLine().ready();
    placed(line);
    line.frame('{"subscriptionId":0,"event":{"e":"executionReport","s":"BTC');
    line.wait(100);
    expect(line.has('openOrders.status')).toBe(true);
    expect(line.remarks()).toContain('a frame of the order socket cannot be read');
  });
});

describe('the rate budget', () => {
  test("an order beyond the venue's count is refused, not sent", () => {
    const line = new ScriptedLine().ready();
    for (let intent = 1; intent <= 51; intent += 1) line.submit(child(intent));
    expect(line.count('order.place')).toBe(50);
    expect(line.reports).toMatchObject([{ type: 'Refused', text: 'not sent: rate budget' }]);
    line.wait(10_000);
    line.submit(child(60));
    expect(line.count('order.place')).toBe(51);
  });

  test("the venue's own count wins", () => {
    const line = new ScriptedLine().ready();
    line.submit(ONE);
    const answer = orderResult({
      orderId: 7,
      clientOrderId: ONE.childID,
      status: 'NEW',
      executedQty: '0',
    });
    line.answer(line.take('order.place'), answer, {
      rateLimits: [
        { rateLimitType: 'ORDERS', interval: 'SECOND', intervalNum: 10, limit: 50, count: 50 },
      ],
    });
    line.submit(child(2));
    expect(line.count('order.place')).toBe(1);
  });

  test('cancels find room where orders and questions find none', () => {
    const line = new ScriptedLine().ready();
    placed(line);
    line.frame({
      id: 'none',
      status: 200,
      result: {},
      rateLimits: [
        {
          rateLimitType: 'REQUEST_WEIGHT',
          interval: 'MINUTE',
          intervalNum: 1,
          limit: 6000,
          count: 5990,
        },
      ],
    });
    line.submit(child(2));
    line.resolve(ONE.childID);
    line.cancel(ONE.childID);
    expect(line.count('order.place')).toBe(1);
    expect(line.has('order.status')).toBe(false);
    expect(line.has('order.cancel')).toBe(true);
  });

  test('418: nothing is sent before the ban is over, then all goes on', () => {
    const line = new ScriptedLine().ready();
    placed(line);
    line.submit(child(2));
    line.refuse(
      line.take('order.place'),
      418,
      -1003,
      'Way too much request weight used; IP banned until 1700000180000.',
      {
        serverTime: 1_700_000_000_000,
        retryAfter: 1_700_000_180_000,
      },
    );
    expect(line.heard()).toEqual(['Refused']);
    line.cancel(ONE.childID);
    line.submit(child(3));
    line.drop();
    line.wait(179_000);
    expect(line.opened).toHaveLength(1);
    expect(line.has('order.cancel')).toBe(false);
    line.wait(2_000);
    expect(line.opened).toHaveLength(2);
    line.connect([{ orderId: 7, clientOrderId: ONE.childID, status: 'NEW', executedQty: '0' }]);
    expect(line.has('order.cancel')).toBe(true);
  });
});
