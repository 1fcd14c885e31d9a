// A key that a venue no longer takes, or takes for less than orders.

import { describe, expect, test } from '@jest/globals';
import {
  CONFIG,
  ED25519,
  ONE,
  ScriptedLine,
  child,
  execution,
  orderResult,
  placed,
} from './scripted-line.ts';

const BAD_KEY = [401, -2015, 'Invalid API-key, IP, or permissions for action.'] as const;

/** Without spread, so that a wait is what it is called. */
const ORDERLY = { ...CONFIG, backoff: { ...CONFIG.backoff, spread: 0 } };

function readyLine(): ScriptedLine {
  return new ScriptedLine(ORDERLY).ready();
}

function refusedOrder(line: ScriptedLine, intent: number): void {
  line.submit(child(intent));
  line.refuse(line.take('order.place'), ...BAD_KEY);
}

describe('an order that is refused for its key', () => {
  test.each([
    BAD_KEY,
    [400, -2014, 'API-key format invalid.'],
    [400, -1022, 'Signature for this request is not valid.'],
  ] as const)(
    '%i %i ends rejected in the words of the venue, and the venue is not ready',
    (status, code, msg) => {
      const line = readyLine();
      line.submit(ONE);
      line.refuse(line.take('order.place'), status, code, msg);
      const text = `${msg} (status ${status}, code ${code})`;
      expect(line.reports).toMatchObject([{ type: 'Refused', text }]);
      expect(line.states().at(-1)).toBe('Reconciling');
      expect(line.notices.filter(({ type }) => type === 'CredentialsJudged')).toMatchObject([
        { refused: { request: 'Place', text } },
      ]);
    },
  );

  test('the next order is not sent', () => {
    const line = readyLine();
    refusedOrder(line, 1);
    line.submit(child(2));
    expect(line.has('order.place')).toBe(false);
    expect(line.reports.at(-1)).toMatchObject({ type: 'Refused', notSent: true });
  });

  test('the line is opened anew, and with it the venue is ready again', () => {
    const line = readyLine();
    const first = line.channel;
    refusedOrder(line, 1);
    expect(line.waitForLine()).toBe(1_000);
    expect(line.states().at(-1)).toBe('Reconciling');
    line.connect();
    expect(line.states().at(-1)).toBe('Ready');
    line.wait(100);
    expect(line.closed).toEqual([first]);
  });

  test('a burst of them is one finding, and each has its answer', () => {
    const line = readyLine();
    const burst = [1, 2, 3, 4, 5];
    for (const intent of burst) line.submit(child(intent));
    for (const _ of burst) line.refuse(line.take('order.place'), ...BAD_KEY);
    expect(line.heard()).toEqual(burst.map(() => 'Refused'));
    expect(line.credentials()).toEqual(['Place']);
    expect(line.waitForLine()).toBe(1_000);
  });

  test('one that is answered when the next line is there changes nothing of that', () => {
    const line = readyLine();
    line.submit(ONE);
    const late = line.take('order.place');
    refusedOrder(line, 2);
    line.waitForLine();
    line.connect();
    line.refuse(late, ...BAD_KEY);
    expect(line.heard()).toEqual(['Refused', 'Refused']);
    expect(line.states().at(-1)).toBe('Ready');
  });
});

describe('the wait', () => {
  test('grows with each order that is refused although the venue let us log on: 1 s, 2 s, a minute at most', () => {
    const line = readyLine();
    const waits: number[] = [];
    for (let intent = 1; intent <= 8; intent += 1) {
      refusedOrder(line, intent);
      waits.push(line.waitForLine());
      line.requests.splice(0);
      line.connect();
      // Longer than a lost line has to last to begin its waits anew.
      if (intent <= 2) line.wait(40_000);
    }
    expect(waits).toEqual([1_000, 2_000, 4_000, 8_000, 16_000, 32_000, 60_000, 60_000]);
    expect(line.credentials()).toEqual(['Place']);
  });

  test('begins anew with an order that is taken, which is told', () => {
    const line = readyLine();
    for (const intent of [1, 2, 3]) {
      refusedOrder(line, intent);
      line.waitForLine();
      line.connect();
    }
    line.heard();
    placed(line, child(4));
    expect(line.credentials()).toEqual(['Place', 'taken']);
    refusedOrder(line, 5);
    expect(line.waitForLine()).toBe(1_000);
    expect(line.credentials()).toEqual(['Place', 'taken', 'Place']);
  });

  test('does not begin anew with a cancel that is taken, or a question that is answered', () => {
    const line = readyLine();
    placed(line);
    refusedOrder(line, 2);
    line.cancel(ONE.childID);
    const cancelled = { orderId: 7, clientOrderId: 'x', origClientOrderId: ONE.childID };
    const result = orderResult({ ...cancelled, status: 'CANCELED', executedQty: '0' });
    line.answer(line.take('order.cancel'), result);
    line.waitForLine();
    line.connect();
    refusedOrder(line, 3);
    expect(line.waitForLine()).toBe(2_000);
  });

  test.each(['subscription', 'logon'])('goes on growing where the %s is refused', (what) => {
    const line = what === 'logon' ? new ScriptedLine(ORDERLY, ED25519) : new ScriptedLine(ORDERLY);
    line.start();
    const waits: number[] = [];
    for (let tries = 0; tries < 4; tries += 1) {
      line.step({ type: 'ChannelOpened', channel: line.channel, now: line.now });
      line.answer(line.take('time'), { serverTime: Number(line.now / 1_000_000n) });
      const method = what === 'logon' ? 'session.logon' : 'userDataStream.subscribe.signature';
      line.refuse(line.take(method), ...BAD_KEY);
      waits.push(line.waitForLine());
    }
    expect(waits).toEqual([1_000, 2_000, 4_000, 8_000]);
    expect(line.states().at(-1)).toBe('Connecting');
    expect(line.credentials()).toHaveLength(1);
    line.connect([], what === 'logon' ? 'userDataStream.subscribe' : undefined);
    expect(line.states().at(-1)).toBe('Ready');
    expect(line.credentials().at(-1)).toBe('taken');
  });
});

describe('what is open at a venue that refuses the key', () => {
  test('is heard of and cancelled on the line that is there', () => {
    const line = readyLine();
    placed(line);
    refusedOrder(line, 2);
    line.heard();
    const fill = { i: 7, c: ONE.childID, x: 'TRADE', X: 'PARTIALLY_FILLED', t: 1 };
    line.event(execution({ ...fill, l: '0.4', L: '100.5', z: '0.4' }));
    expect(line.heard()).toEqual(['Filled child 1 0.4@100.5']);
    line.cancel(ONE.childID);
    expect(line.has('order.cancel')).toBe(true);
  });

  test('in flight: the answer counts as ever', () => {
    const line = readyLine();
    line.submit(ONE);
    const first = line.take('order.place');
    refusedOrder(line, 2);
    line.heard();
    const order = { orderId: 7, clientOrderId: ONE.childID, status: 'NEW', executedQty: '0' };
    line.answer(first, orderResult(order));
    expect(line.heard()).toEqual(['Acknowledged 7']);
    expect(line.waitForLine()).toBe(1_000);
  });

  test('in flight on a line that is lost: in doubt, asked about on the next, and never sent again', () => {
    const line = readyLine();
    line.submit(ONE);
    line.take('order.place');
    refusedOrder(line, 2);
    line.heard();
    line.drop();
    expect(line.heard()).toEqual(['Unknown']);
    expect(line.waitForLine()).toBe(1_000);
    line.connect();
    const order = { orderId: 7, clientOrderId: ONE.childID, status: 'NEW', executedQty: '0' };
    line.answer(line.take('order.status'), orderResult(order));
    expect(line.heard()).toEqual(['Acknowledged 7']);
    expect(line.count('order.place')).toBe(2);
  });
});

test('a cancel that is refused for its key leaves the venue not ready', () => {
  const line = readyLine();
  placed(line);
  line.cancel(ONE.childID);
  line.refuse(line.take('order.cancel'), ...BAD_KEY);
  expect(line.heard()).toEqual(['CancelRefused']);
  expect([line.credentials(), line.states().at(-1)]).toEqual([['Cancel'], 'Reconciling']);
  const resting = { orderId: 7, clientOrderId: ONE.childID, status: 'NEW', executedQty: '0' };
  line.answer(line.take('order.status'), orderResult(resting));
  line.waitForLine();
  line.connect([resting]);
  line.submit(child(2));
  const order = { orderId: 8, clientOrderId: child(2).childID, status: 'NEW', executedQty: '0' };
  line.answer(line.take('order.place'), orderResult(order));
  expect(line.credentials()).toEqual(['Cancel', 'taken']);
});

// With no orders going there, nothing else would say so before a client's order does.
test('a question that is refused for its key leaves the venue not ready', () => {
  const line = readyLine();
  line.wait(CONFIG.auditEveryMs + 100);
  line.refuse(line.take('account.status'), ...BAD_KEY);
  expect([line.credentials(), line.states().at(-1)]).toEqual([['Query'], 'Reconciling']);
});

test('what anybody may ask says nothing of the key', () => {
  const line = readyLine();
  line.wait(CONFIG.auditEveryMs + 100);
  line.refuse(line.take('account.status'), ...BAD_KEY);
  line.wait(60_000);
  while (line.has('time')) line.answer(line.take('time'), { serverTime: 1_700_000_000_000 });
  expect(line.credentials()).toEqual(['Query']);
});
