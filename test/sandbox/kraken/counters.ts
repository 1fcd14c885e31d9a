// The trading engine's rate counters: one for each account and pair, falling by themselves.
// Source: Kraken API Center, guides/spot-ratelimits.

import type { LimitOptions } from './options.ts';

/** What a cancel costs by the age of its order; a young one costs most. */
const CANCEL_COSTS: readonly (readonly [seconds: number, cost: number])[] = [
  [5, 8],
  [10, 6],
  [15, 5],
  [45, 4],
  [90, 2],
  [300, 1],
];

export interface Counters {
  /** False: it would pass the threshold, and does not count. */
  add(account: string, symbol: string): boolean;
  cancel(account: string, symbol: string, ageMs: number): boolean;
}

export function createCounters(limits: LimitOptions, now: () => number): Counters {
  const counters = new Map<string, { count: number; at: number }>();
  const raise = (name: string, cost: number): boolean => {
    const at = now();
    const known = counters.get(name) ?? { count: 0, at };
    const fallen = Math.max(0, ((at - known.at) / 1_000) * limits.decayPerSecond);
    const count = Math.max(0, known.count - fallen) + cost;
    const fits = count <= limits.most;
    counters.set(name, { count: fits ? count : count - cost, at });
    return fits;
  };
  return {
    add: (account, symbol) => raise(`${account} ${symbol}`, 1),
    cancel: (account, symbol, ageMs) => {
      const cost = CANCEL_COSTS.find(([seconds]) => ageMs < seconds * 1_000)?.[1] ?? 0;
      return raise(`${account} ${symbol}`, cost);
    },
  };
}
