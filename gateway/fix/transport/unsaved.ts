// What of a session is not on disk yet, and which change of it a message waits for.

import type { SessionID } from '../session/settings.ts';
import type { SessionState } from '../session/state.ts';
import type { SentMessage, SessionChange } from '../store.ts';
import type { EpochNs } from '../../../spec/ports/index.ts';
import { Fifo } from './fifo.ts';

/**
 * So long the numbers of the peer's heartbeats wait for a change that comes anyway. A crash forgets at most those: the
 * peer's next number is too high then, it is asked for the ones between, and fills them with one SequenceReset.
 */
const HEARTBEATS_WAIT_NS = 60_000_000_000n;

/** A block of numbers that a change asks for. */
interface Reservation {
  readonly ticket: number;
  readonly epoch: number;
  readonly end: number;
}

interface Saved {
  readonly epoch: number;
  readonly nextIn: number;
  readonly askedOutEnd: number;
}

/** Changes have ascending tickets; what waits for a commit waits for the ticket of the next change. */
export class Unsaved {
  /** Sent, in no change yet. */
  #messages: SentMessage[] = [];
  /** In no released change yet: a resend must not take their absence from the store for a gap. */
  readonly #undurable = new Fifo<{ readonly message: SentMessage; readonly ticket: number }>();
  /** In changes that are not released: most changes bring none. */
  readonly #reservations = new Fifo<Reservation>();
  #saved: Saved;
  #nextTicket = 1;
  /** A message waits for the next change, though it may bring no other news: a Logon behind a gap. */
  #isNextTicketAwaited = false;
  /** Nothing but heartbeats came since the last change; and the first of them. */
  #isQuiet = true;
  #heartbeatAt: EpochNs | null = null;

  constructor(loaded: SessionState) {
    this.#saved = savedOf(loaded);
  }

  /** The ticket of the next change, which will be made though nothing else has changed. */
  awaitNext(): number {
    this.#isNextTicketAwaited = true;
    return this.#nextTicket;
  }

  /** An application message, numbered, which waits for this ticket. */
  keep(message: SentMessage, ticket: number): void {
    this.#messages.push(message);
    this.#undurable.push({ message, ticket });
  }

  /** A message of the peer's was taken. */
  heard(isHeartbeat: boolean, now: EpochNs): void {
    if (isHeartbeat) this.#heartbeatAt ??= now;
    else this.#isQuiet = false;
  }

  /** What is there asks for a change of its own: heartbeats alone do so when they have waited for long. */
  isDue(state: SessionState, now: EpochNs): boolean {
    if (!this.isThere(state)) return false;
    const isNewsOfNumbers =
      !this.#isNextTicketAwaited &&
      this.#messages.length === 0 &&
      state.epoch === this.#saved.epoch &&
      state.askedOutEnd === this.#saved.askedOutEnd;
    if (!isNewsOfNumbers || !this.#isQuiet || this.#heartbeatAt === null) return true;
    return now - this.#heartbeatAt >= HEARTBEATS_WAIT_NS;
  }

  isThere(state: SessionState): boolean {
    const { epoch, nextIn, askedOutEnd } = this.#saved;
    return (
      this.#isNextTicketAwaited ||
      this.#messages.length > 0 ||
      state.epoch !== epoch ||
      state.nextInMsgSeqNum !== nextIn ||
      state.askedOutEnd !== askedOutEnd
    );
  }

  /** All of it, as one change; null: nothing. */
  take(sessionID: SessionID, state: SessionState): SessionChange | null {
    if (!this.isThere(state)) return null;
    const { epoch, epochSince, nextInMsgSeqNum, askedOutEnd } = state;
    const ticket = this.#nextTicket;
    this.#nextTicket += 1;
    const messages = this.#messages;
    this.#messages = [];
    this.#isNextTicketAwaited = false;
    this.#isQuiet = true;
    this.#heartbeatAt = null;
    if (epoch !== this.#saved.epoch || askedOutEnd !== this.#saved.askedOutEnd)
      this.#reservations.push({ ticket, epoch, end: askedOutEnd });
    this.#saved = savedOf(state);
    return {
      sessionID,
      epoch,
      epochSince,
      nextInMsgSeqNum,
      reservedOutEnd: askedOutEnd,
      messages,
      ticket,
    };
  }

  /** The changes up to this ticket are on disk; `use` is told of each block of numbers in them. */
  settle(ticket: number, use: (durable: Reservation) => void): void {
    for (
      let one = this.#undurable.first;
      one !== undefined && one.ticket <= ticket;
      one = this.#undurable.first
    )
      this.#undurable.shift();
    for (
      let one = this.#reservations.first;
      one !== undefined && one.ticket <= ticket;
      one = this.#reservations.first
    ) {
      this.#reservations.shift();
      use(one);
    }
  }

  /** The lowest number of a message that is not on disk; null: all are. */
  get firstUndurable(): number | null {
    return this.#undurable.first?.message.msgSeqNum ?? null;
  }

  /** Those that are not known to be on disk, in the order of their sending. */
  get undurable(): readonly SentMessage[] {
    return [...this.#undurable].map(({ message }) => message);
  }
}

function savedOf({ epoch, nextInMsgSeqNum, askedOutEnd }: SessionState): Saved {
  return { epoch, nextIn: nextInMsgSeqNum, askedOutEnd };
}
