// One decision's writes as one run of bytes: made on the main thread, taken apart where they are committed.
//
//    0  u32  length of the frame, all included
//    4  u32  bytes of records
//    8  u32  puts
//   12       records, one behind the other; then each put:
//            u8 table, u8 1 = remove, u16 key bytes, u32 value bytes (seal included), key, value, seal
import type { Disk, EpochNs } from '../../spec/ports/index.ts';
import { markerType, maxRecordsPerBatch, recordHeaderBytes, writeRecord } from './records.ts';
import { sealBytes, sealOf, tableSeed } from './sealed.ts';

/** LMDB's own bound on a key is 1,978 bytes at a page of 4 KiB. */
const maxKeyBytes = 1024;
const frameHeaderBytes = 12;
const putHeaderBytes = 8;
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
  readonly key: Uint8Array;
  /** Null removes the key. */
  readonly value: Uint8Array | null;
}

export type DiskWrite = Parameters<Disk['commit']>[0][number];

/** The last sequence that `batch` takes: a batch of puts alone takes one, for its marker. */
export function lastSequenceOf(batch: JournalBatch): number {
  return batch.firstSequence + Math.max(batch.records.length, 1) - 1;
}

/** Encodes batches into one buffer that grows to the largest of them. */
export class FrameEncoder {
  readonly #tables: ReadonlyMap<string, { readonly index: number; readonly seed: number }>;
  readonly #epoch: number;
  readonly #maxBytes: number;
  #bytes = new Uint8Array(65_536);
  #view = new DataView(this.#bytes.buffer);

  constructor(tables: readonly string[], epoch: number, maxBytes: number) {
    this.#tables = new Map(
      tables.map((table, index) => [table, { index, seed: tableSeed(table) }]),
    );
    this.#epoch = epoch;
    this.#maxBytes = maxBytes;
  }

  /** The frame, valid until the next call. Throws, and names it, for what no journal can hold. */
  encode(batch: JournalBatch): Uint8Array {
    this.#reserve(measured(batch));
    let at = frameHeaderBytes;
    const last = batch.records.length - 1;
    if (last < 0)
      at = this.#record(at, batch, { type: markerType, schemaVersion: 0, payload: noBytes }, 0);
    for (let index = 0; index <= last; index += 1) {
      const record = batch.records[index];
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

  #put(at: number, put: BatchPut): number {
    const table = this.#tables.get(put.table);
    if (table === undefined)
      throw new Error(`the journal was opened without a table "${put.table}"`);
    if (put.key.length === 0 || put.key.length > maxKeyBytes) {
      throw new Error(`a key of ${put.key.length} bytes in ${put.table}: 1 to ${maxKeyBytes} fit`);
    }
    const view = this.#view;
    view.setUint8(at, table.index);
    view.setUint8(at + 1, put.value === null ? 1 : 0);
    view.setUint16(at + 2, put.key.length);
    view.setUint32(at + 4, put.value === null ? 0 : put.value.length + sealBytes);
    const key = at + putHeaderBytes;
    this.#bytes.set(put.key, key);
    const value = key + put.key.length;
    if (put.value === null) return value;
    this.#bytes.set(put.value, value);
    const seal = value + put.value.length;
    view.setUint32(seal, sealOf(table.seed, put.key, put.value));
    return seal + sealBytes;
  }

  #reserve(bytes: number): void {
    if (bytes > this.#maxBytes) {
      throw new Error(`a batch of ${bytes} bytes: the journal's bound is ${this.#maxBytes}`);
    }
    if (bytes <= this.#bytes.length) return;
    this.#bytes = new Uint8Array(Math.min(this.#maxBytes, Math.max(bytes, this.#bytes.length * 2)));
    this.#view = new DataView(this.#bytes.buffer);
  }
}

/** A frame taken apart: its records' bytes, and all of its writes but theirs. */
export interface Frame {
  readonly records: readonly Uint8Array[];
  readonly puts: readonly DiskWrite[];
}

/** The frames of one group, in the order in which they were appended. */
export function readFrames(group: Uint8Array, tables: readonly string[]): Frame[] {
  const view = new DataView(group.buffer, group.byteOffset, group.byteLength);
  const frames: Frame[] = [];
  for (let at = 0; at < group.length; at += view.getUint32(at)) {
    frames.push(readFrame(group, view, at, tables));
  }
  return frames;
}

function readFrame(
  group: Uint8Array,
  view: DataView,
  start: number,
  tables: readonly string[],
): Frame {
  const records: Uint8Array[] = [];
  const recordsEnd = start + frameHeaderBytes + view.getUint32(start + 4);
  let at = start + frameHeaderBytes;
  while (at < recordsEnd) {
    const end = at + view.getUint32(at + 4);
    records.push(group.subarray(at, end));
    at = end;
  }
  const puts: DiskWrite[] = [];
  for (let left = view.getUint32(start + 8); left > 0; left -= 1) {
    const table = tables[view.getUint8(at)];
    if (table === undefined) throw new Error(`no table ${view.getUint8(at)} in this journal`);
    const removes = view.getUint8(at + 1) === 1;
    const keyEnd = at + putHeaderBytes + view.getUint16(at + 2);
    const end = keyEnd + view.getUint32(at + 4);
    const key = group.subarray(at + putHeaderBytes, keyEnd);
    puts.push({ table, key, value: removes ? null : group.subarray(keyEnd, end) });
    at = end;
  }
  return { records, puts };
}

function measured(batch: JournalBatch): number {
  if (batch.records.length > maxRecordsPerBatch) {
    throw new Error(`${batch.records.length} records in one batch: ${maxRecordsPerBatch} fit`);
  }
  let bytes = frameHeaderBytes + (batch.records.length === 0 ? recordHeaderBytes : 0);
  for (const record of batch.records) bytes += recordHeaderBytes + record.payload.length;
  for (const put of batch.puts) {
    bytes +=
      putHeaderBytes + put.key.length + (put.value === null ? 0 : put.value.length + sealBytes);
  }
  return bytes;
}

function checkType(type: number): void {
  if (!Number.isInteger(type) || type <= markerType || type > 65_535) {
    throw new Error(`record type ${type}: 1 to 65535 are for events`);
  }
}
