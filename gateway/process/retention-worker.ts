// The worker that looks at the log for what may go, and writes it into archives: minutes of reading, off the desk's thread.

import { parentPort, workerData } from 'node:worker_threads';
import { eventSchemaVersion } from '../../spec/events/index.ts';
import {
  type Archive,
  type Durability,
  type TrimWish,
  openJournalArchivist,
} from '../journal/index.ts';
import { tableNames } from './tables.ts';

export interface RetentionWorkerData {
  readonly folder: string;
  readonly durability: Durability;
  readonly desk: number;
  /** Null: what goes is not archived. */
  readonly archiveFolder: string | null;
}

export type FromRetentionWorker =
  /** The log may go up to here; 0: nothing is due. */
  | { readonly type: 'Planned'; readonly through: number; readonly archive: Archive | null }
  | { readonly type: 'Failed'; readonly error: string };

const port = parentPort;
if (port !== null) run(workerData as RetentionWorkerData, port);

function run(data: RetentionWorkerData, answers: NonNullable<typeof parentPort>): void {
  const { folder, durability, desk, archiveFolder } = data;
  const archivist = openJournalArchivist({ folder, durability, tables: tableNames });
  answers.on('message', (wish: TrimWish) => answers.postMessage(answer(wish)));

  function answer(wish: TrimWish): FromRetentionWorker {
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
}
