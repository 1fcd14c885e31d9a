// A trade of the market as Binance streams it: one by one (`trade`), or what one order took at one price (`aggTrade`).
//
// Source: binance-spot-api-docs, web-socket-streams.md, "Trade Streams", snapshot 2026-07-21.

import {
  type JsonObject,
  instantOf,
  priceOf,
  qtyOf,
  textOf,
  wholeIDOf,
} from '../connection/index.ts';
import type { VenueSymbol } from '../port/index.ts';
import type { VenueID } from '../../spec/terms/index.ts';
import type { MarketTrade } from '../../spec/venues/index.ts';

/** Null where it cannot be read. */
export function readMarketTrade(
  json: JsonObject,
  venueID: VenueID,
  symbol: VenueSymbol,
): MarketTrade | null {
  const isAggregate = textOf(json, 'e') === 'aggTrade';
  const tradeID = wholeIDOf(json, isAggregate ? 'a' : 't');
  const price = priceOf(json, 'p');
  const qty = qtyOf(json, 'q');
  const tradedAt = instantOf(json, 'T');
  const isBuyerMaker = json['m'];
  if (tradeID === null || price === null || qty === null || tradedAt === null) return null;
  if (typeof isBuyerMaker !== 'boolean') return null;
  const takerSide = isBuyerMaker ? 'sell' : 'buy';
  return { venueID, ...symbol, tradeID, isAggregate, price, qty, takerSide, tradedAt };
}
