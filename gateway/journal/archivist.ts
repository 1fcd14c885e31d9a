// What retention asks of a journal in another thread: how much of the log may go, and that it stands in an archive before.
import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Disk, EpochNs } from '../../spec/ports/index.ts';
import { commitAt, decodeCommit, isCommitKey, logTable } from './commit-entry.ts';
import { diskTables } from './core.ts';
import { exportArchive } from './export.ts';
import type { FollowerOptions } from './follower.ts';
import { verifyArchive } from './import.ts';
import { sequenceKey } from './keys.ts';
import { openLmdbDisk } from './lmdb-disk.ts';
import { logStart } from './log-start.ts';
import { JournalRefused } from './problems.ts';
import { makeFolder, stagingMark } from './staging.ts';
import { commitEntries } from './verify.ts';

const ending = '.cswy';
const digits = 16;
const incomplete = `${ending}${stagingMark}`;

/** What may go. Nothing behind `through` does. */
export interface TrimWish {
  readonly through: number;
  /** Commits before this may go; null: none for its age. */
  readonly keepSince: EpochNs | null;
  /** By age the log goes so much at a time: an archive a minute would be a folder that nobody can read. */
  readonly stretchNs: bigint;
  /** So many bytes may go, whatever their age. */
  readonly bytesOver: number;
}

export interface JournalArchivist {
  /** The last record of the commits that may go; 0: nothing is due. Throws JournalCorrupt at what is damaged. */
  plan(wish: TrimWish): number;
  /**
   * The file in `folder` that has the log from its beginning or before it to `through`, or less of it where it was written before:
   * it has been read back and proved. Throws JournalRefused where the folder has another, or cannot be written.
   */
  archive(folder: string, through: number, what: { schema: number; desk: number }): Archive;
  close(): void;
}

export interface Archive {
  readonly file: string;
  readonly first: number;
  readonly last: number;
  readonly records: number;
}

/** In a further thread of the process that writes the journal. */
export function openJournalArchivist(options: FollowerOptions): JournalArchivist {
  const { tables, durability } = options;
  const all = diskTables(tables);
  const disk = openLmdbDisk({ folder: join(options.folder, 'store'), tables: all, durability });
  const fresh = <T>(read: () => T): T => {
    disk.refresh();
    try {
      return read();
    } finally {
      disk.refresh(); // A read transaction that is kept keeps old pages from being used again.
    }
  };
  const archivist = archivistOver(disk, all);
  return {
    plan: (wish) => fresh(() => archivist.plan(wish)),
    archive: (...asked) => fresh(() => archivist.archive(...asked)),
    close: () => disk.close(),
  };
}

/** Over a disk of the caller's, whose tables are `all`. */
export function archivistOver(
  disk: Disk,
  all: readonly string[],
): Pick<JournalArchivist, 'plan' | 'archive'> {
  return {
    plan: (wish) => planTrim(disk, wish),
    archive(folder, through, { schema, desk }) {
      const { firstSequence: from } = logStart(disk);
      const before = archivedFrom(disk, folder, from);
      if (before !== null) return before;
      removeIncomplete(folder, from);
      const file = join(folder, `${numbered(from)}-${numbered(through)}${ending}`);
      const stretch = { type: 'Sequences', from, through } as const;
      exportArchive(disk, all, file, { stretch, schema, desk, stateHash: null });
      const { first, last, records } = verifyArchive(file);
      return { file, first, last, records };
    },
  };
}

/** What a process left that died while it wrote: the next archive mostly has another name. */
function removeIncomplete(folder: string, from: number): void {
  for (const name of readdirSync(folder)) {
    const isOurs = name.startsWith(`${numbered(from)}-`) && name.includes(incomplete);
    if (isOurs) rmSync(join(folder, name), { recursive: true, force: true });
  }
}

/** As `JournalArchivist.plan`. */
export function planTrim(disk: Disk, wish: TrimWish): number {
  const { through, keepSince, stretchNs, bytesOver } = wish;
  const { firstSequence } = logStart(disk);
  let planned = 0;
  let bytes = 0;
  let isFirst = true;
  let isOld = false;
  for (const { lastSequence, time, size } of commitsWithSize(disk, firstSequence)) {
    if (lastSequence > through) break;
    if (isFirst) isOld = keepSince !== null && time < keepSince - stretchNs;
    isFirst = false;
    const isDue = (isOld && keepSince !== null && time < keepSince) || bytes < bytesOver;
    if (!isDue) break;
    bytes += size;
    planned = lastSequence;
  }
  return planned;
}

interface Sized {
  readonly lastSequence: number;
  readonly time: EpochNs;
  /** Of its records and its own entry. */
  readonly size: number;
}

function* commitsWithSize(disk: Disk, from: number): Generator<Sized, void, undefined> {
  // In a journal of format 1 commits are in a table of their own.
  for (const [key, value] of commitEntries(disk, from)) {
    const { firstSequence, lastSequence, time } = decodeCommit(key, value);
    let size = value.length;
    const end = sequenceKey(lastSequence + 1);
    for (const [recordKey, record] of disk.range(logTable, sequenceKey(firstSequence), end)) {
      if (!isCommitKey(recordKey)) size += record.length;
    }
    yield { lastSequence, time, size };
  }
}

/**
 * An archive of an earlier turn that has the log's first record: what it has need not be written again, and must not be
 * where a part of it has gone from the log since. Archives that overlap are no row that could be imported.
 */
function archivedFrom(disk: Disk, folder: string, from: number): Archive | null {
  makeFolder(folder);
  const name = readdirSync(folder).find((one) => {
    const [, first, last] = /^(\d{16})-(\d{16})\.cswy$/.exec(one) ?? [];
    return Number(first) <= from && from <= Number(last);
  });
  if (name === undefined) return null;
  const file = join(folder, name);
  const { first, last, hash, records } = verifyArchive(file);
  const ours = commitAt(disk, last)?.hash ?? new Uint8Array(0);
  if (first <= from && from <= last && Buffer.from(ours).toString('hex') === hash) {
    return { file, first, last, records };
  }
  throw new JournalRefused(`${file} is not of this journal: nothing goes before it is moved away`);
}

function numbered(sequence: number): string {
  return String(sequence).padStart(digits, '0');
}
