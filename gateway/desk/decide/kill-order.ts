// What an active kill switch makes of one order: it is stopped, or its children at a venue are.

import { killAt, killOver, killed } from '../../../risk/index.ts';
import type { Child, Kill, ParentOrder } from '../../../spec/events/index.ts';
import type { EpochNs } from '../../../spec/ports/index.ts';
import type { Draft } from './draft.ts';
import { cancelChildren, isCancelDue, isWindingDown, rejectSuperseded } from './settle.ts';

/** Stops an order that a switch reaches and that is not ending already. A pending replace is over with it. */
export function killOrder(draft: Draft): void {
  const { order, state } = draft;
  if (state.kills.size === 0 || isEnding(order)) return;
  const kill = killOver(state.kills.values(), order);
  if (kill === null) return;
  const by = killed(kill);
  rejectSuperseded(draft, `the kill switch of ${by}`);
  draft.emit({ type: 'OrderKilled', orderID: order.orderID, by });
}

/** Of an order that goes on: its children at stopped venues. One in doubt is cancelled once found. */
export function cancelAtKilledVenues(draft: Draft): void {
  const { kills } = draft.state;
  if (kills.size === 0 || isWindingDown(draft.order)) return;
  cancelChildren(draft, 'again', ({ venueID }) => killAt(kills.values(), venueID) !== null);
}

/** Has a switch something to do for this order? Asked of every order each second. */
export function isKillDue(order: ParentOrder, now: EpochNs, kills: Kills): boolean {
  if (kills.size === 0) return false;
  if (!isEnding(order) && killOver(kills.values(), order) !== null) return true;
  return order.children.some((child) => isToBeCancelled(child, now, kills));
}

type Kills = ReadonlyMap<string, Kill>;

function isToBeCancelled(child: Child, now: EpochNs, kills: Kills): boolean {
  if (child.phase !== 'Sent' && child.phase !== 'Working') return false;
  if (child.endReported !== null || !isCancelDue(child, now)) return false;
  return killAt(kills.values(), child.venueID) !== null;
}

function isEnding({ killedBy, pendingCancel, expiring }: ParentOrder): boolean {
  return killedBy !== null || pendingCancel !== null || expiring;
}
