// What has happened to clients' orders and requests.

import type { EpochNs } from '../ports/index.ts';
import type {
  AccountID,
  BusinessRejectReason,
  ClOrdID,
  CxlRejReason,
  CxlRejResponseTo,
  InstrumentID,
  LimitBasis,
  OrdRejReason,
  OrdStatus,
  OrdType,
  OrderID,
  Side,
  TimeInForce,
  VenueDirectives,
} from '../terms/index.ts';
import type { Price, Qty } from '../units/index.ts';
import type { Origin } from './commands.ts';
import type { OrderEndHow, ParentOrder } from './entities.ts';

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

/** A kill switch reached it: no child is placed any more, the open ones are cancelled. */
export interface OrderKilled {
  readonly type: 'OrderKilled';
  readonly orderID: OrderID;
  /** Whose switch, in words such as `account A1`. */
  readonly by: string;
}
