// Exact amounts (I6): bigints with a fixed number of decimals, one brand for each role.

declare const unit: unique symbol;

/** A price in the quote currency, 18 decimals: 1.5 is 1_500_000_000_000_000_000n. */
export type Price = bigint & { readonly [unit]: 'price' };

/** A quantity in the base currency, 18 decimals, never negative. */
export type Qty = bigint & { readonly [unit]: 'qty' };

/** A quantity with a direction, 18 decimals: a position, positive when long. */
export type SignedQty = bigint & { readonly [unit]: 'signedQty' };

/** Price times quantity, exact: 36 decimals of the quote currency. */
export type Notional = bigint & { readonly [unit]: 'notional' };

/** Decimals of Price and Qty. Notional has twice as many. */
export const DECIMALS = 18;
/** 1.0 as a Price or a Qty. */
export const ONE = 10n ** 18n;

export const ZERO_PRICE = 0n as Price;
export const ZERO_QTY = 0n as Qty;
export const ZERO_NOTIONAL = 0n as Notional;

/** For decoders: `value` is a price with 18 decimals. */
export function asPrice(value: bigint): Price {
  return value as Price;
}

/** For decoders: `value` is a quantity with 18 decimals. Throws when it is negative. */
export function asQty(value: bigint): Qty {
  if (value < 0n) throw new RangeError(`a quantity is never negative: ${value}`);
  return value as Qty;
}

/** For decoders: `value` is an amount of the quote currency with 36 decimals. */
export function asNotional(value: bigint): Notional {
  return value as Notional;
}

/** For decoders: `value` is a position with 18 decimals. */
export function asSignedQty(value: bigint): SignedQty {
  return value as SignedQty;
}

export function notional(price: Price, qty: Qty): Notional {
  return (price * qty) as Notional;
}

export function addQty(a: Qty, b: Qty): Qty {
  return (a + b) as Qty;
}

/** Throws when the result would be negative. */
export function subtractQty(a: Qty, b: Qty): Qty {
  return asQty(a - b);
}

export function minQty(a: Qty, b: Qty): Qty {
  return a < b ? a : b;
}
