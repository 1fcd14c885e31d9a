// Proves a run of the log as it goes by: every record in its place and whole, every commit chained to the one before.
import { createHash } from 'node:crypto';
import { type CommitRecord, commitKey, decodeCommit } from './commit-entry.ts';
import { sequenceKey } from './keys.ts';
import type { LogStart } from './log-start.ts';
import { JournalCorrupt } from './problems.ts';
import { type JournalRecord, recordHeaderBytes } from './records.ts';
import { readPlaced } from './reading.ts';

/** Mutable: how far the chain has been followed. */
export class ChainCheck {
  #next: number;
  #hash: Uint8Array;
  #first: number;
  #records: Uint8Array[] = [];
  #endsBatch = false;

  constructor({ firstSequence, previousHash }: LogStart) {
    this.#next = firstSequence;
    this.#first = firstSequence;
    this.#hash = previousHash;
  }

  /** Of the last commit. */
  get hash(): Uint8Array {
    return this.#hash;
  }

  /** Of the last commit; what is behind it has none yet. */
  get lastSequence(): number {
    return this.#first - 1;
  }

  get isWithinCommit(): boolean {
    return this.#records.length > 0;
  }

  /** The next record. Throws JournalCorrupt if it is another, or damaged. */
  record(bytes: Uint8Array): JournalRecord {
    if (bytes.length < recordHeaderBytes) {
      throw new JournalCorrupt(`record ${this.#next}`, `${bytes.length} bytes`, 'a whole record');
    }
    const record = readPlaced(sequenceKey(this.#next), bytes);
    this.#next += 1;
    this.#records.push(bytes);
    this.#endsBatch = record.endsBatch;
    return record;
  }

  /** The commit of the records before it, in its table's format. Throws JournalCorrupt if it is not theirs. */
  commit(bytes: Uint8Array, format: 1 | 2): CommitRecord {
    const last = this.#next - 1;
    const commit = decodeCommit(format === 1 ? sequenceKey(last) : commitKey(last), bytes);
    const place = `commit ${last}`;
    if (commit.firstSequence !== this.#first) {
      throw new JournalCorrupt(place, `first sequence ${commit.firstSequence}`, `${this.#first}`);
    }
    if (!this.#endsBatch) {
      throw new JournalCorrupt(place, 'its last record does not end a batch', 'whole batches');
    }
    checkSame(place, 'previous hash', commit.previousHash, this.#hash);
    const chain = createHash('sha256').update(this.#hash);
    for (const record of this.#records) chain.update(record);
    checkSame(place, 'hash', commit.hash, chain.update(commit.body).digest());
    this.#first = this.#next;
    this.#hash = commit.hash;
    this.#records = [];
    return commit;
  }
}

function checkSame(place: string, what: string, found: Uint8Array, expected: Uint8Array): void {
  if (Buffer.compare(found, expected) === 0) return;
  const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex');
  throw new JournalCorrupt(place, `${what} ${hex(found)}`, hex(expected));
}
