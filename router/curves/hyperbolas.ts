// A pool as a curve: a chain of hyperbolas, one for v2 and one a stretch of equal liquidity for v3.

import { type Pool, PIPS, type V3Path, pathThrough } from '../../spec/pools/index.ts';
import type { PoolSource, RouteOrder } from '../plan.ts';

/**
 * One stretch. With d beyond its start, a buy costs price d / (1 - bend d) and a sell brings price d / (1 + bend d).
 * In whole units of base and quote; fee included. So written no two near figures are subtracted.
 */
export interface Hyperbola {
  readonly start: number;
  readonly cost: number;
  readonly price: number;
  readonly bend: number;
}

/** More steps than this no transaction could pay for: 7,600 gas each, of 16.8 million (uniswap.md §5). */
export const MOST_STEPS = 2_048;

/** The stretches that a swap of up to `upTo` base units goes through. */
export function hyperbolasOf(
  source: PoolSource,
  order: RouteOrder,
  upTo: number,
): readonly Hyperbola[] {
  const isBuy = order.side === 'buy';
  return source.pool.type === 'V2' ? [ofReserves(source, isBuy)] : alongPath(source, isBuy, upTo);
}

/** Which token a swap pays in: a buy the quote, a sell the base. */
export function tokenIn(source: PoolSource, isBuy: boolean): 0 | 1 {
  return source.baseIsToken0 === isBuy ? 1 : 0;
}

/** What is left of what is paid in. */
export function keptOf(pool: Pool): number {
  return 1 - pool.feePips / PIPS;
}

function ofReserves(source: PoolSource, isBuy: boolean): Hyperbola {
  const { pool, decimals, baseIsToken0 } = source;
  if (pool.type !== 'V2') return { start: 0, cost: 0, price: 0, bend: 0 };
  const [base, quote] = baseIsToken0
    ? [pool.reserve0, pool.reserve1]
    : [pool.reserve1, pool.reserve0];
  const reserve = Number(base) / 10 ** decimals.base;
  const price = Number(quote) / 10 ** decimals.quote / reserve;
  const kept = keptOf(pool);
  return isBuy
    ? { start: 0, cost: 0, price: price / kept, bend: 1 / reserve }
    : { start: 0, cost: 0, price: price * kept, bend: kept / reserve };
}

function alongPath(source: PoolSource, isBuy: boolean, upTo: number): readonly Hyperbola[] {
  const { pool } = source;
  if (pool.type !== 'V3') return [];
  const path = pathThrough(pool, tokenIn(source, isBuy));
  const along = alongOf(path, source, isBuy);
  while (along.steps < MOST_STEPS && along.reached < upTo && extend(along, path));
  let count = along.stretches.length;
  while (count > 0 && (along.stretches[count - 1]?.start ?? 0) >= upTo) count -= 1;
  return along.stretches.slice(0, count); // A copy: another order may need more of them.
}

/** The stretches of a path as far as they were needed; in the units of one source. */
interface Along {
  readonly stretches: Hyperbola[];
  readonly isBuy: boolean;
  readonly baseIsToken0: boolean;
  readonly baseUnit: number;
  readonly quoteUnit: number;
  steps: number;
  /** Where the last step that was looked at begins. */
  reached: number;
}

/** Of states that are still held by someone: to write 30 stretches in floats takes 10 µs. */
const known = new WeakMap<V3Path, Along>();

function alongOf(path: V3Path, { decimals, baseIsToken0 }: PoolSource, isBuy: boolean): Along {
  const [baseUnit, quoteUnit] = [10 ** decimals.base, 10 ** decimals.quote];
  const before = known.get(path);
  const isSame =
    before?.isBuy === isBuy && before.baseUnit === baseUnit && before.quoteUnit === quoteUnit;
  if (isSame) return before;
  const along = { stretches: [], isBuy, baseIsToken0, baseUnit, quoteUnit, steps: 0, reached: -1 };
  known.set(path, along);
  return along;
}

/** By one step; false at the end of the way. */
function extend(along: Along, path: V3Path): boolean {
  const at = path.at(along.steps);
  if (at === null) return false;
  along.steps += 1;
  const { stretches, isBuy, baseUnit, quoteUnit } = along;
  const start = Number(isBuy ? at.amountOut : at.amountIn) / baseUnit;
  along.reached = start;
  if (at.liquidity === 0n) return true;
  const kept = keptOf(path.pool);
  const root = Number(at.sqrtPriceX96) / 2 ** 96;
  const rawRoot = along.baseIsToken0 ? root : 1 / root;
  const rawPrice = rawRoot * rawRoot * (baseUnit / quoteUnit);
  const rawBend = (rawRoot / Number(at.liquidity)) * baseUnit;
  const cost = isBuy ? Number(at.amountIn) / quoteUnit : -Number(at.amountOut) / quoteUnit;
  const stretch = isBuy
    ? { start, cost, price: rawPrice / kept, bend: rawBend }
    : { start, cost, price: rawPrice * kept, bend: rawBend * kept };
  if (stretches.at(-1)?.start === start) stretches.pop(); // A stretch without width.
  stretches.push(stretch);
  return true;
}
