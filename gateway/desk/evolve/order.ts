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
  grossOf,
  minQty,
  subtractQty,
} from '../../../spec/units/index.ts';
import type { ChildEndHow } from '../../../spec/venues/index.ts';
import { type Changing, copyOfChild, copyOfOrder } from './copies.ts';

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
      | 'OrderKilled'
      | 'OrderEnded'
      | 'ChildDecided'
      | 'ChildAcknowledged'
      | 'ChildRefused'
      | 'ChildPutInDoubt'
      | 'ChildProvenAbsent'
      | 'ChildFilled'
      | 'ChildFillCancelled'
      | 'ChildEndReported'
      | 'ChildEnded'
      | 'ChildCancelDecided'
      | 'ChildCancelRefused'
      | 'ChildCancelPutInDoubt'
      | 'ChildAmendDecided'
      | 'ChildAmended'
      | 'ChildAmendRefused'
      | 'ChildAmendPutInDoubt'
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
    killedBy: null,
  };
}

/** Throws InvariantBroken (I3) where the event does not fit the order. */
export function evolveOrder(
  order: ParentOrder,
  event: OrderEvent,
  at: EpochNs,
  sequence: number | null = null,
): ParentOrder {
  const after = applied(order, event, at, sequence);
  const { orderQty, overfillQty, cumQty, leavesQty, deadQty } = after;
  if (orderQty + overfillQty !== cumQty + leavesQty + deadQty) {
    const facts = { orderQty, overfillQty, cumQty, leavesQty, deadQty };
    invariant(false, 'I3', { orderID: order.orderID, event: event.type, ...facts });
  }
  return after;
}

export function isOrderEvent(event: Event): event is OrderEvent {
  switch (event.type) {
    case 'CancelRequested':
    case 'ReplaceRequested':
    case 'OrderReplaced':
    case 'OrderExpiring':
    case 'OrderKilled':
    case 'OrderEnded':
    case 'ChildDecided':
    case 'ChildAcknowledged':
    case 'ChildRefused':
    case 'ChildPutInDoubt':
    case 'ChildProvenAbsent':
    case 'ChildFilled':
    case 'ChildFillCancelled':
    case 'ChildEndReported':
    case 'ChildEnded':
    case 'ChildCancelDecided':
    case 'ChildCancelRefused':
    case 'ChildCancelPutInDoubt':
    case 'ChildAmendDecided':
    case 'ChildAmended':
    case 'ChildAmendRefused':
    case 'ChildAmendPutInDoubt':
    case 'InDoubtOverdue':
    case 'VenueExcluded':
      return true;
    case 'RequestRejected':
      return event.wasPending;
    default:
      return false;
  }
}

/** `sequence`: null while a decision looks ahead. */
function applied(
  order: ParentOrder,
  event: OrderEvent,
  at: EpochNs,
  sequence: number | null,
): ParentOrder {
  const after = copyOfOrder(order);
  switch (event.type) {
    case 'CancelRequested': {
      const { clOrdID, origClOrdID, origin } = event;
      after.clOrdIDs = [...order.clOrdIDs, clOrdID];
      after.pendingCancel = { clOrdID, origClOrdID, origin };
      return after;
    }
    case 'ReplaceRequested': {
      const { clOrdID, origClOrdID, origin, orderQty, price, worstPrice } = event;
      after.clOrdIDs = [...order.clOrdIDs, clOrdID];
      after.pendingReplace = { clOrdID, origClOrdID, origin, orderQty, price, worstPrice };
      return after;
    }
    case 'RequestRejected':
      after.clOrdIDs = order.clOrdIDs.filter((id) => id !== event.clOrdID);
      if (order.pendingCancel?.clOrdID === event.clOrdID) after.pendingCancel = null;
      if (order.pendingReplace?.clOrdID === event.clOrdID) after.pendingReplace = null;
      return after;
    case 'OrderReplaced':
      after.clOrdID = event.clOrdID;
      after.orderQty = event.orderQty;
      // What was filled over the old quantity counts against the new one.
      after.leavesQty = excess(event.orderQty, order.cumQty);
      after.overfillQty = excess(order.cumQty, event.orderQty);
      after.deadQty = ZERO_QTY;
      after.price = event.price;
      after.worstPrice = event.worstPrice;
      after.pendingReplace = null;
      // What a venue refused or faded were other terms.
      after.exclusions = [];
      return after;
    case 'OrderExpiring':
      after.expiring = true;
      return after;
    case 'OrderKilled':
      after.killedBy = event.by;
      return after;
    case 'OrderEnded':
      end(after, event);
      return after;
    case 'ChildDecided':
      after.children = [...order.children, newChild(event, at)];
      return after;
    case 'ChildFilled': {
      const child = copyOfChild(childOf(order, event.childID));
      book(after, child, event, sequence);
      after.children = withChild(order, child);
      return after;
    }
    case 'ChildFillCancelled': {
      const child = copyOfChild(childOf(order, event.childID));
      takeBack(after, child, event, at);
      after.children = withChild(order, child);
      return after;
    }
    case 'VenueExcluded':
      after.exclusions = excluding(order.exclusions, event);
      return after;
    default: {
      const child = copyOfChild(childOf(order, event.childID));
      change(child, event, at);
      after.children = withChild(order, child);
      return after;
    }
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

function end(order: Changing<ParentOrder>, event: EventOf<'OrderEnded'>): void {
  const open = order.children.find((child) => child.phase !== 'Ended');
  invariant(open === undefined, 'I7', { orderID: order.orderID, openChild: open?.childID });
  order.deadQty = addQty(order.deadQty, order.leavesQty);
  order.leavesQty = ZERO_QTY;
  order.endedHow = event.how;
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
    swaps: event.swaps,
    amend: null,
  };
}

/**
 * A fill of a live child lowers LeavesQty; a late one, of a child reported dead, lowers Dead first.
 * What neither holds is Overfill (I3).
 */
function book(
  order: Changing<ParentOrder>,
  child: Changing<Child>,
  event: EventOf<'ChildFilled'>,
  sequence: number | null,
): void {
  const { venueOrderID, venueExecID, lastQty, lastPx, grossTradeAmt } = event;
  const isLate = child.phase === 'Ended';
  const first = minQty(lastQty, isLate ? order.deadQty : order.leavesQty);
  const rest = subtractQty(lastQty, first);
  const second = minQty(rest, isLate ? order.leavesQty : order.deadQty);
  const over = subtractQty(rest, second);
  order.cumQty = addQty(order.cumQty, lastQty);
  order.leavesQty = subtractQty(order.leavesQty, isLate ? second : first);
  order.deadQty = subtractQty(order.deadQty, isLate ? first : second);
  order.overfillQty = addQty(order.overfillQty, over);
  order.cumNotional = asNotional(order.cumNotional + grossOf(event));
  settleDoubt(child, { ofOrder: true });
  child.venueOrderID ??= venueOrderID;
  child.cumQty = addQty(child.cumQty, lastQty);
  const fill = { venueOrderID, venueExecID, lastQty, lastPx, sequence, grossTradeAmt };
  child.fills = [...child.fills, fill];
  if (!isLate) child.phase = 'Working';
}

/**
 * A fill that is none any more: what was over the order's quantity goes first, the rest is open again, and is
 * dead where the order has ended (I3). Of a live order the child is in doubt: what filled it may do so again, and its
 * quantity goes nowhere else before the venue says that it never will (I3, I7).
 */
function takeBack(
  order: Changing<ParentOrder>,
  child: Changing<Child>,
  event: EventOf<'ChildFillCancelled'>,
  at: EpochNs,
): void {
  const { venueOrderID, venueExecID, lastQty } = event;
  const fromOver = minQty(lastQty, order.overfillQty);
  const rest = subtractQty(lastQty, fromOver);
  order.cumQty = subtractQty(order.cumQty, lastQty);
  order.overfillQty = subtractQty(order.overfillQty, fromOver);
  if (order.endedHow === null) order.leavesQty = addQty(order.leavesQty, rest);
  else order.deadQty = addQty(order.deadQty, rest);
  order.cumNotional = asNotional(order.cumNotional - grossOf(event));
  child.cumQty = subtractQty(child.cumQty, lastQty);
  child.fills = child.fills.filter(
    (fill) => fill.venueOrderID !== venueOrderID || fill.venueExecID !== venueExecID,
  );
  if (child.phase !== 'Ended' || order.endedHow !== null) return;
  child.phase = 'InDoubt';
  child.inDoubtSince = at;
  child.endReported = null;
  child.endedHow = null;
}

/** What was in doubt of the order itself, where `ofOrder`, is over; doubts about its cancel and its amend are left. */
function settleDoubt(child: Changing<Child>, { ofOrder }: { readonly ofOrder: boolean }): void {
  if (!ofOrder && child.phase === 'InDoubt') return;
  if (child.cancel !== 'InDoubt' && child.amend?.phase !== 'InDoubt') endDoubt(child);
}

/** A doubt is over; the operator is called for the next one anew. */
function endDoubt(child: Changing<Child>): void {
  child.inDoubtSince = null;
  child.overdueRaised = false;
}

type ChildEvent = Exclude<
  OrderEvent,
  | PendingRejected
  | EventOf<
      | 'CancelRequested'
      | 'ReplaceRequested'
      | 'OrderReplaced'
      | 'OrderExpiring'
      | 'OrderKilled'
      | 'OrderEnded'
      | 'ChildDecided'
      | 'ChildFilled'
      | 'ChildFillCancelled'
      | 'VenueExcluded'
    >
>;

function change(child: Changing<Child>, event: ChildEvent, at: EpochNs): void {
  switch (event.type) {
    case 'ChildAcknowledged':
      settleDoubt(child, { ofOrder: true });
      child.venueOrderID = event.venueOrderID;
      if (child.phase !== 'Ended') child.phase = 'Working';
      return;
    case 'ChildRefused':
    case 'ChildProvenAbsent':
      return endChild(child, 'Rejected');
    case 'ChildPutInDoubt':
      child.phase = 'InDoubt';
      child.inDoubtSince ??= at;
      return;
    case 'ChildEndReported': {
      const { how, finalCumQty, text, venueOrderID } = event;
      child.venueOrderID = venueOrderID;
      child.endReported = { how, finalCumQty, text };
      return;
    }
    case 'ChildEnded':
      return endChild(child, event.how);
    case 'ChildCancelDecided':
      child.cancel = 'Sent';
      return;
    case 'ChildCancelRefused':
      child.cancel = 'None';
      settleDoubt(child, { ofOrder: false });
      child.cancelRefusals = (child.cancelRefusals ?? 0) + 1;
      child.cancelRefusedAt = at;
      return;
    case 'ChildCancelPutInDoubt':
      child.cancel = 'InDoubt';
      child.inDoubtSince ??= at;
      return;
    case 'ChildAmendDecided':
      child.amend = { price: event.price, orderQty: event.orderQty, phase: 'Sent' };
      return;
    case 'ChildAmended':
      // Other terms than those that were asked for are no answer: they may come still.
      if (child.amend?.price === event.price && child.amend.orderQty === event.orderQty) {
        child.amend = null;
      }
      child.price = event.price;
      child.orderQty = event.orderQty;
      return settleDoubt(child, { ofOrder: false });
    case 'ChildAmendRefused':
      child.amend = null;
      return settleDoubt(child, { ofOrder: false });
    case 'ChildAmendPutInDoubt':
      if (child.amend !== null) child.amend = { ...child.amend, phase: 'InDoubt' };
      child.inDoubtSince ??= at;
      return;
    case 'InDoubtOverdue':
      child.overdueRaised = true;
      return;
    default:
      return unreachable(event);
  }
}

function endChild(child: Changing<Child>, how: ChildEndHow): void {
  endDoubt(child);
  child.phase = 'Ended';
  child.endedHow = how;
  child.cancel = 'None';
  child.amend = null;
}

function childOf(order: ParentOrder, childID: ChildID): Child {
  const child = order.children.find((one) => one.childID === childID);
  invariant(child !== undefined, 'I2', { orderID: order.orderID, unknownChild: childID });
  return child;
}

/** The order's children with `child` in the place of the one that has its id. */
function withChild(order: ParentOrder, child: Child): readonly Child[] {
  return order.children.map((one) => (one.childID === child.childID ? child : one));
}
