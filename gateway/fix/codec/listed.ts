// Is a value one of those that its dictionary lists? For the quick check: what is unusual it does not know.

import { type FieldDefinition, Form } from '../../../spec/dictionaries/index.ts';
import { textIn } from './text.ts';

const space = 0x20;

/** True: surely. False: perhaps not. */
export function isListed(
  field: FieldDefinition,
  bytes: Uint8Array,
  start: number,
  end: number,
): boolean {
  if (end - start === 1) return hasBit(field.valueBits, bytes[start] ?? 0);
  if (field.form === Form.Multiple) return areListed(field.valueBits, bytes, start, end);
  if (field.form === Form.Int || field.form === Form.Count) return false;
  return field.values?.has(textIn(bytes, start, end)) === true;
}

/** One character each, a space between two: what is longer is looked at by `validate`. */
function areListed(bits: Uint32Array, bytes: Uint8Array, start: number, end: number): boolean {
  for (let at = start; at < end; at += 2) {
    if (!hasBit(bits, bytes[at] ?? 0)) return false;
    if (at + 1 < end && (bytes[at + 1] !== space || at + 2 === end)) return false;
  }
  return true;
}

function hasBit(bits: Uint32Array, byte: number): boolean {
  return ((bits[byte >> 5] ?? 0) & (1 << (byte & 31))) !== 0;
}
