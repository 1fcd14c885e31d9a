// Where the log begins: at 1, or behind what retention has taken away.
//
// The mark is written in the transaction that removes what is before it. With it stands the hash of the commit before,
// so that the chain of what is left can be proved to be the end of the one that was.
//
// A mark is appended like any write of a table: the committer takes the log's entries before it away in the same
// transaction. So that no commit waits for a long one, what is taken is a slice of whole commits.
import type { Disk } from '../../spec/ports/index.ts';
import type { DiskWrite } from './batch.ts';
import { commitsTable, decodeCommit, hashBytes, isCommitKey, logTable } from './commit-entry.ts';
import { sequenceKey, sequenceOfKey } from './keys.ts';
import { JournalCorrupt } from './problems.ts';
import { unseal } from './sealed.ts';

/** Entries of one slice: about 2 ms of a commit. LMDB's list of free pages is known to suffer from thousands. */
const sliceEntries = 500;
const beginning = sequenceKey(0);

export const startTable = 'log-start';
export const startKey: Uint8Array = new Uint8Array([1]);

export interface LogStart {
  /** The first record that the log has, or is to have. */
  readonly firstSequence: number;
  /** The chain's hash before it; zeros at the very beginning. */
  readonly previousHash: Uint8Array;
}

/** Throws JournalCorrupt for a mark that does not read. */
export function logStart(disk: Pick<Disk, 'get'>): LogStart {
  const bytes = disk.get(startTable, startKey);
  if (bytes === null) return { firstSequence: 1, previousHash: new Uint8Array(hashBytes) };
  return decodeStart(unseal(startTable, startKey, bytes));
}

/** u64 first sequence, 32 B hash. */
export function encodeStart({ firstSequence, previousHash }: LogStart): Uint8Array {
  return new Uint8Array([...sequenceKey(firstSequence), ...previousHash]);
}

export function decodeStart(bytes: Uint8Array): LogStart {
  if (bytes.length !== 8 + hashBytes) {
    throw new JournalCorrupt(
      "the mark of the log's beginning",
      `${bytes.length} bytes`,
      '40 bytes',
    );
  }
  return { firstSequence: sequenceOfKey(bytes), previousHash: bytes.slice(8) };
}

/**
 * The mark behind the next slice of whole commits, of the entries up to `through`; null where there is none. Throws
 * JournalCorrupt for a commit that does not read.
 */
export function nextStart(
  disk: Disk,
  through: number,
  entriesOfSlice: number = sliceEntries,
): LogStart | null {
  const { firstSequence } = logStart(disk);
  const from = sequenceKey(firstSequence);
  const to = sequenceKey(through + 1);
  let found: LogStart | null = null;
  for (const [key, value] of disk.range(commitsTable, from, to, { limit: entriesOfSlice })) {
    const commit = decodeCommit(key, value);
    // A commit of more records than a slice goes whole.
    if (found !== null && commit.lastSequence - firstSequence >= entriesOfSlice) return found;
    found = { firstSequence: commit.lastSequence + 1, previousHash: commit.hash };
  }
  if (found !== null) return found;
  let entries = 0;
  for (const [key, value] of disk.range(logTable, from, to)) {
    entries += 1;
    if (isCommitKey(key)) {
      const commit = decodeCommit(key, value);
      found = { firstSequence: commit.lastSequence + 1, previousHash: commit.hash };
    }
    if (entries >= entriesOfSlice && found !== null) break;
  }
  return found;
}

/** What goes when the log begins at `start`. */
export function removalsBefore(disk: Disk, start: LogStart): readonly DiskWrite[] {
  const to = sequenceKey(start.firstSequence);
  return [commitsTable, logTable].flatMap((table) =>
    [...disk.range(table, beginning, to)].map(([key]) => ({ table, key, value: null })),
  );
}
