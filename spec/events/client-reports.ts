// What a client is told, under FIX names; `gateway/orderentry` writes it as FIX.

import type { EpochNs } from '../ports/index.ts';
import type {
  AccountID,
  BusinessRejectReason,
  ClOrdID,
  CxlRejReason,
  CxlRejResponseTo,
  ExecID,
  ExecType,
  OrdRejReason,
  OrdStatus,
  OrdType,
  OrderID,
  SessionID,
  Side,
  TimeInForce,
  VenueID,
} from '../terms/index.ts';
import type { Notional, Price, Qty } from '../units/index.ts';
import type { Liquidity } from '../venues/index.ts';

/** ExecutionReport(8). */
export interface ExecutionReport {
  readonly type: 'ExecutionReport';
  readonly sessionID: SessionID;
  /** Null: no order came of it, OrderID(37) is written as NONE. */
  readonly orderID: OrderID | null;
  readonly clOrdID: ClOrdID;
  readonly origClOrdID: ClOrdID | null;
  readonly execID: ExecID;
  readonly execType: ExecType;
  /** ExecRefID(19): the report that a TradeCancel takes back. */
  readonly execRefID: ExecID | null;
  readonly ordStatus: OrdStatus;
  readonly ordRejReason: OrdRejReason | null;
  readonly ordStatusReqID: string | null;
  readonly account: AccountID | null;
  readonly symbol: string;
  readonly side: Side;
  readonly ordType: OrdType | null;
  readonly price: Price | null;
  readonly timeInForce: TimeInForce | null;
  readonly orderQty: Qty;
  readonly lastQty: Qty;
  readonly lastPx: Price;
  /** GrossTradeAmt(381) of a trade whose price is only the rounded ratio of what was paid and received. */
  readonly grossTradeAmt: Notional | null;
  readonly cumQty: Qty;
  readonly leavesQty: Qty;
  /** AvgPx(6) is the ratio of this and CumQty, rounded once, by the writer. */
  readonly cumNotional: Notional;
  /** LastMkt(30) of a trade. */
  readonly lastMkt: VenueID | null;
  /** LastLiquidityInd(851) of a trade. */
  readonly liquidity: Liquidity | null;
  readonly transactTime: EpochNs;
  readonly text: string | null;
}

/** OrderCancelReject(9). */
export interface OrderCancelReject {
  readonly type: 'OrderCancelReject';
  readonly sessionID: SessionID;
  readonly orderID: OrderID | null;
  readonly clOrdID: ClOrdID;
  readonly origClOrdID: ClOrdID;
  readonly ordStatus: OrdStatus;
  readonly responseTo: CxlRejResponseTo;
  readonly cxlRejReason: CxlRejReason;
  readonly transactTime: EpochNs;
  readonly text: string;
}

/** BusinessMessageReject(j). */
export interface BusinessMessageReject {
  readonly type: 'BusinessMessageReject';
  readonly sessionID: SessionID;
  readonly refSeqNum: number;
  readonly refMsgType: string;
  readonly refID: string | null;
  readonly businessRejectReason: BusinessRejectReason;
  readonly text: string;
}

export type ClientReport = ExecutionReport | OrderCancelReject | BusinessMessageReject;
