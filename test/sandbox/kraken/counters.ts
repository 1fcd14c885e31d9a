// The rate counters, falling by themselves: the trading engine's for each account and pair, REST's for each key.
// Source: Kraken API Center, guides/spot-ratelimits and guides/spot-rest-ratelimits.

import type { CounterOptions, LimitOptions } from './options.ts';

/** What a cancel costs by the age of its order; a young one costs most. */
const CANCEL_COSTS: readonly (readonly [seconds: number, cost: number])[] = [
  [5, 8],
  [10, 6],
  [15, 5],
  [45, 4],
  [90, 2],
  [300, 1],
];

/** What an amend costs besides 1, by the same. */
const AMEND_COSTS: readonly (readonly [seconds: number, cost: number])[] = [
  [5, 3],
  [10, 2],
  [15, 1],
];

/** What a call over REST costs, where it is not 1; orders, amends and cancels count with the engine alone. */
const CALL_COSTS: Readonly<Record<string, number>> = {
  AddOrder: 0,
  AmendOrder: 0,
  CancelOrder: 0,
  TradesHistory: 2,
  QueryTrades: 2, // Not stated whether it is history: the dearer of both.
  Ledgers: 2,
};

/** Each false: it would pass the threshold, and does not count. */
export interface Counters {
  add(account: string, symbol: string): boolean;
  cancel(account: string, symbol: string, ageMs: number): boolean;
  amend(account: string, symbol: string, ageMs: number): boolean;
  /** A private call over REST. */
  call(apiKey: string, method: string): boolean;
}

export function createCounters(limits: LimitOptions, now: () => number): Counters {
  const trading = createCounter(limits.trading, now);
  const rest = createCounter(limits.rest, now);
  return {
    add: (account, symbol) => trading(`${account} ${symbol}`, 1),
    cancel: (account, symbol, ageMs) =>
      trading(`${account} ${symbol}`, costByAge(CANCEL_COSTS, ageMs)),
    amend: (account, symbol, ageMs) =>
      trading(`${account} ${symbol}`, 1 + costByAge(AMEND_COSTS, ageMs)),
    call: (apiKey, method) => rest(apiKey, CALL_COSTS[method] ?? 1),
  };
}

function costByAge(costs: typeof CANCEL_COSTS, ageMs: number): number {
  return costs.find(([seconds]) => ageMs < seconds * 1_000)?.[1] ?? 0;
}

function createCounter(
  { most, decayPerSecond }: CounterOptions,
  now: () => number,
): (name: string, cost: number) => boolean {
  const counters = new Map<string, { count: number; at: number }>();
  return (name, cost) => {
    const at = now();
    const known = counters.get(name) ?? { count: 0, at };
    const fallen = Math.max(0, ((at - known.at) / 1_000) * decayPerSecond);
    const count = Math.max(0, known.count - fallen) + cost;
    const fits = cost === 0 || count <= most;
    counters.set(name, { count: fits ? count : count - cost, at });
    return fits;
  };
}
