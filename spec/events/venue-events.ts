// What has happened between the desk and a venue, beside its orders.

import type { EpochNs } from '../ports/index.ts';
import type { OrderID, VenueExecID, VenueID, VenueOrderID } from '../terms/index.ts';
import type { Price, Qty } from '../units/index.ts';
import type { SignedTransaction } from '../venues/index.ts';
import type { ExclusionHow } from './entities.ts';

/** A report of this venue could not be applied: no new child goes there until a person looked. */
export interface VenueQuarantined {
  readonly type: 'VenueQuarantined';
  readonly venueID: VenueID;
  readonly cause: string;
}

/** This order does not use the venue until then. */
export interface VenueExcluded {
  readonly type: 'VenueExcluded';
  readonly orderID: OrderID;
  readonly venueID: VenueID;
  readonly how: ExclusionHow;
  readonly text: string;
  readonly until: EpochNs;
}

/** A fill for no order of ours: shown as external, booked nowhere. */
export interface FillUnmatched {
  readonly type: 'FillUnmatched';
  readonly venueID: VenueID;
  readonly venueSymbol: string;
  readonly venueOrderID: VenueOrderID;
  readonly venueExecID: VenueExecID;
  readonly lastQty: Qty;
  readonly lastPx: Price;
}

/** Bytes of a chain's account, kept before they are broadcast: its nonce is given out (crash row 11). */
export interface TransactionSigned {
  readonly type: 'TransactionSigned';
  readonly venueID: VenueID;
  readonly transaction: SignedTransaction;
}

/** One transaction of the nonce is final: all that was signed for it is forgotten. */
export interface TransactionSettled {
  readonly type: 'TransactionSettled';
  readonly venueID: VenueID;
  readonly nonce: number;
  /** The one that is final; empty where it was a stranger's. */
  readonly hash: string;
}
