// A child in doubt whose venue does not answer: what an operator has found out there is taken as evidence,
// on record, and never against what is booked.
import { describe, expect, test } from '@jest/globals';
import type { Finding } from '../../../../spec/events/index.ts';
import { asVenueExecID, asVenueOrderID } from '../../../../spec/terms/index.ts';
import { doubtRows } from '../../../../gateway/operator/doubt-views.ts';
import {
  type Bench,
  cancel,
  childOf,
  decimal,
  ended,
  enter,
  executions,
  filled,
  newBench,
  orderOf,
  otherID,
  price,
  qty,
  reportsOf,
  says,
  venueOrderIDOf,
} from '../../../fixtures/desk.ts';
import { resting, types } from './arrangement.ts';
import { childAt, gtc, twoBooks } from './two-books.ts';

const by = { who: 'kim', reason: 'their order page' } as const;
const absent: Finding = { type: 'Absent' };

/** Of the newest child of order A, as its venue calls it. */
const endedWith = (bench: Bench, cumQty: string): Finding => ({
  type: 'Ended',
  venueOrderID: venueOrderIDOf(childOf(bench, 'A')),
  cumQty: qty(cumQty),
});

const fillOf = (bench: Bench, lastQty: string, execID = 'X-1'): Finding => ({
  type: 'Filled',
  venueOrderID: venueOrderIDOf(childOf(bench, 'A')),
  venueExecID: asVenueExecID(execID),
  lastQty: qty(lastQty),
  lastPx: price('100'),
  feeAmount: decimal('0.01'),
  feeAsset: null,
});

function resolve(bench: Bench, clOrdID: string, finding: Finding) {
  return bench.send({ type: 'ResolveChild', childID: childOf(bench, clOrdID), finding, ...by });
}

/** Why it was refused; the state is untouched. */
function refusal(bench: Bench, clOrdID: string, finding: Finding): unknown {
  const before = structuredClone([...bench.state.orders.values()]);
  const events = resolve(bench, clOrdID, finding).recorded.map(({ event }) => event);
  expect(events).toMatchObject([{ type: 'AdminRefused', commandType: 'ResolveChild', ...by }]);
  expect([...bench.state.orders.values()]).toEqual(before);
  const [event] = events;
  return event?.type === 'AdminRefused' ? event.text : null;
}

/** An order whose child was sent, and its outcome is not known. */
function inDoubt(): Bench {
  const bench = newBench();
  bench.send(enter(bench, 'A'));
  bench.send(says({ type: 'Unknown', childID: childOf(bench, 'A'), cause: 'no answer' }));
  return bench;
}

describe('a child that its venue never had', () => {
  test('ends; a cancel that waited for it is confirmed to the client', () => {
    const bench = inDoubt();
    bench.send(cancel(bench, 'B', 'A'));
    const decision = resolve(bench, 'A', absent);
    expect(types(decision)).toEqual(['ChildResolved', 'ChildProvenAbsent', 'OrderEnded']);
    expect(decision.recorded[0]?.event).toMatchObject({ how: 'Absent', ...by });
    const [report] = executions(reportsOf(decision.effects));
    expect(report).toMatchObject({ execType: 'Canceled', ordStatus: 'Canceled', cumQty: 0n });
  });

  test('frees its quantity: an order that rests goes on with a new child', () => {
    const bench = twoBooks();
    bench.send(enter(bench, 'A', gtc));
    const childID = childAt(bench, 'A', otherID);
    bench.send(says({ type: 'Unknown', childID, cause: 'no answer' }, otherID));
    const known = orderOf(bench, 'A').children.length;
    const decision = bench.send({ type: 'ResolveChild', childID, finding: absent, ...by });
    expect(types(decision)).toContain('ChildProvenAbsent');
    expect(orderOf(bench, 'A').children.length).toBeGreaterThan(known);
    const open = orderOf(bench, 'A')
      .children.filter(({ phase }) => phase !== 'Ended')
      .reduce((sum, child) => sum + child.orderQty - child.cumQty, 0n);
    expect(open).toBeLessThanOrEqual(orderOf(bench, 'A').leavesQty);
  });

  test('is not believed of one that the venue has named', () => {
    const { bench } = resting();
    bench.send(cancel(bench, 'B', 'A'));
    bench.send(says({ type: 'CancelUnknown', childID: childOf(bench, 'A'), cause: 'no answer' }));
    expect(refusal(bench, 'A', absent)).toContain('say how it ended');
  });

  test('that filled after all is booked late, as the Trade that it is (I3)', () => {
    const bench = inDoubt();
    const childID = childOf(bench, 'A');
    bench.send(cancel(bench, 'B', 'A'));
    resolve(bench, 'A', absent);
    const [report] = executions(bench.reports(filled(childID, 'X-9', '1')));
    expect(report).toMatchObject({ execType: 'Trade', lastQty: qty('1'), cumQty: qty('1') });
  });
});

describe('a child that filled and ended', () => {
  test('is booked by the ids of the venue, so that its own word later is known already (I2)', () => {
    const bench = inDoubt();
    const childID = childOf(bench, 'A');
    const decision = resolve(bench, 'A', fillOf(bench, '4'));
    expect(types(decision)).toEqual(['ChildResolved', 'ChildFilled']);
    expect(decision.recorded[1]?.event).toMatchObject({
      venueExecID: 'X-1',
      lastQty: qty('4'),
      feeAmount: decimal('0.01'),
      feeAsset: 'USDT',
    });
    expect(bench.events(filled(childID, 'X-1', '4'))).toEqual([]);
    expect(orderOf(bench, 'A').cumQty).toBe(qty('4'));
  });

  test('ends with what is booked; what is executed and not booked is asked for first', () => {
    const { bench, childID } = resting();
    bench.send(cancel(bench, 'B', 'A'));
    bench.send(says({ type: 'CancelUnknown', childID, cause: 'no answer' }));
    expect(refusal(bench, 'A', endedWith(bench, '4'))).toContain('only 0 are booked');
    resolve(bench, 'A', fillOf(bench, '4'));
    expect(refusal(bench, 'A', endedWith(bench, '3'))).toContain('4 of it are booked');
    expect(types(resolve(bench, 'A', endedWith(bench, '4')))).toEqual([
      'ChildResolved',
      'ChildEndReported',
      'ChildEnded',
      'OrderEnded',
    ]);
    expect(bench.ended.get(orderOf(bench, 'A').orderID)).toMatchObject({
      endedHow: 'Canceled',
      cumQty: qty('4'),
    });
  });

  test('whose fills the venue has not sent ends with the last of them', () => {
    const { bench, childID } = resting();
    bench.send(ended(childID, 'Canceled', 4));
    expect(doubtRows(bench.state)).toMatchObject([{ childID, doubt: 'Fills', finalCumQty: '4' }]);
    expect(types(resolve(bench, 'A', fillOf(bench, '4')))).toEqual(
      expect.arrayContaining(['ChildResolved', 'ChildFilled', 'ChildEnded']),
    );
    expect(doubtRows(bench.state)).toEqual([]);
  });
});

describe('what is refused, and changes nothing', () => {
  test('a child that nobody has, one that works, one that has ended', () => {
    const { bench } = resting();
    expect(refusal(bench, 'A', endedWith(bench, '0'))).toContain(
      'nothing about that child is in doubt',
    );
    const childID = childOf(bench, 'A');
    bench.send(cancel(bench, 'B', 'A'));
    bench.send(ended(childID, 'Canceled', 0));
    const gone = bench.send({ type: 'ResolveChild', childID, finding: absent, ...by });
    expect(gone.recorded.map(({ event }) => event)).toMatchObject([
      { type: 'AdminRefused', text: `no open order has a child ${childID}` },
    ]);
  });

  test('a fill that is booked, one above what is open, one of another order of the venue', () => {
    const bench = inDoubt();
    bench.send(filled(childOf(bench, 'A'), 'X-1', '4'));
    bench.send(cancel(bench, 'B', 'A'));
    bench.send(says({ type: 'CancelUnknown', childID: childOf(bench, 'A'), cause: 'no answer' }));
    expect(refusal(bench, 'A', fillOf(bench, '1'))).toContain('X-1 is booked already');
    expect(refusal(bench, 'A', fillOf(bench, '100', 'X-2'))).toContain('is more');
    const other = { ...fillOf(bench, '1', 'X-2'), venueOrderID: asVenueOrderID('V-2') } as Finding;
    expect(refusal(bench, 'A', other)).toContain('not V-2');
  });
});

test('what is in doubt is listed with what to look for, past its bound first', () => {
  const bench = inDoubt();
  expect(doubtRows(bench.state)).toMatchObject([
    {
      doubt: 'Order',
      venueOrderID: null,
      isOverdue: false,
      since: '2026-11-21T12:00:00.000000000Z',
    },
  ]);
  bench.now += 31_000_000_000n;
  bench.send({ type: 'Tick' });
  const [row] = doubtRows(bench.state);
  expect(row?.isOverdue).toBe(true);
  expect(row?.toDo).toContain(`client order id ${childOf(bench, 'A')}`);
});

test('a child whose venue keeps refusing to cancel it may be resolved: it knows nothing of it any more', () => {
  const { bench, childID } = resting();
  bench.send(cancel(bench, 'B', 'A'));
  for (let refusal = 1; refusal <= 5; refusal += 1) {
    expect(doubtRows(bench.state)).toEqual([]);
    bench.send(says({ type: 'CancelRefused', childID, text: 'unknown order' }));
    bench.now += 61_000_000_000n;
    bench.send({ type: 'Tick' });
  }
  expect(doubtRows(bench.state)).toMatchObject([{ childID, doubt: 'Cancel' }]);
  expect(types(resolve(bench, 'A', endedWith(bench, '0')))).toContain('OrderEnded');
});
