// One order's life: what each event makes of it. Pure, so that `decide` can look ahead with it.

import { invariant, unreachable } from '../../../spec/proof/index.ts';
import type { Child, Event, EventOf, Exclusion, ParentOrder } from '../../../spec/events/index.ts';
import type { EpochNs } from '../../../spec/ports/index.ts';
import type { ChildID } from '../../../spec/terms/index.ts';
import {
  type Qty,
  ZERO_NOTIONAL,
  ZERO_QTY,
  addQty,
  asNotional,
  minQty,
  notional,
  subtractQty,
} from '../../../spec/units/index.ts';

/** A request that was pending and now is not. */
type PendingRejected = EventOf<'RequestRejected'> & { readonly wasPending: true };

/** The events that change an order that is already there. */
export type OrderEvent =
  | PendingRejected
  | EventOf<
      | 'CancelRequested'
      | 'ReplaceRequested'
      | 'OrderReplaced'
      | 'OrderExpiring'
      | 'OrderEnded'
      | 'ChildDecided'
      | 'ChildAcknowledged'
      | 'ChildRefused'
      | 'ChildPutInDoubt'
      | 'ChildProvenAbsent'
      | 'ChildFilled'
      | 'ChildEndReported'
      | 'ChildEnded'
      | 'ChildCancelDecided'
      | 'ChildCancelRefused'
      | 'ChildCancelPutInDoubt'
      | 'InDoubtOverdue'
      | 'VenueExcluded'
    >;

export function newOrder(event: EventOf<'OrderAccepted'>, at: EpochNs): ParentOrder {
  return {
    orderID: event.orderID,
    sessionID: event.origin.sessionID,
    clOrdID: event.clOrdID,
    clOrdIDs: [event.clOrdID],
    account: event.account,
    instrumentID: event.instrumentID,
    instrumentVersion: event.instrumentVersion,
    symbol: event.symbol,
    side: event.side,
    ordType: event.ordType,
    price: event.price,
    worstPrice: event.worstPrice,
    timeInForce: event.timeInForce,
    orderQty: event.orderQty,
    cumQty: ZERO_QTY,
    leavesQty: event.orderQty,
    deadQty: ZERO_QTY,
    overfillQty: ZERO_QTY,
    cumNotional: ZERO_NOTIONAL,
    acceptedAt: at,
    expireAt: event.expireAt,
    pendingCancel: null,
    pendingReplace: null,
    expiring: false,
    children: [],
    endedHow: null,
    limitBasis: event.limitBasis,
    directives: event.directives,
    exclusions: [],
  };
}

/** Throws InvariantBroken (I3) where the event does not fit the order. */
export function evolveOrder(order: ParentOrder, event: OrderEvent, at: EpochNs): ParentOrder {
  const after = applied(order, event, at);
  invariant(
    after.orderQty + after.overfillQty === after.cumQty + after.leavesQty + after.deadQty,
    'I3',
    {
      orderID: order.orderID,
      event: event.type,
      orderQty: after.orderQty,
      overfillQty: after.overfillQty,
      cumQty: after.cumQty,
      leavesQty: after.leavesQty,
      deadQty: after.deadQty,
    },
  );
  return after;
}

export function isOrderEvent(event: Event): event is OrderEvent {
  switch (event.type) {
    case 'CancelRequested':
    case 'ReplaceRequested':
    case 'OrderReplaced':
    case 'OrderExpiring':
    case 'OrderEnded':
    case 'ChildDecided':
    case 'ChildAcknowledged':
    case 'ChildRefused':
    case 'ChildPutInDoubt':
    case 'ChildProvenAbsent':
    case 'ChildFilled':
    case 'ChildEndReported':
    case 'ChildEnded':
    case 'ChildCancelDecided':
    case 'ChildCancelRefused':
    case 'ChildCancelPutInDoubt':
    case 'InDoubtOverdue':
    case 'VenueExcluded':
      return true;
    case 'RequestRejected':
      return event.wasPending;
    default:
      return false;
  }
}

function applied(order: ParentOrder, event: OrderEvent, at: EpochNs): ParentOrder {
  switch (event.type) {
    case 'CancelRequested': {
      const { clOrdID, origClOrdID, origin } = event;
      return {
        ...order,
        clOrdIDs: [...order.clOrdIDs, clOrdID],
        pendingCancel: { clOrdID, origClOrdID, origin },
      };
    }
    case 'ReplaceRequested': {
      const { clOrdID, origClOrdID, origin, orderQty, price, worstPrice } = event;
      return {
        ...order,
        clOrdIDs: [...order.clOrdIDs, clOrdID],
        pendingReplace: { clOrdID, origClOrdID, origin, orderQty, price, worstPrice },
      };
    }
    case 'RequestRejected':
      return {
        ...order,
        clOrdIDs: order.clOrdIDs.filter((id) => id !== event.clOrdID),
        pendingCancel: order.pendingCancel?.clOrdID === event.clOrdID ? null : order.pendingCancel,
        pendingReplace:
          order.pendingReplace?.clOrdID === event.clOrdID ? null : order.pendingReplace,
      };
    case 'OrderReplaced':
      return {
        ...order,
        clOrdID: event.clOrdID,
        orderQty: event.orderQty,
        // What was filled over the old quantity counts against the new one.
        leavesQty: excess(event.orderQty, order.cumQty),
        overfillQty: excess(order.cumQty, event.orderQty),
        deadQty: ZERO_QTY,
        price: event.price,
        worstPrice: event.worstPrice,
        pendingReplace: null,
        // What a venue refused or faded were other terms.
        exclusions: [],
      };
    case 'OrderExpiring':
      return { ...order, expiring: true };
    case 'OrderEnded':
      return ended(order, event);
    case 'ChildDecided':
      return { ...order, children: [...order.children, newChild(event, at)] };
    case 'ChildFilled':
      return filled(order, event);
    case 'VenueExcluded':
      return { ...order, exclusions: excluding(order.exclusions, event) };
    default:
      return withChild(order, event.childID, (child) => changedChild(child, event, at));
  }
}

/** A venue has one exclusion; its earlier ones are counted. */
function excluding(
  known: readonly Exclusion[],
  { venueID, how, until }: EventOf<'VenueExcluded'>,
): readonly Exclusion[] {
  const times = (known.find((one) => one.venueID === venueID)?.times ?? 0) + 1;
  return [...known.filter((one) => one.venueID !== venueID), { venueID, how, until, times }];
}

/** How far `a` is above `b`; zero where it is not. */
function excess(a: Qty, b: Qty): Qty {
  return a > b ? subtractQty(a, b) : ZERO_QTY;
}

function ended(order: ParentOrder, event: EventOf<'OrderEnded'>): ParentOrder {
  const open = order.children.find((child) => child.phase !== 'Ended');
  invariant(open === undefined, 'I7', { orderID: order.orderID, openChild: open?.childID });
  return {
    ...order,
    leavesQty: ZERO_QTY,
    deadQty: addQty(order.deadQty, order.leavesQty),
    endedHow: event.how,
  };
}

function newChild(event: EventOf<'ChildDecided'>, at: EpochNs): Child {
  return {
    childID: event.childID,
    intent: event.intent,
    venueID: event.venueID,
    venueSymbol: event.venueSymbol,
    price: event.price,
    orderQty: event.orderQty,
    timeInForce: event.timeInForce,
    decidedAt: at,
    phase: 'Sent',
    cancel: 'None',
    venueOrderID: null,
    cumQty: ZERO_QTY,
    fills: [],
    endReported: null,
    endedHow: null,
    inDoubtSince: null,
    overdueRaised: false,
    routing: event.routing,
    cancelRefusals: null,
    cancelRefusedAt: null,
  };
}

/**
 * A fill of a live child lowers LeavesQty; a late one, of a child reported dead, lowers Dead first.
 * What neither holds is Overfill (I3).
 */
function filled(order: ParentOrder, event: EventOf<'ChildFilled'>): ParentOrder {
  const child = childOf(order, event.childID);
  const isLate = child.phase === 'Ended';
  const first = minQty(event.lastQty, isLate ? order.deadQty : order.leavesQty);
  const rest = subtractQty(event.lastQty, first);
  const second = minQty(rest, isLate ? order.leavesQty : order.deadQty);
  const over = subtractQty(rest, second);
  const [fromLeaves, fromDead] = isLate ? [second, first] : [first, second];
  const { venueOrderID, venueExecID, lastQty, lastPx } = event;
  const booked: ParentOrder = {
    ...order,
    cumQty: addQty(order.cumQty, lastQty),
    leavesQty: subtractQty(order.leavesQty, fromLeaves),
    deadQty: subtractQty(order.deadQty, fromDead),
    overfillQty: addQty(order.overfillQty, over),
    cumNotional: asNotional(order.cumNotional + notional(lastPx, lastQty)),
  };
  return withChild(booked, event.childID, (one) => ({
    ...one,
    ...(one.cancel === 'InDoubt' ? {} : NO_DOUBT),
    venueOrderID: one.venueOrderID ?? venueOrderID,
    cumQty: addQty(one.cumQty, lastQty),
    fills: [...one.fills, { venueOrderID, venueExecID, lastQty, lastPx }],
    phase: one.phase === 'Ended' ? 'Ended' : 'Working',
  }));
}

/** A doubt is over; the operator is called for the next one anew. */
const NO_DOUBT = { inDoubtSince: null, overdueRaised: false } as const;

type ChildEvent = Exclude<
  OrderEvent,
  | PendingRejected
  | EventOf<
      | 'CancelRequested'
      | 'ReplaceRequested'
      | 'OrderReplaced'
      | 'OrderExpiring'
      | 'OrderEnded'
      | 'ChildDecided'
      | 'ChildFilled'
      | 'VenueExcluded'
    >
>;

function changedChild(child: Child, event: ChildEvent, at: EpochNs): Child {
  switch (event.type) {
    case 'ChildAcknowledged':
      return {
        ...child,
        ...(child.cancel === 'InDoubt' ? {} : NO_DOUBT),
        venueOrderID: event.venueOrderID,
        phase: child.phase === 'Ended' ? 'Ended' : 'Working',
      };
    case 'ChildRefused':
    case 'ChildProvenAbsent':
      return { ...child, ...NO_DOUBT, phase: 'Ended', endedHow: 'Rejected', cancel: 'None' };
    case 'ChildPutInDoubt':
      return { ...child, phase: 'InDoubt', inDoubtSince: child.inDoubtSince ?? at };
    case 'ChildEndReported': {
      const { how, finalCumQty, text, venueOrderID } = event;
      return { ...child, venueOrderID, endReported: { how, finalCumQty, text } };
    }
    case 'ChildEnded':
      return {
        ...child,
        ...NO_DOUBT,
        phase: 'Ended',
        endedHow: event.how,
        cancel: 'None',
      };
    case 'ChildCancelDecided':
      return { ...child, cancel: 'Sent' };
    case 'ChildCancelRefused':
      return {
        ...child,
        ...(child.phase === 'InDoubt' ? {} : NO_DOUBT),
        cancel: 'None',
        cancelRefusals: (child.cancelRefusals ?? 0) + 1,
        cancelRefusedAt: at,
      };
    case 'ChildCancelPutInDoubt':
      return { ...child, cancel: 'InDoubt', inDoubtSince: child.inDoubtSince ?? at };
    case 'InDoubtOverdue':
      return { ...child, overdueRaised: true };
    default:
      return unreachable(event);
  }
}

function childOf(order: ParentOrder, childID: ChildID): Child {
  const child = order.children.find((one) => one.childID === childID);
  invariant(child !== undefined, 'I2', { orderID: order.orderID, unknownChild: childID });
  return child;
}

function withChild(
  order: ParentOrder,
  childID: ChildID,
  change: (child: Child) => Child,
): ParentOrder {
  childOf(order, childID);
  return {
    ...order,
    children: order.children.map((one) => (one.childID === childID ? change(one) : one)),
  };
}
