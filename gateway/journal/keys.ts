// Keys that sort as bytes the way that sequences sort as numbers.

const wordSize = 4_294_967_296;
const encoder = new TextEncoder();

/** What keys and values are made of. A number is a u64, a bigint an i64, both big-endian; bytes are as they are. */
export type Part = string | number | bigint | Uint8Array;

/** In a key a text ends in a zero byte: then keys sort as their parts do. */
export type KeyParts = readonly (string | number)[];

/** Behind every key made of sequences. */
export const keyAfterAll: Uint8Array = new Uint8Array(17).fill(255);

/** A sequence as a big-endian u64. Sequences are safe integers: 2^53 records last 285 years at 1 M/s. */
export function sequenceKey(sequence: number): Uint8Array {
  const key = new Uint8Array(8);
  writeSequence(new DataView(key.buffer), 0, sequence);
  return key;
}

/** A sequence and a part: the pieces of one snapshot, in order. */
export function partKey(sequence: number, part: number): Uint8Array {
  const key = new Uint8Array(12);
  const view = new DataView(key.buffer);
  writeSequence(view, 0, sequence);
  view.setUint32(8, part);
  return key;
}

/** Without a view of the key: with one it was a tenth of reading the log. */
export function sequenceOfKey(key: Uint8Array): number {
  let sequence = 0;
  for (let at = 0; at < 8; at += 1) sequence = sequence * 256 + (key[at] ?? 0);
  return sequence;
}

export function writeSequence(view: DataView, at: number, sequence: number): void {
  view.setUint32(at, Math.floor(sequence / wordSize));
  view.setUint32(at + 4, sequence % wordSize);
}

export function sequenceAt(view: DataView, at: number): number {
  return view.getUint32(at) * wordSize + view.getUint32(at + 4);
}

/** An upper bound on the bytes that `writePart` writes. */
export function roomFor(part: Part): number {
  if (typeof part === 'string') return part.length * 3 + 1;
  return typeof part === 'object' ? part.length : 8;
}

/** Writes one part at `at` and returns the offset behind it; a text in UTF-8, without an end of its own. */
export function writePart(bytes: Uint8Array, view: DataView, at: number, part: Part): number {
  if (typeof part === 'string') return writeText(bytes, at, part);
  if (typeof part === 'object') {
    bytes.set(part, at);
    return at + part.length;
  }
  if (typeof part === 'number') writeSequence(view, at, part);
  else view.setBigInt64(at, part);
  return at + 8;
}

/** ASCII by a loop: 0.6 us less than `Buffer.write` for a text of 20 characters. */
function writeText(bytes: Uint8Array, at: number, text: string): number {
  const { length } = text;
  for (let index = 0; index < length; index += 1) {
    const code = text.charCodeAt(index);
    if (code > 127) return at + encoder.encodeInto(text, bytes.subarray(at)).written;
    bytes[at + index] = code;
  }
  return at + length;
}

/** A key by its parts, to read with. */
export function keyOf(...parts: KeyParts): Uint8Array {
  let room = 0;
  for (const part of parts) room += roomFor(part);
  const bytes = new Uint8Array(room);
  return bytes.subarray(0, writeKey(bytes, new DataView(bytes.buffer), 0, parts));
}

export function writeKey(bytes: Uint8Array, view: DataView, from: number, parts: KeyParts): number {
  let at = from;
  for (const part of parts) {
    at = writePart(bytes, view, at, part);
    if (typeof part !== 'string') continue;
    bytes[at] = 0;
    at += 1;
  }
  return at;
}
