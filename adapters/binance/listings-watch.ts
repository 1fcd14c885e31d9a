// What the venue says of the configured symbols, watched: told when it changes, halted when it ends.

import type { EpochNs } from '../../spec/ports/index.ts';
import type { VenueID } from '../../spec/terms/index.ts';
import type { ListingFound } from '../../spec/venues/index.ts';
import type { Verdict } from './errors.ts';
import { isObject } from './json.ts';
import { readListings, sameListings } from './listings.ts';
import type { Questions } from './questions.ts';
import type { Query, Requests } from './requests.ts';
import type { Turn } from './turn.ts';
import { type Reply, readRateLimits } from './wire.ts';

const LISTINGS_EVERY_MS = 300_000;

export interface ListingsParts {
  readonly venueID: VenueID;
  readonly venueSymbols: readonly string[];
  readonly turn: Turn;
  readonly requests: Requests;
  readonly questions: Questions;
}

export class ListingsWatch {
  readonly #parts: ListingsParts;
  #listings: readonly ListingFound[] = [];
  #askedAt: EpochNs | null = null;

  constructor(parts: ListingsParts) {
    this.#parts = parts;
  }

  ask(): void {
    const { turn, questions, venueSymbols } = this.#parts;
    this.#askedAt = turn.now;
    questions.put('listings', { type: 'Listings', venueSymbols });
  }

  ticked(): void {
    if (this.#askedAt !== null && this.#parts.turn.aged(this.#askedAt, LISTINGS_EVERY_MS))
      this.ask();
  }

  answered(query: Query, asked: readonly string[], reply: Reply, verdict: Verdict): void {
    const { questions, requests } = this.#parts;
    if (verdict.type === 'Refused') {
      if (asked.length === 1) this.#delisted(asked, verdict.text);
      else this.#askEach(asked);
      return questions.done(query);
    }
    const read = verdict.type === 'Done' ? readListings(reply.result, asked) : null;
    if (read === null) return questions.againLater(query);
    for (const { venueSymbol, fault } of read.faults) this.#delisted([venueSymbol], fault);
    if (isObject(reply.result)) {
      for (const { limit } of readRateLimits(reply.result['rateLimits'])) {
        requests.budget.setLimit(limit);
      }
    }
    this.#found(read.listings);
    questions.done(query);
  }

  /** One delisted symbol makes the venue refuse them all: each is asked for alone. */
  #askEach(venueSymbols: readonly string[]): void {
    for (const venueSymbol of venueSymbols) {
      const about = { type: 'Listings', venueSymbols: [venueSymbol] } as const;
      this.#parts.questions.put(`listings ${venueSymbol}`, about);
    }
  }

  /** What was listed and is no longer is halted, for the desk to stop it. */
  #delisted(venueSymbols: readonly string[], fault: string): void {
    this.#parts.turn.remark('error', 'a configured symbol cannot be traded', {
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
    const { turn, venueID } = this.#parts;
    turn.notice({ type: 'ListingsFound', venueID, listings: all });
  }
}
