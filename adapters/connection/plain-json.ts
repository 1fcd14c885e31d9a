// JSON read in place: a list of its values and where they stand, over bytes that are not copied.
//
// Only JSON as a venue's machines write it: ASCII, without white space, escapes, fractions and exponents. All else is
// "not plain", and is read by JSON.parse. An execution report so takes a fifth of JSON.parse's time (5 us to 1).

import { type Json, parseBytes } from './json.ts';
import { type Members, type Name, hashed } from './members.ts';

/** `Long`: a whole number beyond the safe ones, which `parseText` makes a text of its digits. */
const Kind = {
  Object: 1,
  List: 2,
  Text: 3,
  Long: 4,
  Whole: 5,
  True: 6,
  False: 7,
  Null: 8,
} as const;

/** More values than this in a frame: JSON.parse reads it. */
const VALUES_MOST = 65_536;
const FIRST_VALUES = 256;
/** Objects and lists in each other; the venue's frames have four. */
const DEPTH_MOST = 16;
/** Words that are remembered, so that each is made into a text once: symbols, statuses, assets. */
const WORDS = 256;
const LONGEST_WORD = 16;
/** A safe integer has at most 16 digits. */
const LONGEST_SAFE = 16;
/** As `parseDecimal`. */
const LONGEST_DECIMAL = 60;
const DECIMALS = 18;
/** Digits that a float holds exactly whatever they are. */
const EXACT_DIGITS = 15;
const POWERS_OF_TEN = Array.from({ length: DECIMALS + 1 }, (_, power) => 10n ** BigInt(power));

const QUOTE = 0x22;
const COMMA = 0x2c;
const MINUS = 0x2d;
const POINT = 0x2e;
const ZERO = 0x30;
const NINE = 0x39;
const COLON = 0x3a;
const BACKSLASH = 0x5c;
/** 1: may stand in a text as itself. */
const IN_TEXT = Uint8Array.from({ length: 256 }, (_, byte) =>
  byte >= 0x20 && byte < 0x7f && byte !== QUOTE && byte !== BACKSLASH ? 1 : 0,
);

/** Reads one frame at a time, and is used again for the next: what it gave of the one before is no longer good. */
export class PlainJson {
  #bytes: Uint8Array = new Uint8Array(0);
  #text: Buffer = Buffer.alloc(0);
  #count = 0;
  #kinds = new Uint8Array(FIRST_VALUES);
  #starts = new Int32Array(FIRST_VALUES);
  #ends = new Int32Array(FIRST_VALUES);
  /** The value after this one and all that is in it. */
  #nexts = new Int32Array(FIRST_VALUES);
  #hashes = new Int32Array(FIRST_VALUES);
  #keys = new Int32Array(FIRST_VALUES);
  #owners = new Int32Array(FIRST_VALUES);
  /** Where a name of one letter stood last: an execution report has 33 of them, and 20 are asked for. */
  readonly #letters = new Int32Array(128);
  readonly #words: (string | undefined)[] = Array.from({ length: WORDS }, () => undefined);

  /** The members of the object that the bytes are; null where they are none, or not plain. */
  read(bytes: Uint8Array): Members | null {
    this.#bytes = bytes;
    this.#count = 0;
    const root = this.#add(0, 0);
    if (root < 0 || this.#value(0, root, 0) !== bytes.length) return null;
    if (this.#kinds[root] !== Kind.Object) return null;
    this.#text = Buffer.isBuffer(bytes)
      ? bytes
      : Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    return new PlainMembers(this, root);
  }

  /** The place of a member, the last of that name as in JSON.parse; -1: absent. */
  member(object: number, name: Name): number {
    if (name.text.length === 1) {
      const letter = this.#letters[name.hash] ?? 0;
      if (this.#isMember(letter, object) && this.#isNamed(letter, name.text)) return letter;
    }
    const end = this.#nexts[object] ?? 0;
    let found = -1;
    for (let at = object + 1; at < end; at = this.#nexts[at] ?? end) {
      if (this.#hashes[at] === name.hash && this.#isNamed(at, name.text)) found = at;
    }
    return found;
  }

  /** Places of the objects in a list. */
  objectsIn(list: number): readonly number[] {
    if (this.#kinds[list] !== Kind.List) return [];
    const end = this.#nexts[list] ?? 0;
    const found: number[] = [];
    for (let at = list + 1; at < end; at = this.#nexts[at] ?? end) {
      if (this.#kinds[at] === Kind.Object) found.push(at);
    }
    return found;
  }

  isObject(place: number): boolean {
    return this.#kinds[place] === Kind.Object;
  }

  text(place: number): string | null {
    if (!this.#isTextual(place)) return null;
    return this.#slice(this.#starts[place] ?? 0, this.#ends[place] ?? 0);
  }

  /** As `text`; a short one that was met lately is not made anew. */
  word(place: number): string | null {
    if (!this.#isTextual(place)) return null;
    const start = this.#starts[place] ?? 0;
    const end = this.#ends[place] ?? 0;
    if (end - start > LONGEST_WORD) return this.#slice(start, end);
    let hash = 0;
    for (let at = start; at < end; at += 1) hash = hashed(hash, this.#bytes[at] ?? 0);
    const slot = (hash >>> 0) % WORDS;
    const known = this.#words[slot];
    if (known !== undefined && this.#isText(start, end, known)) return known;
    const text = this.#slice(start, end);
    this.#words[slot] = text;
    return text;
  }

  bool(place: number): boolean | null {
    const kind = this.#kinds[place];
    return kind === Kind.True ? true : kind === Kind.False ? false : null;
  }

  integer(place: number): number | null {
    if (this.#kinds[place] !== Kind.Whole) return null;
    const start = this.#starts[place] ?? 0;
    const isNegative = this.#bytes[start] === MINUS;
    const value = this.#digits(isNegative ? start + 1 : start, this.#ends[place] ?? 0);
    return isNegative ? -value : value;
  }

  wholeID(place: number): string | null {
    const start = this.#starts[place] ?? 0;
    const end = this.#ends[place] ?? 0;
    if (this.#kinds[place] === Kind.Text) {
      const first = this.#bytes[start] === MINUS ? start + 1 : start;
      return end > first && this.#areDigits(first, end) ? this.#slice(start, end) : null;
    }
    return this.#kinds[place] === Kind.Whole || this.#kinds[place] === Kind.Long
      ? this.#slice(start, end)
      : null;
  }

  decimal(place: number): bigint | null {
    if (!this.#isTextual(place) && this.#kinds[place] !== Kind.Whole) return null;
    return decimalIn(this.#bytes, this.#starts[place] ?? 0, this.#ends[place] ?? 0);
  }

  json(place: number): Json | undefined {
    if (this.#isTextual(place)) return this.text(place) ?? undefined;
    return parseBytes(this.#bytes.subarray(this.#starts[place] ?? 0, this.#ends[place] ?? 0));
  }

  #isTextual(place: number): boolean {
    const kind = this.#kinds[place];
    return kind === Kind.Text || kind === Kind.Long;
  }

  /** Digits alone, fewer than 17. */
  #digits(start: number, end: number): number {
    let value = 0;
    for (let at = start; at < end; at += 1) value = value * 10 + ((this.#bytes[at] ?? 0) - ZERO);
    return value;
  }

  #slice(start: number, end: number): string {
    return this.#text.toString('latin1', start, end);
  }

  /** A name begins at its key's first character and ends with its hash's agreement and its quote. */
  #isNamed(place: number, name: string): boolean {
    const start = this.#keys[place] ?? 0;
    return (
      this.#bytes[start + name.length] === QUOTE && this.#isText(start, start + name.length, name)
    );
  }

  #isMember(place: number, object: number): boolean {
    return place > object && place < (this.#nexts[object] ?? 0) && this.#owners[place] === object;
  }

  #isText(start: number, end: number, text: string): boolean {
    if (text.length !== end - start) return false;
    for (let at = 0; at < text.length; at += 1) {
      if (this.#bytes[start + at] !== text.charCodeAt(at)) return false;
    }
    return true;
  }

  #areDigits(start: number, end: number): boolean {
    for (let at = start; at < end; at += 1) {
      const byte = this.#bytes[at] ?? 0;
      if (byte < ZERO || byte > NINE) return false;
    }
    return true;
  }

  // ---- Reading: each returns the place after what it has read, -1 where it is not plain -------------------

  #value(at: number, index: number, depth: number): number {
    switch (this.#bytes[at]) {
      case QUOTE: {
        const end = this.#textEnd(at + 1);
        if (end < 0) return -1;
        return this.#set(index, Kind.Text, at + 1, end) + 1;
      }
      case 0x7b: // {
        return depth === DEPTH_MOST ? -1 : this.#object(at, index, depth + 1);
      case 0x5b: // [
        return depth === DEPTH_MOST ? -1 : this.#list(at, index, depth + 1);
      case 0x74: // t
        return this.#literal(at, index, 'true', Kind.True);
      case 0x66: // f
        return this.#literal(at, index, 'false', Kind.False);
      case 0x6e: // n
        return this.#literal(at, index, 'null', Kind.Null);
      default:
        return this.#whole(at, index);
    }
  }

  #object(from: number, index: number, depth: number): number {
    const bytes = this.#bytes;
    let at = from + 1;
    if (bytes[at] === 0x7d) return this.#set(index, Kind.Object, from, at + 1);
    for (;;) {
      if (bytes[at] !== QUOTE) return -1;
      const key = at + 1;
      let hash = 0;
      let byte = bytes[key] ?? 0;
      for (at = key; IN_TEXT[byte] === 1; byte = bytes[at] ?? 0) {
        hash = hashed(hash, byte);
        at += 1;
      }
      if (byte !== QUOTE || bytes[at + 1] !== COLON) return -1;
      const member = this.#add(hash, key);
      if (member < 0) return -1;
      this.#owners[member] = index;
      if (at === key + 1) this.#letters[hash] = member;
      at = this.#value(at + 2, member, depth);
      if (at < 0) return -1;
      byte = bytes[at] ?? 0;
      at += 1;
      if (byte === 0x7d) return this.#set(index, Kind.Object, from, at);
      if (byte !== COMMA) return -1;
    }
  }

  #list(from: number, index: number, depth: number): number {
    const bytes = this.#bytes;
    let at = from + 1;
    if (bytes[at] === 0x5d) return this.#set(index, Kind.List, from, at + 1);
    for (;;) {
      const item = this.#add(0, 0);
      if (item < 0) return -1;
      at = this.#value(at, item, depth);
      if (at < 0) return -1;
      const byte = bytes[at];
      at += 1;
      if (byte === 0x5d) return this.#set(index, Kind.List, from, at);
      if (byte !== COMMA) return -1;
    }
  }

  #textEnd(from: number): number {
    const bytes = this.#bytes;
    let at = from;
    while (IN_TEXT[bytes[at] ?? 0] === 1) at += 1;
    return bytes[at] === QUOTE ? at : -1;
  }

  /** Without zeros in front; -0 is left to JSON.parse. */
  #whole(from: number, index: number): number {
    const bytes = this.#bytes;
    const first = bytes[from] === MINUS ? from + 1 : from;
    let at = first;
    for (let byte = bytes[at] ?? 0; byte >= ZERO && byte <= NINE; byte = bytes[at] ?? 0) at += 1;
    if (at === first || (bytes[first] === ZERO && (at > first + 1 || first > from))) return -1;
    const after = bytes[at];
    if (after === POINT || after === 0x65 || after === 0x45) return -1;
    const isLong =
      at - first >= LONGEST_SAFE &&
      (at - first > LONGEST_SAFE || this.#digits(first, at) > Number.MAX_SAFE_INTEGER);
    return this.#set(index, isLong ? Kind.Long : Kind.Whole, from, at);
  }

  #literal(at: number, index: number, word: string, kind: number): number {
    const end = at + word.length;
    return this.#isText(at, end, word) ? this.#set(index, kind, at, end) : -1;
  }

  #set(index: number, kind: number, start: number, end: number): number {
    this.#kinds[index] = kind;
    this.#starts[index] = start;
    this.#ends[index] = end;
    this.#nexts[index] = this.#count;
    return end;
  }

  #add(hash: number, key: number): number {
    const index = this.#count;
    if (index === this.#kinds.length && !this.#grow()) return -1;
    this.#hashes[index] = hash;
    this.#keys[index] = key;
    this.#count = index + 1;
    return index;
  }

  #grow(): boolean {
    const length = this.#kinds.length * 4;
    if (length > VALUES_MOST) return false;
    const kinds = new Uint8Array(length);
    kinds.set(this.#kinds);
    this.#kinds = kinds;
    this.#starts = enlarged(this.#starts, length);
    this.#ends = enlarged(this.#ends, length);
    this.#nexts = enlarged(this.#nexts, length);
    this.#hashes = enlarged(this.#hashes, length);
    this.#keys = enlarged(this.#keys, length);
    this.#owners = enlarged(this.#owners, length);
    return true;
  }
}

function enlarged(places: Int32Array<ArrayBuffer>, length: number): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(length);
  larger.set(places);
  return larger;
}

class PlainMembers implements Members {
  readonly #json: PlainJson;
  readonly #place: number;

  constructor(json: PlainJson, place: number) {
    this.#json = json;
    this.#place = place;
  }

  text(name: Name): string | null {
    const place = this.#json.member(this.#place, name);
    return place < 0 ? null : this.#json.text(place);
  }

  word(name: Name): string | null {
    const place = this.#json.member(this.#place, name);
    return place < 0 ? null : this.#json.word(place);
  }

  bool(name: Name): boolean | null {
    const place = this.#json.member(this.#place, name);
    return place < 0 ? null : this.#json.bool(place);
  }

  integer(name: Name): number | null {
    const place = this.#json.member(this.#place, name);
    return place < 0 ? null : this.#json.integer(place);
  }

  /** A whole one: all others are not plain. */
  number(name: Name): number | null {
    return this.integer(name);
  }

  wholeID(name: Name): string | null {
    const place = this.#json.member(this.#place, name);
    return place < 0 ? null : this.#json.wholeID(place);
  }

  decimal(name: Name): bigint | null {
    const place = this.#json.member(this.#place, name);
    return place < 0 ? null : this.#json.decimal(place);
  }

  object(name: Name): Members | null {
    const place = this.#json.member(this.#place, name);
    return place >= 0 && this.#json.isObject(place) ? new PlainMembers(this.#json, place) : null;
  }

  objects(name: Name): readonly Members[] {
    const place = this.#json.member(this.#place, name);
    if (place < 0) return [];
    return this.#json.objectsIn(place).map((one) => new PlainMembers(this.#json, one));
  }

  json(name: Name): Json | undefined {
    const place = this.#json.member(this.#place, name);
    return place < 0 ? undefined : this.#json.json(place);
  }
}

/** What `parseDecimal` reads, from bytes: null for what it calls malformed or too precise. */
export function decimalIn(bytes: Uint8Array, start: number, end: number): bigint | null {
  if (end - start > LONGEST_DECIMAL) return null;
  const first = bytes[start] === MINUS ? start + 1 : start;
  let point = -1;
  for (let at = first; at < end; at += 1) {
    const byte = bytes[at] ?? 0;
    if (byte === POINT && point < 0) point = at;
    else if (byte < ZERO || byte > NINE) return null;
  }
  if (end - first - (point < 0 ? 0 : 1) < 1) return null;
  let last = end;
  if (point >= 0) while (bytes[last - 1] === ZERO) last -= 1; // No precision is lost.
  const fraction = point < 0 ? 0 : last - point - 1;
  if (fraction > DECIMALS) return null;
  const magnitude =
    mantissa(bytes, first, last, point) * (POWERS_OF_TEN[DECIMALS - fraction] ?? 1n);
  return first > start ? -magnitude : magnitude;
}

/** The digits from start to end, the point left out; up to 15 of them are one exact float. */
function mantissa(bytes: Uint8Array, start: number, end: number, point: number): bigint {
  let whole = 0n;
  let part = 0;
  let digits = 0;
  for (let at = start; at < end; at += 1) {
    if (at === point) continue;
    part = part * 10 + ((bytes[at] ?? 0) - ZERO);
    digits += 1;
    if (digits < EXACT_DIGITS) continue;
    whole = whole * (POWERS_OF_TEN[EXACT_DIGITS] ?? 1n) + BigInt(part);
    part = 0;
    digits = 0;
  }
  if (whole === 0n) return BigInt(part);
  return whole * (POWERS_OF_TEN[digits] ?? 1n) + BigInt(part);
}
