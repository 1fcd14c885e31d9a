// Where the rest of a resting order is posted, as the router says; without a live book, where the venue is open.

import { type RestSource, placeRest } from '../../../router/index.ts';
import { type Qty, asLots } from '../../../spec/units/index.ts';
import type { BookLevel, BookSnapshot } from '../../../spec/venues/index.ts';
import type { Draft } from './draft.ts';
import { isFresh } from './shown.ts';
import { routeOrderOf } from './sources.ts';
import type { Usable } from './venues-for.ts';

export interface RestPlace {
  readonly at: Usable;
  readonly why: string;
}

/** Null: none of them takes a rest of that size. It rests at the client's limit, not a tick before the other side. */
export function restPlace(draft: Draft, usable: readonly Usable[], rest: Qty): RestPlace | null {
  const { order, context } = draft;
  const lit: RestSource[] = [];
  let dark: Usable | null = null;
  for (const one of usable) {
    const book = context.market.book(one.listing.venueID, order.instrumentID);
    if (book !== null && isFresh(context, book)) lit.push(restSource(draft, one, book));
    else dark ??= one;
  }
  const { place } = placeRest(routeOrderOf(order, rest), lit);
  const at = usable.find(({ listing }) => listing.venueID === place?.venueID);
  if (place !== null && at !== undefined) {
    return { at, why: `the rest is posted there: ${place.why}` };
  }
  return dark === null ? null : { at: dark, why: 'the rest is posted there, without a live book' };
}

function restSource({ order }: Draft, { listing, venue }: Usable, book: BookSnapshot): RestSource {
  const { venueID, tick, lot, minQty, maxQty, minNotional } = listing;
  const own = order.side === 'buy' ? book.bids : book.asks;
  return {
    venueID,
    tick,
    lot,
    minQty,
    maxQty,
    minNotional,
    makerFee: venue.fees.maker,
    own: book.lot === lot ? own : own.map((level) => inLots(level, book.lot, lot)),
    // Nothing of the other side holds it back: what is shown within the limit is taken in the same moment.
    opposite: null,
  };
}

function inLots([ticks, lots]: BookLevel, from: Qty, to: Qty): BookLevel {
  return [ticks, asLots(Number((BigInt(lots) * from) / to))];
}
