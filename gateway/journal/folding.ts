// What the log holds of the tables is brought into them many writes at a time: each table is a tree, and a commit
// that touches one writes its whole path anew. With all tables in each commit an order in wrote 63 KB, where its log
// alone writes 22.
//
// How far that has come is in a table of its own, written in the same transaction. Behind it the log has the rest, and
// whoever reads a table looks there first (tail.ts).
import type { Disk } from '../../spec/ports/index.ts';
import type { DiskWrite } from './batch.ts';
import { commitsBehind, writesOf } from './commit-entry.ts';
import { sequenceKey, sequenceOfKey } from './keys.ts';
import { sealed, unseal } from './sealed.ts';

export const foldedTable = 'folded';
export const foldedKey = new Uint8Array([1]);

/** Waiting for one table: about eight orders' worth, a fifth of a millisecond of one commit. */
const foldAt = 64;
/** What a reader or a start reads of the log at most, in sequences: a table that is seldom written goes by this. */
const mostBehind = 4_096;

/** All writes of commits up to this sequence are in their tables; 0 in a new journal. */
export function foldedThrough(disk: Disk): number {
  const value = disk.get(foldedTable, foldedKey);
  return value === null ? 0 : sequenceOfKey(unseal(foldedTable, foldedKey, value));
}

interface Waiting {
  /** By key; of several writes of one key the last. */
  readonly writes: Map<string, DiskWrite>;
  /** The last sequence of the first commit that is waiting. */
  since: number;
}

/** Mutable: what is in the log and not yet in its table. */
export class Folding {
  readonly #waiting = new Map<string, Waiting>();

  readonly #foldBehind: number;

  /** As the last process left it. `foldBehind`: how far a table may stay behind its log, in sequences. */
  constructor(disk: Disk, foldBehind: number = mostBehind) {
    this.#foldBehind = foldBehind;
    for (const commit of commitsBehind(disk, foldedThrough(disk))) {
      this.note(writesOf(commit), commit.lastSequence);
    }
  }

  /** The writes' bytes stay as they are. */
  note(writes: readonly DiskWrite[], lastSequence: number): void {
    for (const write of writes) {
      let waiting = this.#waiting.get(write.table);
      if (waiting === undefined) {
        waiting = { writes: new Map(), since: lastSequence };
        this.#waiting.set(write.table, waiting);
      }
      waiting.writes.set(keyText(write.key), write);
    }
  }

  /** The writes of the table whose turn it is, if one's is, with how far that brings it: for the commit at hand. */
  due(lastSequence: number): readonly DiskWrite[] {
    let name: string | null = null;
    let most = foldAt - 1;
    for (const [table, { writes, since }] of this.#waiting) {
      const isOld = since <= lastSequence - this.#foldBehind;
      const weight = isOld ? Number.MAX_SAFE_INTEGER : writes.size;
      if (weight <= most) continue;
      most = weight;
      name = table;
    }
    return name === null ? [] : this.#taken(name, lastSequence);
  }

  /** All that waits, for a store that is left. */
  rest(lastSequence: number): readonly DiskWrite[] {
    const names = [...this.#waiting.keys()];
    return names.flatMap((name) => this.#taken(name, lastSequence));
  }

  #taken(table: string, lastSequence: number): readonly DiskWrite[] {
    const taken = this.#waiting.get(table);
    if (taken === undefined) return [];
    this.#waiting.delete(table);
    let through = lastSequence;
    for (const { since } of this.#waiting.values()) through = Math.min(through, since - 1);
    const value = sealed(foldedTable, foldedKey, sequenceKey(through));
    return [...taken.writes.values(), { table: foldedTable, key: foldedKey, value }];
  }
}

/** Bytes as a text that is the same for the same bytes. */
export function keyText(key: Uint8Array): string {
  return Buffer.from(key.buffer, key.byteOffset, key.byteLength).toString('latin1');
}
