// What the log has of one table and the table has not: by key, and in the order of keys for whoever reads a stretch of it.
import { keyText } from './folding.ts';

/** Null: removed. */
export type Value = Uint8Array | null;
export type Waiting = readonly [key: Uint8Array, value: Value];

/** More new keys than so many are sorted together with the rest; fewer find their places one by one. */
const SORTED_TOGETHER = 64;

/** Mutable. Keys as texts (`keyText`) sort as their bytes do. */
export class WaitingWrites {
  readonly #byKey = new Map<string, Waiting>();
  /** All keys but the newest, ascending: a resend of a million messages reads ten thousand stretches. */
  #sorted: string[] = [];
  #fresh: string[] = [];

  /** By `keyText`. */
  get byKey(): ReadonlyMap<string, Waiting> {
    return this.#byKey;
  }

  get(key: Uint8Array): Waiting | undefined {
    return this.#byKey.get(keyText(key));
  }

  set(key: Uint8Array, value: Value): void {
    const text = keyText(key);
    if (!this.#byKey.has(text)) this.#fresh.push(text);
    this.#byKey.set(text, [key, value]);
  }

  /** Those with from <= key < to, ascending. */
  within(from: Uint8Array, to: Uint8Array): Waiting[] {
    this.#sort();
    const end = placeOf(this.#sorted, keyText(to));
    const found: Waiting[] = [];
    for (let at = placeOf(this.#sorted, keyText(from)); at < end; at += 1) {
      const one = this.#byKey.get(this.#sorted[at] ?? '');
      if (one !== undefined) found.push(one);
    }
    return found;
  }

  #sort(): void {
    if (this.#fresh.length > SORTED_TOGETHER)
      this.#sorted = [...this.#sorted, ...this.#fresh].sort();
    else for (const key of this.#fresh) this.#sorted.splice(placeOf(this.#sorted, key), 0, key);
    if (this.#fresh.length > 0) this.#fresh = [];
  }
}

/** Of the first key that is not below `key`. */
function placeOf(sorted: readonly string[], key: string): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? '') < key) low = middle + 1;
    else high = middle;
  }
  return low;
}
