// `exchangeInfo` as listings: the grid of each symbol, and whether it can be traded on.

import {
  type Json,
  type JsonObject,
  type ListingsRead,
  checkedListings,
  decimalOf,
  isArray,
  isObject,
  priceOf,
  qtyOf,
  textOf,
} from '../connection/index.ts';
import { ONE, asNotional, asPrice, asQty } from '../../spec/units/index.ts';
import type { ListingFound } from '../../spec/venues/index.ts';

/** The listings of `venueSymbols` in the result of `exchangeInfo`; null where it is none. */
export function readListings(
  json: Json | undefined,
  venueSymbols: readonly string[],
): ListingsRead | null {
  if (!isObject(json) || !isArray(json['symbols'])) return null;
  const read = new Map<string, ListingFound | null>();
  for (const item of json['symbols']) {
    const venueSymbol = isObject(item) ? textOf(item, 'symbol') : null;
    if (!isObject(item) || venueSymbol === null || read.has(venueSymbol)) continue;
    if (venueSymbols.includes(venueSymbol)) read.set(venueSymbol, readListing(item, venueSymbol));
  }
  return checkedListings(venueSymbols, read);
}

function readListing(item: JsonObject, venueSymbol: string): ListingFound | null {
  const filters = new Map<string, JsonObject>();
  for (const filter of isArray(item['filters']) ? item['filters'] : []) {
    if (isObject(filter)) filters.set(textOf(filter, 'filterType') ?? '', filter);
  }
  const base = textOf(item, 'baseAsset');
  const quote = textOf(item, 'quoteAsset');
  const prices = filters.get('PRICE_FILTER');
  const lots = filters.get('LOT_SIZE');
  if (base === null || quote === null || prices === undefined || lots === undefined) return null;
  const tick = priceOf(prices, 'tickSize');
  const lot = qtyOf(lots, 'stepSize');
  const minQty = qtyOf(lots, 'minQty');
  const maxQty = qtyOf(lots, 'maxQty');
  if (tick === null || lot === null || minQty === null || maxQty === null) return null;
  const notionals = filters.get('NOTIONAL') ?? filters.get('MIN_NOTIONAL');
  const least = notionals === undefined ? 0n : decimalOf(notionals, 'minNotional');
  if (least === null) return null;
  return {
    venueSymbol,
    base,
    quote,
    state: textOf(item, 'status') === 'TRADING' ? 'Trading' : 'Halted',
    tick: asPrice(tick),
    lot: asQty(lot),
    minQty,
    maxQty,
    minNotional: asNotional(least * ONE),
  };
}
