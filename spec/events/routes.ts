// What the router saw and answered, as the journal keeps it: enough to ask it again and get the same plan.

import type { LimitBasis, OrderID, Side, VenueID } from '../terms/index.ts';
import type { Notional, Price, Qty, Rate } from '../units/index.ts';

/** `Whole`: fill or kill, which is never split. */
export type RouteHow = 'Split' | 'Whole';

/** Whole ticks, and whole numbers of the book's `levelLot`. */
export interface RouteLevel {
  readonly ticks: number;
  readonly lots: number;
}

/** The side of a book that the order takes, no deeper than the order could use. */
export interface RouteBook {
  readonly venueID: VenueID;
  readonly tick: Price;
  readonly lot: Qty;
  readonly minQty: Qty;
  readonly maxQty: Qty;
  readonly minNotional: Notional;
  readonly takerFee: Rate;
  /** What the levels count in: the lot of an order, or finer. */
  readonly levelLot: Qty;
  /** Best first. */
  readonly levels: readonly RouteLevel[];
}

/** A v2 pool: the tokens' own integers. */
export interface RouteV2 {
  readonly reserve0: bigint;
  readonly reserve1: bigint;
  readonly feePips: number;
}

/** A v3 pool. Ticks count from the lowest that there is, so that none is below 0. */
export interface RouteV3 {
  readonly sqrtPriceX96: bigint;
  readonly tickAboveLowest: number;
  readonly liquidity: bigint;
  readonly tickSpacing: number;
  readonly feePips: number;
  /** Those that the order could cross, ascending. */
  readonly ticks: readonly RouteTick[];
}

export interface RouteTick {
  readonly tickAboveLowest: number;
  readonly liquidityNet: bigint;
}

/** A pool as it stood behind one block. One of `v2` and `v3` is not null. */
export interface RoutePool {
  readonly venueID: VenueID;
  readonly lot: Qty;
  readonly minQty: Qty;
  /** The most that one swap may be. */
  readonly maxQty: Qty;
  /** What a swap costs in gas, in the quote currency. */
  readonly gasCost: Notional;
  readonly baseDecimals: number;
  readonly quoteDecimals: number;
  readonly baseIsToken0: boolean;
  readonly blockNumber: number;
  readonly v2: RouteV2 | null;
  readonly v3: RouteV3 | null;
  /** The venue's name of it, where the venue has several; null: it has one. */
  readonly venueSymbol: string | null;
  /** What each initialised tick that is crossed adds, in the quote currency; null: an older build counted none. */
  readonly tickGasCost: Notional | null;
  /** Pools of the same name here go as one transaction; null: it goes alone. */
  readonly transaction: string | null;
  /** What that costs in gas once, beside each of its pools. */
  readonly transactionGasCost: Notional | null;
}

export interface LegDecided {
  readonly venueID: VenueID;
  readonly qty: Qty;
  readonly worstPrice: Price;
  readonly cost: Notional;
  readonly marginalPrice: Price;
  /** Of a pool, where its venue has several. */
  readonly venueSymbol: string | null;
  /** What of the cost is gas; null: of no pool. */
  readonly gasCost: Notional | null;
  /** Initialised ticks; null: of no pool. */
  readonly ticksCrossed: number | null;
}

export interface VenueUnused {
  readonly venueID: VenueID;
  readonly why: string;
}

/** Why an order's open quantity goes where it goes. Its children follow, with the same `routing`. */
export interface RouteDecided {
  readonly type: 'RouteDecided';
  readonly orderID: OrderID;
  /** Counts the order's routings from 1. */
  readonly routing: number;
  readonly how: RouteHow;
  readonly side: Side;
  /** What was to be placed. */
  readonly orderQty: Qty;
  readonly limit: Price;
  readonly limitBasis: LimitBasis;
  readonly books: readonly RouteBook[];
  /** The router sees them behind the books. */
  readonly pools: readonly RoutePool[];
  /** What the books and pools show of it within the limit. */
  readonly filledQty: Qty;
  readonly cost: Notional;
  /** The cost is at most so many basis points from the best possible: the shortest decimal of the router's number. */
  readonly boundBps: string;
  readonly legs: readonly LegDecided[];
  /** Every venue that lists the instrument and takes nothing of it now. */
  readonly unused: readonly VenueUnused[];
}
