// What a Kraken account is configured with. Nothing here is secret.

import type { BackoffPolicy, CounterPolicy } from '../connection/index.ts';
import type { VenueSymbol } from '../port/index.ts';
import type { VenueID } from '../../spec/terms/index.ts';
import { TIER_LIMITS } from './tiers.ts';

/** Levels that a book may be subscribed with (websocket-v2, book). */
export type Depth = 10 | 25 | 100 | 500 | 1000;

export interface KrakenOrdersConfig {
  readonly venueID: VenueID;
  /** As in `https://api.kraken.com`. */
  readonly restURL: string;
  /** The private socket, as in `wss://ws-auth.kraken.com/v2`. */
  readonly privateURL: string;
  /** As in `BTC/USDT`: the names of version 2. */
  readonly symbols: readonly VenueSymbol[];
  /** Each order's own deadline, 500 to 60,000: past it the engine does not match it any more. */
  readonly orderDeadlineMs: number;
  /** How far queries may lag the engine. The venue states no figure: assume more. */
  readonly queryLagMs: number;
  /** A request without an answer for so long is in doubt. */
  readonly answerBoundMs: number;
  /** Open orders are compared with the venue so often. */
  readonly auditEveryMs: number;
  /** A child that the desk has forgotten still finds its late fills for so long. */
  readonly keepForgottenMs: number;
  readonly backoff: BackoffPolicy;
  /** The trading engine's counter for each pair (spot-ratelimits). */
  readonly tradingCounter: CounterPolicy;
  /** The REST interface's counter for the key (spot-ratelimits). */
  readonly restCounter: CounterPolicy;
}

export interface KrakenMarketConfig {
  readonly venueID: VenueID;
  /** The public socket, as in `wss://ws.kraken.com/v2`. */
  readonly marketURL: string;
  readonly symbols: readonly VenueSymbol[];
  /** Whether the market's trades are followed too: nothing on the desk needs them, a replay tells them. */
  readonly trades: boolean;
  readonly depth: Depth;
  /** Levels per side of a published book. */
  readonly publishedLevels: number;
  /** Nothing received for so long, and no answer to a ping for as long again: the line is dead. */
  readonly silenceMs: number;
  readonly backoff: BackoffPolicy;
}

/**
 * About 150 connections in 10 minutes from one address, then 10 minutes of none: two lines that fail all
 * the while make 114 (each waits at least 10.5 s from the sixth try on).
 */
const BACKOFF: BackoffPolicy = { firstMs: 500, maxMs: 15_000, spread: 0.3, seed: 0 };

/** Everything but addresses, symbols and the venue's name. */
export const ORDERS_DEFAULTS = {
  orderDeadlineMs: 5_000,
  queryLagMs: 1_000,
  answerBoundMs: 10_000,
  auditEveryMs: 30_000,
  keepForgottenMs: 600_000,
  backoff: BACKOFF,
  ...TIER_LIMITS.starter,
} as const;

export const MARKET_DEFAULTS = {
  trades: false,
  depth: 100,
  publishedLevels: 50,
  silenceMs: 10_000,
  backoff: BACKOFF,
} as const;
