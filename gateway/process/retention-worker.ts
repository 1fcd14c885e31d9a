// The worker that looks at the log for what may go, and writes it into archives: minutes of reading, off the desk's thread.

import { parentPort, workerData } from 'node:worker_threads';
import { type TrimWish, openJournalArchivist } from '../journal/index.ts';
import { tableNames } from './tables.ts';
import { type RetentionWorkerData, plannedTrim } from './trim-planner.ts';

const port = parentPort;
if (port !== null) run(workerData as RetentionWorkerData, port);

function run(data: RetentionWorkerData, answers: NonNullable<typeof parentPort>): void {
  const { folder, durability } = data;
  const archivist = openJournalArchivist({ folder, durability, tables: tableNames });
  answers.on('message', (wish: TrimWish) =>
    answers.postMessage(plannedTrim(archivist, wish, data)),
  );
}
