// The Disk port over LMDB: what a commit that returns has put on disk, and how it fails, as measured.
import { type Database, type RootDatabase, open } from 'lmdb';
import type { Disk } from '../../spec/ports/index.ts';
import { JournalRefused } from './problems.ts';
import { checkStoreFile, isEmptyStore, requireStore } from './store-file.ts';

export interface LmdbDiskOptions {
  readonly folder: string;
  readonly tables: readonly string[];
  /** `fsync`: a commit survives a power cut. `os`: it survives a killed process only. */
  readonly durability: Durability;
  /** Beside a process that writes; every table must be there. */
  readonly readOnly?: boolean;
  /**
   * All that is read is of one moment, that of opening, whatever is written meanwhile: the writer finds no use for the
   * pages that it frees until this disk is closed.
   */
  readonly pinned?: boolean;
}

export type Durability = 'fsync' | 'os';

export interface LmdbDisk extends Disk {
  /** Lets the read transaction go: the next read sees every commit that has returned in any thread. */
  refresh(): void;
  /** Bytes of the pages that a table has, those of long values too. */
  bytesOf(table: string): number;
  /** As `close`; settles when the store's files are let go. */
  closed(): Promise<void>;
}

/** The names of the tables that the store in `folder` has. Throws JournalRefused where there is no store, JournalCorrupt for what is none. */
export function lmdbTables(folder: string): readonly string[] {
  requireStore(folder);
  if (isEmptyStore(folder)) throw new JournalRefused(`there is no journal in ${folder}`);
  checkStoreFile(folder);
  const root = open<Uint8Array, Uint8Array>({
    path: folder,
    noSubdir: false,
    overlappingSync: false,
    readOnly: true,
    ...binary,
  });
  // lmdb-js ends a table's name with a zero.
  const names = [...root.getKeys()].map((key) => Buffer.from(key.subarray(0, -1)).toString('utf8'));
  void root.close();
  return names;
}

/** The same disk, on which a table that the store does not have yet, as one of an earlier build, is an empty one. */
export function whereAbsentIsEmpty(disk: LmdbDisk, present: readonly string[]): LmdbDisk {
  return {
    ...disk,
    get: (table, key) => (present.includes(table) ? disk.get(table, key) : null),
    range: (table, from, to, options) =>
      present.includes(table) ? disk.range(table, from, to, options) : [],
  };
}

type Table = Database<Uint8Array, Uint8Array>;

/** Of what `getStats` gives, whose type says nothing; a test reads each. */
interface TableStats {
  readonly pageSize: number;
  readonly treeBranchPageCount: number;
  readonly treeLeafPageCount: number;
  readonly overflowPages: number;
}

/** Entries read at once: a reader that is slow, or stops, holds no read transaction and no old pages. */
const chunk = 256;

interface Bound {
  readonly start: Uint8Array;
  readonly end: Uint8Array;
  readonly exclusiveStart: boolean;
  readonly inclusiveEnd: boolean;
}

const binary = { encoding: 'binary', keyEncoding: 'binary' } as const;

/**
 * Opens the store in `folder` and makes the tables that it lacks. One thread alone may call `commit`. Throws JournalCorrupt
 * where what is there is no store.
 */
export function openLmdbDisk(options: LmdbDiskOptions): LmdbDisk {
  checkStoreFile(options.folder);
  const root: RootDatabase<Uint8Array, Uint8Array> = open({
    path: options.folder,
    noSubdir: false,
    maxDbs: options.tables.length + 4,
    // With it a failed write of the synced meta page still resolves, and the record is gone after a power cut.
    overlappingSync: false,
    noSync: options.durability === 'os',
    noMemInit: false,
    ...(options.readOnly === true ? { readOnly: true } : {}),
    ...binary,
  });
  root.readerCheck();
  const tables = new Map<string, Table>(
    options.tables.map((name) => [name, root.openDB<Uint8Array, Uint8Array>({ name, ...binary })]),
  );
  // A thread that never returns to its event loop would else hold this read transaction, and the pages under it.
  root.resetReadTxn();
  const pin = options.pinned === true ? root.useReadTransaction() : null;
  const within = pin === null ? {} : { transaction: pin };

  function tableOf(name: string): Table {
    const table = tables.get(name);
    if (table === undefined) throw new Error(`the journal was opened without a table "${name}"`);
    return table;
  }

  return {
    get(table, key) {
      return tableOf(table).get(key, within) ?? null;
    },
    *range(table, from, to, rangeOptions) {
      const reverse = rangeOptions?.reverse === true;
      let left = rangeOptions?.limit ?? Number.MAX_SAFE_INTEGER;
      let bound: Bound = reverse
        ? { start: to, end: from, exclusiveStart: true, inclusiveEnd: true }
        : { start: from, end: to, exclusiveStart: false, inclusiveEnd: false };
      while (left > 0) {
        const limit = Math.min(left, chunk);
        const entries = [...tableOf(table).getRange({ ...bound, ...within, reverse, limit })];
        for (const { key, value } of entries) yield [key, value] as const;
        const last = entries.at(-1);
        if (last === undefined || entries.length < limit) return;
        left -= limit;
        bound = { ...bound, start: last.key, exclusiveStart: true };
      }
    },
    commit(writes) {
      root.transactionSync(() => {
        for (const { table, key, value } of writes) {
          if (value === null) tableOf(table).removeSync(key);
          else tableOf(table).putSync(key, value);
        }
      });
    },
    refresh() {
      root.resetReadTxn();
    },
    bytesOf(table) {
      const { pageSize, treeBranchPageCount, treeLeafPageCount, overflowPages } = tableOf(
        table,
      ).getStats() as TableStats;
      return pageSize * (treeBranchPageCount + treeLeafPageCount + overflowPages);
    },
    close() {
      // Nothing is pending: every write was synchronous.
      pin?.done();
      void root.close();
    },
    closed() {
      pin?.done();
      return root.close();
    },
  };
}
