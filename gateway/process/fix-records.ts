// How FIX sessions are kept in the journal's tables: their numbers, and every message sent and got.

import { MsgType } from '../../spec/dictionaries/index.ts';
import { epochNs } from '../../spec/units/index.ts';
import type { EpochNs } from '../../spec/ports/index.ts';
import {
  decodeMessage,
  masked,
  type SentMessage,
  type SessionChange,
  type SessionStore,
  type StoredSession,
} from '../fix/index.ts';
import { type BatchPut, type Journal, type Part, keyOf } from '../journal/index.ts';
import { tables, textBytes } from './tables.ts';

const NS_PER_SECOND = 1_000_000_000n;

/** What a commit writes for one session. */
export function putsOf(change: SessionChange): readonly BatchPut[] {
  const puts: BatchPut[] = [];
  addPutsOf(change, puts);
  return puts;
}

/** The same, into a batch that is being made. */
export function addPutsOf(change: SessionChange, puts: BatchPut[]): void {
  const { sessionID, epoch, epochSince, nextInMsgSeqNum, reservedOutEnd } = change;
  const numbers = [epoch, nextInMsgSeqNum, reservedOutEnd, epochSince ?? 0n];
  puts.push({ table: tables.fixSessions, key: [sessionID], value: numbers });
  for (const message of change.messages) {
    const key = [sessionID, message.epoch, message.msgSeqNum];
    puts.push({ table: tables.fixOutgoing, key, value: partsOf(message) });
  }
}

/** The reading side, over what is durable. */
export function journalStore(journal: Pick<Journal, 'get' | 'range'>): SessionStore {
  return {
    load(sessionID): StoredSession | null {
      const bytes = journal.get(tables.fixSessions, keyOf(sessionID));
      if (bytes === null) return null;
      const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
      // 24 bytes in a journal from before it was kept.
      const epochSince = bytes.byteLength < 32 ? 0n : view.getBigInt64(24);
      return {
        epoch: Number(view.getBigUint64(0)),
        epochSince: epochSince === 0n ? null : epochNs(epochSince),
        nextInMsgSeqNum: Number(view.getBigUint64(8)),
        reservedOutEnd: Number(view.getBigUint64(16)),
      };
    },
    sentMessages({ sessionID, epoch, fromSeqNum, toSeqNum, limit }) {
      const from = keyOf(sessionID, epoch, fromSeqNum);
      const to = keyOf(sessionID, epoch, toSeqNum + 1);
      const messages: SentMessage[] = [];
      for (const [key, value] of journal.range(tables.fixOutgoing, from, to, { limit })) {
        messages.push(decodeMessage(key, value));
      }
      return messages;
    },
  };
}

/** Which messages `sentSince` reads: of epochs fromEpoch <= epoch < toEpoch. */
export interface SentSince {
  readonly sessionID: string;
  readonly fromEpoch: number;
  readonly toEpoch: number;
  readonly cutoff: EpochNs;
}

/** Messages sent at `cutoff` or later, in the order of epochs and numbers. */
export function sentSince(
  journal: Pick<Journal, 'range'>,
  { sessionID, fromEpoch, toEpoch, cutoff }: SentSince,
): readonly SentMessage[] {
  const from = keyOf(sessionID, fromEpoch, 0);
  const to = keyOf(sessionID, toEpoch, 0);
  const messages: SentMessage[] = [];
  for (const [key, value] of journal.range(tables.fixOutgoing, from, to, { reverse: true })) {
    const message = decodeMessage(key, value);
    if (message.sendingTime < cutoff) break;
    messages.push(message);
  }
  return messages.reverse();
}

/** i64 SendingTime, u8 length of MsgType, MsgType, the message. */
function partsOf(message: SentMessage): readonly Part[] {
  const { msgType, sendingTime, bytes } = message;
  return [sendingTime, msgTypePart(msgType), WITHOUT_SECRETS.has(msgType) ? bytes : masked(bytes)];
}

/** What the desk sends for an order is looked through by nobody: its writers know no secret. */
const WITHOUT_SECRETS: ReadonlySet<string> = new Set<string>([
  MsgType.ExecutionReport,
  MsgType.OrderCancelReject,
  MsgType.BusinessMessageReject,
]);

/** A session sends a few types, again and again. */
const msgTypeParts = new Map<string, Uint8Array>();

function msgTypePart(msgType: string): Uint8Array {
  const known = msgTypeParts.get(msgType);
  if (known !== undefined) return known;
  const text = textBytes(msgType);
  const part = Uint8Array.of(text.length, ...text);
  msgTypeParts.set(msgType, part);
  return part;
}

/** The first byte of an entry with a time before the message; one of an older build begins with `8=`. */
const TIMED = 1;
const timedPart = Uint8Array.of(TIMED);

/** u8 1, i64 time, the message: as it goes into `fix-incoming`. */
export function incomingParts(at: EpochNs, message: Uint8Array): readonly Part[] {
  return [timedPart, at, message];
}

/** A message that we got. */
export interface GotMessage {
  /** When its turn came; null: an older build did not keep it. */
  readonly at: EpochNs | null;
  readonly bytes: Uint8Array;
}

/** A value of `fix-incoming`. */
export function decodeIncoming(value: Uint8Array): GotMessage {
  if (value[0] !== TIMED) return { at: null, bytes: value };
  const view = new DataView(value.buffer, value.byteOffset, value.byteLength);
  return { at: epochNs(view.getBigInt64(1)), bytes: value.subarray(9) };
}

/** Which of an epoch's reports may not have arrived. */
export interface Delivery {
  readonly epoch: number;
  /** The connection at hand, so far as the journal knows; null between connections. */
  readonly connection: LiveConnection | null;
  /** Reports sent from here on are not known to have arrived; of a live connection, as it began. */
  readonly cutoff: EpochNs;
}

export interface LiveConnection {
  readonly loggedOnAt: EpochNs;
  /** Seconds. */
  readonly heartBtInt: number;
}

/**
 * What a connection that ended at `at` leaves: the last two heartbeat intervals are not known to have
 * arrived, nor, where it was shorter than that, what it was to catch up on.
 */
export function ended(delivery: Delivery, at: EpochNs): Delivery {
  const { epoch, connection, cutoff } = delivery;
  if (connection === null) return delivery;
  const { loggedOnAt, heartBtInt } = connection;
  const wait = BigInt(2 * heartBtInt) * NS_PER_SECOND;
  const lately = epochNs(at > wait ? at - wait : 0n);
  const isShort = lately < loggedOnAt;
  return { epoch, connection: null, cutoff: isShort && cutoff < lately ? cutoff : lately };
}

/**
 * The time was set forward under it, from `before` to `now`. What it may have missed until then is told by the time that was; from then on
 * it is as one that began just now.
 */
export function steppedOver(
  delivery: Delivery,
  { before, now }: { readonly before: EpochNs; readonly now: EpochNs },
): Delivery {
  const { connection } = delivery;
  if (connection === null) return delivery;
  const { epoch, cutoff } = ended(delivery, before);
  return { epoch, cutoff, connection: { ...connection, loggedOnAt: now } };
}

/**
 * What a process before this one leaves. Its clock may have been ahead of ours: what is sent from now on is later than
 * the cutoff, or it would pass for known to have arrived.
 */
export function takenOver(
  delivery: Delivery,
  { lastTime, now }: { readonly lastTime: EpochNs; readonly now: EpochNs },
): Delivery {
  const left = ended(delivery, lastTime < now ? lastTime : now);
  return left.cutoff <= now ? left : { ...left, cutoff: now };
}

export function deliveryPut(sessionID: string, delivery: Delivery): BatchPut {
  const { epoch, connection, cutoff } = delivery;
  const value = [epoch, cutoff, connection?.loggedOnAt ?? 0n, connection?.heartBtInt ?? 0];
  return { table: tables.fixDelivery, key: [sessionID], value };
}

export function loadDelivery(journal: Pick<Journal, 'get'>, sessionID: string): Delivery | null {
  const bytes = journal.get(tables.fixDelivery, keyOf(sessionID));
  if (bytes === null) return null;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const loggedOnAt = epochNs(view.getBigInt64(16));
  const heartBtInt = Number(view.getBigUint64(24));
  return {
    epoch: Number(view.getBigUint64(0)),
    connection: loggedOnAt === 0n ? null : { loggedOnAt, heartBtInt },
    cutoff: epochNs(view.getBigInt64(8)),
  };
}
