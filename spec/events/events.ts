// What has happened: past facts, journaled. State follows from them alone (I5).

import type { EpochNs } from '../ports/index.ts';
import type {
  AccountID,
  BusinessRejectReason,
  ChildID,
  ClOrdID,
  CxlRejReason,
  CxlRejResponseTo,
  Instrument,
  InstrumentID,
  KillTarget,
  LimitBasis,
  Limits,
  OrdRejReason,
  OrdStatus,
  OrdType,
  OrderID,
  Side,
  TimeInForce,
  VenueDirectives,
  VenueExecID,
  VenueID,
  VenueOrderID,
} from '../terms/index.ts';
import type { Notional, Price, Qty } from '../units/index.ts';
import type {
  ChildEndHow,
  ChildSwap,
  ChildTimeInForce,
  Liquidity,
  SignedTransaction,
} from '../venues/index.ts';
import type { Origin } from './commands.ts';
import type { ExclusionHow, OrderEndHow, ParentOrder } from './entities.ts';
import type { ChildLeft, FindingHow, LimitPlace, Operator } from './operations.ts';
import type { RouteDecided } from './routes.ts';

export type { RouteDecided } from './routes.ts';

export type Event =
  | DeskStarted
  | InstrumentDefined
  | LimitsSet
  | OrderAccepted
  | OrderRejected
  | CancelRequested
  | ReplaceRequested
  | RequestRejected
  | OrderReplaced
  | OrderExpiring
  | OrderEnded
  | OrderRecalled
  | StatusReported
  | MessageRefused
  | CommandRefused
  | VenueQuarantined
  | VenueResumed
  | AdminRefused
  | KillEngaged
  | KillRearmed
  | KillVerified
  | OrderKilled
  | LimitChanged
  | LimitReset
  | ChildDecided
  | ChildAcknowledged
  | ChildRefused
  | ChildPutInDoubt
  | ChildProvenAbsent
  | ChildFilled
  | ChildEndReported
  | ChildEnded
  | ChildCancelDecided
  | ChildCancelRefused
  | ChildCancelPutInDoubt
  | ChildAmendDecided
  | ChildAmended
  | ChildAmendRefused
  | ChildAmendPutInDoubt
  | InDoubtOverdue
  | RouteDecided
  | VenueExcluded
  | CancelOverdue
  | FillUnmatched
  | FillConflicted
  | ChildResolved
  | HoldingAgreed
  | TransactionSigned
  | TransactionSettled
  | ChildFillCancelled;

export type EventType = Event['type'];
export type EventOf<T extends EventType> = Extract<Event, { readonly type: T }>;

/** An event with its place in the journal. `at` is the time its command was stamped with. */
export interface Recorded<E extends Event = Event> {
  readonly sequence: number;
  readonly at: EpochNs;
  readonly event: E;
}

/** A process took over the desk; each start is a new epoch. */
export interface DeskStarted {
  readonly type: 'DeskStarted';
  readonly desk: number;
  readonly epoch: number;
}

export interface InstrumentDefined {
  readonly type: 'InstrumentDefined';
  readonly instrument: Instrument;
}

/** As configured. What an operator has changed of them, and is not reset before, stands. */
export interface LimitsSet {
  readonly type: 'LimitsSet';
  readonly limits: Limits;
}

export interface OrderAccepted {
  readonly type: 'OrderAccepted';
  readonly orderID: OrderID;
  readonly origin: Origin;
  readonly clOrdID: ClOrdID;
  readonly account: AccountID;
  readonly instrumentID: InstrumentID;
  readonly instrumentVersion: number;
  readonly symbol: string;
  readonly side: Side;
  readonly ordType: OrdType;
  readonly price: Price | null;
  readonly worstPrice: Price;
  readonly timeInForce: TimeInForce;
  readonly orderQty: Qty;
  /** The mid that collar and notional were judged by. */
  readonly referencePrice: Price;
  readonly expireAt: EpochNs | null;
  /** Null is gross. */
  readonly limitBasis: LimitBasis | null;
  /** Null is none. */
  readonly directives: VenueDirectives | null;
}

export interface OrderRejected {
  readonly type: 'OrderRejected';
  readonly origin: Origin;
  readonly clOrdID: ClOrdID;
  readonly account: AccountID | null;
  readonly symbol: string;
  readonly side: Side;
  readonly orderQty: Qty;
  readonly ordRejReason: OrdRejReason;
  /** The check that refused, such as `maxOrderNotional`; empty where it was no check of risk. */
  readonly check: string;
  readonly text: string;
}

export interface CancelRequested {
  readonly type: 'CancelRequested';
  readonly orderID: OrderID;
  readonly origin: Origin;
  readonly clOrdID: ClOrdID;
  readonly origClOrdID: ClOrdID;
}

export interface ReplaceRequested {
  readonly type: 'ReplaceRequested';
  readonly orderID: OrderID;
  readonly origin: Origin;
  readonly clOrdID: ClOrdID;
  readonly origClOrdID: ClOrdID;
  readonly orderQty: Qty;
  readonly price: Price | null;
  readonly worstPrice: Price;
  readonly referencePrice: Price;
}

/** A cancel or replace request was refused, at once or after it had been pending. */
export interface RequestRejected {
  readonly type: 'RequestRejected';
  /** Null for an unknown order. */
  readonly orderID: OrderID | null;
  readonly origin: Origin;
  readonly clOrdID: ClOrdID;
  /** The last accepted ClOrdID; the request's own for an unknown order. */
  readonly origClOrdID: ClOrdID;
  /** The order's status behind this event. */
  readonly ordStatus: OrdStatus;
  readonly responseTo: CxlRejResponseTo;
  readonly cxlRejReason: CxlRejReason;
  /** It was the pending one, and is so no more. */
  readonly wasPending: boolean;
  readonly text: string;
}

/** The pending replace took effect: every older child is confirmed dead, or the only one has its terms at its venue. */
export interface OrderReplaced {
  readonly type: 'OrderReplaced';
  readonly orderID: OrderID;
  readonly clOrdID: ClOrdID;
  readonly origClOrdID: ClOrdID;
  readonly orderQty: Qty;
  readonly price: Price | null;
  readonly worstPrice: Price;
}

/** Its day is over: no child is placed any more, the open ones are cancelled. */
export interface OrderExpiring {
  readonly type: 'OrderExpiring';
  readonly orderID: OrderID;
}

/** Its last child has ended, on evidence. It leaves the hot state. */
export interface OrderEnded {
  readonly type: 'OrderEnded';
  readonly orderID: OrderID;
  readonly how: OrderEndHow;
  readonly text: string;
}

/** An ended order comes back into the hot state, whole, because a venue spoke of it again. */
export interface OrderRecalled {
  readonly type: 'OrderRecalled';
  readonly order: ParentOrder;
}

export interface StatusReported {
  readonly type: 'StatusReported';
  readonly origin: Origin;
  /** Null for an unknown order. */
  readonly orderID: OrderID | null;
  /** The order as it stood, where it was no longer hot. */
  readonly recalled: ParentOrder | null;
  readonly clOrdID: ClOrdID;
  readonly ordStatusReqID: string | null;
  readonly symbol: string;
  readonly side: Side;
  readonly text: string;
}

export interface MessageRefused {
  readonly type: 'MessageRefused';
  readonly origin: Origin;
  readonly refMsgType: string;
  readonly businessRejectReason: BusinessRejectReason;
  readonly refID: string | null;
  readonly text: string;
}

/** `decide` threw, or would break an invariant again: the command changed nothing. */
export interface CommandRefused {
  readonly type: 'CommandRefused';
  readonly source: 'client' | 'venue' | 'timer' | 'operator';
  /** What names the command: session, epoch and number, or venue and what it spoke of. */
  readonly key: string;
  readonly origin: Origin | null;
  readonly venueID: VenueID | null;
  readonly commandType: string;
  /** The command as JSON, in UTF-8. */
  readonly bytes: Uint8Array;
  readonly error: string;
}

/** A report of this venue could not be applied: no new child goes there until a person looked. */
export interface VenueQuarantined {
  readonly type: 'VenueQuarantined';
  readonly venueID: VenueID;
  readonly cause: string;
}

/** An operator has looked: the quarantine is lifted, what the venue knows is asked for again. */
export interface VenueResumed extends Operator {
  readonly type: 'VenueResumed';
  readonly venueID: VenueID;
  /** The desk's next intent: only children older than it are asked for, those behind it are new. */
  readonly nextIntent: number;
}

/** What an operator asked was not to be had: nothing has changed. */
export interface AdminRefused extends Operator {
  readonly type: 'AdminRefused';
  readonly commandType: string;
  readonly text: string;
}

/** From now on no order in its scope is taken, and no child is placed there; what is open is cancelled. */
export interface KillEngaged extends Operator, KillTarget {
  readonly type: 'KillEngaged';
}

export interface KillRearmed extends Operator, KillTarget {
  readonly type: 'KillRearmed';
}

/** An operator wants to know: the venues are asked what became of each child that is left. */
export interface KillVerified extends Operator, KillTarget {
  readonly type: 'KillVerified';
  /** The oldest of them where there are very many. */
  readonly asked: readonly ChildLeft[];
}

/** A kill switch reached it: no child is placed any more, the open ones are cancelled. */
export interface OrderKilled {
  readonly type: 'OrderKilled';
  readonly orderID: OrderID;
  /** Whose switch, in words such as `account A1`. */
  readonly by: string;
}

/** By an operator: in force from now on. Figures in the unit of the limit's kind; null is no limit. */
export interface LimitChanged extends Operator, LimitPlace {
  readonly type: 'LimitChanged';
  readonly before: bigint | null;
  readonly after: bigint | null;
  /** What the configuration says. */
  readonly configured: bigint | null;
}

/** An operator's change is over: by an operator, or because the configuration has another figure now. */
export interface LimitReset extends Operator, LimitPlace {
  readonly type: 'LimitReset';
  readonly before: bigint | null;
  readonly after: bigint | null;
}

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

/** This order does not use the venue until then. */
export interface VenueExcluded {
  readonly type: 'VenueExcluded';
  readonly orderID: OrderID;
  readonly venueID: VenueID;
  readonly how: ExclusionHow;
  readonly text: string;
  readonly until: EpochNs;
}

/** The venue has refused a cancel so often that the operator is called; it is sent again all the same. */
export interface CancelOverdue {
  readonly type: 'CancelOverdue';
  readonly orderID: OrderID;
  readonly childID: ChildID;
  readonly refusals: number;
}

/** A fill for no order of ours: shown as external, booked nowhere. */
export interface FillUnmatched {
  readonly type: 'FillUnmatched';
  readonly venueID: VenueID;
  readonly venueSymbol: string;
  readonly venueOrderID: VenueOrderID;
  readonly venueExecID: VenueExecID;
  readonly lastQty: Qty;
  readonly lastPx: Price;
}

/** By an operator, of a child in doubt. What it comes to stands in the events behind it. */
export interface ChildResolved extends Operator {
  readonly type: 'ChildResolved';
  readonly orderID: OrderID;
  readonly childID: ChildID;
  readonly how: FindingHow;
}

/** What we have of an asset at a venue, as it tells it, is taken into the books. */
export interface HoldingAgreed extends Operator {
  readonly type: 'HoldingAgreed';
  readonly venueID: VenueID;
  readonly asset: string;
  readonly total: Qty;
  /** By the books until then, with 36 decimals; null: it was in none. */
  readonly before: bigint | null;
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

/** Bytes of a chain's account, kept before they are broadcast: its nonce is given out (crash row 11). */
export interface TransactionSigned {
  readonly type: 'TransactionSigned';
  readonly venueID: VenueID;
  readonly transaction: SignedTransaction;
}

/** One transaction of the nonce is final: all that was signed for it is forgotten. */
export interface TransactionSettled {
  readonly type: 'TransactionSettled';
  readonly venueID: VenueID;
  readonly nonce: number;
  /** The one that is final; empty where it was a stranger's. */
  readonly hash: string;
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
