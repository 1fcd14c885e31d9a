// Which children an order's open quantity goes out as.

import type { ParentOrder } from '../../../spec/events/index.ts';
import type { Listing } from '../../../spec/terms/index.ts';
import type { Price, Qty } from '../../../spec/units/index.ts';
import type { ChildTimeInForce } from '../../../spec/venues/index.ts';
import type { Draft } from './draft.ts';
import { fittingQty, priceAt } from './fit.ts';
import { isImmediate } from './order-kind.ts';
import { shownWithin } from './shown.ts';
import type { Venues } from './venues-for.ts';

export interface ChildTerms {
  readonly listing: Listing;
  readonly price: Price;
  readonly orderQty: Qty;
  readonly timeInForce: ChildTimeInForce;
  readonly why: string;
}

/** All of it to the first venue that takes it. */
export function planAlone(
  { order, context }: Draft,
  qty: Qty,
  { usable }: Venues,
): readonly ChildTerms[] {
  for (const { listing, venue } of usable) {
    const price = priceAt(order, listing, venue.fees);
    const orderQty = fittingQty(listing, qty, price);
    if (orderQty === 0n) continue;
    if (order.timeInForce === 'FOK') {
      const book = context.market.book(listing.venueID, order.instrumentID);
      if (orderQty < qty || shownWithin(context, book, order) < qty) continue;
    }
    const why = usable.length === 1 ? 'the only venue that takes it now' : 'the first venue';
    return [{ listing, price, orderQty, timeInForce: childTimeInForce(order), why }];
  }
  return [];
}

export function childTimeInForce(order: ParentOrder): ChildTimeInForce {
  if (order.timeInForce === 'FOK') return 'FOK';
  return isImmediate(order) ? 'IOC' : 'GTC';
}
