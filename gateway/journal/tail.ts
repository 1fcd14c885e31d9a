// Tables as they are durable: what is in them, and over it what the log has of them behind the last folding.
import type { Disk } from '../../spec/ports/index.ts';
import { commitsBehind, writesOf } from './commit-entry.ts';
import type { RangeOptions } from './face.ts';
import { foldedThrough } from './folding.ts';
import { unseal } from './sealed.ts';
import { type Value, type Waiting, WaitingWrites } from './waiting.ts';

/** With more than so many writes kept, those that were folded meanwhile are let go. */
const keptWrites = 20_000;

type Entry = readonly [Uint8Array, Uint8Array];
const nothing: ReadonlyMap<string, Waiting> = new Map();

/** Reads tables over a disk. Mutable: what it has read of the log. */
export class TableReader {
  readonly #disk: Disk;
  readonly #tables = new Map<string, WaitingWrites>();
  #through = -1;
  #kept = 0;

  constructor(disk: Disk) {
    this.#disk = disk;
  }

  /** From here on it shows what the disk shows now. Throws JournalCorrupt where the log does not read. */
  catchUp(): void {
    const folded = foldedThrough(this.#disk);
    if (folded >= this.#through || this.#kept > keptWrites) {
      this.#tables.clear();
      this.#kept = 0;
      this.#through = folded;
    }
    for (const commit of commitsBehind(this.#disk, this.#through)) {
      this.#through = commit.lastSequence;
      for (const { table, key, value } of writesOf(commit)) {
        let waiting = this.#tables.get(table);
        if (waiting === undefined) {
          waiting = new WaitingWrites();
          this.#tables.set(table, waiting);
        }
        waiting.set(key, value);
        this.#kept += 1;
      }
    }
  }

  /** What the log has of a table and the table has not, by `keyText`. */
  waiting(table: string): ReadonlyMap<string, Waiting> {
    return this.#tables.get(table)?.byKey ?? nothing;
  }

  /** Throws JournalCorrupt for a value whose seal does not hold. */
  get(table: string, key: Uint8Array): Value {
    const waiting = this.#tables.get(table)?.get(key);
    const found = waiting === undefined ? this.#disk.get(table, key) : waiting[1];
    return found === null ? null : unseal(table, key, found);
  }

  /** As `Disk.range`, with the seals checked and taken off. */
  *range(
    table: string,
    from: Uint8Array,
    to: Uint8Array,
    options: RangeOptions = {},
  ): Generator<Entry, void, undefined> {
    for (const [key, found] of this.#sealedRange(table, from, to, options)) {
      yield [key, unseal(table, key, found)];
    }
  }

  *#sealedRange(
    table: string,
    from: Uint8Array,
    to: Uint8Array,
    { limit = Number.MAX_SAFE_INTEGER, reverse = false }: RangeOptions = {},
  ): Generator<Entry, void, undefined> {
    const waiting = this.#tables.get(table)?.within(from, to) ?? [];
    if (waiting.length === 0) return yield* this.#disk.range(table, from, to, { limit, reverse });
    if (reverse) waiting.reverse();
    let left = limit;
    const under = this.#disk.range(table, from, to, { reverse });
    for (const [key, value] of merged(under, waiting, reverse)) {
      if (left <= 0) return;
      if (value === null) continue;
      left -= 1;
      yield [key, value];
    }
  }
}

/** Both in the same order; where both have a key, `over` alone counts. */
function* merged(
  under: Iterable<Entry>,
  over: readonly Waiting[],
  descends: boolean,
): Generator<Waiting, void, undefined> {
  let next = 0;
  for (const entry of under) {
    let isCovered = false;
    for (; next < over.length; next += 1) {
      const waiting = over[next];
      if (waiting === undefined) break;
      const compared = Buffer.compare(waiting[0], entry[0]) * (descends ? -1 : 1);
      if (compared > 0) break;
      isCovered ||= compared === 0;
      yield waiting;
    }
    if (!isCovered) yield entry;
  }
  yield* over.slice(next);
}
