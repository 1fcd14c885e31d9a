// The collar: the worst price that an order may reach, so many basis points from the reference price.

import type { Instrument, Side } from '../../spec/terms/index.ts';
import { type Price, asPrice, ceilToTick, floorToTick } from '../../spec/units/index.ts';

const BPS = 10_000n;

/**
 * The reference price moved against the client by `collarBps`, on the tick, never beyond the collar:
 * a buy's rounds down, a sell's up. A sell's is at least one tick.
 */
export function collaredPrice(
  side: Side,
  reference: Price,
  grid: { readonly collarBps: number; readonly tick: Price },
): Price {
  const move = (reference * BigInt(grid.collarBps)) / BPS;
  if (side === 'buy') return floorToTick(asPrice(reference + move), grid.tick);
  const floor = ceilToTick(asPrice(reference - move), grid.tick);
  return floor > 0n ? floor : grid.tick;
}

/** The finest of its venues' ticks: a price on any of their grids is a price of the instrument. */
export function finestTick({ listings }: Instrument): Price | null {
  let finest: Price | null = null;
  for (const { tick } of listings) if (finest === null || tick < finest) finest = tick;
  return finest;
}
