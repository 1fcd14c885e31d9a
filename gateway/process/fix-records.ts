// How FIX sessions are kept in the journal's tables: their numbers, and every message sent and got.

import { epochNs } from '../../spec/units/index.ts';
import type { EpochNs } from '../../spec/ports/index.ts';
import type { SentMessage, SessionChange, SessionStore, StoredSession } from '../fix/index.ts';
import type { BatchPut, Journal } from '../journal/index.ts';
import { keyOf, tables, textBytes, bytesText } from './tables.ts';

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

/** Which of an epoch's reports may not have arrived, once the epoch is over. */
export interface Delivery {
  readonly epoch: number;
  /** Logged on, so far as the journal knows: then the process died with the connection. */
  readonly isLive: boolean;
  /** Seconds. */
  readonly heartBtInt: number;
  /** Of a connection that ended: reports sent from here on may not have arrived. */
  readonly cutoff: EpochNs;
}

export function deliveryPut(sessionID: string, delivery: Delivery): BatchPut {
  const { epoch, isLive, heartBtInt, cutoff } = delivery;
  const value = numbers(epoch, isLive ? 1 : 0, heartBtInt, Number(cutoff / 1_000_000n));
  return { table: tables.fixDelivery, key: keyOf(sessionID), value };
}

export function loadDelivery(journal: Pick<Journal, 'get'>, sessionID: string): Delivery | null {
  const bytes = journal.get(tables.fixDelivery, keyOf(sessionID));
  if (bytes === null) return null;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return {
    epoch: Number(view.getBigUint64(0)),
    isLive: view.getBigUint64(8) === 1n,
    heartBtInt: Number(view.getBigUint64(16)),
    cutoff: epochNs(view.getBigUint64(24) * 1_000_000n),
  };
}

function numbers(...values: readonly number[]): Uint8Array {
  const bytes = new Uint8Array(values.length * 8);
  const view = new DataView(bytes.buffer);
  values.forEach((value, index) => view.setBigUint64(index * 8, BigInt(value)));
  return bytes;
}
