// How much of a pool lies within a price. The price is the pool's own, fee included, of the next unit.

import {
  MAX_SQRT_PRICE_X96,
  MIN_SQRT_PRICE_X96,
  PIPS,
  type V3Path,
  pathThrough,
  quoteExactIn,
  quoteExactOut,
} from '../../spec/pools/index.ts';
import type { PoolSource } from '../plan.ts';
import { UNIT, ceilDiv, squareRoot } from './curve.ts';
import { MOST_STEPS, tokenIn } from './hyperbolas.ts';

const MAX_UINT112 = 2n ** 112n - 1n;
const Q192 = 2n ** 192n;
/** A buy moves the root of a pool's price by this factor at most, the price a million times: floats end near there. */
const MOST_MOVE = 1_024n;
const WHOLE = BigInt(PIPS);

interface Asked {
  readonly wanted: bigint;
  readonly limit: bigint | null;
}

/** Base units of the token that can be traded, at most `wanted`, until the price is beyond `limit` (18 decimals). */
export function withinLimit(source: PoolSource, isBuy: boolean, asked: Asked): bigint {
  const within =
    source.pool.type === 'V2' ? ofV2(source, isBuy, asked) : ofV3(source, isBuy, asked);
  return within > 0n ? within : 0n;
}

/**
 * Marginal cost of a buy of x: Rq Rb / (kept (Rb - x)^2); marginal proceeds of a sell: kept Rq Rb / (Rb + kept x)^2.
 */
function ofV2(source: PoolSource, isBuy: boolean, { wanted, limit }: Asked): bigint {
  const { pool, baseIsToken0 } = source;
  if (pool.type !== 'V2') return 0n;
  const [base, quote] = baseIsToken0
    ? [pool.reserve0, pool.reserve1]
    : [pool.reserve1, pool.reserve0];
  const kept = WHOLE - BigInt(pool.feePips);
  const whole = isBuy ? mostOut(source, { base, quote }) : MAX_UINT112 - base;
  const most = whole < wanted ? whole : wanted;
  if (limit === null) return most;
  const [limitOver, limitUnder] = rawLimit(source, limit);
  if (limitOver === 0n) return isBuy ? 0n : most;
  const product = base * quote;
  const within = isBuy
    ? base - ceilRoot(ceilDiv(product * WHOLE * limitUnder, kept * limitOver))
    : (squareRoot((product * kept * WHOLE * limitUnder) / limitOver) - base * WHOLE) / kept;
  if (within <= 0n) return 0n;
  return within < most ? within : most;
}

/** What the pool can give until its own reserve of the quote is full. */
function mostOut(source: PoolSource, { base, quote }: { base: bigint; quote: bigint }): bigint {
  const amount = MAX_UINT112 - quote;
  const full = quoteExactIn(source.pool, { tokenIn: tokenIn(source, true), amount });
  const least = ceilDiv(base, MOST_MOVE);
  if (full.type === 'NoQuote') return 0n;
  return full.amountOut < base - least ? full.amountOut - 1n : base - least;
}

function ofV3(source: PoolSource, isBuy: boolean, { wanted, limit }: Asked): bigint {
  const { pool } = source;
  if (wanted <= 0n || pool.type !== 'V3') return 0n;
  const request = { tokenIn: tokenIn(source, isBuy), amount: wanted };
  const path = pathThrough(pool, request.tokenIn);
  const farthest = isBuy ? farthestRoot(path) : path.farthest;
  if (limit === null && isWithinPath(path, wanted, { isBuy, farthest })) return wanted;
  const root = limit === null ? farthest : nearer(path, farthest, rootLimit(source, isBuy, limit));
  const limited = { ...request, sqrtPriceLimitX96: root };
  const quote = isBuy ? quoteExactOut(pool, limited) : quoteExactIn(pool, limited);
  if (quote.type === 'NoQuote') return 0n;
  const end = quote.steps > MOST_STEPS ? path.at(MOST_STEPS) : null;
  if (isBuy) return (end ?? quote).amountOut;
  // What stops at a limit is rounded up: paid in without one, its last unit could go a little beyond.
  const rounding = quote.isWhole ? 0n : 2n * ceilDiv(WHOLE, WHOLE - BigInt(pool.feePips));
  return (end ?? quote).amountIn - rounding;
}

/** Whole steps alone give as much, short of the farthest price: the last one need not be quoted. */
function isWithinPath(
  path: V3Path,
  wanted: bigint,
  { isBuy, farthest }: { readonly isBuy: boolean; readonly farthest: bigint },
): boolean {
  for (let step = 1; step <= MOST_STEPS; step += 1) {
    const at = path.at(step);
    if (at === null || nearer(path, at.sqrtPriceX96, farthest) === farthest) return false;
    if ((isBuy ? at.amountOut : at.amountIn) >= wanted) return true;
  }
  return false;
}

/** Of a v3 pool: base units of the token that are traded before a swap would cross one tick more than `ticks`. */
export function mostCrossing(
  source: PoolSource,
  { isBuy, ticks }: { readonly isBuy: boolean; readonly ticks: number },
): bigint {
  const { pool } = source;
  if (pool.type !== 'V3') return 0n;
  const path = pathThrough(pool, tokenIn(source, isBuy));
  for (let step = 1; step <= MOST_STEPS; step += 1) {
    const at = path.at(step);
    if (at === null) return 0n;
    // The unit with which its price is reached crosses it.
    if (at.ticksCrossed <= ticks) continue;
    const reached = isBuy ? at.amountOut : at.amountIn;
    return reached > 0n ? reached - 1n : 0n;
  }
  return 0n;
}

function farthestRoot(path: V3Path): bigint {
  const { sqrtPriceX96 } = path.pool;
  const root = path.isDown ? ceilDiv(sqrtPriceX96, MOST_MOVE) : sqrtPriceX96 * MOST_MOVE;
  return nearer(path, root, path.farthest);
}

/** Of two prices the one that a swap comes to first. */
function nearer({ isDown }: V3Path, a: bigint, b: bigint): bigint {
  const isHigher = a > b;
  return isHigher === isDown ? a : b;
}

/** The price limit of the swap, rounded to the side that keeps within. */
function rootLimit(source: PoolSource, isBuy: boolean, limit: bigint): bigint {
  const kept = WHOLE - BigInt(source.pool.feePips);
  const [over, under] = rawLimit(source, limit);
  // Quote per base: a buy may go up to limit times kept, a sell down to limit over kept.
  const [quote, base] = isBuy ? [over * kept, under * WHOLE] : [over * WHOLE, under * kept];
  const [top, bottom] = source.baseIsToken0 ? [quote, base] : [base, quote];
  const isUp = tokenIn(source, isBuy) === 1;
  if (bottom === 0n) return MAX_SQRT_PRICE_X96 - 1n; // A price of 0, seen from the other token.
  const root = isUp ? squareRoot((top * Q192) / bottom) : ceilRoot(ceilDiv(top * Q192, bottom));
  if (root <= MIN_SQRT_PRICE_X96) return MIN_SQRT_PRICE_X96 + 1n;
  return root < MAX_SQRT_PRICE_X96 ? root : MAX_SQRT_PRICE_X96 - 1n;
}

/** The limit as a ratio of raw units, quote over base. */
function rawLimit({ decimals }: PoolSource, limit: bigint): readonly [bigint, bigint] {
  return [limit * 10n ** BigInt(decimals.quote), UNIT * 10n ** BigInt(decimals.base)];
}

function ceilRoot(value: bigint): bigint {
  const root = squareRoot(value);
  return root * root === value ? root : root + 1n;
}
