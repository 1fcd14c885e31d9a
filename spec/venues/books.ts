// A venue's book as the desk sees it: immutable, versioned, on the venue's grid.

import type { EpochNs } from '../ports/index.ts';
import type { InstrumentID, VenueID } from '../terms/index.ts';
import type { Lots, Price, Qty, Ticks } from '../units/index.ts';

/** Price and quantity of one level. */
export type BookLevel = readonly [Ticks, Lots];

/** Only a `Live` book may be traded on. */
export type BookState = 'Live' | 'Syncing' | 'Invalid';

export interface BookSnapshot {
  readonly venueID: VenueID;
  readonly instrumentID: InstrumentID;
  readonly venueSymbol: string;
  readonly state: BookState;
  /** The venue's own counter; grows. */
  readonly updateID: number;
  /** When the last update was received or, in a quiet market, when its line last proved alive; our clock. */
  readonly receivedAt: EpochNs;
  readonly tick: Price;
  readonly lot: Qty;
  /** Best first. */
  readonly bids: readonly BookLevel[];
  /** Best first. */
  readonly asks: readonly BookLevel[];
}
