// The journal's thread: it commits what has queued, one transaction after the other, and sleeps when nothing has.
import { realpathSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import { Committer } from './commits.ts';
import { type Durability, openLmdbDisk } from './lmdb-disk.ts';
import { mappedPagesOf } from './mapped-pages.ts';
import { type JournalFatal, saysOutOfSpace, textOf } from './problems.ts';
import { type RingMemory, RingReader } from './ring.ts';

export interface ThreadData {
  readonly folder: string;
  readonly tables: readonly string[];
  /** Those that frames name, in their order. */
  readonly frameTables: readonly string[];
  readonly durability: Durability;
  readonly reserveFile: string;
  readonly memory: RingMemory;
}

export type ThreadMessage =
  | { readonly type: 'Ready' }
  | { readonly type: 'Failed'; readonly fatal: JournalFatal };

run(workerData as ThreadData);

function run(data: ThreadData): void {
  // lmdb-js rejects a second, hidden promise when a commit fails; the throw that it belongs to is what counts here.
  process.on('unhandledRejection', (cause) => report(cause));
  try {
    commitUntilStopped(data);
  } catch (error) {
    report(error);
  }
}

function commitUntilStopped(data: ThreadData): void {
  const disk = openLmdbDisk(data);
  const committer = new Committer({
    disk,
    tables: data.frameTables,
    releaseReserve: () => removed(data.reserveFile),
  });
  disk.refresh();
  const ring = new RingReader(data.memory);
  ring.start(committer.lastSequence);
  const file = realpathSync(join(data.folder, 'data.mdb')); // Now: a folder may be lost from here on.
  post({ type: 'Ready' });
  // Behind it: koffi takes some milliseconds to load, in which the desk goes on with its start.
  const pages = mappedPagesOf(file);
  for (;;) {
    const group = ring.take();
    if (group === null) break;
    ring.release(group.length, committer.commit(group));
    pages?.committed(group.length);
  }
  committer.settle();
  disk.close();
}

function removed(file: string): boolean {
  try {
    rmSync(file);
    return true;
  } catch (error) {
    if (typeof error === 'object' && error !== null && 'code' in error && error.code === 'ENOENT') {
      return false;
    }
    throw error;
  }
}

function report(error: unknown): void {
  const type = saysOutOfSpace(error) ? 'OutOfSpace' : 'CommitFailed';
  post({ type: 'Failed', fatal: { type, text: `the journal failed: ${textOf(error)}` } });
}

function post(message: ThreadMessage): void {
  parentPort?.postMessage(message);
}
