// The worker that proves, beside a desk that has started, what the start took for granted: that its snapshot gives the
// hash that its record names, and that the log is one chain from its beginning.

import { setPriority } from 'node:os';
import { parentPort, workerData } from 'node:worker_threads';
import { type Durability, openJournalFollower } from '../journal/index.ts';
import { proveSnapshot } from './recovery.ts';
import { tableNames } from './tables.ts';

export interface ProofWorkerData {
  readonly folder: string;
  readonly durability: Durability;
  /** The state was made of the snapshot at this sequence (0: none) and of the records behind it, up to `through`. */
  readonly snapshotAt: number;
  readonly through: number;
}

export type FromProofWorker =
  | { readonly type: 'Proved'; readonly records: number }
  /** `State`: what the desk runs on is in it. `Log`: it lies behind the snapshot, and nothing runs on it. */
  | { readonly type: 'Damaged'; readonly of: 'State' | 'Log'; readonly text: string };

/** On Linux of this thread alone: the desk's and the journal's go first. */
const LEAST_PRIORITY = 19;

const port = parentPort;
if (port !== null) port.postMessage(proved(workerData as ProofWorkerData));

function proved({ folder, durability, snapshotAt, through }: ProofWorkerData): FromProofWorker {
  setPriority(LEAST_PRIORITY);
  const follower = openJournalFollower({ folder, durability, tables: tableNames });
  let behind = 0;
  let of: 'State' | 'Log' = 'State';
  try {
    // A later one goes on from the same hash: where the start's was wrong, so is that one's.
    const snapshot = follower.newestSnapshot(Number.MAX_SAFE_INTEGER);
    if (snapshot !== null) proveSnapshot(snapshot);
    of = 'Log';
    for (const at of follower.prove(through)) {
      behind = at;
      of = behind >= snapshotAt ? 'State' : 'Log';
    }
    return { type: 'Proved', records: behind };
  } catch (error) {
    return { type: 'Damaged', of, text: error instanceof Error ? error.message : String(error) };
  } finally {
    follower.close();
  }
}
