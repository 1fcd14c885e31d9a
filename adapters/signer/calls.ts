// A structured call as the contracts are called with it. Source: uniswap.md §3; UniswapV2Router02, SwapRouter02.

import { type Address, addressWord, uintWord } from '../chain/index.ts';

export const SELECTORS = {
  approve: '0x095ea7b3',
  v2ExactIn: '0x38ed1739',
  v2ExactOut: '0x8803dbee',
  v3ExactIn: '0x04e45aaf',
  v3ExactOut: '0x5023b4df',
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
  readonly deadline: bigint;
  readonly recipient: Address;
}

export function approveData(spender: Address, amount: bigint): string {
  return `${SELECTORS.approve}${addressWord(spender)}${uintWord(amount)}`;
}

/** Amounts, offset of the path, recipient, deadline; then the path. */
export function v2SwapData(swap: SwapWords): string {
  const isIn = swap.exact === 'in';
  const [first, second] = isIn ? [swap.amountIn, swap.amountOut] : [swap.amountOut, swap.amountIn];
  return [
    isIn ? SELECTORS.v2ExactIn : SELECTORS.v2ExactOut,
    uintWord(first),
    uintWord(second),
    uintWord(5n * 32n),
    addressWord(swap.recipient),
    uintWord(swap.deadline),
    uintWord(2n),
    addressWord(swap.tokenIn),
    addressWord(swap.tokenOut),
  ].join('');
}

/** One swap without a limit of the price inside a multicall with the deadline. */
export function v3SwapData(swap: SwapWords): string {
  const isIn = swap.exact === 'in';
  const [first, second] = isIn ? [swap.amountIn, swap.amountOut] : [swap.amountOut, swap.amountIn];
  const inner = [
    isIn ? SELECTORS.v3ExactIn : SELECTORS.v3ExactOut,
    addressWord(swap.tokenIn),
    addressWord(swap.tokenOut),
    uintWord(BigInt(swap.feePips)),
    addressWord(swap.recipient),
    uintWord(first),
    uintWord(second),
    uintWord(0n),
  ]
    .join('')
    .slice(2);
  const bytes = inner.length / 2;
  return [
    SELECTORS.multicall,
    uintWord(swap.deadline),
    uintWord(2n * 32n),
    uintWord(1n),
    uintWord(32n),
    uintWord(BigInt(bytes)),
    inner.padEnd(Math.ceil(bytes / 32) * 64, '0'),
  ].join('');
}
