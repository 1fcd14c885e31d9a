// Reports to the client, from an order as it stands behind an event.

import type {
  EventOf,
  ExecutionReport,
  OrderCancelReject,
  ParentOrder,
} from '../../../spec/events/index.ts';
import type { EpochNs } from '../../../spec/ports/index.ts';
import {
  type ClOrdID,
  type ExecID,
  type ExecType,
  type VenueID,
  asExecID,
} from '../../../spec/terms/index.ts';
import { ZERO_NOTIONAL, ZERO_PRICE, ZERO_QTY } from '../../../spec/units/index.ts';
import { ordStatusOf } from '../order-status.ts';

/** Where in the journal the event stands that a report tells of. */
export interface Stamp {
  readonly desk: number;
  readonly sequence: number;
  readonly at: EpochNs;
}

interface Told {
  readonly execType: ExecType;
  readonly origClOrdID?: ClOrdID;
  readonly fill?: EventOf<'ChildFilled'>;
  readonly cancelled?: EventOf<'ChildFillCancelled'>;
  readonly venueID?: VenueID;
  readonly text?: string | null;
}

/** Desk, journal sequence, ordinal: equal in every resend. An event makes one report at most. */
export function execIDOf(stamp: Stamp): ExecID {
  return asExecID(`${stamp.desk}-${stamp.sequence}-0`);
}

/**
 * While a request is pending its ClOrdID is told where the report answers it; every other report
 * carries the last accepted one. Source: FIX 4.4 Vol 4, Order State Change Matrices.
 */
export function orderReport(order: ParentOrder, stamp: Stamp, told: Told): ExecutionReport {
  const { execType, fill, cancelled } = told;
  const request = requestOf(order, execType);
  return {
    type: 'ExecutionReport',
    sessionID: order.sessionID,
    orderID: order.orderID,
    clOrdID: request?.clOrdID ?? order.clOrdID,
    origClOrdID: told.origClOrdID ?? (request === null ? null : order.clOrdID),
    execID: execIDOf(stamp),
    execType,
    execRefID: refIDOf(cancelled, stamp),
    ordStatus: ordStatusOf(order),
    ordRejReason: execType === 'Rejected' ? 'BrokerOption' : null,
    ordStatusReqID: null,
    account: order.account,
    symbol: order.symbol,
    side: order.side,
    ordType: order.ordType,
    price: order.price,
    timeInForce: order.timeInForce,
    orderQty: order.orderQty,
    lastQty: (fill ?? cancelled)?.lastQty ?? ZERO_QTY,
    lastPx: (fill ?? cancelled)?.lastPx ?? ZERO_PRICE,
    grossTradeAmt: (fill ?? cancelled)?.grossTradeAmt ?? null,
    cumQty: order.cumQty,
    leavesQty: order.leavesQty,
    cumNotional: order.cumNotional,
    lastMkt: told.venueID ?? null,
    liquidity: fill?.liquidity ?? null,
    transactTime: fill?.transactTime ?? stamp.at,
    text: told.text ?? null,
  };
}

/** The ExecID of the trade that is taken back; where an older build booked it, the taking back's own. */
function refIDOf(
  cancelled: EventOf<'ChildFillCancelled'> | undefined,
  stamp: Stamp,
): ExecutionReport['execRefID'] {
  if (cancelled === undefined) return null;
  return execIDOf({ ...stamp, sequence: cancelled.refSequence ?? stamp.sequence });
}

function requestOf(order: ParentOrder, execType: ExecType): { readonly clOrdID: ClOrdID } | null {
  switch (execType) {
    case 'PendingCancel':
    case 'Canceled':
      return order.pendingCancel;
    case 'PendingReplace':
      return order.pendingReplace;
    default:
      return null;
  }
}

/**
 * A duplicate's rejection carries the status of the open order that has its ClOrdID, so that nobody
 * takes that one for rejected. Source: FIX 4.4 Vol 4, Order State Change Matrices, F.1.a.
 */
export function rejectionReport(
  event: EventOf<'OrderRejected'>,
  holder: ParentOrder | null,
  stamp: Stamp,
): ExecutionReport {
  if (holder !== null) {
    const { clOrdID, ordRejReason, text } = event;
    const first = orderReport(holder, stamp, { execType: 'Rejected', text });
    return { ...first, clOrdID, ordRejReason };
  }
  return {
    type: 'ExecutionReport',
    sessionID: event.origin.sessionID,
    orderID: null,
    clOrdID: event.clOrdID,
    origClOrdID: null,
    execID: execIDOf(stamp),
    execType: 'Rejected',
    execRefID: null,
    ordStatus: 'Rejected',
    ordRejReason: event.ordRejReason,
    ordStatusReqID: null,
    account: event.account,
    symbol: event.symbol,
    side: event.side,
    ordType: null,
    price: null,
    timeInForce: null,
    orderQty: event.orderQty,
    lastQty: ZERO_QTY,
    lastPx: ZERO_PRICE,
    grossTradeAmt: null,
    cumQty: ZERO_QTY,
    leavesQty: ZERO_QTY,
    cumNotional: ZERO_NOTIONAL,
    lastMkt: null,
    liquidity: null,
    transactTime: stamp.at,
    text: event.text,
  };
}

/** For an unknown order: Rejected, with OrderID NONE. Source: matrices, G.1.a. */
export function statusReport(
  event: EventOf<'StatusReported'>,
  order: ParentOrder | null,
  stamp: Stamp,
): ExecutionReport {
  const { ordStatusReqID, text } = event;
  if (order !== null) {
    const known = orderReport(order, stamp, { execType: 'OrderStatus' });
    return { ...known, ordStatusReqID, text: text === '' ? null : text };
  }
  return {
    type: 'ExecutionReport',
    sessionID: event.origin.sessionID,
    orderID: null,
    clOrdID: event.clOrdID,
    origClOrdID: null,
    execID: execIDOf(stamp),
    execType: 'OrderStatus',
    execRefID: null,
    ordStatus: 'Rejected',
    ordRejReason: 'UnknownOrder',
    ordStatusReqID,
    account: null,
    symbol: event.symbol,
    side: event.side,
    ordType: null,
    price: null,
    timeInForce: null,
    orderQty: ZERO_QTY,
    lastQty: ZERO_QTY,
    lastPx: ZERO_PRICE,
    grossTradeAmt: null,
    cumQty: ZERO_QTY,
    leavesQty: ZERO_QTY,
    cumNotional: ZERO_NOTIONAL,
    lastMkt: null,
    liquidity: null,
    transactTime: stamp.at,
    text,
  };
}

export function requestRejectReport(
  event: EventOf<'RequestRejected'>,
  stamp: Stamp,
): OrderCancelReject {
  return {
    type: 'OrderCancelReject',
    sessionID: event.origin.sessionID,
    orderID: event.orderID,
    clOrdID: event.clOrdID,
    origClOrdID: event.origClOrdID,
    ordStatus: event.ordStatus,
    responseTo: event.responseTo,
    cxlRejReason: event.cxlRejReason,
    transactTime: stamp.at,
    text: event.text,
  };
}
