// Rejected, unknown, absent: what each answer means, and what it takes to say that nothing is there.

import { describe, expect, test } from '@jest/globals';
import { backOffMs, judge, retryAfterMs } from '../../../../adapters/binance/errors.ts';
import { cancelIDOf, childIDOfClientOrderID } from '../../../../adapters/binance/wire.ts';
import { asQty, epochNs } from '../../../../spec/units/index.ts';
import {
  CONFIG,
  ScriptedLine,
  START,
  child,
  execution,
  orderResult,
  trade,
} from './scripted-line.ts';

const ONE = child(1);

/** status, code, message → what becomes of the order. Codes: errors.md; statuses: web-socket-api.md. */
const ANSWERS: readonly (readonly [number, number | null, string, 'Refused' | 'Unknown'])[] = [
  [400, -2010, 'Account has insufficient balance for requested action.', 'Refused'],
  [400, -1013, 'Filter failure: PRICE_FILTER', 'Refused'],
  [400, -1111, "Parameter 'quantity' has too much precision.", 'Refused'],
  [400, -1121, 'Invalid symbol.', 'Refused'],
  [400, -1021, 'Timestamp for this request is outside of the recvWindow.', 'Refused'],
  [400, -1022, 'Signature for this request is not valid.', 'Refused'],
  [401, -2015, 'Invalid API-key, IP, or permissions for action.', 'Refused'],
  [429, -1015, 'Too many new orders; current limit is 50 orders per 10 SECOND.', 'Refused'],
  [
    429,
    -1003,
    'Too much request weight used; current limit is 6000 request weight per 1 MINUTE.',
    'Refused',
  ],
  [418, -1003, 'Way too much request weight used; IP banned until 1659146400000.', 'Refused'],
  [400, -1000, 'An unknown error occurred while processing the request.', 'Unknown'],
  [400, -1001, 'Internal error; unable to process your request. Please try again.', 'Unknown'],
  [
    400,
    -1006,
    'An unexpected response was received from the message bus. Execution status unknown.',
    'Unknown',
  ],
  [
    400,
    -1007,
    'Timeout waiting for response from backend server. Send status unknown; execution status unknown.',
    'Unknown',
  ],
  [500, -1000, 'Internal', 'Unknown'],
  [500, -2010, 'Account has insufficient balance for requested action.', 'Unknown'],
  [503, null, 'Service Unavailable', 'Unknown'],
  [504, -1007, 'Timeout', 'Unknown'],
  [409, -2021, 'Order cancel-replace partially failed.', 'Unknown'],
  [400, -9999, 'A code of tomorrow', 'Unknown'],
  [400, null, '', 'Unknown'],
  [302, null, 'elsewhere', 'Unknown'],
  [200, null, '', 'Unknown'], // An answer without an order in it.
  [400, -2010, 'Duplicate order sent.', 'Unknown'], // Our own id is open: it lives.
];

describe('the answer to an order', () => {
  test.each(ANSWERS)('status %d, code %s, "%s": %s', (status, code, msg, outcome) => {
    const line = new ScriptedLine().ready();
    line.submit(ONE);
    line.refuse(line.take('order.place'), status, code, msg);
    expect(line.heard()).toEqual([outcome]);
    line.wait(300);
    expect(line.has('order.status')).toBe(outcome === 'Unknown' && status !== 418);
    expect(line.count('order.place')).toBe(1);
  });

  test('that is HTML, cut or empty leaves it in doubt when the bound is over', () => {
    for (const text of [
      '<html>502 Bad Gateway</html>',
      '{"id":"6","status":200,"result":{"sym',
      '',
    ]) {
      const line = new ScriptedLine().ready();
      line.submit(ONE);
      line.frame(text);
      line.wait(9_900);
      expect(line.heard()).toEqual([]);
      line.wait(200);
      expect(line.heard()).toEqual(['Unknown']);
    }
  });

  test('that comes late still counts', () => {
    const line = new ScriptedLine().ready();
    line.submit(ONE);
    const request = line.take('order.place');
    line.wait(10_100);
    line.refuse(request, 400, -2010, 'Account has insufficient balance for requested action.');
    expect(line.heard()).toEqual(['Unknown', 'Refused']);
  });

  test('"Duplicate order sent." for our own id: it is asked for and found', () => {
    const line = new ScriptedLine().ready();
    line.submit(ONE);
    line.refuse(line.take('order.place'), 400, -2010, 'Duplicate order sent.');
    const request = line.take('order.status');
    expect(request.params).toMatchObject({ origClientOrderId: ONE.childID });
    line.answer(
      request,
      orderResult({ orderId: 7, clientOrderId: ONE.childID, status: 'NEW', executedQty: '0' }),
    );
    expect(line.heard()).toEqual(['Unknown', 'Acknowledged 7']);
  });
});

describe('patience', () => {
  test('Retry-After is bounded, whatever it says', () => {
    expect(retryAfterMs('abc')).toBeNull();
    expect(retryAfterMs('-1')).toBeNull();
    expect(retryAfterMs(undefined)).toBeNull();
    expect(retryAfterMs('1000000000')).toBe(1_000_000_000_000);
    expect(backOffMs(false, null)).toBe(60_000);
    expect(backOffMs(false, -1)).toBe(60_000);
    expect(backOffMs(false, Number.NaN)).toBe(60_000);
    expect(backOffMs(false, 0)).toBe(1_000);
    expect(backOffMs(false, 1e12)).toBe(3_600_000);
    expect(backOffMs(true, null)).toBe(120_000); // Bans last 2 minutes to 3 days.
    expect(backOffMs(true, 1e12)).toBe(259_200_000);
  });

  test('-1015 holds up orders, not cancels and questions', () => {
    expect(judge({ status: 429, code: -1015, msg: 'Too many new orders' })).toMatchObject({
      what: 'Orders',
    });
  });
});

describe('absence', () => {
  /** In doubt, with an empty history behind every question. */
  function inDoubt(): ScriptedLine {
    const line = new ScriptedLine().ready();
    line.submit(ONE);
    line.refuse(line.take('order.place'), 503, null, 'Service Unavailable');
    line.heard();
    return line;
  }

  function notFound(line: ScriptedLine): void {
    while (line.has('order.status')) {
      line.refuse(line.take('order.status'), 400, -2013, 'Order does not exist.');
    }
  }

  function history(
    line: ScriptedLine,
    orders: readonly unknown[],
    trades: readonly unknown[],
  ): void {
    line.answerAll('openOrders.status', () => []);
    line.answerAll('allOrders', () => orders);
    line.answerAll('myTrades', () => trades);
  }

  test("is proven after the order's own deadline and twice the lag, by history without it", () => {
    const line = inDoubt();
    let waited = 0;
    while (line.reports.length === 0 && waited < 60_000) {
      line.wait(100);
      waited += 100;
      notFound(line);
      history(
        line,
        [orderResult({ orderId: 5, clientOrderId: 'other', status: 'FILLED', executedQty: '1' })],
        [trade(1, 5, '1')],
      );
    }
    expect(line.reports).toMatchObject([{ type: 'Absent', childID: ONE.childID }]);
    expect(line.reports[0]).toMatchObject({
      evidence: expect.stringContaining('of 1 orders and of 1 trades') as unknown,
    });
    // recvWindow 5 s and twice a lag of 1 s, from the submit.
    expect(waited).toBeGreaterThan(CONFIG.recvWindowMs + 2 * CONFIG.queryLagMs);
    expect(waited).toBeLessThan(12_000);
    expect(line.count('order.place')).toBe(1);
  });

  test('is not proven by "not found" before the deadline', () => {
    const line = inDoubt();
    for (let waited = 0; waited < 6_900; waited += 100) {
      line.wait(100);
      notFound(line);
      history(line, [], []);
    }
    expect(line.heard()).toEqual([]);
    expect(line.count('allOrders')).toBe(0);
  });

  test('"not found", then found: a stale read', () => {
    const line = inDoubt();
    for (let waited = 0; waited < 3_000; waited += 100) {
      line.wait(100);
      notFound(line);
    }
    line.wait(2_000);
    line.answer(
      line.take('order.status'),
      orderResult({ orderId: 7, clientOrderId: ONE.childID, status: 'NEW', executedQty: '0' }),
    );
    expect(line.heard()).toEqual(['Acknowledged 7']);
    line.wait(60_000);
    expect(line.heard()).toEqual([]);
  });

  test('the stream shows it while it is looked for: found', () => {
    const line = inDoubt();
    for (let waited = 0; waited < 7_500; waited += 100) {
      line.wait(100);
      notFound(line);
    }
    line.event(execution({ c: ONE.childID, x: 'NEW', X: 'NEW', i: 7, z: '0' }));
    history(line, [], []);
    for (let waited = 0; waited < 20_000; waited += 100) {
      line.wait(100);
      notFound(line);
      history(line, [], []);
    }
    expect(line.heard()).toEqual(['Acknowledged 7']);
  });

  test('an order that was cancelled under the id of our cancel is found in the history', () => {
    const line = inDoubt();
    let shown = false;
    for (let waited = 0; waited < 10_000 && !shown; waited += 100) {
      line.wait(100);
      notFound(line);
      line.answerAll('openOrders.status', () => []);
      line.answerAll('allOrders', () => {
        shown = true;
        return [
          orderResult({
            orderId: 7,
            clientOrderId: cancelIDOf(ONE.childID),
            status: 'CANCELED',
            executedQty: '0',
          }),
        ];
      });
    }
    expect(line.heard()).toEqual(['Acknowledged 7', 'Ended Canceled 0']);
  });

  test('one with its terms, cancelled under a name that says nothing, leaves it in doubt', () => {
    const line = inDoubt();
    for (let waited = 0; waited < 30_000; waited += 100) {
      line.wait(100);
      notFound(line);
      history(
        line,
        [
          orderResult({
            orderId: 7,
            clientOrderId: 'web_77',
            status: 'CANCELED',
            executedQty: '0',
          }),
        ],
        [],
      );
    }
    expect(line.heard()).toEqual([]);
    expect(line.remarks()).toContain('a child stays in doubt: its absence cannot be proven');
  });

  test('a trade of an order that no list shows leaves it in doubt', () => {
    const line = inDoubt();
    for (let waited = 0; waited < 30_000; waited += 100) {
      line.wait(100);
      notFound(line);
      history(line, [], [trade(1, 7, '1')]);
    }
    expect(line.heard()).toEqual([]);
  });

  test('history is read to its last page', () => {
    const line = inDoubt();
    const page = (from: number, rows: number): unknown[] =>
      Array.from({ length: rows }, (_, row) =>
        orderResult({
          orderId: from + row,
          clientOrderId: `o${from + row}`,
          status: 'FILLED',
          executedQty: '1',
        }),
      );
    for (let waited = 0; waited < 12_000 && line.reports.length === 0; waited += 100) {
      line.wait(100);
      notFound(line);
      line.answerAll('openOrders.status', () => []);
      line.answerAll('allOrders', (request) => {
        if (request.params['orderId'] === undefined) return page(1, 1000);
        return request.params['orderId'] === 1001
          ? [
              ...page(1001, 5),
              orderResult({
                orderId: 1006,
                clientOrderId: ONE.childID,
                status: 'FILLED',
                executedQty: '1',
              }),
            ]
          : [];
      });
      line.answerAll('myTrades', () => []);
    }
    line.wait(1_100); // Its fill does not come.
    expect(line.heard()).toEqual(['Acknowledged 1006', 'Ended Filled 1']);
  });

  test('of an adopted child: its deadline counts from the adoption, its history from its decision', () => {
    const line = new ScriptedLine();
    const decidedAt = epochNs(START - 2n * 86_400_000_000_000n);
    line.adopt([
      {
        child: ONE,
        venueOrderID: null,
        cumQty: asQty(0n),
        fills: [],
        decidedAt,
        inDoubt: true,
        cancelWanted: false,
        amend: null,
      },
    ]);
    line.start();
    line.connect();
    notFound(line);
    let waited = 0;
    while (line.reports.length === 0 && waited < 60_000) {
      line.wait(100);
      waited += 100;
      notFound(line);
      history(line, [], []);
    }
    expect(line.heard()).toEqual(['Absent']);
    expect(waited).toBeGreaterThan(7_000);
    const windows = line.sent.filter((request) => request.method === 'allOrders');
    expect(
      windows.map((request) => Number(request.params['startTime']) - 1_700_000_000_000),
    ).toEqual([-172_860_000, -86_460_000, -60_000]);
  });

  test('later contradicted: said aloud, passed on, and the order is cancelled', () => {
    const line = inDoubt();
    for (let waited = 0; waited < 12_000; waited += 100) {
      line.wait(100);
      notFound(line);
      history(line, [], []);
    }
    expect(line.heard()).toEqual(['Absent']);
    line.event(execution({ c: ONE.childID, x: 'NEW', X: 'NEW', i: 7, z: '0' }));
    expect(line.heard()).toEqual(['Acknowledged 7']);
    expect(line.remarks()).toContain('an order works that was reported as never having worked');
    expect(line.take('order.cancel').params).toMatchObject({ orderId: 7 });
  });

  test('what is already known is said again when the desk asks', () => {
    const line = new ScriptedLine().ready();
    line.submit(ONE);
    line.refuse(
      line.take('order.place'),
      400,
      -2010,
      'Account has insufficient balance for requested action.',
    );
    line.resolve(ONE.childID);
    expect(line.heard()).toEqual(['Refused', 'Refused']);
  });

  test('a working child that is asked about is acknowledged again', () => {
    const line = new ScriptedLine().ready();
    line.submit(ONE);
    line.event(execution({ c: ONE.childID, x: 'NEW', X: 'NEW', i: 7, z: '0' }));
    line.resolve(ONE.childID);
    line.answer(
      line.take('order.status'),
      orderResult({ orderId: 7, clientOrderId: ONE.childID, status: 'NEW', executedQty: '0' }),
    );
    expect(line.heard()).toEqual(['Acknowledged 7', 'Acknowledged 7']);
  });
});

test("the id that a cancel gives is read back, and nobody else's", () => {
  expect(childIDOfClientOrderID(cancelIDOf(ONE.childID))).toBe(ONE.childID);
  expect(cancelIDOf(ONE.childID)).toMatch(/^[a-zA-Z0-9-_]{1,36}$/);
  expect(childIDOfClientOrderID('x0123456789abcdef0123456789abcdef')).toBeNull();
  expect(childIDOfClientOrderID('__proto__')).toBeNull();
});
