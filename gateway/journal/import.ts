// A fresh store out of archives: beside the folder that it is for, proved there, and only then put in its place.
import {
  existsSync,
  mkdirSync,
  readdirSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { unreachable } from '../../spec/proof/index.ts';
import { type ArchiveHeader, ArchiveReader, EntryKind } from './archive.ts';
import type { DiskWrite } from './batch.ts';
import { ChainCheck } from './chain-check.ts';
import { commitKey, commitsTable, logTable, writesOf } from './commit-entry.ts';
import { diskTables } from './core.ts';
import { syncFolder } from './export.ts';
import { foldedKey, foldedTable } from './folding.ts';
import { sequenceKey } from './keys.ts';
import type { LmdbDisk } from './lmdb-disk.ts';
import { type LogStart, encodeStart, startKey, startTable } from './log-start.ts';
import { JournalCorrupt, JournalRefused } from './problems.ts';
import { sealed, unseal } from './sealed.ts';
import { openStagedDisk, stagingBeside } from './staging.ts';
import { type Verification, verifyStore } from './verify.ts';

/** Bytes of one commit of the new store. */
const commitBytes = 4 * 1024 * 1024;

/** A data folder that is whole and verified, beside the place that it is for. */
export interface StagedJournal {
  /** Where it is now. */
  readonly folder: string;
  readonly verification: Verification;
  /** Puts it in its place. */
  publish(): void;
  discard(): void;
}

export interface StagedImport extends StagedJournal {
  /** Of the archive that ends last. */
  readonly end: ArchiveHeader;
}

/**
 * Makes a data folder for `folder` out of archives, in whatever order they are named. Throws JournalRefused where they are no
 * archives, do not follow on each other, are of a later schema, or the folder is not empty; JournalCorrupt, with the
 * place, for one that is damaged. Nothing is left behind then.
 */
export async function stageImport(
  files: readonly string[],
  options: { readonly folder: string; readonly schema: number; readonly tables: readonly string[] },
): Promise<StagedImport> {
  refuseUsed(options.folder);
  const archives: ArchiveReader[] = [];
  try {
    for (const file of files) archives.push(new ArchiveReader(file));
    archives.sort((one, other) => one.header.first - other.header.first);
    const end = checkRow(archives, options.schema);
    const names = new Set([...options.tables, ...archives.flatMap(({ header }) => header.tables)]);
    const staged = await stage(options.folder, async (store) => {
      const disk = openStagedDisk(store, diskTables([...names]));
      try {
        new Importer(disk).take(archives);
      } finally {
        await disk.closed();
      }
    });
    return { ...staged, end };
  } finally {
    for (const archive of archives) archive.close();
  }
}

/** Everything that can be proved about one archive. Throws as `stageImport` does. */
export function verifyArchive(file: string): ArchiveHeader & { readonly records: number } {
  const archive = new ArchiveReader(file);
  try {
    const chain = new ChainCheck(startOf(archive.header));
    const entries = archive.entries();
    for (let next = entries.next(); ; next = entries.next()) {
      if (next.done === true) {
        checkArchiveEnd(archive, chain);
        return { ...archive.header, records: next.value.records };
      }
      const [kind, bytes] = next.value;
      if (kind === EntryKind.Record) chain.record(bytes);
      else if (kind === EntryKind.Value) valueOf(archive.path, bytes);
      else chain.commit(bytes, kind === EntryKind.Commit ? 2 : 1);
    }
  } finally {
    archive.close();
  }
}

/** Throws JournalRefused unless there is nothing at `folder`, or an empty folder, and one can be made there. */
export function refuseUsed(folder: string): void {
  if (!existsSync(folder)) return refuseUnderFile(folder);
  if (!statSync(folder).isDirectory()) throw new JournalRefused(`${folder} is no folder`);
  if (readdirSync(folder).length === 0) return;
  throw new JournalRefused(`the folder ${folder} is not empty: give one that is, or a new one`);
}

/** Folders that are missing on the way are made; a file on the way is in it. */
function refuseUnderFile(folder: string): void {
  let above = dirname(resolve(folder));
  while (!existsSync(above)) above = dirname(above);
  if (statSync(above).isDirectory()) return;
  throw new JournalRefused(`${folder} cannot be made: ${above} is no folder`);
}

/** A store that `write` makes beside `folder`, verified. Throws what it throws, and leaves nothing behind then. */
export async function stage(
  folder: string,
  write: (store: string) => Promise<void>,
): Promise<StagedJournal> {
  const path = existsSync(folder) ? realpathSync(folder) : resolve(folder);
  const staged = stagingBeside(path);
  const discard = (): void => rmSync(staged, { recursive: true, force: true });
  try {
    const store = join(staged, 'store');
    mkdirSync(store, { mode: 0o700 });
    await write(store);
    const verification = await verifyStore(store);
    const [problem] = verification.problems;
    if (problem !== undefined) {
      throw new JournalCorrupt(`the copy, ${problem.place}`, problem.found, problem.expected);
    }
    return {
      folder: staged,
      verification,
      publish() {
        syncFolder(store);
        syncFolder(staged);
        refuseUsed(path); // Another command may have been faster.
        renameSync(staged, path);
        syncFolder(dirname(path));
      },
      discard,
    };
  } catch (error) {
    discard();
    throw error;
  }
}

/** Throws JournalRefused where the archives, in order, are not one history. Returns the last one's header. */
function checkRow(archives: readonly ArchiveReader[], schema: number): ArchiveHeader {
  let before: ArchiveReader | null = null;
  for (const archive of archives) {
    const { header, path } = archive;
    if (header.schema > schema) {
      throw new JournalRefused(
        `${path} has events of schema ${header.schema}: this build reads up to ${schema}`,
      );
    }
    if (before !== null) checkFollows(before, archive);
    before = archive;
  }
  const first = archives[0];
  if (before === null || first === undefined) throw new JournalRefused('no archive was named');
  const { first: beginning } = first.header;
  if (beginning === 1 || archives.some(({ header }) => header.isBase)) return before.header;
  throw new JournalRefused(
    `records 1 to ${beginning - 1} are missing: add the archives that hold them, or one that was written ` +
      'of the whole journal after retention, which has the tables as well',
  );
}

function checkFollows(before: ArchiveReader, archive: ArchiveReader): void {
  const [one, other] = [before.header, archive.header];
  if (one.desk !== other.desk) {
    throw new JournalRefused(
      `${before.path} is of desk ${one.desk}, ${archive.path} of desk ${other.desk}`,
    );
  }
  if (other.first > one.last + 1) {
    throw new JournalRefused(
      `a gap: no archive has records ${one.last + 1} to ${other.first - 1}, between ${before.path} and ${archive.path}`,
    );
  }
  if (other.first <= one.last) {
    throw new JournalRefused(
      `${before.path} and ${archive.path} both have record ${other.first}: name one of them`,
    );
  }
  if (one.hash === other.previousHash) return;
  throw new JournalRefused(
    `${archive.path} does not follow on ${before.path}: it is of another history`,
  );
}

/** Mutable: what waits for the next commit of the new store. */
class Importer {
  readonly #disk: LmdbDisk;
  #writes: DiskWrite[] = [];
  #bytes = 0;

  constructor(disk: LmdbDisk) {
    this.#disk = disk;
  }

  /** Tables are those of the last archive that has them, and what the commits behind it write; else of all commits. */
  take(archives: readonly ArchiveReader[]): void {
    const [first] = archives;
    if (first === undefined) return;
    const start = startOf(first.header);
    const chain = new ChainCheck(start);
    const base = archives.findLastIndex(({ header }) => header.isBase);
    for (const [index, archive] of archives.entries()) {
      this.#archive(archive, chain, index === base ? 'Values' : index > base ? 'Commits' : 'None');
    }
    const folded = sealed(foldedTable, foldedKey, sequenceKey(chain.lastSequence));
    this.#put({ table: foldedTable, key: foldedKey, value: folded });
    if (start.firstSequence > 1) {
      const value = sealed(startTable, startKey, encodeStart(start));
      this.#put({ table: startTable, key: startKey, value });
    }
    this.#commit();
  }

  #archive(
    archive: ArchiveReader,
    chain: ChainCheck,
    tablesBy: 'Values' | 'Commits' | 'None',
  ): void {
    for (const [kind, bytes] of archive.entries()) {
      switch (kind) {
        case EntryKind.Record: {
          const { sequence } = chain.record(bytes);
          this.#put({ table: logTable, key: sequenceKey(sequence), value: bytes });
          break;
        }
        case EntryKind.Value:
          if (tablesBy === 'Values') this.#put(valueOf(archive.path, bytes));
          break;
        case EntryKind.Commit: {
          const commit = chain.commit(bytes, 2);
          this.#put({ table: logTable, key: commitKey(commit.lastSequence), value: bytes });
          if (tablesBy === 'Commits') for (const write of writesOf(commit)) this.#put(write);
          break;
        }
        case EntryKind.CommitOfFormat1: {
          const { lastSequence } = chain.commit(bytes, 1);
          this.#put({ table: commitsTable, key: sequenceKey(lastSequence), value: bytes });
          if (tablesBy === 'Commits') throw withoutTables(archive);
          break;
        }
        default:
          unreachable(kind);
      }
    }
    checkArchiveEnd(archive, chain);
  }

  #put(write: DiskWrite): void {
    this.#writes.push(write);
    this.#bytes += write.key.length + (write.value?.length ?? 0);
    // A commit's records and its own entry may be parted: nobody reads this store before it is whole.
    if (this.#bytes >= commitBytes) this.#commit();
  }

  #commit(): void {
    this.#disk.commit(this.#writes);
    this.#writes = [];
    this.#bytes = 0;
  }
}

function withoutTables({ path }: ArchiveReader): JournalRefused {
  return new JournalRefused(
    `${path} has commits of format 1, which do not say what the tables had: an export of the whole journal does`,
  );
}

function startOf({ first, previousHash }: ArchiveHeader): LogStart {
  return { firstSequence: first, previousHash: Buffer.from(previousHash, 'hex') };
}

/** Throws JournalCorrupt where the archive does not end where its header says. */
function checkArchiveEnd({ header, path }: ArchiveReader, chain: ChainCheck): void {
  const hash = Buffer.from(chain.hash).toString('hex');
  if (chain.isWithinCommit || chain.lastSequence !== header.last || hash !== header.hash) {
    const found = `record ${chain.lastSequence} with hash ${hash}`;
    throw new JournalCorrupt(
      `the end of ${path}`,
      found,
      `record ${header.last} with ${header.hash}`,
    );
  }
}

/** A value of a table, as it is in its table. Throws JournalCorrupt where it does not read or its seal does not hold. */
function valueOf(path: string, bytes: Uint8Array): DiskWrite {
  const entry = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const nameEnd = 1 + (entry[0] ?? 0);
  if (nameEnd + 2 > entry.length) {
    throw new JournalCorrupt(path, 'a value that does not read', 'its table, key and value');
  }
  const table = entry.toString('utf8', 1, nameEnd);
  const keyEnd = nameEnd + 2 + entry.readUInt16BE(nameEnd);
  const key = entry.subarray(nameEnd + 2, keyEnd);
  const value = entry.subarray(keyEnd);
  unseal(table, key, value);
  return { table, key, value };
}
