// Decimals of the wire as whole ticks or lots, without bigints: a book reads hundreds of thousands.

import { DECIMALS } from '../../spec/units/index.ts';

/** Not a plain non-negative decimal: a sign, an exponent, NaN, nothing. */
export const MALFORMED = -1;
/** A decimal between two steps, or more steps than 2^53. */
export const OFF_GRID = -2;

/** Text, or a safe whole number, to a whole number of steps, or `MALFORMED`, or `OFF_GRID`. Exact: all in safe integers. */
export type GridReader = (written: unknown) => number;

const ZERO = 48;
const NINE = 57;
const POINT = 46;

/** `step` has 18 decimals and is positive. Throws RangeError where it has no safe form. */
export function gridReader(step: bigint): GridReader {
  if (step <= 0n) throw new RangeError(`a step is positive: ${step}`);
  let decimals = DECIMALS;
  let unit = step;
  while (decimals > 0 && unit % 10n === 0n) {
    unit /= 10n;
    decimals -= 1;
  }
  const stepUnits = Number(unit);
  if (!Number.isSafeInteger(stepUnits)) throw new RangeError(`a step beyond 2^53: ${step}`);
  return (written) => {
    const text = Number.isSafeInteger(written) ? String(written) : written;
    return typeof text === 'string' ? read(text, decimals, stepUnits) : MALFORMED;
  };
}

/** `decimals` digits behind the point count; what follows must be zeros. */
function read(text: string, decimals: number, stepUnits: number): number {
  let units = 0;
  let digits = 0;
  let behind = -1;
  let offGrid = false;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    if (code === POINT) {
      if (behind >= 0) return MALFORMED;
      behind = 0;
      continue;
    }
    if (code < ZERO || code > NINE) return MALFORMED;
    digits += 1;
    if (behind >= decimals) {
      if (code !== ZERO) offGrid = true;
      continue;
    }
    if (behind >= 0) behind += 1;
    if (units > Number.MAX_SAFE_INTEGER)
      offGrid = true; // Ten times a safe integer still compares right.
    else units = units * 10 + (code - ZERO);
  }
  if (digits === 0 || text.length > 60) return MALFORMED;
  for (let missing = decimals - Math.max(behind, 0); missing > 0; missing -= 1) {
    if (units > Number.MAX_SAFE_INTEGER) offGrid = true;
    else units *= 10;
  }
  if (offGrid || units > Number.MAX_SAFE_INTEGER || units % stepUnits !== 0) return OFF_GRID;
  return units / stepUnits;
}
