// A pool's price as prices are written here: one whole base in whole quote, with 18 decimals.

import { DECIMALS } from '../units/index.ts';
import type { Pool } from './pools.ts';

/** How a pool's two tokens stand for an instrument's base and quote. */
export interface PoolSides {
  /** Decimals of the two tokens. */
  readonly decimals: { readonly base: number; readonly quote: number };
  readonly baseIsToken0: boolean;
}

const Q192 = 2n ** 192n;
const ONE = 10n ** BigInt(DECIMALS);

/** The price in the middle, its fee left out, rounded down; null where it has none. */
export function middlePrice(pool: Pool, { decimals, baseIsToken0 }: PoolSides): bigint | null {
  const [token1, token0] =
    pool.type === 'V2' ? [pool.reserve1, pool.reserve0] : [pool.sqrtPriceX96 ** 2n, Q192];
  const [quote, base] = baseIsToken0 ? [token1, token0] : [token0, token1];
  if (quote <= 0n || base <= 0n) return null;
  return (quote * ONE * 10n ** BigInt(decimals.base)) / (base * 10n ** BigInt(decimals.quote));
}
