// Time goes on: days end, cancels are repeated, doubts grow old, resting orders look for a venue.

import type { Event, Kill, ParentOrder, TickOrder } from '../../../spec/events/index.ts';
import type { EpochNs } from '../../../spec/ports/index.ts';
import type { DeskView } from '../evolve/state.ts';
import type { Context } from './context.ts';
import { Draft } from './draft.ts';
import { cancelAtKilledVenues, isKillDue, killOrder } from './kill-order.ts';
import { freeQtyOf, isImmediate } from './order-kind.ts';
import { cancelChildren, isCancelDue, isWindingDown, settle } from './settle.ts';

/** An order that needs nothing of time gets no event, however often it is asked. */
export function tickOrder(
  state: DeskView,
  { orderID }: TickOrder,
  context: Context,
): readonly Event[] {
  const order = state.orders.get(orderID);
  if (order === undefined) return [];
  const draft = new Draft(state, context, order);
  attend(draft);
  return draft.events;
}

/** May time have something to do for this order? Asked of every order each second, so it is cheap. */
export function isDue(order: ParentOrder, now: EpochNs, kills: ReadonlyMap<string, Kill>): boolean {
  if (isKillDue(order, now, kills)) return true;
  if (order.expireAt !== null && order.expireAt <= now && !order.expiring) return true;
  let anyOpen = false;
  for (const child of order.children) {
    if (child.phase === 'Ended') continue;
    anyOpen = true;
    if (child.inDoubtSince !== null && !child.overdueRaised) return true;
    if (isCancelDue(child, now) && (child.cancel === 'InDoubt' || isWindingDown(order)))
      return true;
  }
  return !anyOpen || (!isImmediate(order) && freeQtyOf(order) > 0n);
}

function attend(draft: Draft): void {
  const { order, context } = draft;
  raiseOverdue(draft);
  if (order.expireAt !== null && order.expireAt <= context.now && !order.expiring) {
    draft.emit({ type: 'OrderExpiring', orderID: order.orderID });
  }
  killOrder(draft);
  if (isWindingDown(draft.order)) {
    cancelChildren(draft, 'again');
    settle(draft, { text: 'cancelled as requested', mayGoOn: false });
    return;
  }
  cancelAtKilledVenues(draft);
  // Whatever has become of the order since: only the venue's answer ends a doubt (I7).
  cancelChildren(draft, 'doubted');
  settle(draft, { text: '', mayGoOn: false });
}

function raiseOverdue(draft: Draft): void {
  const { order, context } = draft;
  for (const child of order.children) {
    if (child.inDoubtSince === null || child.overdueRaised || child.phase === 'Ended') continue;
    const ageMs = Number((context.now - child.inDoubtSince) / 1_000_000n);
    if (ageMs <= context.settings.inDoubtBoundMs) continue;
    const { orderID } = order;
    draft.emit({ type: 'InDoubtOverdue', orderID, childID: child.childID, ageMs });
  }
}
