// What a session keeps: two numbers, and every application message that it sent. Plain data.

import type { EpochNs } from '../../spec/ports/index.ts';
import type { SessionID } from './session/settings.ts';

export interface StoredSession {
  readonly epoch: number;
  readonly nextInMsgSeqNum: number;
  /** The number with which sending goes on after a restart. */
  readonly reservedOutEnd: number;
}

/** One sent message, whole, as it went on the wire. Key: session, epoch, msgSeqNum. */
export interface SentMessage {
  readonly epoch: number;
  readonly msgSeqNum: number;
  readonly msgType: string;
  readonly sendingTime: EpochNs;
  readonly bytes: Uint8Array;
}

/** What one batch makes durable for one session. */
export interface SessionChange extends StoredSession {
  readonly sessionID: SessionID;
  /** Application messages since the last change, in the order of their numbers. */
  readonly messages: readonly SentMessage[];
  /** Give it to `SessionDriver.release` when the batch is on disk. */
  readonly ticket: number;
}

/** The reading side: what recovery and resends ask. */
export interface SessionStore {
  load(sessionID: SessionID): StoredSession | null;
  /** Messages with fromSeqNum <= number <= toSeqNum, ascending, at most `limit`. */
  sentMessages(range: SentRange): readonly SentMessage[];
}

export interface SentRange {
  readonly sessionID: SessionID;
  readonly epoch: number;
  readonly fromSeqNum: number;
  readonly toSeqNum: number;
  readonly limit: number;
}

/** A store in memory, for a client and for tests: it forgets with the process. */
export interface MemoryStore extends SessionStore {
  apply(change: SessionChange): void;
}

/** `maxMessages` bounds each session's history; older messages are gap-filled. */
export function memoryStore(maxMessages = 100_000): MemoryStore {
  const sessions = new Map<SessionID, StoredSession>();
  const sent = new Map<string, SentMessage[]>();
  return {
    load: (sessionID) => sessions.get(sessionID) ?? null,
    sentMessages({ sessionID, epoch, fromSeqNum, toSeqNum, limit }) {
      const all = sent.get(`${sessionID} ${epoch}`) ?? [];
      const from = firstAtLeast(all, fromSeqNum);
      const to = Math.min(firstAtLeast(all, toSeqNum + 1), from + limit);
      return all.slice(from, to);
    },
    apply({ sessionID, epoch, nextInMsgSeqNum, reservedOutEnd, messages }) {
      const before = sessions.get(sessionID);
      if (before !== undefined && before.epoch !== epoch)
        sent.delete(`${sessionID} ${before.epoch}`);
      sessions.set(sessionID, { epoch, nextInMsgSeqNum, reservedOutEnd });
      for (const message of messages) {
        if (message.epoch !== epoch) continue;
        const key = `${sessionID} ${epoch}`;
        const kept = sent.get(key) ?? [];
        kept.push(message);
        if (kept.length > maxMessages) kept.splice(0, kept.length - maxMessages);
        sent.set(key, kept);
      }
    },
  };
}

function firstAtLeast(messages: readonly SentMessage[], msgSeqNum: number): number {
  let low = 0;
  let high = messages.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((messages[middle]?.msgSeqNum ?? 0) < msgSeqNum) low = middle + 1;
    else high = middle;
  }
  return low;
}
