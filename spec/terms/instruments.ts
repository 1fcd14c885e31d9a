// Instruments are journaled, versioned data: a venue's change of tick or a halt makes a new version.

import type { Notional, Price, Qty } from '../units/index.ts';
import type { InstrumentID, VenueID } from './ids.ts';

export type InstrumentState = 'Trading' | 'Halted';

/** What one venue calls an instrument, and the grid that it trades on there. */
export interface Listing {
  readonly venueID: VenueID;
  /** The venue's own symbol, such as `BTCUSDT`. */
  readonly venueSymbol: string;
  readonly tick: Price;
  readonly lot: Qty;
  readonly minQty: Qty;
  readonly maxQty: Qty;
  /** Least price times quantity that the venue takes. */
  readonly minNotional: Notional;
}

export interface Instrument {
  readonly instrumentID: InstrumentID;
  /** Counts from 1; a new one for each change of anything here. */
  readonly version: number;
  /** Symbol(55), such as `BTC/USDT`. */
  readonly symbol: string;
  readonly base: string;
  readonly quote: string;
  readonly state: InstrumentState;
  readonly listings: readonly Listing[];
}
