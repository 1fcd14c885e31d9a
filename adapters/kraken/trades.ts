// A trade of the market as Kraken publishes it.
//
// Source: Kraken API Center, websocket-v2/trade, mirrored 2026-08.

import {
  type JsonObject,
  priceOf,
  qtyOf,
  textOf,
  timestampOf,
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
  const tradeID = wholeIDOf(json, 'trade_id');
  const price = priceOf(json, 'price');
  const qty = qtyOf(json, 'qty');
  const takerSide = textOf(json, 'side');
  const tradedAt = timestampOf(json, 'timestamp');
  if (tradeID === null || price === null || qty === null || tradedAt === null) return null;
  if (takerSide !== 'buy' && takerSide !== 'sell') return null;
  return { venueID, ...symbol, tradeID, isAggregate: false, price, qty, takerSide, tradedAt };
}
