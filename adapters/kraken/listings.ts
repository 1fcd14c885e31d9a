// The venue's word on a symbol's grid and state: the `instrument` channel of the public socket, and
// `AssetPairs` of REST, which says the same under other names.
//
// Source: Kraken API Center, websocket-v2/instrument and rest-api/get-tradable-asset-pairs, 2026-08.

import {
  type Json,
  type JsonObject,
  type ListingsRead,
  checkedListings,
} from '../connection/index.ts';
import {
  decimalOf,
  isArray,
  isObject,
  priceOf,
  qtyOf,
  textOf,
  wholeIDOf,
} from '../connection/index.ts';
import { DECIMALS, ONE, type Price, type Qty } from '../../spec/units/index.ts';
import { asNotional, asQty } from '../../spec/units/index.ts';
import type { ListingFound } from '../../spec/venues/index.ts';
import type { BookGrid } from './book.ts';
import { symbolOfNames } from './symbols.ts';

/** States in which a limit order is taken, and may trade. */
const TRADING = new Set(['online', 'limit_only']);

/** The venue states no greatest quantity: its price band and our own limits hold. */
const MAX_QTY = asQty(10n ** 12n * ONE);
const DECIMALS_MOST = 15;

/** The pairs of an `instrument` message among `venueSymbols`; null where it is none. */
export function readInstruments(
  json: Json | undefined,
  venueSymbols: readonly string[],
): ReadonlyMap<string, JsonObject> | null {
  if (!isObject(json) || !isArray(json['pairs'])) return null;
  const found = new Map<string, JsonObject>();
  for (const pair of json['pairs']) {
    const venueSymbol = isObject(pair) ? textOf(pair, 'symbol') : null;
    if (!isObject(pair) || venueSymbol === null || !venueSymbols.includes(venueSymbol)) continue;
    found.set(venueSymbol, pair);
  }
  return found;
}

/** Tick, lot and the checksum's decimals; null where they do not go together. */
export function gridOf(pair: JsonObject): BookGrid | null {
  const tick = priceOf(pair, 'price_increment');
  const lot = qtyOf(pair, 'qty_increment');
  if (tick === null || lot === null || tick <= 0n || lot <= 0n) return null;
  const unitsPerTick = unitsIn(tick, wholeIDOf(pair, 'price_precision'));
  const unitsPerLot = unitsIn(lot, wholeIDOf(pair, 'qty_precision'));
  return unitsPerTick === null || unitsPerLot === null
    ? null
    : { tick, lot, unitsPerTick, unitsPerLot };
}

/** Units of the `precision`-th decimal in `step`; null where that is no whole number. */
function unitsIn(step: Price | Qty, precision: string | null): number | null {
  const decimals = Number(precision ?? -1);
  if (decimals < 0 || decimals > DECIMALS_MOST) return null;
  const unit = 10n ** BigInt(DECIMALS - decimals);
  return step % unit === 0n && step / unit <= 1_000_000n ? Number(step / unit) : null;
}

/** Of the `instrument` channel. Null where the grid cannot be read. */
export function listingOf(venueSymbol: string, pair: JsonObject): ListingFound | null {
  const grid = gridOf(pair);
  const base = textOf(pair, 'base');
  const quote = textOf(pair, 'quote');
  const minQty = qtyOf(pair, 'qty_min');
  const least = pair['cost_min'] === undefined ? 0n : decimalOf(pair, 'cost_min');
  if (grid === null || base === null || quote === null) return null;
  if (minQty === null || least === null) return null;
  return {
    venueSymbol,
    base,
    quote,
    state: TRADING.has(textOf(pair, 'status') ?? '') ? 'Trading' : 'Halted',
    tick: grid.tick,
    lot: grid.lot,
    minQty,
    maxQty: MAX_QTY,
    minNotional: asNotional(least * ONE),
  };
}

/** Of the result of `AssetPairs`; null where it is none. */
export function readAssetPairs(
  json: Json | undefined,
  venueSymbols: readonly string[],
): ListingsRead | null {
  if (!isObject(json)) return null;
  const read = new Map<string, ListingFound | null>();
  for (const [name, pair] of Object.entries(json)) {
    if (!isObject(pair)) return null;
    const names = [textOf(pair, 'wsname') ?? '', textOf(pair, 'altname') ?? '', name];
    const venueSymbol = symbolOfNames(names, venueSymbols);
    if (venueSymbol === null || read.has(venueSymbol)) continue;
    read.set(venueSymbol, listingOfPair(venueSymbol, pair));
  }
  return checkedListings(venueSymbols, read);
}

function listingOfPair(venueSymbol: string, pair: JsonObject): ListingFound | null {
  const [base = '', quote = ''] = venueSymbol.split('/');
  const tick = priceOf(pair, 'tick_size');
  const lotDecimals = Number(wholeIDOf(pair, 'lot_decimals') ?? -1);
  const minQty = qtyOf(pair, 'ordermin');
  const least = pair['costmin'] === undefined ? 0n : decimalOf(pair, 'costmin');
  if (tick === null || minQty === null || least === null) return null;
  if (lotDecimals < 0 || lotDecimals > DECIMALS_MOST) return null;
  return {
    venueSymbol,
    base,
    quote,
    state: TRADING.has(textOf(pair, 'status') ?? '') ? 'Trading' : 'Halted',
    tick,
    lot: asQty(10n ** BigInt(DECIMALS - lotDecimals)),
    minQty,
    maxQty: MAX_QTY,
    minNotional: asNotional(least * ONE),
  };
}
