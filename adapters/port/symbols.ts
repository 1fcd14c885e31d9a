// What an adapter is told of an instrument: its name at the venue.

import type { InstrumentID } from '../../spec/terms/index.ts';

export interface VenueSymbol {
  /** As the venue writes it, such as `BTCUSDT` or `BTC/USDT`. */
  readonly venueSymbol: string;
  readonly instrumentID: InstrumentID;
}
