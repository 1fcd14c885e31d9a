// What venues have told of our balances there: context of decisions, as books are, and no state.

import type { VenueID } from '../../spec/terms/index.ts';
import { type Qty, ZERO_QTY } from '../../spec/units/index.ts';
import type { BalancesFound } from '../../spec/venues/index.ts';

export class VenueBalances {
  readonly #byVenue = new Map<VenueID, Map<string, Qty>>();

  /** Parts change what is known; before all of it was told once, nothing is. */
  found({ venueID, isWhole, balances }: BalancesFound): void {
    if (isWhole) this.#byVenue.set(venueID, new Map());
    const known = this.#byVenue.get(venueID);
    if (known === undefined) return;
    for (const { asset, total } of balances) known.set(asset, total);
  }

  /** The line is gone: what changes now is not told. */
  forget(venueID: VenueID): void {
    this.#byVenue.delete(venueID);
  }

  /** Each asset that the venue names; null: not known. */
  all(venueID: VenueID): ReadonlyMap<string, Qty> | null {
    return this.#byVenue.get(venueID) ?? null;
  }

  /** Null: not known. An asset that a venue does not name is none. */
  of(venueID: VenueID, asset: string): Qty | null {
    const known = this.#byVenue.get(venueID);
    return known === undefined ? null : (known.get(asset) ?? ZERO_QTY);
  }
}
