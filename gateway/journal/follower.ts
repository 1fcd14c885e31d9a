// A journal for reading alone, in a further thread of the process that writes it.
import { join } from 'node:path';
import { diskTables } from './core.ts';
import type { Snapshot } from './face.ts';
import { type Durability, openLmdbDisk } from './lmdb-disk.ts';
import { proveLog } from './log-proof.ts';
import { readRecords } from './reading.ts';
import { type JournalRecord, markerType } from './records.ts';
import { unsealing } from './sealed.ts';
import { readNewestSnapshot } from './snapshots.ts';

/** Commits: some milliseconds of reading. */
const refreshEvery = 256;

export interface JournalFollower {
  /** From here on it sees at least what was durable when this was called. */
  refresh(): void;
  /** The newest snapshot of a sequence below `before`. Throws JournalCorrupt if it is damaged. */
  newestSnapshot(before: number): Snapshot | null;
  /** The records `from` to `through`, markers left out. Throws JournalCorrupt at what is missing or damaged. */
  replay(from: number, through: number): Iterable<JournalRecord>;
  /**
   * As `proveLog`, from the beginning of the log to `through`: how far it has come, after each commit. Throws
   * JournalCorrupt.
   */
  prove(through: number): Iterable<number>;
  close(): void;
}

/** As the journal was opened: LMDB has one set of options for a store within a process. */
export interface FollowerOptions {
  readonly folder: string;
  readonly tables: readonly string[];
  readonly durability: Durability;
}

export function openJournalFollower(options: FollowerOptions): JournalFollower {
  const { tables, durability } = options;
  const folder = join(options.folder, 'store');
  const disk = openLmdbDisk({ folder, tables: diskTables(tables), durability });
  const reader = unsealing(disk);
  return {
    refresh: () => disk.refresh(),
    newestSnapshot: (before) => readNewestSnapshot(reader, before),
    *replay(from, through) {
      for (const record of readRecords(disk, from, through)) {
        if (record.type !== markerType) yield record;
      }
    },
    *prove(through) {
      let commits = 0;
      for (const proved of proveLog(disk, through)) {
        commits += 1;
        // A read transaction that is kept keeps old pages from being used again.
        if (commits % refreshEvery === 0) disk.refresh();
        yield proved;
      }
    },
    close: () => disk.close(),
  };
}
