// Sources for the router from what a situation says of its venues; or why a venue is left out.

import type { BookSource, PoolSource, RouteOrder } from '../../router/index.ts';
import { tickAtSqrtPrice, poolFault } from '../../spec/pools/index.ts';
import type { VenueID } from '../../spec/terms/index.ts';
import {
  DECIMALS,
  ONE,
  asLots,
  asNotional,
  asPrice,
  asQty,
  asRate,
  asTicks,
  formatDecimal,
} from '../../spec/units/index.ts';
import type { BookLevel } from '../../spec/venues/index.ts';
import type { WrittenBook, WrittenV2, WrittenV3 } from './route-schema.ts';

interface Common {
  readonly venueID: VenueID;
}

/** More than any order: where a situation names no maximum. */
const NO_MAXIMUM = 10n ** 60n;

export function bookSource(
  book: WrittenBook,
  { side }: RouteOrder,
  common: Common,
): BookSource | string {
  const [ask, bid] = [book.asks?.[0]?.[0], book.bids?.[0]?.[0]];
  if (ask !== undefined && bid !== undefined && bid >= ask) {
    return `its book is crossed: bid ${formatDecimal(bid)}, ask ${formatDecimal(ask)}`;
  }
  const written = (side === 'buy' ? book.asks : book.bids) ?? [];
  const name = side === 'buy' ? 'ask' : 'bid';
  const levelLot = written.reduce((lot, [, qty]) => gcd(lot, qty), book.lot);
  const levels: BookLevel[] = [];
  for (const [price, qty] of written) {
    if (price % book.tick !== 0n) {
      return `its ${name} ${formatDecimal(price)} is not on its tick of ${formatDecimal(book.tick)}`;
    }
    const [ticks, lots] = [Number(price / book.tick), Number(qty / levelLot)];
    if (!Number.isSafeInteger(ticks) || !Number.isSafeInteger(lots)) {
      return `its ${name} of ${formatDecimal(qty)} at ${formatDecimal(price)} is beyond 2^53 of its steps`;
    }
    levels.push([asTicks(ticks), asLots(lots)]);
  }
  return {
    type: 'Book',
    ...common,
    tick: asPrice(book.tick),
    lot: asQty(book.lot),
    minQty: asQty(book.minQty ?? 0n),
    maxQty: asQty(book.maxQty ?? NO_MAXIMUM),
    minNotional: asNotional((book.minNotional ?? 0n) * ONE),
    takerFee: asRate(book.takerFeeBps / 10_000n),
    levels,
    levelLot: asQty(levelLot),
  };
}

export function v2Source(pool: WrittenV2, common: Common): PoolSource | string {
  const decimals = pool.decimals ?? { base: DECIMALS, quote: DECIMALS };
  const base = tokenAmount(pool.reserves.base, decimals.base);
  const quote = tokenAmount(pool.reserves.quote, decimals.quote);
  if (base === null || quote === null) return 'its reserves have more decimals than their tokens';
  const state = {
    type: 'V2',
    reserve0: base,
    reserve1: quote,
    feePips: Number(pool.feeBps / 10n ** 16n),
  } as const;
  return (
    poolFault(state) ?? { ...ofPool(pool, decimals), ...common, pool: state, baseIsToken0: true }
  );
}

export function v3Source(pool: WrittenV3, common: Common): PoolSource | string {
  const { sqrtPriceX96, liquidity, tickSpacing, feePips, baseIsToken0 } = pool;
  const ticks = pool.ticks.toSorted(([a], [b]) => a - b);
  const state = { type: 'V3', sqrtPriceX96, liquidity, tickSpacing, feePips, ticks } as const;
  const written = { ...state, tick: pool.tick };
  const fault = poolFault(written);
  if (fault === null)
    return { ...ofPool(pool, pool.decimals), ...common, pool: written, baseIsToken0 };
  const derived = derivedTick(pool);
  const mended = { ...state, tick: derived };
  if (Math.abs(derived - pool.tick) > 1 || poolFault(mended) !== null) return fault;
  return { ...ofPool(pool, pool.decimals), ...common, pool: mended, baseIsToken0 };
}

/** A tick worked out by hand may be one off; farther away it belongs to another state. */
function derivedTick({ sqrtPriceX96, tick }: WrittenV3): number {
  try {
    return tickAtSqrtPrice(sqrtPriceX96);
  } catch {
    return tick; // No price at all: the fault says so.
  }
}

function ofPool(
  { gasCost, lot, minQty }: Pick<WrittenV2, 'gasCost' | 'lot' | 'minQty'>,
  { base, quote }: PoolSource['decimals'],
) {
  return {
    type: 'Pool',
    decimals: { base, quote },
    lot: asQty(lot ?? 10n ** BigInt(Math.max(DECIMALS - base, 0))),
    minQty: asQty(minQty ?? 0n),
    maxQty: asQty(NO_MAXIMUM),
    gasCost: asNotional((gasCost ?? 0n) * ONE),
  } as const;
}

/** Whole units of the token; null where it is not. */
function tokenAmount(value: bigint, decimals: number): bigint | null {
  const scaled = value * 10n ** BigInt(decimals);
  return scaled % ONE === 0n ? scaled / ONE : null;
}

function gcd(a: bigint, b: bigint): bigint {
  return b === 0n ? a : gcd(b, a % b);
}
