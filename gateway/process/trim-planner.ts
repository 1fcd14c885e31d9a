// Who says how much of the log may go, and that it stands in an archive before: in a worker, since that is minutes of
// reading.

import { Worker } from 'node:worker_threads';
import { eventSchemaVersion } from '../../spec/events/index.ts';
import type { Archive, Durability, JournalArchivist, TrimWish } from '../journal/index.ts';

export interface TrimPlace {
  readonly desk: number;
  /** Null: what goes is not archived. */
  readonly archiveFolder: string | null;
}

export interface RetentionWorkerData extends TrimPlace {
  readonly folder: string;
  readonly durability: Durability;
}

export type PlannedTrim =
  /** The log may go up to here; 0: nothing is due. */
  | { readonly type: 'Planned'; readonly through: number; readonly archive: Archive | null }
  | { readonly type: 'Failed'; readonly error: string };

export interface TrimPlanner {
  /** One at a time. */
  plan(wish: TrimWish): Promise<PlannedTrim>;
  close(): Promise<void>;
}

export function workerPlanner(data: RetentionWorkerData): TrimPlanner {
  let worker: Worker | null = null;
  /** Whoever waits for the worker. */
  let answer: (said: PlannedTrim) => void = () => undefined;

  function started(): Worker {
    const one = new Worker(new URL('./retention-worker.js', import.meta.url), { workerData: data });
    one.on('message', (said: PlannedTrim) => answer(said));
    one.on('error', (error) => answer({ type: 'Failed', error: error.message }));
    one.once('exit', () => {
      worker = null;
      answer({ type: 'Failed', error: 'the worker ended' });
    });
    return one;
  }

  return {
    plan(wish) {
      worker ??= started();
      const one = worker;
      return new Promise((resolve) => {
        answer = resolve;
        one.postMessage(wish);
      });
    },
    async close() {
      await worker?.terminate();
    },
  };
}

/** What may go; archived, where that is configured. */
export function plannedTrim(
  archivist: Pick<JournalArchivist, 'plan' | 'archive'>,
  wish: TrimWish,
  { desk, archiveFolder }: TrimPlace,
): PlannedTrim {
  try {
    const through = archivist.plan(wish);
    if (through === 0 || archiveFolder === null) {
      return { type: 'Planned', through, archive: null };
    }
    const what = { schema: eventSchemaVersion, desk };
    const archive = archivist.archive(archiveFolder, through, what);
    return { type: 'Planned', through: Math.min(through, archive.last), archive };
  } catch (error) {
    return { type: 'Failed', error: error instanceof Error ? error.message : String(error) };
  }
}
