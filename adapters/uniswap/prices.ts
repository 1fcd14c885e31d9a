// Between a token's own integers and our own, which have 18 decimals.

import { DECIMALS } from '../../spec/units/index.ts';

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
