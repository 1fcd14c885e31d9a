// Sessions kept on a disk of their own, for who uses the engine without a desk's journal: numbers and sent messages of
// a change in one commit.

import type { Disk, EpochNs } from '../../spec/ports/index.ts';
import { masked } from './codec/mask.ts';
import type { KeepingStore, SentMessage, SessionChange, StoredSession } from './store.ts';
import type { SessionID } from './session/settings.ts';

/** What the disk is opened with. */
export const storeTables = { sessions: 'fix-sessions', messages: 'fix-messages' } as const;

/** A longer history is for a store that somebody looks after: some 3 GB of reports. */
const MAX_MESSAGES = 10_000_000;
/** Messages that one commit takes away of those that are past their time: a reset of a long day is not felt. */
const SWEPT_AT_ONCE = 256;
const FORMAT = 1;
const SESSION_BYTES = 33;
const NEVER = 0n;

export interface DiskStoreOptions {
  readonly disk: Pick<Disk, 'get' | 'range' | 'commit'>;
  /** Of each session messages with a number further than this behind its newest go; they are gap-filled. */
  readonly maxMessages?: number;
}

/**
 * One process at a time has the disk. `apply` returns when all is on it, and throws with nothing changed when the disk is
 * lost: then nothing may leave either, and the process ends. Passwords are masked before they are stored (I8).
 */
export function diskStore({ disk, maxMessages = MAX_MESSAGES }: DiskStoreOptions): KeepingStore {
  const { sessions, messages } = storeTables;
  /** Where there is nothing to sweep any more until the epoch changes, or numbers go on. */
  const sweptTo = new Map<SessionID, bigint>();
  type Write = Parameters<Disk['commit']>[0][number];

  /** Messages of epochs that have ended, and those that are too old. */
  function sweep({ sessionID, epoch, messages: sent }: SessionChange, keptFrom: number): Write[] {
    const place = (BigInt(epoch) << 64n) | BigInt(keptFrom);
    if ((sweptTo.get(sessionID) ?? -1n) >= place) return [];
    const from = messageKey(sessionID, 0, 0);
    const to = messageKey(sessionID, epoch, keptFrom);
    const limit = SWEPT_AT_ONCE + sent.length;
    const found = [...disk.range(messages, from, to, { limit })];
    if (found.length < limit) sweptTo.set(sessionID, place);
    return found.map(([key]) => ({ table: messages, key, value: null }));
  }

  /** One session's: the last numbers, and the messages of the epoch that they are of. */
  function writesOf(change: SessionChange): Write[] {
    const { sessionID, epoch } = change;
    const keptFrom = Math.max(0, (change.messages.at(-1)?.msgSeqNum ?? 0) - maxMessages + 1);
    const kept = change.messages.filter(({ msgSeqNum }) => msgSeqNum >= keptFrom);
    return [
      { table: sessions, key: sessionKey(sessionID), value: encodeSession(change) },
      ...kept.map((message) => ({
        table: messages,
        key: messageKey(sessionID, epoch, message.msgSeqNum),
        value: encodeMessage(message),
      })),
      ...sweep(change, keptFrom),
    ];
  }

  return {
    load(sessionID) {
      const bytes = disk.get(sessions, sessionKey(sessionID));
      return bytes === null ? null : decodeSession(sessionID, bytes);
    },
    sentMessages({ sessionID, epoch, fromSeqNum, toSeqNum, limit }) {
      const from = messageKey(sessionID, epoch, fromSeqNum);
      const to = messageKey(sessionID, epoch, toSeqNum + 1);
      const found: SentMessage[] = [];
      for (const [key, value] of disk.range(messages, from, to, { limit }))
        found.push(decodeMessage(key, value));
      return found;
    },
    apply(...changes) {
      const joined = new Map<SessionID, SessionChange>();
      for (const change of changes) {
        const { sessionID, epoch } = change;
        const before = joined.get(sessionID)?.messages ?? [];
        const sent = [...before, ...change.messages].filter((message) => message.epoch === epoch);
        joined.set(sessionID, { ...change, messages: sent });
      }
      disk.commit([...joined.values()].flatMap(writesOf));
    },
  };
}

const encoder = new TextEncoder();
const decoder = new TextDecoder();

function sessionKey(sessionID: SessionID): Uint8Array {
  return encoder.encode(sessionID);
}

/** The session's name, a zero, epoch and number as big-endian u64: keys sort as the messages were sent. */
function messageKey(sessionID: SessionID, epoch: number, msgSeqNum: number): Uint8Array {
  const name = encoder.encode(sessionID);
  const key = new Uint8Array(name.length + 17);
  key.set(name);
  const view = new DataView(key.buffer);
  view.setBigUint64(name.length + 1, BigInt(epoch));
  view.setBigUint64(name.length + 9, BigInt(msgSeqNum));
  return key;
}

/** u8 format, u64 epoch, u64 next number in, u64 number with which sending goes on, i64 since when the epoch is. */
function encodeSession(change: SessionChange): Uint8Array {
  const bytes = new Uint8Array(SESSION_BYTES);
  const view = new DataView(bytes.buffer);
  view.setUint8(0, FORMAT);
  view.setBigUint64(1, BigInt(change.epoch));
  view.setBigUint64(9, BigInt(change.nextInMsgSeqNum));
  view.setBigUint64(17, BigInt(change.reservedOutEnd));
  view.setBigInt64(25, change.epochSince ?? NEVER);
  return bytes;
}

function decodeSession(sessionID: SessionID, bytes: Uint8Array): StoredSession {
  if (bytes.length !== SESSION_BYTES || bytes[0] !== FORMAT)
    throw new Error(
      `the stored numbers of ${sessionID} are ${bytes.length} bytes of format ${bytes[0]}, expected ${SESSION_BYTES} of format ${FORMAT}`,
    );
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const epochSince = view.getBigInt64(25);
  return {
    epoch: Number(view.getBigUint64(1)),
    nextInMsgSeqNum: Number(view.getBigUint64(9)),
    reservedOutEnd: Number(view.getBigUint64(17)),
    epochSince: epochSince === NEVER ? null : (epochSince as EpochNs),
  };
}

/** i64 SendingTime, u8 length of MsgType, MsgType, the message. */
function encodeMessage({ msgType, sendingTime, bytes }: SentMessage): Uint8Array {
  const type = encoder.encode(msgType);
  const message = masked(bytes);
  const value = new Uint8Array(9 + type.length + message.length);
  const view = new DataView(value.buffer);
  view.setBigInt64(0, sendingTime);
  view.setUint8(8, type.length);
  value.set(type, 9);
  value.set(message, 9 + type.length);
  return value;
}

/** A message as the store has it, whichever store of ours it is. */
export function decodeMessage(key: Uint8Array, value: Uint8Array): SentMessage {
  const ids = new DataView(key.buffer, key.byteOffset, key.byteLength);
  const view = new DataView(value.buffer, value.byteOffset, value.byteLength);
  const typeEnd = 9 + view.getUint8(8);
  return {
    epoch: Number(ids.getBigUint64(key.byteLength - 16)),
    msgSeqNum: Number(ids.getBigUint64(key.byteLength - 8)),
    sendingTime: view.getBigInt64(0) as EpochNs,
    msgType: decoder.decode(value.subarray(9, typeEnd)),
    bytes: value.slice(typeEnd),
  };
}
