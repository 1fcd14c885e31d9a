// Fees as a part of an amount.

declare const rate: unique symbol;

/** A part of an amount, 18 decimals: 0.001, ten basis points, is 1_000_000_000_000_000n. Negative is a rebate. */
export type Rate = bigint & { readonly [rate]: 'rate' };

export const ZERO_RATE = 0n as Rate;

/** For decoders: `value` is a part of 1 with 18 decimals. */
export function asRate(value: bigint): Rate {
  return value as Rate;
}
