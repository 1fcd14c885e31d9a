// One source of liquidity as the splitter sees it. A cost is paid when positive, so that buying and selling are
// one problem: the proceeds of a sell are negative costs.

import type { Source } from '../plan.ts';

/**
 * Cost as a function of quantity, convex but for the fixed part and, exactly, for ticks that cost gas. Floats are for the search: quantities in whole
 * base units, costs in whole quote units. bigints are exact: Qty with 18 decimals, Notional with 36.
 */
export interface Curve {
  readonly source: Source;
  readonly lot: bigint;
  /** Least and most that may be taken, if anything is; on the lot. */
  readonly least: bigint;
  readonly most: bigint;
  /** The same as floats; `from` is 0 where the least is one lot, and so no minimum of its own. */
  readonly from: number;
  readonly upTo: number;
  /** Paid once if anything is taken. */
  readonly fixed: number;
  /** Without the fixed part. */
  cost(qty: number): number;
  /** Of the next unit after `qty`. Never falls as `qty` grows. */
  marginal(qty: number): number;
  /** How much is to be had at marginal costs up to `rate`. */
  takes(rate: number): number;
  /** With the fixed part and the gas of crossed ticks, rounded against the client. `qty` above 0, at most `most`. */
  exactCost(qty: bigint): bigint;
  /** Whether the venue takes exactly `qty`: on its lot, within its bounds. */
  allows(qty: bigint): boolean;
  /** What of the exact cost is gas, shared gas left out, and how many ticks it pays for; null: no gas is paid here. */
  gasAt(qty: bigint): { readonly cost: bigint; readonly ticksCrossed: number } | null;
  /** The same source, stopped before it crosses more than so many ticks; null: nothing of it is before that. */
  crossing(ticks: number): Curve | null;
  /** Where the venue's price is after `qty`: its worst price, and the marginal one with its fee. Positive. */
  exactPrices(qty: bigint): { readonly worst: bigint; readonly marginal: bigint };
}

/** 1.0 as a Qty, a Price or a Rate. */
export const UNIT = 10n ** 18n;
/** 1.0 as a Notional. */
export const UNIT_NOTIONAL = 10n ** 36n;

export function qtyToFloat(qty: bigint): number {
  return Number(qty) / 1e18;
}

export function notionalToFloat(notional: bigint): number {
  return Number(notional) / 1e36;
}

/** Rounded down to 18 decimals; for a search's result, which is put on the lot and quoted again. */
export function floatToQty(qty: number): bigint {
  return BigInt(Math.floor(qty * 1e18));
}

export function floorTo(value: bigint, step: bigint): bigint {
  return value - (value % step);
}

export function ceilTo(value: bigint, step: bigint): bigint {
  return floorTo(value + step - 1n, step);
}

/** Towards plus infinity, whatever the signs; the divisor is positive. */
export function ceilDiv(numerator: bigint, divisor: bigint): bigint {
  const quotient = numerator / divisor;
  return numerator > quotient * divisor ? quotient + 1n : quotient;
}

/** Towards minus infinity. */
export function floorDiv(numerator: bigint, divisor: bigint): bigint {
  return -ceilDiv(-numerator, divisor);
}

/** The greatest whole number whose square is not above `value`. */
export function squareRoot(value: bigint): bigint {
  if (value < 2n) return value;
  let root = 1n << (BigInt(value.toString(2).length + 1) >> 1n);
  for (;;) {
    const next = (root + value / root) >> 1n;
    if (next >= root) return root;
    root = next;
  }
}
