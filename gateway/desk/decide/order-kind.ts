// What kind of order: one that rests until it is done, or one that is over in a moment.

import { openQtyOfChild } from '../../../risk/index.ts';
import type { ParentOrder } from '../../../spec/events/index.ts';
import { type Qty, ZERO_QTY, asQty } from '../../../spec/units/index.ts';

/** Market, immediate-or-cancel and fill-or-kill orders: no child of theirs rests. */
export function isImmediate(order: Pick<ParentOrder, 'ordType' | 'timeInForce'>): boolean {
  return order.ordType === 'Market' || order.timeInForce === 'IOC' || order.timeInForce === 'FOK';
}

/** What its children could still fill, in doubt, unconfirmed dead, and on terms under way included (I3). */
export function openQtyOf(order: ParentOrder): bigint {
  let openQty = 0n;
  for (const child of order.children) openQty += openQtyOfChild(child);
  return openQty;
}

/** What of LeavesQty no child is open for; zero where the children are open for more (a late fill). */
export function freeQtyOf(order: ParentOrder): Qty {
  const free = order.leavesQty - openQtyOf(order);
  return free > 0n ? asQty(free) : ZERO_QTY;
}

/** How often it was routed. Children of a build that did not count were routed one by one. */
export function routingsOf(order: ParentOrder): number {
  const last = order.children.at(-1);
  return last === undefined ? 0 : (last.routing ?? order.children.length);
}
