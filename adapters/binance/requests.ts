// Requests on the order socket: written, signed, counted against the budget, and each answered once,
// overdue or lost with its line.

import {
  type InFlight,
  InFlights,
  type OrderQuestion,
  type Query,
  RateBudget,
  type VenueQuestion,
} from '../connection/index.ts';
import type { MachineAction, RequestSigner } from '../port/index.ts';
import type { EpochNs } from '../../spec/ports/index.ts';
import type { ChildID, VenueOrderID } from '../../spec/terms/index.ts';
import type { AbsenceRound } from './absence.ts';
import type { BinanceOrdersConfig } from './config.ts';
import { type Params, type Reply, signed, writeRequest } from './wire.ts';

/** Trades of one child, from an id on: pages go up by id. */
export interface TradesPage {
  readonly childID: ChildID;
  fromID: bigint | null;
}

export type OrderAbout = OrderQuestion<TradesPage, AbsenceRound>;

export type QueryAbout = VenueQuestion<TradesPage, AbsenceRound>;

export type Purpose =
  | { readonly type: 'Clock' }
  | { readonly type: 'Logon' }
  | { readonly type: 'Subscribe' }
  | { readonly type: 'Place'; readonly childID: ChildID }
  | { readonly type: 'Cancel'; readonly childID: ChildID }
  | { readonly type: 'CancelUnknown'; readonly venueOrderID: VenueOrderID }
  | { readonly type: 'Query'; readonly query: Query<QueryAbout> };

export interface Sent {
  readonly id: string;
  readonly action: MachineAction;
}

export interface Request {
  readonly purpose: Purpose;
  readonly method: string;
  readonly params: Params;
  readonly weight: number;
}

/** Our time, and the venue's in milliseconds. */
export interface Times {
  readonly now: EpochNs;
  readonly venueMs: number;
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
  readonly #inFlight = new InFlights<Purpose>(({ type }) => type === 'Place');

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

  /** A connect costs 2. */
  connected(venueMs: number): void {
    this.budget.spend(WEIGHT, 2, venueMs);
  }

  hasOn(channel: string): boolean {
    return this.#inFlight.hasOn(channel);
  }

  /** With time and window, and with key and signature unless the line is logged on. */
  sendSigned(line: Line, request: Request, times: Times): Sent {
    const timing = { recvWindow: this.#recvWindowMs, timestamp: times.venueMs };
    if (line.loggedOn) return this.#send(line.channel, request, timing, times);
    const params = signed({ ...request.params, ...timing }, this.#signer);
    return this.send(line.channel, { ...request, params }, times);
  }

  send(channel: string, request: Request, times: Times): Sent {
    return this.#send(channel, request, null, times);
  }

  #send(channel: string, request: Request, timing: Params | null, times: Times): Sent {
    const { purpose, weight, method, params } = request;
    const id = this.#inFlight.add({ channel, purpose, weight, sentAt: times.now });
    this.budget.spend(WEIGHT, weight, times.venueMs);
    if (purpose.type === 'Place') this.budget.spend(ORDERS, 1, times.venueMs);
    const text = writeRequest(id, method, params, timing);
    return { id, action: { type: 'SendFrame', channel, text } };
  }

  /** The request that `reply` answers; null where it answers none that is waited for. */
  take(channel: string, reply: Reply): InFlight<Purpose> | null {
    return this.#inFlight.take(channel, reply.id);
  }

  /** The venue's own figures, with what it has not seen yet added. */
  observe(reply: Reply, venueMs: number): void {
    for (const { limit, count } of reply.rateLimits) {
      if (count === null) this.budget.setLimit(limit);
      else this.budget.observe(limit, count, this.#unseen(limit.kind), venueMs);
    }
  }

  #unseen(kind: string): number {
    return kind === WEIGHT ? this.#inFlight.weight : kind === ORDERS ? this.#inFlight.orders : 0;
  }

  affords(weight: number, share: number, venueMs: number): boolean {
    return this.budget.fits(WEIGHT, weight, share, venueMs);
  }

  affordsOrder(venueMs: number): boolean {
    return this.affords(1, ORDER_SHARE, venueMs) && this.budget.fits(ORDERS, 1, 1, venueMs);
  }

  block(what: 'Everything' | 'Orders', untilVenueMs: number): void {
    this.budget.block(what === 'Orders' ? ORDERS : WEIGHT, untilVenueMs);
  }

  blockedUntil(venueMs: number): number | null {
    return this.budget.blockedUntil(WEIGHT, venueMs);
  }

  lost(channel: string): InFlight<Purpose>[] {
    return this.#inFlight.lost(channel);
  }

  overdue(now: EpochNs, boundMs: number): InFlight<Purpose>[] {
    return this.#inFlight.overdue(now, boundMs);
  }
}
