// What a FIX version has words for, read off the dictionary of a session: the one place where versions differ.
//
// In FIX 4.2 ExecTransType(20) says what a report does, and ExecType(150) repeats the order's status or says partial
// fill and fill; from 4.3 on ExecType alone says it. FIX 4.0 and 4.1 are not spoken: quantities are whole numbers there.
//
// Source: FIX 4.2 to 5.0 SP2, Execution Report, Order Cancel Reject, Business Message Reject; FIX 4.2, appendix D, Order
// State Change Matrices.

import {
  type Dictionary,
  ExecType as FixExecType,
  Membership,
  MsgType,
  OrdStatus as FixOrdStatus,
  Tag,
} from '../../spec/dictionaries/index.ts';
import type {
  BusinessRejectReason,
  CxlRejReason,
  ExecType,
  OrdRejReason,
  OrdStatus,
} from '../../spec/terms/index.ts';
import {
  businessRejectReasonCode,
  cxlRejReasonCode,
  execTypeCode,
  ordRejReasonCode,
  ordStatusCode,
} from './codes.ts';
import { EarlierTag } from './other-tags.ts';

/** Of a child order too: PendingNew is told of those alone. */
export type ReportedExecType = ExecType | 'PendingNew';
export type ReportedStatus = OrdStatus | 'PendingNew';

/** Plain data: a worker that writes messages is given one. */
export interface Dialect {
  /** FIX 4.2. */
  readonly hasExecTransType: boolean;
  /** Fields of ExecutionReport(8), those of its components too. */
  readonly executionReport: ReadonlySet<number>;
  readonly ordRejReason: Readonly<Record<OrdRejReason, number>>;
  readonly cxlRejReason: Readonly<Record<CxlRejReason, number>>;
  readonly businessRejectReason: Readonly<Record<BusinessRejectReason, number>>;
}

/** The same in every version. */
export const reportedExecType: Readonly<Record<ReportedExecType, string>> = {
  ...execTypeCode,
  PendingNew: FixExecType.PendingNew,
};
export const reportedStatus: Readonly<Record<ReportedStatus, string>> = {
  ...ordStatusCode,
  PendingNew: FixOrdStatus.PendingNew,
};

const dialects = new WeakMap<Dictionary, Dialect>();

/** Made once for each dictionary. A session's own dictionary, laid over a version's, adds its fields and values. */
export function dialectOf(dictionary: Dictionary): Dialect {
  const known = dialects.get(dictionary);
  if (known !== undefined) return known;
  const dialect = madeOf(dictionary);
  dialects.set(dictionary, dialect);
  return dialect;
}

/** The broker's option, or another reason: what a version without a word of its own says. Text(58) says the rest. */
const ORD_REJ_FALLBACK = 0;
const CXL_REJ_FALLBACK = 2;
const BUSINESS_REJ_FALLBACK = 0;

function madeOf(dictionary: Dictionary): Dialect {
  const executionReport = membersOf(dictionary, MsgType.ExecutionReport);
  const listed =
    (tag: number, fallback: number) =>
    (code: number): number =>
      isListed(dictionary, tag, code) ? code : fallback;
  return {
    hasExecTransType: executionReport.has(EarlierTag.ExecTransType),
    executionReport,
    ordRejReason: mapped(ordRejReasonCode, listed(Tag.OrdRejReason, ORD_REJ_FALLBACK)),
    cxlRejReason: mapped(cxlRejReasonCode, listed(Tag.CxlRejReason, CXL_REJ_FALLBACK)),
    businessRejectReason: mapped(
      businessRejectReasonCode,
      listed(Tag.BusinessRejectReason, BUSINESS_REJ_FALLBACK),
    ),
  };
}

function membersOf({ messages }: Dictionary, msgType: string): ReadonlySet<number> {
  const tags = new Set<number>();
  messages.get(msgType)?.membership.forEach((bits, tag) => {
    if ((bits & Membership.Field) !== 0) tags.add(tag);
  });
  return tags;
}

function isListed({ fields }: Dictionary, tag: number, code: number): boolean {
  const field = fields.get(tag);
  return field !== undefined && (field.values === null || field.values.has(`${code}`));
}

function mapped<K extends string>(
  codes: Readonly<Record<K, number>>,
  to: (code: number) => number,
): Record<K, number> {
  const found: Record<K, number> = { ...codes };
  for (const name in codes) found[name] = to(codes[name]);
  return found;
}
