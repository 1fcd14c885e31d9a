// What a venue of pools is configured with. Nothing here is secret: the key is the signer's alone.

import type { Address, FeePolicy } from '../chain/index.ts';
import type { InstrumentID, VenueID } from '../../spec/terms/index.ts';
import type { Price, Qty } from '../../spec/units/index.ts';

export interface UniswapToken {
  /** As instruments name it. */
  readonly asset: string;
  readonly address: Address;
  readonly decimals: number;
  /** An allowance goes from one amount to another only over zero, as Tether's on Ethereum. */
  readonly approvesFromZero: boolean;
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

/** One swap crosses so many initialised ticks at most. */
export const TICKS_MOST = 8;

/** Gas of one swap with its approval and what moves meanwhile; the router counts it. */
export const GAS_OF_SWAP = { v2: 150_000n, v3: 200_000n } as const;

/** What of it several swaps of one transaction pay once: the transaction itself 21,000, the approval 46,000. */
export const GAS_SHARED = 67_000n;

/** Each initialised tick that is crossed; one that nobody has crossed yet takes up to three times as much (`gas.ts`). */
export const GAS_OF_TICK = 24_000n;

export interface UniswapMarketConfig {
  readonly venueID: VenueID;
  readonly rpcURL: string;
  readonly contracts: UniswapContracts;
  readonly pools: readonly UniswapPool[];
  /** What is offered above the base fee, wei for each unit of gas. */
  readonly priorityFeePerGas: bigint;
  /** The same, fee and tip together, at most. */
  readonly maxFeePerGas: bigint;
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

export interface UniswapOrdersConfig {
  readonly venueID: VenueID;
  readonly rpcURL: string;
  /** The signing process: `unix:FILE:`. */
  readonly signerURL: string;
  readonly chainID: number;
  readonly account: Address;
  /** The chain's own coin, as fees are booked in it: `ETH`. */
  readonly coin: string;
  readonly contracts: UniswapContracts;
  readonly pools: readonly UniswapPool[];
  readonly fees: FeePolicy;
  readonly gasLimits: { readonly v2: number; readonly v3: number; readonly approve: number };
  /** Blocks that a fill must have on and above it before it is reported: 1 is as soon as it is mined. */
  readonly confirmations: number;
  /** Blocks behind the head that no reorganisation reaches; null: the node's own tag `finalized`. */
  readonly finalDepth: number | null;
  /** A swap is refused by the chain so long after it was decided. */
  readonly deadlineS: number;
  /** A transaction that so many blocks have left out is bid for anew. */
  readonly bumpAfterBlocks: number;
  readonly pollMs: number;
  /** No head for so long: the venue is down. */
  readonly silenceMs: number;
  readonly blocksHeld: number;
  readonly answerBoundMs: number;
}

export const UNISWAP_ORDERS_DEFAULTS = {
  gasLimits: { v2: 250_000, v3: 824_000, approve: 80_000 }, // v3: 232,000, and eight fresh ticks.
  bumpAfterBlocks: 3,
  pollMs: 250,
  silenceMs: 30_000,
  blocksHeld: 256,
  answerBoundMs: 5_000,
} as const;
