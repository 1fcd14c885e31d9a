// Texts that are kept for a while outside the heap: no collection copies or marks them, however many there are.
// The oldest go first, which is the order of their bytes; a table of hashes finds them by key.

import type { EpochNs } from '../../spec/ports/index.ts';
import { invariant } from '../../spec/proof/index.ts';
import { epochNs } from '../../spec/units/index.ts';

const CHUNK_BYTES = 64 * 1024;
/** A longer text is not kept: most of a chunk could be lost at its end. */
const TEXT_BYTES_MOST = CHUNK_BYTES / 8;
/** Of UTF-8 for one of UTF-16. */
const BYTES_MOST_A_UNIT = 3;

/** Before each text: its bytes, until when it is kept, the hashes of its keys. */
const HEAD_BYTES = 4 + 8 + 4 + 4;
const UNTIL = 4;
const FIRST_HASH = 12;
const SECOND_HASH = 16;
/** In place of a text's bytes: the rest of the chunk is not used. */
const CHUNK_ENDS = 0xffff_ffff;

/** A key's hash for a text that has no such key. */
export const NO_KEY = 0;

/** Mutable: texts with one key or two. Two texts may have the same hash: whoever asks says which is his. */
export class KeptTexts {
  readonly #most: number;
  readonly #table = new PlacesByHash();
  readonly #chunks: Buffer[] = [];
  /** Let go of, for the next that is needed. */
  #spare: Buffer | null = null;
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

  /** Bytes that are held for texts and table. */
  get heldBytes(): number {
    return (
      (this.#chunks.length + (this.#spare === null ? 0 : 1)) * CHUNK_BYTES + this.#table.heldBytes
    );
  }

  /** False: it is too long, and is not kept. */
  add(text: string, until: EpochNs, firstHash: number, secondHash: number): boolean {
    const bytesMost = text.length * BYTES_MOST_A_UNIT;
    if (bytesMost > TEXT_BYTES_MOST) return false;
    const [chunk, at] = this.#room(HEAD_BYTES + bytesMost);
    const bytes = chunk.write(text, at + HEAD_BYTES, 'utf8');
    chunk.writeUInt32LE(bytes, at);
    chunk.writeBigInt64LE(until, at + UNTIL);
    chunk.writeUInt32LE(firstHash, at + FIRST_HASH);
    chunk.writeUInt32LE(secondHash, at + SECOND_HASH);
    this.#table.add(firstHash, this.#end);
    if (secondHash !== NO_KEY) this.#table.add(secondHash, this.#end);
    this.#end += HEAD_BYTES + bytes;
    this.#size += 1;
    return true;
  }

  /** What `read` makes of a text under this hash: of the first that it is not null for. */
  find<T>(hash: number, read: (text: string) => T | null): T | null {
    return this.#table.first(hash, (place) => read(this.#text(place)));
  }

  /** The same, and it is kept no more. */
  take<T>(hash: number, read: (text: string) => T | null): { found: T; until: EpochNs } | null {
    return this.#table.first(hash, (place) => {
      const found = read(this.#text(place));
      if (found === null) return null;
      const [chunk, at] = this.#at(place);
      this.#unlist(place);
      return { found, until: epochNs(chunk.readBigInt64LE(at + UNTIL)) };
    });
  }

  /** Lets go of those whose time has come, and of the oldest where there are too many. */
  expire(now: EpochNs): void {
    while (this.#oldest < this.#end) {
      const [chunk, at] = this.#at(this.#oldest);
      const bytes = chunk.readUInt32LE(at);
      if (bytes === CHUNK_ENDS) {
        this.#oldest += CHUNK_BYTES - at;
        continue;
      }
      if (chunk.readBigInt64LE(at + UNTIL) > now && this.#size <= this.#most) break;
      this.#unlist(this.#oldest);
      this.#oldest += HEAD_BYTES + bytes;
    }
    this.#letGo();
  }

  /** One that was taken before is in the table no more. */
  #unlist(place: number): void {
    const [chunk, at] = this.#at(place);
    const second = chunk.readUInt32LE(at + SECOND_HASH);
    if (!this.#table.remove(chunk.readUInt32LE(at + FIRST_HASH), place)) return;
    if (second !== NO_KEY) this.#table.remove(second, place);
    this.#size -= 1;
  }

  #text(place: number): string {
    const [chunk, at] = this.#at(place);
    const from = at + HEAD_BYTES;
    return chunk.toString('utf8', from, from + chunk.readUInt32LE(at));
  }

  #at(place: number): readonly [Buffer, number] {
    const at = place % CHUNK_BYTES;
    const chunk = this.#chunks[(place - at) / CHUNK_BYTES - this.#firstChunk];
    invariant(chunk !== undefined, 'I2', { text: 'a kept text lies in no chunk', place });
    return [chunk, at];
  }

  /** Where `bytes` can be written: `#end` is there. A chunk has room left for the mark of its end, or is full. */
  #room(bytes: number): readonly [Buffer, number] {
    const at = this.#end % CHUNK_BYTES;
    if (at !== 0 && CHUNK_BYTES - at < bytes + 4) {
      const [full] = this.#at(this.#end);
      full.writeUInt32LE(CHUNK_ENDS, at);
      this.#end += CHUNK_BYTES - at;
    }
    if (this.#end % CHUNK_BYTES === 0) {
      this.#chunks.push(this.#spare ?? Buffer.allocUnsafeSlow(CHUNK_BYTES));
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
