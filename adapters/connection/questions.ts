// Questions that wait: each asked once at a time, on whichever line is up, again after a failure,
// and never so many that the venue's budget is gone.

import type { EpochNs } from '../../spec/ports/index.ts';
import type { Turn } from './turn.ts';

/** A question that is asked until it is answered, on whichever line is up. */
export interface Query<About> {
  readonly key: string;
  readonly about: About;
  attempt: number;
  notBefore: EpochNs;
  asked: boolean;
  /** The request that asks it now, or asked it last. */
  requestID: string | null;
}

/** `NoRoom`: neither it nor any other can be asked now. */
export type Asking<About> =
  | {
      readonly type: 'Asked';
      readonly requestID: string;
      /** Others that the same request asks. */
      readonly alongside?: readonly Query<About>[];
    }
  | { readonly type: 'Pointless' }
  | { readonly type: 'NoRoom' };

export interface QuestionsParts<About> {
  readonly turn: Turn;
  /** Sends it, if there is a line and the venue's budget allows. */
  ask(query: Query<About>): Asking<About>;
  /** It was put, and a reconciliation under way waits for it, too. */
  put(query: Query<About>): void;
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
export class Questions<About> {
  readonly #parts: QuestionsParts<About>;
  readonly #waiting = new Map<string, Query<About>>();
  /** Of those that wait. Counted anew at each frame 100,000 open orders took a second behind a start. */
  #asked = 0;

  constructor(parts: QuestionsParts<About>) {
    this.#parts = parts;
  }

  all(): IterableIterator<Query<About>> {
    return this.#waiting.values();
  }

  /** Asks, `waitMs` from now; the same question that waits already is asked no later than that. */
  put(key: string, about: About, waitMs = 0): void {
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

  /** Those that could be asked now. */
  *due(): IterableIterator<Query<About>> {
    for (const query of this.#waiting.values()) {
      if (!query.asked && this.#parts.turn.now >= query.notBefore) yield query;
    }
  }

  /** No longer of interest. One that is on the wire is left: its answer is harmless. */
  drop(key: string): void {
    const query = this.#waiting.get(key);
    if (query === undefined || query.asked) return;
    this.#waiting.delete(key);
    this.#parts.settled(key);
  }

  done(query: Query<About>): void {
    const waiting = this.#waiting.get(query.key);
    if (waiting?.asked === true) this.#asked -= 1;
    this.#waiting.delete(query.key);
    this.#parts.settled(query.key);
  }

  /** The same question with its next page. */
  more(query: Query<About>): void {
    this.#mark(query, false);
    query.attempt = 0;
  }

  again(query: Query<About>, waitMs: number): void {
    this.#mark(query, false);
    query.attempt += 1;
    query.notBefore = this.#parts.turn.in(waitMs);
    if (query.attempt >= RECONCILE_TRIES) this.#parts.settled(query.key);
  }

  againLater(query: Query<About>): void {
    this.again(query, retryMs(query));
  }

  /** Whether the request of that name asks `query` now: an older one's page may be another. */
  awaits(query: Query<About>, requestID: string): boolean {
    return this.#waiting.get(query.key) === query && query.requestID === requestID;
  }

  /** Sends what is due, as far as there is room for it. */
  pump(): void {
    const { turn } = this.#parts;
    for (const query of this.#waiting.values()) {
      if (this.#asked >= ASKED_MOST) return;
      if (query.asked || turn.now < query.notBefore) continue;
      const asking = this.#parts.ask(query);
      if (asking.type === 'NoRoom') return;
      if (asking.type === 'Pointless') {
        this.done(query);
        continue;
      }
      for (const one of [query, ...(asking.alongside ?? [])]) {
        this.#mark(one, true);
        one.requestID = asking.requestID;
      }
    }
  }

  /** One that no longer waits is not counted. */
  #mark(query: Query<About>, asked: boolean): void {
    if (query.asked !== asked && this.#waiting.get(query.key) === query) {
      this.#asked += asked ? 1 : -1;
    }
    query.asked = asked;
  }
}

export function retryMs(query: Pick<Query<unknown>, 'attempt'>): number {
  return Math.min(RETRY_MOST_MS, 250 * 2 ** Math.min(query.attempt, 10));
}
