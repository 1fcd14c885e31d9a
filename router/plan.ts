// What the router is asked, what it may use, and what it answers.

import type { Pool } from '../spec/pools/index.ts';
import type { Side, VenueID } from '../spec/terms/index.ts';
import type { Notional, Price, Qty, Rate } from '../spec/units/index.ts';
import type { BookLevel } from '../spec/venues/index.ts';

/** The open quantity of one parent. */
export interface RouteOrder {
  readonly side: Side;
  readonly orderQty: Qty;
  /** Null: at any price. */
  readonly limit: Price | null;
  /**
   * What the limit bounds. `gross`: the price that the venue trades at; of a pool that holds its own fee.
   * `allIn`: the price with the venue's fee, and each pool's average with all the gas that it could need alone.
   */
  readonly limitBasis: 'gross' | 'allIn';
}

/** An exchange's book, the side that is taken. */
export interface BookSource {
  readonly type: 'Book';
  readonly venueID: VenueID;
  readonly tick: Price;
  readonly lot: Qty;
  readonly minQty: Qty;
  readonly maxQty: Qty;
  /** Least price times quantity that the venue takes. */
  readonly minNotional: Notional;
  /** Of the quote amount. */
  readonly takerFee: Rate;
  /** Best first. */
  readonly levels: readonly BookLevel[];
  /** What the levels count in, where that is finer than the lot of an order. */
  readonly levelLot?: Qty;
}

/** An on-chain pool: a sell pays the base token in exactly, a buy receives it exactly. */
export interface PoolSource {
  readonly type: 'Pool';
  readonly venueID: VenueID;
  readonly pool: Pool;
  /** Decimals of the two tokens. */
  readonly decimals: { readonly base: number; readonly quote: number };
  readonly baseIsToken0: boolean;
  /** No finer than the base token. */
  readonly lot: Qty;
  readonly minQty: Qty;
  /** The most that one swap may be. */
  readonly maxQty: Qty;
  /** In the quote currency, once, whatever the size. */
  readonly gasCost: Notional;
  /** The same for each initialised tick that is crossed. */
  readonly tickGasCost?: Notional;
  /** Its name, where its venue has several. */
  readonly venueSymbol?: string;
  /** What it shares with other pools: absent, it goes alone. */
  readonly transaction?: SharedTransaction;
}

/** Swaps that can go as one: pools with the same name here. */
export interface SharedTransaction {
  readonly name: string;
  /** Paid once, beside the gas of each pool that is used, in the quote currency. */
  readonly gasCost: Notional;
}

export type Source = BookSource | PoolSource;

/** What one venue is to trade. */
export interface RouteLeg {
  readonly venueID: VenueID;
  readonly qty: Qty;
  /** Where the venue's price ends up, away from the client; of a book on its tick. Never beyond the limit. */
  readonly worstPrice: Price;
  /** Quote paid for it, or received: fee and gas included. */
  readonly cost: Notional;
  /** What the next unit would cost or bring, fee included. */
  readonly marginalPrice: Price;
  /** Of a pool, where its venue has several. */
  readonly venueSymbol: string | null;
  /** What of the cost is gas, with what it shares where it is the first that does; null: of no pool. */
  readonly gasCost: Notional | null;
  /** Initialised ticks; null: of no pool. */
  readonly ticksCrossed: number | null;
}

export interface Unused {
  readonly venueID: VenueID;
  /** A sentence for a person. */
  readonly why: string;
}

/** Where an order goes. As much of it as the sources can take, at the least cost. */
export interface RoutePlan {
  readonly filledQty: Qty;
  /** Quote paid for all legs, or received: fees and gas included. */
  readonly cost: Notional;
  /** The cost is at most this far from the best possible for that quantity, in basis points of it. */
  readonly boundBps: number;
  /** In the order of the sources. */
  readonly legs: readonly RouteLeg[];
  readonly unused: readonly Unused[];
}
