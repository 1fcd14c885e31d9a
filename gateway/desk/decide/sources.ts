// The books of an order's venues as the router's sources, and the way back from the journal.

import { type BookSource, type RouteOrder, trimmed } from '../../../router/index.ts';
import type { EventOf, ParentOrder, RouteBook, VenueUnused } from '../../../spec/events/index.ts';
import { type Price, type Qty, asLots, asTicks } from '../../../spec/units/index.ts';
import type { ChildTimeInForce } from '../../../spec/venues/index.ts';
import type { Draft } from './draft.ts';
import { isCrossed, isFresh } from './shown.ts';
import type { Usable, Venues } from './venues-for.ts';

/** The router sees so many levels of a book at most: a bound on its time and on the record of it. */
const LEVELS_MOST = 100;

export interface Sources {
  readonly sources: readonly BookSource[];
  readonly unused: readonly VenueUnused[];
}

/** What can be taken now by children of that kind, and why nothing can at the other venues. */
export function sourcesOf(draft: Draft, venues: Venues, timeInForce: ChildTimeInForce): Sources {
  const sources: BookSource[] = [];
  const unused: VenueUnused[] = venues.barred.map(({ venueID, why }) => ({ venueID, why }));
  for (const one of venues.usable) {
    const source = sourceOf(draft, one, timeInForce);
    if (typeof source === 'string') unused.push({ venueID: one.listing.venueID, why: source });
    else sources.push(source);
  }
  return { sources, unused };
}

function sourceOf(
  { order, context }: Draft,
  { listing, venue, takesNot }: Usable,
  timeInForce: ChildTimeInForce,
): BookSource | string {
  if (takesNot !== null) return takesNot;
  if (!venue.capabilities.timesInForce.includes(timeInForce))
    return `takes no ${timeInForce} orders`;
  const book = context.market.book(listing.venueID, order.instrumentID);
  if (book === null) return 'has no book';
  if (!isFresh(context, book)) {
    if (book.state !== 'Live') return 'has no live book';
    return isCrossed(book) ? 'has a crossed book' : 'has an old book';
  }
  const { venueID, tick, lot, minQty, maxQty, minNotional } = listing;
  // Between a venue's word and its next book the two may differ: such a book is on no grid of the listing.
  if (book.tick !== tick || lot % book.lot !== 0n) return 'has a book on another grid';
  const side = order.side === 'buy' ? book.asks : book.bids;
  return {
    type: 'Book',
    venueID,
    tick,
    lot,
    minQty,
    maxQty,
    minNotional,
    takerFee: venue.fees.taker,
    levels: side.length > LEVELS_MOST ? side.slice(0, LEVELS_MOST) : side,
    levelLot: book.lot,
  };
}

/** A market order's collar bounds the price alone; so does a limit, unless the session says otherwise. */
export function routeOrderOf(order: ParentOrder, orderQty: Qty): RouteOrder & { limit: Price } {
  const { side, worstPrice, ordType, limitBasis } = order;
  const isAllIn = ordType === 'Limit' && limitBasis === 'allIn';
  return { side, orderQty, limit: worstPrice, limitBasis: isAllIn ? 'allIn' : 'gross' };
}

/** For the record: no more of the book than the order could use. */
export function bookOf(whole: BookSource, order: RouteOrder): RouteBook {
  const cut = trimmed(whole, order);
  const source = cut.type === 'Book' ? cut : whole;
  const { venueID, tick, lot, minQty, maxQty, minNotional, takerFee, levels } = source;
  return {
    venueID,
    tick,
    lot,
    minQty,
    maxQty,
    minNotional,
    takerFee,
    levelLot: source.levelLot ?? lot,
    levels: levels.map(([ticks, lots]) => ({ ticks, lots })),
  };
}

/** What the router was asked, out of its record: asked again, it gives the recorded plan. */
export function questionOf(decided: EventOf<'RouteDecided'>): {
  readonly order: RouteOrder;
  readonly sources: readonly BookSource[];
} {
  const { side, orderQty, limit, limitBasis, books } = decided;
  return {
    order: { side, orderQty, limit, limitBasis },
    sources: books.map(({ levels, ...book }) => ({
      type: 'Book',
      ...book,
      levels: levels.map(({ ticks, lots }) => [asTicks(ticks), asLots(lots)] as const),
    })),
  };
}
