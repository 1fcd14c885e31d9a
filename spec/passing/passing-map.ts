// A map of what comes and goes: open orders, requests on their way.
//
// V8 makes a Map's table anew each time that deleted entries fill it, and leaves in the old table where the new one is.
// One old table that has lived long enough to be promoted so keeps every table behind it, with all that was in them,
// until all of the heap is collected. With 5 entries there at a time a Map cost 427 promoted bytes an entry and 0.83 us;
// one that is put into a new Map now and then 23 bytes and 0.33 us.

/** Put into a new Map when so many have gone, and more than are left. */
const RENEWED_FROM = 64;
/** A larger one fills its table seldom, and would take long to copy. */
const RENEWED_MOST = 1_024;

/** Mutable. Whoever walks it while he deletes may be shown what went meanwhile: it is safe to delete what was shown. */
export class PassingMap<K, V> implements ReadonlyMap<K, V> {
  #map: Map<K, V>;
  /** Deleted since the map is there. */
  #gone = 0;

  constructor(entries: Iterable<readonly [K, V]> = []) {
    this.#map = new Map(entries);
  }

  get size(): number {
    return this.#map.size;
  }

  get(key: K): V | undefined {
    return this.#map.get(key);
  }

  has(key: K): boolean {
    return this.#map.has(key);
  }

  set(key: K, value: V): void {
    this.#map.set(key, value);
  }

  delete(key: K): void {
    if (!this.#map.delete(key)) return;
    this.#gone += 1;
    const { size } = this.#map;
    if (this.#gone < RENEWED_FROM || this.#gone <= size || size > RENEWED_MOST) return;
    this.#map = new Map(this.#map);
    this.#gone = 0;
  }

  clear(): void {
    this.#map = new Map();
    this.#gone = 0;
  }

  values(): MapIterator<V> {
    return this.#map.values();
  }

  keys(): MapIterator<K> {
    return this.#map.keys();
  }

  entries(): MapIterator<[K, V]> {
    return this.#map.entries();
  }

  [Symbol.iterator](): MapIterator<[K, V]> {
    return this.#map.entries();
  }

  forEach(visit: (value: V, key: K, all: ReadonlyMap<K, V>) => void): void {
    for (const [key, value] of this.#map) visit(value, key, this);
  }
}
