// What the desk is asked to do. Imperatives; each is stamped once, on entry.

import type { EpochNs } from '../ports/index.ts';
import type {
  AccountID,
  BusinessRejectReason,
  ClOrdID,
  Instrument,
  Limits,
  OrdRejReason,
  OrdType,
  OrderID,
  SessionID,
  Side,
  TimeInForce,
  VenueDirectives,
  VenueID,
} from '../terms/index.ts';
import type { Price, Qty } from '../units/index.ts';
import type { VenueReport } from '../venues/index.ts';
import type { AdminCommand } from './operations.ts';

/** The FIX message that a command came in; with session and epoch its number is known once (I2). */
export interface Origin {
  readonly sessionID: SessionID;
  /** Counts the session's resets of sequence numbers. */
  readonly sessionEpoch: number;
  readonly msgSeqNum: number;
}

/** NewOrderSingle(D), read but not yet judged. */
export interface EnterOrder {
  readonly type: 'EnterOrder';
  readonly origin: Origin;
  readonly clOrdID: ClOrdID;
  readonly account: AccountID | null;
  readonly symbol: string;
  readonly side: Side;
  readonly ordType: OrdType;
  readonly price: Price | null;
  /** May be zero or too large: the desk says so. */
  readonly orderQty: Qty;
  readonly timeInForce: TimeInForce;
  /** Currency(15); null where the message leaves it out. */
  readonly currency: string | null;
  /** OrigSendingTime of a PossDup, else TransactTime: what the order's age is counted from. */
  readonly sentAt: EpochNs;
  readonly possResend: boolean;
  /** Null: it names no venue. */
  readonly directives: VenueDirectives | null;
}

/** A NewOrderSingle whose terms we do not support: answered as Rejected, in the desk's turn. */
export interface RejectOrder {
  readonly type: 'RejectOrder';
  readonly origin: Origin;
  readonly clOrdID: ClOrdID;
  readonly account: AccountID | null;
  readonly symbol: string;
  readonly side: Side;
  readonly orderQty: Qty;
  readonly ordRejReason: OrdRejReason;
  readonly text: string;
}

/** OrderCancelRequest(F). */
export interface CancelOrder {
  readonly type: 'CancelOrder';
  readonly origin: Origin;
  readonly clOrdID: ClOrdID;
  readonly origClOrdID: ClOrdID;
  readonly orderID: OrderID | null;
}

/** OrderCancelReplaceRequest(G). */
export interface ReplaceOrder {
  readonly type: 'ReplaceOrder';
  readonly origin: Origin;
  readonly clOrdID: ClOrdID;
  readonly origClOrdID: ClOrdID;
  readonly orderID: OrderID | null;
  /** Null where the message leaves it out: then as it was. So is the currency. */
  readonly account: AccountID | null;
  readonly symbol: string;
  readonly side: Side;
  readonly ordType: OrdType;
  readonly price: Price | null;
  readonly orderQty: Qty;
  /** Null where the message leaves it out: then as it was. */
  readonly timeInForce: TimeInForce | null;
  readonly currency: string | null;
  readonly sentAt: EpochNs;
  /** Null where the message names no venue: then as it was. */
  readonly directives: VenueDirectives | null;
}

/** OrderStatusRequest(H). */
export interface RequestOrderStatus {
  readonly type: 'RequestOrderStatus';
  readonly origin: Origin;
  readonly clOrdID: ClOrdID;
  readonly orderID: OrderID | null;
  /** OrdStatusReqID(790), given back in the report. */
  readonly ordStatusReqID: string | null;
  readonly symbol: string;
  readonly side: Side;
}

/** An application message that is answered with BusinessMessageReject(j). */
export interface RefuseMessage {
  readonly type: 'RefuseMessage';
  readonly origin: Origin;
  readonly refMsgType: string;
  readonly businessRejectReason: BusinessRejectReason;
  /** BusinessRejectRefID(379). */
  readonly refID: string | null;
  readonly text: string;
}

export interface ReportFromVenue {
  readonly type: 'ReportFromVenue';
  readonly venueID: VenueID;
  readonly report: VenueReport;
}

/** Instruments and limits as configured or as found at a venue; what has not changed makes no event. */
export interface ConfigureDesk {
  readonly type: 'ConfigureDesk';
  /** Their `version` is not looked at: the desk counts versions. */
  readonly instruments: readonly Instrument[];
  readonly limits: readonly Limits[];
}

/** The first command of each start, behind snapshot and replay. */
export interface StartDesk {
  readonly type: 'StartDesk';
  /** 0 to 65,535. */
  readonly desk: number;
}

/** Time has gone on for one order: its day is over, a doubt has grown old, it looks for a venue. */
export interface TickOrder {
  readonly type: 'TickOrder';
  readonly orderID: OrderID;
}

export type Command =
  | EnterOrder
  | RejectOrder
  | CancelOrder
  | ReplaceOrder
  | RequestOrderStatus
  | RefuseMessage
  | ReportFromVenue
  | ConfigureDesk
  | StartDesk
  | TickOrder
  | AdminCommand;

/** Time goes on: the desk makes of it a TickOrder for each order that it concerns. */
export interface Tick {
  readonly type: 'Tick';
}
