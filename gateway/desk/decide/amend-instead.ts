// May a replace be asked of the venue as new terms for the child that rests there? Then the child keeps its ids, its fills
// and, where the venue can, its place in the queue; else it is cancelled, and what is wanted is placed anew.

import { route } from '../../../router/index.ts';
import type { Child, ParentOrder, PendingReplace } from '../../../spec/events/index.ts';
import type { Instrument } from '../../../spec/terms/index.ts';
import { asQty, subtractQty } from '../../../spec/units/index.ts';
import type { ChildAmend } from '../../../spec/venues/index.ts';
import { Draft } from './draft.ts';
import { feeFor, fittingQty, priceAt } from './fit.ts';
import { openQtyOf } from './order-kind.ts';
import { routeOrderOf, sourcesOf } from './sources.ts';
import { type Venues, venuesFor } from './venues-for.ts';

/** The terms that the order's one child would have; null: this replace goes by cancel and new. */
export function amendInstead(draft: Draft, instrument: Instrument): ChildAmend | null {
  const { order, state, context } = draft;
  const { pendingReplace: replace, cumQty, leavesQty, overfillQty } = order;
  const [child, another] = order.children.filter(({ phase }) => phase !== 'Ended');
  if (replace === null || child === undefined || another !== undefined) return null;
  if (!isAtRest(child) || overfillQty > 0n || openQtyOf(order) !== leavesQty) return null;
  const whole = replace.orderQty - (cumQty - child.cumQty);
  if (whole <= child.cumQty) return null;
  const after = replacedBy(order, replace);
  const venues = venuesFor(state, context, { order: after, instrument });
  const at = venues.usable.find(({ listing }) => isThere(child, listing));
  const listing = instrument.listings.find((one) => isThere(child, one));
  if (at === undefined || listing === undefined) return null;
  if (at.venue.capabilities.replace !== 'native') return null;
  const price = priceAt(after, listing, feeFor('GTC', at.venue.fees));
  const orderQty = asQty(whole);
  if (fittingQty(listing, orderQty, price) !== orderQty) return null;
  // What is usable there has our funds for its bound.
  if (after.leavesQty > at.listing.maxQty || takesSome(draft, after, venues)) return null;
  return { childID: child.childID, venueID: child.venueID, price, orderQty };
}

/** The venue has it, has said nothing of its end, and nothing else is asked of it. */
function isAtRest(child: Child): boolean {
  const { phase, cancel, amend, endReported, timeInForce, swaps, venueOrderID } = child;
  if (phase !== 'Working' || timeInForce !== 'GTC' || venueOrderID === null) return false;
  return cancel === 'None' && amend === null && endReported === null && swaps.length === 0;
}

function isThere(
  { venueID, venueSymbol }: Pick<Child, 'venueID' | 'venueSymbol'>,
  listing: Pick<Child, 'venueID' | 'venueSymbol'>,
): boolean {
  return venueID === listing.venueID && venueSymbol === listing.venueSymbol;
}

/** The order as it would be placed anew. */
function replacedBy(order: ParentOrder, replace: PendingReplace): ParentOrder {
  const { orderQty, price, worstPrice } = replace;
  const leavesQty = subtractQty(orderQty, order.cumQty);
  return { ...order, orderQty, price, worstPrice, leavesQty, pendingReplace: null, children: [] };
}

/** Would it take something that is shown? Then routing it anew is worth more than a place in a queue. */
function takesSome({ state, context }: Draft, after: ParentOrder, venues: Venues): boolean {
  const { sources } = sourcesOf(new Draft(state, context, after), venues, 'IOC');
  return route(routeOrderOf(after, after.leavesQty), sources).filledQty > 0n;
}
