// Random swaps: drawn, and written for the routers with the quote as their bound.

import { encodeFunctionData } from 'viem';
import {
  type Pool as PoolValue,
  type SwapAnswer,
  type SwapRequest,
  MAX_SQRT_PRICE_X96,
  MIN_SQRT_PRICE_X96,
} from '../../spec/pools/index.ts';
import type { SeededRandom } from '../sandbox/exchange/random.ts';
import { routerAbi, routerV2Abi } from '../sandbox/chain/abi.ts';
import { type Hex, type Pool, tokensOf } from '../sandbox/chain/index.ts';

/** A deadline that never comes. */
export const FAR = 2n ** 40n;

export interface Swap {
  readonly at: number;
  readonly request: SwapRequest;
  readonly exact: 'in' | 'out';
  /** One wei more than the chain can give is asked for: it must refuse. */
  readonly greedy: boolean;
}

export function willPass(
  swap: Swap,
  answer: SwapAnswer,
): answer is Extract<SwapAnswer, { readonly type: 'Quoted' }> {
  if (answer.type !== 'Quoted' || swap.greedy) return false;
  if (answer.amountIn === 0n) return false; // Nothing for nothing: the router's callback refuses it.
  // Without a limit of the price the router wants exact out whole.
  return swap.exact === 'in' || answer.isWhole || swap.request.sqrtPriceLimitX96 !== undefined;
}

/** Sizes over many magnitudes: from a few units of the token to more than the pool holds. */
export function drawSwap(
  random: SeededRandom,
  pools: readonly Pool[],
  predicted: readonly PoolValue[],
): Swap {
  const at = random.below(pools.length);
  const pool = predicted[at];
  const of = pools[at];
  if (pool === undefined || of === undefined) throw new Error('no such pool');
  const tokenIn: 0 | 1 = random.unit() < 0.5 ? 0 : 1;
  const exact = random.unit() < 0.5 ? 'in' : 'out';
  const token = tokensOf(of)[exact === 'in' ? tokenIn : tokenIn === 0 ? 1 : 0];
  // A pool of spacing 1 that is drained needs more gas than a transaction may use: 3,466 words.
  const magnitudes = pool.type === 'V3' && pool.tickSpacing === 1 ? 5 : 7;
  const dollars =
    10 ** (random.unit() * magnitudes) *
    (token.symbol === 'USDT' ? 1 : 1 / (token.symbol === 'WETH' ? 3_000 : 60_000));
  const tiny = random.unit() < 0.05;
  const amount = tiny
    ? BigInt(1 + random.below(1_000))
    : (BigInt(Math.floor(dollars * 1e6)) * 10n ** BigInt(token.decimals)) / 1_000_000n +
      BigInt(random.below(1_000_000));
  const greedy = random.unit() < 0.04;
  const isLimited = pool.type === 'V3' && !greedy && random.unit() < 0.25;
  const request = { tokenIn, amount };
  if (!isLimited) return { at, request, exact, greedy };
  const part = BigInt(Math.floor(random.unit() ** 4 * 500_000));
  const shift = (pool.sqrtPriceX96 * part) / 10_000_000n + 1n;
  const sqrtPriceLimitX96 = tokenIn === 0 ? pool.sqrtPriceX96 - shift : pool.sqrtPriceX96 + shift;
  const isPrice = sqrtPriceLimitX96 > MIN_SQRT_PRICE_X96 && sqrtPriceLimitX96 < MAX_SQRT_PRICE_X96;
  if (!isPrice) return { at, request, exact, greedy };
  return { at, request: { ...request, sqrtPriceLimitX96 }, exact, greedy };
}

/** The bound is the quote itself: the chain refuses one that is a wei too good. */
export function calldata(swap: Swap, answer: SwapAnswer, pool: Pool, me: Hex): Hex {
  const { tokenIn: side, amount, sqrtPriceLimitX96 = 0n } = swap.request;
  const tokens = tokensOf(pool);
  const tokenIn = tokens[side].address;
  const tokenOut = tokens[side === 0 ? 1 : 0].address;
  const more = swap.greedy ? 1n : 0n;
  const quoted = answer.type === 'Quoted';
  if (swap.exact === 'in') {
    const least = quoted ? answer.amountOut + more : 0n;
    if (pool.kind === 'v2') {
      return encodeFunctionData({
        abi: routerV2Abi,
        functionName: 'swapExactTokensForTokens',
        args: [amount, least, [tokenIn, tokenOut], me, FAR],
      });
    }
    const params = {
      tokenIn,
      tokenOut,
      fee: pool.feePips,
      recipient: me,
      amountIn: amount,
      amountOutMinimum: least,
      sqrtPriceLimitX96,
    };
    return encodeFunctionData({ abi: routerAbi, functionName: 'exactInputSingle', args: [params] });
  }
  const most = quoted ? answer.amountIn - more : 2n ** 128n;
  if (pool.kind === 'v2') {
    return encodeFunctionData({
      abi: routerV2Abi,
      functionName: 'swapTokensForExactTokens',
      args: [amount, most, [tokenIn, tokenOut], me, FAR],
    });
  }
  const params = {
    tokenIn,
    tokenOut,
    fee: pool.feePips,
    recipient: me,
    amountOut: amount,
    amountInMaximum: most,
    sqrtPriceLimitX96,
  };
  return encodeFunctionData({ abi: routerAbi, functionName: 'exactOutputSingle', args: [params] });
}
