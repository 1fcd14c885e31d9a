// How FIX sessions are kept in the journal's tables: their numbers, and every message sent and got.

import { epochNs } from '../../spec/units/index.ts';
import type { EpochNs } from '../../spec/ports/index.ts';
import type { SentMessage, SessionChange, SessionStore, StoredSession } from '../fix/index.ts';
import type { BatchPut, Journal } from '../journal/index.ts';
import { keyOf, tables, textBytes, bytesText } from './tables.ts';

const NS_PER_SECOND = 1_000_000_000n;

/** What a commit writes for one session. */
export function putsOf(change: SessionChange): readonly BatchPut[] {
  const { sessionID, epoch, nextInMsgSeqNum, reservedOutEnd } = change;
  const stored = numbers(epoch, nextInMsgSeqNum, reservedOutEnd);
  const puts: BatchPut[] = [{ table: tables.fixSessions, key: keyOf(sessionID), value: stored }];
  for (const message of change.messages) {
    const key = keyOf(sessionID, message.epoch, message.msgSeqNum);
    puts.push({ table: tables.fixOutgoing, key, value: encodeMessage(message) });
  }
  return puts;
}

/** The reading side, over what is durable. */
export function journalStore(journal: Pick<Journal, 'get' | 'range'>): SessionStore {
  return {
    load(sessionID): StoredSession | null {
      const bytes = journal.get(tables.fixSessions, keyOf(sessionID));
      if (bytes === null) return null;
      const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
      return {
        epoch: Number(view.getBigUint64(0)),
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

function encodeMessage(message: SentMessage): Uint8Array {
  const msgType = textBytes(message.msgType);
  const value = new Uint8Array(9 + msgType.length + message.bytes.length);
  new DataView(value.buffer).setBigInt64(0, message.sendingTime);
  value[8] = msgType.length;
  value.set(msgType, 9);
  value.set(message.bytes, 9 + msgType.length);
  return value;
}

/** Key and value of `fix-outgoing`. */
export function decodeMessage(key: Uint8Array, value: Uint8Array): SentMessage {
  const ids = new DataView(key.buffer, key.byteOffset, key.byteLength);
  const view = new DataView(value.buffer, value.byteOffset, value.byteLength);
  const typeEnd = 9 + view.getUint8(8);
  return {
    epoch: Number(ids.getBigUint64(key.byteLength - 16)),
    msgSeqNum: Number(ids.getBigUint64(key.byteLength - 8)),
    sendingTime: epochNs(view.getBigInt64(0)),
    msgType: bytesText(value.subarray(9, typeEnd)),
    bytes: value.slice(typeEnd),
  };
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

export function deliveryPut(sessionID: string, delivery: Delivery): BatchPut {
  const { epoch, connection, cutoff } = delivery;
  const value = new Uint8Array(32);
  const view = new DataView(value.buffer);
  view.setBigUint64(0, BigInt(epoch));
  view.setBigInt64(8, cutoff);
  view.setBigInt64(16, connection?.loggedOnAt ?? 0n);
  view.setBigUint64(24, BigInt(connection?.heartBtInt ?? 0));
  return { table: tables.fixDelivery, key: keyOf(sessionID), value };
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

function numbers(...values: readonly number[]): Uint8Array {
  const bytes = new Uint8Array(values.length * 8);
  const view = new DataView(bytes.buffer);
  values.forEach((value, index) => view.setBigUint64(index * 8, BigInt(value)));
  return bytes;
}
