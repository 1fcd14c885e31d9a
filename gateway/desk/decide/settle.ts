// What follows for an order when something happened to its children: the next child, or its end.

import type { OrderEndHow, ParentOrder } from '../../../spec/events/index.ts';
import type { CxlRejReason } from '../../../spec/terms/index.ts';
import { subtractQty } from '../../../spec/units/index.ts';
import { ordStatusOf } from '../order-status.ts';
import type { Draft } from './draft.ts';
import { placeChild } from './place-child.ts';

/** Cancels every child that lives and is not being cancelled. One in doubt is cancelled once found. */
export function cancelChildren(draft: Draft, whichToo: 'fresh' | 'again' = 'fresh'): void {
  for (const child of draft.order.children) {
    if (child.phase !== 'Sent' && child.phase !== 'Working') continue;
    if (child.cancel === 'Sent' || child.endReported !== null) continue;
    if (child.cancel === 'InDoubt' && whichToo === 'fresh') continue;
    draft.emit({
      type: 'ChildCancelDecided',
      orderID: draft.order.orderID,
      childID: child.childID,
    });
  }
}

/**
 * Is every child to be cancelled? By the client's wish, at the end of the day, or because a late fill
 * left the children open for more than the order has left (I3).
 */
export function isWindingDown(order: ParentOrder): boolean {
  if (order.pendingCancel !== null || order.pendingReplace !== null || order.expiring) return true;
  let openQty = 0n;
  for (const child of order.children) {
    if (child.phase !== 'Ended') openQty += child.orderQty - child.cumQty;
  }
  return openQty > order.leavesQty;
}

/** How the last child ended: in the venue's words, and whether a resting order goes out again. */
export interface Ending {
  readonly text: string;
  /** The child's end says nothing of the order: it was proven absent, or cancelled for its size. */
  readonly goesOn: boolean;
}

/**
 * Ends or continues the order when no child is open. While one is, in doubt included, it goes on (I7).
 */
export function settle(draft: Draft, ending: Ending): void {
  const { order } = draft;
  if (order.endedHow !== null) return;
  if (order.children.some((child) => child.phase !== 'Ended')) return;
  if (order.pendingCancel !== null) return settleCancel(draft, ending.text);
  if (order.pendingReplace !== null) return settleReplace(draft);
  if (order.leavesQty === 0n) return end(draft, 'Filled', '');
  if (order.expiring) return end(draft, 'Expired', 'its trading day is over');
  settleRest(draft, ending);
}

function settleCancel(draft: Draft, ending: string): void {
  const { order } = draft;
  if (order.leavesQty > 0n) return end(draft, 'Canceled', ending);
  rejectPending(draft, 'Cancel', 'TooLateToCancel', 'the order was filled first');
  end(draft, 'Filled', '');
}

/**
 * A replace takes effect now that every older child is dead. To a quantity at or below CumQty it means
 * to stop: OrderQty becomes CumQty. Source: FIX 4.4 Vol 4, Order Cancel/Replace Request, and the
 * order state change matrices C.2.a, C.3.b.
 */
function settleReplace(draft: Draft): void {
  const { order } = draft;
  const replace = order.pendingReplace;
  if (replace === null) return;
  const filled = order.leavesQty === 0n;
  if (filled && (order.expiring || replace.orderQty === order.orderQty)) {
    rejectPending(draft, 'Replace', 'TooLateToCancel', 'the order was filled first');
    return end(draft, 'Filled', '');
  }
  if (order.expiring) {
    rejectPending(draft, 'Replace', 'TooLateToCancel', 'the trading day of the order is over');
    return end(draft, 'Expired', 'its trading day is over');
  }
  const executed = subtractQty(order.cumQty, order.overfillQty);
  const orderQty = replace.orderQty > executed ? replace.orderQty : executed;
  draft.emit({
    type: 'OrderReplaced',
    orderID: order.orderID,
    clOrdID: replace.clOrdID,
    origClOrdID: order.clOrdID,
    orderQty,
    price: replace.price,
    worstPrice: replace.worstPrice,
  });
  if (draft.order.leavesQty === 0n) return end(draft, 'Filled', '');
  placeChild(draft);
}

/** What is left of an order that does not rest, or was not to go on, dies with its child. */
function settleRest(draft: Draft, ending: Ending): void {
  const { order } = draft;
  const last = order.children.at(-1);
  const rests =
    order.ordType === 'Limit' && (order.timeInForce === 'Day' || order.timeInForce === 'GTC');
  if (rests && (last === undefined || ending.goesOn)) {
    placeChild(draft);
    return;
  }
  const refused = last?.endedHow === 'Rejected' && order.cumQty === 0n;
  end(draft, refused ? 'Rejected' : 'Canceled', ending.text);
}

export function end(draft: Draft, how: OrderEndHow, text: string): void {
  draft.emit({ type: 'OrderEnded', orderID: draft.order.orderID, how, text });
}

/** Refuses the request that was pending; the order goes on or ends by what comes next. */
export function rejectPending(
  draft: Draft,
  responseTo: 'Cancel' | 'Replace',
  cxlRejReason: CxlRejReason,
  text: string,
): void {
  const { order } = draft;
  const pending = responseTo === 'Cancel' ? order.pendingCancel : order.pendingReplace;
  if (pending === null) return;
  const without: ParentOrder = {
    ...order,
    ...(responseTo === 'Cancel' ? { pendingCancel: null } : { pendingReplace: null }),
  };
  draft.emit({
    type: 'RequestRejected',
    orderID: order.orderID,
    origin: pending.origin,
    clOrdID: pending.clOrdID,
    origClOrdID: order.clOrdID,
    ordStatus: ordStatusOf(without),
    responseTo,
    cxlRejReason,
    wasPending: true,
    text,
  });
}
