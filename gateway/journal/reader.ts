// A journal for reading alone, beside a gateway that writes it.
import { join } from 'node:path';
import { diskTables } from './core.ts';
import type { RangeOptions } from './face.ts';
import { lmdbTables, openLmdbDisk, whereAbsentIsEmpty } from './lmdb-disk.ts';
import { journalEnd, readRecords } from './reading.ts';
import { type JournalRecord, markerType } from './records.ts';
import { TableReader } from './tail.ts';

export interface JournalReader {
  /** The tables that the journal has, its own left out. */
  readonly tables: readonly string[];
  /** The last durable record when it was opened; 0 in an empty journal. */
  readonly lastSequence: number;
  get(table: string, key: Uint8Array): Uint8Array | null;
  range(
    table: string,
    from: Uint8Array,
    to: Uint8Array,
    options?: RangeOptions,
  ): Iterable<readonly [Uint8Array, Uint8Array]>;
  /** The records from `fromSequence` to the last, without markers. */
  replay(fromSequence: number): Iterable<JournalRecord>;
  close(): void;
}

/** Throws JournalRefused where there is no journal; reading throws JournalCorrupt at what is damaged. */
export function openJournalReader(folder: string): JournalReader {
  const store = join(folder, 'store');
  const all = lmdbTables(store);
  const own = diskTables([]);
  const opened = openLmdbDisk({ folder: store, tables: all, durability: 'fsync', readOnly: true });
  const disk = whereAbsentIsEmpty(opened, all);
  const reader = new TableReader(disk);
  reader.catchUp();
  const { lastSequence } = journalEnd(disk);
  return {
    tables: all.filter((table) => !own.includes(table)),
    lastSequence,
    get: (table, key) => reader.get(table, key),
    range: (table, from, to, options) => reader.range(table, from, to, options),
    *replay(fromSequence) {
      for (const record of readRecords(disk, fromSequence, lastSequence)) {
        if (record.type !== markerType) yield record;
      }
    },
    close: () => disk.close(),
  };
}
