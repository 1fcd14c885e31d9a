// The commit: one group of batches as one atomic write, and a chain of hashes over what was committed.
//
// One entry of the table `commits` per commit, under its last sequence:
//    0  u32  CRC-32 over every byte after it        16  u64  first sequence
//    4  u32  length, 112                            24  u64  last sequence
//    8  u8   format version                         32  u32  epoch
//   12  u32  records                                40  i64  time of the last record
//   48  32 B hash of the commit before (zeros for the first)
//   80  32 B SHA-256 over that hash and the bytes of the commit's records, in order
import { createHash } from 'node:crypto';
import { crc32 } from 'node:zlib';
import type { Disk, EpochNs } from '../../spec/ports/index.ts';
import { invariant } from '../../spec/proof/index.ts';
import { type DiskWrite, FrameReader } from './batch.ts';
import { keyAfterAll, sequenceAt, sequenceKey, sequenceOfKey, writeSequence } from './keys.ts';
import { JournalCorrupt, saysOutOfSpace, textOf } from './problems.ts';
import { checkIntact, recordFormatVersion } from './records.ts';

export const logTable = 'log';
export const commitsTable = 'commits';

const commitBytes = 112;
const hashBytes = 32;

export interface CommitRecord {
  readonly records: number;
  readonly firstSequence: number;
  readonly lastSequence: number;
  readonly epoch: number;
  readonly time: EpochNs;
  readonly previousHash: Uint8Array;
  readonly hash: Uint8Array;
}

export interface CommitterOptions {
  readonly disk: Disk;
  /** All tables of the journal, in the order that frames count them. */
  readonly tables: readonly string[];
  /** Frees space held back for this moment; false: there was none. */
  readonly releaseReserve: () => boolean;
}

/** Commits groups of frames, one behind the other, each chained to the one before. */
export class Committer {
  readonly #options: CommitterOptions;
  readonly #frames: FrameReader;
  #lastSequence: number;
  #hash: Uint8Array;

  constructor(options: CommitterOptions) {
    this.#options = options;
    this.#frames = new FrameReader(options.tables);
    const newest = newestCommit(options.disk);
    this.#lastSequence = newest === null ? 0 : newest.lastSequence;
    this.#hash = newest === null ? new Uint8Array(hashBytes) : newest.hash;
  }

  get lastSequence(): number {
    return this.#lastSequence;
  }

  /**
   * Returns the last durable sequence when all of the group is on disk. Throws when nothing of it is. The group's
   * checksums are written into it.
   * A commit refused for space releases the reserve and writes the same group again, once (point 17).
   */
  commit(group: Uint8Array): number {
    const { writes, commit } = this.#gathered(group);
    try {
      this.#options.disk.commit(writes);
    } catch (error) {
      if (!saysOutOfSpace(error) || !this.#options.releaseReserve()) throw error;
      this.#commitAgain(writes, error);
    }
    this.#lastSequence = commit.lastSequence;
    this.#hash = commit.hash;
    return commit.lastSequence;
  }

  /** LMDB's word for a second failure may be another (its environment may be broken): the cause is space. */
  #commitAgain(writes: readonly DiskWrite[], noSpace: unknown): void {
    try {
      this.#options.disk.commit(writes);
    } catch (error) {
      if (saysOutOfSpace(error)) throw error;
      const said = `${textOf(noSpace)}; again, with the reserve released: ${textOf(error)}`;
      throw Object.assign(new Error(said, { cause: error }), { code: 'ENOSPC' });
    }
  }

  #gathered(group: Uint8Array): { writes: DiskWrite[]; commit: CommitRecord } {
    const writes: DiskWrite[] = [];
    const chain = createHash('sha256').update(this.#hash);
    let sequence = this.#lastSequence;
    let newest: Uint8Array | null = null;
    for (const frame of this.#frames.read(group)) {
      for (const record of frame.records) {
        chain.update(record);
        const key = record.subarray(16, 24);
        sequence += 1;
        invariant(sequenceOfKey(key) === sequence, 'I1', {
          text: 'the journal was handed a record out of its turn',
          expected: sequence,
          found: sequenceOfKey(key),
        });
        writes.push({ table: logTable, key, value: record });
        newest = record;
      }
      writes.push(...frame.puts);
    }
    if (newest === null) throw new Error('a group without a record');
    const tail = new DataView(newest.buffer, newest.byteOffset, newest.byteLength);
    const commit: CommitRecord = {
      records: sequence - this.#lastSequence,
      firstSequence: this.#lastSequence + 1,
      lastSequence: sequence,
      epoch: tail.getUint32(32),
      time: tail.getBigInt64(24) as EpochNs,
      previousHash: this.#hash,
      hash: chain.digest(),
    };
    writes.push({ table: commitsTable, key: sequenceKey(sequence), value: encodeCommit(commit) });
    return { writes, commit };
  }
}

/** The newest commit, or null in an empty journal. Throws JournalCorrupt for one that does not read. */
export function newestCommit(disk: Disk): CommitRecord | null {
  const options = { limit: 1, reverse: true };
  for (const [key, value] of disk.range(commitsTable, sequenceKey(0), keyAfterAll, options)) {
    return decodeCommit(key, value);
  }
  return null;
}

export function decodeCommit(key: Uint8Array, bytes: Uint8Array): CommitRecord {
  const place = `commit ${sequenceOfKey(key)}`;
  if (bytes.length !== commitBytes) {
    throw new JournalCorrupt(place, `${bytes.length} bytes`, `${commitBytes} bytes`);
  }
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  checkIntact(bytes, view, place);
  const version = view.getUint8(8);
  if (version !== recordFormatVersion) {
    throw new JournalCorrupt(place, `format version ${version}`, `version ${recordFormatVersion}`);
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
    hash: bytes.slice(80, commitBytes),
  };
}

function encodeCommit(commit: CommitRecord): Uint8Array {
  const bytes = new Uint8Array(commitBytes);
  const view = new DataView(bytes.buffer);
  view.setUint32(4, commitBytes);
  view.setUint8(8, recordFormatVersion);
  view.setUint32(12, commit.records);
  writeSequence(view, 16, commit.firstSequence);
  writeSequence(view, 24, commit.lastSequence);
  view.setUint32(32, commit.epoch);
  view.setBigInt64(40, commit.time);
  bytes.set(commit.previousHash, 48);
  bytes.set(commit.hash, 80);
  view.setUint32(0, crc32(bytes.subarray(4)));
  return bytes;
}
