// What the desk's state is made of: open orders with their children, and positions.

import type { EpochNs } from '../ports/index.ts';
import type {
  AccountID,
  ChildID,
  ClOrdID,
  Instrument,
  InstrumentID,
  LimitBasis,
  Limits,
  OrdType,
  OrderID,
  SessionID,
  Side,
  TimeInForce,
  VenueDirectives,
  VenueExecID,
  VenueID,
  VenueOrderID,
} from '../terms/index.ts';
import type { Notional, Price, Qty, SignedQty } from '../units/index.ts';
import type { ChainAccount, ChildEndHow, ChildSwap, ChildTimeInForce } from '../venues/index.ts';
import type { Origin } from './commands.ts';
import type { Holding, Kill, LimitChange, Quarantine } from './operations.ts';

/** `Sent`: the intent is durable and the venue has not spoken yet. */
export type ChildPhase = 'Sent' | 'Working' | 'InDoubt' | 'Ended';

/** `Sent`: a cancel is under way; `InDoubt`: its outcome is unknown. */
export type ChildCancelState = 'None' | 'Sent' | 'InDoubt';

/** New terms that a venue was asked for. `Sent`: it has not answered; `InDoubt`: whether it took them is unknown. */
export interface PendingAmend {
  readonly price: Price;
  /** The whole of the child, what is filled included. */
  readonly orderQty: Qty;
  readonly phase: 'Sent' | 'InDoubt';
}

/** The venue called it dead at `finalCumQty`; it ends when fills up to that are booked (I7). */
export interface EndReported {
  readonly how: ChildEndHow;
  readonly finalCumQty: Qty;
  readonly text: string;
}

export interface ChildFill {
  readonly venueOrderID: VenueOrderID;
  readonly venueExecID: VenueExecID;
  readonly lastQty: Qty;
  readonly lastPx: Price;
  /** Where in the journal it stands: its report's ExecID. Null in what an older build wrote. */
  readonly sequence: number | null;
  /** The exact quote amount of a swap; null: LastPx times LastQty is it. */
  readonly grossTradeAmt: Notional | null;
}

export interface Child {
  readonly childID: ChildID;
  /** Counts the desk's intents. */
  readonly intent: number;
  readonly venueID: VenueID;
  readonly venueSymbol: string;
  readonly price: Price;
  readonly orderQty: Qty;
  readonly timeInForce: ChildTimeInForce;
  readonly decidedAt: EpochNs;
  readonly phase: ChildPhase;
  readonly cancel: ChildCancelState;
  readonly venueOrderID: VenueOrderID | null;
  readonly cumQty: Qty;
  readonly fills: readonly ChildFill[];
  readonly endReported: EndReported | null;
  readonly endedHow: ChildEndHow | null;
  /** When the present doubt began, of the order, of its cancel or of its amend. */
  readonly inDoubtSince: EpochNs | null;
  /** The operator was called for it. */
  readonly overdueRaised: boolean;
  /** Which of its order's routings decided it, from 1; null: decided by a build that did not count. */
  readonly routing: number | null;
  /** How often the venue refused a cancel of it, and when it did last; null: never. */
  readonly cancelRefusals: number | null;
  readonly cancelRefusedAt: EpochNs | null;
  /** At a venue of pools: its parts, where there are several. */
  readonly swaps: readonly ChildSwap[];
  /** Null: none is under way. Until the venue has spoken it may fill on either terms. */
  readonly amend: PendingAmend | null;
}

/**
 * `Refused`, `Ended`: the venue's own word, about a new child or a resting one. `NotSent`: our adapter
 * could not send. `Faded`: what its book showed was not there, so nothing is taken there for a while.
 */
export type ExclusionHow = 'Refused' | 'Ended' | 'NotSent' | 'Faded';

/** A venue that one order does not use for a while. */
export interface Exclusion {
  readonly venueID: VenueID;
  readonly how: ExclusionHow;
  readonly until: EpochNs;
  /** How often it was excluded since the order's terms last changed. */
  readonly times: number;
}

export interface PendingCancel {
  readonly clOrdID: ClOrdID;
  readonly origClOrdID: ClOrdID;
  readonly origin: Origin;
}

export interface PendingReplace {
  readonly clOrdID: ClOrdID;
  readonly origClOrdID: ClOrdID;
  readonly origin: Origin;
  readonly orderQty: Qty;
  readonly price: Price | null;
  readonly worstPrice: Price;
}

export type OrderEndHow = 'Filled' | 'Canceled' | 'Expired' | 'Rejected';

/** The client's order. OrderQty + Overfill = CumQty + LeavesQty + Dead (I3). */
export interface ParentOrder {
  readonly orderID: OrderID;
  readonly sessionID: SessionID;
  /** The last accepted one of the chain. */
  readonly clOrdID: ClOrdID;
  /** Every ClOrdID that this order took, rejected requests left out, oldest first. */
  readonly clOrdIDs: readonly ClOrdID[];
  readonly account: AccountID;
  readonly instrumentID: InstrumentID;
  readonly instrumentVersion: number;
  readonly symbol: string;
  readonly side: Side;
  readonly ordType: OrdType;
  readonly price: Price | null;
  /** The limit, or a market order's collar: no child is priced beyond it. */
  readonly worstPrice: Price;
  readonly timeInForce: TimeInForce;
  readonly orderQty: Qty;
  readonly cumQty: Qty;
  readonly leavesQty: Qty;
  readonly deadQty: Qty;
  readonly overfillQty: Qty;
  /** Sum of price times quantity of its fills. */
  readonly cumNotional: Notional;
  readonly acceptedAt: EpochNs;
  /** When a Day order expires. */
  readonly expireAt: EpochNs | null;
  readonly pendingCancel: PendingCancel | null;
  readonly pendingReplace: PendingReplace | null;
  /** It is past its day, and ends as Expired when its children have. */
  readonly expiring: boolean;
  readonly children: readonly Child[];
  readonly endedHow: OrderEndHow | null;
  /** Null is gross. */
  readonly limitBasis: LimitBasis | null;
  /** Null is none: any venue that the session may use. */
  readonly directives: VenueDirectives | null;
  readonly exclusions: readonly Exclusion[];
  /** Whose kill switch has stopped it, in words such as `account A1`: it ends when its children have. */
  readonly killedBy: string | null;
}

/** Of a child that is not read whole: is anything under way? */
export type ChildOutline = Pick<
  Child,
  'childID' | 'phase' | 'cancel' | 'endReported' | 'inDoubtSince' | 'amend'
>;

/** Of an order that is not read whole: what indexes and exposures are made of, and whether it rests. */
export type ParentOrderOutline = Pick<
  ParentOrder,
  | 'orderID'
  | 'sessionID'
  | 'clOrdIDs'
  | 'account'
  | 'instrumentID'
  | 'side'
  | 'worstPrice'
  | 'cumQty'
  | 'leavesQty'
  | 'pendingCancel'
  | 'pendingReplace'
  | 'endedHow'
> & { readonly children: readonly ChildOutline[] };

/** One account's position in one instrument. */
export interface Position {
  readonly account: AccountID;
  readonly instrumentID: InstrumentID;
  /** Bought less sold. */
  readonly qty: SignedQty;
  readonly boughtNotional: Notional;
  readonly soldNotional: Notional;
}

/** The whole hot state, as a snapshot keeps it. Exposure is recomputed from the orders (I4). */
export interface DeskSnapshot {
  readonly desk: number;
  readonly epoch: number;
  readonly nextOrder: number;
  readonly nextIntent: number;
  readonly instruments: readonly Instrument[];
  /** As they hold, changes of operators among them. */
  readonly limits: readonly Limits[];
  readonly orders: readonly ParentOrder[];
  readonly positions: readonly Position[];
  /** As an earlier build kept them, without their causes. */
  readonly quarantined: readonly VenueID[];
  readonly quarantines: readonly Quarantine[];
  /** Of venues on chains: nonces and what is signed and not final. */
  readonly chainAccounts: readonly ChainAccount[];
  readonly kills: readonly Kill[];
  readonly limitChanges: readonly LimitChange[];
  readonly holdings: readonly Holding[];
}
