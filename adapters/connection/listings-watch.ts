// What the venue says of the configured symbols, watched: told when it changes, halted when it ends.

import type { EpochNs } from '../../spec/ports/index.ts';
import type { VenueID } from '../../spec/terms/index.ts';
import type { ListingFound } from '../../spec/venues/index.ts';
import { type ListingsRead, sameListings } from './listings.ts';
import type { Turn } from './turn.ts';

const LISTINGS_EVERY_MS = 300_000;

/** Mutable: what was told last. */
export class ListingsWatch {
  readonly #venueID: VenueID;
  readonly #turn: Turn;
  #listings: readonly ListingFound[] = [];
  #askedAt: EpochNs | null = null;

  constructor(venueID: VenueID, turn: Turn) {
    this.#venueID = venueID;
    this.#turn = turn;
  }

  asked(): void {
    this.#askedAt = this.#turn.now;
  }

  /** Whether it is time to ask again. */
  isDue(): boolean {
    return this.#askedAt !== null && this.#turn.aged(this.#askedAt, LISTINGS_EVERY_MS);
  }

  take(read: ListingsRead): void {
    for (const { venueSymbol, fault } of read.faults) this.delisted([venueSymbol], fault);
    this.#found(read.listings);
  }

  /** What was listed and is no longer is halted, for the desk to stop it. */
  delisted(venueSymbols: readonly string[], fault: string): void {
    this.#turn.remark('error', 'a configured symbol cannot be traded', {
      venueSymbols: venueSymbols.join(' '),
      fault,
    });
    const gone = this.#listings.filter((listing) => venueSymbols.includes(listing.venueSymbol));
    this.#found(gone.map((listing) => ({ ...listing, state: 'Halted' })));
  }

  #found(found: readonly ListingFound[]): void {
    const names = new Set(found.map((listing) => listing.venueSymbol));
    const others = this.#listings.filter((listing) => !names.has(listing.venueSymbol));
    const all = [...others, ...found].sort((a, b) => (a.venueSymbol < b.venueSymbol ? -1 : 1));
    if (sameListings(all, this.#listings)) return;
    this.#listings = all;
    this.#turn.notice({ type: 'ListingsFound', venueID: this.#venueID, listings: all });
  }
}
