// Situations for the router, drawn from a seed: books of several grids, a v2 and a v3 pool around one price.
import { rootAt } from '../../fixtures/pool-contract.ts';
import type { BookSource, PoolSource, RouteOrder, Source } from '../../../router/index.ts';
import { asNotional, asPrice, asQty, asRate } from '../../../spec/units/index.ts';
import { asLots, asTicks } from '../../../spec/units/index.ts';
import { asVenueID } from '../../../spec/terms/index.ts';

export const E18 = 10n ** 18n;
export const E36 = 10n ** 36n;

export interface Draw {
  /** A whole number from `low` to `high`. */
  whole(low: number, high: number): number;
  real(low: number, high: number): number;
  one<T>(of: readonly T[]): T;
}

/** mulberry32: the same seed draws the same. */
export function drawFrom(seed: number): Draw {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const real = (low: number, high: number) => low + next() * (high - low);
  const whole = (low: number, high: number) => Math.floor(real(low, high + 1));
  return {
    real,
    whole,
    one: (of) => {
      const found = of[whole(0, of.length - 1)];
      if (found === undefined) throw new Error('nothing to draw from');
      return found;
    },
  };
}

export interface Situation {
  readonly order: RouteOrder;
  readonly sources: readonly Source[];
  /** All quantities are whole multiples of it. */
  readonly lot: bigint;
}

export interface Shape {
  /** The order, in lots. */
  readonly lots: readonly [least: number, most: number];
  readonly books: number;
  /** Of the first pools v2, then v3 and so on in turn. */
  readonly pools: number;
  /** In lots: of a book's grid, which are drawn from, and of a level. */
  readonly grids: readonly number[];
  readonly levelLots: readonly [least: number, most: number];
  readonly limits: boolean;
}

export const SMALL: Shape = {
  lots: [6, 40],
  books: 3,
  pools: 2,
  grids: [1, 1, 2, 3, 5],
  levelLots: [1, 4],
  limits: true,
};

/** Around a price of 100 quote; a lot is 0.01 base, some 1 quote. */
const LOT = E18 / 100n;

export function situation(seed: number, shape: Shape): Situation {
  const draw = drawFrom(seed);
  const side = draw.one(['buy', 'sell'] as const);
  const lots = draw.whole(...shape.lots);
  const isLimited = shape.limits && draw.whole(0, 3) === 0;
  const away = draw.real(0, 0.01) * (side === 'buy' ? 1 : -1);
  const order: RouteOrder = {
    side,
    orderQty: asQty(BigInt(lots) * LOT),
    limit: isLimited ? asPrice(BigInt(Math.round((1 + away) * 1e4)) * (E18 / 100n)) : null,
    limitBasis: draw.one(['gross', 'allIn'] as const),
  };
  const sources = [
    ...Array.from({ length: shape.books }, (_, at) => book(draw, { shape, side, at })),
    ...Array.from({ length: shape.pools }, (_, at) =>
      at % 2 === 0 ? v2(draw, { lots, at }) : v3(draw, { lots, at }),
    ),
  ];
  return { order, sources, lot: LOT };
}

function book(
  draw: Draw,
  { shape, side, at }: { shape: Shape; side: 'buy' | 'sell'; at: number },
): BookSource {
  const cents = draw.one([1, 2, 5, 10]);
  const grid = BigInt(draw.one(shape.grids)) * LOT;
  const perLot = Number(grid / LOT);
  const direction = side === 'buy' ? 1 : -1;
  let ticks = Math.round((10_000 + direction * draw.whole(0, 40)) / cents);
  const depth = draw.whole(10, 20);
  const levels = Array.from({ length: depth }, () => {
    const lots = Math.max(1, Math.round(draw.whole(...shape.levelLots) / perLot));
    const level = [asTicks(ticks), asLots(lots)] as const;
    ticks += direction * draw.whole(1, Math.max(1, Math.round(12 / cents)));
    return level;
  });
  return {
    type: 'Book',
    venueID: asVenueID(`book${at}`),
    tick: asPrice(BigInt(cents) * (E18 / 100n)),
    lot: asQty(grid),
    minQty: asQty(BigInt(draw.one([1, 1, 2, 4, 7])) * LOT),
    maxQty: asQty(BigInt(draw.one([15, 100_000])) * LOT),
    minNotional: asNotional(draw.one([0n, 0n, 3n, 6n]) * E36),
    takerFee: asRate(BigInt(draw.whole(-1, 12)) * (E18 / 10_000n)),
    levels,
  };
}

interface PoolDraw {
  /** Of the order: a pool is drawn some times as deep. */
  readonly lots: number;
  readonly at: number;
}

function v2(draw: Draw, { lots, at }: PoolDraw): PoolSource {
  const depth = lots * draw.real(3, 300); // Lots in reserve.
  const price = 100 * (1 + draw.real(-0.004, 0.004));
  const baseIsToken0 = draw.one([true, false]);
  const decimals = { base: 18, quote: draw.one([6, 18]) };
  const base = BigInt(Math.round(depth * 1e6)) * (LOT / 1_000_000n);
  const quote = BigInt(Math.round(depth * price * 1e4)) * 10n ** BigInt(decimals.quote - 6);
  const [reserve0, reserve1] = baseIsToken0 ? [base, quote] : [quote, base];
  return pool(
    draw,
    { at, decimals, baseIsToken0 },
    {
      type: 'V2',
      reserve0,
      reserve1,
      feePips: draw.one([500, 2500, 3000]),
    },
  );
}

/** Ticks so dense that the order crosses some: each range holds a part of it. */
function v3(draw: Draw, { lots, at }: PoolDraw): PoolSource {
  const baseIsToken0 = draw.one([true, false]);
  const decimals = { base: 18, quote: draw.one([6, 18]) };
  const tickSpacing = draw.one([1, 10, 60]);
  const price = 100 * (1 + draw.real(-0.004, 0.004));
  const raw = price * 10 ** (decimals.quote - decimals.base);
  const tick = Math.floor(Math.log(baseIsToken0 ? raw : 1 / raw) / Math.log(1.0001));
  const floor = rootAt(tick);
  const inTick = BigInt(draw.whole(0, 999));
  const sqrtPriceX96 = floor + ((rootAt(tick + 1) - floor) * inTick) / 1000n;
  const nearest = Math.floor(tick / tickSpacing) * tickSpacing;
  // Liquidity such that one spacing holds some lots: base = L (1/ra - 1/rb), for either token as base.
  const root = Math.sqrt(raw);
  const perSpacing = (1 / root) * (tickSpacing * 0.5e-4);
  const unit = (Math.max(1, lots / draw.whole(2, 12)) * Number(LOT)) / perSpacing;
  const ticks: [number, bigint][] = [];
  let liquidity = 0n;
  const count = draw.whole(6, 24);
  for (let step = -count; step < count; step += 1) {
    const size = draw.whole(0, 9) === 0 ? 0n : BigInt(Math.round(unit * draw.real(0.2, 3)));
    const from = nearest + step * tickSpacing;
    if (from <= tick && tick < from + tickSpacing) liquidity = size;
    add(ticks, from, size);
    add(ticks, from + tickSpacing, -size);
  }
  return pool(
    draw,
    { at, decimals, baseIsToken0 },
    {
      type: 'V3',
      sqrtPriceX96,
      tick,
      liquidity,
      tickSpacing,
      feePips: draw.one([100, 500, 3000]),
      ticks,
    },
  );
}

function add(ticks: [number, bigint][], tick: number, net: bigint): void {
  const last = ticks.at(-1);
  if (last?.[0] === tick) last[1] += net;
  else ticks.push([tick, net]);
}

function pool(
  draw: Draw,
  { at, decimals, baseIsToken0 }: { at: number } & Pick<PoolSource, 'decimals' | 'baseIsToken0'>,
  state: PoolSource['pool'],
): PoolSource {
  return {
    type: 'Pool',
    venueID: asVenueID(`pool${at}`),
    pool: state,
    decimals,
    baseIsToken0,
    lot: asQty(LOT),
    minQty: asQty(BigInt(draw.one([0, 0, 2])) * LOT),
    maxQty: asQty(BigInt(draw.one([15, 100_000, 100_000])) * LOT),
    gasCost: asNotional(BigInt(draw.whole(0, 60)) * (E36 / 1000n)),
  };
}
