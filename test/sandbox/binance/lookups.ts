// Finding what a request names: a market, an order, a stretch of history.

import type { Params } from './auth.ts';
import type { Market } from '../exchange/market.ts';
import { limitOf, mandatory, text, whole } from './params.ts';
import type { Read } from './params.ts';
import { clientKey, isOpen, reject } from '../exchange/terms.ts';
import type { Account, Order } from '../exchange/terms.ts';
import type { Venue } from './venue.ts';

const DAY_MS = 86_400_000;

export function marketOf(venue: Venue, params: Params): Read<Market> {
  const symbol = mandatory(params, 'symbol');
  if (!symbol.ok) return symbol;
  const market = venue.exchange.market(symbol.value);
  return market === undefined ? reject(-1121, 'Invalid symbol.') : { ok: true, value: market };
}

// `symbol`, `symbols` (an array, or its JSON over REST), or all.
export function symbolsOf(venue: Venue, params: Params): Read<readonly Market[]> {
  if (hasSymbol(params)) {
    const market = marketOf(venue, params);
    return market.ok ? { ok: true, value: [market.value] } : market;
  }
  const names = namesOf(params['symbols']);
  if (names === null) return reject(-1100, "Illegal characters found in parameter 'symbols'.");
  if (names.length === 0) return { ok: true, value: [...venue.exchange.markets.values()] };
  const markets: Market[] = [];
  for (const name of names) {
    const market = venue.exchange.market(name);
    if (market === undefined) return reject(-1121, 'Invalid symbol.');
    markets.push(market);
  }
  return { ok: true, value: markets };
}

function namesOf(value: unknown): readonly string[] | null {
  if (value === undefined) return [];
  if (Array.isArray(value)) return value.map(String);
  if (typeof value !== 'string' || !/^\["[A-Z0-9]+"(,"[A-Z0-9]+")*\]$/.test(value)) return null;
  return value.slice(2, -2).split('","');
}

export function hasSymbol(params: Params): boolean {
  return params['symbol'] !== undefined;
}

interface IdNames {
  readonly orderId: string;
  readonly clientId: string;
}

// By orderId if sent, cross-checked with the client order id; else by client order id. Null: none.
export function orderOf(
  venue: Venue,
  account: Account,
  params: Params,
  names: IdNames,
): Read<Order | null> {
  const market = marketOf(venue, params);
  if (!market.ok) return market;
  const orderId = whole(params, names.orderId);
  if (!orderId.ok) return orderId;
  const clientId = text(params, names.clientId);
  if (orderId.value === null && clientId === null) {
    return reject(
      -1102,
      `Param '${names.clientId}' or '${names.orderId}' must be sent, but both were empty/null!`,
    );
  }
  if (orderId.value === null) {
    const key = clientKey(market.value.rules.symbol, clientId ?? '');
    return { ok: true, value: account.byClientOrderId.get(key) ?? null };
  }
  const order = market.value.orders.get(orderId.value);
  if (order === undefined || order.account !== account) return { ok: true, value: null };
  const agrees =
    clientId === null || clientId === order.clientOrderId || clientId === order.placedClientOrderId;
  return { ok: true, value: agrees ? order : null };
}

export function orderToCancel(
  venue: Venue,
  account: Account,
  params: Params,
  names: IdNames,
): Read<Order> {
  const restriction = text(params, 'cancelRestrictions');
  if (
    restriction !== null &&
    restriction !== 'ONLY_NEW' &&
    restriction !== 'ONLY_PARTIALLY_FILLED'
  ) {
    return reject(-1145, 'Invalid cancelRestrictions');
  }
  const found = orderOf(venue, account, params, names);
  if (!found.ok) return found;
  const order = found.value;
  if (order === null || !isOpen(order)) return reject(-2011, 'Unknown order sent.');
  if (restriction !== null && restriction !== `ONLY_${order.status}`) {
    return reject(-2011, 'Order was not canceled due to cancel restrictions.');
  }
  return { ok: true, value: order };
}

export function openOf(account: Account, symbol: string | null): Order[] {
  const all = [...account.open.values()];
  return symbol === null ? all : all.filter((order) => order.symbol === symbol);
}

export interface History {
  readonly symbol: string;
  readonly start: number | null;
  readonly end: number | null;
  readonly limit: number;
}

export function historyOf(venue: Venue, params: Params): Read<History> {
  const market = marketOf(venue, params);
  if (!market.ok) return market;
  const start = whole(params, 'startTime');
  if (!start.ok) return start;
  const end = whole(params, 'endTime');
  if (!end.ok) return end;
  const limit = limitOf(params, { usual: 500, most: 1_000 });
  if (!limit.ok) return limit;
  if (start.value !== null && end.value !== null && end.value - start.value > DAY_MS) {
    return reject(-1127, 'More than 24 hours between startTime and endTime.');
  }
  return {
    ok: true,
    value: {
      symbol: market.value.rules.symbol,
      start: start.value,
      end: end.value,
      limit: limit.value,
    },
  };
}

export function within(time: number, start: number | null, end: number | null): boolean {
  return (start === null || time >= start) && (end === null || time <= end);
}
