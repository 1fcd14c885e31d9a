// v3: one step of the swap's loop, between two prices at one liquidity.
// Source: uniswap.md §5, after SwapMath and SqrtPriceMath.

import { PIPS } from './pools.ts';

const Q96 = 2n ** 96n;
const MAX_UINT256 = 2n ** 256n - 1n;
const WHOLE = BigInt(PIPS);

/** Where a step begins, how far it may go, and at what liquidity and fee. */
export interface Stretch {
  readonly sqrtPriceX96: bigint;
  readonly targetX96: bigint;
  readonly liquidity: bigint;
  readonly feePips: bigint;
}

/** What a step moved. `amountIn` is without the fee. */
export interface Step {
  readonly sqrtPriceX96: bigint;
  readonly amountIn: bigint;
  readonly amountOut: bigint;
  readonly fee: bigint;
}

/** The whole stretch: the same for exact in and exact out. */
export function wholeStretch(stretch: Stretch): Step {
  const amountIn = amountInBetween(stretch, stretch.targetX96);
  const amountOut = amountOutBetween(stretch, stretch.targetX96);
  return { sqrtPriceX96: stretch.targetX96, amountIn, amountOut, fee: feeOn(amountIn, stretch) };
}

/** As far as exactly `left` of the token paid reaches, its fee included. */
export function stepExactIn(stretch: Stretch, left: bigint): Step {
  const net = (left * (WHOLE - stretch.feePips)) / WHOLE;
  if (net >= amountInBetween(stretch, stretch.targetX96)) return wholeStretch(stretch);
  const next = isDown(stretch)
    ? afterToken0In(stretch, net)
    : stretch.sqrtPriceX96 + (net << 96n) / stretch.liquidity;
  const amountIn = amountInBetween(stretch, next);
  const amountOut = amountOutBetween(stretch, next);
  return { sqrtPriceX96: next, amountIn, amountOut, fee: left - amountIn };
}

/** As far as exactly `left` of the token received reaches. */
export function stepExactOut(stretch: Stretch, left: bigint): Step {
  const full = amountOutBetween(stretch, stretch.targetX96);
  if (left >= full) return wholeStretch(stretch);
  const next = isDown(stretch) ? afterToken1Out(stretch, left) : afterToken0Out(stretch, left);
  const amountIn = amountInBetween(stretch, next);
  const moved = amountOutBetween(stretch, next);
  // Above a liquidity of 2^96 one unit of price is more than one unit of the token: never more than asked for.
  const amountOut = moved > left ? left : moved;
  return { sqrtPriceX96: next, amountIn, amountOut, fee: feeOn(amountIn, stretch) };
}

function isDown({ sqrtPriceX96, targetX96 }: Stretch): boolean {
  return targetX96 <= sqrtPriceX96;
}

/** What the swapper pays: rounded up. */
function amountInBetween(stretch: Stretch, to: bigint): bigint {
  const { sqrtPriceX96: from, liquidity } = stretch;
  if (isDown(stretch)) return ceilDiv((liquidity * (from - to)) << 96n, from * to);
  return (liquidity * (to - from) + Q96 - 1n) >> 96n;
}

/** What the swapper receives: rounded down. */
function amountOutBetween(stretch: Stretch, to: bigint): bigint {
  const { sqrtPriceX96: from, liquidity } = stretch;
  if (isDown(stretch)) return (liquidity * (from - to)) >> 96n;
  return ((liquidity * (to - from)) << 96n) / (from * to);
}

function feeOn(amountIn: bigint, { feePips }: Stretch): bigint {
  return ceilDiv(amountIn * feePips, WHOLE - feePips);
}

/** Rounded up, so that the price never falls further than was paid for. */
function afterToken0In({ sqrtPriceX96, liquidity }: Stretch, amount: bigint): bigint {
  if (amount === 0n) return sqrtPriceX96;
  const numerator = liquidity << 96n;
  const product = amount * sqrtPriceX96;
  if (product <= MAX_UINT256 && numerator + product <= MAX_UINT256) {
    return ceilDiv(numerator * sqrtPriceX96, numerator + product);
  }
  return ceilDiv(numerator, numerator / sqrtPriceX96 + amount); // The contract's way where 256 bits are too few.
}

/** Rounded up, against the swapper. Less than the whole stretch: the divisor stays above 0. */
function afterToken0Out({ sqrtPriceX96, liquidity }: Stretch, amount: bigint): bigint {
  const numerator = liquidity << 96n;
  return ceilDiv(numerator * sqrtPriceX96, numerator - amount * sqrtPriceX96);
}

/** Rounded down, against the swapper. */
function afterToken1Out({ sqrtPriceX96, liquidity }: Stretch, amount: bigint): bigint {
  return sqrtPriceX96 - ceilDiv(amount << 96n, liquidity);
}

function ceilDiv(numerator: bigint, divisor: bigint): bigint {
  return (numerator + divisor - 1n) / divisor;
}
