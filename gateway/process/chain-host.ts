// One configured venue on a chain: its account on the desk's thread, its pools in a worker. Node and signer may each go
// and come back: that is the venue's state and nobody else's.

import {
  type HttpClient,
  type RunningChainOrders,
  createHttpClient,
  createSockets,
  runChainOrders,
} from '../../adapters/connection/index.ts';
import type { ChainOrders } from '../../adapters/port/index.ts';
import type { UniswapPool } from '../../adapters/uniswap/index.ts';
import type { Clock, Log, Timers } from '../../spec/ports/index.ts';
import { type Durable, unreachable } from '../../spec/proof/index.ts';
import { ZERO_RATE } from '../../spec/units/index.ts';
import type {
  ChainAccount,
  PoolSnapshot,
  VenueNotice,
  VenueState,
} from '../../spec/venues/index.ts';
import type { ChainVenueConfig } from '../config/index.ts';
import type { ChainTerms } from '../desk/index.ts';
import { type PoolPlace, createChainOrders } from './chain-adapter.ts';
import { type KeptWorker, keepWorker } from './kept-worker.ts';
import type { FromPoolsWorker, PoolsWorkerData } from './pools-worker.ts';
import { type DeskSide, type VenueHost, performOrder, wellFormed } from './venue-host.ts';
import { anchorOf } from './wall-clock.ts';

export interface ChainHostParts extends DeskSide {
  readonly clock: Clock;
  readonly timers: Timers;
  readonly log: Log;
  readonly config: ChainVenueConfig;
  readonly pools: readonly UniswapPool[];
  pooled(pools: readonly PoolSnapshot[]): void;
  /** What the journal says was signed and is not settled; null: nothing ever was. */
  account(): ChainAccount | null;
  /** Calls back once all that is in the state now is durable. */
  whenDurable(act: () => void): void;
}

/** What stands between the venue's machines and their chain: sockets and a worker, or a simulated world. */
export interface ChainWays {
  http(): HttpClient;
  /** The pools, from now until it is closed: told by `pooled`. */
  pools(): Pick<KeptWorker, 'close'>;
}

/** Swaps have no fee beside their price: the pool's is in it. */
const NO_FEES = { taker: ZERO_RATE, maker: ZERO_RATE };

export function createChainHost(
  parts: ChainHostParts,
  ways: ChainWays = realWays(parts),
): VenueHost {
  const { config, log } = parts;
  const { venueID, gasInstrument, maxSlippage } = config;
  const chain: ChainTerms = { gasInstrument, coin: config.coin, maxSlippage };
  let state: VenueState = 'Down';

  const setState = (next: VenueState, cause: string): void => {
    if (next === state) return;
    state = next;
    log.info({ venueID, state: next, cause }, 'venue state changed');
    parts.stateChanged(next);
  };

  function runningOrders(): RunningChainOrders & Pick<ChainOrders, 'capabilities'> {
    const machine = createChainOrders(config, parts.pools);
    let isOver = false;
    const running = runChainOrders(
      machine,
      {
        clock: parts.clock,
        timers: parts.timers,
        sockets: createSockets(parts.timers),
        http: ways.http(),
      },
      {
        reported: (report) => {
          if (!isOver) parts.reported(wellFormed(report));
        },
        noticed: (notice) => {
          if (!isOver) heard(notice);
        },
        failed: (error) => {
          log.error(
            { venueID, error: String(error) },
            'the venue adapter failed: the venue is down',
          );
          setState('Stopped', 'the adapter failed');
          parts.failed('the adapter of the venue failed');
        },
      },
    );
    const close = (): void => {
      isOver = true;
      running.close();
    };
    return { ...running, close, capabilities: machine.capabilities };
  }

  let orders = runningOrders();
  let isClosed = false;
  let hasAccount = false;

  /** A new machine takes over what is durable, bytes included: what was signed and is not may leave by no way. */
  function askAgain(nextIntent: number): void {
    orders.close();
    setState('Connecting', 'the chain is asked again');
    parts.failed('the adapter of the venue was started again');
    parts.whenDurable(() => {
      if (isClosed) return;
      orders = runningOrders();
      orders.adoptAccount(parts.account());
      orders.adopt(parts.open(nextIntent));
      orders.start();
    });
  }

  function heard(notice: VenueNotice): void {
    switch (notice.type) {
      case 'StateChanged':
        return setState(notice.state, notice.cause);
      case 'BalancesFound':
        return parts.balancesFound(notice);
      case 'UnknownFound':
        return parts.unknownFound(notice);
      case 'CredentialsJudged':
        return; // A node has none: what is signed is the account's own.
      case 'ListingsFound':
        return parts.listingsFound(notice.listings);
      case 'Remarked':
        return log[notice.level]({ venueID, ...notice.fields }, notice.sentence);
      default:
        return unreachable(notice);
    }
  }

  const market = ways.pools();
  return {
    venueID,
    credentialsRefused: null,
    get view() {
      return { state, capabilities: orders.capabilities, fees: NO_FEES, chain };
    },
    adopt(children) {
      if (!hasAccount) orders.adoptAccount(parts.account());
      hasAccount = true;
      orders.adopt(children);
    },
    start: () => orders.start(),
    perform(effect) {
      if (effect.type === 'AskAgain') return askAgain(effect.nextIntent);
      if (effect.type !== 'BroadcastTransaction') return performOrder(orders, effect);
      return orders.broadcast(effect.hash as Durable<typeof effect.hash>);
    },
    async close() {
      isClosed = true;
      orders.close();
      await market.close();
    },
  };
}

function realWays(parts: ChainHostParts): ChainWays {
  return { http: () => createHttpClient(parts.timers), pools: () => poolsFeed(parts) };
}

function poolsFeed(parts: ChainHostParts): KeptWorker {
  const { config, clock, log, timers, pools } = parts;
  const { venueID, rpcURL, contracts, priorityFeePerGas, maxFeePerGas } = config;
  const place: PoolPlace = {
    venueID,
    rpcURL,
    contracts,
    pools,
    priorityFeePerGas,
    maxFeePerGas,
  };
  let newest: readonly PoolSnapshot[] = [];
  return keepWorker<FromPoolsWorker>({
    file: new URL('./pools-worker.js', import.meta.url),
    workerData: (): PoolsWorkerData => ({ place, anchor: anchorOf(clock) }),
    venueID,
    log,
    timers,
    heard(message) {
      switch (message.type) {
        case 'Pools':
          newest = message.pools;
          return parts.pooled(newest);
        case 'Notice': {
          const { notice } = message;
          if (notice.type !== 'Remarked') return;
          return log[notice.level]({ venueID, ...notice.fields }, notice.sentence);
        }
        default:
          return unreachable(message);
      }
    },
    ended: () => parts.pooled(newest.map((pool) => ({ ...pool, state: 'Invalid' }))),
  });
}
