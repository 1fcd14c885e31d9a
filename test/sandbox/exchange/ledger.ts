// The exchange's own ledger of its clients: every order and every trade, for tests to compare with.

import type { Exchange } from './exchange.ts';
import { formatDecimal } from './decimal.ts';
import type { Account, Order, Trade } from './terms.ts';

export interface LedgerFilter {
  readonly account: string | null;
  readonly symbol: string | null;
}

/** The ledger's JSON in pieces, since that of a bench is long. */
export function* ledgerChunks(exchange: Exchange, filter: LedgerFilter): Generator<string> {
  yield '{"accounts":[';
  let first = true;
  for (const account of exchange.accounts.values()) {
    if (!account.client || (filter.account !== null && account.name !== filter.account)) continue;
    yield first ? '' : ',';
    first = false;
    yield* accountChunks(account, filter);
  }
  yield `],"fees":${amountsJson(exchange.feesTaken)},"credited":${amountsJson(exchange.credited)}}`;
}

function* accountChunks(account: Account, filter: LedgerFilter): Generator<string> {
  const wanted = (symbol: string): boolean => filter.symbol === null || symbol === filter.symbol;
  const balances = [...account.balances].map(
    ([asset, { free, locked }]) =>
      `"${asset}":{"free":"${formatDecimal(free)}","locked":"${formatDecimal(locked)}"}`,
  );
  yield `{"name":${JSON.stringify(account.name)},"uid":${account.uid},"balances":{${balances.join(',')}},"orders":[`;
  yield* joined(
    account.orders.filter((order) => wanted(order.symbol)),
    orderJson,
  );
  yield '],"trades":[';
  yield* joined(
    account.trades.filter((trade) => wanted(trade.order.symbol)),
    tradeJson,
  );
  yield ']}';
}

function* joined<T>(items: readonly T[], write: (item: T) => string): Generator<string> {
  let first = true;
  for (const item of items) {
    yield `${first ? '' : ','}${write(item)}`;
    first = false;
  }
}

function orderJson(order: Order): string {
  return (
    `{"symbol":"${order.symbol}","orderId":${order.orderId},"clientOrderId":"${order.placedClientOrderId}",` +
    `"currentClientOrderId":"${order.clientOrderId}","side":"${order.side}","type":"${order.type}",` +
    `"timeInForce":"${order.timeInForce}","price":"${order.priceText}","origQty":"${order.origQtyText}",` +
    `"executedQty":"${formatDecimal(order.executedQty)}","cumQuote":"${formatDecimal(order.cumQuote)}",` +
    `"status":"${order.status}","time":${order.time},"updateTime":${order.updateTime}}`
  );
}

function tradeJson(trade: Trade): string {
  return (
    `{"symbol":"${trade.order.symbol}","id":${trade.id},"orderId":${trade.order.orderId},` +
    `"clientOrderId":"${trade.order.placedClientOrderId}","side":"${trade.order.side}",` +
    `"price":"${formatDecimal(trade.price)}","qty":"${formatDecimal(trade.qty)}",` +
    `"quoteQty":"${formatDecimal(trade.quoteQty)}","commission":"${formatDecimal(trade.commission)}",` +
    `"commissionAsset":"${trade.commissionAsset}","time":${trade.time},"isMaker":${trade.isMaker}}`
  );
}

function amountsJson(amounts: ReadonlyMap<string, bigint>): string {
  return `{${[...amounts].map(([asset, value]) => `"${asset}":"${formatDecimal(value)}"`).join(',')}}`;
}
