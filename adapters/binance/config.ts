// What a Binance account is configured with. Nothing here is secret.

import type { BackoffPolicy } from '../connection/index.ts';
import type { VenueSymbol } from '../port/index.ts';
import type { VenueID } from '../../spec/terms/index.ts';

export interface BinanceOrdersConfig {
  readonly venueID: VenueID;
  /** As in `wss://ws-api.binance.com:443/ws-api/v3`. */
  readonly wsApiURL: string;
  readonly symbols: readonly VenueSymbol[];
  /** How long after its timestamp the venue may take an order; 5000 is the venue's own default. */
  readonly recvWindowMs: number;
  /** How far queries may lag the engine. The venue says "slightly": assume more. */
  readonly queryLagMs: number;
  /** A request without an answer for so long is in doubt. The venue's own bound is 10 s (-1007). */
  readonly answerBoundMs: number;
  /** Each open order is compared with the venue so often. */
  readonly auditEveryMs: number;
  /** A child that the desk has forgotten still finds its late fills for so long. */
  readonly keepForgottenMs: number;
  readonly backoff: BackoffPolicy;
  /** Limits until the venue has told its own (card §8). */
  readonly rateBudget: {
    readonly requestWeightPerMinute: number;
    readonly ordersPer10s: number;
    readonly ordersPerDay: number;
  };
}

export interface BinanceMarketConfig {
  readonly venueID: VenueID;
  /** As in `https://api.binance.com`. */
  readonly restURL: string;
  /** As in `wss://stream.binance.com:9443`. */
  readonly streamURL: string;
  readonly symbols: readonly VenueSymbol[];
  /** Whether the market's trades are followed too: nothing on the desk needs them, a replay tells them. */
  readonly trades: boolean;
  /** Levels of a snapshot: beyond them the book is unknown until it changes. */
  readonly depthLimit: 1000 | 5000;
  /** Levels per side of a published book. */
  readonly publishedLevels: number;
  /** Nothing received for so long, and no answer to a question for as long again: the line is dead. */
  readonly silenceMs: number;
  readonly requestWeightPerMinute: number;
  readonly backoff: BackoffPolicy;
}

/** Everything but addresses, symbols and the venue's name. */
export const ORDERS_DEFAULTS = {
  recvWindowMs: 5_000,
  queryLagMs: 1_000,
  answerBoundMs: 10_000,
  auditEveryMs: 20_000,
  keepForgottenMs: 600_000,
  backoff: { firstMs: 250, maxMs: 5_000, spread: 0.5, seed: 0 },
  rateBudget: { requestWeightPerMinute: 6_000, ordersPer10s: 50, ordersPerDay: 160_000 },
} as const;

export const MARKET_DEFAULTS = {
  trades: false,
  depthLimit: 1000,
  publishedLevels: 50,
  silenceMs: 10_000,
  requestWeightPerMinute: 6_000,
  backoff: { firstMs: 250, maxMs: 5_000, spread: 0.5, seed: 0 },
} as const;
