// v3: a whole swap, to the wei of the contract. Source: uniswap.md §5, after UniswapV3Pool.swap.

import type { NoQuote, SwapAnswer, SwapRequest, V3Pool } from './pools.ts';
import {
  MAX_SQRT_PRICE_X96,
  MIN_SQRT_PRICE_X96,
  sqrtPriceAtTick,
  tickAtSqrtPrice,
} from './tick-math.ts';
import { type V3Path, type Waypoint, pathThrough } from './v3-path.ts';
import { type Step, stepExactIn, stepExactOut } from './v3-steps.ts';

type Exact = 'in' | 'out';

export function v3ExactIn(pool: V3Pool, request: SwapRequest): SwapAnswer {
  return swap(pool, request, 'in');
}

export function v3ExactOut(pool: V3Pool, request: SwapRequest): SwapAnswer {
  return swap(pool, request, 'out');
}

function swap(pool: V3Pool, request: SwapRequest, exact: Exact): SwapAnswer {
  if (request.amount <= 0n) return refused('nothing is asked for');
  if (pool.sqrtPriceX96 < MIN_SQRT_PRICE_X96 || pool.sqrtPriceX96 >= MAX_SQRT_PRICE_X96) {
    return refused('the pool has no price');
  }
  const path = pathThrough(pool, request.tokenIn);
  const limit = request.sqrtPriceLimitX96 ?? path.farthest;
  if (isBeyond(path, limit, path.farthest)) return refused('the limit is beyond all prices');
  if (!isBeyond(path, limit, pool.sqrtPriceX96)) return refused('the price is beyond the limit');
  const whole = wholeSteps(path, { amount: request.amount, limit, exact });
  const from = path.at(whole);
  if (from === null) return refused(path.brokenOff ?? 'the way ends');
  const left = request.amount - done(from, exact);
  if (left === 0n || from.sqrtPriceX96 === limit) {
    return answer(path, { end: from, steps: whole, left });
  }
  return lastStep(path, from, { left, limit, exact, steps: whole });
}

interface Asked {
  readonly amount: bigint;
  readonly limit: bigint;
  readonly exact: Exact;
}

/** How many steps are taken whole: by gallop and bisection over the running sums. */
function wholeSteps(path: V3Path, asked: Asked): number {
  let low = 0; // So many are.
  let high = 1;
  while (isTaken(path, high, asked)) {
    low = high;
    high *= 2;
  }
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (isTaken(path, middle, asked)) low = middle;
    else high = middle;
  }
  return low;
}

/** True where the step before `index` is begun (something is left for it) and ends within amount and limit. */
function isTaken(path: V3Path, index: number, { amount, limit, exact }: Asked): boolean {
  const end = path.at(index);
  const start = end === null ? null : path.at(index - 1);
  if (end === null || start === null || isBeyond(path, end.sqrtPriceX96, limit)) return false;
  return done(end, exact) <= amount && done(start, exact) < amount;
}

interface Last {
  readonly left: bigint;
  readonly limit: bigint;
  readonly exact: Exact;
  readonly steps: number;
}

function lastStep(path: V3Path, from: Waypoint, last: Last): SwapAnswer {
  const end = path.stepEnd(from);
  const endX96 = sqrtPriceAtTick(end.tick);
  const targetX96 = isBeyond(path, endX96, last.limit) ? last.limit : endX96;
  const stretch = {
    sqrtPriceX96: from.sqrtPriceX96,
    targetX96,
    liquidity: from.liquidity,
    feePips: path.feePips,
  };
  const step =
    last.exact === 'in' ? stepExactIn(stretch, last.left) : stepExactOut(stretch, last.left);
  const moved = move(from, step);
  // Rounding may end it right at the step's end: then a tick there is crossed.
  const reached =
    step.sqrtPriceX96 === endX96
      ? path.crossed(moved, end.tick, end.index)
      : step.sqrtPriceX96 === from.sqrtPriceX96
        ? moved
        : { ...moved, tick: tickAtSqrtPrice(step.sqrtPriceX96) };
  if (reached === null) return refused(path.brokenOff ?? 'the way ends');
  const left = last.left - (last.exact === 'in' ? step.amountIn + step.fee : step.amountOut);
  return answer(path, { end: reached, steps: last.steps + 1, left });
}

function move(from: Waypoint, step: Step): Waypoint {
  return {
    ...from,
    sqrtPriceX96: step.sqrtPriceX96,
    amountIn: from.amountIn + step.amountIn + step.fee,
    amountOut: from.amountOut + step.amountOut,
  };
}

interface Ended {
  readonly end: Waypoint;
  readonly steps: number;
  readonly left: bigint;
}

function answer({ pool }: V3Path, { end, steps, left }: Ended): SwapAnswer {
  const { amountIn, amountOut, sqrtPriceX96, tick, liquidity, ticksCrossed } = end;
  if (amountIn === 0n && amountOut === 0n) return refused('nothing would change hands');
  const after: V3Pool = { ...pool, sqrtPriceX96, tick, liquidity };
  return { type: 'Quoted', amountIn, amountOut, after, ticksCrossed, steps, isWhole: left === 0n };
}

/** True where price `a` lies farther on the swap's way than `b`. */
function isBeyond({ isDown }: V3Path, a: bigint, b: bigint): boolean {
  return isDown ? a < b : a > b;
}

function done(at: Waypoint, exact: Exact): bigint {
  return exact === 'in' ? at.amountIn : at.amountOut;
}

function refused(why: string): NoQuote {
  return { type: 'NoQuote', why };
}
