// A state that no contract can be in: quoting it would give figures that mean nothing.

import { type Pool, type V3Pool, PIPS } from './pools.ts';
import {
  MAX_SQRT_PRICE_X96,
  MAX_TICK,
  MIN_SQRT_PRICE_X96,
  MIN_TICK,
  sqrtPriceAtTick,
  tickAtSqrtPrice,
} from './tick-math.ts';

/** v2 keeps its reserves in 112 bits. */
const MAX_RESERVE = 2n ** 112n;

/** States that were looked at: each is immutable, and asked about in every decision on it. */
const known = new WeakMap<Pool, { readonly fault: string | null }>();

/** What is wrong with the state; null: nothing. */
export function poolFault(pool: Pool): string | null {
  const before = known.get(pool);
  if (before !== undefined) return before.fault;
  const fault = faultOf(pool);
  known.set(pool, { fault });
  return fault;
}

function faultOf(pool: Pool): string | null {
  const { feePips } = pool;
  if (!Number.isSafeInteger(feePips) || feePips < 0 || feePips >= PIPS) {
    return `its fee of ${feePips} pips is not from 0 to ${PIPS - 1}`;
  }
  if (pool.type === 'V3') return v3Fault(pool);
  const { reserve0, reserve1 } = pool;
  if (reserve0 <= 0n || reserve1 <= 0n) return 'a reserve of it is empty';
  return reserve0 >= MAX_RESERVE || reserve1 >= MAX_RESERVE ? 'a reserve is beyond 2^112' : null;
}

function v3Fault(pool: V3Pool): string | null {
  const { sqrtPriceX96, tick, liquidity, tickSpacing } = pool;
  if (sqrtPriceX96 < MIN_SQRT_PRICE_X96 || sqrtPriceX96 >= MAX_SQRT_PRICE_X96) {
    return `its sqrtPriceX96 ${sqrtPriceX96} is out of range`;
  }
  if (!Number.isSafeInteger(tickSpacing) || tickSpacing < 1 || tickSpacing > MAX_TICK) {
    return `its tick spacing ${tickSpacing} is none`;
  }
  if (liquidity < 0n) return 'its liquidity is below 0';
  const own = tickAtSqrtPrice(sqrtPriceX96);
  // On its way down a price that stops right at a tick leaves slot0 one below.
  const isBelow = tick === own - 1 && sqrtPriceAtTick(own) === sqrtPriceX96;
  if (tick !== own && !isBelow) return `its tick is ${tick}, its price that of tick ${own}`;
  return tickFault(pool);
}

function tickFault({ ticks, tick: current, tickSpacing, liquidity }: V3Pool): string | null {
  let before = MIN_TICK - 1;
  let above = liquidity;
  for (const [tick, net] of ticks) {
    if (!Number.isSafeInteger(tick) || tick < MIN_TICK || tick > MAX_TICK) {
      return `its tick ${tick} is out of range`;
    }
    if (tick % tickSpacing !== 0) return `its tick ${tick} is no multiple of ${tickSpacing}`;
    if (tick <= before) return `its tick ${tick} stands behind ${before}`;
    before = tick;
    if (tick > current) above += net;
    if (above < 0n) return `its liquidity falls below 0 at tick ${tick}`;
  }
  // Going down, each net is taken off again: from the current range to below the lowest tick.
  let left = liquidity;
  for (let at = ticks.length - 1; at >= 0; at -= 1) {
    const [tick, net] = ticks[at] ?? [0, 0n];
    if (tick > current) continue;
    left -= net;
    if (left < 0n) return `its liquidity falls below 0 under tick ${tick}`;
  }
  return null;
}
