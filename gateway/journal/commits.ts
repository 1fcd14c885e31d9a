// The commit: one group of batches as one atomic write, and a chain of hashes over what was committed.
//
// What a group puts into tables goes into the log with it (commit-entry.ts), and from there into its table later
// (folding.ts): then a commit writes one tree. Snapshots alone go straight to their tables: their parts are large,
// and nobody waits for them.
import { createHash } from 'node:crypto';
import type { Disk, EpochNs } from '../../spec/ports/index.ts';
import { invariant } from '../../spec/proof/index.ts';
import { type DiskWrite, FrameReader, type FramedWrite } from './batch.ts';
import {
  type CommitRecord,
  commitKey,
  draftCommit,
  finishCommit,
  hashBytes,
  logTable,
  newestCommit,
} from './commit-entry.ts';
import { Folding } from './folding.ts';
import { sequenceOfKey } from './keys.ts';
import { decodeStart, removalsBefore, startTable } from './log-start.ts';
import { saysOutOfSpace, textOf } from './problems.ts';
import { unseal } from './sealed.ts';
import { snapshotTables } from './snapshots.ts';

export interface CommitterOptions {
  readonly disk: Disk;
  /** All tables of the journal, in the order that frames count them. */
  readonly tables: readonly string[];
  /** Frees space held back for this moment; false: there was none. */
  readonly releaseReserve: () => boolean;
  /** How far a table may stay behind its log, in sequences. */
  readonly foldBehind?: number;
}

/** Commits groups of frames, one behind the other, each chained to the one before. */
export class Committer {
  readonly #options: CommitterOptions;
  readonly #frames: FrameReader;
  readonly #folding: Folding;
  #lastSequence: number;
  #hash: Uint8Array;

  constructor(options: CommitterOptions) {
    this.#options = options;
    this.#frames = new FrameReader(options.tables);
    this.#folding = new Folding(options.disk, options.foldBehind);
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

  /** Brings all that waits for its table there: a store that is left is whole without its log's tail. */
  settle(): void {
    const writes = this.#folding.rest(this.#lastSequence);
    if (writes.length > 0) this.#options.disk.commit(writes);
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

  /** The mark of where the log begins, and then what goes before it: its tail torn off, the mark is as true. */
  #trimmed({ table, key, value }: DiskWrite): readonly DiskWrite[] {
    if (value === null) throw new Error("the mark of the log's beginning is never taken away");
    const start = decodeStart(unseal(table, key, value));
    return [{ table, key, value }, ...removalsBefore(this.#options.disk, start)];
  }

  #gathered(group: Uint8Array): { writes: DiskWrite[]; commit: CommitRecord } {
    const writes: DiskWrite[] = [];
    const chain = createHash('sha256').update(this.#hash);
    let sequence = this.#lastSequence;
    let newest: Uint8Array | null = null;
    const put: FramedWrite[] = [];
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
      for (const write of frame.puts) {
        if (snapshotTables.includes(write.table)) writes.push(write);
        else if (write.table === startTable) writes.push(...this.#trimmed(write));
        else put.push(write);
      }
    }
    if (newest === null) throw new Error('a group without a record');
    const { bytes, body, writes: kept } = draftCommit(put);
    const tail = new DataView(newest.buffer, newest.byteOffset, newest.byteLength);
    const commit: CommitRecord = {
      records: sequence - this.#lastSequence,
      firstSequence: this.#lastSequence + 1,
      lastSequence: sequence,
      epoch: tail.getUint32(32),
      time: tail.getBigInt64(24) as EpochNs,
      previousHash: this.#hash,
      hash: chain.update(body).digest(),
      body,
    };
    finishCommit(bytes, commit);
    this.#folding.note(kept, sequence);
    writes.push(...this.#folding.due(sequence));
    // Last of all: a commit whose entry is there is there as a whole, whatever a disk does to its tail.
    writes.push({ table: logTable, key: commitKey(sequence), value: bytes });
    return { writes, commit };
  }
}
