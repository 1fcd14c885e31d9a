// The worker that follows one chain's blocks and keeps the states of a venue's pools, off the desk's thread.

import { parentPort, workerData } from 'node:worker_threads';
import { createHttpClient, createSockets, runPools } from '../../adapters/connection/index.ts';
import type { PoolSnapshot, VenueNotice } from '../../spec/venues/index.ts';
import { type PoolPlace, createPoolMarket } from './chain-adapter.ts';
import { realClock, realTimers } from './real-world.ts';

export type FromPoolsWorker =
  | { readonly type: 'Pools'; readonly pools: readonly PoolSnapshot[] }
  | { readonly type: 'Notice'; readonly notice: VenueNotice };

export interface PoolsWorkerData {
  readonly place: PoolPlace;
  /** Of the desk's clock, with which this thread's is to agree. */
  readonly anchor: bigint;
}

function run({ place, anchor }: PoolsWorkerData, post: (message: FromPoolsWorker) => void): void {
  const clock = realClock({ anchor });
  const timers = realTimers();
  const market = runPools(
    createPoolMarket(place),
    { clock, timers, sockets: createSockets(timers), http: createHttpClient(timers) },
    {
      pooled: (pools) => post({ type: 'Pools', pools }),
      noticed: (notice) => post({ type: 'Notice', notice }),
      failed: (error) => {
        throw error;
      },
    },
  );
  market.start();
}

const port = parentPort;
if (port !== null) run(workerData as PoolsWorkerData, (message) => port.postMessage(message));
