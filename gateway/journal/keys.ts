// Keys that sort as bytes the way that sequences sort as numbers.

const wordSize = 4_294_967_296;

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

export function sequenceOfKey(key: Uint8Array): number {
  return sequenceAt(new DataView(key.buffer, key.byteOffset, key.byteLength), 0);
}

export function writeSequence(view: DataView, at: number, sequence: number): void {
  view.setUint32(at, Math.floor(sequence / wordSize));
  view.setUint32(at + 4, sequence % wordSize);
}

export function sequenceAt(view: DataView, at: number): number {
  return view.getUint32(at) * wordSize + view.getUint32(at + 4);
}
