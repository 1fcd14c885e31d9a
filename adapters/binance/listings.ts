// `exchangeInfo` as listings: the grid of each symbol, and whether it can be traded on.

import { ONE, type Price, type Qty, asNotional, asPrice, asQty } from '../../spec/units/index.ts';
import type { ListingFound } from '../../spec/venues/index.ts';
import {
  type Json,
  type JsonObject,
  decimalOf,
  isArray,
  isObject,
  priceOf,
  qtyOf,
  textOf,
} from './json.ts';

export interface ListingsRead {
  readonly listings: readonly ListingFound[];
  /** What is wrong, symbol by symbol. A symbol with a fault is halted or left out. */
  readonly faults: readonly { readonly venueSymbol: string; readonly fault: string }[];
}

/** The listings of `venueSymbols` in the result of `exchangeInfo`; null where it is none. */
export function readListings(
  json: Json | undefined,
  venueSymbols: readonly string[],
): ListingsRead | null {
  if (!isObject(json) || !isArray(json['symbols'])) return null;
  const wanted = new Set(venueSymbols);
  const listings: ListingFound[] = [];
  const faults: { venueSymbol: string; fault: string }[] = [];
  for (const item of json['symbols']) {
    if (!isObject(item)) continue;
    const venueSymbol = textOf(item, 'symbol');
    if (venueSymbol === null || !wanted.delete(venueSymbol)) continue;
    const listing = readListing(item, venueSymbol);
    if (listing === null) {
      faults.push({ venueSymbol, fault: 'its grid cannot be read' });
      continue;
    }
    const fault = faultOf(listing);
    if (fault !== null) faults.push({ venueSymbol, fault });
    listings.push(fault === null ? listing : { ...listing, state: 'Halted' });
  }
  for (const venueSymbol of wanted) faults.push({ venueSymbol, fault: 'it is not listed' });
  return { listings, faults };
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

function faultOf(listing: ListingFound): string | null {
  if (listing.tick <= 0n) return 'its tick is not positive';
  if (listing.lot <= 0n) return 'its lot is not positive';
  if (listing.minQty > listing.maxQty) return 'its least quantity is above its greatest';
  return null;
}

/** Whether two readings say the same. */
export function sameListings(a: readonly ListingFound[], b: readonly ListingFound[]): boolean {
  return describe(a) === describe(b);
}

function describe(listings: readonly ListingFound[]): string {
  return listings.map((listing) => Object.values(listing).join(' ')).join('\n');
}

/** Tick and lot of one symbol. */
export interface Grid {
  readonly tick: Price;
  readonly lot: Qty;
}
