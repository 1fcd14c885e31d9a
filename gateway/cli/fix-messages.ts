// What the command line says over FIX, and what it makes of the answers.

import {
  CxlRejReason,
  type Dictionary,
  ExecType,
  HandlInst,
  MsgType,
  OrdStatus,
  OrdType as FixOrdType,
  Side as FixSide,
  Tag,
  TimeInForce as FixTimeInForce,
  UserTag,
} from '../../spec/dictionaries/index.ts';
import type { EpochNs } from '../../spec/ports/index.ts';
import { unreachable } from '../../spec/proof/index.ts';
import type { OrdType, Side, TimeInForce, VenueDirectives } from '../../spec/terms/index.ts';
import { formatDecimal, type Price, type Qty } from '../../spec/units/index.ts';
import { type Fields, type MessageBody, MessageWriter } from '../fix/index.ts';
import { EarlierTag, ExecTransType, FillExecType, REPLACED } from '../orderentry/index.ts';

export interface OrderTerms {
  readonly clOrdID: string;
  readonly account: string;
  readonly symbol: string;
  readonly side: Side;
  readonly orderQty: Qty;
  readonly ordType: OrdType;
  /** Null: a market order. */
  readonly price: Price | null;
  readonly timeInForce: TimeInForce;
  readonly directives: VenueDirectives;
  /** Null: it is new. Else these are the terms of that order, as they are to be. */
  readonly amends: Amendment | null;
}

export interface Amendment {
  readonly type: 'Cancel' | 'Replace';
  readonly origClOrdID: string;
}

/** What a report said, as text: exact, and for people. */
export interface ReportLine {
  readonly at: EpochNs;
  readonly msgType: string;
  readonly execType: string;
  readonly ordStatus: string;
  readonly orderID: string;
  readonly execID: string;
  readonly lastQty: string;
  readonly lastPx: string;
  readonly lastMkt: string;
  readonly cumQty: string;
  readonly leavesQty: string;
  readonly avgPx: string;
  readonly text: string;
}

/** The message that an order, its cancel or its replace is, in the version of the dictionary. */
export function requestOf(order: OrderTerms, now: EpochNs, dictionary: Dictionary): MessageBody {
  const { amends } = order;
  if (amends === null) return newOrderSingle(order, now, dictionary);
  switch (amends.type) {
    case 'Cancel':
      return cancelRequest(order, now, amends.origClOrdID, order.clOrdID);
    case 'Replace':
      return replaceRequest(order, now, { dictionary, origClOrdID: amends.origClOrdID });
    default:
      return unreachable(amends.type);
  }
}

/** Of the order itself. */
export function cancelOf(order: OrderTerms, now: EpochNs): MessageBody {
  return cancelRequest(order, now, order.clOrdID, `${order.clOrdID}-C`);
}

function newOrderSingle(order: OrderTerms, now: EpochNs, dictionary: Dictionary): MessageBody {
  const msgType = MsgType.NewOrderSingle;
  const out = new MessageWriter().begin(msgType).string(Tag.ClOrdID, order.clOrdID);
  return terms(out, order, { now, dictionary, msgType }).end();
}

function replaceRequest(
  order: OrderTerms,
  now: EpochNs,
  { dictionary, origClOrdID }: { readonly dictionary: Dictionary; readonly origClOrdID: string },
): MessageBody {
  const msgType = MsgType.OrderCancelReplaceRequest;
  const out = new MessageWriter()
    .begin(msgType)
    .string(Tag.OrigClOrdID, origClOrdID)
    .string(Tag.ClOrdID, order.clOrdID);
  return terms(out, order, { now, dictionary, msgType }).end();
}

function terms(
  out: MessageWriter,
  order: OrderTerms,
  of: { readonly now: EpochNs; readonly dictionary: Dictionary; readonly msgType: string },
): MessageWriter {
  const { exDestination, include, exclude } = order.directives;
  if (isRequired(of.dictionary, of.msgType, Tag.HandlInst))
    out.char(Tag.HandlInst, HandlInst.AutomatedExecutionNoIntervention);
  out
    .string(Tag.Account, order.account)
    .string(Tag.Symbol, order.symbol)
    .char(Tag.Side, SIDE[order.side])
    .utcTimestamp(Tag.TransactTime, of.now)
    .decimal(Tag.OrderQty, order.orderQty)
    .char(Tag.OrdType, order.ordType === 'Limit' ? FixOrdType.Limit : FixOrdType.Market);
  if (order.price !== null) out.decimal(Tag.Price, order.price);
  out.char(Tag.TimeInForce, TIME_IN_FORCE[order.timeInForce]);
  if (exDestination !== null) out.string(Tag.ExDestination, exDestination);
  if (include.length > 0) out.string(UserTag.IncludeVenues, include.join(' '));
  if (exclude.length > 0) out.string(UserTag.ExcludeVenues, exclude.join(' '));
  return out;
}

function cancelRequest(
  { symbol, side, orderQty }: OrderTerms,
  now: EpochNs,
  origClOrdID: string,
  clOrdID: string,
): MessageBody {
  return new MessageWriter()
    .begin(MsgType.OrderCancelRequest)
    .string(Tag.OrigClOrdID, origClOrdID)
    .string(Tag.ClOrdID, clOrdID)
    .string(Tag.Symbol, symbol)
    .char(Tag.Side, SIDE[side])
    .utcTimestamp(Tag.TransactTime, now)
    .decimal(Tag.OrderQty, orderQty)
    .end();
}

function isRequired({ messages }: Dictionary, msgType: string, tag: number): boolean {
  return messages.get(msgType)?.required.includes(tag) === true;
}

const SIDE: Record<Side, string> = { buy: FixSide.Buy, sell: FixSide.Sell };
const TIME_IN_FORCE: Record<TimeInForce, string> = {
  Day: FixTimeInForce.Day,
  GTC: FixTimeInForce.GoodTillCancel,
  IOC: FixTimeInForce.ImmediateOrCancel,
  FOK: FixTimeInForce.FillOrKill,
};

export type Said =
  | { readonly type: 'Report'; readonly report: ReportLine }
  /** The order message itself was not taken. */
  | { readonly type: 'Refused'; readonly text: string }
  /** Of another order: what an earlier connection may have missed. */
  | { readonly type: 'Other' };

interface Heard {
  readonly msgType: string;
  readonly order: OrderTerms;
  readonly orderSeqNum: number;
  readonly at: EpochNs;
}

export function readMessage(message: Fields, { msgType, order, orderSeqNum, at }: Heard): Said {
  const text = message.string(Tag.Text) ?? '';
  if (msgType === MsgType.BusinessMessageReject || msgType === MsgType.Reject) {
    // Of the cancel, say: then the order may work still.
    const isOfOrder = message.int(Tag.RefSeqNum) === orderSeqNum;
    return isOfOrder ? { type: 'Refused', text } : { type: 'Other' };
  }
  // A cancel or replace is told under its own id; what else becomes of its order is not its answer.
  const tags = order.amends === null ? [Tag.ClOrdID, Tag.OrigClOrdID] : [Tag.ClOrdID];
  if (!tags.some((tag) => message.string(tag) === order.clOrdID)) return { type: 'Other' };
  const cancelReject = msgType === MsgType.OrderCancelReject;
  if (!cancelReject && msgType !== MsgType.ExecutionReport) return { type: 'Other' };
  const reason = message.string(Tag.CxlRejReason) ?? '';
  const execType = cancelReject ? 'CancelReject' : execTypeIn(message);
  const report: ReportLine = {
    at: message.utcTimestamp(Tag.TransactTime) ?? at,
    msgType,
    execType,
    ordStatus: named(ORD_STATUSES, message.string(Tag.OrdStatus)),
    orderID: message.string(Tag.OrderID) ?? '',
    execID: message.string(Tag.ExecID) ?? '',
    lastQty: execType === 'Trade' ? decimal(message, Tag.LastQty) : '',
    lastPx: execType === 'Trade' ? decimal(message, Tag.LastPx) : '',
    lastMkt: message.string(Tag.LastMkt) ?? '',
    cumQty: decimal(message, Tag.CumQty),
    leavesQty: decimal(message, Tag.LeavesQty),
    avgPx: decimal(message, Tag.AvgPx),
    text: cancelReject ? `${CXL_REJ_REASONS.get(reason) ?? reason}: ${text}` : text,
  };
  return { type: 'Report', report };
}

/** Those of FIX 4.2 too: a fill is partial or not, and ExecTransType(20) says what is no news. */
const EXEC_TYPES: ReadonlyMap<string, string> = new Map([
  ...namesOf(ExecType),
  [FillExecType.PartialFill, 'Trade'],
  [FillExecType.Fill, 'Trade'],
]);
const TRANS_TYPES: ReadonlyMap<string | null, string> = new Map([
  [ExecTransType.Cancel, 'TradeCancel'],
  [ExecTransType.Status, 'OrderStatus'],
]);
const ORD_STATUSES: ReadonlyMap<string, string> = new Map([
  ...namesOf(OrdStatus),
  [REPLACED, 'Replaced'],
]);
const CXL_REJ_REASONS = namesOf(CxlRejReason);

function namesOf(codes: Readonly<Record<string, string | number>>): ReadonlyMap<string, string> {
  return new Map(Object.entries(codes).map(([name, code]) => [String(code), name]));
}

function named(names: ReadonlyMap<string, string>, code: string | null): string {
  return names.get(code ?? '') ?? code ?? '';
}

function execTypeIn(message: Fields): string {
  const transType = TRANS_TYPES.get(message.string(EarlierTag.ExecTransType));
  return transType ?? named(EXEC_TYPES, message.string(Tag.ExecType));
}

function decimal(message: Fields, tag: number): string {
  const value = message.decimal(tag);
  return typeof value === 'bigint' ? formatDecimal(value) : '';
}
