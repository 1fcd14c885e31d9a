// Pools and swaps drawn from a seed: the cases that uniswap.md asks for, each often enough to matter.
import type { Pool, SwapRequest, V2Pool, V3Pool } from '../../../../spec/pools/index.ts';
import { rootAt } from '../../../fixtures/pool-contract.ts';
import { type Draw, drawFrom } from '../../../property/router/draw.ts';

export interface DrawnSwap<P extends Pool> {
  readonly pool: P;
  readonly exact: 'in' | 'out';
  readonly request: SwapRequest;
}

/** A number of so many decimal digits at most, most often small: tiny amounts round the most. */
function digits(draw: Draw, most: number): bigint {
  const count = draw.whole(1, most);
  let text = String(draw.whole(1, 9));
  while (text.length < count) text += String(draw.whole(0, 9));
  return BigInt(text);
}

export function v2Swap(seed: number): DrawnSwap<V2Pool> {
  const draw = drawFrom(seed);
  const pool: V2Pool = {
    type: 'V2',
    reserve0: digits(draw, 27),
    reserve1: digits(draw, 27),
    feePips: draw.one([3000, 3000, 2500, 10_000, 0]),
  };
  const tokenIn = draw.one([0, 1] as const);
  return {
    pool,
    exact: draw.one(['in', 'out'] as const),
    request: { tokenIn, amount: digits(draw, 27) },
  };
}

/** Positions over and around the price, some of them far beyond a word of the bitmap. */
export function v3Pool(draw: Draw): V3Pool {
  const [feePips, tickSpacing] = draw.one([
    [100, 1],
    [500, 10],
    [3000, 60],
    [10_000, 200],
  ] as const);
  const tick = draw.whole(-3000, 3000) * draw.one([1, 1, 20]);
  const unit = draw.one([10n ** 12n, 10n ** 18n, 2n ** 97n, 2n ** 110n]);
  const nets = new Map<number, bigint>();
  let liquidity = 0n;
  const around = Math.floor(tick / tickSpacing);
  for (let count = draw.whole(1, 14); count > 0; count -= 1) {
    const reach = draw.one([3, 12, 400]);
    const lower = (around + draw.whole(-reach, reach - 1)) * tickSpacing;
    const upper = lower + draw.whole(1, reach) * tickSpacing;
    const size = (unit * BigInt(draw.whole(1, 1_000_000))) / 100_000n;
    nets.set(lower, (nets.get(lower) ?? 0n) + size);
    nets.set(upper, (nets.get(upper) ?? 0n) - size);
    if (lower <= tick && tick < upper) liquidity += size;
    // One ends where another of its size begins: a tick with net 0.
    if (draw.whole(0, 2) === 0) {
      nets.set(upper, (nets.get(upper) ?? 0n) + size);
      nets.set(upper + tickSpacing, (nets.get(upper + tickSpacing) ?? 0n) - size);
      if (upper <= tick && tick < upper + tickSpacing) liquidity += size;
    }
  }
  const floor = rootAt(tick);
  const part = BigInt(draw.one([0, 0, draw.whole(1, 999_999)]));
  const sqrtPriceX96 = floor + ((rootAt(tick + 1) - floor) * part) / 1_000_000n;
  const ticks = [...nets].toSorted(([a], [b]) => a - b);
  // Where a swap down has ended right at a tick, slot0 stands one below and its range's liquidity is in force.
  const isBelow = part === 0n && nets.has(tick) && draw.one([true, false]);
  if (!isBelow) return { type: 'V3', sqrtPriceX96, tick, liquidity, tickSpacing, feePips, ticks };
  const below = liquidity - (nets.get(tick) ?? 0n);
  return {
    type: 'V3',
    sqrtPriceX96,
    tick: tick - 1,
    liquidity: below,
    tickSpacing,
    feePips,
    ticks,
  };
}

/** One range over all prices and a step as wide: token0 in times the price goes beyond 256 bits. */
function wideSwap(draw: Draw): DrawnSwap<V3Pool> {
  const tick = draw.whole(800_000, 880_000);
  const pool: V3Pool = {
    type: 'V3',
    sqrtPriceX96: rootAt(tick) + 1n,
    tick,
    liquidity: 2n ** 126n + digits(draw, 30),
    tickSpacing: 16_000,
    feePips: 3000,
    ticks: [],
  };
  return { pool, exact: 'in', request: { tokenIn: 0, amount: 2n ** BigInt(draw.whole(102, 118)) } };
}

export function v3Drawn(seed: number): DrawnSwap<V3Pool> {
  const draw = drawFrom(seed);
  if (seed % 40 === 0) return wideSwap(draw);
  const pool = v3Pool(draw);
  const tokenIn = draw.one([0, 1] as const);
  const request = { tokenIn, amount: digits(draw, draw.one([6, 20, 36])) };
  const exact = draw.one(['in', 'out'] as const);
  if (draw.whole(0, 2) > 0) return { pool, exact, request };
  const away = draw.one([draw.whole(1, 300), pool.tickSpacing * draw.whole(1, 9)]);
  const sqrtPriceLimitX96 = rootAt(pool.tick + (tokenIn === 0 ? -away : away));
  return { pool, exact, request: { ...request, sqrtPriceLimitX96 } };
}
