// One venue's grid: whole numbers of its ticks and lots. Every conversion says which way it rounds.

import { type Price, type Qty, asPrice, asQty } from './amounts.ts';

declare const grid: unique symbol;

/** A price as a whole number of one venue's ticks, for one version of its instrument. */
export type Ticks = number & { readonly [grid]: 'tick' };

/** A quantity as a whole number of one venue's lots, for one version of its instrument. */
export type Lots = number & { readonly [grid]: 'lot' };

export function isOnTick(price: Price, tick: Price): boolean {
  return price % tick === 0n;
}

export function isOnLot(qty: Qty, lot: Qty): boolean {
  return qty % lot === 0n;
}

export function floorToTick(price: Price, tick: Price): Price {
  return asPrice(price - (((price % tick) + tick) % tick));
}

export function ceilToTick(price: Price, tick: Price): Price {
  const floor = floorToTick(price, tick);
  return floor === price ? price : asPrice(floor + tick);
}

export function floorToLot(qty: Qty, lot: Qty): Qty {
  return asQty(qty - (qty % lot));
}

/** The exact number of ticks, or null off the tick or beyond 2^53. */
export function ticksOf(price: Price, tick: Price): Ticks | null {
  if (!isOnTick(price, tick)) return null;
  const ticks = Number(price / tick);
  return Number.isSafeInteger(ticks) ? (ticks as Ticks) : null;
}

/** The exact number of lots, or null off the lot or beyond 2^53. */
export function lotsOf(qty: Qty, lot: Qty): Lots | null {
  if (!isOnLot(qty, lot)) return null;
  const lots = Number(qty / lot);
  return Number.isSafeInteger(lots) ? (lots as Lots) : null;
}

export function priceOfTicks(ticks: Ticks, tick: Price): Price {
  return asPrice(BigInt(ticks) * tick);
}

export function qtyOfLots(lots: Lots, lot: Qty): Qty {
  return asQty(BigInt(lots) * lot);
}

/** For decoders. Throws unless a safe integer. */
export function asTicks(value: number): Ticks {
  if (!Number.isSafeInteger(value)) throw new RangeError(`not a whole number of ticks: ${value}`);
  return value as Ticks;
}

/** For decoders. Throws unless a safe integer. */
export function asLots(value: number): Lots {
  if (!Number.isSafeInteger(value)) throw new RangeError(`not a whole number of lots: ${value}`);
  return value as Lots;
}
