// What the desk sees of its markets: the newest book and pool of each venue, as workers have sent them.

import type { InstrumentID, VenueID } from '../../spec/terms/index.ts';
import type { BookSnapshot, PoolSnapshot } from '../../spec/venues/index.ts';

/** Mutable: each replaces the one before it. */
export class MarketPicture {
  readonly #books = new Map<string, BookSnapshot>();
  readonly #pools = new Map<string, PoolSnapshot>();

  booked(found: readonly BookSnapshot[]): void {
    for (const book of found) this.#books.set(keyOf(book.venueID, book.instrumentID), book);
  }

  pooled(found: readonly PoolSnapshot[]): void {
    for (const pool of found) this.#pools.set(keyOf(pool.venueID, pool.venueSymbol), pool);
  }

  book(venueID: VenueID, instrumentID: InstrumentID): BookSnapshot | null {
    return this.#books.get(keyOf(venueID, instrumentID)) ?? null;
  }

  pool(venueID: VenueID, venueSymbol: string): PoolSnapshot | null {
    return this.#pools.get(keyOf(venueID, venueSymbol)) ?? null;
  }
}

function keyOf(venueID: VenueID, name: string): string {
  return `${venueID}\u0000${name}`;
}
