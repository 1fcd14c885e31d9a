// What a commit leaves in the log behind its last record: a link of the chain of hashes, and the writes of tables that
// came with its records. The tables themselves get them later, many at a time (folding.ts).
//
// Its key is its last sequence and a byte 1, so that it sorts between that record and the next. All integers are
// big-endian; CRC, length and version lie where a record has them: a build that knows only format 1 refuses it by name.
//    0  u32  CRC-32 over every byte after it        16  u64  first sequence
//    4  u32  length                                 24  u64  last sequence
//    8  u8   format version, 2                      32  u32  epoch
//   12  u32  records                                40  i64  time of the last record
//   48  32 B hash of the commit before (zeros for the first)
//   80  32 B SHA-256 over that hash, the bytes of the commit's records, in order, and the body
//  112       body: u8 number of tables, each as u8 length and name; then writes, each as in a frame (batch.ts), its
//            first byte the table's place among those, its value sealed
//
// Format 1 had its first 112 bytes in a table of their own, `commits`, and no body: what was put was in its table.
import { crc32 } from 'node:zlib';
import type { Disk, EpochNs } from '../../spec/ports/index.ts';
import { type DiskWrite, type FramedWrite, putHeaderBytes } from './batch.ts';
import { keyAfterAll, sequenceAt, sequenceKey, sequenceOfKey, writeSequence } from './keys.ts';
import { JournalCorrupt } from './problems.ts';
import { checkIntact } from './records.ts';

export const logTable = 'log';
/** Where journals of format 1 have their commits. */
export const commitsTable = 'commits';

export const hashBytes = 32;
const formatVersion = 2;
const headerBytes = 112;
const commitKeyBytes = 9;
/** Entries of the log read for one commit: a commit is rarely of more records. */
const chunk = 512;

export interface CommitRecord {
  readonly records: number;
  readonly firstSequence: number;
  readonly lastSequence: number;
  readonly epoch: number;
  readonly time: EpochNs;
  readonly previousHash: Uint8Array;
  readonly hash: Uint8Array;
  /** Empty in format 1. */
  readonly body: Uint8Array;
}

export function commitKey(lastSequence: number): Uint8Array {
  const key = new Uint8Array(commitKeyBytes);
  writeSequence(new DataView(key.buffer), 0, lastSequence);
  key[8] = 1;
  return key;
}

/** Of the log's keys: a commit's, and not a record's. */
export function isCommitKey(key: Uint8Array): boolean {
  return key.length === commitKeyBytes;
}

/** The newest commit, or null in an empty journal. Throws JournalCorrupt for one that does not read. */
export function newestCommit(disk: Disk): CommitRecord | null {
  const options = { limit: 1, reverse: true };
  for (const [key, value] of disk.range(logTable, sequenceKey(0), keyAfterAll, options)) {
    if (isCommitKey(key)) return decodeCommit(key, value);
  }
  for (const [key, value] of disk.range(commitsTable, sequenceKey(0), keyAfterAll, options)) {
    return decodeCommit(key, value);
  }
  return null;
}

/** The commit that ends with this sequence, of either format; null where none does. */
export function commitAt(disk: Disk, lastSequence: number): CommitRecord | null {
  for (const [table, key] of [
    [logTable, commitKey(lastSequence)],
    [commitsTable, sequenceKey(lastSequence)],
  ] as const) {
    const bytes = disk.get(table, key);
    if (bytes !== null) return decodeCommit(key, bytes);
  }
  return null;
}

/** The commits of format 2 whose last sequence is above `sequence`, in order. */
export function* commitsBehind(
  disk: Disk,
  sequence: number,
): Generator<CommitRecord, void, undefined> {
  let from = commitKey(sequence);
  for (;;) {
    let count = 0;
    let last = from;
    for (const [key, value] of disk.range(logTable, from, keyAfterAll, { limit: chunk })) {
      count += 1;
      last = key;
      if (isCommitKey(key) && sequenceOfKey(key) > sequence) yield decodeCommit(key, value);
    }
    if (count < chunk) return;
    from = new Uint8Array([...last, 0]);
  }
}

/** Throws JournalCorrupt, with the place, for an entry that is damaged or of a later format. */
export function decodeCommit(key: Uint8Array, bytes: Uint8Array): CommitRecord {
  const place = `commit ${sequenceOfKey(key)}`;
  const expectedVersion = isCommitKey(key) ? formatVersion : 1;
  if (bytes.length < headerBytes) {
    throw new JournalCorrupt(place, `${bytes.length} bytes`, `at least ${headerBytes} bytes`);
  }
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  checkIntact(bytes, view, place);
  const version = view.getUint8(8);
  if (version !== expectedVersion) {
    throw new JournalCorrupt(place, `format version ${version}`, `version ${expectedVersion}`);
  }
  const lastSequence = sequenceAt(view, 24);
  if (lastSequence !== sequenceOfKey(key)) {
    throw new JournalCorrupt(place, `last sequence ${lastSequence}`, 'the sequence of its key');
  }
  return {
    records: view.getUint32(12),
    firstSequence: sequenceAt(view, 16),
    lastSequence,
    epoch: view.getUint32(32),
    time: view.getBigInt64(40) as EpochNs,
    previousHash: bytes.slice(48, 80),
    hash: bytes.slice(80, headerBytes),
    body: bytes.subarray(headerBytes),
  };
}

/** A commit's entry with its body, and its header still to come. */
export interface CommitDraft {
  /** The whole entry. */
  readonly bytes: Uint8Array;
  readonly body: Uint8Array;
  /** The writes of the body, in order; views of it. */
  readonly writes: readonly DiskWrite[];
}

/** An entry with these writes. They are copied: what they came in may be written over. */
export function draftCommit(framed: readonly FramedWrite[]): CommitDraft {
  const names: string[] = [];
  let length = headerBytes + 1;
  for (const write of framed) {
    length += write.framed.length;
    if (names.includes(write.table)) continue;
    names.push(write.table);
    length += 1 + Buffer.byteLength(write.table);
  }
  const bytes = Buffer.allocUnsafe(length);
  let at = headerBytes;
  bytes[at] = names.length;
  at += 1;
  for (const name of names) {
    const end = at + 1 + bytes.write(name, at + 1);
    bytes[at] = end - at - 1;
    at = end;
  }
  const writes: DiskWrite[] = [];
  for (const { table, key: given, value, framed: all } of framed) {
    const valueAt = at + putHeaderBytes + given.length;
    const end = at + all.length;
    bytes.set(all, at);
    bytes[at] = names.indexOf(table);
    const key = bytes.subarray(at + putHeaderBytes, valueAt);
    writes.push({ table, key, value: value === null ? null : bytes.subarray(valueAt, end) });
    at = end;
  }
  return { bytes, body: bytes.subarray(headerBytes), writes };
}

/** Writes the header that makes the draft this commit's entry. */
export function finishCommit(bytes: Uint8Array, commit: CommitRecord): void {
  bytes.fill(0, 0, headerBytes);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  view.setUint32(4, bytes.length);
  view.setUint8(8, formatVersion);
  view.setUint32(12, commit.records);
  writeSequence(view, 16, commit.firstSequence);
  writeSequence(view, 24, commit.lastSequence);
  view.setUint32(32, commit.epoch);
  view.setBigInt64(40, commit.time);
  bytes.set(commit.previousHash, 48);
  bytes.set(commit.hash, 80);
  view.setUint32(0, crc32(bytes.subarray(4)));
}

/** The writes of a commit, in order, their values sealed; views of it. Throws JournalCorrupt where they do not read. */
export function writesOf({ body, lastSequence }: CommitRecord): readonly DiskWrite[] {
  if (body.length === 0) return [];
  const broken = () =>
    new JournalCorrupt(`commit ${lastSequence}`, 'writes that do not read', 'whole ones');
  const bytes = Buffer.from(body.buffer, body.byteOffset, body.byteLength);
  const names: string[] = [];
  let at = 1;
  for (let left = bytes.readUInt8(0); left > 0; left -= 1) {
    const end = at + 1 + (bytes[at] ?? 0);
    names.push(bytes.toString('utf8', at + 1, end));
    at = end;
  }
  const writes: DiskWrite[] = [];
  while (at < bytes.length) {
    if (at + putHeaderBytes > bytes.length) throw broken();
    const table = names[bytes.readUInt8(at)];
    const keyAt = at + putHeaderBytes;
    const valueAt = keyAt + bytes.readUInt16BE(at + 2);
    const end = valueAt + bytes.readUInt32BE(at + 4);
    if (table === undefined || end > bytes.length) throw broken();
    const removes = bytes.readUInt8(at + 1) === 1;
    const key = bytes.subarray(keyAt, valueAt);
    writes.push({ table, key, value: removes ? null : bytes.subarray(valueAt, end) });
    at = end;
  }
  return writes;
}
