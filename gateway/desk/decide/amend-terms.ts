// A child takes the terms that its venue was asked for: by the venue's word, or because nothing else explains what it did.

import type { Child, ParentOrder, PendingAmend } from '../../../spec/events/index.ts';
import type { Price } from '../../../spec/units/index.ts';
import type { Fill } from '../../../spec/venues/index.ts';
import type { Draft } from './draft.ts';
import { replaceTakesEffect } from './settle.ts';

type Amending = Child & { readonly amend: PendingAmend };

/**
 * The replace that was pending has taken effect with it, whatever has become of the order since: what the venue does with
 * the child from now on, it does on the new terms, and the client reads it against them.
 */
export function takeTerms(
  draft: Draft,
  { childID }: Child,
  { price, orderQty }: Pick<PendingAmend, 'price' | 'orderQty'>,
): void {
  draft.emit({ type: 'ChildAmended', orderID: draft.order.orderID, childID, price, orderQty });
  replaceTakesEffect(draft);
}

/** Does a fill that is not booked yet prove that the amend took effect? It is beyond the old quantity or the old price. */
export function provenBy(
  { side }: Pick<ParentOrder, 'side'>,
  child: Child,
  { lastQty, lastPx }: Pick<Fill, 'lastQty' | 'lastPx'>,
): child is Amending {
  const { amend, cumQty, orderQty, price, phase } = child;
  if (amend === null || phase === 'Ended') return false;
  if (amend.orderQty > orderQty && cumQty + lastQty > orderQty) return true;
  const isWorse = (one: Price, limit: Price): boolean =>
    side === 'buy' ? one > limit : one < limit;
  return isWorse(lastPx, price) && !isWorse(lastPx, amend.price);
}

/** Its venue calls it filled with all of the new quantity and less than the old one. */
export function isFilledAsAmended(child: Child): child is Amending {
  const { amend, endReported: said, cumQty, orderQty } = child;
  if (amend === null || said?.how !== 'Filled' || amend.orderQty >= orderQty) return false;
  return said.finalCumQty === amend.orderQty && cumQty >= said.finalCumQty;
}
