// Fills that come when nobody expects them any more, and venues that contradict themselves.
import { describe, expect, test } from '@jest/globals';
import {
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
  qty,
  replace,
  replacedChild,
  says,
  venueID,
} from '../../../fixtures/desk.ts';
import { resting, tick } from './arrangement.ts';
import { childAt, gtc, twoBooks } from './two-books.ts';

describe('a fill of a child that was held for dead', () => {
  test('a child held for dead that turns out executed is swept once, however often its end is said', () => {
    const bench = newBench();
    bench.send(enter(bench, 'A', { timeInForce: 'IOC' }));
    const childID = childOf(bench, 'A');
    bench.send(says({ type: 'Refused', childID, text: 'no' }));
    const sweep = bench.send(acknowledged(childID)).effects;
    expect(sweep).toEqual([{ type: 'CancelChild', venueID, childID }]);
    bench.send(filled(childID, 'e1', 10));
    bench.send(ended(childID, 'Filled', 10));
    // The venue's answer to the sweep of an order that has ended: what it was, and how it ended.
    expect(bench.send(acknowledged(childID)).recorded).toEqual([]);
    expect(bench.send(ended(childID, 'Filled', 10)).recorded).toEqual([]);
  });

  test('I3: the child that took its place is cancelled, since it is open for more than is left', () => {
    const bench = newBench();
    const { first, second: live } = replacedChild(bench);
    const { effects } = bench.send(filled(first, 'late', 4));
    expect(effects.filter((one) => one.type === 'CancelChild')).toEqual([
      { type: 'CancelChild', venueID, childID: live },
    ]);
    bench.send(ended(live, 'Canceled', 0));
    const order = orderOf(bench, 'A');
    expect(order.endedHow).toBeNull();
    expect(order.children.at(-1)).toMatchObject({ orderQty: qty(6), phase: 'Sent' });
  });

  test('when nothing is left, its successor is cancelled and the order ends filled', () => {
    const bench = newBench();
    const { first, second: live } = replacedChild(bench);
    bench.send(filled(first, 'late', 10));
    bench.send(ended(live, 'Canceled', 0));
    expect(orderOf(bench, 'A')).toMatchObject({ endedHow: 'Filled', cumQty: qty(10) });
    expect(bench.state.orders.size).toBe(0);
  });

  test('ends an order that waited for a venue, so that no tick places a child of nothing', () => {
    const bench = newBench();
    bench.send(enter(bench, 'A'));
    const childID = childOf(bench, 'A');
    bench.send(says({ type: 'Unknown', childID, cause: 'time-out' }));
    bench.venueState = 'Down';
    bench.send(says({ type: 'Absent', childID, evidence: 'complete history' }));
    bench.send(filled(childID, 'late', 10));
    bench.venueState = 'Ready';
    expect(bench.events(tick)).toEqual([]);
    expect(orderOf(bench, 'A').endedHow).toBe('Filled');
  });

  test('the successor is cancelled again after a restart, when its cancel was in doubt', () => {
    const bench = newBench();
    const { first } = replacedChild(bench);
    bench.send(filled(first, 'late', 4));
    bench.send({ type: 'StartDesk', desk: 1 });
    expect(bench.events(tick).map((event) => event.type)).toEqual(['ChildCancelDecided']);
  });

  test('I7: a cancel in doubt is repeated though the order has room again by then', () => {
    const bench = twoBooks();
    bench.send(enter(bench, 'A', gtc));
    const first = childAt(bench, 'A', venueID);
    const doubted = childAt(bench, 'A', otherID);
    bench.send(acknowledged(doubted, otherID));
    bench.send(says({ type: 'Unknown', childID: first, cause: 'time-out' }));
    bench.send(says({ type: 'Absent', childID: first, evidence: 'complete history' }));
    const second = childAt(bench, 'A', venueID);
    bench.send(acknowledged(second));
    // 10 are open and 6 are left: both are cancelled; one answer is lost, the other makes room.
    bench.send(filled(first, 'late', 4));
    bench.send(says({ type: 'CancelUnknown', childID: doubted, cause: 'time-out' }, otherID));
    bench.send(ended(second, 'Canceled', 0));
    expect(orderOf(bench, 'A').leavesQty).toBe(qty(6));
    const repeated = { type: 'CancelChild', venueID: otherID, childID: doubted };
    expect(bench.send(tick).effects).toContainEqual(repeated);
    // While that one is under way nothing more is asked.
    bench.now += 1_000_000_000n;
    expect(bench.send(tick).effects).not.toContainEqual(repeated);
  });

  test('on a cancelled order it lowers Dead, and is told as the Trade that it is', () => {
    const bench = newBench();
    bench.send(enter(bench, 'A'));
    const childID = childOf(bench, 'A');
    bench.send(cancel(bench, 'B', 'A'));
    bench.send(ended(childID, 'Canceled', 0));
    const reports = executions(bench.reports(filled(childID, 'late', 4)));
    expect(reports).toMatchObject([
      { execType: 'Trade', ordStatus: 'Canceled', cumQty: qty(4), leavesQty: 0n, clOrdID: 'A' },
    ]);
    expect(orderOf(bench, 'A')).toMatchObject({ deadQty: qty(6), cumQty: qty(4) });
    expect(bench.state.orders.size).toBe(0);
  });

  test('on a rejected order the status is no longer Rejected: something was executed', () => {
    const bench = newBench();
    bench.send(enter(bench, 'A', { timeInForce: 'IOC' }));
    const childID = childOf(bench, 'A');
    bench.send(says({ type: 'Refused', childID, text: 'no' }));
    const reports = executions(bench.reports(filled(childID, 'late', 4)));
    expect(reports).toMatchObject([{ execType: 'Trade', ordStatus: 'Canceled', cumQty: qty(4) }]);
  });
});

describe('overfill', () => {
  test('is booked, told and alarmed', () => {
    const bench = newBench();
    bench.send(enter(bench, 'A'));
    const { effects } = bench.send(filled(childOf(bench, 'A'), 'e1', 12));
    expect(orderOf(bench, 'A')).toMatchObject({ overfillQty: qty(2), cumQty: qty(12) });
    expect(effects.map((one) => one.type)).toEqual(['ReportToClient', 'RaiseAlarm', 'ForgetChild']);
  });

  test('counts against the quantity that a pending replace asks for: 15 wanted, 12 done, 3 left', () => {
    const bench = newBench();
    const { first, second: live } = replacedChild(bench);
    bench.send(replace(bench, ['B', 'A'], { orderQty: qty(15) }));
    bench.send(filled(first, 'late', 10));
    bench.send(filled(live, 'e2', 2));
    expect(orderOf(bench, 'A').overfillQty).toBe(qty(2));
    bench.send(ended(live, 'Canceled', 2));
    expect(orderOf(bench, 'B')).toMatchObject({
      orderQty: qty(15),
      cumQty: qty(12),
      leavesQty: qty(3),
      overfillQty: 0n,
    });
  });
});

describe('a venue that contradicts itself', () => {
  test('I7: absent is not believed of a child whose end it has reported', () => {
    const bench = newBench();
    bench.send(enter(bench, 'A'));
    const childID = childOf(bench, 'A');
    bench.send(ended(childID, 'Canceled', 4));
    bench.send(says({ type: 'Absent', childID, evidence: 'complete history' }));
    expect(orderOf(bench, 'A').children).toHaveLength(1);
    bench.send(filled(childID, 'e1', 4));
    expect(orderOf(bench, 'A')).toMatchObject({ endedHow: 'Canceled', cumQty: qty(4) });
  });

  test('I7: absent is not believed of a child that it has acknowledged', () => {
    const { bench, childID } = resting();
    bench.send(says({ type: 'Refused', childID, text: 'duplicate order' }));
    bench.send(says({ type: 'Absent', childID, evidence: 'complete history' }));
    expect(orderOf(bench, 'A').children).toMatchObject([{ phase: 'InDoubt' }]);
  });

  test('I7: refused is not believed of a child whose end with fills it has reported', () => {
    const bench = newBench();
    bench.send(enter(bench, 'A'));
    const childID = childOf(bench, 'A');
    bench.send(ended(childID, 'Canceled', 4));
    bench.send(says({ type: 'Refused', childID, text: 'no' }));
    expect(orderOf(bench, 'A').endedHow).toBeNull();
  });

  test('I7: an end with more than is booked, of a child held for dead, opens a query', () => {
    const bench = newBench();
    bench.send(enter(bench, 'A', { timeInForce: 'IOC' }));
    const childID = childOf(bench, 'A');
    bench.send(says({ type: 'Refused', childID, text: 'no' }));
    const { effects } = bench.send(ended(childID, 'Canceled', 4));
    expect(effects).toContainEqual({ type: 'ResolveChild', venueID, childID });
    expect(bench.send(ended(childID, 'Canceled', 4)).recorded).toEqual([]);
  });
});
