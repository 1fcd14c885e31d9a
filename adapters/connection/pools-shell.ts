// The shell around the market data of a venue of pools.

import type { PoolMarket, PoolMarketOutput, WireInput } from '../port/index.ts';
import type { PoolSnapshot, VenueNotice } from '../../spec/venues/index.ts';
import { type RunningMarket, type ShellPorts, runMachine } from './shell.ts';

export interface PoolsListener {
  /** The venue's pools, all of them. */
  pooled(pools: readonly PoolSnapshot[]): void;
  noticed(notice: VenueNotice): void;
  /** The machine threw: its pools are not kept current any more. */
  failed(error: unknown): void;
}

export function runPools(
  machine: PoolMarket,
  ports: ShellPorts,
  listener: PoolsListener,
): RunningMarket {
  let newest: readonly PoolSnapshot[] = [];
  const shell = runMachine<WireInput, PoolMarketOutput>((input) => machine.step(input), ports, {
    told(output) {
      if (output.pools.length > 0) {
        newest = output.pools;
        listener.pooled(newest);
      }
      for (const notice of output.notices) listener.noticed(notice);
    },
    failed(error) {
      listener.pooled(newest.map((pool) => ({ ...pool, state: 'Invalid' })));
      listener.failed(error);
    },
  });
  return {
    start: () => void shell.take({ type: 'Started', now: ports.clock.now() }),
    close: () => shell.close(),
  };
}
