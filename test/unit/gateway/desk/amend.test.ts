// A replace that goes to the venue as new terms for the child that rests there. Worked out by hand: order A buys 10 at 100,
// its child rests at the only venue; the book shows 99.99 to 100.01.
import { describe, expect, test } from '@jest/globals';
import type { ChildID } from '../../../../spec/terms/index.ts';
import {
  type Bench,
  acknowledged,
  cancel,
  childOf,
  ended,
  enter,
  executions,
  filled,
  newBench,
  orderOf,
  otherID,
  price,
  qty,
  replace,
  replacedChild,
  reportsOf,
  says,
  status,
  twoVenues,
  venueID,
  venueOrderIDOf,
} from '../../../fixtures/desk.ts';
import { cancels, type Decided, rest, tick, types } from './arrangement.ts';
import { doubtRows } from '../../../../gateway/operator/doubt-views.ts';
import { orderRows } from '../../../../gateway/operator/views.ts';

/** Order A with its child working. */
function resting(terms: Parameters<typeof enter>[2] = {}) {
  const bench = newBench();
  bench.replace = 'native';
  return { bench, childID: rest(bench, 'A', terms) };
}

/** Behind it a replace of A by B, whose new terms for the child are under way. */
function amending(to: { orderQty?: number; price?: number } = { orderQty: 20 }) {
  const { bench, childID } = resting();
  const decision = bench.send(
    replace(bench, ['B', 'A'], {
      orderQty: qty(to.orderQty ?? 10),
      price: price(to.price ?? 100),
    }),
  );
  return { bench, childID, decision };
}

const amended = (childID: ChildID, orderQty: number, px: number | string = 100) =>
  says({ type: 'Amended', childID, price: price(px), orderQty: qty(orderQty) });
const refusedAmend = (childID: ChildID) =>
  says({ type: 'AmendRefused', childID, text: 'no such amend' });
const unknownAmend = (childID: ChildID) =>
  says({ type: 'AmendUnknown', childID, cause: 'no answer' });

const reportsIn = ({ effects }: Decided) =>
  reportsOf(effects).map((one) =>
    one.type === 'ExecutionReport'
      ? `${one.execType} ${one.clOrdID} ${one.ordStatus}`
      : one.type === 'OrderCancelReject'
        ? `reject ${one.clOrdID} ${one.ordStatus}: ${one.text}`
        : one.type,
  );

describe('a replace of an order that rests alone at a venue that can', () => {
  test('is new terms for its child: nothing is cancelled, and its client waits for the venue', () => {
    const { bench, childID, decision } = amending();
    expect(types(decision)).toEqual(['ReplaceRequested', 'ChildAmendDecided']);
    const amend = { childID, venueID, price: price(100), orderQty: qty(20) };
    expect(decision.effects).toMatchObject([
      { type: 'ReportToClient' },
      { type: 'AmendChild', amend },
    ]);
    expect(reportsIn(decision)).toEqual(['PendingReplace B PendingReplace']);
    expect(orderOf(bench, 'A').children).toMatchObject([
      { orderQty: qty(10), cancel: 'None', amend: { orderQty: qty(20), phase: 'Sent' } },
    ]);
  });

  test('takes effect with the venue`s word: the child lives on, with its id, and the order is replaced', () => {
    const { bench, childID } = amending();
    const decision = bench.send(amended(childID, 20));
    expect(types(decision)).toEqual(['ChildAmended', 'OrderReplaced']);
    expect(executions(reportsOf(decision.effects))).toMatchObject([
      {
        execType: 'Replaced',
        ordStatus: 'New',
        clOrdID: 'B',
        origClOrdID: 'A',
        orderQty: qty(20),
        leavesQty: qty(20),
      },
    ]);
    const { children, pendingReplace } = orderOf(bench, 'B');
    expect(pendingReplace).toBeNull();
    expect(children).toMatchObject([{ childID, orderQty: qty(20), amend: null, phase: 'Working' }]);
    // Once, however often it is said.
    expect(types(bench.send(amended(childID, 20)))).toEqual([]);
    expect(types(bench.send(unknownAmend(childID)))).toEqual([]);
    expect(types(bench.send(refusedAmend(childID)))).toEqual([]);
  });

  test('down and to another price, with 3 filled: the child`s whole is 8, and 5 are left', () => {
    const { bench, childID } = resting();
    bench.send(filled(childID, 'e1', 3));
    const terms = { orderQty: qty(8), price: price(99.5) };
    const { effects } = bench.send(replace(bench, ['B', 'A'], terms));
    expect(effects).toContainEqual({
      type: 'AmendChild',
      amend: { childID, venueID, price: price(99.5), orderQty: qty(8) },
    });
    bench.send(amended(childID, 8, 99.5));
    expect(orderOf(bench, 'B')).toMatchObject({ orderQty: qty(8), leavesQty: qty(5) });
    bench.send(filled(childID, 'e2', 5, 99.5));
    expect(orderOf(bench, 'B')).toMatchObject({ endedHow: 'Filled', cumQty: qty(8) });
  });

  test('what an earlier child has filled is none of the new one`s: of 12, 4 filled before, it has 8', () => {
    const { bench, childID } = resting();
    bench.replace = 'cancelAndNew';
    bench.send(filled(childID, 'e1', 4));
    bench.send(replace(bench, ['B', 'A'], { orderQty: qty(11) }));
    bench.send(ended(childID, 'Canceled', 4));
    bench.replace = 'native';
    const second = childOf(bench, 'B');
    bench.send(acknowledged(second));
    const { effects } = bench.send(replace(bench, ['C', 'B'], { orderQty: qty(12) }));
    expect(effects).toContainEqual({
      type: 'AmendChild',
      amend: { childID: second, venueID, price: price(100), orderQty: qty(8) },
    });
  });

  test('that comes to the terms that the child has, on its venue`s tick, asks nothing of the venue', () => {
    const bench = newBench({ instruments: [twoVenues] });
    bench.replace = 'native';
    bench.venueState = 'Down';
    // The other venue's tick is 0.05: the child has 99.90.
    bench.send(enter(bench, 'A', { price: price('99.92') }));
    const childID = childOf(bench, 'A');
    bench.send(acknowledged(childID, otherID));
    const decision = bench.send(replace(bench, ['B', 'A'], { price: price('99.93') }));
    expect(types(decision)).toEqual(['ReplaceRequested', 'OrderReplaced']);
    expect(orderOf(bench, 'B').children).toMatchObject([{ childID, price: price('99.90') }]);
  });

  test('a further replace waits for it, and one behind it is new terms again', () => {
    const { bench, childID } = amending();
    expect(reportsIn(bench.send(replace(bench, ['C', 'B'], { orderQty: qty(30) })))).toEqual([
      'reject C PendingReplace: B is pending',
    ]);
    bench.send(amended(childID, 20));
    const decision = bench.send(replace(bench, ['D', 'B'], { orderQty: qty(30) }));
    expect(types(decision)).toEqual(['ReplaceRequested', 'ChildAmendDecided']);
  });
});

describe('a replace goes by cancel and new', () => {
  const byCancel = ['ReplaceRequested', 'ChildCancelDecided'];

  test.each<[string, (bench: Bench, childID: ChildID) => void, { orderQty?: number; px?: string }]>(
    [
      ['at a venue that cannot', (bench) => (bench.replace = 'cancelAndNew'), {}],
      ['while the venue is not ready', (bench) => (bench.venueState = 'Reconciling'), {}],
      ['where the new limit takes something that is shown', () => undefined, { px: '100.01' }],
      ['where nothing would be left of it', () => undefined, { orderQty: 3 }],
      [
        'where the venue has told its end, and fills are missing',
        (bench, childID) => void bench.send(ended(childID, 'Canceled', 5)),
        {},
      ],
      [
        'where the child may be cancelled already',
        (bench, childID) => {
          bench.send(cancel(bench, 'X', 'A'));
          bench.send(says({ type: 'CancelUnknown', childID, cause: 'no answer' }));
        },
        {},
      ],
    ],
  )('%s', (_, arrange, { orderQty = 20, px = '100' }) => {
    const { bench, childID } = resting();
    bench.send(filled(childID, 'e1', 3));
    arrange(bench, childID);
    const terms = { orderQty: qty(orderQty), price: price(px) };
    const decision = bench.send(replace(bench, ['B', 'A'], terms));
    expect(decision.effects.some(({ type }) => type === 'AmendChild')).toBe(false);
  });

  test('where the venue has not acknowledged the child', () => {
    const bench = newBench();
    bench.replace = 'native';
    bench.send(enter(bench, 'A'));
    expect(types(bench.send(replace(bench, ['B', 'A'], { orderQty: qty(20) })))).toEqual(byCancel);
  });

  test('where it has a second child', () => {
    const bench = newBench({ instruments: [twoVenues] });
    bench.replace = 'native';
    bench.balances.set('sandbox USDT', qty(500));
    bench.send(enter(bench, 'A'));
    for (const { childID, venueID: at } of orderOf(bench, 'A').children) {
      bench.send(acknowledged(childID, at));
    }
    expect(orderOf(bench, 'A').children).toHaveLength(2);
    const decision = bench.send(replace(bench, ['B', 'A'], { orderQty: qty(8) }));
    expect(types(decision)).toEqual([...byCancel, 'ChildCancelDecided']);
  });

  test('where our funds there do not cover what it would be', () => {
    const bench = newBench({ instruments: [twoVenues] });
    bench.replace = 'native';
    bench.balances.set('sandbox USDT', qty(1_500));
    bench.other.state = 'Down';
    rest(bench, 'A');
    bench.other.state = 'Ready';
    expect(types(bench.send(replace(bench, ['B', 'A'], { orderQty: qty(20) })))).toEqual(byCancel);
  });
});

describe('while the venue has not answered', () => {
  test('time cancels nothing, and a status request says what is awaited', () => {
    const { bench, childID } = amending();
    bench.now += 5_000_000_000n;
    expect(types(bench.send(tick))).toEqual([]);
    bench.send(filled(childID, 'e1', 4));
    expect(types(bench.send(tick))).toEqual([]);
    expect(executions(bench.reports(status(bench, 'A')))).toMatchObject([
      { ordStatus: 'PendingReplace', text: `awaiting new terms at ${venueID} (child ${childID})` },
    ]);
  });

  test('the larger of old and new is reserved, and its funds are taken', () => {
    const { bench, childID } = resting();
    bench.balances.set('sandbox USDT', qty(1_500));
    bench.send(replace(bench, ['B', 'A'], { orderQty: qty(14) }));
    const key = [...bench.state.exposures.values()];
    expect(key).toMatchObject([{ buyQty: qty(14) }]);
    expect(reportsIn(bench.send(enter(bench, 'N', { orderQty: qty(2) })))).toEqual([
      'Rejected N Rejected',
    ]);
    bench.send(refusedAmend(childID));
    bench.send(cancel(bench, 'X', 'A'));
    bench.send(ended(childID, 'Canceled', 0));
    expect(bench.state.exposures.size).toBe(1);
    expect([...bench.state.exposures.values()]).toMatchObject([{ buyQty: 0n, openOrders: 0 }]);
  });

  test('I3: a fill of all of the old quantity ends nothing: the new one may be open', () => {
    const { bench, childID } = amending();
    const decision = bench.send(filled(childID, 'e1', 10));
    expect(types(decision)).toEqual(['ChildFilled']);
    expect(orderOf(bench, 'A')).toMatchObject({ leavesQty: 0n, endedHow: null });
    expect(types(bench.send(amended(childID, 20)))).toEqual(['ChildAmended', 'OrderReplaced']);
    expect(orderOf(bench, 'B')).toMatchObject({ cumQty: qty(10), leavesQty: qty(10) });
  });

  test('I3: a fill beyond the old quantity proves the new one, and is no overfill', () => {
    const { bench, childID } = amending();
    bench.send(filled(childID, 'e1', 8));
    const decision = bench.send(filled(childID, 'e2', 5));
    expect(types(decision)).toEqual(['ChildAmended', 'OrderReplaced', 'ChildFilled']);
    expect(reportsIn(decision)).toEqual(['Replaced B PartiallyFilled', 'Trade B PartiallyFilled']);
    expect(orderOf(bench, 'B')).toMatchObject({
      cumQty: qty(13),
      leavesQty: qty(7),
      overfillQty: 0n,
    });
    // What comes behind the proof changes nothing.
    expect(types(bench.send(refusedAmend(childID)))).toEqual([]);
  });

  test('a fill beyond the old limit proves the new one: its client sees no trade through its limit', () => {
    const { bench, childID } = resting({ price: price(99.5) });
    bench.send(replace(bench, ['B', 'A'], { price: price(100) }));
    // At the old limit or better it proves nothing.
    expect(types(bench.send(filled(childID, 'e1', 1, 99.5)))).toEqual(['ChildFilled']);
    const decision = bench.send(filled(childID, 'e2', 1, 99.75));
    expect(types(decision)).toEqual(['ChildAmended', 'OrderReplaced', 'ChildFilled']);
  });

  test('its venue calls it filled with all of the lower quantity: that proves it too', () => {
    const { bench, childID } = amending({ orderQty: 5 });
    bench.send(ended(childID, 'Filled', 5));
    const decision = bench.send(filled(childID, 'e1', 5));
    expect(types(decision)).toEqual([
      'ChildFilled',
      'ChildAmended',
      'OrderReplaced',
      'ChildEnded',
      'OrderEnded',
    ]);
    expect(orderOf(bench, 'B')).toMatchObject({ orderQty: qty(5), endedHow: 'Filled' });
  });

  test('the child ends otherwise: the replace takes effect as it does without new terms', () => {
    const { bench, childID } = amending();
    bench.send(filled(childID, 'e1', 4));
    const decision = bench.send(ended(childID, 'Canceled', 4));
    expect(types(decision)).toEqual([
      'ChildEndReported',
      'ChildEnded',
      'OrderReplaced',
      'ChildDecided',
    ]);
    expect(orderOf(bench, 'B').children.at(-1)).toMatchObject({ orderQty: qty(16), amend: null });
  });

  test('I3: a late fill of a dead sibling leaves the new terms too large: the child is cancelled', () => {
    const bench = newBench();
    bench.replace = 'native';
    const { first, second } = replacedChild(bench);
    bench.send(replace(bench, ['B', 'A'], { orderQty: qty(20) }));
    const late = bench.send(filled(first, 'late', 4));
    expect(cancels(late)).toEqual([{ type: 'CancelChild', venueID, childID: second }]);
    // The venue took them meanwhile: of 20, 4 are filled, and 20 are open until its end is told.
    bench.send(amended(second, 20));
    expect(orderOf(bench, 'B')).toMatchObject({ orderQty: qty(20), leavesQty: qty(16) });
    bench.send(ended(second, 'Canceled', 0));
    expect(orderOf(bench, 'B').children.at(-1)).toMatchObject({ orderQty: qty(16), phase: 'Sent' });
  });
});

describe('refused', () => {
  test('the child is cancelled, and what the replace asks for is placed when it is dead', () => {
    const { bench, childID } = amending();
    const decision = bench.send(refusedAmend(childID));
    expect(types(decision)).toEqual(['ChildAmendRefused', 'ChildCancelDecided']);
    expect(reportsIn(decision)).toEqual([]);
    expect(types(bench.send(ended(childID, 'Canceled', 0)))).toEqual([
      'ChildEndReported',
      'ChildEnded',
      'OrderReplaced',
      'ChildDecided',
    ]);
    expect(orderOf(bench, 'B').children.at(-1)).toMatchObject({ orderQty: qty(20) });
  });

  test('because it was filled first: the child has ended, and the rest is placed', () => {
    const { bench, childID } = amending();
    bench.send(filled(childID, 'e1', 10));
    expect(types(bench.send(refusedAmend(childID)))).toEqual([
      'ChildAmendRefused',
      'ChildEnded',
      'OrderReplaced',
      'ChildDecided',
    ]);
    expect(orderOf(bench, 'B').children.at(-1)).toMatchObject({ orderQty: qty(10) });
  });

  test('and called done behind that: the replace has taken effect, and the cancel goes on', () => {
    const { bench, childID } = amending();
    bench.send(refusedAmend(childID));
    expect(types(bench.send(amended(childID, 20)))).toEqual(['ChildAmended', 'OrderReplaced']);
    expect(orderOf(bench, 'B').children).toMatchObject([{ orderQty: qty(20), cancel: 'Sent' }]);
    bench.send(filled(childID, 'e1', 12));
    bench.send(ended(childID, 'Canceled', 12));
    const order = orderOf(bench, 'B');
    expect(order).toMatchObject({ cumQty: qty(12), leavesQty: qty(8), overfillQty: 0n });
    expect(order.children.at(-1)).toMatchObject({ orderQty: qty(8) });
  });
});

describe('terms that nobody asked for', () => {
  test('larger ones are counted, and the child is cancelled', () => {
    const { bench, childID } = resting();
    const decision = bench.send(amended(childID, 12));
    expect(types(decision)).toEqual(['ChildAmended', 'ChildCancelDecided']);
    expect(types(bench.send(amended(childID, 12)))).toEqual([]);
  });

  test('I3: by smaller ones it is not open for less: it is cancelled, and nothing goes elsewhere before its end', () => {
    const { bench, childID } = resting();
    const decision = bench.send(amended(childID, 6));
    expect(types(decision)).toEqual(['ChildCancelDecided']);
    expect(types(bench.send(tick))).toEqual([]);
    bench.send(ended(childID, 'Canceled', 0));
    expect(orderOf(bench, 'A').children.at(-1)).toMatchObject({ orderQty: qty(10), phase: 'Sent' });
  });

  test('beside those that were asked for: the child is cancelled, and both are counted', () => {
    const { bench, childID } = amending();
    expect(types(bench.send(amended(childID, 10, 99)))).toEqual([
      'ChildAmended',
      'ChildCancelDecided',
    ]);
    expect(types(bench.send(amended(childID, 20)))).toEqual(['ChildAmended', 'OrderReplaced']);
  });

  test('of a child that is dead change nothing', () => {
    const { bench, childID } = resting();
    bench.send(ended(childID, 'Canceled', 0));
    expect(types(bench.send(amended(childID, 20)))).toEqual([]);
  });
});

describe('in doubt (I7)', () => {
  test('the venue is asked, the operator sees it, and nothing is cancelled before its bound', () => {
    const { bench, childID } = amending();
    const { effects } = bench.send(unknownAmend(childID));
    expect(effects).toMatchObject([
      { type: 'ResolveChild', venueID, childID },
      { type: 'RaiseAlarm', level: 'warn' },
    ]);
    const toDo = `look whether order ${venueOrderIDOf(childID)} is 20 at 100 at ${venueID} now; cancel it there, then its fills, and how it ended`;
    expect(doubtRows(bench.state)).toMatchObject([{ childID, doubt: 'Amend', toDo }]);
    expect(orderRows(bench.state, 10)).toMatchObject([
      { children: [{ amend: { orderQty: '20', price: '100', phase: 'InDoubt' } }] },
    ]);
    bench.now += 30_000_000_000n;
    expect(types(bench.send(tick))).toEqual([]);
    // An acknowledgement, or a fill within the old terms, answers another question.
    bench.send(filled(childID, 'e1', 1));
    bench.send(acknowledged(childID));
    expect(orderOf(bench, 'A').children).toMatchObject([{ amend: { phase: 'InDoubt' } }]);
    expect(orderOf(bench, 'A').children[0]?.inDoubtSince).not.toBeNull();
  });

  test('past its bound the operator is called and the child is cancelled: nothing waits for ever', () => {
    const { bench, childID } = amending();
    bench.send(unknownAmend(childID));
    bench.now += 31_000_000_000n;
    expect(types(bench.send(tick))).toEqual(['InDoubtOverdue', 'ChildCancelDecided']);
    bench.send(ended(childID, 'Canceled', 0));
    expect(orderOf(bench, 'B').children.at(-1)).toMatchObject({ orderQty: qty(20), phase: 'Sent' });
  });

  test.each([
    ['new terms', amended, ['ChildAmended', 'OrderReplaced']],
    ['old ones', refusedAmend, ['ChildAmendRefused', 'ChildCancelDecided']],
  ] as const)('its venue has the %s: the doubt is over', (_, answer, events) => {
    const { bench, childID } = amending();
    bench.send(unknownAmend(childID));
    expect(types(bench.send(answer(childID, 20)))).toEqual(events);
    expect(doubtRows(bench.state)).toEqual([]);
    expect(orderOf(bench, 'B').children[0]?.inDoubtSince).toBeNull();
  });

  test('an operator may say how the child ended', () => {
    const { bench, childID } = amending();
    bench.send(unknownAmend(childID));
    const venueOrderID = venueOrderIDOf(childID);
    const finding = { type: 'Ended', venueOrderID, cumQty: qty(0) } as const;
    const decision = bench.send({
      type: 'ResolveChild',
      childID,
      finding,
      who: 'kim',
      reason: 'their page',
    });
    expect(types(decision)).toEqual([
      'ChildResolved',
      'ChildEndReported',
      'ChildEnded',
      'OrderReplaced',
      'ChildDecided',
    ]);
  });

  test('crash row 7: a process that ended between decision and answer starts in doubt of it', () => {
    const { bench, childID } = amending();
    const decision = bench.send({ type: 'StartDesk', desk: 1 });
    expect(types(decision)).toEqual(['DeskStarted', 'ChildAmendPutInDoubt']);
    expect(decision.effects).toContainEqual({ type: 'ResolveChild', venueID, childID });
    // Once: the next start finds it in doubt.
    expect(types(bench.send({ type: 'StartDesk', desk: 1 }))).toEqual(['DeskStarted']);
    expect(types(bench.send(tick))).toEqual([]);
    expect(types(bench.send(amended(childID, 20)))).toEqual(['ChildAmended', 'OrderReplaced']);
  });
});

describe('a cancel request while new terms are under way', () => {
  function cancelled() {
    const { bench, childID } = amending();
    const decision = bench.send(cancel(bench, 'X', 'B'));
    return { bench, childID, decision };
  }

  test('is sent at once; the replace stays pending until it is known whether it took effect', () => {
    const { childID, decision } = cancelled();
    expect(types(decision)).toEqual(['CancelRequested', 'ChildCancelDecided']);
    expect(cancels(decision)).toEqual([{ type: 'CancelChild', venueID, childID }]);
  });

  test('it took effect: the client hears Replaced, then Canceled, and a fill between is within its order', () => {
    const { bench, childID } = cancelled();
    expect(reportsIn(bench.send(filled(childID, 'e1', 12)))).toEqual([
      'Replaced B PendingCancel',
      'Trade B PendingCancel',
    ]);
    expect(types(bench.send(amended(childID, 20)))).toEqual([]);
    expect(reportsIn(bench.send(ended(childID, 'Canceled', 12)))).toEqual(['Canceled X Canceled']);
    expect(orderOf(bench, 'A')).toMatchObject({
      orderQty: qty(20),
      cumQty: qty(12),
      deadQty: qty(8),
      overfillQty: 0n,
    });
  });

  test('it was refused: so is the replace, and the order is cancelled with its child', () => {
    const { bench, childID } = cancelled();
    const superseded = 'reject B PendingCancel: superseded by the cancel request X';
    expect(reportsIn(bench.send(refusedAmend(childID)))).toEqual([superseded]);
    expect(reportsIn(bench.send(ended(childID, 'Canceled', 0)))).toEqual(['Canceled X Canceled']);
    expect(orderOf(bench, 'A')).toMatchObject({ orderQty: qty(10), deadQty: qty(10) });
  });

  test('the child ends first: the replace is refused, then the order is cancelled', () => {
    const { bench, childID } = cancelled();
    expect(reportsIn(bench.send(ended(childID, 'Canceled', 0)))).toEqual([
      'reject B PendingCancel: superseded by the cancel request X',
      'Canceled X Canceled',
    ]);
  });

  test('all was filled on the old terms first: both are refused', () => {
    const { bench, childID } = cancelled();
    bench.send(filled(childID, 'e1', 10));
    expect(reportsIn(bench.send(refusedAmend(childID)))).toEqual([
      'reject B PendingCancel: superseded by the cancel request X',
      'reject X Filled: the order was filled first',
    ]);
    expect(orderOf(bench, 'A')).toMatchObject({ endedHow: 'Filled', cumQty: qty(10) });
  });
});

describe('what else ends an order does not wait for the answer', () => {
  test.each([
    ['firm', ''],
    ['venue', venueID],
  ] as const)('a kill switch of the %s cancels the child at once', (scope, scopeID) => {
    const { bench, childID } = amending();
    const kill = { type: 'EngageKill', scope, scopeID, who: 'kim', reason: 'drill' } as const;
    const decision = bench.send(kill);
    expect(cancels(decision)).toEqual([{ type: 'CancelChild', venueID, childID }]);
    expect(types(bench.send(amended(childID, 20)))).toEqual(['ChildAmended', 'OrderReplaced']);
    const last = bench.send(ended(childID, 'Canceled', 0));
    expect(last.effects.some(({ type }) => type === 'SubmitChild')).toBe(false);
    expect(orderOf(bench, 'B').endedHow).toBe(scope === 'firm' ? 'Canceled' : null);
  });

  test('a kill switch, and the venue keeps the old terms: the replace is refused', () => {
    const { bench, childID } = amending();
    bench.send({ type: 'EngageKill', scope: 'firm', scopeID: '', who: 'kim', reason: 'drill' });
    expect(reportsIn(bench.send(refusedAmend(childID)))).toEqual([
      'reject B New: superseded by the kill switch of the firm',
    ]);
    expect(reportsIn(bench.send(ended(childID, 'Canceled', 0)))).toEqual(['Canceled A Canceled']);
  });

  test('the end of its day cancels the child; new terms that hold are told before it expires', () => {
    const { bench, childID } = resting({ timeInForce: 'Day' });
    bench.send(replace(bench, ['B', 'A'], { orderQty: qty(20) }));
    bench.now += 43_200_000_000_000n;
    const decision = bench.send(tick);
    expect(types(decision)).toEqual(['OrderExpiring', 'ChildCancelDecided']);
    bench.send(amended(childID, 20));
    expect(reportsIn(bench.send(ended(childID, 'Canceled', 0)))).toEqual(['Expired B Expired']);
  });

  test('the end of its day, and the venue keeps the old terms: the replace is too late', () => {
    const { bench, childID } = resting({ timeInForce: 'Day' });
    bench.send(replace(bench, ['B', 'A'], { orderQty: qty(20) }));
    bench.now += 43_200_000_000_000n;
    bench.send(tick);
    bench.send(refusedAmend(childID));
    expect(reportsIn(bench.send(ended(childID, 'Canceled', 0)))).toEqual([
      'reject B New: the trading day of the order is over',
      'Expired A Expired',
    ]);
  });
});
