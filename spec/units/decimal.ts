// Decimals as text, exactly: what cannot be held in 18 decimals is refused, never rounded.

import { DECIMALS } from './amounts.ts';

/** What `parseDecimal` found: the value with 18 decimals, or why there is none. */
export type Decimal =
  | { readonly type: 'Exact'; readonly value: bigint }
  | { readonly type: 'TooPrecise' }
  | { readonly type: 'Malformed' };

/** Longest text that is looked at: 40 digits before and 18 after the point, sign and point. */
const LONGEST = 60;
const FORM = /^(-?)(\d+)(?:\.(\d*))?$|^(-?)\.(\d+)$/;

/**
 * Reads a plain decimal such as `-12.50`. No exponent, no plus sign, no spaces, ASCII digits only
 * (FIX 4.4 Vol 1, float data type). Zeros beyond the 18th decimal are no precision and are dropped.
 */
export function parseDecimal(text: string): Decimal {
  if (text.length > LONGEST) return { type: 'Malformed' };
  const match = FORM.exec(text);
  if (match === null) return { type: 'Malformed' };
  const negative = (match[1] ?? match[4]) === '-';
  const whole = match[2] ?? '0';
  const fraction = (match[3] ?? match[5] ?? '').replace(/0+$/, '');
  if (fraction.length > DECIMALS) return { type: 'TooPrecise' };
  const value = BigInt(whole + fraction.padEnd(DECIMALS, '0'));
  return { type: 'Exact', value: negative ? -value : value };
}

/** A Price or Qty as the shortest plain decimal: no trailing zeros, no exponent. */
export function formatDecimal(value: bigint): string {
  return format(value, DECIMALS);
}

/** A Notional as the shortest plain decimal. */
export function formatNotional(value: bigint): string {
  return format(value, 2 * DECIMALS);
}

function format(value: bigint, decimals: number): string {
  const negative = value < 0n;
  const digits = (negative ? -value : value).toString().padStart(decimals + 1, '0');
  const whole = digits.slice(0, -decimals);
  const fraction = digits.slice(-decimals).replace(/0+$/, '');
  return `${negative ? '-' : ''}${whole}${fraction === '' ? '' : `.${fraction}`}`;
}
