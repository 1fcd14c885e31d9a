// What a venue of pools is configured with. Nothing here is secret: the key is the signer's alone.

import type { Address } from '../chain/index.ts';
import type { InstrumentID, VenueID } from '../../spec/terms/index.ts';

export interface UniswapPool {
  /** Our name of it: the venue symbol of the listing. */
  readonly venueSymbol: string;
  readonly instrumentID: InstrumentID;
  readonly kind: 'v2' | 'v3';
  readonly address: Address;
  readonly base: UniswapToken;
  readonly quote: UniswapToken;
  /** Millionths of what is paid in. */
  readonly feePips: number;
  /** 0 in v2. */
  readonly tickSpacing: number;
}

export interface UniswapToken {
  readonly address: Address;
  readonly decimals: number;
}

/** token0 is the one with the lower address. */
export function baseIsToken0(pool: UniswapPool): boolean {
  return BigInt(pool.base.address) < BigInt(pool.quote.address);
}

export interface UniswapMarketConfig {
  readonly venueID: VenueID;
  readonly rpcURL: string;
  /** TickLens: reads a pool's ticks. */
  readonly tickLens: Address;
  readonly pools: readonly UniswapPool[];
  /** The pool of the chain's own coin by whose price gas is valued; null: the first one whose base has 18 decimals. */
  readonly gasPriceFrom: string;
  /** What is offered above the base fee, wei for each unit of gas. */
  readonly priorityFeePerGas: bigint;
  readonly pollMs: number;
  /** No head for so long: nothing may be quoted. */
  readonly silenceMs: number;
  /** Ticks either side of the price within which ticks are read: 50,000 is a factor of 148. */
  readonly tickReach: number;
  /** No reorganisation may be deeper. */
  readonly blocksHeld: number;
  readonly answerBoundMs: number;
}

export const UNISWAP_MARKET_DEFAULTS = {
  pollMs: 500,
  silenceMs: 30_000,
  tickReach: 50_000,
  blocksHeld: 128,
  answerBoundMs: 5_000,
} as const;
