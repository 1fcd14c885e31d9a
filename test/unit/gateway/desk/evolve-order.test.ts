// What one event makes of one order, where no whole story of a desk tells: whose doubt ends with it, and whose goes on.
import { describe, expect, test } from '@jest/globals';
import { evolve } from '../../../../gateway/desk/evolve/index.ts';
import { type OrderEvent, evolveOrder } from '../../../../gateway/desk/evolve/order.ts';
import type { Child, ParentOrder } from '../../../../spec/events/index.ts';
import { asClOrdID, asVenueExecID, childIDOf } from '../../../../spec/terms/index.ts';
import { epochNs, formatNotional } from '../../../../spec/units/index.ts';
import {
  acknowledged,
  cancel,
  childOf,
  enter,
  filled,
  newBench,
  noon,
  orderOf,
  price,
  qty,
  replace,
  reportsOf,
  venueOrderIDOf,
} from '../../../fixtures/desk.ts';

const later = epochNs(noon + 5_000_000_000n);

/** An order of 10 at 100 whose only child works, with these facts of the child changed. */
function orderWith(change: Partial<Child> = {}): { order: ParentOrder; child: Child } {
  const bench = newBench();
  bench.send(enter(bench, 'A'));
  bench.send(acknowledged(childOf(bench, 'A')));
  const order = orderOf(bench, 'A');
  const [first] = order.children;
  if (first === undefined) throw new Error('no child');
  const child: Child = { ...first, ...change };
  return { order: { ...order, children: [child] }, child };
}

function childAfter(order: ParentOrder, event: OrderEvent): Child | undefined {
  return evolveOrder(order, event, later).children[0];
}

/** In doubt since noon, and the operator has been called. */
const doubted = { inDoubtSince: epochNs(noon), overdueRaised: true };

describe('an acknowledgement', () => {
  const acknowledge = ({ order, child }: ReturnType<typeof orderWith>) => {
    const { childID } = child;
    const venueOrderID = venueOrderIDOf(childID);
    return childAfter(order, {
      type: 'ChildAcknowledged',
      orderID: order.orderID,
      childID,
      venueOrderID,
    });
  };

  test('ends the doubt of a child, so that the operator is called for the next one anew', () => {
    expect(acknowledge(orderWith({ phase: 'InDoubt', ...doubted }))).toMatchObject({
      phase: 'Working',
      inDoubtSince: null,
      overdueRaised: false,
    });
  });

  test('says nothing of a cancel that is in doubt: that doubt goes on from when it began', () => {
    expect(acknowledge(orderWith({ cancel: 'InDoubt', ...doubted }))).toMatchObject({
      cancel: 'InDoubt',
      ...doubted,
    });
  });
});

describe('a cancel that is refused', () => {
  const refuse = ({ order, child }: ReturnType<typeof orderWith>) =>
    childAfter(order, {
      type: 'ChildCancelRefused',
      orderID: order.orderID,
      childID: child.childID,
      text: 'no',
    });

  test('is over, and so is the doubt about it', () => {
    expect(refuse(orderWith({ cancel: 'InDoubt', ...doubted }))).toMatchObject({
      cancel: 'None',
      cancelRefusals: 1,
      cancelRefusedAt: later,
      inDoubtSince: null,
      overdueRaised: false,
    });
  });

  test('says nothing of a child that is in doubt itself: that doubt goes on (I7)', () => {
    expect(refuse(orderWith({ phase: 'InDoubt', cancel: 'Sent', ...doubted }))).toMatchObject({
      phase: 'InDoubt',
      ...doubted,
    });
  });
});

test('a child that has ended has no cancel under way', () => {
  const { order, child } = orderWith({ cancel: 'Sent' });
  const { orderID } = order;
  const { childID } = child;
  expect(
    childAfter(order, { type: 'ChildEnded', orderID, childID, how: 'Canceled' }),
  ).toMatchObject({ phase: 'Ended', cancel: 'None' });
});

test('a fill that is taken back of a child that works leaves it working: what it lost is open there', () => {
  const bench = newBench();
  bench.send(enter(bench, 'A'));
  const childID = childOf(bench, 'A');
  bench.send(filled(childID, 'e1', 4));
  const order = orderOf(bench, 'A');
  const after = evolveOrder(
    order,
    {
      type: 'ChildFillCancelled',
      orderID: order.orderID,
      childID,
      venueOrderID: venueOrderIDOf(childID),
      venueExecID: asVenueExecID('e1'),
      lastQty: qty(4),
      lastPx: price(100),
      refSequence: null,
      text: '',
      grossTradeAmt: null,
    },
    later,
  );
  expect(after).toMatchObject({ cumQty: qty(0), leavesQty: qty(10) });
  expect(after.children[0]).toMatchObject({ phase: 'Working', inDoubtSince: null, fills: [] });
});

test('I7: an order does not end while a child of it works', () => {
  const { order, child } = orderWith();
  const event = { type: 'OrderEnded', orderID: order.orderID, how: 'Canceled', text: '' } as const;
  expect(() => evolveOrder(order, event, later)).toThrow(
    `I7 broken: orderID=${order.orderID} openChild=${child.childID}`,
  );
});

test('I2: an event of a child that the order does not have is refused with both names', () => {
  const { order } = orderWith();
  const childID = childIDOf({ desk: 1, epoch: 1, intent: 99 });
  const event = { type: 'ChildEnded', orderID: order.orderID, childID, how: 'Canceled' } as const;
  expect(() => evolveOrder(order, event, later)).toThrow(
    `I2 broken: orderID=${order.orderID} unknownChild=${childID}`,
  );
});

test('a cancel that is refused leaves a replace pending that has another ClOrdID', () => {
  const bench = newBench();
  bench.send(enter(bench, 'A'));
  bench.send(replace(bench, ['B', 'A'], { orderQty: qty(15) }));
  const order = orderOf(bench, 'A');
  const origin = bench.origin();
  const clOrdID = asClOrdID('C');
  const pendingCancel = { clOrdID, origClOrdID: order.clOrdID, origin };
  const both: ParentOrder = { ...order, pendingCancel, clOrdIDs: [...order.clOrdIDs, clOrdID] };
  const event = {
    type: 'RequestRejected',
    orderID: order.orderID,
    origin,
    clOrdID,
    origClOrdID: order.clOrdID,
    ordStatus: 'New',
    responseTo: 'Cancel',
    cxlRejReason: 'TooLateToCancel',
    wasPending: true,
    text: '',
  } as const;
  const after = evolveOrder(both, event, later);
  expect(after.pendingCancel).toBeNull();
  expect(after.pendingReplace).toEqual(order.pendingReplace);
  expect(after.clOrdIDs).toEqual(['A', 'B']);
  expect(evolveOrder({ ...both, pendingReplace: null }, event, later).pendingCancel).toBeNull();
});

test('a cancel that names an id which a replace has taken the place of is refused, and told the new one', () => {
  const bench = newBench();
  bench.send(enter(bench, 'A'));
  bench.send(replace(bench, ['B', 'A'])); // Changes nothing: it takes effect at once.
  const decision = bench.send(cancel(bench, 'C', 'A'));
  expect(reportsOf(decision.effects)).toMatchObject([
    { type: 'OrderCancelReject', cxlRejReason: 'UnknownOrder', text: 'the order is now B' },
  ]);
  expect(orderOf(bench, 'B').pendingCancel).toBeNull();
});

test('a message that was refused is in the journal and changes no state', () => {
  const bench = newBench();
  const event = {
    type: 'MessageRefused',
    origin: bench.origin(),
    refMsgType: 'D',
    businessRejectReason: 'ApplicationNotAvailable',
    refID: null,
    text: '',
  } as const;
  const at = epochNs(noon);
  expect(evolve(bench.state, { sequence: 99, at, event })).toEqual({ before: null, after: null });
});

test('an order that has ended is found by none of its ids in what is open', () => {
  const bench = newBench();
  bench.send(enter(bench, 'A'));
  bench.send(replace(bench, ['B', 'A']));
  expect([...bench.state.byClOrdID.keys()]).toEqual(['ACME\u0001A', 'ACME\u0001B']);
  bench.send(filled(childOf(bench, 'A'), 'e1', 10));
  expect([...bench.state.byClOrdID.keys()]).toEqual([]);
});

test('a fill of a sell takes from the position and adds to what was sold, and to nothing bought', () => {
  const bench = newBench();
  bench.send(enter(bench, 'A', { side: 'sell' }));
  bench.send(filled(childOf(bench, 'A'), 'e1', 4));
  const [position] = bench.state.positions.values();
  expect(position?.qty).toBe(0n - qty(4));
  expect(formatNotional(position?.boughtNotional ?? 1n)).toBe('0');
  expect(formatNotional(position?.soldNotional ?? 0n)).toBe('400');
});

test('a cancel is refused with why: no such order, an end, an id that was used, one that is pending', () => {
  const bench = newBench();
  bench.send(enter(bench, 'A'));
  bench.send(enter(bench, 'E'));
  bench.send(filled(childOf(bench, 'E'), 'e1', 10));
  const refusal = (clOrdID: string, origClOrdID: string) => {
    const [report] = bench.reports(cancel(bench, clOrdID, origClOrdID));
    return report?.type === 'OrderCancelReject' ? [report.cxlRejReason, report.text] : [];
  };
  expect(refusal('C1', 'nothing')).toEqual([
    'UnknownOrder',
    'no order with ClOrdID(11) nothing here',
  ]);
  expect(refusal('C2', 'E')).toEqual(['TooLateToCancel', 'the order has ended: Filled']);
  expect(refusal('E', 'A')).toEqual(['DuplicateClOrdID', 'ClOrdID(11) E was used before']);
  bench.send(cancel(bench, 'C3', 'A'));
  expect(refusal('C4', 'A')).toEqual(['AlreadyPending', 'C3 is pending']);
});
