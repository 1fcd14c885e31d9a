// A journal for reading alone, beside a gateway that writes it.
import { join } from 'node:path';
import type { EpochNs } from '../../spec/ports/index.ts';
import { diskTables } from './core.ts';
import type { RangeOptions, Snapshot } from './face.ts';
import { type LmdbDisk, lmdbTables, openLmdbDisk, whereAbsentIsEmpty } from './lmdb-disk.ts';
import { logStart } from './log-start.ts';
import { journalEnd, readRecords } from './reading.ts';
import { type JournalRecord, markerType } from './records.ts';
import { readNewestSnapshot } from './snapshots.ts';
import { TableReader } from './tail.ts';

export interface JournalReader {
  /** The tables that the journal has, its own left out. */
  readonly tables: readonly string[];
  /** The first record that the log has: 1, or behind what retention has taken away. */
  readonly firstSequence: number;
  /** The last durable record when it was opened; 0 in an empty journal. */
  readonly lastSequence: number;
  /** The time of that record. */
  readonly lastTime: EpochNs;
  /** From here on tables show what is durable now. Throws JournalCorrupt where the log does not read. */
  catchUp(): void;
  get(table: string, key: Uint8Array): Uint8Array | null;
  range(
    table: string,
    from: Uint8Array,
    to: Uint8Array,
    options?: RangeOptions,
  ): Iterable<readonly [Uint8Array, Uint8Array]>;
  /** The records from `fromSequence` to the last, without markers. */
  replay(fromSequence: number): Iterable<JournalRecord>;
  /** The newest snapshot, of those before `before` if given. Throws JournalCorrupt if it is damaged. */
  newestSnapshot(before?: number): Snapshot | null;
  close(): void;
}

/** Throws JournalRefused where there is no journal; reading throws JournalCorrupt at what is damaged. */
export function openJournalReader(folder: string): JournalReader {
  return readerOver(openReadOnly(folder, false));
}

/** A store that is open for reading alone, and the names of all of its tables. */
export interface ReadOnlyStore {
  readonly disk: LmdbDisk;
  readonly all: readonly string[];
}

/** `isPinned`: all that is read is of one moment (lmdb-disk.ts). Throws JournalRefused where there is no journal. */
export function openReadOnly(folder: string, isPinned: boolean): ReadOnlyStore {
  const store = join(folder, 'store');
  const all = lmdbTables(store);
  const disk = openLmdbDisk({
    folder: store,
    tables: all,
    durability: 'fsync',
    readOnly: true,
    pinned: isPinned,
  });
  return { disk: whereAbsentIsEmpty(disk, all), all };
}

export function readerOver({ disk, all }: ReadOnlyStore): JournalReader {
  const own = diskTables([]);
  const reader = new TableReader(disk);
  reader.catchUp();
  const { lastSequence, time: lastTime } = journalEnd(disk);
  const { firstSequence } = logStart(disk);
  const opened: JournalReader = {
    tables: all.filter((table) => !own.includes(table)),
    firstSequence,
    lastSequence,
    lastTime,
    catchUp() {
      disk.refresh();
      reader.catchUp();
    },
    get: (table, key) => reader.get(table, key),
    range: (table, from, to, options) => reader.range(table, from, to, options),
    *replay(fromSequence) {
      for (const record of readRecords(disk, fromSequence, lastSequence)) {
        if (record.type !== markerType) yield record;
      }
    },
    newestSnapshot: (before) => readNewestSnapshot(opened, before ?? Number.MAX_SAFE_INTEGER),
    close: () => disk.close(),
  };
  return opened;
}
