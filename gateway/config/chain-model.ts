// A venue of pools on a chain, as configured. No secret: the key is the signing process's alone.

import type { Address } from '../../adapters/chain/index.ts';
import type { UniswapContracts, UniswapToken } from '../../adapters/uniswap/index.ts';
import type { InstrumentID, VenueID } from '../../spec/terms/index.ts';
import type { Price, Qty, Rate } from '../../spec/units/index.ts';

export interface ChainVenueConfig {
  readonly venueID: VenueID;
  /** The node: JSON-RPC over HTTP. */
  readonly rpcURL: string;
  readonly chainID: number;
  readonly account: Address;
  /** Absolute: the signing process's socket. */
  readonly signerSocket: string;
  /** Its base is the chain's own coin, its market is what gas is valued at. */
  readonly gasInstrument: InstrumentID;
  readonly coin: string;
  /** Blocks that a fill must have on and above it before it is reported. */
  readonly confirmations: number;
  /** Blocks behind the head that no reorganisation reaches; null: the node's own tag says which. */
  readonly finalDepth: number | null;
  readonly deadlineS: number;
  readonly maxSlippage: Rate;
  /** Wei for each unit of gas. */
  readonly maxFeePerGas: bigint;
  readonly priorityFeePerGas: bigint;
  readonly contracts: UniswapContracts;
  /** By currency, as instruments name them. */
  readonly tokens: ReadonlyMap<string, UniswapToken>;
  readonly pools: readonly PoolConfig[];
}

export interface PoolConfig {
  /** What listings call it. */
  readonly name: string;
  readonly kind: 'v2' | 'v3';
  readonly address: Address;
  readonly feePips: number;
  /** 0 in v2. */
  readonly tickSpacing: number;
  readonly tick: Price;
  readonly lot: Qty;
  readonly minQty: Qty;
  readonly maxQty: Qty;
}
