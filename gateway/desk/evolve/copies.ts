// An order and a child to be changed, while the ones that they were copied from stay as they are.
//
// Field by field, in the order in which they are first made: then all orders have one shape. `{ ...order, leavesQty }`
// is shorter, and went through V8's runtime for each field that it overwrote: 12 % of the desk's thread.

import type { Child, ParentOrder } from '../../../spec/events/index.ts';

export type Changing<T> = { -readonly [K in keyof T]: T[K] };

export function copyOfOrder(order: ParentOrder): Changing<ParentOrder> {
  return {
    orderID: order.orderID,
    sessionID: order.sessionID,
    clOrdID: order.clOrdID,
    clOrdIDs: order.clOrdIDs,
    account: order.account,
    instrumentID: order.instrumentID,
    instrumentVersion: order.instrumentVersion,
    symbol: order.symbol,
    side: order.side,
    ordType: order.ordType,
    price: order.price,
    worstPrice: order.worstPrice,
    timeInForce: order.timeInForce,
    orderQty: order.orderQty,
    cumQty: order.cumQty,
    leavesQty: order.leavesQty,
    deadQty: order.deadQty,
    overfillQty: order.overfillQty,
    cumNotional: order.cumNotional,
    acceptedAt: order.acceptedAt,
    expireAt: order.expireAt,
    pendingCancel: order.pendingCancel,
    pendingReplace: order.pendingReplace,
    expiring: order.expiring,
    children: order.children,
    endedHow: order.endedHow,
    limitBasis: order.limitBasis,
    directives: order.directives,
    exclusions: order.exclusions,
    killedBy: order.killedBy,
  };
}

export function copyOfChild(child: Child): Changing<Child> {
  return {
    childID: child.childID,
    intent: child.intent,
    venueID: child.venueID,
    venueSymbol: child.venueSymbol,
    price: child.price,
    orderQty: child.orderQty,
    timeInForce: child.timeInForce,
    decidedAt: child.decidedAt,
    phase: child.phase,
    cancel: child.cancel,
    venueOrderID: child.venueOrderID,
    cumQty: child.cumQty,
    fills: child.fills,
    endReported: child.endReported,
    endedHow: child.endedHow,
    inDoubtSince: child.inDoubtSince,
    overdueRaised: child.overdueRaised,
    routing: child.routing,
    cancelRefusals: child.cancelRefusals,
    cancelRefusedAt: child.cancelRefusedAt,
    swaps: child.swaps,
    amend: child.amend,
  };
}
