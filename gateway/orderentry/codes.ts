// Our words and FIX's codes for them, both ways, one table each.

import {
  BusinessRejectReason as FixBusinessRejectReason,
  CxlRejReason as FixCxlRejReason,
  CxlRejResponseTo as FixCxlRejResponseTo,
  ExecType as FixExecType,
  LastLiquidityInd,
  OrdRejReason as FixOrdRejReason,
  OrdStatus as FixOrdStatus,
  OrdType as FixOrdType,
  Side as FixSide,
  TimeInForce as FixTimeInForce,
} from '../../spec/dictionaries/index.ts';
import type {
  BusinessRejectReason,
  CxlRejReason,
  CxlRejResponseTo,
  ExecType,
  OrdRejReason,
  OrdStatus,
  OrdType,
  Side,
  TimeInForce,
} from '../../spec/terms/index.ts';
import type { Liquidity } from '../../spec/venues/index.ts';

export const sideCode: Record<Side, string> = { buy: FixSide.Buy, sell: FixSide.Sell };

export const ordTypeCode: Record<OrdType, string> = {
  Market: FixOrdType.Market,
  Limit: FixOrdType.Limit,
};

export const timeInForceCode: Record<TimeInForce, string> = {
  Day: FixTimeInForce.Day,
  GTC: FixTimeInForce.GoodTillCancel,
  IOC: FixTimeInForce.ImmediateOrCancel,
  FOK: FixTimeInForce.FillOrKill,
};

export const ordStatusCode: Record<OrdStatus, string> = {
  New: FixOrdStatus.New,
  PartiallyFilled: FixOrdStatus.PartiallyFilled,
  Filled: FixOrdStatus.Filled,
  Canceled: FixOrdStatus.Canceled,
  PendingCancel: FixOrdStatus.PendingCancel,
  Rejected: FixOrdStatus.Rejected,
  Expired: FixOrdStatus.Expired,
  PendingReplace: FixOrdStatus.PendingReplace,
};

export const execTypeCode: Record<ExecType, string> = {
  New: FixExecType.New,
  Canceled: FixExecType.Canceled,
  Replaced: FixExecType.Replaced,
  PendingCancel: FixExecType.PendingCancel,
  Rejected: FixExecType.Rejected,
  Expired: FixExecType.Expired,
  PendingReplace: FixExecType.PendingReplace,
  Trade: FixExecType.Trade,
  TradeCancel: FixExecType.TradeCancel,
  OrderStatus: FixExecType.OrderStatus,
};

/** 0 is "broker / exchange option" in FIX 4.4; the dictionary's short name for it is another. */
export const ordRejReasonCode: Record<OrdRejReason, number> = {
  BrokerOption: 0,
  UnknownSymbol: FixOrdRejReason.UnknownSymbol,
  ExchangeClosed: FixOrdRejReason.ExchangeClosed,
  OrderExceedsLimit: FixOrdRejReason.OrderExceedsLimit,
  UnknownOrder: FixOrdRejReason.UnknownOrder,
  DuplicateOrder: FixOrdRejReason.DuplicateOrder,
  StaleOrder: FixOrdRejReason.StaleOrder,
  UnsupportedOrderCharacteristic: FixOrdRejReason.UnsupportedOrderCharacteristic,
  IncorrectQuantity: FixOrdRejReason.IncorrectQuantity,
  UnknownAccount: FixOrdRejReason.UnknownAccount,
  Other: FixOrdRejReason.Other,
};

/** 2 is "broker / exchange option" in FIX 4.4. */
export const cxlRejReasonCode: Record<CxlRejReason, number> = {
  TooLateToCancel: FixCxlRejReason.TooLateToCancel,
  UnknownOrder: FixCxlRejReason.UnknownOrder,
  BrokerOption: 2,
  AlreadyPending: FixCxlRejReason.OrderAlreadyInPendingStatus,
  DuplicateClOrdID: FixCxlRejReason.DuplicateClOrdId,
  Other: FixCxlRejReason.Other,
};

/** 1 answers an OrderCancelRequest, 2 an OrderCancelReplaceRequest. */
export const cxlRejResponseToCode: Record<CxlRejResponseTo, string> = {
  Cancel: FixCxlRejResponseTo.OrderCancelRequest,
  Replace: '2',
};

export const businessRejectReasonCode: Record<BusinessRejectReason, number> = {
  Other: FixBusinessRejectReason.Other,
  UnknownID: FixBusinessRejectReason.UnknownId,
  UnknownSecurity: FixBusinessRejectReason.UnknownSecurity,
  UnsupportedMessageType: FixBusinessRejectReason.UnsupportedMessageType,
  ApplicationNotAvailable: FixBusinessRejectReason.ApplicationNotAvailable,
  ConditionallyRequiredFieldMissing: FixBusinessRejectReason.ConditionallyRequiredFieldMissing,
  NotAuthorized: FixBusinessRejectReason.NotAuthorized,
};

export const liquidityCode: Record<Liquidity, number> = {
  maker: LastLiquidityInd.AddedLiquidity,
  taker: LastLiquidityInd.RemovedLiquidity,
};

export const sideOf = inverse(sideCode);
export const ordTypeOf = inverse(ordTypeCode);
export const timeInForceOf = inverse(timeInForceCode);

function inverse<K extends string>(codes: Record<K, string>): ReadonlyMap<string, K> {
  return new Map(Object.entries<string>(codes).map(([name, code]) => [code, name as K]));
}
