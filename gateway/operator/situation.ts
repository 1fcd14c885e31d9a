// A running desk's market in an instrument, in the form that `causeway route` reads: what the router could take, and
// why it could take nothing elsewhere.

import type { Instrument, Listing } from '../../spec/terms/index.ts';
import {
  asPrice,
  formatDecimal,
  formatNotional,
  priceOfTicks,
  qtyOfLots,
} from '../../spec/units/index.ts';
import type { BookLevel, BookSnapshot } from '../../spec/venues/index.ts';
import { type BookMark, type BookMoment, type VenueBook, markOf } from './book.ts';

type Pair = readonly [price: string, qty: string];

/** Decimals as text. */
export interface SituationBook {
  readonly name: string;
  readonly kind: 'book';
  readonly tick: string;
  readonly lot: string;
  readonly minQty: string;
  readonly maxQty: string;
  readonly minNotional: string;
  readonly takerFeeBps: string;
  readonly asks: readonly Pair[];
  readonly bids: readonly Pair[];
}

export interface Situation {
  readonly symbol: string;
  readonly venues: readonly SituationBook[];
  /** Venues that list it and cannot be asked now. */
  readonly unused: readonly { readonly venue: string; readonly why: string }[];
}

export function situationOf(
  instrument: Instrument,
  books: readonly VenueBook[],
  moment: BookMoment,
): Situation {
  const venues: SituationBook[] = [];
  const unused: { venue: string; why: string }[] = [];
  for (const one of books) {
    const listing = instrument.listings.find(({ venueID }) => venueID === one.venueID);
    const why = whyNot(one, listing, moment);
    if (one.book === null || listing === undefined || why !== null) {
      unused.push({ venue: one.venueID, why: why ?? NOT_LISTED });
    } else venues.push(bookOf(one, one.book, listing));
  }
  return { symbol: instrument.symbol, venues, unused };
}

const NOT_LISTED = 'has not said its grid, or does not trade it now';

const WHY: Readonly<Record<Exclude<BookMark, 'Live'>, string>> = {
  Stale: 'has an old book',
  Crossed: 'has a crossed book',
  Invalid: 'has no live book',
  NoBook: 'has no book',
};

function whyNot(one: VenueBook, listing: Listing | undefined, moment: BookMoment): string | null {
  if (one.state !== 'Ready') return `is ${one.state}`;
  if (listing === undefined) return NOT_LISTED;
  const mark = markOf(one, moment);
  return mark === 'Live' ? null : WHY[mark];
}

function bookOf({ takerFee }: VenueBook, book: BookSnapshot, listing: Listing): SituationBook {
  const side = (levels: readonly BookLevel[]): readonly Pair[] =>
    levels.map(([ticks, lots]) => [
      formatDecimal(priceOfTicks(ticks, book.tick)),
      formatDecimal(qtyOfLots(lots, book.lot)),
    ]);
  return {
    name: listing.venueID,
    kind: 'book',
    tick: formatDecimal(listing.tick),
    lot: formatDecimal(listing.lot),
    minQty: formatDecimal(listing.minQty),
    maxQty: formatDecimal(listing.maxQty),
    minNotional: formatNotional(listing.minNotional),
    takerFeeBps: formatDecimal(asPrice(takerFee * 10_000n)),
    asks: side(book.asks),
    bids: side(book.bids),
  };
}
