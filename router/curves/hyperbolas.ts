// A pool as a curve: a chain of hyperbolas, one for v2 and one a stretch of equal liquidity for v3.

import { type Pool, PIPS, pathThrough } from '../../spec/pools/index.ts';
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
  const { pool, decimals, baseIsToken0 } = source;
  if (pool.type !== 'V3') return [];
  const path = pathThrough(pool, tokenIn(source, isBuy));
  const baseUnit = 10 ** decimals.base;
  const quoteUnit = 10 ** decimals.quote;
  const kept = keptOf(pool);
  const found: Hyperbola[] = [];
  for (let step = 0; step < MOST_STEPS; step += 1) {
    const at = path.at(step);
    if (at === null) break;
    const start = Number(isBuy ? at.amountOut : at.amountIn) / baseUnit;
    if (start >= upTo) break;
    if (at.liquidity === 0n) continue;
    const root = Number(at.sqrtPriceX96) / 2 ** 96;
    const rawRoot = baseIsToken0 ? root : 1 / root;
    const rawPrice = rawRoot * rawRoot * (baseUnit / quoteUnit);
    const rawBend = (rawRoot / Number(at.liquidity)) * baseUnit;
    const cost = isBuy ? Number(at.amountIn) / quoteUnit : -Number(at.amountOut) / quoteUnit;
    const stretch = isBuy
      ? { start, cost, price: rawPrice / kept, bend: rawBend }
      : { start, cost, price: rawPrice * kept, bend: rawBend * kept };
    if (found.at(-1)?.start === start) found.pop(); // A stretch without width.
    found.push(stretch);
  }
  return found;
}
