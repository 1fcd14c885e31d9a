// The books and pools of an order's venues as the router's sources.

import type { BookSource, RouteOrder, Source } from '../../../router/index.ts';
import type { ParentOrder, VenueUnused } from '../../../spec/events/index.ts';
import type { VenueID } from '../../../spec/terms/index.ts';
import type { Price, Qty } from '../../../spec/units/index.ts';
import type { ChildTimeInForce } from '../../../spec/venues/index.ts';
import type { Draft } from './draft.ts';
import { type SeenPool, poolSourceOf } from './pool-source.ts';
import { isCrossed, isFresh } from './shown.ts';
import { sharing } from './together.ts';
import type { Usable, Venues } from './venues-for.ts';

/** The router sees so many levels of a book at most: a bound on its time and on the record of it. */
const LEVELS_MOST = 100;

export interface Sources {
  /** Books, then pools: so they are recorded, and the router's answer is in their order. */
  readonly sources: readonly Source[];
  readonly pools: readonly SeenPool[];
  readonly unused: readonly VenueUnused[];
}

/** What can be taken now by children of that kind, and why nothing can at the other venues. */
export function sourcesOf(draft: Draft, venues: Venues, timeInForce: ChildTimeInForce): Sources {
  const books: BookSource[] = [];
  const pools: SeenPool[] = [];
  const unused: VenueUnused[] = [];
  const leaveOut = (venueID: VenueID, why: string): void => {
    // Of several pools of a venue, once where it is the same of all.
    const isSaid = unused.some((one) => one.venueID === venueID && one.why === why);
    if (!isSaid) unused.push({ venueID, why });
  };
  for (const { venueID, why } of venues.barred) leaveOut(venueID, why);
  for (const one of venues.usable) {
    const { listing, venue } = one;
    const { venueID } = listing;
    const refused = takesNothing(one, timeInForce);
    const source =
      refused ??
      (venue.chain === null
        ? bookSourceOf(draft, one)
        : poolSourceOf(draft, { listing, chain: venue.chain }));
    if (typeof source === 'string') leaveOut(venueID, source);
    else if ('source' in source) pools.push(source);
    else books.push(source);
  }
  const together = sharing(pools, draft.order.side);
  const sources = [...books, ...together.map(({ source }) => source)];
  return { sources, pools: together, unused };
}

function takesNothing({ venue, takesNot }: Usable, timeInForce: ChildTimeInForce): string | null {
  if (takesNot !== null) return takesNot;
  const takes = venue.capabilities.timesInForce.includes(timeInForce);
  return takes ? null : `takes no ${timeInForce} orders`;
}

function bookSourceOf({ order, context }: Draft, { listing, venue }: Usable): BookSource | string {
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
