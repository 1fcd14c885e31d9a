// Everything that can be proved about a journal without knowing what its events mean.
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import type { Disk } from '../../spec/ports/index.ts';
import type { Problem } from '../../spec/proof/index.ts';
import {
  type CommitRecord,
  commitsTable,
  decodeCommit,
  hashBytes,
  isCommitKey,
  logTable,
  writesOf,
} from './commit-entry.ts';
import { diskTables, frameTables } from './core.ts';
import { sequenceKey, sequenceOfKey } from './keys.ts';
import { foldedTable, keyText } from './folding.ts';
import { lockFolder } from './folder.ts';
import { type LogStart, logStart } from './log-start.ts';
import { lmdbTables, openLmdbDisk, whereAbsentIsEmpty } from './lmdb-disk.ts';
import { JournalCorrupt } from './problems.ts';
import { readPlaced } from './reading.ts';
import { unseal, unsealing } from './sealed.ts';
import { manifestTable, readSnapshot } from './snapshots.ts';
import { TableReader } from './tail.ts';

/** Entries read in one go. */
const chunk = 1_000;
export const lowestKey = new Uint8Array(1);
export const highestKey = new Uint8Array(1_025).fill(255);

export interface Verification {
  readonly records: number;
  readonly commits: number;
  readonly snapshots: number;
  /** Values of the caller's tables. */
  readonly values: number;
  /** Where the log begins: 1, or behind what retention has taken away. */
  readonly firstSequence: number;
  /** The last sequence of the newest commit that reads; 0 in an empty journal. */
  readonly lastSequence: number;
  /** Each with its place; empty when all holds. */
  readonly problems: readonly Problem[];
}

/**
 * Verifies the journal in a data folder, with all of its tables. Throws JournalRefused where there is none, and while
 * a gateway has the folder.
 */
export async function verifyJournal(folder: string): Promise<Verification> {
  const store = join(folder, 'store');
  lmdbTables(store);
  const lock = await lockFolder(folder);
  try {
    return await verifyStore(store);
  } finally {
    await lock.release();
  }
}

/** The same for a store that is known to be nobody else's. */
export async function verifyStore(store: string): Promise<Verification> {
  const tables = lmdbTables(store);
  const opened = openLmdbDisk({ folder: store, tables, durability: 'fsync' });
  try {
    const own = diskTables([]);
    return verifyDisk(
      whereAbsentIsEmpty(opened, tables),
      tables.filter((table) => !own.includes(table)),
    );
  } finally {
    await opened.closed();
  }
}

/** Every CRC and seal, the continuity of sequences, the chain of hashes, every snapshot's checksum. */
export function verifyDisk(disk: Disk, tables: readonly string[]): Verification {
  const problems: Problem[] = [];
  const note = (check: () => void): void => {
    const problem = problemOf(check);
    if (problem !== null) problems.push(problem);
  };
  let start: LogStart = { firstSequence: 1, previousHash: new Uint8Array(hashBytes) };
  note(() => {
    start = logStart(disk);
  });
  const log = logWalk(disk, note);
  let commits = 0;
  let lastSequence = start.firstSequence - 1;
  let previous: CommitRecord | null = null;
  for (const [key, value] of commitEntries(disk)) {
    commits += 1;
    note(() => {
      const commit = decodeCommit(key, value);
      note(() => checkChain(commit, previous, start));
      note(() => log.checkCommit(commit));
      for (const { table, key, value } of writesOf(commit)) {
        if (value !== null) note(() => unseal(table, key, value));
      }
      previous = commit;
      lastSequence = commit.lastSequence;
    });
  }
  log.checkEnd();
  let snapshots = 0;
  for (const [key, value] of entries(disk, manifestTable, sequenceKey(0))) {
    snapshots += 1;
    note(() => readSnapshot(unsealing(disk), unseal(manifestTable, key, value)));
  }
  const reader = new TableReader(disk);
  note(() => reader.catchUp());
  let values = 0;
  for (const table of [foldedTable, ...frameTables(tables)]) {
    const waiting = new Map(reader.waiting(table));
    const isCounted = tables.includes(table);
    for (const [key, value] of entries(disk, table, lowestKey)) {
      if (isCounted && !waiting.has(keyText(key))) values += 1;
      note(() => unseal(table, key, value));
    }
    if (isCounted) values += [...waiting.values()].filter(([, value]) => value !== null).length;
  }
  const { firstSequence } = start;
  const records = log.records();
  return { records, commits, snapshots, values, firstSequence, lastSequence, problems };
}

interface LogWalk {
  /** The records of one commit are there, in order, whole, and hash to what it says. */
  checkCommit(commit: CommitRecord): void;
  /** No record is left that is of no commit. */
  checkEnd(): void;
  records(): number;
}

/** Walks the log once, in step with the commits. */
function logWalk(disk: Disk, note: (check: () => void) => void): LogWalk {
  const log = recordEntries(disk);
  let next = log.next();
  let records = 0;
  const takeWhile = (wanted: (sequence: number) => boolean, take: (entry: Entry) => void): void => {
    while (next.done !== true && wanted(sequenceOfKey(next.value[0]))) {
      records += 1;
      take(next.value);
      next = log.next();
    }
  };
  const orphaned = ([key]: Entry): void =>
    note(() => {
      throw new JournalCorrupt(`record ${sequenceOfKey(key)}`, 'no commit for it', 'one');
    });

  return {
    checkCommit(commit) {
      takeWhile((sequence) => sequence < commit.firstSequence, orphaned);
      const chain = createHash('sha256').update(commit.previousHash);
      let expected = commit.firstSequence;
      let endsBatch = false;
      takeWhile(
        (sequence) => sequence <= commit.lastSequence,
        ([key, value]) => {
          chain.update(value);
          for (; expected < sequenceOfKey(key); expected += 1) missing(expected, note);
          expected += 1;
          note(() => {
            endsBatch = readPlaced(key, value).endsBatch;
          });
        },
      );
      for (; expected <= commit.lastSequence; expected += 1) missing(expected, note);
      chain.update(commit.body);
      note(() => checkBatchEnds(commit, endsBatch));
      checkHash(commit, chain.digest());
    },
    checkEnd() {
      takeWhile(() => true, orphaned);
    },
    records: () => records,
  };
}

type Entry = readonly [Uint8Array, Uint8Array];

function checkChain(commit: CommitRecord, previous: CommitRecord | null, start: LogStart): void {
  const place = `commit ${commit.lastSequence}`;
  const first = previous === null ? start.firstSequence : previous.lastSequence + 1;
  if (commit.firstSequence !== first) {
    throw new JournalCorrupt(
      place,
      `first sequence ${commit.firstSequence}`,
      `${first}, ${previous === null ? 'where the log begins' : 'behind the commit before it'}`,
    );
  }
  const hash = previous === null ? start.previousHash : previous.hash;
  if (Buffer.compare(commit.previousHash, hash) === 0) return;
  throw new JournalCorrupt(
    place,
    `previous hash ${Buffer.from(commit.previousHash).toString('hex')}`,
    Buffer.from(hash).toString('hex'),
  );
}

function checkHash(commit: CommitRecord, found: Uint8Array): void {
  if (Buffer.compare(commit.hash, found) === 0) return;
  throw new JournalCorrupt(
    `commit ${commit.lastSequence}, records ${commit.firstSequence} to ${commit.lastSequence}`,
    `hash ${Buffer.from(found).toString('hex')}`,
    Buffer.from(commit.hash).toString('hex'),
  );
}

function checkBatchEnds(commit: CommitRecord, endsBatch: boolean): void {
  if (endsBatch) return;
  throw new JournalCorrupt(
    `commit ${commit.lastSequence}`,
    'its last record does not end a batch',
    'whole batches',
  );
}

function missing(sequence: number, note: (check: () => void) => void): void {
  note(() => {
    throw new JournalCorrupt(`record ${sequence}`, 'none', 'one');
  });
}

/** All entries of a table from `from` on, read in chunks so that no transaction stays open. */
function* entries(disk: Disk, table: string, from: Uint8Array): Generator<Entry, void, undefined> {
  let start = from;
  for (;;) {
    const found = [...disk.range(table, start, highestKey, { limit: chunk })];
    yield* found;
    const last = found.at(-1);
    if (last === undefined || found.length < chunk) return;
    start = new Uint8Array([...last[0], 0]);
  }
}

/** The log's records, without the commits between them. */
function* recordEntries(disk: Disk): Generator<Entry, void, undefined> {
  for (const entry of entries(disk, logTable, sequenceKey(0))) {
    if (!isCommitKey(entry[0])) yield entry;
  }
}

/** Those of a journal of format 1, then those in the log, from the one with record `from` on. */
export function* commitEntries(disk: Disk, from = 0): Generator<Entry, void, undefined> {
  yield* entries(disk, commitsTable, sequenceKey(from));
  for (const entry of entries(disk, logTable, sequenceKey(from))) {
    if (isCommitKey(entry[0])) yield entry;
  }
}

function problemOf(check: () => void): Problem | null {
  try {
    check();
    return null;
  } catch (error) {
    if (error instanceof JournalCorrupt) return error.problem;
    throw error;
  }
}
