// An exchange's memory of its clients in a file, so that one that was stopped goes on where it was.
// Other participants come anew: the market moved on while nobody looked.

import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { deserialize, serialize } from 'node:v8';
import type { Exchange } from './exchange.ts';
import { type Account, type Order, type Trade, clientKey, isOpen } from './terms.ts';

type SavedOrder = Omit<Order, 'account' | 'level' | 'previous' | 'next'>;
type SavedTrade = Omit<Trade, 'order'> & { readonly symbol: string; readonly orderId: number };

interface SavedMarket {
  readonly symbol: string;
  readonly lastUpdateId: number;
  readonly nextOrderId: number;
  readonly nextTradeId: number;
  readonly nextExecutionId: number;
}

interface SavedAccount {
  readonly name: string;
  readonly balances: Account['balances'];
  readonly orders: readonly SavedOrder[];
  readonly trades: readonly SavedTrade[];
}

interface Saved {
  readonly markets: readonly SavedMarket[];
  readonly accounts: readonly SavedAccount[];
}

/** Whole or not at all: written beside the file, then renamed. */
export function saveExchange(exchange: Exchange, file: string): void {
  const saved: Saved = {
    markets: [...exchange.markets.values()].map((market) => ({
      symbol: market.rules.symbol,
      lastUpdateId: market.lastUpdateId,
      nextOrderId: market.nextOrderId,
      nextTradeId: market.nextTradeId,
      nextExecutionId: market.nextExecutionId,
    })),
    accounts: [...exchange.accounts.values()].filter((one) => one.client).map(savedAccount),
  };
  writeFileSync(`${file}.new`, serialize(saved), { mode: 0o600 });
  renameSync(`${file}.new`, file);
}

function savedAccount(account: Account): SavedAccount {
  return {
    name: account.name,
    balances: account.balances,
    orders: account.orders.map(
      ({ account: _owner, level: _level, previous: _p, next: _n, ...rest }) => rest,
    ),
    trades: account.trades.map(({ order, ...rest }) => ({
      ...rest,
      symbol: order.symbol,
      orderId: order.orderId,
    })),
  };
}

/** Into a fresh exchange, before it listens and before anyone else trades. */
export function loadExchange(exchange: Exchange, file: string): void {
  if (!existsSync(file)) return;
  const saved = deserialize(readFileSync(file)) as Saved;
  for (const { symbol, ...numbers } of saved.markets) {
    const market = exchange.markets.get(symbol);
    if (market !== undefined) Object.assign(market, numbers);
  }
  for (const one of saved.accounts) {
    const account = exchange.accounts.get(one.name);
    if (account !== undefined) loadAccount(exchange, account, one);
  }
}

function loadAccount(exchange: Exchange, account: Account, saved: SavedAccount): void {
  account.balances.clear();
  for (const [asset, balance] of saved.balances) account.balances.set(asset, balance);
  const orders = new Map<string, Order>();
  for (const one of saved.orders) {
    const order: Order = { ...one, account, level: null, previous: null, next: null };
    const key = clientKey(order.symbol, order.placedClientOrderId);
    orders.set(`${order.symbol} ${order.orderId}`, order);
    account.orders.push(order);
    account.byClientOrderId.set(key, order);
    account.byClientOrderId.set(clientKey(order.symbol, order.clientOrderId), order);
    const market = exchange.markets.get(order.symbol);
    if (market === undefined) continue;
    market.orders.set(order.orderId, order);
    if (!isOpen(order)) continue;
    account.open.set(clientKey(order.symbol, order.clientOrderId), order);
    const side = order.side === 'BUY' ? market.bids : market.asks;
    side.add(order, order.origQty - order.executedQty);
  }
  for (const { symbol, orderId, ...rest } of saved.trades) {
    const order = orders.get(`${symbol} ${orderId}`);
    if (order !== undefined) account.trades.push({ ...rest, order });
  }
}
