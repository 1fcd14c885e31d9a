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
}

/** A child that an adapter takes over after a restart, with what the journal knows of it. */
export interface AdoptedChild {
  readonly child: ChildOrder;
  readonly venueOrderID: VenueOrderID | null;
  readonly cumQty: Qty;
  /** When it was decided; for proof of absence, its deadline is counted from the adoption. */
  readonly decidedAt: EpochNs;
  readonly inDoubt: boolean;
  readonly cancelWanted: boolean;
}

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
