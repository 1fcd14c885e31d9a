// The fields of a report that say what happened to the order: ExecID, ExecTransType, ExecType, OrdStatus, LastQty, LastPx.

import { Tag } from '../../spec/dictionaries/index.ts';
import type { ExecID } from '../../spec/terms/index.ts';
import { type Price, type Qty, ZERO_PRICE, ZERO_QTY } from '../../spec/units/index.ts';
import type { MessageWriter } from '../fix/index.ts';
import {
  type Dialect,
  reportedExecType,
  type ReportedExecType,
  reportedStatus,
  type ReportedStatus,
} from './dialect.ts';
import { EarlierTag, ExecTransType, FillExecType, REPLACED } from './other-tags.ts';

export interface ReportKind {
  readonly execID: ExecID;
  readonly execType: ReportedExecType;
  readonly ordStatus: ReportedStatus;
  /** Nothing of the order is left to be filled: CumQty is OrderQty. */
  readonly isWhole: boolean;
}

export function writeKind(out: MessageWriter, kind: ReportKind, dialect: Dialect): void {
  const { execType, ordStatus } = kind;
  out.string(Tag.ExecID, kind.execID);
  if (!dialect.hasExecTransType) {
    out
      .char(Tag.ExecType, reportedExecType[execType])
      .char(Tag.OrdStatus, reportedStatus[ordStatus]);
    return;
  }
  const statusCode = isReplaced(kind) ? REPLACED : reportedStatus[ordStatus];
  out
    .char(EarlierTag.ExecTransType, transTypeOf(execType))
    .char(Tag.ExecType, earlierExecType(kind, statusCode))
    .char(Tag.OrdStatus, statusCode);
}

/** In FIX 4.2 Replaced takes precedence over New and PartiallyFilled, and over no other status. */
function isReplaced({ execType, ordStatus }: ReportKind): boolean {
  return execType === 'Replaced' && (ordStatus === 'New' || ordStatus === 'PartiallyFilled');
}

function transTypeOf(execType: ReportedExecType): string {
  if (execType === 'TradeCancel') return ExecTransType.Cancel;
  return execType === 'OrderStatus' ? ExecTransType.Status : ExecTransType.New;
}

/** What ExecTransType says already is no ExecType there: it repeats the status. */
function earlierExecType({ execType, isWhole }: ReportKind, statusCode: string): string {
  switch (execType) {
    case 'Trade':
      return isWhole ? FillExecType.Fill : FillExecType.PartialFill;
    case 'TradeCancel':
    case 'OrderStatus':
      return statusCode;
    default:
      return reportedExecType[execType];
  }
}

export interface LastFill {
  readonly lastQty: Qty;
  readonly lastPx: Price;
}

/** `fill`: null where the report is of no trade. In FIX 4.2 both fields are then there, and 0. */
export function writeLastFill(out: MessageWriter, fill: LastFill | null, dialect: Dialect): void {
  if (fill === null && !dialect.hasExecTransType) return;
  out
    .decimal(Tag.LastQty, fill?.lastQty ?? ZERO_QTY)
    .decimal(Tag.LastPx, fill?.lastPx ?? ZERO_PRICE);
}
