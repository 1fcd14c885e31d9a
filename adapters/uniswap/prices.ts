// Between a pool's integers and our own: prices of one base in quote with 18 decimals, amounts of a token.

import type { Pool } from '../../spec/pools/index.ts';
import { DECIMALS } from '../../spec/units/index.ts';
import { type UniswapPool, baseIsToken0 } from './config.ts';

const Q192 = 2n ** 192n;
const ONE = 10n ** BigInt(DECIMALS);

/** The price in the middle of the pool, rounded down; null where it has none. */
export function poolPrice(pool: UniswapPool, state: Pool): bigint | null {
  const [token1, token0] =
    state.type === 'V2' ? [state.reserve1, state.reserve0] : [state.sqrtPriceX96 ** 2n, Q192];
  const [quote, base] = baseIsToken0(pool) ? [token1, token0] : [token0, token1];
  if (quote === 0n || base === 0n) return null;
  return (
    (quote * ONE * 10n ** BigInt(pool.base.decimals)) / (base * 10n ** BigInt(pool.quote.decimals))
  );
}

/** An amount with 18 decimals in a token's own integers; null where it has more digits than the token. */
export function exactTokenAmount(amount: bigint, decimals: number): bigint | null {
  const unit = unitOf(decimals);
  return amount % unit === 0n ? amount / unit : null;
}

/** Rounded down to the token's own integers. */
export function floorTokenAmount(amount: bigint, decimals: number): bigint {
  return amount / unitOf(decimals);
}

export function ceilTokenAmount(amount: bigint, decimals: number): bigint {
  const unit = unitOf(decimals);
  return (amount + unit - 1n) / unit;
}

/** A token's own integers with 18 decimals. */
export function fromTokenAmount(amount: bigint, decimals: number): bigint {
  return amount * unitOf(decimals);
}

/** 18 decimals are the most that a token may have here. */
function unitOf(decimals: number): bigint {
  if (decimals > DECIMALS) throw new RangeError(`a token of ${decimals} decimals`);
  return 10n ** BigInt(DECIMALS - decimals);
}
