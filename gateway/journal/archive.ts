// An archive: a stretch of the log as a file that needs neither LMDB nor Causeway to be read.
//
// A file is blocks, one behind the other, then 32 B SHA-256 over all bytes before. Integers are big-endian.
//    0  8 B  "CSWYJNL1"            (once, before the first block)
//    0  u8   kind: "H" header, "D" data, "T" trailer
//    1  u32  bytes stored
//    5  u32  bytes when decompressed
//    9  u32  CRC-32 of the bytes stored
//   13       the bytes stored: zlib's format (RFC 1950)
// Header and trailer are JSON in UTF-8. Data is entries, each u8 kind, u32 length, bytes:
//    1  a record (records.ts)       2  the commit of the records before it (commit-entry.ts)
//    3  the same of format 1        4  a value of a table: u8 length of its name, name, u16 length of its key, key,
//                                      value with its seal (sealed.ts)
import { createHash } from 'node:crypto';
import { closeSync, fstatSync, fsyncSync, openSync, readSync, writeSync } from 'node:fs';
import { crc32, deflateSync, inflateSync } from 'node:zlib';
import { JournalCorrupt, JournalRefused, textOf } from './problems.ts';

export const EntryKind = { Record: 1, Commit: 2, CommitOfFormat1: 3, Value: 4 } as const;
export type EntryKind = (typeof EntryKind)[keyof typeof EntryKind];

const magic = Buffer.from('CSWYJNL1', 'latin1');
export const archiveFormat = 1;
const blockHeaderBytes = 13;
const digestBytes = 32;
/** Before it is compressed: what is lost of a damaged archive is a block. */
const blockBytes = 1024 * 1024;
/** A batch's bound and a snapshot's part are far below. */
const maxBlockBytes = 64 * 1024 * 1024;

export interface ArchiveHeader {
  readonly archive: 'causeway-journal';
  readonly format: number;
  /** The newest schema version of an event that may be in it. */
  readonly schema: number;
  readonly desk: number;
  /** Sequences of its first and last record: whole commits. */
  readonly first: number;
  readonly last: number;
  /** Of the chain before its first and at its last commit, in hexadecimal. */
  readonly previousHash: string;
  readonly hash: string;
  /** The journal's tables. */
  readonly tables: readonly string[];
  /** It has the tables as they are at its end: a journal that begins with it needs nothing before it. */
  readonly isBase: boolean;
  /** Of the desk's state at its end; null where it ends before its journal did. */
  readonly stateHash: string | null;
}

export interface ArchiveTrailer {
  readonly records: number;
  readonly commits: number;
  readonly values: number;
}

/** Writes one archive. It is none before `finish` has returned. */
export class ArchiveWriter {
  readonly #file: number;
  readonly #digest = createHash('sha256');
  #waiting: Uint8Array[] = [];
  #waitingBytes = 0;
  #counts = { records: 0, commits: 0, values: 0 };
  #bytes = 0;

  /** Throws what opening throws where there is such a file. */
  constructor(path: string, header: ArchiveHeader) {
    this.#file = openSync(path, 'wx', 0o600);
    this.#write(magic);
    this.#block('H', Buffer.from(JSON.stringify(header)));
  }

  get bytes(): number {
    return this.#bytes;
  }

  entry(kind: EntryKind, bytes: Uint8Array): void {
    const head = Buffer.alloc(5);
    head.writeUInt8(kind, 0);
    head.writeUInt32BE(bytes.length, 1);
    this.#waiting.push(head, bytes);
    this.#waitingBytes += head.length + bytes.length;
    if (kind === EntryKind.Record) this.#counts.records += 1;
    else if (kind === EntryKind.Value) this.#counts.values += 1;
    else this.#counts.commits += 1;
    if (this.#waitingBytes >= blockBytes) this.#flush();
  }

  /** On disk, when it returns. */
  finish(): ArchiveTrailer {
    this.#flush();
    this.#block('T', Buffer.from(JSON.stringify(this.#counts)));
    this.#put(this.#digest.digest());
    fsyncSync(this.#file);
    return this.#counts;
  }

  close(): void {
    closeSync(this.#file);
  }

  #flush(): void {
    if (this.#waitingBytes > 0) this.#block('D', Buffer.concat(this.#waiting));
    this.#waiting = [];
    this.#waitingBytes = 0;
  }

  #block(kind: string, bytes: Uint8Array): void {
    const stored = deflateSync(bytes);
    const head = Buffer.alloc(blockHeaderBytes);
    head.write(kind, 0, 'latin1');
    head.writeUInt32BE(stored.length, 1);
    head.writeUInt32BE(bytes.length, 5);
    head.writeUInt32BE(crc32(stored), 9);
    this.#write(head);
    this.#write(stored);
  }

  #write(bytes: Uint8Array): void {
    this.#digest.update(bytes);
    this.#put(bytes);
  }

  #put(bytes: Uint8Array): void {
    for (let at = 0; at < bytes.length; ) at += writeSync(this.#file, bytes, at);
    this.#bytes += bytes.length;
  }
}

/** Reads one archive, once, from its beginning to its end. */
export class ArchiveReader {
  readonly path: string;
  readonly header: ArchiveHeader;
  readonly #file: number;
  readonly #digest = createHash('sha256');
  #block = 0;

  /** Throws JournalRefused for what is no archive or of a later format, JournalCorrupt for one that is damaged. */
  constructor(path: string) {
    this.path = path;
    this.#file = opened(path);
    try {
      const found = this.#read(magic.length);
      if (Buffer.compare(found, magic) !== 0) {
        throw new JournalRefused(`${path} is not an archive of a journal`);
      }
      this.#digest.update(found);
      this.header = this.#headerOf(this.#next());
    } catch (error) {
      closeSync(this.#file);
      throw error;
    }
  }

  /** Every entry, in order. All of it has been proved when it ends; what was damaged throws JournalCorrupt. */
  *entries(): Generator<readonly [EntryKind, Uint8Array], ArchiveTrailer, undefined> {
    const counts = { records: 0, commits: 0, values: 0 };
    for (;;) {
      const { kind, bytes } = this.#next();
      if (kind === 'T') {
        const trailer = this.#json(bytes, isTrailer);
        this.#checkEnd();
        if (JSON.stringify(trailer) === JSON.stringify(counts)) return trailer;
        throw this.#corrupt(JSON.stringify(counts), `${JSON.stringify(trailer)} by its trailer`);
      }
      if (kind !== 'D') throw this.#corrupt(`a block "${kind}"`, 'data or the trailer');
      for (let at = 0; at < bytes.length; ) {
        if (at + 5 > bytes.length) throw this.#corrupt('a part of an entry', 'a whole one');
        const entryKind = kindOf(bytes.readUInt8(at));
        const end = at + 5 + bytes.readUInt32BE(at + 1);
        if (entryKind === null || end > bytes.length) {
          throw this.#corrupt('an entry that does not read', 'a whole one');
        }
        if (entryKind === EntryKind.Record) counts.records += 1;
        else if (entryKind === EntryKind.Value) counts.values += 1;
        else counts.commits += 1;
        yield [entryKind, bytes.subarray(at + 5, end)];
        at = end;
      }
    }
  }

  close(): void {
    closeSync(this.#file);
  }

  #headerOf({ kind, bytes }: { readonly kind: string; readonly bytes: Buffer }): ArchiveHeader {
    if (kind !== 'H') throw this.#corrupt(`a block "${kind}"`, 'the header');
    const { format } = this.#json(bytes, hasFormat);
    if (format !== archiveFormat) {
      throw new JournalRefused(
        `${this.path} is an archive of format ${format}: this build reads ${archiveFormat}`,
      );
    }
    return this.#json(bytes, isHeader);
  }

  #next(): { readonly kind: string; readonly bytes: Buffer } {
    this.#block += 1;
    const head = this.#read(blockHeaderBytes);
    const kind = head.toString('latin1', 0, 1);
    const [stored, raw, expected] = [1, 5, 9].map((at) => head.readUInt32BE(at));
    if (stored === undefined || raw === undefined || Math.max(stored, raw) > maxBlockBytes) {
      throw this.#corrupt(`${stored} bytes`, `at most ${maxBlockBytes}`);
    }
    const bytes = this.#read(stored);
    this.#digest.update(head).update(bytes);
    const found = crc32(bytes);
    if (found !== expected) {
      throw this.#corrupt(`CRC-32 ${found.toString(16)}`, `${expected?.toString(16)}`);
    }
    return { kind, bytes: this.#inflated(bytes, raw) };
  }

  #inflated(bytes: Uint8Array, expected: number): Buffer {
    let raw: Buffer;
    try {
      raw = inflateSync(bytes, { maxOutputLength: Math.max(expected, 1) });
    } catch {
      throw this.#corrupt('bytes that do not decompress', `${expected} bytes`);
    }
    if (raw.length === expected) return raw;
    throw this.#corrupt(`${raw.length} bytes`, `${expected} bytes by its header`);
  }

  #checkEnd(): void {
    const expected = this.#read(digestBytes);
    const found = this.#digest.digest();
    if (Buffer.compare(found, expected) !== 0) {
      throw this.#corrupt(`SHA-256 ${found.toString('hex')}`, expected.toString('hex'));
    }
    if (readSync(this.#file, Buffer.alloc(1)) !== 0) {
      throw this.#corrupt('more bytes behind its end', 'its end');
    }
  }

  #read(length: number): Buffer {
    const bytes = Buffer.alloc(length);
    let at = 0;
    while (at < length) {
      const count = readSync(this.#file, bytes, at, length - at, null);
      if (count === 0) {
        if (this.#block === 0)
          throw new JournalRefused(`${this.path} is not an archive of a journal`);
        throw this.#corrupt('the file ends here', 'the rest of it: it was cut');
      }
      at += count;
    }
    return bytes;
  }

  #json<T>(bytes: Buffer, fits: (value: unknown) => value is T): T {
    let value: unknown;
    try {
      value = JSON.parse(bytes.toString('utf8'));
    } catch {
      value = null;
    }
    if (fits(value)) return value;
    throw this.#corrupt('a text that does not read', 'its fields, in JSON');
  }

  #corrupt(found: string, expected: string): JournalCorrupt {
    return new JournalCorrupt(`${this.path}, block ${this.#block}`, found, expected);
  }
}

function opened(path: string): number {
  let file: number;
  try {
    file = openSync(path, 'r');
  } catch (error) {
    throw new JournalRefused(`${path} cannot be read: ${textOf(error)}`);
  }
  if (!fstatSync(file).isDirectory()) return file; // A pipe is read like a file.
  closeSync(file);
  throw new JournalRefused(`${path} is a folder, not an archive of a journal`);
}

function kindOf(byte: number): EntryKind | null {
  return Object.values(EntryKind).find((kind) => kind === byte) ?? null;
}

type Fields = Readonly<Record<string, unknown>>;

function isObject(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null;
}

function hasFormat(value: unknown): value is { readonly format: number } {
  return isObject(value) && value['archive'] === 'causeway-journal' && isCount(value['format']);
}

function isHeader(value: unknown): value is ArchiveHeader {
  if (!isObject(value)) return false;
  const { tables, stateHash, previousHash, hash } = value;
  return (
    ['schema', 'desk', 'first', 'last'].every((name) => isCount(value[name])) &&
    [previousHash, hash].every((one) => typeof one === 'string' && /^[0-9a-f]{64}$/.test(one)) &&
    Array.isArray(tables) &&
    tables.every((name) => typeof name === 'string') &&
    typeof value['isBase'] === 'boolean' &&
    (stateHash === null || typeof stateHash === 'string')
  );
}

function isTrailer(value: unknown): value is ArchiveTrailer {
  return isObject(value) && ['records', 'commits', 'values'].every((name) => isCount(value[name]));
}

function isCount(value: unknown): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;
}
