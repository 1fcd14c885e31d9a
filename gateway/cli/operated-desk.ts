// What its operator has of a running desk: its state, its market in an instrument, and a way to command it.

import { type Listing, madeOf } from '../../spec/terms/index.ts';
import type { Notional } from '../../spec/units/index.ts';
import type { PoolSnapshot } from '../../spec/venues/index.ts';
import type { GatewayConfig } from '../config/index.ts';
import { type ChainTerms, type VenueView, gasCostOf } from '../desk/index.ts';
import type { OperatedDesk, VenuePool } from '../operator/index.ts';
import type { RunningGateway } from '../process/index.ts';

export function operatedDesk(
  config: GatewayConfig,
  gateway: RunningGateway,
  operate: OperatedDesk['operate'],
): OperatedDesk {
  const { staleBookMs } = config.settings;
  return {
    view: gateway.desk,
    accountsOf(named) {
      const configured = madeOf(named)?.template ?? named;
      return config.sessions.find(({ sessionID }) => sessionID === configured)?.accounts ?? [];
    },
    operate,
    unknownOrders: () => gateway.unknownOrders(),
    holdings: () => gateway.holdings(),
    moment: () => ({ now: gateway.clock.now(), staleBookMs }),
    books(instrumentID) {
      const configured = config.instruments.find((one) => one.instrumentID === instrumentID);
      const listings = gateway.desk.instruments.get(instrumentID)?.listings ?? [];
      return gateway.venues.flatMap(({ venueID, view }) => {
        const here = (configured?.listings ?? []).filter((one) => one.venueID === venueID);
        return here.map(({ venueSymbol }) => {
          const listing = listings.find(
            (one) => one.venueID === venueID && one.venueSymbol === venueSymbol,
          );
          const snapshot = gateway.pool(venueID, venueSymbol);
          return {
            venueID,
            ...(here.length > 1 ? { poolName: venueSymbol } : {}),
            state: view.state,
            takerFee: view.fees.taker,
            book: gateway.book(venueID, instrumentID),
            pool:
              snapshot === null || listing === undefined ? null : poolOf(snapshot, listing, view),
          };
        });
      });
    },
  };

  function poolOf(snapshot: PoolSnapshot, listing: Listing, { chain }: VenueView): VenuePool {
    const { lot, minQty, maxQty } = listing;
    return {
      snapshot,
      gasCost: chain === null ? null : gasCost(snapshot, chain),
      lot,
      minQty,
      maxQty,
    };
  }

  /** Null where gas has no price in the instrument's quote currency now. */
  function gasCost(seen: PoolSnapshot, chain: ChainTerms): Notional | null {
    const context = { now: gateway.clock.now(), settings: { staleBookMs }, market: gateway };
    const cost = gasCostOf(context, { instruments: gateway.desk.instruments, chain, seen });
    return typeof cost === 'string' ? null : cost.alone;
  }
}
