// What Binance is asked on the order socket besides orders, one question in a request, and how its answers are sorted:
// about orders they go to `inquiry.ts`; listings, balances and the clock are read here.
//
// Source: binance-spot-api-docs, web-socket-api.md (exchangeInfo, account.status, time), snapshot 2026-07-21.

import {
  type Asking,
  type InFlight,
  type Lines,
  ListingsWatch,
  type Query,
  type Questions,
  type Turn,
  type Verdict,
  isObject,
} from '../connection/index.ts';
import type { Question } from './absence.ts';
import { ACCOUNT_WEIGHT, readAccount } from './balances.ts';
import type { BinanceInquiry } from './inquiry.ts';
import { readListings } from './listings.ts';
import { type Purpose, QUERY_SHARE, type QueryAbout, type Requests } from './requests.ts';
import { type UserStream, isPublic } from './user-stream.ts';
import { type Reply, readRateLimits } from './wire.ts';

export interface QueriesParts {
  readonly turn: Turn;
  readonly venueSymbols: readonly string[];
  readonly lines: Lines;
  readonly requests: Requests;
  readonly questions: Questions<QueryAbout>;
  readonly stream: UserStream;
  readonly asked: BinanceInquiry;
}

export class Queries {
  readonly listings: ListingsWatch;
  readonly #parts: QueriesParts;
  readonly #turn: Turn;
  readonly #requests: Requests;
  readonly #questions: Questions<QueryAbout>;
  readonly #asked: BinanceInquiry;

  constructor(parts: QueriesParts) {
    this.listings = new ListingsWatch(parts);
    this.#parts = parts;
    this.#turn = parts.turn;
    this.#requests = parts.requests;
    this.#questions = parts.questions;
    this.#asked = parts.asked;
  }

  askBalances(): void {
    this.#questions.put('balances', { type: 'Balances' });
  }

  ask(query: Query<QueryAbout>): Asking<QueryAbout> {
    const session = this.#parts.lines.forQuestions();
    if (session === null) return { type: 'NoRoom' };
    const question = this.#form(query.about);
    if (question === null) return { type: 'Pointless' };
    const { weight } = question;
    if (!this.#requests.affords(weight, QUERY_SHARE, this.#turn.venueMs)) {
      return { type: 'NoRoom' };
    }
    const request = { ...question, purpose: { type: 'Query', query } } as const;
    const { stream } = this.#parts;
    const requestID = isPublic(query.about)
      ? stream.send(session, request)
      : stream.sendSigned(session, request);
    return { type: 'Asked', requestID };
  }

  #form(about: QueryAbout): Question | null {
    if (about.type === 'Clock') return { method: 'time', params: {}, weight: 1 };
    if (about.type === 'Balances') {
      return { method: 'account.status', params: {}, weight: ACCOUNT_WEIGHT };
    }
    if (about.type !== 'Listings') return this.#asked.form(about);
    return { method: 'exchangeInfo', params: { symbols: about.venueSymbols }, weight: 20 };
  }

  answered(
    query: Query<QueryAbout>,
    request: InFlight<Purpose>,
    reply: Reply,
    verdict: Verdict,
  ): void {
    if (!this.#questions.awaits(query, request.id)) return;
    if (verdict.type === 'Throttled' || verdict.type === 'WrongTime') {
      return this.#questions.again(query, 100); // The budget holds it back for as long as it must.
    }
    const { about } = query;
    if (about.type === 'Listings') {
      return this.#listingsAnswered(query, about.venueSymbols, reply, verdict);
    }
    if (about.type === 'Balances') {
      const balances = verdict.type === 'Done' ? readAccount(reply.result) : null;
      if (balances === null) return this.#questions.againLater(query);
      const { venueID } = this.#turn;
      this.#turn.notice({ type: 'BalancesFound', venueID, isWhole: true, balances });
      return this.#questions.done(query);
    }
    if (about.type !== 'Clock') {
      return this.#asked.answered(about, { query, request }, reply, verdict);
    }
    if (verdict.type === 'Done' && this.#parts.stream.readClock(request, reply))
      this.#questions.done(query);
    else this.#questions.againLater(query);
  }

  #listingsAnswered(
    query: Query<QueryAbout>,
    asked: readonly string[],
    reply: Reply,
    verdict: Verdict,
  ): void {
    if (verdict.type === 'Refused') {
      if (asked.length === 1) this.listings.delisted(asked, verdict.text);
      else this.#askEach(asked);
      return this.#questions.done(query);
    }
    const read = verdict.type === 'Done' ? readListings(reply.result, asked) : null;
    if (read === null) return this.#questions.againLater(query);
    if (isObject(reply.result)) {
      for (const { limit } of readRateLimits(reply.result['rateLimits'])) {
        this.#requests.budget.setLimit(limit);
      }
    }
    this.listings.take(read);
    return this.#questions.done(query);
  }

  /** One delisted symbol makes the venue refuse them all: each is asked for alone. */
  #askEach(venueSymbols: readonly string[]): void {
    for (const venueSymbol of venueSymbols) {
      const about = { type: 'Listings', venueSymbols: [venueSymbol] } as const;
      this.#questions.put(`listings ${venueSymbol}`, about);
    }
  }
}
