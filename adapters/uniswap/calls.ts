// The contracts' functions that we read by, as call data and answers. Source: uniswap.md §2, §3, §6; the selectors are
// compared with an independent encoder in the tests.

import {
  type Address,
  addressIn,
  addressWord,
  intWord,
  signed,
  uintWord,
  wordsOf,
} from '../chain/index.ts';
import type { InitialisedTick } from '../../spec/pools/index.ts';
import type { Gross } from './logs.ts';

export const SELECTORS = {
  getReserves: '0x0902f1ac',
  slot0: '0x3850c7bd',
  liquidity: '0x1a686502',
  token0: '0x0dfe1681',
  token1: '0xd21220a7',
  fee: '0xddca3f43',
  tickSpacing: '0xd0c93a7c',
  decimals: '0x313ce567',
  getPair: '0xe6a43905',
  getPool: '0x1698ee82',
  getPopulatedTicksInWord: '0x351fb478',
  allowance: '0xdd62ed3e',
  balanceOf: '0x70a08231',
} as const;

/** Price, tick, three of observations, the protocol's fee, unlocked. */
const SLOT0_WORDS = 7;
/** Two reserves and the time of the block. */
const RESERVES_WORDS = 3;

/** Bits of one word of the tick bitmap. */
export const WORD_TICKS = 256;

export function getPairCall(a: Address, b: Address): string {
  return `${SELECTORS.getPair}${addressWord(a)}${addressWord(b)}`;
}

export function getPoolCall(a: Address, b: Address, feePips: number): string {
  return `${SELECTORS.getPool}${addressWord(a)}${addressWord(b)}${uintWord(BigInt(feePips))}`;
}

export function populatedTicksCall(pool: Address, word: number): string {
  return `${SELECTORS.getPopulatedTicksInWord}${addressWord(pool)}${intWord(BigInt(word))}`;
}

export function allowanceCall(owner: Address, spender: Address): string {
  return `${SELECTORS.allowance}${addressWord(owner)}${addressWord(spender)}`;
}

export function balanceCall(owner: Address): string {
  return `${SELECTORS.balanceOf}${addressWord(owner)}`;
}

/** The only word of an answer; null where it has fewer or more. */
export function firstWord(data: string): bigint | null {
  const words = wordsOf(data);
  return words?.length === 1 ? (words[0] ?? null) : null;
}

export function addressAnswer(data: string): Address | null {
  const word = firstWord(data);
  return word === null ? null : addressIn(word);
}

export function slot0Answer(
  data: string,
): { readonly sqrtPriceX96: bigint; readonly tick: number } | null {
  const words = wordsOf(data);
  const [sqrtPriceX96, tick] = words ?? [];
  if (words?.length !== SLOT0_WORDS) return null;
  if (sqrtPriceX96 === undefined || tick === undefined) return null;
  return { sqrtPriceX96, tick: Number(signed(tick)) };
}

export function reservesAnswer(data: string): readonly [bigint, bigint] | null {
  const words = wordsOf(data);
  const [reserve0, reserve1] = words ?? [];
  if (words?.length !== RESERVES_WORDS) return null;
  return reserve0 === undefined || reserve1 === undefined ? null : [reserve0, reserve1];
}

/** TickLens: an array of (tick, net, gross), newest first. */
export function populatedTicksAnswer(
  data: string,
): { readonly ticks: readonly InitialisedTick[]; readonly gross: Gross } | null {
  const words = wordsOf(data);
  const count = words?.[1];
  if (words === null || count === undefined || BigInt(words.length) !== 2n + 3n * count)
    return null;
  const ticks: InitialisedTick[] = [];
  const gross = new Map<number, bigint>();
  for (let at = 2; at < words.length; at += 3) {
    const [tick = 0n, net = 0n, whole = 0n] = words.slice(at, at + 3);
    ticks.push([Number(signed(tick)), signed(net)]);
    gross.set(Number(signed(tick)), whole);
  }
  return { ticks: ticks.sort(([a], [b]) => a - b), gross };
}

/** The bitmap's words within `reach` ticks of `tick`. */
export function wordsAround(tick: number, spacing: number, reach: number): readonly number[] {
  const first = Math.floor(Math.floor((tick - reach) / spacing) / WORD_TICKS);
  const last = Math.floor(Math.floor((tick + reach) / spacing) / WORD_TICKS);
  return Array.from({ length: last - first + 1 }, (_, i) => first + i);
}
