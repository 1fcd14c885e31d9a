// Bytes as text, without garbage where the text was met before.

/** Texts up to here are kept for the next time: CompIDs, symbols, accounts, versions. */
const MAX_KEPT = 16;
/** A power of two. Twice as many symbols as a busy session trades, and 8 KiB. */
const SLOTS = 512;
/** Longer texts are made in pieces. */
const PIECE = 64;

const keptBytes = new Uint8Array(SLOTS * MAX_KEPT);
const keptLengths = new Uint8Array(SLOTS);
const keptTexts = new Array<string>(SLOTS).fill('');
/** Codes of a text of each length: from an array a text is made at once, a third of the time of its characters' sum. */
const codesOf = Array.from({ length: PIECE + 1 }, (_, length) => new Array<number>(length).fill(0));

/** Each byte as the character of its number: what comes in goes out again, whatever its encoding. */
export function textIn(bytes: Uint8Array, start: number, end: number): string {
  const length = end - start;
  if (length === 1) return String.fromCharCode(bytes[start] ?? 0);
  if (length <= 0) return '';
  if (length <= MAX_KEPT) return keptTextIn(bytes, start, length);
  if (length <= PIECE) return pieceOf(bytes, start, length);
  let text = '';
  for (let at = start; at < end; at += PIECE) text += pieceOf(bytes, at, Math.min(PIECE, end - at));
  return text;
}

/** The text that was made of the same bytes before, if its slot has not been given to another since. */
function keptTextIn(bytes: Uint8Array, start: number, length: number): string {
  const slot = slotOf(bytes, start, length);
  const keptAt = slot * MAX_KEPT;
  if (keptLengths[slot] === length) {
    let same = 0;
    while (same < length && keptBytes[keptAt + same] === bytes[start + same]) same += 1;
    if (same === length) return keptTexts[slot] ?? '';
  }
  for (let at = 0; at < length; at += 1) keptBytes[keptAt + at] = bytes[start + at] ?? 0;
  keptLengths[slot] = length;
  const text = pieceOf(bytes, start, length);
  keptTexts[slot] = text;
  return text;
}

/** From the ends, where names and numbers differ: texts that share a slot only cost its making anew. */
function slotOf(bytes: Uint8Array, start: number, length: number): number {
  const last = start + length - 1;
  const ends = Math.imul(bytes[start] ?? 0, 31) + (bytes[start + 1] ?? 0);
  const tail = Math.imul(bytes[last - 1] ?? 0, 37) + Math.imul(bytes[last] ?? 0, 7);
  return (Math.imul(ends, 17) + tail + length) & (SLOTS - 1);
}

function pieceOf(bytes: Uint8Array, start: number, length: number): string {
  const codes = codesOf[length] ?? [];
  for (let at = 0; at < length; at += 1) codes[at] = bytes[start + at] ?? 0;
  return String.fromCharCode.apply(null, codes);
}
