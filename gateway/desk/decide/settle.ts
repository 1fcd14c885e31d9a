// What follows for an order when something happened to its children: the next ones, or its end.

import { killAt, reservationOf } from '../../../risk/index.ts';
import type { Child, OrderEndHow, ParentOrder } from '../../../spec/events/index.ts';
import type { EpochNs } from '../../../spec/ports/index.ts';
import type { CxlRejReason } from '../../../spec/terms/index.ts';
import { subtractQty } from '../../../spec/units/index.ts';
import { ordStatusOf } from '../order-status.ts';
import type { Draft } from './draft.ts';
import { isImmediate, openQtyOf, routingsOf } from './order-kind.ts';
import { isHopeless, placeChildren } from './place-children.ts';

/** An order that does not rest is routed so often at most, and only while it is so young. */
const ROUTINGS_MOST = 3;
const IMMEDIATE_MS = 2_000n;
/** A refused cancel is sent again after this; each further time after twice as long, up to the most. */
const CANCEL_AGAIN_MS = { first: 1_000, most: 60_000 };
const NS_PER_MS = 1_000_000n;

/**
 * Cancels every child that lives and is not being cancelled. One in doubt is cancelled once found.
 * `again`: also one whose cancel is in doubt, and one whose cancel was refused when its wait is over.
 * `doubted`: those alone whose cancel is in doubt.
 */
export function cancelChildren(
  draft: Draft,
  which: 'fresh' | 'again' | 'doubted' = 'fresh',
  isMeant: (child: Child) => boolean = () => true,
): void {
  for (const child of draft.order.children) {
    if (!isMeant(child)) continue;
    if (child.phase !== 'Sent' && child.phase !== 'Working') continue;
    if (child.cancel === 'Sent' || child.endReported !== null) continue;
    if (isBeingAmended(draft, child)) continue;
    if (child.cancel === 'InDoubt' ? which === 'fresh' : which === 'doubted') continue;
    if (which === 'again' && !isCancelDue(child, draft.context.now)) continue;
    draft.emit({
      type: 'ChildCancelDecided',
      orderID: draft.order.orderID,
      childID: child.childID,
    });
  }
}

/**
 * The child that gets the new terms of a replace is not cancelled for that replace: not before the venue's answer, or until
 * the answer is overdue. What else ends the order or stops the venue does not wait for it.
 */
function isBeingAmended({ order, state }: Draft, child: Child): boolean {
  const { amend, cancel, overdueRaised, venueID } = child;
  if (amend === null || cancel !== 'None' || order.pendingReplace === null) return false;
  if (amend.phase === 'InDoubt' && overdueRaised) return false;
  if (order.pendingCancel !== null || order.expiring || order.killedBy !== null) return false;
  if (killAt(state.kills.values(), venueID) !== null) return false;
  return openQtyOf(order) <= reservationOf(order).qty;
}

/** False while a venue that refused a cancel is left in peace. */
export function isCancelDue(child: Child, now: EpochNs): boolean {
  if (child.cancel === 'Sent') return false;
  if (child.cancel === 'InDoubt' || child.cancelRefusedAt === null) return true;
  const { first, most } = CANCEL_AGAIN_MS;
  const waitMs = Math.min(first * 2 ** ((child.cancelRefusals ?? 1) - 1), most);
  return now >= child.cancelRefusedAt + BigInt(waitMs) * NS_PER_MS;
}

/**
 * Is every child to be cancelled? By the client's wish, at the end of the day, by a kill switch, or because
 * a late fill left the children open for more than the order has left (I3).
 */
export function isWindingDown(order: ParentOrder): boolean {
  if (order.pendingCancel !== null || order.pendingReplace !== null || order.expiring) return true;
  if (order.killedBy !== null) return true;
  return openQtyOf(order) > order.leavesQty;
}

/** How a child ended: in the venue's words, and whether its quantity may go elsewhere at once. */
export interface Ending {
  readonly text: string;
  /** Of an order that does not rest. What rests always goes on. */
  readonly mayGoOn: boolean;
}

/**
 * Places again what no child is open for, or ends the order when no child is open. While one is, in
 * doubt included, the order goes on (I7).
 */
export function settle(draft: Draft, ending: Ending): void {
  const { order } = draft;
  if (order.endedHow !== null) return;
  const anyOpen = order.children.some((child) => child.phase !== 'Ended');
  if (isWindingDown(order) || order.leavesQty === 0n) {
    if (anyOpen) return;
    rejectSuperseded(draft);
    if (order.pendingCancel !== null) return settleCancel(draft, ending.text);
    if (draft.order.pendingReplace !== null) return settleReplace(draft);
    if (order.leavesQty === 0n) return end(draft, 'Filled', '');
    if (order.killedBy !== null) {
      return end(draft, 'Canceled', `cancelled by the kill switch of ${order.killedBy}`);
    }
    return end(draft, 'Expired', 'its trading day is over');
  }
  settleRest(draft, ending, anyOpen);
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
  replaceTakesEffect(draft);
  if (draft.order.leavesQty === 0n) return end(draft, 'Filled', '');
  settleRest(draft, { text: 'no venue takes what it was replaced by', mayGoOn: true }, false);
}

/** Nothing of it is on the old terms any more: every older child is dead, or the one that lives has the new ones. */
export function replaceTakesEffect(draft: Draft): void {
  const { order } = draft;
  const { pendingReplace: replace } = order;
  if (replace === null) return;
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
}

/**
 * What no child is open for goes out again, where it may. What is left of an order that does not rest,
 * or that no venue will take, dies with its last child.
 */
function settleRest(draft: Draft, ending: Ending, anyOpen: boolean): void {
  if (mayPlaceAgain(draft, ending) && placeChildren(draft)) return;
  if (anyOpen) return;
  const { order } = draft;
  if (!isImmediate(order)) {
    const why = isHopeless(draft);
    if (why === null) return;
    return end(
      draft,
      isRefused(order) ? 'Rejected' : 'Canceled',
      ending.text === '' ? why : ending.text,
    );
  }
  end(draft, isRefused(order) ? 'Rejected' : 'Canceled', ending.text);
}

function mayPlaceAgain({ order, context }: Draft, ending: Ending): boolean {
  if (!isImmediate(order)) return true;
  const ageMs = (context.now - order.acceptedAt) / NS_PER_MS;
  return ending.mayGoOn && routingsOf(order) < ROUTINGS_MOST && ageMs <= IMMEDIATE_MS;
}

/** Nothing of it was executed, and no venue took what was sent last. */
function isRefused(order: ParentOrder): boolean {
  if (order.cumQty > 0n || order.children.length === 0) return false;
  const last = routingsOf(order);
  return order.children
    .filter((child) => isImmediate(order) || (child.routing ?? last) === last)
    .every((child) => child.endedHow === 'Rejected');
}

export function end(draft: Draft, how: OrderEndHow, text: string): void {
  draft.emit({ type: 'OrderEnded', orderID: draft.order.orderID, how, text });
}

/**
 * A cancel or a kill switch has overtaken the replace that is pending. While new terms for it are under way it may have
 * taken effect at the venue: then it is refused only when they have not.
 */
export function rejectSuperseded(draft: Draft, by = supersederOf(draft.order)): void {
  if (by === null || draft.order.children.some(({ amend }) => amend !== null)) return;
  rejectPending(draft, 'Replace', 'BrokerOption', `superseded by ${by}`);
}

function supersederOf({ pendingCancel, killedBy }: ParentOrder): string | null {
  if (pendingCancel !== null) return `the cancel request ${pendingCancel.clOrdID}`;
  return killedBy === null ? null : `the kill switch of ${killedBy}`;
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
