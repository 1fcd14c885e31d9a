// v2: constant product. Source: uniswap.md §4, after UniswapV2Library and UniswapV2Pair.

import { type NoQuote, type SwapAnswer, type SwapRequest, type V2Pool, PIPS } from './pools.ts';

const MAX_UINT112 = 2n ** 112n - 1n;

/** What is received for exactly `amount` of tokenIn: rounded down, the fee taken of what is paid. */
export function v2ExactIn(pool: V2Pool, { tokenIn, amount }: SwapRequest): SwapAnswer {
  const [reserveIn, reserveOut] = reserves(pool, tokenIn);
  if (amount <= 0n) return refused('nothing is paid in');
  if (reserveIn <= 0n || reserveOut <= 0n) return refused('a reserve is empty');
  const net = amount * BigInt(PIPS - pool.feePips);
  const amountOut = (net * reserveOut) / (reserveIn * BigInt(PIPS) + net);
  return swapped(pool, tokenIn, { amountIn: amount, amountOut });
}

/** What is paid for exactly `amount` of the other token: rounded down and one more, always. */
export function v2ExactOut(pool: V2Pool, { tokenIn, amount }: SwapRequest): SwapAnswer {
  const [reserveIn, reserveOut] = reserves(pool, tokenIn);
  if (amount <= 0n) return refused('nothing is asked for');
  if (reserveIn <= 0n || reserveOut <= 0n) return refused('a reserve is empty');
  if (amount >= reserveOut) return refused(`the pool holds ${reserveOut}`);
  if (pool.feePips >= PIPS) return refused('the fee takes all');
  const amountIn =
    (reserveIn * amount * BigInt(PIPS)) / ((reserveOut - amount) * BigInt(PIPS - pool.feePips)) +
    1n;
  return swapped(pool, tokenIn, { amountIn, amountOut: amount });
}

interface Amounts {
  readonly amountIn: bigint;
  readonly amountOut: bigint;
}

function swapped(pool: V2Pool, tokenIn: 0 | 1, amounts: Amounts): SwapAnswer {
  const { amountIn, amountOut } = amounts;
  if (amountOut === 0n) return refused('too little for one unit of the other token');
  const after: V2Pool =
    tokenIn === 0
      ? { ...pool, reserve0: pool.reserve0 + amountIn, reserve1: pool.reserve1 - amountOut }
      : { ...pool, reserve0: pool.reserve0 - amountOut, reserve1: pool.reserve1 + amountIn };
  if (after.reserve0 > MAX_UINT112 || after.reserve1 > MAX_UINT112) {
    return refused('a reserve would go beyond 2^112');
  }
  return { type: 'Quoted', ...amounts, after, ticksCrossed: 0, steps: 1, isWhole: true };
}

function reserves(pool: V2Pool, tokenIn: 0 | 1): readonly [bigint, bigint] {
  return tokenIn === 0 ? [pool.reserve0, pool.reserve1] : [pool.reserve1, pool.reserve0];
}

function refused(why: string): NoQuote {
  return { type: 'NoQuote', why };
}
