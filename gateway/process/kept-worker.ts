// A worker for market data: one that ends by itself is started again.

import { Worker } from 'node:worker_threads';
import type { Log, Timers } from '../../spec/ports/index.ts';
import type { VenueID } from '../../spec/terms/index.ts';

/** A worker that ended is started again after this. */
const RESTART_MS = 1_000;

export interface KeptWorkerParts<Message> {
  readonly file: URL;
  /** Asked at each start. Structured-cloneable, and no secret. */
  workerData(): unknown;
  readonly venueID: VenueID;
  readonly log: Log;
  readonly timers: Timers;
  heard(message: Message): void;
  /** What it said is not to be traded on until it speaks again. */
  ended(): void;
}

export interface KeptWorker {
  close(): Promise<void>;
}

export function keepWorker<Message>(parts: KeptWorkerParts<Message>): KeptWorker {
  const { file, venueID, log, timers } = parts;
  let isClosed = false;
  let worker = started();

  function started(): Worker {
    const one = new Worker(file, { workerData: parts.workerData() });
    one.on('message', (message: Message) => parts.heard(message));
    one.on('error', (error) => {
      log.error({ venueID, error: error.message }, 'the market data worker failed');
    });
    one.once('exit', () => {
      if (isClosed) return;
      parts.ended();
      timers.after(RESTART_MS, () => {
        if (!isClosed) worker = started();
      });
    });
    return one;
  }

  return {
    async close() {
      isClosed = true;
      await worker.terminate();
    },
  };
}
