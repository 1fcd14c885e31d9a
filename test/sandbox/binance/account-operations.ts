// What an account may ask about itself: orders, trades, balances, rates.
// Source: web-socket-api.md, "Account requests" (binance-spot-api-docs, snapshot 2026-07-21).

import type { Params } from './auth.ts';
import { formatDecimal } from '../exchange/decimal.ts';
import { accountJson, commissionJson, myTradeJson, statusJson } from './frames.ts';
import { orderCountsJson } from './limits.ts';
import { hasSymbol, historyOf, marketOf, openOf, orderOf, within } from './lookups.ts';
import { text, whole } from './params.ts';
import type { Account, Order } from '../exchange/terms.ts';
import { failure, refusal, success } from './venue.ts';
import type { Answer, Venue } from './venue.ts';

export function status(venue: Venue, params: Params, account: Account): Answer {
  const found = orderOf(venue, account, params, {
    orderId: 'orderId',
    clientId: 'origClientOrderId',
  });
  if (!found.ok) return refusal(found);
  return found.value === null
    ? failure(400, -2013, 'Order does not exist.')
    : success(statusJson(found.value));
}

export function openOrders(venue: Venue, params: Params, account: Account): Answer {
  if (!hasSymbol(params)) return list(openOf(account, null));
  const market = marketOf(venue, params);
  return market.ok ? list(openOf(account, market.value.rules.symbol)) : refusal(market);
}

export function allOrders(venue: Venue, params: Params, account: Account): Answer {
  const asked = historyOf(venue, params);
  if (!asked.ok) return refusal(asked);
  const { symbol, start, end, limit } = asked.value;
  const from = whole(params, 'orderId');
  if (!from.ok) return refusal(from);
  const byTime = start !== null || end !== null;
  const first = from.value;
  const found = account.orders.filter(
    (order) =>
      order.symbol === symbol &&
      (byTime ? within(order.updateTime, start, end) : first === null || order.orderId >= first),
  );
  return list(byTime || first !== null ? found.slice(0, limit) : found.slice(-limit));
}

export function myTrades(venue: Venue, params: Params, account: Account): Answer {
  const asked = historyOf(venue, params);
  if (!asked.ok) return refusal(asked);
  const { symbol, start, end, limit } = asked.value;
  const from = whole(params, 'fromId');
  if (!from.ok) return refusal(from);
  const orderId = whole(params, 'orderId');
  if (!orderId.ok) return refusal(orderId);
  const byTime = start !== null || end !== null;
  if (byTime && (from.value !== null || orderId.value !== null)) {
    return failure(400, -1128, 'Combination of optional parameters invalid.');
  }
  const first = from.value;
  const found = account.trades.filter(
    (trade) =>
      trade.order.symbol === symbol &&
      (first === null || trade.id >= first) &&
      (orderId.value === null || trade.order.orderId === orderId.value) &&
      within(trade.time, start, end),
  );
  const trades = byTime || first !== null ? found.slice(0, limit) : found.slice(-limit);
  return success(`[${trades.map(myTradeJson).join(',')}]`);
}

export function amendments(venue: Venue, params: Params, account: Account): Answer {
  const found = orderOf(venue, account, params, {
    orderId: 'orderId',
    clientId: 'origClientOrderId',
  });
  if (!found.ok) return refusal(found);
  const order = found.value;
  if (order === null) return failure(400, -2013, 'Order does not exist.');
  const list = order.amendments.map(
    (one) =>
      `{"symbol":"${order.symbol}","orderId":${order.orderId},"executionId":${one.executionId},` +
      `"origClientOrderId":"${one.origClientOrderId}","newClientOrderId":"${one.newClientOrderId}",` +
      `"origQty":"${formatDecimal(one.origQty)}","newQty":"${formatDecimal(one.newQty)}","time":${one.time}}`,
  );
  return success(`[${list.join(',')}]`);
}

export function accountStatus(venue: Venue, params: Params, account: Account): Answer {
  return success(accountJson(account, venue.now(), text(params, 'omitZeroBalances') === 'true'));
}

export function commission(venue: Venue, params: Params, account: Account): Answer {
  const market = marketOf(venue, params);
  return market.ok ? success(commissionJson(account, market.value.rules.symbol)) : refusal(market);
}

export function rateLimitsOrders(venue: Venue, _params: Params, account: Account): Answer {
  return success(`[${orderCountsJson(account, venue.now())}]`);
}

function list(orders: readonly Order[]): Answer {
  return success(`[${orders.map(statusJson).join(',')}]`);
}
