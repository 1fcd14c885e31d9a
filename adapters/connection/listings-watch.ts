// What the venue says of the configured symbols, watched: asked again and again, told when it changes, halted when it ends.

import type { EpochNs } from '../../spec/ports/index.ts';
import type { ListingFound } from '../../spec/venues/index.ts';
import { type ListingsRead, sameListings } from './listings.ts';
import type { Questions } from './questions.ts';
import type { Turn } from './turn.ts';

const LISTINGS_EVERY_MS = 300_000;

/** Of all configured symbols, or some of them. */
export interface ListingsQuestion {
  readonly type: 'Listings';
  readonly venueSymbols: readonly string[];
}

export interface ListingsWatchParts {
  readonly turn: Turn;
  /** All that are configured. */
  readonly venueSymbols: readonly string[];
  readonly questions: Pick<Questions<ListingsQuestion>, 'put'>;
}

/** Mutable: what was told last. */
export class ListingsWatch {
  readonly #parts: ListingsWatchParts;
  readonly #turn: Turn;
  #listings: readonly ListingFound[] = [];
  #askedAt: EpochNs | null = null;

  constructor(parts: ListingsWatchParts) {
    this.#parts = parts;
    this.#turn = parts.turn;
  }

  ask(): void {
    this.#askedAt = this.#turn.now;
    const { questions, venueSymbols } = this.#parts;
    questions.put('listings', { type: 'Listings', venueSymbols });
  }

  /** Every five minutes, once they were asked for. */
  askIfDue(): void {
    if (this.#askedAt !== null && this.#turn.aged(this.#askedAt, LISTINGS_EVERY_MS)) this.ask();
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
    this.#turn.notice({ type: 'ListingsFound', venueID: this.#turn.venueID, listings: all });
  }
}
