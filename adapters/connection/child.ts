// A child of ours as its venue has shown it, and how far it has come.

import type { EpochNs } from '../../spec/ports/index.ts';
import type { ChildID, Side, VenueOrderID } from '../../spec/terms/index.ts';
import type { Price, Qty } from '../../spec/units/index.ts';
import type { ChildEndHow } from '../../spec/venues/index.ts';

/**
 * `Sent`: on its way. `InDoubt`: sent, outcome unknown. `Working`: the venue knows it. `Refused` and
 * `Absent`: it never worked.
 */
export type Standing = 'Sent' | 'InDoubt' | 'Working' | 'Ended' | 'Refused' | 'Absent';

export interface ChildEnd {
  readonly how: ChildEndHow;
  readonly cumQty: Qty;
  readonly text: string;
}

/** Read by the machine, written by the ledger alone. */
export interface Child {
  readonly childID: ChildID;
  readonly venueSymbol: string;
  readonly side: Side;
  /** Its terms as the venue has shown them last. */
  readonly price: Price;
  readonly orderQty: Qty;
  /** Where its history begins, on our clock. */
  readonly since: EpochNs;
  /** What its deadline at the venue is counted from, on our clock. */
  readonly sentAt: EpochNs;
  readonly venueOrderID: VenueOrderID | null;
  readonly standing: Standing;
  /** Why it was refused or is absent; empty for the rest. */
  readonly text: string;
  readonly end: ChildEnd | null;
}
