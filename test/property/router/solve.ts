// Two solvers of the router's problem that share nothing with it: a knapsack over lots, and constant-product pools by
// every subset and bisection (routing.md, "Optimal routing with fixed costs").
import type { Best, Tables } from './exhaustive.ts';

/** The most lots that can be filled, and their least cost: exact for any costs. */
export function knapsack(tables: Tables, lots: number): Best {
  let costs: (bigint | null)[] = Array.from({ length: lots + 1 }, (_, at) =>
    at === 0 ? 0n : null,
  );
  for (const table of tables) {
    costs = costs.map((_, total) => {
      let least: bigint | null = null;
      for (let own = 0; own <= total; own += 1) {
        const [cost, rest] = [table[own] ?? null, costs[total - own] ?? null];
        if (cost === null || rest === null) continue;
        if (least === null || cost + rest < least) least = cost + rest;
      }
      return least;
    });
  }
  let filled = lots;
  while ((costs[filled] ?? null) === null) filled -= 1;
  return { lots: filled, cost: costs[filled] ?? 0n };
}

/** A constant-product pool in floats. */
export interface Product {
  readonly base: number;
  readonly quote: number;
  readonly kept: number;
  readonly gas: number;
}

/** What selling x base brings, without gas. */
export function proceeds({ base, quote, kept }: Product, qty: number): number {
  return (quote * kept * qty) / (base + kept * qty);
}

/** The best proceeds of selling `qty` over any subset: each subset's multiplier by bisection. */
export function bestProceeds(pools: readonly Product[], qty: number): number {
  let best = Number.NEGATIVE_INFINITY;
  for (let subset = 1; subset < 2 ** pools.length; subset += 1) {
    best = Math.max(
      best,
      proceedsOf(
        pools.filter((_, at) => (subset >> at) % 2 === 1),
        qty,
      ),
    );
  }
  return best;
}

/** Of these pools, all with their gas: a pool may sell nothing. */
function proceedsOf(pools: readonly Product[], qty: number): number {
  const share = ({ base, quote, kept }: Product, rate: number) =>
    Math.max(0, (Math.sqrt((kept * base * quote) / rate) - base) / kept);
  const sold = (rate: number) => {
    let sum = 0;
    for (const pool of pools) sum += share(pool, rate);
    return sum;
  };
  let [low, high] = [0, Math.max(...pools.map(({ base, quote, kept }) => (kept * quote) / base))];
  for (let step = 0; step < 100 && high - low > high * 1e-15; step += 1) {
    const middle = (low + high) / 2;
    if (sold(middle) > qty) low = middle;
    else high = middle;
  }
  const missing = qty - sold(high);
  return pools.reduce((brought, pool, at) => {
    const own = share(pool, high) + (at === 0 ? missing : 0);
    return brought + proceeds(pool, own) - pool.gas;
  }, 0);
}
