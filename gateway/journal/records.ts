// One journal record as bytes: a fixed header and a payload that this room does not read.
//
// All integers are big-endian.
//    0  u32  CRC-32 over every byte after it
//    4  u32  length of the record, header included
//    8  u8   format version      (0 to 8 keep their place in every format version)
//    9  u8   flags: 1 = last record of its batch
//   10  u16  record type, 0 = marker of a batch that only writes tables
//   12  u16  schema version of the payload
//   14  u16  ordinal within the batch
//   16  u64  sequence
//   24  i64  time, ns since 1970 (UTC)
//   32  u32  epoch: the incarnation of the desk
//   36       payload
import { crc32 } from 'node:zlib';
import type { EpochNs } from '../../spec/ports/index.ts';
import { sequenceAt, writeSequence } from './keys.ts';
import { JournalCorrupt } from './problems.ts';

export const recordHeaderBytes = 36;
export const recordFormatVersion = 1;
/** A record without payload that gives a batch of writes alone its place in the sequence. */
export const markerType = 0;
/** Records of one batch; the ordinal is a u16. */
export const maxRecordsPerBatch = 65_535;

const endsBatchFlag = 1;

export interface JournalRecord {
  readonly sequence: number;
  readonly type: number;
  readonly schemaVersion: number;
  readonly epoch: number;
  readonly time: EpochNs;
  /** Place within its batch, from 0. */
  readonly ordinal: number;
  /** A batch is one decision: a journal never ends within one. */
  readonly endsBatch: boolean;
  readonly payload: Uint8Array;
}

/** Writes `record`, but for its CRC, at `at` and returns the offset behind it. The target must have the room. */
export function writeRecord(
  target: Uint8Array,
  view: DataView,
  at: number,
  record: JournalRecord,
): number {
  const end = at + recordHeaderBytes + record.payload.length;
  view.setUint32(at + 4, end - at);
  view.setUint8(at + 8, recordFormatVersion);
  view.setUint8(at + 9, record.endsBatch ? endsBatchFlag : 0);
  view.setUint16(at + 10, record.type);
  view.setUint16(at + 12, record.schemaVersion);
  view.setUint16(at + 14, record.ordinal);
  writeSequence(view, at + 16, record.sequence);
  view.setBigInt64(at + 24, record.time);
  view.setUint32(at + 32, record.epoch);
  target.set(record.payload, at + recordHeaderBytes);
  return end;
}

/** Writes the CRC of the record at `at`, and returns the offset behind the record. */
export function sealRecord(bytes: Uint8Array, view: DataView, at: number): number {
  const end = at + view.getUint32(at + 4);
  view.setUint32(at, crc32(bytes.subarray(at + 4, end)));
  return end;
}

/**
 * The record in `bytes`, which must be all of it. Throws JournalCorrupt with `place` in it for a wrong length,
 * a wrong CRC, or a format that a later build wrote.
 */
export function readRecord(bytes: Uint8Array, place: string): JournalRecord {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < recordHeaderBytes) {
    throw new JournalCorrupt(place, `${bytes.length} bytes`, `at least ${recordHeaderBytes} bytes`);
  }
  checkIntact(bytes, view, place);
  const version = view.getUint8(8);
  if (version !== recordFormatVersion) {
    throw new JournalCorrupt(
      place,
      `record format version ${version}`,
      `version ${recordFormatVersion}, the newest that this build reads`,
    );
  }
  return {
    sequence: sequenceAt(view, 16),
    type: view.getUint16(10),
    schemaVersion: view.getUint16(12),
    epoch: view.getUint32(32),
    time: view.getBigInt64(24) as EpochNs,
    ordinal: view.getUint16(14),
    endsBatch: (view.getUint8(9) & endsBatchFlag) !== 0,
    payload: bytes.subarray(recordHeaderBytes),
  };
}

/** CRC and length, which have the same place in records and commits of every format version. */
export function checkIntact(bytes: Uint8Array, view: DataView, place: string): void {
  const expected = view.getUint32(0);
  const found = crc32(bytes.subarray(4));
  if (found !== expected) {
    throw new JournalCorrupt(place, `CRC-32 ${hex(found)}`, `${hex(expected)}`);
  }
  const length = view.getUint32(4);
  if (length !== bytes.length) {
    throw new JournalCorrupt(place, `${bytes.length} bytes`, `${length} bytes by its header`);
  }
}

function hex(word: number): string {
  return word.toString(16).padStart(8, '0');
}
