// Questions that wait: each asked once at a time, on whichever line is up, again after a failure,
// and never so many that the venue's budget is gone.

import type { Question } from './absence.ts';
import {
  type InFlight,
  type Line,
  QUERY_SHARE,
  type Query,
  type QueryAbout,
  type Requests,
} from './requests.ts';
import type { Turn } from './turn.ts';

export interface QuestionsParts {
  readonly turn: Turn;
  readonly requests: Requests;
  /** What is sent for it; null where it has become pointless. */
  form(about: QueryAbout): Question | null;
  /** It was put, and a reconciliation under way waits for it, too. */
  put(query: Query): void;
  /** It is answered, given up, or takes longer than a reconciliation waits. */
  settled(key: string): void;
}

/** Questions on the wire at once. */
const ASKED_MOST = 32;
/** Again after 250 ms, 500 ms … at most so long. */
const RETRY_MOST_MS = 10_000;
/** After so many failures reconciliation goes on without this answer; the question stays. */
const RECONCILE_TRIES = 3;

/** Mutable: the queue of one machine. Keyed, so it is bounded by the children and the symbols. */
export class Questions {
  readonly #parts: QuestionsParts;
  readonly #waiting = new Map<string, Query>();

  constructor(parts: QuestionsParts) {
    this.#parts = parts;
  }

  all(): IterableIterator<Query> {
    return this.#waiting.values();
  }

  /** Asks, `waitMs` from now; the same question that waits already is asked no later than that. */
  put(key: string, about: QueryAbout, waitMs = 0): void {
    const notBefore = this.#parts.turn.in(waitMs);
    const known = this.#waiting.get(key);
    if (known !== undefined) {
      if (!known.asked && notBefore < known.notBefore) known.notBefore = notBefore;
      return this.#parts.put(known);
    }
    const query = { key, about, attempt: 0, notBefore, asked: false, requestID: null };
    this.#waiting.set(key, query);
    this.#parts.put(query);
  }

  /** No longer of interest. One that is on the wire is left: its answer is harmless. */
  drop(key: string): void {
    const query = this.#waiting.get(key);
    if (query === undefined || query.asked) return;
    this.#waiting.delete(key);
    this.#parts.settled(key);
  }

  done(query: Query): void {
    this.#waiting.delete(query.key);
    this.#parts.settled(query.key);
  }

  /** The same question with its next page. */
  more(query: Query): void {
    query.asked = false;
    query.attempt = 0;
  }

  again(query: Query, waitMs: number): void {
    query.asked = false;
    query.attempt += 1;
    query.notBefore = this.#parts.turn.in(waitMs);
    if (query.attempt >= RECONCILE_TRIES) this.#parts.settled(query.key);
  }

  againLater(query: Query): void {
    this.again(query, retryMs(query));
  }

  /** Whether `request` is the one that asks `query` now: an older one's page may be another. */
  awaits(query: Query, request: InFlight): boolean {
    return this.#waiting.get(query.key) === query && query.requestID === request.id;
  }

  /** Sends what is due, as far as the budget goes. */
  pump(line: Line | null): void {
    if (line === null || this.#waiting.size === 0) return;
    let asked = this.#parts.requests.questionsAsked();
    for (const query of this.#waiting.values()) {
      if (asked >= ASKED_MOST) return;
      if (query.asked || this.#parts.turn.now < query.notBefore) continue;
      if (!this.#ask(line, query)) return;
      asked += 1;
    }
  }

  /** False: the budget is used up, all else waits too. */
  #ask(line: Line, query: Query): boolean {
    const { turn, requests } = this.#parts;
    const question = this.#parts.form(query.about);
    if (question === null) {
      this.done(query);
      return true;
    }
    if (!requests.affords(question.weight, QUERY_SHARE, turn.venueNow)) return false;
    query.asked = true;
    query.requestID = requests.nextID;
    const request = { ...question, purpose: { type: 'Query', query } } as const;
    turn.act(
      isPublic(query.about)
        ? requests.send(line.channel, request, turn)
        : requests.sendSigned(line, request, turn),
    );
    return true;
  }
}

/** Whether anybody may ask it: neither key nor timestamp is sent. */
export function isPublic(about: QueryAbout): boolean {
  return about.type === 'Clock' || about.type === 'Listings';
}

export function retryMs(query: Query): number {
  return Math.min(RETRY_MOST_MS, 250 * 2 ** Math.min(query.attempt, 10));
}
