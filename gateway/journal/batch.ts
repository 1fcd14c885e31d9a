// One decision's writes as one run of bytes: made on the main thread, taken apart and sealed where they are committed.
//
//    0  u32  length of the frame, all included
//    4  u32  bytes of records
//    8  u32  puts
//   12       records, one behind the other, their CRC-32 still to come; then each put:
//            u8 table, u8 1 = remove, u16 key bytes, u32 value bytes (seal included), key, value, room for the seal
//
// Checksums are worked out in the journal's thread, over the bytes that it is about to write: 26 of them an order
// were 6 % of the desk's thread.
import type { Disk, EpochNs } from '../../spec/ports/index.ts';
import { type KeyParts, type Part, roomFor, writeKey, writePart } from './keys.ts';
import {
  markerType,
  maxRecordsPerBatch,
  recordHeaderBytes,
  sealRecord,
  writeRecord,
} from './records.ts';
import { sealBytes, sealValue, tableSeed } from './sealed.ts';

/** LMDB's own bound on a key is 1,978 bytes at a page of 4 KiB. */
const maxKeyBytes = 1024;
const frameHeaderBytes = 12;
export const putHeaderBytes = 8;
const noBytes = new Uint8Array(0);

/** What one decision writes: all of it becomes durable, or none. */
export interface JournalBatch {
  /** The journal's `nextSequence`; the records take it and those behind it, in order. */
  readonly firstSequence: number;
  readonly time: EpochNs;
  readonly records: readonly BatchRecord[];
  readonly puts: readonly BatchPut[];
}

export interface BatchRecord {
  /** 1 to 65535: which message the payload is. */
  readonly type: number;
  readonly schemaVersion: number;
  readonly payload: Uint8Array;
}

export interface BatchPut {
  readonly table: string;
  readonly key: Uint8Array | KeyParts;
  /** By its parts, its texts without an end; null removes the key. */
  readonly value: Uint8Array | readonly Part[] | null;
}

export type DiskWrite = Parameters<Disk['commit']>[0][number];

/** The last sequence that `batch` takes: a batch of puts alone takes one, for its marker. */
export function lastSequenceOf(batch: JournalBatch): number {
  return batch.firstSequence + Math.max(batch.records.length, 1) - 1;
}

/** Encodes batches into one buffer that grows to the largest of them. */
export class FrameEncoder {
  readonly #tables: ReadonlyMap<string, number>;
  readonly #epoch: number;
  readonly #maxBytes: number;
  #bytes = new Uint8Array(65_536);
  #view = new DataView(this.#bytes.buffer);

  constructor(tables: readonly string[], epoch: number, maxBytes: number) {
    this.#tables = new Map(tables.map((table, index) => [table, index]));
    this.#epoch = epoch;
    this.#maxBytes = maxBytes;
  }

  /** The frame, valid until the next call. Throws, and names it, for what no journal can hold. */
  encode(batch: JournalBatch): Uint8Array {
    const { records } = batch;
    if (records.length > maxRecordsPerBatch) {
      throw new Error(`${records.length} records in one batch: ${maxRecordsPerBatch} fit`);
    }
    let at = frameHeaderBytes;
    if (records.length === 0)
      at = this.#record(at, batch, { type: markerType, schemaVersion: 0, payload: noBytes }, 0);
    for (let index = 0; index < records.length; index += 1) {
      const record = records[index];
      if (record === undefined) break;
      checkType(record.type);
      at = this.#record(at, batch, record, index);
    }
    const recordBytes = at - frameHeaderBytes;
    for (const put of batch.puts) at = this.#put(at, put);
    this.#view.setUint32(0, at);
    this.#view.setUint32(4, recordBytes);
    this.#view.setUint32(8, batch.puts.length);
    return this.#bytes.subarray(0, at);
  }

  #record(at: number, batch: JournalBatch, record: BatchRecord, ordinal: number): number {
    this.#reserve(at, recordHeaderBytes + record.payload.length);
    return writeRecord(this.#bytes, this.#view, at, {
      sequence: batch.firstSequence + ordinal,
      type: record.type,
      schemaVersion: record.schemaVersion,
      epoch: this.#epoch,
      time: batch.time,
      ordinal,
      endsBatch: ordinal >= batch.records.length - 1,
      payload: record.payload,
    });
  }

  #put(at: number, { table: name, key, value }: BatchPut): number {
    const table = this.#tables.get(name);
    if (table === undefined) throw new Error(`the journal was opened without a table "${name}"`);
    this.#reserve(at, putHeaderBytes + roomOf(key) + roomOf(value) + sealBytes);
    const keyAt = at + putHeaderBytes;
    const valueAt = ArrayBuffer.isView(key)
      ? writePart(this.#bytes, this.#view, keyAt, key)
      : writeKey(this.#bytes, this.#view, keyAt, key);
    const keyBytes = valueAt - keyAt;
    if (keyBytes === 0 || keyBytes > maxKeyBytes) {
      throw new Error(`a key of ${keyBytes} bytes in ${name}: 1 to ${maxKeyBytes} fit`);
    }
    let end = valueAt;
    if (ArrayBuffer.isView(value)) end = writePart(this.#bytes, this.#view, end, value);
    else if (value !== null) {
      for (const part of value) end = writePart(this.#bytes, this.#view, end, part);
    }
    if (value !== null) end += sealBytes;
    this.#view.setUint8(at, table);
    this.#view.setUint8(at + 1, value === null ? 1 : 0);
    this.#view.setUint16(at + 2, keyBytes);
    this.#view.setUint32(at + 4, end - valueAt);
    return end;
  }

  /** Room for so many bytes at `at`, at most: what is there already stays. */
  #reserve(at: number, bytes: number): void {
    const needed = at + bytes;
    if (needed <= this.#bytes.length) return;
    if (needed > this.#maxBytes) {
      throw new Error(`a batch of ${needed} bytes: the journal's bound is ${this.#maxBytes}`);
    }
    const larger = new Uint8Array(
      Math.min(this.#maxBytes, Math.max(needed, this.#bytes.length * 2)),
    );
    larger.set(this.#bytes.subarray(0, at));
    this.#bytes = larger;
    this.#view = new DataView(larger.buffer);
  }
}

/** An upper bound on the bytes of a key or value. */
function roomOf(value: BatchPut['key'] | BatchPut['value']): number {
  if (value === null) return 0;
  if (ArrayBuffer.isView(value)) return value.length;
  let room = 0;
  for (const part of value) room += roomFor(part);
  return room;
}

/** A write, and all of it as the frame has it. */
export interface FramedWrite extends DiskWrite {
  readonly framed: Uint8Array;
}

/** A frame taken apart: its records' bytes, and all of its writes but theirs. */
export interface Frame {
  readonly records: readonly Uint8Array[];
  readonly puts: readonly FramedWrite[];
}

/** Takes groups of frames apart, and writes their checksums where they belong. */
export class FrameReader {
  readonly #tables: readonly { readonly name: string; readonly seed: number }[];

  constructor(tables: readonly string[]) {
    this.#tables = tables.map((name) => ({ name, seed: tableSeed(name) }));
  }

  /** The frames of one group, in the order in which they were appended; views of it. */
  read(group: Uint8Array): Frame[] {
    const view = new DataView(group.buffer, group.byteOffset, group.byteLength);
    const frames: Frame[] = [];
    for (let at = 0; at < group.length; at += view.getUint32(at)) {
      frames.push(this.#frame(group, view, at));
    }
    return frames;
  }

  #frame(group: Uint8Array, view: DataView, start: number): Frame {
    const records: Uint8Array[] = [];
    const recordsEnd = start + frameHeaderBytes + view.getUint32(start + 4);
    let at = start + frameHeaderBytes;
    while (at < recordsEnd) {
      const end = sealRecord(group, view, at);
      records.push(group.subarray(at, end));
      at = end;
    }
    const puts: FramedWrite[] = [];
    for (let left = view.getUint32(start + 8); left > 0; left -= 1) {
      const table = this.#tables[view.getUint8(at)];
      if (table === undefined) throw new Error(`no table ${view.getUint8(at)} in this journal`);
      const removes = view.getUint8(at + 1) === 1;
      const keyAt = at + putHeaderBytes;
      const valueAt = keyAt + view.getUint16(at + 2);
      const end = valueAt + view.getUint32(at + 4);
      const key = group.subarray(keyAt, valueAt);
      if (!removes) sealValue(table.seed, group, view, keyAt, end);
      const value = removes ? null : group.subarray(valueAt, end);
      puts.push({ table: table.name, key, value, framed: group.subarray(at, end) });
      at = end;
    }
    return { records, puts };
  }
}

function checkType(type: number): void {
  if (!Number.isInteger(type) || type <= markerType || type > 65_535) {
    throw new Error(`record type ${type}: 1 to 65535 are for events`);
  }
}
