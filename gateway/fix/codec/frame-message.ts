// Header and trailer around a body: the whole message, as it goes on the wire and into the store.

import { type Dictionary, Tag } from '../../../spec/dictionaries/index.ts';
import type { EpochNs } from '../../../spec/ports/index.ts';
import { MessageView } from './message-view.ts';
import { type MessageBody, MessageWriter, type TimePrecision } from './message-writer.ts';
import { bytesOf } from './values.ts';

/** What a session says of itself in each header. */
export interface HeaderIdentity {
  readonly beginString: string;
  readonly senderCompID: string;
  readonly targetCompID: string;
  readonly timePrecision: TimePrecision;
}

/** What differs from message to message. */
export interface HeaderFields {
  readonly msgSeqNum: number;
  readonly sendingTime: EpochNs;
  /** Says that this number went out before. Null: it did not. */
  readonly origSendingTime: EpochNs | null;
  readonly possResend: boolean;
  /** Further header fields, encoded: routing, sub-IDs. */
  readonly further: Uint8Array | null;
}

const soh = 0x01;
const zero = 0x30;
const equals = 0x3d;

// Used again for each message: nothing in it outlives the call.
const header = new MessageWriter();

/** The whole message: 8, 9, 35, 49, 56, 34, 52, what else the header has, the body, 10. */
export function frameMessage(
  identity: HeaderIdentity,
  fields: HeaderFields,
  body: MessageBody,
): Uint8Array {
  header
    .begin(body.msgType)
    .string(Tag.MsgType, body.msgType)
    .fields(compIDsOf(identity))
    .int(Tag.MsgSeqNum, fields.msgSeqNum)
    .utcTimestamp(Tag.SendingTime, fields.sendingTime, identity.timePrecision);
  if (fields.origSendingTime !== null)
    header
      .bool(Tag.PossDupFlag, true)
      .utcTimestamp(Tag.OrigSendingTime, fields.origSendingTime, identity.timePrecision);
  if (fields.possResend) header.bool(Tag.PossResend, true);
  if (fields.further !== null) header.fields(fields.further);
  return envelope(identity.beginString, body.bytes);
}

/**
 * A stored message sent again under its number: PossDupFlag=Y, the time of now, its first time in
 * OrigSendingTime, every other byte as it was. Null: the stored bytes are no whole message.
 */
export function frameAgain(
  dictionary: Dictionary,
  stored: Uint8Array,
  sendingTime: EpochNs,
  timePrecision: TimePrecision,
): Uint8Array | null {
  const view = new MessageView(dictionary);
  if (view.read(stored) !== null) return null;
  const timeAt = view.indexOf(Tag.SendingTime);
  const firstTime = view.bytes(Tag.OrigSendingTime) ?? view.bytes(Tag.SendingTime);
  if (timeAt < 0 || firstTime === null) return null;
  header.begin(view.msgType);
  for (let index = 2; index < view.count - 1; index += 1) {
    const tag = view.tagAt(index);
    if (tag === Tag.PossDupFlag || tag === Tag.OrigSendingTime) continue;
    if (index !== timeAt) {
      header.fields(stored.subarray(view.fieldStartAt(index), view.endAt(index) + 1));
      continue;
    }
    header.utcTimestamp(Tag.SendingTime, sendingTime, timePrecision).bool(Tag.PossDupFlag, true);
    header.fields(fieldOf(Tag.OrigSendingTime, firstTime));
  }
  return envelope(view.beginString, nothing);
}

/** One field of these bytes. */
export function fieldOf(tag: number, value: Uint8Array): Uint8Array {
  const name = bytesOf(`${tag}=`);
  const field = new Uint8Array(name.length + value.length + 1);
  field.set(name);
  field.set(value, name.length);
  field[field.length - 1] = soh;
  return field;
}

const nothing = new Uint8Array(0);
const prefixes = new Map<string, Uint8Array>();
const compIDs = new WeakMap<HeaderIdentity, Uint8Array>();

/** Fields 49 and 56 of a session, the same in each message. */
function compIDsOf(identity: HeaderIdentity): Uint8Array {
  const known = compIDs.get(identity);
  if (known !== undefined) return known;
  const fields = bytesOf(
    `${Tag.SenderCompID}=${identity.senderCompID}\u0001${Tag.TargetCompID}=${identity.targetCompID}\u0001`,
  );
  compIDs.set(identity, fields);
  return fields;
}

/** BeginString and BodyLength, the header that was just written, the body, CheckSum. */
function envelope(beginString: string, body: Uint8Array): Uint8Array {
  const prefix = prefixOf(beginString);
  const bodyLength = header.length + body.length;
  const lengthDigits = digitsOf(bodyLength);
  const headerAt = prefix.length + lengthDigits + 1;
  const sumAt = headerAt + bodyLength;
  const message = roomFor(sumAt + 7);
  copyInto(message, 0, prefix);
  writeDigits(message, prefix.length, lengthDigits, bodyLength);
  message[headerAt - 1] = soh;
  let sum = 0;
  for (let at = 0; at < headerAt; at += 1) sum += message[at] ?? 0;
  sum += header.copyTo(message, headerAt);
  sum += copyInto(message, headerAt + header.length, body);
  message[sumAt] = zero + 1;
  message[sumAt + 1] = zero;
  message[sumAt + 2] = equals;
  writeDigits(message, sumAt + 3, 3, sum & 0xff);
  message[sumAt + 6] = soh;
  return message;
}

/** Messages share memory, cut one behind the other: one of its own each took 1 us an order more, and garbage. */
const SLAB_BYTES = 16_384;
const LARGEST_SHARED = 2_048;
let slab = new ArrayBuffer(SLAB_BYTES);
let slabUsed = 0;

function roomFor(length: number): Uint8Array {
  if (length > LARGEST_SHARED) return new Uint8Array(length);
  if (slabUsed + length > SLAB_BYTES) {
    slab = new ArrayBuffer(SLAB_BYTES);
    slabUsed = 0;
  }
  const room = new Uint8Array(slab, slabUsed, length);
  slabUsed += length;
  return room;
}

/** A loop beats `set` up to some hundred bytes, and sums on the way. */
function copyInto(target: Uint8Array, at: number, source: Uint8Array): number {
  let sum = 0;
  for (let index = 0; index < source.length; index += 1) {
    const byte = source[index] ?? 0;
    target[at + index] = byte;
    sum += byte;
  }
  return sum;
}

/** `8=…`, SOH and `9=`: there are as many as there are versions. */
function prefixOf(beginString: string): Uint8Array {
  const known = prefixes.get(beginString);
  if (known !== undefined) return known;
  const prefix = bytesOf(`8=${beginString}\u0001` + '9=');
  prefixes.set(beginString, prefix);
  return prefix;
}

function digitsOf(value: number): number {
  let digits = 1;
  for (let bound = 10; bound <= value; bound *= 10) digits += 1;
  return digits;
}

function writeDigits(bytes: Uint8Array, at: number, length: number, value: number): void {
  let rest = value;
  for (let index = at + length - 1; index >= at; index -= 1) {
    bytes[index] = zero + (rest % 10);
    rest = Math.floor(rest / 10);
  }
}
