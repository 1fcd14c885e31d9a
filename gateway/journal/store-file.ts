// What of a store can be told before LMDB maps it: a file that is none, or was cut, ends the process without a word there.
//
// Source: LMDB's mdb.c, MDB_meta, as the package `lmdb` 3 has it: each of the first two pages is a header of 24 B, then
//    24  u32  0xBEEFC0DE        28  u32  version of the form, 2
//    48  u32  bytes of a page   88  u64  root of the free pages   136  u64  root of the tables   152  u64  transaction
// in the machine's byte order; the page with the later transaction counts.
import {
  closeSync,
  existsSync,
  fstatSync,
  openSync,
  readSync,
  readlinkSync,
  statSync,
} from 'node:fs';
import { endianness } from 'node:os';
import { join } from 'node:path';
import { JournalCorrupt, JournalRefused, textOf } from './problems.ts';

const metaBytes = 160;
const magic = 0xbeef_c0de;
const formatKnown = 2;
const pageLeast = 256;
const pageMost = 65_536;
const noRoot = 0xffff_ffff_ffff_ffffn;

interface Meta {
  readonly pageBytes: number;
  readonly roots: readonly bigint[];
  readonly transaction: bigint;
}

/** Throws JournalRefused where no file can be read, JournalCorrupt where it is no store, or its end is missing. None, or an empty one, passes. */
export function checkStoreFile(folder: string): void {
  refuseOther(join(folder, 'lock.mdb'));
  const path = join(folder, 'data.mdb');
  if (!existsSync(path)) return;
  const file = opened(path);
  try {
    if (fstatSync(file).size === 0) return;
    const first = metaAt(file, 0, path);
    const second = metaAt(file, first.pageBytes, path);
    const { pageBytes, roots } = second.transaction > first.transaction ? second : first;
    const { size } = fstatSync(file); // Behind the roots: whoever writes lets it grow before they show it.
    for (const root of roots) {
      if (root === noRoot || (root + 1n) * BigInt(pageBytes) <= BigInt(size)) continue;
      throw new JournalCorrupt(path, `an end behind ${size} bytes`, `page ${root}: it was cut`);
    }
  } finally {
    closeSync(file);
  }
}

/** Throws JournalRefused where there is no store, or where it cannot be seen whether there is one. */
export function requireStore(folder: string): void {
  try {
    statSync(join(folder, 'data.mdb'));
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : null;
    const isAbsent = code === 'ENOENT' || code === 'ENOTDIR';
    throw new JournalRefused(
      isAbsent ? `there is no journal in ${folder}` : `${folder} cannot be read: ${textOf(error)}`,
    );
  }
}

/** Whether there is a store at all: LMDB makes one of an empty file. */
export function isEmptyStore(folder: string): boolean {
  const file = opened(join(folder, 'data.mdb'));
  try {
    return fstatSync(file).size === 0;
  } finally {
    closeSync(file);
  }
}

/**
 * Throws JournalRefused where something else than a file stands at `path`: at a pipe a start would wait for ever, LMDB ends
 * the process at a folder, and a link to nothing is a file that is lost, not one that never was.
 */
export function refuseOther(path: string): void {
  if (existsSync(path)) {
    if (!statSync(path).isFile()) throw new JournalRefused(`${path} is no regular file`);
  } else if (isLink(path)) throw new JournalRefused(`${path} is a link to nothing`);
}

function isLink(path: string): boolean {
  try {
    return readlinkSync(path) !== '';
  } catch {
    return false; // Nothing is there.
  }
}

function opened(path: string): number {
  refuseOther(path);
  try {
    return openSync(path, 'r');
  } catch (error) {
    throw new JournalRefused(`${path} cannot be read: ${textOf(error)}`);
  }
}

function metaAt(file: number, offset: number, path: string): Meta {
  const bytes = new Uint8Array(metaBytes);
  const count = readSync(file, bytes, 0, metaBytes, offset);
  const at = new DataView(bytes.buffer);
  const isLittle = endianness() === 'LE';
  const pageBytes = at.getUint32(48, isLittle);
  const isMeta =
    count === metaBytes &&
    at.getUint32(24, isLittle) === magic &&
    at.getUint32(28, isLittle) === formatKnown &&
    pageBytes >= pageLeast &&
    pageBytes <= pageMost;
  if (!isMeta) throw new JournalCorrupt(path, 'no header of a store', 'what LMDB writes there');
  return {
    pageBytes,
    roots: [at.getBigUint64(88, isLittle), at.getBigUint64(136, isLittle)],
    transaction: at.getBigUint64(152, isLittle),
  };
}
