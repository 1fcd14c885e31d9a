// What a venue says of new terms for a child. Whatever is not plain is repaired by today's way: the child is cancelled, and
// the replace takes effect when it is dead.

import type { Child, PendingAmend } from '../../../spec/events/index.ts';
import { subtractQty } from '../../../spec/units/index.ts';
import { takeTerms } from './amend-terms.ts';
import type { Draft } from './draft.ts';
import { endWhenComplete } from './end-child.ts';
import { openQtyOf } from './order-kind.ts';
import { cancelChildren, isWindingDown, rejectSuperseded, replaceTakesEffect } from './settle.ts';

type Terms = Pick<PendingAmend, 'price' | 'orderQty'>;

export function amended(draft: Draft, child: Child, terms: Terms): void {
  if (child.phase === 'Ended') return;
  if (child.amend !== null && isSame(child.amend, terms)) takeTerms(draft, child, terms);
  else if (isSame(child, terms)) return;
  else unasked(draft, child, terms);
  endWhenComplete(draft, child.childID);
  if (draft.order.endedHow === null && isWindingDown(draft.order)) cancelChildren(draft);
}

/**
 * Terms that nobody is waiting for: of an amend that was called refused, or another's hand at the venue. A quantity that
 * falls by such a word may be an old one: what the child could fill is never counted for less (I3).
 */
function unasked(draft: Draft, { childID, orderQty, amend }: Child, terms: Terms): void {
  const { orderID } = draft.order;
  if (terms.orderQty >= orderQty) {
    const { price } = terms;
    draft.emit({ type: 'ChildAmended', orderID, childID, price, orderQty: terms.orderQty });
    if (amend === null && isWhatIsPending(draft, terms)) replaceTakesEffect(draft);
  }
  const child = draft.order.children.find((one) => one.childID === childID);
  if (child?.phase !== 'Working' || child.cancel !== 'None' || child.endReported !== null) return;
  draft.emit({ type: 'ChildCancelDecided', orderID, childID });
}

/** Are the children open for just what the pending replace would leave, at a price that it allows? */
function isWhatIsPending({ order }: Draft, { price }: Terms): boolean {
  const { pendingReplace: replace, side, cumQty } = order;
  if (replace === null || replace.orderQty <= cumQty) return false;
  const { worstPrice } = replace;
  const isWithin = side === 'buy' ? price <= worstPrice : price >= worstPrice;
  return isWithin && openQtyOf(order) === subtractQty(replace.orderQty, cumQty);
}

/** It is as it was: cancelled, and placed anew on the terms of the replace. */
export function amendRefused(draft: Draft, { childID, phase, amend }: Child, text: string): void {
  if (phase === 'Ended' || amend === null) return;
  draft.emit({ type: 'ChildAmendRefused', orderID: draft.order.orderID, childID, text });
  rejectSuperseded(draft);
  endWhenComplete(draft, childID);
  if (draft.order.endedHow === null && isWindingDown(draft.order)) cancelChildren(draft);
}

export function amendUnknown(draft: Draft, { childID, phase, amend }: Child, cause: string): void {
  if (phase === 'Ended' || amend?.phase !== 'Sent') return;
  draft.emit({ type: 'ChildAmendPutInDoubt', orderID: draft.order.orderID, childID, cause });
}

function isSame(a: Terms, b: Terms): boolean {
  return a.price === b.price && a.orderQty === b.orderQty;
}
