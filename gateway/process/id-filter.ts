// Which ids are certainly new: a set of their hashes. A look-up in the journal for each order's ClOrdID was 2 % of
// the desk's thread with tables that were written at once, and more with tables that are behind their log.

import { textHash } from '../../spec/passing/index.ts';

/** Places of a new filter; a power of two. */
const firstPlaces = 1_024;
/** A filter is at most so full: then a look at it sees two places on average. */
const fullest = 0.5;

/** Mutable: a table of 32-bit hashes, by linear probing. One id in 4 million is thought to be there at 1,000. */
export class IDFilter {
  #places = new Uint32Array(firstPlaces);
  #count = 0;

  add(id: string): void {
    if (this.#count + 1 > this.#places.length * fullest) this.#grow();
    if (insert(this.#places, textHash(id))) this.#count += 1;
  }

  /** False: it was not added. True: it was, or, rarely, another with the same hash. */
  mayHave(id: string): boolean {
    const places = this.#places;
    const hash = textHash(id);
    for (let at = hash & (places.length - 1); ; at = (at + 1) & (places.length - 1)) {
      const found = places[at];
      if (found === hash) return true;
      if (found === 0) return false;
    }
  }

  #grow(): void {
    const larger = new Uint32Array(this.#places.length * 2);
    for (const hash of this.#places) if (hash !== 0) insert(larger, hash);
    this.#places = larger;
  }
}

/** False: it was there. */
function insert(places: Uint32Array, hash: number): boolean {
  for (let at = hash & (places.length - 1); ; at = (at + 1) & (places.length - 1)) {
    const found = places[at];
    if (found === hash) return false;
    if (found !== 0) continue;
    places[at] = hash;
    return true;
  }
}
