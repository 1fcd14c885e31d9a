// Requests on the private socket and over REST: written, signed, counted against the venue's counters.

import {
  Counters,
  type InFlight,
  InFlights,
  type Query,
  type VenueQuestion,
} from '../connection/index.ts';
import type { MachineAction, NonceSigner } from '../port/index.ts';
import type { EpochNs } from '../../spec/ports/index.ts';
import type { ChildID, VenueExecID, VenueOrderID } from '../../spec/terms/index.ts';
import { epochMs } from '../../spec/units/index.ts';
import type { AbsenceRound, Question } from './absence.ts';
import type { KrakenOrdersConfig } from './config.ts';
import { signedRequest } from './rest.ts';
import { type Params, writeRequest } from './wire.ts';

/** The account's trades from an instant on, newest first, page by page. */
export interface TradesPage {
  readonly type: 'Since';
  /** On our clock. */
  readonly from: EpochNs;
  /** Trades that were read already. */
  offset: number;
  /** Read until no child lacks a fill; false: to the end. */
  readonly untilWhole: boolean;
}

/** Trades that orders name, the next so many of those that are wanted. */
export interface TradesNamed {
  readonly type: 'Named';
  asked: readonly VenueExecID[];
}

export type TradesAbout = TradesPage | TradesNamed;
export type QueryAbout = VenueQuestion<TradesAbout, AbsenceRound>;

/** What was sent on the socket. */
export type Purpose =
  | { readonly type: 'Clock' }
  | { readonly type: 'Subscribe' }
  | { readonly type: 'HearBalances' }
  | { readonly type: 'Unsubscribe' }
  | { readonly type: 'Place'; readonly childID: ChildID }
  | { readonly type: 'Cancel'; readonly childID: ChildID }
  | { readonly type: 'Amend'; readonly childID: ChildID }
  | { readonly type: 'CancelUnknown'; readonly venueOrderID: VenueOrderID };

/** What was asked over REST. */
export type RestPurpose =
  | { readonly type: 'Token'; readonly channel: string }
  /** One request may ask several questions. */
  | { readonly type: 'Query'; readonly queries: readonly Query<QueryAbout>[] };

/** How much of the counters each use may take, so that a cancel, up to 8, always finds room soon. */
const ORDER_SHARE = 0.6;
const QUERY_SHARE = 0.8;
const ADD_COST = 1;

/** What a cancel costs by the order's age (spot-ratelimits): one that is young costs most. */
const CANCEL_COSTS: readonly (readonly [belowMs: number, cost: number])[] = [
  [5_000, 8],
  [10_000, 6],
  [15_000, 5],
  [45_000, 4],
  [90_000, 2],
  [300_000, 1],
];
/** What an amend costs besides 1, by the same. */
const AMEND_COSTS: readonly (readonly [belowMs: number, cost: number])[] = [
  [5_000, 3],
  [10_000, 2],
  [15_000, 1],
];
const AMEND_COST = 1;
const REST = 'REST';

export class Requests {
  readonly #config: KrakenOrdersConfig;
  readonly #signer: NonceSigner;
  readonly #trading: Counters;
  readonly #rest: Counters;
  readonly #inFlight = new InFlights<Purpose>();
  readonly #asked = new InFlights<RestPurpose>();
  /** The private question on its way. One at a time: a nonce that overtakes another makes that invalid. */
  #private: string | null = null;
  #nonce = 0n;
  #blockedUntil = 0;

  constructor(config: KrakenOrdersConfig, signer: NonceSigner) {
    this.#config = config;
    this.#signer = signer;
    this.#trading = new Counters(config.tradingCounter);
    this.#rest = new Counters(config.restCounter);
  }

  // ---- The socket --------------------------------------------------------------------------------

  send(
    request: {
      readonly purpose: Purpose;
      readonly method: string;
      readonly params: Params | null;
    },
    channel: string,
    now: EpochNs,
  ): MachineAction {
    const id = this.#inFlight.add({ channel, purpose: request.purpose, weight: 1, sentAt: now });
    const text = writeRequest(id, request.method, request.params);
    return { type: 'SendFrame', channel, text };
  }

  take(channel: string, id: string | null): InFlight<Purpose> | null {
    return this.#inFlight.take(channel, id);
  }

  lost(channel: string): InFlight<Purpose>[] {
    return this.#inFlight.lost(channel);
  }

  overdue(now: EpochNs, boundMs: number): InFlight<Purpose>[] {
    return this.#inFlight.overdue(now, boundMs);
  }

  hasOn(channel: string): boolean {
    return this.#inFlight.hasOn(channel);
  }

  affordsOrder(venueSymbol: string, now: EpochNs): boolean {
    return this.#trading.fits(venueSymbol, ADD_COST, ORDER_SHARE, epochMs(now));
  }

  spendOrder(venueSymbol: string, now: EpochNs): void {
    this.#trading.spend(venueSymbol, ADD_COST, epochMs(now));
  }

  /** An amend is worth no more than an order: cancels find room beside both. */
  affordsAmend(venueSymbol: string, sentAt: EpochNs, now: EpochNs): boolean {
    const cost = AMEND_COST + costByAge(AMEND_COSTS, sentAt, now);
    return this.#trading.fits(venueSymbol, cost, ORDER_SHARE, epochMs(now));
  }

  spendAmend(venueSymbol: string, sentAt: EpochNs, now: EpochNs): void {
    const cost = AMEND_COST + costByAge(AMEND_COSTS, sentAt, now);
    this.#trading.spend(venueSymbol, cost, epochMs(now));
  }

  /** Spends what the cancel of an order that was sent at `sentAt` costs; false: there is no room for it. */
  spendCancel(venueSymbol: string, sentAt: EpochNs, now: EpochNs): boolean {
    const cost = costByAge(CANCEL_COSTS, sentAt, now);
    if (!this.#trading.fits(venueSymbol, cost, 1, epochMs(now))) return false;
    this.#trading.spend(venueSymbol, cost, epochMs(now));
    return true;
  }

  /** The venue says that the pair's counter is full. */
  exhaust(venueSymbol: string, now: EpochNs): void {
    this.#trading.fill(venueSymbol, epochMs(now));
  }

  // ---- REST --------------------------------------------------------------------------------------

  /** Whether the question may be asked now, by the counter, the venue's patience and the one nonce. */
  affords({ cost }: Question, now: EpochNs): boolean {
    if (this.blockedUntil(now) !== null) return false;
    if (cost === null) return true;
    return this.#private === null && this.#rest.fits(REST, cost, QUERY_SHARE, epochMs(now));
  }

  /** A line's token may use what is kept free of other questions. */
  affordsToken(cost: number, now: EpochNs): boolean {
    if (this.#private !== null || this.blockedUntil(now) !== null) return false;
    return this.#rest.fits(REST, cost, 1, epochMs(now));
  }

  ask(
    question: Question,
    purpose: RestPurpose,
    now: EpochNs,
  ): { readonly id: string; readonly action: MachineAction } {
    const { path, params, cost } = question;
    const { restURL, answerBoundMs: timeoutMs } = this.#config;
    const weight = cost ?? 0;
    const id = this.#asked.add({ channel: REST, purpose, weight, sentAt: now });
    const requestID = `rest.${id}`;
    const request = { type: 'SendHttp', requestID, timeoutMs } as const;
    if (cost === null) {
      const url = `${restURL}${path}${params === '' ? '' : `?${params}`}`;
      return { id, action: { ...request, method: 'GET', url, headers: {}, body: null } };
    }
    this.#private = id;
    this.#rest.spend(REST, cost, epochMs(now));
    const signed = signedRequest(path, { nonce: this.#nextNonce(now), params }, this.#signer);
    return { id, action: { ...request, method: 'POST', url: `${restURL}${path}`, ...signed } };
  }

  /** Nanoseconds, so that a key that was used with any coarser clock before goes on growing. */
  #nextNonce(now: EpochNs): bigint {
    this.#nonce = now > this.#nonce ? now : this.#nonce + 1n;
    return this.#nonce;
  }

  /** The question that is answered; null where it is none of ours. */
  answered(requestID: string): InFlight<RestPurpose> | null {
    const id = requestID.startsWith('rest.') ? requestID.slice('rest.'.length) : null;
    if (id !== null && id === this.#private) this.#private = null;
    return this.#asked.take(REST, id);
  }

  /**
   * REST's counter is full: it has the calls of a process before this one, too. Nothing is asked before, milliseconds of
   * our clock, and then as the counter has room again.
   */
  block(untilMs: number, now: EpochNs): void {
    this.#rest.fill(REST, epochMs(now));
    this.#blockedUntil = Math.max(this.#blockedUntil, untilMs);
  }

  blockedUntil(now: EpochNs): number | null {
    return epochMs(now) < this.#blockedUntil ? this.#blockedUntil : null;
  }
}

function costByAge(costs: typeof CANCEL_COSTS, sentAt: EpochNs, now: EpochNs): number {
  const ageMs = epochMs(now) - epochMs(sentAt);
  return costs.find(([belowMs]) => ageMs < belowMs)?.[1] ?? 0;
}
