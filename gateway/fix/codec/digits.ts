// Numbers as decimal digits in a buffer: no strings on the way, and 32-bit arithmetic where the number allows it.

const zero = 0x30;
const dot = 0x2e;
const maxInt32 = 0x7fffffff;
const decimals = 18;
/** Below it units and nine decimals are one exact float. */
const smallBelow = 9_000_000 * 1e18;
/** The float that is divided is off by less than 2^29, its quotient by less than 2: more was below zero. */
const maxRest = 2_600_000_000;
const beyond63Bits = 2n ** 63n;
const bits = new BigUint64Array(1);
const halves = new Uint32Array(bits.buffer);
/** Which half of 64 bits the low one is, on this machine. */
const lowHalf = new Uint8Array(Uint16Array.of(1).buffer)[0] === 1 ? 0 : 1;

/** How many digits a whole number without a sign has. */
export function digitsOf(value: number): number {
  if (value < 10) return 1;
  if (value < 100) return 2;
  if (value < 1_000) return 3;
  if (value < 10_000) return 4;
  let digits = 5;
  for (let bound = 100_000; bound <= value; bound *= 10) digits += 1;
  return digits;
}

/** Writes so many digits of a whole number without a sign, and gives where they end. */
export function writePadded(
  bytes: Uint8Array,
  start: number,
  value: number,
  length: number,
): number {
  let at = start + length - 1;
  let rest = value;
  for (; rest > maxInt32; at -= 1) {
    const next = Math.floor(rest / 10);
    bytes[at] = zero + (rest - next * 10);
    rest = next;
  }
  // From here on 32-bit arithmetic, a third of the time of the floats.
  let small = rest | 0;
  for (; at >= start; at -= 1) {
    const next = (small / 10) | 0;
    bytes[at] = zero + (small - next * 10);
    small = next;
  }
  return start + length;
}

export function writeNumber(bytes: Uint8Array, start: number, value: number): number {
  return writePadded(bytes, start, value, digitsOf(value));
}

/** The same without loops, for tags alone, which are small: with loops a message takes a tenth longer. */
export function writeTag(bytes: Uint8Array, start: number, tag: number): number {
  if (tag >= 1000) return writeNumber(bytes, start, tag);
  if (tag >= 100) return writeThree(bytes, start, tag);
  const tens = (tag / 10) | 0;
  let at = start;
  if (tens > 0) bytes[at++] = zero + tens;
  bytes[at] = zero + tag - tens * 10;
  return at + 1;
}

/** Three digits of a number below 1000. */
export function writeThree(bytes: Uint8Array, at: number, value: number): number {
  const tens = (value / 10) | 0;
  const hundreds = (tens / 10) | 0;
  bytes[at] = zero + hundreds;
  bytes[at + 1] = zero + tens - hundreds * 10;
  bytes[at + 2] = zero + value - tens * 10;
  return at + 3;
}

/**
 * The float nearest to a number of up to 63 bits, made of its halves: V8's own conversion, left to the others, takes
 * four times as long. A time in nanoseconds is one until 2262.
 */
export function nearestFloat(value: bigint): number {
  if (value < 0n || value >= beyond63Bits) return Number(value);
  bits[0] = value;
  return (halves[1 - lowHalf] ?? 0) * 2 ** 32 + (halves[lowHalf] ?? 0);
}

/** What the last `quotientOf` left. */
let remainder = 0;

/**
 * |value| / unit, cut off, where that is an exact float; `nearest` is the float nearest to the value, `unit` a
 * million or a billion. The float says which multiple it is to within two, the low 32 bits say the rest.
 */
export function quotientOf(value: bigint, nearest: number, unit: number): number {
  bits[0] = value;
  const low = halves[lowHalf] ?? 0;
  let quotient = Math.floor(Math.abs(nearest) / unit);
  let rest = ((nearest < 0 ? -low : low) - Math.imul(quotient | 0, unit)) >>> 0;
  if (rest > maxRest) rest -= 2 ** 32;
  for (; rest < 0; rest += unit) quotient -= 1;
  for (; rest >= unit; rest -= unit) quotient += 1;
  remainder = rest;
  return quotient;
}

/** The rest of the last `quotientOf`. */
export function lastRemainder(): number {
  return remainder;
}

/**
 * Writes units of 10^-18 without a sign and without zeros at the end; -1: too large, and nothing written. No
 * bigint is divided, which took 3 times as long.
 */
export function writeSmallDecimal(
  bytes: Uint8Array,
  start: number,
  value: bigint,
  nearest: number,
): number {
  if (nearest >= smallBelow || nearest <= -smallBelow) return -1;
  const nanos = quotientOf(value, nearest, 1e9);
  const rest = remainder;
  const whole = Math.floor(nanos / 1e9) | 0;
  const fraction = (nanos - whole * 1e9) | 0;
  const point = writeNumber(bytes, start, whole);
  if (fraction === 0 && rest === 0) return point;
  bytes[point] = dot;
  let at = writeFraction(bytes, point + 1, fraction, rest === 0);
  if (rest !== 0) at = writeFraction(bytes, at, rest | 0, true);
  while (bytes[at - 1] === zero) at -= 1;
  return at;
}

/** Nine digits, or as many threes of them as are not zeros at the end. */
function writeFraction(
  bytes: Uint8Array,
  start: number,
  fraction: number,
  isLast: boolean,
): number {
  const sixes = (fraction / 1000) | 0;
  const threes = (sixes / 1000) | 0;
  const middle = sixes - threes * 1000;
  const end = fraction - sixes * 1000;
  let at = writeThree(bytes, start, threes);
  if (isLast && middle === 0 && end === 0) return at;
  at = writeThree(bytes, at, middle);
  return isLast && end === 0 ? at : writeThree(bytes, at, end);
}

/** The same of any size, from its digits as text. */
export function writeLargeDecimal(bytes: Uint8Array, start: number, digits: string): number {
  const point = digits.length - decimals;
  let at = start;
  for (let index = 0; index < digits.length; index += 1) {
    if (index === point) bytes[at++] = dot;
    bytes[at++] = digits.charCodeAt(index);
  }
  while (bytes[at - 1] === zero) at -= 1;
  return bytes[at - 1] === dot ? at - 1 : at;
}
