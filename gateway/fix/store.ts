// What a session keeps: two numbers, and every application message that it sent. Plain data.

import type { EpochNs } from '../../spec/ports/index.ts';
import type { SessionID } from './session/settings.ts';

export interface StoredSession {
  readonly epoch: number;
  /** When the epoch began; null or absent: that was not kept. */
  readonly epochSince?: EpochNs | null;
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

/** A store that keeps sessions itself; a desk's are kept by its journal, with what the messages caused. */
export interface KeepingStore extends SessionStore {
  /** All of it, or, where it throws, nothing. */
  apply(...changes: readonly SessionChange[]): void;
}

/** One session's part: its messages are all of its epoch, the oldest of them only waiting to be cut off. */
interface Kept {
  stored: StoredSession;
  messages: SentMessage[];
}

/**
 * In memory, for a client and for tests: it forgets with the process. `maxMessages` bounds each session's history; older
 * messages are gap-filled.
 */
export function memoryStore(maxMessages = 100_000): KeepingStore {
  const sessions = new Map<SessionID, Kept>();
  return {
    load: (sessionID) => sessions.get(sessionID)?.stored ?? null,
    sentMessages({ sessionID, epoch, fromSeqNum, toSeqNum, limit }) {
      const kept = sessions.get(sessionID);
      if (kept === undefined || kept.stored.epoch !== epoch) return [];
      const { messages } = kept;
      const oldest = Math.max(0, messages.length - maxMessages);
      const from = Math.max(oldest, firstAtLeast(messages, fromSeqNum));
      return messages.slice(from, Math.min(firstAtLeast(messages, toSeqNum + 1), from + limit));
    },
    apply(...changes) {
      for (const change of changes) take(change);
    },
  };

  function take(change: SessionChange): void {
    const { sessionID, epoch, epochSince, nextInMsgSeqNum, reservedOutEnd, messages } = change;
    const since = epochSince === undefined ? {} : { epochSince };
    const stored = { epoch, ...since, nextInMsgSeqNum, reservedOutEnd };
    let kept = sessions.get(sessionID);
    if (kept === undefined) {
      kept = { stored, messages: [] };
      sessions.set(sessionID, kept);
    } else if (kept.stored.epoch !== epoch) kept.messages = [];
    kept.stored = stored;
    for (const message of messages) if (message.epoch === epoch) kept.messages.push(message);
    // Cut at twice the bound: cutting one for each that comes took a quarter of an order's time.
    if (kept.messages.length >= maxMessages * 2)
      kept.messages = kept.messages.slice(kept.messages.length - maxMessages);
  }
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
