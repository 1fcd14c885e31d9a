// What its operator has of a running desk: its state, its market in an instrument, and a way to command it.

import type { InstrumentID, Listing } from '../../spec/terms/index.ts';
import { type Notional, asNotional } from '../../spec/units/index.ts';
import type { PoolSnapshot } from '../../spec/venues/index.ts';
import type { GatewayConfig } from '../config/index.ts';
import { type VenueView, referencePriceOf } from '../desk/index.ts';
import type { OperatedDesk, VenuePool } from '../operator/index.ts';
import { type RunningGateway, realClock } from '../process/index.ts';

export function operatedDesk(
  config: GatewayConfig,
  gateway: RunningGateway,
  operate: OperatedDesk['operate'],
): OperatedDesk {
  const clock = realClock();
  const { staleBookMs } = config.settings;
  return {
    view: gateway.desk,
    accountsOf: (sessionID) =>
      config.sessions.find((session) => session.sessionID === sessionID)?.accounts ?? [],
    operate,
    moment: () => ({ now: clock.now(), staleBookMs }),
    books(instrumentID) {
      const configured = config.instruments.find((one) => one.instrumentID === instrumentID);
      const listed = new Set(configured?.listings.map(({ venueID }) => venueID));
      const listings = gateway.desk.instruments.get(instrumentID)?.listings ?? [];
      return gateway.venues
        .filter(({ venueID }) => listed.has(venueID))
        .map(({ venueID, view }) => {
          const listing = listings.find((one) => one.venueID === venueID);
          const snapshot = gateway.pool(venueID, instrumentID);
          return {
            venueID,
            state: view.state,
            takerFee: view.fees.taker,
            book: gateway.book(venueID, instrumentID),
            pool:
              snapshot === null || listing === undefined ? null : poolOf(snapshot, listing, view),
          };
        });
    },
  };

  function poolOf(snapshot: PoolSnapshot, listing: Listing, view: VenueView): VenuePool {
    const { lot, minQty, maxQty } = listing;
    return { snapshot, gasCost: gasCostOf(snapshot, view), lot, minQty, maxQty };
  }

  /** In the instrument's quote currency; null where gas has no price there now. */
  function gasCostOf(
    { gasWei, instrumentID }: PoolSnapshot,
    { chain }: VenueView,
  ): Notional | null {
    const coin = chain === null ? undefined : instrument(chain.gasInstrument);
    if (coin === undefined || coin.quote !== instrument(instrumentID)?.quote) return null;
    const context = { now: clock.now(), settings: { staleBookMs }, market: gateway };
    const price = referencePriceOf(context, coin);
    return price === null ? null : asNotional(gasWei * price);
  }

  function instrument(instrumentID: InstrumentID) {
    return gateway.desk.instruments.get(instrumentID);
  }
}
