// A trade of the market at large, as its venue published it. Nothing of ours: those are fills.

import type { EpochNs } from '../ports/index.ts';
import type { InstrumentID, Side, VenueID } from '../terms/index.ts';
import type { Price, Qty } from '../units/index.ts';

export interface MarketTrade {
  readonly venueID: VenueID;
  readonly instrumentID: InstrumentID;
  readonly venueSymbol: string;
  /** The venue's own: of one trade or, `isAggregate`, of all that one order took at one price. */
  readonly tradeID: string;
  readonly isAggregate: boolean;
  readonly price: Price;
  readonly qty: Qty;
  /** The side of the order that took. */
  readonly takerSide: Side;
  /** The venue's time of it. */
  readonly tradedAt: EpochNs;
}
