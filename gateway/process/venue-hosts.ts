// The venues that a configuration has, exchanges and chains, each joined to the desk: what one says becomes a command.

import type { Clock, Log, Timers } from '../../spec/ports/index.ts';
import type { VenueID } from '../../spec/terms/index.ts';
import type { AdoptedChild, VenueReport } from '../../spec/venues/index.ts';
import type { GatewayConfig } from '../config/index.ts';
import type { DeskView } from '../desk/index.ts';
import { childrenOf } from './adoption.ts';
import { poolsOf } from './chain-adapter.ts';
import { createChainHost } from './chain-host.ts';
import { listed } from './configured-instruments.ts';
import type { DeskHost } from './desk-host.ts';
import type { Flow } from './flow.ts';
import type { MarketPicture } from './market-picture.ts';
import type { UnknownOrders } from './unknown-orders.ts';
import type { VenueBalances } from './venue-balances.ts';
import { type DeskSide, type VenueHost, createVenueHost } from './venue-host.ts';

export interface VenueHostsParts {
  readonly config: GatewayConfig;
  readonly state: DeskView;
  readonly host: Pick<DeskHost, 'enter'>;
  readonly picture: MarketPicture;
  readonly balances: VenueBalances;
  readonly unknown: UnknownOrders;
  readonly flow: Flow;
  readonly clock: Clock;
  readonly timers: Timers;
  readonly log: Log;
  /** Behind the commit of all that the desk has decided so far. */
  whenDurable(act: () => void): void;
}

/** None of them is started. */
export function createVenueHosts(parts: VenueHostsParts): ReadonlyMap<VenueID, VenueHost> {
  const { config, state, picture, flow, clock, timers, log, whenDurable } = parts;
  const venues = new Map<VenueID, VenueHost>();
  for (const venue of config.venues) {
    const { venueID } = venue;
    const symbols = config.instruments.flatMap(({ instrumentID, listings }) =>
      listings
        .filter((listing) => listing.venueID === venueID)
        .map(({ venueSymbol }) => ({ venueSymbol, instrumentID })),
    );
    const one = createVenueHost({
      ...joined(venueID, parts),
      config: venue,
      symbols,
      clock,
      timers,
      log,
      flow,
      booked: (found) => picture.booked(found),
    });
    venues.set(venueID, one);
  }
  for (const venue of config.chainVenues) {
    const { venueID } = venue;
    const one = createChainHost({
      ...joined(venueID, parts),
      config: venue,
      pools: poolsOf(venue, config),
      clock,
      timers,
      log,
      pooled: (found) => picture.pooled(found),
      account: () => state.chainAccounts.get(venueID) ?? null,
      whenDurable,
    });
    venues.set(venueID, one);
  }
  return venues;
}

function joined(
  venueID: VenueID,
  { config, state, host, balances, unknown }: VenueHostsParts,
): DeskSide {
  const reported = (report: VenueReport): void => {
    host.enter({ type: 'ReportFromVenue', venueID, report });
  };
  const open = (nextIntent: number): readonly AdoptedChild[] =>
    childrenOf(state.orders.values(), venueID, nextIntent);
  return {
    reported,
    open,
    listingsFound(listings) {
      const instruments = listed(config, state, venueID, listings);
      host.enter({ type: 'ConfigureDesk', instruments, limits: [] });
    },
    balancesFound: (found) => balances.found(found),
    unknownFound: (found) => unknown.found(found),
    stateChanged(next) {
      if (next === 'Down' || next === 'Stopped') balances.forget(venueID);
      host.enter({ type: 'Tick' });
    },
    /** Its adapter has thrown: what it has under way is in doubt. */
    failed(cause) {
      for (const { child, inDoubt } of open(state.nextIntent)) {
        if (inDoubt) reported({ type: 'Unknown', childID: child.childID, cause });
      }
    },
  };
}
