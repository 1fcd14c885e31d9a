// Copies in the version of their session: the client's own report with the venue's names behind it, and a child's.
//
// What a version has no field for is left out: docs/configuration.md. Source: FIX 4.4 Vol 6, fields 30, 198, 447, 448,
// 452, 526, 527, 583, 797; FIX 4.2, field 109.

import { MsgType, OrdType, Tag, TimeInForce } from '../../spec/dictionaries/index.ts';
import type { ExecutionReport } from '../../spec/events/index.ts';
import type { ChildID, VenueExecID, VenueOrderID } from '../../spec/terms/index.ts';
import { averagePrice } from '../../spec/units/index.ts';
import type { ChildTimeInForce } from '../../spec/venues/index.ts';
import type { MessageBody, MessageWriter } from '../fix/index.ts';
import {
  beginExecutionReport,
  type Dialect,
  EarlierTag,
  liquidityCode,
  sideCode,
  writeKind,
  writeLastFill,
} from '../orderentry/index.ts';
import type { ChildReport } from './child-report.ts';

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
  of: {
    readonly clientCompID: string;
    readonly venue: VenueNames | null;
    readonly dialect: Dialect;
  },
): MessageBody {
  const { clientCompID, venue, dialect } = of;
  const { executionReport: fields } = dialect;
  beginExecutionReport(out, report, dialect);
  if (venue !== null) {
    if (fields.has(Tag.SecondaryOrderID)) out.string(Tag.SecondaryOrderID, venue.venueOrderID);
    if (fields.has(Tag.SecondaryClOrdID)) out.string(Tag.SecondaryClOrdID, venue.childID);
    if (fields.has(Tag.SecondaryExecID)) out.string(Tag.SecondaryExecID, venue.venueExecID);
  }
  originator(out, clientCompID, dialect);
  if (fields.has(Tag.CopyMsgIndicator)) out.bool(Tag.CopyMsgIndicator, true);
  return out.end();
}

/**
 * A child's report under its own id. ClOrdLinkID(583) is its parent's OrderID: a report with that field
 * is a child's, and its quantities are already in its parent's. SecondaryClOrdID(526) is the client's.
 * FIX has that field from 4.3 on: the configuration asks no older session to tell of children.
 */
export function writeChildReport(
  out: MessageWriter,
  report: ChildReport,
  of: { readonly clientCompID: string; readonly dialect: Dialect },
): MessageBody {
  const { parent, child, fill, cancelled, execID, execType, ordStatus } = report;
  const { clientCompID, dialect } = of;
  const { executionReport: fields } = dialect;
  const trade = fill ?? cancelled?.fill ?? null;
  out
    .begin(MsgType.ExecutionReport)
    .string(Tag.OrderID, child.childID)
    .string(Tag.SecondaryOrderID, child.venueOrderID ?? '')
    .string(Tag.SecondaryClOrdID, parent.clOrdID)
    .string(Tag.SecondaryExecID, trade?.venueExecID ?? '')
    .string(Tag.ClOrdID, child.childID)
    // New terms, and the venue keeps the id.
    .string(Tag.OrigClOrdID, execType === 'Replaced' ? child.childID : '')
    .string(Tag.ClOrdLinkID, parent.orderID);
  writeKind(out, { execID, execType, ordStatus, isWhole: child.cumQty >= child.orderQty }, dialect);
  out
    .string(Tag.ExecRefID, cancelled?.execRefID ?? '')
    .string(Tag.Account, parent.account)
    .string(Tag.Symbol, parent.symbol)
    .char(Tag.Side, sideCode[parent.side])
    .decimal(Tag.OrderQty, child.orderQty)
    .char(Tag.OrdType, OrdType.Limit)
    .decimal(Tag.Price, child.price)
    .char(Tag.TimeInForce, timeInForceCode[child.timeInForce]);
  writeLastFill(out, trade, dialect);
  if (fill !== null && fields.has(Tag.LastLiquidityInd))
    out.int(Tag.LastLiquidityInd, liquidityCode[fill.liquidity]);
  out
    .string(Tag.LastMkt, child.venueID)
    .decimal(Tag.LeavesQty, report.leavesQty)
    .decimal(Tag.CumQty, child.cumQty)
    .decimal(Tag.AvgPx, averagePrice(report.cumNotional, child.cumQty))
    .utcTimestamp(Tag.TransactTime, report.transactTime)
    .string(Tag.Text, report.text ?? '');
  return originator(out, clientCompID, dialect).end();
}

/** Before FIX 4.3 there are no Parties: the client is ClientID(109). */
function originator(out: MessageWriter, clientCompID: string, dialect: Dialect): MessageWriter {
  if (!dialect.executionReport.has(Tag.NoPartyIDs))
    return out.string(EarlierTag.ClientID, clientCompID);
  return out
    .int(Tag.NoPartyIDs, 1)
    .string(Tag.PartyID, clientCompID)
    .char(Tag.PartyIDSource, PROPRIETARY)
    .int(Tag.PartyRole, ORDER_ORIGINATION_FIRM);
}

const timeInForceCode: Record<ChildTimeInForce, string> = {
  GTC: TimeInForce.GoodTillCancel,
  IOC: TimeInForce.ImmediateOrCancel,
  FOK: TimeInForce.FillOrKill,
};
