// A structured call as the contracts are called with it. Source: uniswap.md §3; UniswapV2Router02, SwapRouter02.

import { type Address, addressWord, uintWord } from '../chain/index.ts';

export const SELECTORS = {
  approve: '0x095ea7b3',
  v2ExactIn: '0x38ed1739',
  v2ExactOut: '0x8803dbee',
  v3ExactIn: '0x04e45aaf',
  v3ExactOut: '0x5023b4df',
  /** SwapRouter02's own, without a deadline. */
  v2ExactInOfV3Router: '0x472b43f3',
  /** Checks the deadline, which the swaps of SwapRouter02 do not. */
  multicall: '0x5ae401dc',
} as const;

export interface SwapWords {
  readonly tokenIn: Address;
  readonly tokenOut: Address;
  readonly feePips: number;
  readonly exact: 'in' | 'out';
  readonly amountIn: bigint;
  readonly amountOut: bigint;
  readonly recipient: Address;
}

export function approveData(spender: Address, amount: bigint): string {
  return `${SELECTORS.approve}${addressWord(spender)}${uintWord(amount)}`;
}

/** Amounts, offset of the path, recipient, deadline; then the path. */
export function v2SwapData(swap: SwapWords, deadline: bigint): string {
  const isIn = swap.exact === 'in';
  const [first, second] = isIn ? [swap.amountIn, swap.amountOut] : [swap.amountOut, swap.amountIn];
  return [
    isIn ? SELECTORS.v2ExactIn : SELECTORS.v2ExactOut,
    uintWord(first),
    uintWord(second),
    uintWord(5n * 32n),
    addressWord(swap.recipient),
    uintWord(deadline),
    uintWord(2n),
    addressWord(swap.tokenIn),
    addressWord(swap.tokenOut),
  ].join('');
}

/** SwapRouter02's multicall with a deadline, which its swaps do not check themselves. */
export function multicallData(calls: readonly string[], deadline: bigint): string {
  const bodies = calls.map((call) => {
    const bytes = (call.length - 2) / 2;
    return `${uintWord(BigInt(bytes))}${call.slice(2).padEnd(Math.ceil(bytes / 32) * 64, '0')}`;
  });
  let offset = calls.length * 32; // Behind the offsets themselves.
  const offsets = bodies.map((body) => {
    const own = uintWord(BigInt(offset));
    offset += body.length / 2;
    return own;
  });
  return [
    SELECTORS.multicall,
    uintWord(deadline),
    uintWord(2n * 32n),
    uintWord(BigInt(calls.length)),
    ...offsets,
    ...bodies,
  ].join('');
}

/** A sell of exactly the amount in a v2 pool, by SwapRouter02. */
export function v2PartData(swap: SwapWords): string {
  return [
    SELECTORS.v2ExactInOfV3Router,
    uintWord(swap.amountIn),
    uintWord(swap.amountOut),
    uintWord(4n * 32n),
    addressWord(swap.recipient),
    uintWord(2n),
    addressWord(swap.tokenIn),
    addressWord(swap.tokenOut),
  ].join('');
}

/** One swap without a limit of the price. */
export function v3PartData(swap: SwapWords): string {
  const isIn = swap.exact === 'in';
  const [first, second] = isIn ? [swap.amountIn, swap.amountOut] : [swap.amountOut, swap.amountIn];
  return [
    isIn ? SELECTORS.v3ExactIn : SELECTORS.v3ExactOut,
    addressWord(swap.tokenIn),
    addressWord(swap.tokenOut),
    uintWord(BigInt(swap.feePips)),
    addressWord(swap.recipient),
    uintWord(first),
    uintWord(second),
    uintWord(0n),
  ].join('');
}
