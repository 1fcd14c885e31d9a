// What venues have said is open there and is no order of the desk's: for who throws a kill switch, and no state.

import type { Clock, EpochNs } from '../../spec/ports/index.ts';
import type { VenueID } from '../../spec/terms/index.ts';
import type { UnknownFound, UnknownOrder } from '../../spec/venues/index.ts';

export interface UnknownAtVenue {
  readonly venueID: VenueID;
  /** It was asked, and has not answered since. */
  readonly isAwaited: boolean;
  /** By its last answer. */
  readonly orders: readonly UnknownOrder[];
}

export class UnknownOrders {
  readonly #clock: Pick<Clock, 'now'>;
  readonly #askedAt = new Map<VenueID, EpochNs>();
  readonly #found = new Map<VenueID, { readonly at: EpochNs; readonly found: UnknownFound }>();

  constructor(clock: Pick<Clock, 'now'>) {
    this.#clock = clock;
  }

  asked(venueID: VenueID): void {
    // A question that waits is not put off by another.
    if (!this.#isAwaited(venueID)) this.#askedAt.set(venueID, this.#clock.now());
  }

  found(found: UnknownFound): void {
    this.#found.set(found.venueID, { at: this.#clock.now(), found });
  }

  /** Of the venues that were ever asked. */
  get all(): readonly UnknownAtVenue[] {
    return [...this.#askedAt.keys()].map((venueID) => ({
      venueID,
      isAwaited: this.#isAwaited(venueID),
      orders: this.#found.get(venueID)?.found.orders ?? [],
    }));
  }

  #isAwaited(venueID: VenueID): boolean {
    const askedAt = this.#askedAt.get(venueID);
    if (askedAt === undefined) return false;
    const answered = this.#found.get(venueID);
    return answered === undefined || answered.at < askedAt;
  }
}
