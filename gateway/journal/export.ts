// A stretch of the log as an archive, beside the gateway that writes it or without one.
import { existsSync, openSync, closeSync, fsyncSync, renameSync, rmSync, statSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import type { Disk, EpochNs } from '../../spec/ports/index.ts';
import { ArchiveWriter, EntryKind, archiveFormat } from './archive.ts';
import { ChainCheck } from './chain-check.ts';
import {
  type CommitRecord,
  commitAt,
  commitsTable,
  decodeCommit,
  isCommitKey,
  logTable,
} from './commit-entry.ts';
import { diskTables, frameTables } from './core.ts';
import { foldedTable } from './folding.ts';
import { sequenceKey } from './keys.ts';
import { logStart, startTable } from './log-start.ts';
import { JournalRefused } from './problems.ts';
import { type JournalReader, openReadOnly, readerOver } from './reader.ts';
import { journalEnd } from './reading.ts';
import { sealed } from './sealed.ts';
import { stagingBeside } from './staging.ts';
import { TableReader } from './tail.ts';
import { commitEntries, highestKey, lowestKey } from './verify.ts';

/** Which records. Those of the commits at its edges come whole. */
export type Stretch =
  | { readonly type: 'All' }
  | { readonly type: 'Sequences'; readonly from: number; readonly through: number }
  /** from <= time < to */
  | { readonly type: 'Time'; readonly from: EpochNs; readonly to: EpochNs };

export interface ExportOptions {
  readonly stretch: Stretch;
  readonly schema: number;
  readonly desk: number;
  /** Of the state at the journal's end; it is kept where the archive goes there. */
  readonly stateHash: string | null;
}

export interface Archived {
  readonly first: number;
  readonly last: number;
  readonly records: number;
  readonly commits: number;
  readonly values: number;
  readonly bytes: number;
  readonly stateHash: string | null;
}

/** A journal as it is at one moment, for as long as this is open. */
export interface JournalView {
  readonly reader: JournalReader;
  /** Its tables, for whoever copies them. */
  readonly disk: Disk;
  readonly tables: readonly string[];
  /**
   * Writes the archive, or nothing. Throws JournalRefused where the file is there or nothing is in the stretch,
   * JournalCorrupt where the journal does not hold.
   */
  exportTo(file: string, options: ExportOptions): Archived;
  closed(): Promise<void>;
}

/** Throws JournalRefused where there is no journal. */
export function openJournalView(folder: string): JournalView {
  const { disk, all } = openReadOnly(folder, true);
  return {
    reader: readerOver({ disk, all }),
    disk,
    tables: all,
    exportTo: (file, options) => exportArchive(disk, all, file, options),
    closed: () => disk.closed(),
  };
}

/** As `JournalView.exportTo`, from a disk whose tables are `all`. */
export function exportArchive(
  disk: Disk,
  all: readonly string[],
  file: string,
  options: ExportOptions,
): Archived {
  const { first, last, previousHash } = wholeCommits(disk, options.stretch);
  const end = journalEnd(disk).lastSequence;
  const beginning = logStart(disk).firstSequence;
  const tables = all.filter((name) => !diskTables([]).includes(name));
  const isWhole = first === beginning && last === end;
  const isBase = isWhole && (first > 1 || hasFormat1(disk));
  const stateHash = last === end ? options.stateHash : null;
  const hash = commitAt(disk, last)?.hash ?? new Uint8Array(0);
  const { schema, desk } = options;
  const written = { first, last, stateHash };
  return writtenWhole(file, (path) => {
    const archive = new ArchiveWriter(path, {
      archive: 'causeway-journal',
      format: archiveFormat,
      schema,
      desk,
      first,
      last,
      previousHash: Buffer.from(previousHash).toString('hex'),
      hash: Buffer.from(hash).toString('hex'),
      tables,
      isBase,
      stateHash,
    });
    try {
      const chain = new ChainCheck({ firstSequence: first, previousHash });
      for (const [kind, bytes] of logEntries(disk, first, last)) {
        if (kind === EntryKind.Record) chain.record(bytes);
        else chain.commit(bytes, kind === EntryKind.Commit ? 2 : 1);
        archive.entry(kind, bytes);
      }
      if (isBase) for (const value of valuesOf(disk, tables)) archive.entry(EntryKind.Value, value);
      const counts = archive.finish();
      return { ...written, ...counts, bytes: archive.bytes };
    } finally {
      archive.close();
    }
  });
}

/** The file is there as a whole, or not at all. Throws JournalRefused where one is there already, or no folder for it. */
export function writtenWhole<T>(file: string, write: (path: string) => T): T {
  refuseTaken(file);
  const folder = dirname(resolve(file));
  if (!existsSync(folder) || !statSync(folder).isDirectory()) {
    throw new JournalRefused(`there is no folder ${folder}`);
  }
  const staged = stagingBeside(file);
  try {
    const temporary = join(staged, basename(file));
    const done = write(temporary);
    refuseTaken(file); // Another command may have been faster.
    renameSync(temporary, file);
    syncFolder(folder);
    return done;
  } finally {
    rmSync(staged, { recursive: true, force: true });
  }
}

function refuseTaken(file: string): void {
  if (existsSync(file)) throw new JournalRefused(`${file} is there already: give another name`);
}

/** What it names survives a power cut. */
export function syncFolder(folder: string): void {
  const handle = openSync(folder, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

/** Records and commits in the order of the chain. */
function* logEntries(
  disk: Disk,
  first: number,
  last: number,
): Generator<readonly [EntryKind, Uint8Array], void, undefined> {
  let next = first;
  const end = sequenceKey(last + 1);
  for (const [key, value] of disk.range(commitsTable, sequenceKey(first), end)) {
    const { lastSequence } = decodeCommit(key, value);
    const behind = sequenceKey(lastSequence + 1);
    for (const [, record] of disk.range(logTable, sequenceKey(next), behind)) {
      yield [EntryKind.Record, record];
    }
    yield [EntryKind.CommitOfFormat1, value];
    next = lastSequence + 1;
  }
  for (const [key, value] of disk.range(logTable, sequenceKey(next), end)) {
    yield [isCommitKey(key) ? EntryKind.Commit : EntryKind.Record, value];
  }
}

/** Every value of the journal's tables and of its snapshots, as an archive has it. */
function* valuesOf(disk: Disk, tables: readonly string[]): Generator<Uint8Array, void, undefined> {
  const reader = new TableReader(disk);
  reader.catchUp();
  for (const table of frameTables(tables)) {
    if (table === startTable || table === foldedTable) continue;
    const name = Buffer.from(table, 'utf8');
    for (const [key, value] of reader.range(table, lowestKey, highestKey)) {
      const head = Buffer.alloc(1 + name.length + 2);
      head.writeUInt8(name.length, 0);
      head.set(name, 1);
      head.writeUInt16BE(key.length, 1 + name.length);
      yield Buffer.concat([head, key, sealed(table, key, value)]);
    }
  }
}

interface Whole {
  readonly first: number;
  readonly last: number;
  readonly previousHash: Uint8Array;
}

function wholeCommits(disk: Disk, stretch: Stretch): Whole {
  const start = logStart(disk);
  const { lastSequence } = journalEnd(disk);
  if (stretch.type === 'All' && lastSequence >= start.firstSequence) {
    return { first: start.firstSequence, last: lastSequence, previousHash: start.previousHash };
  }
  if (stretch.type === 'Sequences' && stretch.from < start.firstSequence) {
    throw new JournalRefused(
      `the log begins with record ${start.firstSequence}: what was before it has been taken away by retention`,
    );
  }
  const within = [...commitEdges(disk, stretch)];
  const [one, last] = [within[0], within.at(-1)];
  if (one === undefined || last === undefined) {
    throw new JournalRefused('no record lies there: nothing to write');
  }
  return { first: one.firstSequence, last: last.lastSequence, previousHash: one.previousHash };
}

/** The first and the last commit that lie within, or touch it. */
function* commitEdges(disk: Disk, stretch: Stretch): Generator<CommitRecord, void, undefined> {
  let last: CommitRecord | null = null;
  const [from, through] =
    stretch.type === 'Sequences' ? [stretch.from, stretch.through] : [0, Number.MAX_SAFE_INTEGER];
  for (const [key, value] of commitEntries(disk, from)) {
    const commit = decodeCommit(key, value);
    if (commit.firstSequence > through) break;
    if (!isWithin(commit, stretch)) continue;
    if (last === null) yield commit;
    last = commit;
  }
  if (last !== null) yield last;
}

function isWithin(commit: CommitRecord, stretch: Stretch): boolean {
  if (stretch.type === 'All') return true;
  if (stretch.type === 'Time') return commit.time >= stretch.from && commit.time < stretch.to;
  return commit.lastSequence >= stretch.from && commit.firstSequence <= stretch.through;
}

function hasFormat1(disk: Disk): boolean {
  for (const _ of disk.range(commitsTable, sequenceKey(0), highestKey, { limit: 1 })) return true;
  return false;
}
