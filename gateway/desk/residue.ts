// What a kill switch is to end and what of it is left: open orders, and their children at venues.

import { reaches } from '../../risk/index.ts';
import type { Child, ParentOrder } from '../../spec/events/index.ts';
import type { KillTarget } from '../../spec/terms/index.ts';
import type { DeskView } from './evolve/state.ts';

export interface Residue {
  /** Open orders in its scope; of a venue, those with a child there. */
  readonly orders: readonly ParentOrder[];
  /** Theirs that have not ended; of a venue, only those there. The oldest order's first. */
  readonly children: readonly Child[];
}

export function residueOf(desk: Pick<DeskView, 'orders'>, target: KillTarget): Residue {
  const orders: ParentOrder[] = [];
  const children: Child[] = [];
  for (const order of desk.orders.values()) {
    if (order.endedHow !== null) continue;
    const open = order.children.filter((child) => child.phase !== 'Ended');
    if (target.scope !== 'venue') {
      if (!reaches(target, order)) continue;
      orders.push(order);
      children.push(...open);
      continue;
    }
    const there = open.filter(({ venueID }) => venueID === target.scopeID);
    if (there.length === 0) continue;
    orders.push(order);
    children.push(...there);
  }
  return { orders, children };
}
