// A line's way to the user stream (the clock, a logon where the key allows it, the subscription), and how requests are
// sent on it.
//
// Source: binance-spot-api-docs, web-socket-api.md (session.logon, userDataStream.subscribe, time), snapshot 2026-07-21.

import type { InFlight, Lines, Session, Turn } from '../connection/index.ts';
import type { RequestSigner } from '../port/index.ts';
import type { EpochNs } from '../../spec/ports/index.ts';
import type { Purpose, QueryAbout, Request, Requests, Sent } from './requests.ts';
import { type Reply, readServerTime } from './wire.ts';

const MILLISECOND_NS = 1_000_000n;
const CLOCK_EVERY_MS = 60_000;
/** So many answers "wrong time" in a row although the clock was read between them: it cannot be fixed. */
const WRONG_TIMES_MOST = 5;

export interface UserStreamParts {
  readonly turn: Turn;
  readonly signer: RequestSigner;
  readonly lines: Lines;
  readonly requests: Requests;
  /** The clock is to be read while the line works. */
  askClock(): void;
}

/** Mutable: what is known of each line. */
export class UserStream {
  readonly #parts: UserStreamParts;
  readonly #turn: Turn;
  readonly #lines: Lines;
  readonly #requests: Requests;
  /** Lines that need no signatures any more. */
  readonly #loggedOn = new Set<string>();
  #wrongTimes = 0;

  constructor(parts: UserStreamParts) {
    this.#parts = parts;
    this.#turn = parts.turn;
    this.#lines = parts.lines;
    this.#requests = parts.requests;
  }

  started(): void {
    this.#wrongTimes = 0;
  }

  /** With time and window, and signed unless its line is logged on. Its id. */
  sendSigned({ channel }: Session, request: Request): string {
    const line = { channel, loggedOn: this.#loggedOn.has(channel) };
    return this.#act(this.#requests.sendSigned(line, request, this.#turn));
  }

  /** What anybody may ask. Its id. */
  send({ channel }: Session, request: Request): string {
    return this.#act(this.#requests.send(channel, request, this.#turn));
  }

  #act({ id, action }: Sent): string {
    this.#turn.act(action);
    return id;
  }

  askTime(session: Session): void {
    this.#lines.prepare(session, 'Clock');
    this.send(session, { purpose: { type: 'Clock' }, method: 'time', params: {}, weight: 1 });
  }

  /** The clock was read on its way: what comes next. */
  clockRead(session: Session): void {
    if (this.#parts.signer.algorithm !== 'Ed25519') return this.#subscribe(session);
    this.#lines.prepare(session, 'Logon');
    const purpose = { type: 'Logon' } as const;
    this.sendSigned(session, { purpose, method: 'session.logon', params: {}, weight: 2 });
  }

  loggedOn(session: Session): void {
    this.#loggedOn.add(session.channel);
    this.#subscribe(session);
  }

  #subscribe(session: Session): void {
    this.#lines.prepare(session, 'Subscribing');
    const request = { purpose: { type: 'Subscribe' }, params: {}, weight: 2 } as const;
    if (this.#loggedOn.has(session.channel)) {
      this.send(session, { ...request, method: 'userDataStream.subscribe' });
    } else {
      this.sendSigned(session, { ...request, method: 'userDataStream.subscribe.signature' });
    }
  }

  lost(channel: string): void {
    this.#loggedOn.delete(channel);
  }

  readClock(request: InFlight<Purpose>, reply: Reply): boolean {
    const venueTime = readServerTime(reply.result);
    if (venueTime === null) return false;
    this.#turn.readClock(request.sentAt, venueTime, MILLISECOND_NS);
    return true;
  }

  readClockIfDue(): void {
    const readAt = this.#turn.skewReadAt;
    if (readAt === null || this.#turn.aged(readAt, CLOCK_EVERY_MS)) this.#parts.askClock();
  }

  /**
   * Requests that were sent before the clock was read say nothing of its reading: a burst that was held
   * up on its way is one finding, however many answers it brings.
   */
  readClockAgain(text: string, sentAt: EpochNs | null): void {
    const readAt = this.#turn.skewReadAt;
    if (readAt === null || sentAt === null || sentAt < readAt) return;
    this.#wrongTimes += 1;
    this.#turn.remark('warn', 'the venue found our time wrong', { text });
    if (this.#wrongTimes >= WRONG_TIMES_MOST) {
      return this.#lines.stop('the clock skew cannot be fixed');
    }
    this.#turn.distrustClock();
    this.#parts.askClock();
  }

  /** The request was done: where the venue has looked at its time, that was right. */
  done(request: InFlight<Purpose>): void {
    if (wasTimed(request)) this.#wrongTimes = 0;
  }
}

/** Whether the venue has looked at its timestamp. */
function wasTimed({ purpose }: InFlight<Purpose>): boolean {
  return purpose.type !== 'Subscribe' && isSigned(purpose);
}

/** Whether its answer says that the venue takes the key, or does not. */
export function isSigned(purpose: Purpose): boolean {
  if (purpose.type === 'Query') return !isPublic(purpose.query.about);
  return purpose.type !== 'Clock';
}

/** Whether anybody may ask it: neither key nor timestamp is sent. */
export function isPublic(about: QueryAbout): boolean {
  return about.type === 'Clock' || about.type === 'Listings';
}
