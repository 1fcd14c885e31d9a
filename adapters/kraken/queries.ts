// What Kraken is asked over REST, one question or several in a request, and how its answers are sorted: about orders
// they go to `inquiry.ts`, about what it lists they are read here.
//
// Source: Kraken API Center, rest-api/get-tradable-asset-pairs, guides/spot-rest-ratelimits, mirrored 2026-08.

import {
  type Asking,
  type Lines,
  ListingsWatch,
  type Query,
  type Questions,
  type Turn,
  backOffMs,
  retryAfterMs,
} from '../connection/index.ts';
import type { HttpOutcome } from '../port/index.ts';
import { epochMs } from '../../spec/units/index.ts';
import type { Question } from './absence.ts';
import { judge } from './errors.ts';
import type { Asked, KrakenInquiry } from './inquiry.ts';
import { readAssetPairs } from './listings.ts';
import type { QueryAbout, Requests, RestPurpose } from './requests.ts';
import { type RestAnswer, readRest } from './rest.ts';
import { restName } from './symbols.ts';

/** REST said that its counter is full: nothing is asked for so long. */
const REST_PAUSE_MS = 5_000;

export interface QueriesParts {
  readonly turn: Turn;
  readonly venueSymbols: readonly string[];
  readonly lines: Lines;
  readonly requests: Requests;
  readonly questions: Questions<QueryAbout>;
  readonly asked: KrakenInquiry;
  /** A snapshot is on its way that may answer them: nothing is asked about orders. */
  awaitsSnapshot(): boolean;
  tokenAnswered(channel: string, answer: RestAnswer): void;
}

export class Queries {
  readonly listings: ListingsWatch;
  readonly #parts: QueriesParts;
  readonly #turn: Turn;
  readonly #requests: Requests;
  readonly #questions: Questions<QueryAbout>;
  readonly #asked: KrakenInquiry;

  constructor(parts: QueriesParts) {
    this.listings = new ListingsWatch(parts);
    this.#parts = parts;
    this.#turn = parts.turn;
    this.#requests = parts.requests;
    this.#questions = parts.questions;
    this.#asked = parts.asked;
  }

  ask(query: Query<QueryAbout>): Asking<QueryAbout> {
    if (this.#parts.lines.forQuestions() === null) return { type: 'NoRoom' };
    if (this.#parts.awaitsSnapshot()) return { type: 'NoRoom' };
    const queries = this.#asked.together(query, this.#questions.due());
    const question = this.#form(query.about, queries);
    if (question === null) return { type: 'Pointless' };
    if (!this.#requests.affords(question, this.#turn.now)) return { type: 'NoRoom' };
    const purpose: RestPurpose = { type: 'Query', queries };
    const { id, action } = this.#requests.ask(question, purpose, this.#turn.now);
    this.#turn.act(action);
    return { type: 'Asked', requestID: id, alongside: queries.slice(1) };
  }

  #form(about: QueryAbout, queries: readonly Query<QueryAbout>[]): Question | null {
    switch (about.type) {
      case 'Clock': // Asked by a ping, on the line.
      case 'Balances': // Told by a channel of it.
        return null;
      case 'Listings': {
        const pairs = about.venueSymbols.map(restName).join(',');
        const params = about.venueSymbols.length === 0 ? '' : `pair=${encodeURIComponent(pairs)}`;
        return { path: '/0/public/AssetPairs', params, cost: null };
      }
      default:
        return this.#asked.form(about, queries);
    }
  }

  answered(requestID: string, outcome: HttpOutcome): void {
    const request = this.#requests.answered(requestID);
    if (request === null) return;
    const answer = readRest(outcome);
    this.#bePatient(outcome, answer);
    const { purpose, sentAt } = request;
    if (purpose.type === 'Token') return this.#parts.tokenAnswered(purpose.channel, answer);
    for (const query of purpose.queries) {
      if (!this.#questions.awaits(query, request.id)) continue;
      const among = purpose.queries.length;
      this.#queryAnswered({ query, askedAt: sentAt, among }, answer);
    }
  }

  #queryAnswered(asking: Asked, answer: RestAnswer): void {
    const { query } = asking;
    const { about } = query;
    if (about.type === 'Clock' || about.type === 'Balances') return this.#questions.done(query);
    if (about.type !== 'Listings') {
      return this.#asked.answered(about, asking, answer);
    }
    return this.#listingsAnswered(query, about.venueSymbols, answer);
  }

  #bePatient(outcome: HttpOutcome, answer: RestAnswer): void {
    const isTooMany = outcome.type === 'Answered' && outcome.status === 429;
    if (!isTooMany && judge(answer.error).type !== 'Throttled') return;
    const waitMs = isTooMany
      ? backOffMs(false, retryAfterMs(outcome.headers['retry-after']))
      : REST_PAUSE_MS;
    this.#requests.block(epochMs(this.#turn.now) + waitMs, this.#turn.now);
    this.#turn.remark('warn', 'the venue asks for patience', { waitMs, text: answer.error });
  }

  /** A pair that is gone makes the venue refuse them all: then all that it lists is asked for. */
  #listingsAnswered(query: Query<QueryAbout>, asked: readonly string[], answer: RestAnswer): void {
    if (answer.error.startsWith('EQuery:') && asked.length > 0) {
      this.#questions.done(query);
      return this.#questions.put('all listings', { type: 'Listings', venueSymbols: [] });
    }
    const read =
      answer.error === '' ? readAssetPairs(answer.result, this.#parts.venueSymbols) : null;
    if (read === null) return this.#questions.againLater(query);
    this.listings.take(read);
    return this.#questions.done(query);
  }
}
