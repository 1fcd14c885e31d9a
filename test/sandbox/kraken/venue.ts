// What all transports of one simulated Kraken share.

import type { Core } from '../exchange/core.ts';
import type { Account, Order, SymbolRules } from '../exchange/terms.ts';
import type { Keys } from './auth.ts';
import type { Ids } from './ids.ts';
import type { Counters } from './counters.ts';

/** `online`: all is taken. In the others new orders are refused, cancels are not. */
export const SYSTEM_STATES = ['online', 'maintenance', 'cancel_only', 'post_only'] as const;
export type SystemState = (typeof SYSTEM_STATES)[number];

export interface Venue extends Core {
  readonly ids: Ids;
  readonly keys: Keys;
  readonly counters: Counters;
  system(): SystemState;
  /** An id for one more amend. */
  nextAmendID(): string;
  /** Until then, milliseconds of the server's clock, everything is refused; 0: nothing is. */
  refusedUntil(): number;
  cut(channel: 'private' | 'public' | 'all'): void;
}

/** `error` empty: it was done, with `json` as its result. */
export interface Answer {
  readonly error: string;
  readonly json: string;
}

export function success(json: string): Answer {
  return { error: '', json };
}

export function failure(error: string): Answer {
  return { error, json: '' };
}

export function rulesOf(venue: Venue, order: Order): SymbolRules {
  const market = venue.exchange.market(order.symbol);
  if (market === undefined) throw new Error(`no market "${order.symbol}"`);
  return market.rules;
}

/** The open order that a client names by its own id; ids are unique among all that is open. */
export function openOrderOf(account: Account, clientOrderId: string): Order | null {
  for (const order of account.open.values()) {
    if (order.clientOrderId === clientOrderId) return order;
  }
  return null;
}
