// The worker that decodes one venue's market data, off the desk's thread, and conflates it.

import { parentPort, workerData } from 'node:worker_threads';
import { createHttpClient, createSockets, runMarket } from '../../adapters/connection/index.ts';
import type { BookSnapshot, VenueNotice } from '../../spec/venues/index.ts';
import type { AdapterName } from '../config/index.ts';
import { type PackedBook, packBook } from './packed-book.ts';
import { realClock, realTimers } from './real-world.ts';
import { type MarketPlace, VENUE_ADAPTERS } from './venue-adapters.ts';

export interface MarketWorkerData extends MarketPlace {
  readonly adapter: AdapterName;
  /** Of the desk's clock, with which this thread's is to agree: by both a book's age is told. */
  readonly anchor: bigint;
}

export type FromMarketWorker =
  | { readonly type: 'Books'; readonly books: readonly PackedBook[] }
  | { readonly type: 'Notice'; readonly notice: VenueNotice }
  /** The worker runs: what it called live is so still, however quiet the market is. */
  | { readonly type: 'Alive' };

/** Between two posts only the newest book of each symbol is kept. */
const CONFLATE_MS = 10;
/** Well below any bound on a book's age. */
const ALIVE_MS = 500;

function run(config: MarketWorkerData, post: (message: FromMarketWorker) => void): void {
  const clock = realClock({ anchor: config.anchor });
  const timers = realTimers();
  const newest = new Map<string, BookSnapshot>();
  let isScheduled = false;
  const flush = (): void => {
    isScheduled = false;
    post({ type: 'Books', books: [...newest.values()].map(packBook) });
    newest.clear();
  };
  const market = runMarket(
    VENUE_ADAPTERS[config.adapter].market(config),
    { clock, timers, sockets: createSockets(timers), http: createHttpClient(timers) },
    {
      booked(books) {
        for (const book of books) newest.set(book.venueSymbol, book);
        if (isScheduled) return;
        isScheduled = true;
        timers.after(CONFLATE_MS, flush);
      },
      traded: () => undefined, // Not followed: nothing on the desk needs them.
      noticed: (notice) => post({ type: 'Notice', notice }),
      failed: (error) => {
        throw error;
      },
    },
  );
  timers.every(ALIVE_MS, () => post({ type: 'Alive' }));
  market.start();
}

const port = parentPort;
if (port !== null) run(workerData as MarketWorkerData, (message) => port.postMessage(message));
