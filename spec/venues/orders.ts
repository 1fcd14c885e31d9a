// What crosses from the desk to a venue, and a fill that comes back.

import type { EpochNs } from '../ports/index.ts';
import type {
  ChildID,
  InstrumentID,
  Side,
  VenueExecID,
  VenueID,
  VenueOrderID,
} from '../terms/index.ts';
import type { Notional, Price, Qty } from '../units/index.ts';

/** What venues are asked for. Day and market orders are the desk's business, not the venue's. */
export type ChildTimeInForce = 'GTC' | 'IOC' | 'FOK';

export type Liquidity = 'maker' | 'taker';

/** One order of ours at one venue. Its price is always a limit: nothing goes out unpriced. */
export interface ChildOrder {
  readonly childID: ChildID;
  readonly venueID: VenueID;
  readonly instrumentID: InstrumentID;
  readonly venueSymbol: string;
  readonly side: Side;
  readonly price: Price;
  readonly orderQty: Qty;
  readonly timeInForce: ChildTimeInForce;
  /** Of a venue of pools: what is swapped in each. Absent or empty: all of it in the pool `venueSymbol`. */
  readonly swaps?: readonly ChildSwap[];
}

/** A child's part in one of its venue's pools. All parts are one transaction: all of them or none. */
export interface ChildSwap {
  readonly venueSymbol: string;
  readonly orderQty: Qty;
  /** The bound of the part's average price. */
  readonly price: Price;
  /** Initialised ticks that it was planned to cross: what its gas limit is set by. */
  readonly ticksCrossed: number;
}

/** New terms of a child that rests at a venue with `replace: 'native'`: its ids, fills and, where it can, its place in the queue stay. */
export interface ChildAmend {
  readonly childID: ChildID;
  readonly venueID: VenueID;
  readonly price: Price;
  /** The whole of it, what is filled already included. */
  readonly orderQty: Qty;
}

/** A child that an adapter takes over after a restart, with what the journal knows of it. */
export interface AdoptedChild {
  readonly child: ChildOrder;
  readonly venueOrderID: VenueOrderID | null;
  readonly cumQty: Qty;
  /** The trades in `cumQty`, as far as they are known by their ids. */
  readonly fills: readonly FillKnown[];
  /** When it was decided; for proof of absence, its deadline is counted from the adoption. */
  readonly decidedAt: EpochNs;
  readonly inDoubt: boolean;
  readonly cancelWanted: boolean;
  /** Terms that were asked for, and it is not known whether the venue took them (crash row 7). */
  readonly amend: Pick<ChildAmend, 'price' | 'orderQty'> | null;
}

/** What tells one trade of an order from another. */
export type FillKnown = Pick<Fill, 'venueExecID' | 'lastQty' | 'lastPx'>;

/**
 * One execution. Known once by venue (one configured venue is one account), instrument, venue order
 * id and execution id (I2).
 */
export interface Fill {
  readonly venueOrderID: VenueOrderID;
  readonly venueExecID: VenueExecID;
  readonly lastQty: Qty;
  readonly lastPx: Price;
  readonly liquidity: Liquidity;
  /** 18 decimals of `feeAsset`; negative is a rebate. */
  readonly feeAmount: bigint;
  readonly feeAsset: string;
  /** The venue's time of the trade. */
  readonly transactTime: EpochNs;
  /** The exact quote amount of a swap, whose price is only the rounded ratio; absent: price times quantity is exact. */
  readonly grossTradeAmt?: Notional;
}
