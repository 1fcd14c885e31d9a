// What the client is told, as the body of a FIX message of its session's version.

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
  cxlRejResponseToCode,
  liquidityCode,
  ordStatusCode,
  ordTypeCode,
  sideCode,
  timeInForceCode,
} from './codes.ts';
import type { Dialect } from './dialect.ts';
import { writeKind, writeLastFill } from './report-kind.ts';

/** OrderID(37) where there is no order. Source: FIX 4.4 Vol 4, Order Cancel Reject. */
const NO_ORDER = 'NONE';

export function writeReport(
  out: MessageWriter,
  report: ClientReport,
  dialect: Dialect,
): MessageBody {
  switch (report.type) {
    case 'ExecutionReport':
      return beginExecutionReport(out, report, dialect).end();
    case 'OrderCancelReject':
      return orderCancelReject(out, report, dialect);
    case 'BusinessMessageReject':
      return businessMessageReject(out, report, dialect);
    default:
      return unreachable(report);
  }
}

/** All that the client is told; what else a copy has comes behind it, then `end`. */
export function beginExecutionReport(
  out: MessageWriter,
  report: ExecutionReport,
  dialect: Dialect,
): MessageWriter {
  const { executionReport: fields } = dialect;
  out
    .begin(MsgType.ExecutionReport)
    .string(Tag.OrderID, report.orderID ?? NO_ORDER)
    .string(Tag.ClOrdID, report.clOrdID);
  if (report.origClOrdID !== null) out.string(Tag.OrigClOrdID, report.origClOrdID);
  if (report.ordStatusReqID !== null && fields.has(Tag.OrdStatusReqID))
    out.string(Tag.OrdStatusReqID, report.ordStatusReqID);
  const { execID, execType, ordStatus, cumQty, orderQty } = report;
  writeKind(out, { execID, execType, ordStatus, isWhole: cumQty >= orderQty }, dialect);
  if (report.execRefID !== null) out.string(Tag.ExecRefID, report.execRefID);
  if (report.ordRejReason !== null)
    out.int(Tag.OrdRejReason, dialect.ordRejReason[report.ordRejReason]);
  if (report.account !== null) out.string(Tag.Account, report.account);
  out
    .string(Tag.Symbol, report.symbol)
    .char(Tag.Side, sideCode[report.side])
    .decimal(Tag.OrderQty, report.orderQty);
  if (report.ordType !== null) out.char(Tag.OrdType, ordTypeCode[report.ordType]);
  if (report.price !== null) out.decimal(Tag.Price, report.price);
  if (report.timeInForce !== null) out.char(Tag.TimeInForce, timeInForceCode[report.timeInForce]);
  const isTrade = execType === 'Trade' || execType === 'TradeCancel';
  writeLastFill(out, isTrade ? report : null, dialect);
  if (isTrade) {
    // A token has 18 decimals at most: nothing is rounded here.
    if (report.grossTradeAmt !== null && fields.has(Tag.GrossTradeAmt))
      out.decimal(Tag.GrossTradeAmt, report.grossTradeAmt / ONE);
    if (report.lastMkt !== null) out.string(Tag.LastMkt, report.lastMkt);
    if (report.liquidity !== null && fields.has(Tag.LastLiquidityInd))
      out.int(Tag.LastLiquidityInd, liquidityCode[report.liquidity]);
  }
  out
    .decimal(Tag.LeavesQty, report.leavesQty)
    .decimal(Tag.CumQty, cumQty)
    .decimal(Tag.AvgPx, averagePrice(report.cumNotional, cumQty))
    .utcTimestamp(Tag.TransactTime, report.transactTime);
  if (report.text !== null) out.string(Tag.Text, report.text);
  return out;
}

function orderCancelReject(
  out: MessageWriter,
  report: OrderCancelReject,
  { cxlRejReason }: Dialect,
): MessageBody {
  return out
    .begin(MsgType.OrderCancelReject)
    .string(Tag.OrderID, report.orderID ?? NO_ORDER)
    .string(Tag.ClOrdID, report.clOrdID)
    .string(Tag.OrigClOrdID, report.origClOrdID)
    .char(Tag.OrdStatus, ordStatusCode[report.ordStatus])
    .char(Tag.CxlRejResponseTo, cxlRejResponseToCode[report.responseTo])
    .int(Tag.CxlRejReason, cxlRejReason[report.cxlRejReason])
    .utcTimestamp(Tag.TransactTime, report.transactTime)
    .string(Tag.Text, report.text)
    .end();
}

function businessMessageReject(
  out: MessageWriter,
  report: BusinessMessageReject,
  { businessRejectReason }: Dialect,
): MessageBody {
  out
    .begin(MsgType.BusinessMessageReject)
    .int(Tag.RefSeqNum, report.refSeqNum)
    .string(Tag.RefMsgType, report.refMsgType);
  if (report.refID !== null) out.string(Tag.BusinessRejectRefID, report.refID);
  return out
    .int(Tag.BusinessRejectReason, businessRejectReason[report.businessRejectReason])
    .string(Tag.Text, report.text)
    .end();
}
