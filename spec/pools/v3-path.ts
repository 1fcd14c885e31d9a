// v3: the way of a swap through a pool. Whole steps cost the same whatever the swap's amount, so they are
// taken once for each state and direction, as far as was asked; a quote then looks its last step up.

import type { V3Pool } from './pools.ts';
import {
  MAX_SQRT_PRICE_X96,
  MAX_TICK,
  MIN_SQRT_PRICE_X96,
  MIN_TICK,
  sqrtPriceAtTick,
} from './tick-math.ts';
import { wholeStretch } from './v3-steps.ts';

/** Bits in a word of the tick bitmap: a step never looks beyond the end of one. */
const WORD = 256;

/** Where the loop stands before a step: what was paid and received so far, fee included. */
export interface Waypoint {
  readonly sqrtPriceX96: bigint;
  readonly tick: number;
  readonly liquidity: bigint;
  readonly amountIn: bigint;
  readonly amountOut: bigint;
  readonly ticksCrossed: number;
}

export class V3Path {
  readonly pool: V3Pool;
  /** True where token0 is paid in: the price falls. */
  readonly isDown: boolean;
  readonly feePips: bigint;
  /** Before step 0, before step 1, and so on. */
  readonly #waypoints: Waypoint[];
  /** Index in the pool's ticks of the next one on the way. */
  #nextTick: number;
  #why: string | null = null;

  constructor(pool: V3Pool, isDown: boolean) {
    this.pool = pool;
    this.isDown = isDown;
    this.feePips = BigInt(pool.feePips);
    const { sqrtPriceX96, tick, liquidity } = pool;
    const start = { sqrtPriceX96, tick, liquidity, amountIn: 0n, amountOut: 0n, ticksCrossed: 0 };
    this.#waypoints = [start];
    this.#nextTick = isDown ? lastAtOrBelow(pool, tick) : lastAtOrBelow(pool, tick) + 1;
  }

  /** The price beyond which the contract never goes; without a limit, one inside the extreme. */
  get farthest(): bigint {
    return this.isDown ? MIN_SQRT_PRICE_X96 + 1n : MAX_SQRT_PRICE_X96 - 1n;
  }

  /** Why the way ends before the extreme of prices: the contract would revert. Null: it does not. */
  get brokenOff(): string | null {
    return this.#why;
  }

  /** The state before the step of that index; null beyond the end of the way. */
  at(index: number): Waypoint | null {
    while (this.#waypoints.length <= index) {
      if (!this.#extend()) return null;
    }
    return this.#waypoints[index] ?? null;
  }

  /** The tick at which a step that begins at `from` ends, and its index in the pool's, where it is initialised. */
  stepEnd(from: Waypoint): { readonly tick: number; readonly index: number | null } {
    const index = lastAtOrBelow(this.pool, from.tick) + (this.isDown ? 0 : 1);
    const { tick, isInitialised } = this.#end(from, index);
    return { tick, index: isInitialised ? index : null };
  }

  #extend(): boolean {
    const from = this.#waypoints.at(-1);
    if (from === undefined || this.#why !== null) return false;
    const { tick, isInitialised } = this.#end(from, this.#nextTick);
    const endX96 = sqrtPriceAtTick(tick);
    const isPast = this.isDown ? endX96 < this.farthest : endX96 > this.farthest;
    if (isPast) return false; // The last step ends at the farthest price: no whole one.
    const { sqrtPriceX96, liquidity } = from;
    const { feePips } = this;
    const whole = wholeStretch({ sqrtPriceX96, targetX96: endX96, liquidity, feePips });
    const after = this.crossed(from, tick, isInitialised ? this.#nextTick : null);
    if (after === null) return false;
    this.#waypoints.push({
      sqrtPriceX96: endX96,
      tick: after.tick,
      liquidity: after.liquidity,
      amountIn: from.amountIn + whole.amountIn + whole.fee,
      amountOut: from.amountOut + whole.amountOut,
      ticksCrossed: after.ticksCrossed,
    });
    if (isInitialised) this.#nextTick += this.isDown ? -1 : 1;
    return true;
  }

  /** `from` with tick and liquidity as they are once the price of `tick` is reached; null where that reverts. */
  crossed(from: Waypoint, tick: number, index: number | null): Waypoint | null {
    const nextTick = this.isDown ? tick - 1 : tick;
    const { sqrtPriceX96, amountIn, amountOut } = from;
    if (index === null) {
      const { liquidity, ticksCrossed } = from;
      return { sqrtPriceX96, tick: nextTick, liquidity, amountIn, amountOut, ticksCrossed };
    }
    const net = this.pool.ticks[index]?.[1] ?? 0n;
    const liquidity = this.isDown ? from.liquidity - net : from.liquidity + net;
    if (liquidity < 0n) {
      this.#why = `liquidity would fall below 0 at tick ${tick}`;
      return null;
    }
    const ticksCrossed = from.ticksCrossed + 1;
    return { sqrtPriceX96, tick: nextTick, liquidity, amountIn, amountOut, ticksCrossed };
  }

  /** The nearer of the next initialised tick (of that index) and the end of the bitmap's word. */
  #end(from: Waypoint, index: number): { readonly tick: number; readonly isInitialised: boolean } {
    const { tickSpacing, ticks } = this.pool;
    const compressed = Math.floor(from.tick / tickSpacing) + (this.isDown ? 0 : 1);
    const wordStart = Math.floor(compressed / WORD) * WORD;
    const wordEnd = (this.isDown ? wordStart : wordStart + WORD - 1) * tickSpacing;
    const next = ticks[index]?.[0];
    const isInitialised = next !== undefined && (this.isDown ? next >= wordEnd : next <= wordEnd);
    const tick = isInitialised ? next : wordEnd;
    return { tick: Math.min(Math.max(tick, MIN_TICK), MAX_TICK), isInitialised };
  }
}

/** Paths of states that are still held by someone, one for each direction. */
const paths = new WeakMap<V3Pool, { up: V3Path | null; down: V3Path | null }>();

/** The path through this state: found again as long as the state is the same object. */
export function pathThrough(pool: V3Pool, tokenIn: 0 | 1): V3Path {
  let both = paths.get(pool);
  if (both === undefined) {
    both = { up: null, down: null };
    paths.set(pool, both);
  }
  if (tokenIn === 0) return (both.down ??= new V3Path(pool, true));
  return (both.up ??= new V3Path(pool, false));
}

/** Index of the highest initialised tick at or below `tick`; -1 where there is none. */
function lastAtOrBelow({ ticks }: V3Pool, tick: number): number {
  let low = 0;
  let high = ticks.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ticks[middle]?.[0] ?? 0) <= tick) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
