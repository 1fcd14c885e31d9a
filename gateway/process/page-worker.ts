// The worker that reads the journal for drop copies. It reads what it is asked for, and answers.

import { parentPort, workerData } from 'node:worker_threads';
import type { SessionID } from '../../spec/terms/index.ts';
import type { Page } from '../dropcopy/index.ts';
import { type Durability, openJournalFollower } from '../journal/index.ts';
import { eventsOfFollower } from './desk-projection.ts';
import { type CompIDs, type Consumer, createPageReaders } from './page-readers.ts';
import { tableNames } from './tables.ts';

export interface PageWorkerData {
  readonly folder: string;
  readonly durability: Durability;
  readonly consumers: readonly Consumer[];
  readonly compIDs: CompIDs;
}

export interface ToPageWorker {
  /** Given back in the answer. */
  readonly read: number;
  readonly consumer: SessionID;
  readonly after: number;
  readonly through: number;
}

export type FromPageWorker =
  | { readonly type: 'Read'; readonly read: number; readonly page: Page }
  | { readonly type: 'Failed'; readonly read: number; readonly error: string };

function run(
  data: PageWorkerData,
  listen: (answer: (asked: ToPageWorker) => FromPageWorker) => void,
): void {
  const { folder, durability, consumers, compIDs } = data;
  const follower = openJournalFollower({ folder, durability, tables: tableNames });
  const readers = createPageReaders(eventsOfFollower(follower), consumers, compIDs);
  listen(({ read, consumer, after, through }) => {
    try {
      follower.refresh();
      const page = readers.get(consumer)?.read(after, through);
      if (page === undefined) throw new Error(`no drop copy ${consumer}`);
      return { type: 'Read', read, page };
    } catch (error) {
      return {
        type: 'Failed',
        read,
        error: error instanceof Error ? error.message : String(error),
      };
    } finally {
      // A read transaction that is kept keeps old pages from being used again.
      follower.refresh();
    }
  });
}

const port = parentPort;
if (port !== null) {
  run(workerData as PageWorkerData, (answer) =>
    port.on('message', (asked: ToPageWorker) => port.postMessage(answer(asked))),
  );
}
