// Header and trailer around a body: the whole message, as it goes on the wire and into the store.

import { type Dictionary, Tag } from '../../../spec/dictionaries/index.ts';
import type { EpochNs } from '../../../spec/ports/index.ts';
import { digitsOf, writePadded } from './digits.ts';
import { MessageView } from './message-view.ts';
import { type MessageBody, MessageWriter, type TimePrecision } from './message-writer.ts';
import { copyInto } from './sums.ts';
import { bytesOf } from './values.ts';

/** What a session says of itself in each header. */
export interface HeaderIdentity {
  readonly beginString: string;
  readonly senderCompID: string;
  readonly targetCompID: string;
  readonly senderSubID?: string | null;
  readonly senderLocationID?: string | null;
  readonly targetSubID?: string | null;
  readonly targetLocationID?: string | null;
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
  return envelope(identity.beginString, body.bytes, body.sum);
}

/**
 * A stored message sent again under its number: PossDupFlag=Y, the time of now, its first time in
 * OrigSendingTime, every other byte as it was. Null: the stored bytes are no whole message.
 *
 * A first time that is later than now is of a clock that was ahead: now stands in its place, since a
 * peer has to refuse the message otherwise, and would never have it.
 */
export function frameAgain(
  dictionary: Dictionary,
  stored: Uint8Array,
  sendingTime: EpochNs,
  timePrecision: TimePrecision,
): Uint8Array | null {
  const view = viewOf(dictionary);
  if (view.read(stored) !== null) return null;
  const timeAt = view.indexOf(Tag.SendingTime);
  const firstTime = view.bytes(Tag.OrigSendingTime) ?? view.bytes(Tag.SendingTime);
  if (timeAt < 0 || firstTime === null) return null;
  const first = view.utcTimestamp(Tag.OrigSendingTime) ?? view.utcTimestamp(Tag.SendingTime);
  header.begin(view.msgType);
  for (let index = 2; index < view.count - 1; index += 1) {
    const tag = view.tagAt(index);
    if (tag === Tag.PossDupFlag || tag === Tag.OrigSendingTime) continue;
    if (index !== timeAt) {
      header.fields(stored.subarray(view.fieldStartAt(index), view.endAt(index) + 1));
      continue;
    }
    header.utcTimestamp(Tag.SendingTime, sendingTime, timePrecision).bool(Tag.PossDupFlag, true);
    if (first !== null && first > sendingTime) {
      header.utcTimestamp(Tag.OrigSendingTime, sendingTime, timePrecision);
    } else header.fields(fieldOf(Tag.OrigSendingTime, firstTime));
  }
  return envelope(view.beginString, nothing);
}

/** Read again for each message, as `header` is written: a resend that made one a message spent a twentieth of its time on it. */
const views = new WeakMap<Dictionary, MessageView>();

function viewOf(dictionary: Dictionary): MessageView {
  const known = views.get(dictionary);
  if (known !== undefined) return known;
  const view = new MessageView(dictionary);
  views.set(dictionary, view);
  return view;
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

/** Fields 49 and 56 of a session, and its sub- and location IDs, the same in each message. */
function compIDsOf(identity: HeaderIdentity): Uint8Array {
  const known = compIDs.get(identity);
  if (known !== undefined) return known;
  const said: readonly (readonly [number, string | null | undefined])[] = [
    [Tag.SenderCompID, identity.senderCompID],
    [Tag.TargetCompID, identity.targetCompID],
    [Tag.SenderSubID, identity.senderSubID],
    [Tag.SenderLocationID, identity.senderLocationID],
    [Tag.TargetSubID, identity.targetSubID],
    [Tag.TargetLocationID, identity.targetLocationID],
  ];
  const present = said.filter(([, value]) => typeof value === 'string');
  const fields = bytesOf(present.map(([tag, value]) => `${tag}=${value}\u0001`).join(''));
  compIDs.set(identity, fields);
  return fields;
}

/** BeginString and BodyLength, the header that was just written, the body, CheckSum. */
function envelope(beginString: string, body: Uint8Array, bodySum?: number): Uint8Array {
  const prefix = prefixOf(beginString);
  const bodyLength = header.length + body.length;
  const lengthDigits = digitsOf(bodyLength);
  const headerAt = prefix.length + lengthDigits + 1;
  const sumAt = headerAt + bodyLength;
  const message = roomFor(sumAt + 7);
  let sum = copyInto(message, 0, prefix, prefix.length);
  writePadded(message, prefix.length, bodyLength, lengthDigits);
  message[headerAt - 1] = soh;
  for (let at = prefix.length; at < headerAt; at += 1) sum += message[at] ?? 0;
  sum += header.copyTo(message, headerAt);
  const bodyAt = headerAt + header.length;
  if (bodySum === undefined) sum += copyInto(message, bodyAt, body, body.length);
  else {
    message.set(body, bodyAt);
    sum += bodySum;
  }
  message[sumAt] = zero + 1;
  message[sumAt + 1] = zero;
  message[sumAt + 2] = equals;
  writePadded(message, sumAt + 3, sum & 0xff, 3);
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

/** `8=…`, SOH and `9=`: there are as many as there are versions. */
function prefixOf(beginString: string): Uint8Array {
  const known = prefixes.get(beginString);
  if (known !== undefined) return known;
  const prefix = bytesOf(`8=${beginString}\u0001` + '9=');
  prefixes.set(beginString, prefix);
  return prefix;
}
