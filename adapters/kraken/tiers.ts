// What each tier of an account may ask of Kraken. A tier is the account's, by how far it is verified.
//
// Source: Kraken API Center, guides/spot-rest-ratelimits (per key) and guides/spot-ratelimits (per pair), 2026-08.

import type { CounterPolicy } from '../connection/index.ts';

/** As Kraken names them, in small letters. */
export type KrakenTier = 'starter' | 'intermediate' | 'pro';

export interface TierLimits {
  /** The trading engine's counter for each pair. */
  readonly tradingCounter: CounterPolicy;
  /** The REST interface's counter for the key. */
  readonly restCounter: CounterPolicy;
}

export const TIER_LIMITS: Readonly<Record<KrakenTier, TierLimits>> = {
  starter: {
    tradingCounter: { most: 60, decayPerSecond: 1 },
    restCounter: { most: 15, decayPerSecond: 0.33 },
  },
  intermediate: {
    tradingCounter: { most: 125, decayPerSecond: 2.34 },
    restCounter: { most: 20, decayPerSecond: 0.5 },
  },
  pro: {
    tradingCounter: { most: 180, decayPerSecond: 3.75 },
    restCounter: { most: 20, decayPerSecond: 1 },
  },
};
