// Requests on the order socket: written, signed, counted against the budget, and each answered once,
// overdue or lost with its line.

import { RateBudget } from '../connection/index.ts';
import type { MachineAction, RequestSigner } from '../port/index.ts';
import type { EpochNs } from '../../spec/ports/index.ts';
import type { ChildID } from '../../spec/terms/index.ts';
import { epochMs } from '../../spec/units/index.ts';
import type { AbsenceRound } from './absence.ts';
import type { BinanceOrdersConfig } from './config.ts';
import { type Params, type Reply, signed, writeRequest } from './wire.ts';

/** A question that is asked until it is answered, on whichever line is up. */
export interface Query {
  readonly key: string;
  readonly about: QueryAbout;
  attempt: number;
  notBefore: EpochNs;
  asked: boolean;
  /** The request that asks it now, or asked it last. */
  requestID: string | null;
}

export type QueryAbout =
  | { readonly type: 'Clock' }
  /** All configured symbols, or one of them where the venue refused the whole. */
  | { readonly type: 'Listings'; readonly venueSymbols: readonly string[] }
  | { readonly type: 'OpenOrders'; readonly venueSymbol: string }
  | { readonly type: 'OrderStatus'; readonly childID: ChildID }
  | { readonly type: 'Trades'; readonly childID: ChildID; fromID: bigint | null }
  | { readonly type: 'Absence'; readonly round: AbsenceRound };

export type Purpose =
  | { readonly type: 'Clock' }
  | { readonly type: 'Logon' }
  | { readonly type: 'Subscribe' }
  | { readonly type: 'Place'; readonly childID: ChildID }
  | { readonly type: 'Cancel'; readonly childID: ChildID }
  | { readonly type: 'Query'; readonly query: Query };

export interface InFlight {
  readonly id: string;
  readonly channel: string;
  readonly purpose: Purpose;
  readonly weight: number;
  readonly sentAt: EpochNs;
  /** Given up: its answer still counts when it comes. */
  overdue: boolean;
}

export interface Line {
  readonly channel: string;
  /** Logged on: neither key nor signature is needed, only the time. */
  readonly loggedOn: boolean;
}

/** How much of a minute's weight each use may take, so that a cancel always finds room. */
export const CANCEL_SHARE = 1;
export const ORDER_SHARE = 0.95;
export const QUERY_SHARE = 0.8;

const WEIGHT = 'REQUEST_WEIGHT';
const ORDERS = 'ORDERS';

export class Requests {
  readonly budget: RateBudget;
  readonly #signer: RequestSigner;
  readonly #recvWindowMs: number;
  readonly #inFlight = new Map<string, InFlight>();
  #count = 0;

  constructor(config: BinanceOrdersConfig, signer: RequestSigner) {
    this.#signer = signer;
    this.#recvWindowMs = config.recvWindowMs;
    const { requestWeightPerMinute, ordersPer10s, ordersPerDay } = config.rateBudget;
    this.budget = new RateBudget([
      { kind: WEIGHT, windowMs: 60_000, limit: requestWeightPerMinute },
      { kind: ORDERS, windowMs: 10_000, limit: ordersPer10s },
      { kind: ORDERS, windowMs: 86_400_000, limit: ordersPerDay },
    ]);
  }

  /** What the next request is called. */
  get nextID(): string {
    return String(this.#count + 1);
  }

  questionsAsked(): number {
    let asked = 0;
    for (const { purpose, overdue } of this.#inFlight.values()) {
      if (purpose.type === 'Query' && !overdue) asked += 1;
    }
    return asked;
  }

  /** A connect costs 2. */
  connected(venueNow: EpochNs): void {
    this.budget.spend(WEIGHT, 2, epochMs(venueNow));
  }

  hasOn(channel: string): boolean {
    for (const request of this.#inFlight.values()) {
      if (request.channel === channel && !request.overdue) return true;
    }
    return false;
  }

  /** With time and window, and with key and signature unless the line is logged on. */
  sendSigned(
    line: Line,
    request: {
      readonly purpose: Purpose;
      readonly method: string;
      readonly params: Params;
      readonly weight: number;
    },
    times: { readonly now: EpochNs; readonly venueNow: EpochNs },
  ): MachineAction {
    const timed: Params = {
      ...request.params,
      recvWindow: this.#recvWindowMs,
      timestamp: epochMs(times.venueNow),
    };
    const params = line.loggedOn ? timed : signed(timed, this.#signer);
    return this.send(line.channel, { ...request, params }, times);
  }

  send(
    channel: string,
    request: {
      readonly purpose: Purpose;
      readonly method: string;
      readonly params: Params;
      readonly weight: number;
    },
    times: { readonly now: EpochNs; readonly venueNow: EpochNs },
  ): MachineAction {
    this.#count += 1;
    const id = String(this.#count);
    const { purpose, weight, method, params } = request;
    this.#inFlight.set(id, { id, channel, purpose, weight, sentAt: times.now, overdue: false });
    const venueMs = epochMs(times.venueNow);
    this.budget.spend(WEIGHT, weight, venueMs);
    if (purpose.type === 'Place') this.budget.spend(ORDERS, 1, venueMs);
    return { type: 'SendFrame', channel, text: writeRequest(id, method, params) };
  }

  /** The request that `reply` answers; null where it answers none that is waited for. */
  take(channel: string, reply: Reply): InFlight | null {
    const request = reply.id === null ? undefined : this.#inFlight.get(reply.id);
    if (request === undefined || request.channel !== channel) return null;
    this.#inFlight.delete(request.id);
    return request;
  }

  /** The venue's own figures, with what it has not seen yet added. */
  observe(reply: Reply, venueNow: EpochNs): void {
    if (reply.rateLimits.length === 0) return;
    let weight = 0;
    let orders = 0;
    for (const request of this.#inFlight.values()) {
      if (request.overdue) continue;
      weight += request.weight;
      if (request.purpose.type === 'Place') orders += 1;
    }
    for (const { limit, count } of reply.rateLimits) {
      const unseen = limit.kind === WEIGHT ? weight : limit.kind === ORDERS ? orders : 0;
      if (count === null) this.budget.setLimit(limit);
      else this.budget.observe(limit, count, unseen, epochMs(venueNow));
    }
  }

  affords(weight: number, share: number, venueNow: EpochNs): boolean {
    return this.budget.fits(WEIGHT, weight, share, epochMs(venueNow));
  }

  affordsOrder(venueNow: EpochNs): boolean {
    return (
      this.affords(1, ORDER_SHARE, venueNow) && this.budget.fits(ORDERS, 1, 1, epochMs(venueNow))
    );
  }

  block(what: 'Everything' | 'Orders', untilVenueMs: number): void {
    this.budget.block(what === 'Orders' ? ORDERS : WEIGHT, untilVenueMs);
  }

  blockedUntil(venueNow: EpochNs): number | null {
    return this.budget.blockedUntil(WEIGHT, epochMs(venueNow));
  }

  /** Those whose line is gone: none of them will be answered. */
  lost(channel: string): InFlight[] {
    const lost = [...this.#inFlight.values()].filter((request) => request.channel === channel);
    for (const request of lost) this.#inFlight.delete(request.id);
    return lost.filter((request) => !request.overdue);
  }

  /** Those that have just passed the bound. Given up ones stay for as long again, for a late answer. */
  overdue(now: EpochNs, boundMs: number): InFlight[] {
    const boundNs = BigInt(boundMs) * 1_000_000n;
    const late: InFlight[] = [];
    for (const request of this.#inFlight.values()) {
      const age = now - request.sentAt;
      if (age < boundNs) break; // In the order of their sending.
      if (!request.overdue) late.push(request);
      request.overdue = true;
      if (age >= 12n * boundNs) this.#inFlight.delete(request.id);
    }
    return late;
  }
}
