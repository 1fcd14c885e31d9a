// Where drop copies get their pages from: a worker that reads the journal beside the desk, so that
// replaying costs the desk's thread nothing.

import { Worker } from 'node:worker_threads';
import type { Log, Timers } from '../../spec/ports/index.ts';
import type { SessionID } from '../../spec/terms/index.ts';
import type { Page } from '../dropcopy/index.ts';
import type { FromPageWorker, PageWorkerData } from './page-worker.ts';

/** A read that failed is answered so much later, so that the next one is no busy loop. */
const AFTER_FAILURE_MS = 1_000;

export interface PageSource {
  /** `done` hears once, now or later; null: the read failed, and the log says why. */
  read(
    consumer: SessionID,
    range: { readonly after: number; readonly through: number },
    done: (page: Page | null) => void,
  ): void;
  close(): Promise<void>;
}

export interface WorkerPagesParts {
  readonly data: PageWorkerData;
  readonly timers: Timers;
  readonly log: Log;
}

interface Waiting {
  readonly consumer: SessionID;
  readonly done: (page: Page | null) => void;
}

/** The worker runs from the start: to start one amid trading would hold the desk up for milliseconds. */
export function workerPages({ data, timers, log }: WorkerPagesParts): PageSource {
  const waiting = new Map<number, Waiting>();
  let worker: Worker | null = data.consumers.length === 0 ? null : started();
  let next = 0;

  function started(): Worker {
    const one = new Worker(new URL('./page-worker.js', import.meta.url), { workerData: data });
    one.on('message', (message: FromPageWorker) => {
      if (message.type === 'Read') return answer(message.read, message.page);
      failed(message.read, message.error);
    });
    one.on('error', (error) => log.error({ error: error.message }, 'the drop copy worker failed'));
    one.once('exit', () => {
      if (worker === one) worker = null;
      for (const read of [...waiting.keys()]) failed(read, 'the worker ended');
    });
    return one;
  }

  function answer(read: number, page: Page | null): void {
    const one = waiting.get(read);
    waiting.delete(read);
    one?.done(page);
  }

  function failed(read: number, error: string): void {
    const consumer = waiting.get(read)?.consumer ?? '';
    log.error({ sessionID: consumer, error }, 'the journal could not be read for a drop copy');
    timers.after(AFTER_FAILURE_MS, () => answer(read, null));
  }

  return {
    read(consumer, { after, through }, done) {
      worker ??= started();
      const read = next;
      next += 1;
      waiting.set(read, { consumer, done });
      worker.postMessage({ read, consumer, after, through });
    },
    async close() {
      waiting.clear();
      const one = worker;
      one?.removeAllListeners();
      await one?.terminate();
    },
  };
}
