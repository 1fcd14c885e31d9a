// The configured instruments on their venues' grids.

import type { Instrument, Listing, VenueID } from '../../spec/terms/index.ts';
import type { ListingFound } from '../../spec/venues/index.ts';
import type { GatewayConfig } from '../config/index.ts';
import type { DeskView } from '../desk/index.ts';

/** As configured, on the grids that were last known; a venue's own word comes when it is connected. */
export function configuredInstruments(
  config: GatewayConfig,
  state: DeskView,
): readonly Instrument[] {
  return config.instruments.map(({ instrumentID, symbol, base, quote, listings }) => {
    const known = state.instruments.get(instrumentID);
    const names = new Set(listings.map(({ venueID }) => venueID));
    return {
      instrumentID,
      version: 0,
      symbol,
      base,
      quote,
      state: known?.state ?? 'Halted',
      listings: (known?.listings ?? []).filter(({ venueID }) => names.has(venueID)),
    };
  });
}

/** The configured instruments with one venue's grids put in their place. */
export function listed(
  config: GatewayConfig,
  state: DeskView,
  venueID: VenueID,
  found: readonly ListingFound[],
): readonly Instrument[] {
  const bySymbol = new Map(found.map((one) => [one.venueSymbol, one]));
  return config.instruments.flatMap((configured) => {
    const isHere = configured.listings.some((one) => one.venueID === venueID);
    const known = state.instruments.get(configured.instrumentID);
    if (!isHere || known === undefined) return [];
    // In the order of the configuration, whichever venue spoke last: else each word is a new version.
    const listings = configured.listings.flatMap((listing): readonly Listing[] => {
      const { venueSymbol } = listing;
      if (listing.venueID === venueID) {
        const one = bySymbol.get(venueSymbol);
        return one?.state === 'Trading' ? [listingOf(venueID, one)] : [];
      }
      return known.listings.filter(
        (other) => other.venueID === listing.venueID && other.venueSymbol === venueSymbol,
      );
    });
    return [{ ...known, listings, state: listings.length > 0 ? 'Trading' : 'Halted' }];
  });
}

function listingOf(venueID: VenueID, found: ListingFound): Listing {
  const { venueSymbol, tick, lot, minQty, maxQty, minNotional } = found;
  return { venueID, venueSymbol, tick, lot, minQty, maxQty, minNotional };
}
