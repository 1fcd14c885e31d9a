// Time goes on: days end, cancels are repeated, doubts grow old, resting orders look for a venue.

import type { Event, ParentOrder } from '../../../spec/events/index.ts';
import type { DeskView } from '../evolve/state.ts';
import type { Context } from './context.ts';
import { Draft } from './draft.ts';
import { freeQtyOf, isImmediate } from './order-kind.ts';
import { cancelChildren, isCancelDue, isWindingDown, settle } from './settle.ts';

/** One tick's batch must fit the journal, however many orders end with the day; the rest follow. */
const EVENTS_MOST = 2_000;

export function tick(state: DeskView, context: Context): readonly Event[] {
  const events: Event[] = [];
  let { nextIntent } = state;
  for (const order of state.orders.values()) {
    if (!isDue(order, context)) continue;
    if (events.length >= EVENTS_MOST) return events;
    const draft = new Draft(state, context, order, nextIntent);
    attend(draft);
    events.push(...draft.events);
    ({ nextIntent } = draft);
  }
  return events;
}

function isDue(order: ParentOrder, context: Context): boolean {
  if (order.expireAt !== null && order.expireAt <= context.now && !order.expiring) return true;
  let anyOpen = false;
  for (const child of order.children) {
    if (child.phase === 'Ended') continue;
    anyOpen = true;
    if (child.inDoubtSince !== null && !child.overdueRaised) return true;
    if (isCancelDue(child, context) && isWindingDown(order)) return true;
  }
  return !anyOpen || (!isImmediate(order) && freeQtyOf(order) > 0n);
}

function attend(draft: Draft): void {
  const { order, context } = draft;
  raiseOverdue(draft);
  if (order.expireAt !== null && order.expireAt <= context.now && !order.expiring) {
    draft.emit({ type: 'OrderExpiring', orderID: order.orderID });
  }
  if (isWindingDown(draft.order)) {
    cancelChildren(draft, 'again');
    settle(draft, { text: 'cancelled as requested', mayGoOn: false });
    return;
  }
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
