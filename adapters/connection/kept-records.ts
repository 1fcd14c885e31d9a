// What is kept for a while outside the heap: no collection copies or marks it, however much there is. The oldest go
// first, which is the order of their bytes; a table of hashes finds them by key.

import type { EpochNs } from '../../spec/ports/index.ts';
import { invariant } from '../../spec/proof/index.ts';
import { epochNs } from '../../spec/units/index.ts';
import { type Chunk, chunkOf } from './pen.ts';

const CHUNK_BYTES = 64 * 1024;
/** A longer record is not kept: as much may be lost at a chunk's end. */
const RECORD_BYTES_MOST = CHUNK_BYTES / 8;

/** Before each record: its bytes, until when it is kept, the hashes of its keys. */
const HEAD_BYTES = 4 + 8 + 4 + 4;
const UNTIL = 4;
const FIRST_HASH = 12;
const SECOND_HASH = 16;
/** In place of a record's bytes: the rest of the chunk is not used. */
const CHUNK_ENDS = 0xffff_ffff;

/** A key's hash for a record that has no such key. */
export const NO_KEY = 0;

/** Writes into `chunk` from `at` on, and gives the end of it. */
export type Write = (chunk: Chunk, at: number) => number;
/** Null: it is another's record, with the same hash. */
export type Read<T> = (chunk: Chunk, at: number) => T | null;

/** Mutable: records with one key or two. Two may have the same hash: whoever asks says which is his. */
export class KeptRecords {
  readonly #most: number;
  readonly #table = new PlacesByHash();
  readonly #chunks: Chunk[] = [];
  /** Let go of, for the next that is needed. */
  #spare: Chunk | null = null;
  /** Of the oldest chunk. */
  #firstChunk = 0;
  /** Places count bytes since the start, of whole chunks. */
  #oldest = 0;
  #end = 0;
  #size = 0;

  /** `most`: of more the oldest goes before its time. */
  constructor(most: number) {
    this.#most = most;
  }

  get size(): number {
    return this.#size;
  }

  /** Bytes that are held for records and table. */
  get heldBytes(): number {
    return (
      (this.#chunks.length + (this.#spare === null ? 0 : 1)) * CHUNK_BYTES + this.#table.heldBytes
    );
  }

  /** `write` needs `bytesMost` at most. False: that is too much, and nothing is kept. */
  add(bytesMost: number, write: Write, until: EpochNs, keys: readonly [number, number]): boolean {
    if (bytesMost > RECORD_BYTES_MOST) return false;
    const [firstHash, secondHash] = keys;
    const [chunk, at] = this.#room(HEAD_BYTES + bytesMost);
    const end = write(chunk, at + HEAD_BYTES);
    chunk.view.setUint32(at, end - at - HEAD_BYTES);
    chunk.view.setBigInt64(at + UNTIL, until);
    chunk.view.setUint32(at + FIRST_HASH, firstHash);
    chunk.view.setUint32(at + SECOND_HASH, secondHash);
    this.#table.add(firstHash, this.#end);
    if (secondHash !== NO_KEY) this.#table.add(secondHash, this.#end);
    this.#end += end - at;
    this.#size += 1;
    return true;
  }

  /** What `read` makes of a record under this hash: of the first that is his who asks. */
  find<T>(hash: number, read: Read<T>): T | null {
    return this.#table.first(hash, (place) => {
      const [chunk, at] = this.#at(place);
      return read(chunk, at + HEAD_BYTES);
    });
  }

  /** The same, and it is kept no more. */
  take<T>(hash: number, read: Read<T>): { found: T; until: EpochNs } | null {
    return this.#table.first(hash, (place) => {
      const [chunk, at] = this.#at(place);
      const found = read(chunk, at + HEAD_BYTES);
      if (found === null) return null;
      this.#unlist(place);
      return { found, until: epochNs(chunk.view.getBigInt64(at + UNTIL)) };
    });
  }

  /** Lets go of those whose time has come, and of the oldest where there are too many. */
  expire(now: EpochNs): void {
    while (this.#oldest < this.#end) {
      const [chunk, at] = this.#at(this.#oldest);
      const bytes = chunk.view.getUint32(at);
      if (bytes === CHUNK_ENDS) {
        this.#oldest += CHUNK_BYTES - at;
        continue;
      }
      if (chunk.view.getBigInt64(at + UNTIL) > now && this.#size <= this.#most) break;
      this.#unlist(this.#oldest);
      this.#oldest += HEAD_BYTES + bytes;
    }
    this.#letGo();
  }

  /** One that was taken before is in the table no more. */
  #unlist(place: number): void {
    const [chunk, at] = this.#at(place);
    const second = chunk.view.getUint32(at + SECOND_HASH);
    if (!this.#table.remove(chunk.view.getUint32(at + FIRST_HASH), place)) return;
    if (second !== NO_KEY) this.#table.remove(second, place);
    this.#size -= 1;
  }

  #at(place: number): readonly [Chunk, number] {
    const at = place % CHUNK_BYTES;
    const chunk = this.#chunks[(place - at) / CHUNK_BYTES - this.#firstChunk];
    invariant(chunk !== undefined, 'I2', { text: 'a kept record lies in no chunk', place });
    return [chunk, at];
  }

  /** Where `bytes` can be written: `#end` is there. A chunk has room left for the mark of its end, or is full. */
  #room(bytes: number): readonly [Chunk, number] {
    const at = this.#end % CHUNK_BYTES;
    if (at !== 0 && CHUNK_BYTES - at < bytes + 4) {
      const [full] = this.#at(this.#end);
      full.view.setUint32(at, CHUNK_ENDS);
      this.#end += CHUNK_BYTES - at;
    }
    if (this.#end % CHUNK_BYTES === 0) {
      this.#chunks.push(this.#spare ?? chunkOf(CHUNK_BYTES));
      this.#spare = null;
    }
    return this.#at(this.#end);
  }

  #letGo(): void {
    while ((this.#firstChunk + 1) * CHUNK_BYTES <= this.#oldest) {
      this.#spare = this.#chunks.shift() ?? null;
      this.#firstChunk += 1;
    }
  }
}

/** Places of a new table; a power of two. */
const FIRST_PLACES = 1_024;
/** A table is at most so full: then a look at it sees two places on average. */
const FULLEST = 0.5;
const EMPTY = 0;

/** Mutable: by linear probing; several places may have one hash. */
class PlacesByHash {
  #hashes = new Uint32Array(FIRST_PLACES);
  #places = new Float64Array(FIRST_PLACES);
  #count = 0;

  get heldBytes(): number {
    return this.#hashes.byteLength + this.#places.byteLength;
  }

  add(hash: number, place: number): void {
    if (this.#count + 1 > this.#hashes.length * FULLEST) this.#grow();
    this.#put(hash, place);
    this.#count += 1;
  }

  /** What `of` makes of a place under this hash: of the first that it is not null for. It may remove that one. */
  first<T>(hash: number, of: (place: number) => T | null): T | null {
    const mask = this.#hashes.length - 1;
    for (let at = hash & mask; this.#hashes[at] !== EMPTY; at = (at + 1) & mask) {
      if (this.#hashes[at] !== hash) continue;
      const made = of(this.#places[at] ?? 0);
      if (made !== null) return made;
    }
    return null;
  }

  /** False: it was not there. */
  remove(hash: number, place: number): boolean {
    const mask = this.#hashes.length - 1;
    for (let at = hash & mask; this.#hashes[at] !== EMPTY; at = (at + 1) & mask) {
      if (this.#hashes[at] !== hash || this.#places[at] !== place) continue;
      this.#close(at);
      this.#count -= 1;
      return true;
    }
    return false;
  }

  /** What was put behind this place because it was taken moves up: no look may end before it. */
  #close(gap: number): void {
    const hashes = this.#hashes;
    const mask = hashes.length - 1;
    let empty = gap;
    for (let at = (gap + 1) & mask; hashes[at] !== EMPTY; at = (at + 1) & mask) {
      const hash = hashes[at] ?? EMPTY;
      const fromHome = (at - hash) & mask;
      if (fromHome < ((at - empty) & mask)) continue;
      hashes[empty] = hash;
      this.#places[empty] = this.#places[at] ?? 0;
      empty = at;
    }
    hashes[empty] = EMPTY;
  }

  #put(hash: number, place: number): void {
    const mask = this.#hashes.length - 1;
    let at = hash & mask;
    while (this.#hashes[at] !== EMPTY) at = (at + 1) & mask;
    this.#hashes[at] = hash;
    this.#places[at] = place;
  }

  #grow(): void {
    const [hashes, places] = [this.#hashes, this.#places];
    this.#hashes = new Uint32Array(hashes.length * 2);
    this.#places = new Float64Array(hashes.length * 2);
    for (const [index, hash] of hashes.entries()) {
      if (hash !== EMPTY) this.#put(hash, places[index] ?? 0);
    }
  }
}
