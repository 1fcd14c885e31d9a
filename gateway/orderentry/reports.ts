// What the client is told, as the body of a FIX message.

import { MsgType, Tag } from '../../spec/dictionaries/index.ts';
import { unreachable } from '../../spec/proof/index.ts';
import type {
  BusinessMessageReject,
  ClientReport,
  ExecutionReport,
  OrderCancelReject,
} from '../../spec/events/index.ts';
import { ONE, averagePrice } from '../../spec/units/index.ts';
import type { MessageBody, MessageWriter } from '../fix/index.ts';
import {
  businessRejectReasonCode,
  cxlRejReasonCode,
  cxlRejResponseToCode,
  execTypeCode,
  liquidityCode,
  ordRejReasonCode,
  ordStatusCode,
  ordTypeCode,
  sideCode,
  timeInForceCode,
} from './codes.ts';

/** OrderID(37) where there is no order. Source: FIX 4.4 Vol 4, Order Cancel Reject. */
const NO_ORDER = 'NONE';

export function writeReport(out: MessageWriter, report: ClientReport): MessageBody {
  switch (report.type) {
    case 'ExecutionReport':
      return beginExecutionReport(out, report).end();
    case 'OrderCancelReject':
      return orderCancelReject(out, report);
    case 'BusinessMessageReject':
      return businessMessageReject(out, report);
    default:
      return unreachable(report);
  }
}

/** All that the client is told; what else a copy has comes behind it, then `end`. */
export function beginExecutionReport(out: MessageWriter, report: ExecutionReport): MessageWriter {
  out
    .begin(MsgType.ExecutionReport)
    .string(Tag.OrderID, report.orderID ?? NO_ORDER)
    .string(Tag.ClOrdID, report.clOrdID);
  if (report.origClOrdID !== null) out.string(Tag.OrigClOrdID, report.origClOrdID);
  if (report.ordStatusReqID !== null) out.string(Tag.OrdStatusReqID, report.ordStatusReqID);
  out
    .string(Tag.ExecID, report.execID)
    .char(Tag.ExecType, execTypeCode[report.execType])
    .char(Tag.OrdStatus, ordStatusCode[report.ordStatus]);
  if (report.execRefID !== null) out.string(Tag.ExecRefID, report.execRefID);
  if (report.ordRejReason !== null) {
    out.int(Tag.OrdRejReason, ordRejReasonCode[report.ordRejReason]);
  }
  if (report.account !== null) out.string(Tag.Account, report.account);
  out
    .string(Tag.Symbol, report.symbol)
    .char(Tag.Side, sideCode[report.side])
    .decimal(Tag.OrderQty, report.orderQty);
  if (report.ordType !== null) out.char(Tag.OrdType, ordTypeCode[report.ordType]);
  if (report.price !== null) out.decimal(Tag.Price, report.price);
  if (report.timeInForce !== null) out.char(Tag.TimeInForce, timeInForceCode[report.timeInForce]);
  if (report.execType === 'Trade' || report.execType === 'TradeCancel') {
    out.decimal(Tag.LastQty, report.lastQty).decimal(Tag.LastPx, report.lastPx);
    // A token has 18 decimals at most: nothing is rounded here.
    if (report.grossTradeAmt !== null) out.decimal(Tag.GrossTradeAmt, report.grossTradeAmt / ONE);
    if (report.lastMkt !== null) out.string(Tag.LastMkt, report.lastMkt);
    if (report.liquidity !== null) out.int(Tag.LastLiquidityInd, liquidityCode[report.liquidity]);
  }
  out
    .decimal(Tag.LeavesQty, report.leavesQty)
    .decimal(Tag.CumQty, report.cumQty)
    .decimal(Tag.AvgPx, averagePrice(report.cumNotional, report.cumQty))
    .utcTimestamp(Tag.TransactTime, report.transactTime);
  if (report.text !== null) out.string(Tag.Text, report.text);
  return out;
}

function orderCancelReject(out: MessageWriter, report: OrderCancelReject): MessageBody {
  return out
    .begin(MsgType.OrderCancelReject)
    .string(Tag.OrderID, report.orderID ?? NO_ORDER)
    .string(Tag.ClOrdID, report.clOrdID)
    .string(Tag.OrigClOrdID, report.origClOrdID)
    .char(Tag.OrdStatus, ordStatusCode[report.ordStatus])
    .char(Tag.CxlRejResponseTo, cxlRejResponseToCode[report.responseTo])
    .int(Tag.CxlRejReason, cxlRejReasonCode[report.cxlRejReason])
    .utcTimestamp(Tag.TransactTime, report.transactTime)
    .string(Tag.Text, report.text)
    .end();
}

function businessMessageReject(out: MessageWriter, report: BusinessMessageReject): MessageBody {
  out
    .begin(MsgType.BusinessMessageReject)
    .int(Tag.RefSeqNum, report.refSeqNum)
    .string(Tag.RefMsgType, report.refMsgType);
  if (report.refID !== null) out.string(Tag.BusinessRejectRefID, report.refID);
  return out
    .int(Tag.BusinessRejectReason, businessRejectReasonCode[report.businessRejectReason])
    .string(Tag.Text, report.text)
    .end();
}
