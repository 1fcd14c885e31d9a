// What of a message is a secret, and the message without it: nothing else is stored or logged (I8).

import { Tag } from '../../../spec/dictionaries/index.ts';
import { malformedTag, type MessageView } from './message-view.ts';
import { bytesOf, intIn } from './values.ts';

/** Password(554), NewPassword(925), RawData(96), EncryptedPassword(1402), EncryptedNewPassword(1404). */
export const secretTags: ReadonlySet<number> = new Set([
  Tag.Password,
  Tag.NewPassword,
  Tag.RawData,
  Tag.EncryptedPassword,
  Tag.EncryptedNewPassword,
]);
/** Those of them whose value is as long as the field before it says, SOH included. */
const secretData: ReadonlySet<number> = new Set([
  Tag.RawData,
  Tag.EncryptedPassword,
  Tag.EncryptedNewPassword,
]);

/** In place of a secret, whatever its length: that would say something too. */
const STARS = bytesOf('***');
const soh = 0x01;
const equals = 0x3d;
const zero = 0x30;
const checkSumField = 7;

/** Is there anything to mask? A tag that is none may be a secret's, badly written. */
export function holdsSecret(view: MessageView): boolean {
  const { count } = view;
  for (let index = 0; index < count; index += 1) {
    const tag = view.tagAt(index);
    if (tag === malformedTag || secretTags.has(tag)) return true;
  }
  return false;
}

/**
 * The message with stars for every secret, its BodyLength and CheckSum made right again; the same
 * array where there is none. It reads garbled bytes too: where a length is not to be believed, all
 * behind the secret's beginning goes.
 */
export function masked(message: Uint8Array): Uint8Array {
  let pieces: Uint8Array[] | null = null;
  let kept = 0;
  let lengthField: Field | null = null;
  for (let at = 0; at < message.length; ) {
    const field = fieldAt(message, at);
    if (!secretTags.has(field.tag)) {
      lengthField = field;
      at = field.end + 1;
      continue;
    }
    const end = secretData.has(field.tag) ? dataEnd(message, field, lengthField) : field.end;
    pieces ??= [];
    if (secretData.has(field.tag) && lengthField !== null && lengthField.valueAt > kept)
      pieces.push(
        message.subarray(kept, lengthField.valueAt),
        bytesOf(`${STARS.length}`),
        message.subarray(lengthField.end, field.valueAt),
        STARS,
      );
    else pieces.push(message.subarray(kept, field.valueAt), STARS);
    kept = end;
    lengthField = null;
    at = end + 1;
  }
  if (pieces === null) return message;
  pieces.push(message.subarray(kept));
  return framedAgain(joined(pieces));
}

interface Field {
  /** -1: what stands there is no number and `=`. Leading zeros do not count. */
  readonly tag: number;
  readonly valueAt: number;
  /** Its SOH, or the end of the bytes. */
  readonly end: number;
}

function fieldAt(bytes: Uint8Array, start: number): Field {
  let at = start;
  let tag = 0;
  for (; at < bytes.length; at += 1) {
    const digit = (bytes[at] ?? 0) - zero;
    if (digit < 0 || digit > 9) break;
    tag = tag * 10 + digit;
  }
  const isField = at > start && bytes[at] === equals;
  const found = bytes.indexOf(soh, at);
  const end = found < 0 ? bytes.length : found;
  return { tag: isField ? tag : -1, valueAt: isField ? at + 1 : start, end };
}

/** Where the length is missing or points at no SOH the secret may go on to the trailer. */
function dataEnd(bytes: Uint8Array, field: Field, before: Field | null): number {
  const length = before === null ? null : intIn(bytes, before.valueAt, before.end);
  const end = field.valueAt + (length ?? 0);
  if (length !== null && length >= 0 && bytes[end] === soh) return end;
  const trailerAt = bytes.length - checkSumField;
  return trailerAt > field.end && isCheckSum(bytes, trailerAt) ? trailerAt - 1 : bytes.length;
}

function isCheckSum(bytes: Uint8Array, at: number): boolean {
  return bytes[at - 1] === soh && bytes[at] === zero + 1 && bytes[at + 1] === zero;
}

/** As it is where it does not begin with 8= and 9= and end in 10=. */
function framedAgain(message: Uint8Array): Uint8Array {
  const first = fieldAt(message, 0);
  const second = fieldAt(message, first.end + 1);
  const sumAt = message.length - checkSumField;
  const isFramed = first.tag === Tag.BeginString && second.tag === Tag.BodyLength;
  if (!isFramed || sumAt <= second.end || !isCheckSum(message, sumAt)) return message;
  const bodyLength = bytesOf(`${sumAt - second.end - 1}`);
  const head = joined([message.subarray(0, second.valueAt), bodyLength]);
  const rest = joined([head, message.subarray(second.end, sumAt)]);
  const sum = rest.reduce((total, byte) => (total + byte) & 0xff, 0);
  return joined([rest, bytesOf(`10=${String(sum).padStart(3, '0')}\u0001`)]);
}

function joined(pieces: readonly Uint8Array[]): Uint8Array {
  const all = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const piece of pieces) {
    all.set(piece, at);
    at += piece.length;
  }
  return all;
}
