// What a venue of pools is configured with. Nothing here is secret: the key is the signer's alone.

import type { Address } from '../chain/index.ts';
import type { InstrumentID, VenueID } from '../../spec/terms/index.ts';
import type { Price, Qty } from '../../spec/units/index.ts';

export interface UniswapToken {
  readonly address: Address;
  readonly decimals: number;
}

export interface UniswapPool {
  /** Our name of it: the venue symbol of the listing. One pool for each instrument. */
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
  /** The grid on which children are priced and sized: a pool has none of its own. */
  readonly tick: Price;
  readonly lot: Qty;
  readonly minQty: Qty;
  readonly maxQty: Qty;
}

/** token0 is the one with the lower address. */
export function baseIsToken0(pool: Pick<UniswapPool, 'base' | 'quote'>): boolean {
  return BigInt(pool.base.address) < BigInt(pool.quote.address);
}

/** The contracts that pools are found and read by. */
export interface UniswapContracts {
  readonly factoryV2: Address;
  readonly factoryV3: Address;
  /** UniswapV2Router02. */
  readonly routerV2: Address;
  /** SwapRouter02. */
  readonly routerV3: Address;
  readonly tickLens: Address;
}

/** Gas of one swap with its approval and what moves meanwhile; the router counts it, and limits are set by it. */
export const GAS_OF_SWAP = { v2: 150_000n, v3: 200_000n } as const;

export interface UniswapMarketConfig {
  readonly venueID: VenueID;
  readonly rpcURL: string;
  readonly contracts: UniswapContracts;
  readonly pools: readonly UniswapPool[];
  /** The venue symbol of a pool whose base is the chain's own coin: gas is valued at its price. */
  readonly gasPricedBy: string;
  /** What is offered above the base fee, wei for each unit of gas. */
  readonly priorityFeePerGas: bigint;
  readonly pollMs: number;
  /** No head for so long: nothing may be quoted. */
  readonly silenceMs: number;
  /** Ticks either side of the price within which a pool's ticks are read: 50,000 is a factor of 148 in price. */
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
