// Copies as FIX 4.4: the client's own report with the venue's names behind it, and a child's.
//
// Source: FIX 4.4 Vol 6, fields 30, 198, 447, 448, 452, 526, 527, 583, 797.

import {
  ExecType,
  MsgType,
  OrdStatus,
  OrdType,
  Tag,
  TimeInForce,
} from '../../spec/dictionaries/index.ts';
import type { ExecutionReport } from '../../spec/events/index.ts';
import type { ChildID, VenueExecID, VenueOrderID } from '../../spec/terms/index.ts';
import { averagePrice } from '../../spec/units/index.ts';
import type { ChildTimeInForce } from '../../spec/venues/index.ts';
import type { MessageBody, MessageWriter } from '../fix/index.ts';
import { beginExecutionReport, liquidityCode, sideCode } from '../orderentry/index.ts';
import type { ChildExecType, ChildReport, ChildStatus } from './child-report.ts';

/** PartyIDSource(447): a code of our own, a CompID. */
const PROPRIETARY = 'D';
/** PartyRole(452): Order Origination Firm. */
const ORDER_ORIGINATION_FIRM = 13;

/** What the venue calls the fill that a report tells of. */
export interface VenueNames {
  readonly childID: ChildID;
  readonly venueOrderID: VenueOrderID;
  readonly venueExecID: VenueExecID;
}

/**
 * A client's report again, the same in every field that the client has: who the client is, and of a
 * fill the child's id at the venue (526), the venue's order (198) and execution (527).
 */
export function writeCopy(
  out: MessageWriter,
  report: ExecutionReport,
  of: { readonly clientCompID: string; readonly venue: VenueNames | null },
): MessageBody {
  beginExecutionReport(out, report);
  if (of.venue !== null) {
    out
      .string(Tag.SecondaryOrderID, of.venue.venueOrderID)
      .string(Tag.SecondaryClOrdID, of.venue.childID)
      .string(Tag.SecondaryExecID, of.venue.venueExecID);
  }
  return originator(out, of.clientCompID).bool(Tag.CopyMsgIndicator, true).end();
}

/**
 * A child's report under its own id. ClOrdLinkID(583) is its parent's OrderID: a report with that field
 * is a child's, and its quantities are already in its parent's. SecondaryClOrdID(526) is the client's.
 */
export function writeChildReport(
  out: MessageWriter,
  report: ChildReport,
  clientCompID: string,
): MessageBody {
  const { parent, child, fill } = report;
  out
    .begin(MsgType.ExecutionReport)
    .string(Tag.OrderID, child.childID)
    .string(Tag.SecondaryOrderID, child.venueOrderID ?? '')
    .string(Tag.SecondaryClOrdID, parent.clOrdID)
    .string(Tag.SecondaryExecID, fill?.venueExecID ?? '')
    .string(Tag.ClOrdID, child.childID)
    .string(Tag.ClOrdLinkID, parent.orderID)
    .string(Tag.ExecID, report.execID)
    .char(Tag.ExecType, execTypeCode[report.execType])
    .char(Tag.OrdStatus, statusCode[report.ordStatus])
    .string(Tag.Account, parent.account)
    .string(Tag.Symbol, parent.symbol)
    .char(Tag.Side, sideCode[parent.side])
    .decimal(Tag.OrderQty, child.orderQty)
    .char(Tag.OrdType, OrdType.Limit)
    .decimal(Tag.Price, child.price)
    .char(Tag.TimeInForce, timeInForceCode[child.timeInForce]);
  if (fill !== null) {
    out
      .decimal(Tag.LastQty, fill.lastQty)
      .decimal(Tag.LastPx, fill.lastPx)
      .int(Tag.LastLiquidityInd, liquidityCode[fill.liquidity]);
  }
  out
    .string(Tag.LastMkt, child.venueID)
    .decimal(Tag.LeavesQty, report.leavesQty)
    .decimal(Tag.CumQty, child.cumQty)
    .decimal(Tag.AvgPx, averagePrice(report.cumNotional, child.cumQty))
    .utcTimestamp(Tag.TransactTime, report.transactTime)
    .string(Tag.Text, report.text ?? '');
  return originator(out, clientCompID).end();
}

function originator(out: MessageWriter, clientCompID: string): MessageWriter {
  return out
    .int(Tag.NoPartyIDs, 1)
    .string(Tag.PartyID, clientCompID)
    .char(Tag.PartyIDSource, PROPRIETARY)
    .int(Tag.PartyRole, ORDER_ORIGINATION_FIRM);
}

const execTypeCode: Record<ChildExecType, string> = {
  PendingNew: ExecType.PendingNew,
  New: ExecType.New,
  Trade: ExecType.Trade,
  Canceled: ExecType.Canceled,
  Expired: ExecType.Expired,
  Rejected: ExecType.Rejected,
};

const statusCode: Record<ChildStatus, string> = {
  PendingNew: OrdStatus.PendingNew,
  New: OrdStatus.New,
  PartiallyFilled: OrdStatus.PartiallyFilled,
  Filled: OrdStatus.Filled,
  Canceled: OrdStatus.Canceled,
  Expired: OrdStatus.Expired,
  Rejected: OrdStatus.Rejected,
};

const timeInForceCode: Record<ChildTimeInForce, string> = {
  GTC: TimeInForce.GoodTillCancel,
  IOC: TimeInForce.ImmediateOrCancel,
  FOK: TimeInForce.FillOrKill,
};
