// A journal for reading alone, in a further thread of the process that writes it.
import { join } from 'node:path';
import { diskTables } from './core.ts';
import type { Snapshot } from './face.ts';
import { type Durability, openLmdbDisk } from './lmdb-disk.ts';
import { readRecords } from './reading.ts';
import { type JournalRecord, markerType } from './records.ts';
import { unseal } from './sealed.ts';
import { readNewestSnapshot } from './snapshots.ts';

export interface JournalFollower {
  /** From here on it sees at least what was durable when this was called. */
  refresh(): void;
  /** The newest snapshot of a sequence below `before`. Throws JournalCorrupt if it is damaged. */
  newestSnapshot(before: number): Snapshot | null;
  /** The records `from` to `through`, markers left out. Throws JournalCorrupt at what is missing or damaged. */
  replay(from: number, through: number): Iterable<JournalRecord>;
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
  const reader = {
    get(table: string, key: Uint8Array): Uint8Array | null {
      const sealed = disk.get(table, key);
      return sealed === null ? null : unseal(table, key, sealed);
    },
    *range(...[table, from, to, range]: Parameters<typeof disk.range>) {
      for (const [key, sealed] of disk.range(table, from, to, range)) {
        yield [key, unseal(table, key, sealed)] as const;
      }
    },
  };
  return {
    refresh: () => disk.refresh(),
    newestSnapshot: (before) => readNewestSnapshot(reader, before),
    *replay(from, through) {
      for (const record of readRecords(disk, from, through)) {
        if (record.type !== markerType) yield record;
      }
    },
    close: () => disk.close(),
  };
}
