// What a child could still fill: while new terms are under way, on whichever are worse (I3).

import type { Child } from '../../spec/events/index.ts';
import type { Price, Qty } from '../../spec/units/index.ts';

/** The whole of the child, what is filled included. */
export function mostQtyOf({ orderQty, amend }: Pick<Child, 'orderQty' | 'amend'>): Qty {
  return amend !== null && amend.orderQty > orderQty ? amend.orderQty : orderQty;
}

/** Below zero where a venue filled more than it was sent; zero once it has ended. */
export function openQtyOfChild(child: Child): bigint {
  return child.phase === 'Ended' ? 0n : mostQtyOf(child) - child.cumQty;
}

/** The higher price: the dearer one of a buy. */
export function highestPriceOf({ price, amend }: Pick<Child, 'price' | 'amend'>): Price {
  return amend !== null && amend.price > price ? amend.price : price;
}
