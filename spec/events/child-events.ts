// What has happened to child orders at their venues.

import type { EpochNs } from '../ports/index.ts';
import type { ChildID, OrderID, VenueExecID, VenueID, VenueOrderID } from '../terms/index.ts';
import type { Notional, Price, Qty } from '../units/index.ts';
import type { ChildEndHow, ChildSwap, ChildTimeInForce, Liquidity } from '../venues/index.ts';

/** The intent: durable before it is sent. */
export interface ChildDecided {
  readonly type: 'ChildDecided';
  readonly orderID: OrderID;
  readonly childID: ChildID;
  readonly intent: number;
  readonly venueID: VenueID;
  readonly venueSymbol: string;
  readonly price: Price;
  readonly orderQty: Qty;
  readonly timeInForce: ChildTimeInForce;
  /** Why this venue, price and quantity, for the order's story. */
  readonly why: string;
  /** Which of the order's routings decided it, from 1. */
  readonly routing: number | null;
  /** At a venue of pools: its parts, one transaction. Empty: one, or of an older build. */
  readonly swaps: readonly ChildSwap[];
}

/** The venue knows it; a doubt about it is over. */
export interface ChildAcknowledged {
  readonly type: 'ChildAcknowledged';
  readonly orderID: OrderID;
  readonly childID: ChildID;
  readonly venueOrderID: VenueOrderID;
}

/** It never worked: by the venue's word or, `notSent`, because our adapter could not send it. */
export interface ChildRefused {
  readonly type: 'ChildRefused';
  readonly orderID: OrderID;
  readonly childID: ChildID;
  readonly text: string;
  readonly notSent: boolean | null;
}

export interface ChildPutInDoubt {
  readonly type: 'ChildPutInDoubt';
  readonly orderID: OrderID;
  readonly childID: ChildID;
  readonly cause: string;
}

export interface ChildProvenAbsent {
  readonly type: 'ChildProvenAbsent';
  readonly orderID: OrderID;
  readonly childID: ChildID;
  readonly evidence: string;
}

export interface ChildFilled {
  readonly type: 'ChildFilled';
  readonly orderID: OrderID;
  readonly childID: ChildID;
  readonly venueOrderID: VenueOrderID;
  readonly venueExecID: VenueExecID;
  readonly lastQty: Qty;
  readonly lastPx: Price;
  readonly liquidity: Liquidity;
  readonly feeAmount: bigint;
  readonly feeAsset: string;
  readonly transactTime: EpochNs;
  /** The exact quote amount of a swap; null: LastPx times LastQty is it. */
  readonly grossTradeAmt: Notional | null;
}

/** The venue called it dead; fills up to `finalCumQty` may be missing still. */
export interface ChildEndReported {
  readonly type: 'ChildEndReported';
  readonly orderID: OrderID;
  readonly childID: ChildID;
  readonly venueOrderID: VenueOrderID;
  readonly how: ChildEndHow;
  readonly finalCumQty: Qty;
  readonly text: string;
  /** What its end cost though nothing was traded, of `feeAsset` with 18 decimals; null: nothing. */
  readonly feeAmount: bigint | null;
  readonly feeAsset: string | null;
}

export interface ChildEnded {
  readonly type: 'ChildEnded';
  readonly orderID: OrderID;
  readonly childID: ChildID;
  readonly how: ChildEndHow;
}

export interface ChildCancelDecided {
  readonly type: 'ChildCancelDecided';
  readonly orderID: OrderID;
  readonly childID: ChildID;
}

export interface ChildCancelRefused {
  readonly type: 'ChildCancelRefused';
  readonly orderID: OrderID;
  readonly childID: ChildID;
  readonly text: string;
}

export interface ChildCancelPutInDoubt {
  readonly type: 'ChildCancelPutInDoubt';
  readonly orderID: OrderID;
  readonly childID: ChildID;
  readonly cause: string;
}

/** New terms for a child that rests: durable before they are sent, for the replace that is pending. */
export interface ChildAmendDecided {
  readonly type: 'ChildAmendDecided';
  readonly orderID: OrderID;
  readonly childID: ChildID;
  readonly price: Price;
  /** The whole of the child, what is filled included. */
  readonly orderQty: Qty;
}

/** The venue has it on these terms: by its word, or by a fill that the old ones do not allow. */
export interface ChildAmended {
  readonly type: 'ChildAmended';
  readonly orderID: OrderID;
  readonly childID: ChildID;
  readonly price: Price;
  readonly orderQty: Qty;
}

/** It is on its old terms: by the venue's word, or because nothing was sent. */
export interface ChildAmendRefused {
  readonly type: 'ChildAmendRefused';
  readonly orderID: OrderID;
  readonly childID: ChildID;
  readonly text: string;
}

export interface ChildAmendPutInDoubt {
  readonly type: 'ChildAmendPutInDoubt';
  readonly orderID: OrderID;
  readonly childID: ChildID;
  readonly cause: string;
}

/** In doubt past its bound: the operator is called. */
export interface InDoubtOverdue {
  readonly type: 'InDoubtOverdue';
  readonly orderID: OrderID;
  readonly childID: ChildID;
  readonly ageMs: number;
}

/** The venue has refused a cancel so often that the operator is called; it is sent again all the same. */
export interface CancelOverdue {
  readonly type: 'CancelOverdue';
  readonly orderID: OrderID;
  readonly childID: ChildID;
  readonly refusals: number;
}

/** The venue reports a known execution with other figures: raised, not booked. */
export interface FillConflicted {
  readonly type: 'FillConflicted';
  readonly orderID: OrderID;
  readonly childID: ChildID;
  readonly venueExecID: VenueExecID;
  readonly bookedQty: Qty;
  readonly bookedPx: Price;
  readonly reportedQty: Qty;
  readonly reportedPx: Price;
}

/** A fill that was reported is not on its chain any more (crash row 12). */
export interface ChildFillCancelled {
  readonly type: 'ChildFillCancelled';
  readonly orderID: OrderID;
  readonly childID: ChildID;
  readonly venueOrderID: VenueOrderID;
  readonly venueExecID: VenueExecID;
  readonly lastQty: Qty;
  readonly lastPx: Price;
  /** Where in the journal that fill stands: what ExecRefID(19) is made of. */
  readonly refSequence: number | null;
  readonly text: string;
  readonly grossTradeAmt: Notional | null;
}
