// What everybody may ask: rules, books, trades, tickers.
// Source: web-socket-api.md, "Market data requests" (binance-spot-api-docs, snapshot 2026-07-21).

import type { Params } from './auth.ts';
import { formatDecimal } from '../exchange/decimal.ts';
import type { Market } from '../exchange/market.ts';
import { bookTickerJson, depthJson, publicTradeJson, symbolJson } from './frames.ts';
import { hasSymbol, marketOf, symbolsOf } from './lookups.ts';
import { limitOf, text } from './params.ts';
import type { OrderCount } from '../exchange/terms.ts';
import { refusal, success } from './venue.ts';
import type { Answer, Venue } from './venue.ts';

export function exchangeInfo(venue: Venue, params: Params): Answer {
  const asked = symbolsOf(venue, params);
  if (!asked.ok) return refusal(asked);
  const symbols = asked.value.map((market) => symbolJson(market.rules, market.status));
  const rateLimits = [
    `{"rateLimitType":"REQUEST_WEIGHT","interval":"MINUTE","intervalNum":1,"limit":${venue.limits.weightPerMinute}}`,
    ...limitsOfOrders(venue.house.orderCounts),
    '{"rateLimitType":"CONNECTIONS","interval":"MINUTE","intervalNum":5,"limit":300}',
  ];
  return success(
    `{"timezone":"UTC","serverTime":${venue.now()},"rateLimits":[${rateLimits.join(',')}],` +
      `"exchangeFilters":[],"symbols":[${symbols.join(',')}]}`,
  );
}

function limitsOfOrders(counts: readonly OrderCount[]): string[] {
  return counts.map(
    (count) =>
      `{"rateLimitType":"ORDERS","interval":"${count.interval}","intervalNum":${count.intervalNum},"limit":${count.limit}}`,
  );
}

export function depth(venue: Venue, params: Params): Answer {
  const market = marketOf(venue, params);
  if (!market.ok) return refusal(market);
  const limit = limitOf(params, { usual: 100, most: 5_000 });
  return limit.ok ? success(depthJson(market.value, limit.value)) : refusal(limit);
}

export function depthWeight(params: Params): number {
  const limit = Number(text(params, 'limit') ?? '100');
  if (limit <= 100) return 5;
  if (limit <= 500) return 25;
  return limit <= 1_000 ? 50 : 250;
}

export function recentTrades(venue: Venue, params: Params): Answer {
  const market = marketOf(venue, params);
  if (!market.ok) return refusal(market);
  const limit = limitOf(params, { usual: 500, most: 1_000 });
  if (!limit.ok) return refusal(limit);
  return success(
    `[${market.value.recentTrades.slice(-limit.value).map(publicTradeJson).join(',')}]`,
  );
}

export function bookTicker(venue: Venue, params: Params): Answer {
  return tickers(venue, params, bookTickerJson);
}

export function priceTicker(venue: Venue, params: Params): Answer {
  return tickers(venue, params, (market) => {
    const last = market.recentTrades[market.recentTrades.length - 1];
    return `{"symbol":"${market.rules.symbol}","price":"${formatDecimal(last?.price ?? 0n)}"}`;
  });
}

function tickers(venue: Venue, params: Params, write: (market: Market) => string): Answer {
  const asked = symbolsOf(venue, params);
  if (!asked.ok) return refusal(asked);
  const [only] = asked.value;
  if (hasSymbol(params) && only !== undefined) return success(write(only));
  return success(`[${asked.value.map(write).join(',')}]`);
}
