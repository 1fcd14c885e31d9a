// OrdStatus(39) of an order, and what it waits for, in words.

import type { ParentOrder } from '../../spec/events/index.ts';
import type { OrdStatus } from '../../spec/terms/index.ts';
import { formatDecimal } from '../../spec/units/index.ts';
import { freeQtyOf, isImmediate } from './decide/order-kind.ts';

/**
 * The status of highest precedence that applies: pending cancel, pending replace, filled, the end,
 * partially filled, new. Source: FIX 4.4 Vol 4, Execution Report, OrdStatus precedence.
 */
export function ordStatusOf(order: ParentOrder): OrdStatus {
  if (order.endedHow === null) {
    if (order.pendingCancel !== null) return 'PendingCancel';
    if (order.pendingReplace !== null) return 'PendingReplace';
  }
  if (order.cumQty > 0n && order.leavesQty === 0n && order.deadQty === 0n) return 'Filled';
  // A venue may fill what it had refused: what is executed is not rejected, the rest of it is dead.
  if (order.endedHow === 'Rejected' && order.cumQty > 0n) return 'Canceled';
  if (order.endedHow !== null) return order.endedHow;
  return order.cumQty > 0n ? 'PartiallyFilled' : 'New';
}

/** What keeps the order from its end, for Text(58); empty where nothing is awaited. */
export function awaitedOf(order: ParentOrder): string {
  const awaited: string[] = [];
  for (const child of order.children) {
    if (child.phase === 'Ended') continue;
    const at = `${child.venueID} (child ${child.childID})`;
    if (child.phase === 'InDoubt') awaited.push(`whether the order reached ${at}`);
    else if (child.cancel === 'InDoubt') awaited.push(`the outcome of a cancel at ${at}`);
    else if (child.endReported !== null) awaited.push(`fills that ${at} has not sent yet`);
    else if (child.cancel === 'Sent') awaited.push(`the cancel at ${at}`);
    else if (child.amend?.phase === 'InDoubt') awaited.push(`whether new terms hold at ${at}`);
    else if (child.amend !== null) awaited.push(`new terms at ${at}`);
  }
  const isGoingOn =
    order.endedHow === null &&
    order.pendingCancel === null &&
    !order.expiring &&
    order.killedBy === null;
  const free = freeQtyOf(order);
  if (isGoingOn && order.pendingReplace === null && free > 0n && !isImmediate(order)) {
    awaited.push(`a venue that takes ${formatDecimal(free)}`);
  }
  return awaited.length === 0 ? '' : `awaiting ${awaited.join('; ')}`;
}
