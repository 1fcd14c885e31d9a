// What the bytes of one value say. Nothing is rounded, nothing guessed: a value is read or refused.

import type { EpochNs } from '../../../spec/ports/index.ts';
import { copyInto } from './sums.ts';

export { textIn } from './text.ts';

/** Why there is no decimal. `TooPrecise`: more than 18 decimals, which would have to be rounded. */
export type DecimalProblem = 'Missing' | 'Malformed' | 'TooPrecise';

/** Digits of a decimal that are read at all; the standard asks for 15. */
const maxDecimalDigits = 40;
const decimals = 18;
/** Digits that a float holds exactly whatever they are: 9,007,199,254,740,992 has 16. */
const exactDigits = 15;
const powersOfTen = Array.from({ length: decimals + 1 }, (_, power) => 10n ** BigInt(power));

const minus = 0x2d;
const dot = 0x2e;
const zero = 0x30;
const nine = 0x39;

/** A whole number within the safe integers, or null. */
export function intIn(bytes: Uint8Array, start: number, end: number): number | null {
  const negative = bytes[start] === minus;
  const first = negative ? start + 1 : start;
  if (first >= end) return null;
  let value = 0;
  for (let at = first; at < end; at += 1) {
    const digit = (bytes[at] ?? 0) - zero;
    if (digit < 0 || digit > 9) return null;
    value = value * 10 + digit;
    if (value > Number.MAX_SAFE_INTEGER) return null;
  }
  return negative ? -value : value;
}

/**
 * The digits of a decimal as one safe integer, the point left out: 1250 of `12.50`, whose decimals
 * `decimalsIn` counts. NaN: no decimal, or beyond 15 digits. Exact, and makes no bigint.
 */
export function unscaledIn(bytes: Uint8Array, start: number, end: number): number {
  const negative = bytes[start] === minus;
  const first = negative ? start + 1 : start;
  let value = 0;
  let digits = end - first;
  let points = 0;
  for (let at = first; at < end; at += 1) {
    const byte = bytes[at] ?? 0;
    if (byte >= zero && byte <= nine) value = value * 10 + byte - zero;
    else if (byte === dot) points += 1;
    else return Number.NaN;
  }
  digits -= points;
  if (points > 1 || digits < 1 || digits > exactDigits) return Number.NaN;
  return negative ? -value : value;
}

/** How many digits of a decimal stand behind its point. */
export function decimalsIn(bytes: Uint8Array, start: number, end: number): number {
  for (let at = end - 1; at >= start; at -= 1) if (bytes[at] === dot) return end - at - 1;
  return 0;
}

/** Digits with at most one point and one leading minus, exact, in units of 10^-18. */
export function decimalIn(
  bytes: Uint8Array,
  start: number,
  end: number,
): bigint | Exclude<DecimalProblem, 'Missing'> {
  const unscaled = unscaledIn(bytes, start, end);
  if (!Number.isNaN(unscaled)) return decimalOf(unscaled, decimalsIn(bytes, start, end));
  const negative = bytes[start] === minus;
  const first = negative ? start + 1 : start;
  let point = -1;
  let last = end;
  for (let at = first; at < end; at += 1) {
    const byte = bytes[at] ?? 0;
    if (byte === dot) {
      if (point >= 0) return 'Malformed';
      point = at;
    } else if (byte < zero || byte > nine) return 'Malformed';
  }
  const digits = end - first - (point < 0 ? 0 : 1);
  if (digits < 1 || digits > maxDecimalDigits) return 'Malformed';
  if (point >= 0) while (bytes[last - 1] === zero) last -= 1; // 1.50 is 1.5: no precision is lost.
  const fraction = point < 0 ? 0 : last - point - 1;
  if (fraction > decimals) return 'TooPrecise';
  const scale = powersOfTen[decimals - fraction] ?? 1n;
  const magnitude = mantissa(bytes, first, last, point) * scale;
  return negative ? -magnitude : magnitude;
}

/** A decimal of so many decimals, at most 18, from its digits as one safe integer. */
export function decimalOf(unscaled: number, scale: number): bigint {
  return BigInt(unscaled) * (powersOfTen[decimals - scale] ?? 1n);
}

/** The digits from start to end, the point left out. Up to 15 in a float: 3 times as fast as bigint. */
function mantissa(bytes: Uint8Array, start: number, end: number, point: number): bigint {
  let whole = 0n;
  let part = 0;
  let partDigits = 0;
  for (let at = start; at < end; at += 1) {
    if (at === point) continue;
    part = part * 10 + (bytes[at] ?? 0) - zero;
    partDigits += 1;
    if (partDigits < exactDigits) continue;
    whole = whole * (powersOfTen[exactDigits] ?? 1n) + BigInt(part);
    part = 0;
    partDigits = 0;
  }
  if (whole === 0n) return BigInt(part);
  return whole * (powersOfTen[partDigits] ?? 1n) + BigInt(part);
}

/** `YYYYMMDD-HH:MM:SS`, then nothing or a point and 1 to 9 digits. Second 60 is the next minute's 0. */
export function utcTimestampIn(bytes: Uint8Array, start: number, end: number): EpochNs | null {
  const millis = epochMsIn(bytes, start, end);
  return Number.isNaN(millis) ? null : utcTimestampOf(millis, bytes, start, end);
}

/** The same of which the milliseconds are known. */
export function utcTimestampOf(
  millis: number,
  bytes: Uint8Array,
  start: number,
  end: number,
): EpochNs {
  const whole = BigInt(millis) * 1_000_000n;
  const rest = end - start <= 21 ? 0 : fractionIn(bytes, start + 17, end) % 1e6;
  return (rest === 0 ? whole : whole + BigInt(rest)) as EpochNs;
}

/** The same in whole milliseconds since 1970, what is below cut off; NaN: no timestamp. Makes no bigint. */
export function epochMsIn(bytes: Uint8Array, start: number, end: number): number {
  const second = secondIn(bytes, start, end);
  return msOf(second, bytes, start + 17, end);
}

/** Milliseconds of a second and the fraction in [start, end): nothing, or a point and 1 to 9 digits. Else NaN. */
export function msOf(second: number, bytes: Uint8Array, start: number, end: number): number {
  if (start === end) return second * 1000;
  const nanos = fractionIn(bytes, start, end);
  return nanos < 0 ? Number.NaN : second * 1000 + Math.floor(nanos / 1e6);
}

/** What `utcTimestampIn` would read. */
export function isUtcTimestamp(bytes: Uint8Array, start: number, end: number): boolean {
  if (Number.isNaN(secondIn(bytes, start, end))) return false;
  return end - start === 17 || fractionIn(bytes, start + 17, end) >= 0;
}

/** `YYYYMMDD-HH:MM:SS`, the last that was read: a stream's times share it, and are read in a third of the time. */
const lastSecond = new Uint8Array(17);
let lastSecondIs = Number.NaN;
/** Sum of the 17 bytes that `secondIn` read last, for CheckSum. */
export let lastSecondSum = 0;

/** Seconds since 1970 of the first 17 bytes; NaN: no date and time. */
export function secondIn(bytes: Uint8Array, start: number, end: number): number {
  if (end - start < 17) return Number.NaN;
  let differs = 17;
  while (differs > 0 && bytes[start + differs - 1] === lastSecond[differs - 1]) differs -= 1;
  if (differs === 0) return lastSecondIs;
  const day = dayIn(bytes, start, start + 8);
  if (day === null || bytes[start + 8] !== minus || !isTime(bytes, start + 9, start + 17))
    return Number.NaN;
  const hour = digitsIn(bytes, start + 9, start + 11);
  const minute = digitsIn(bytes, start + 12, start + 14);
  const second = digitsIn(bytes, start + 15, start + 17);
  lastSecondSum = copyInto(lastSecond, 0, bytes.subarray(start, start + 17), 17);
  lastSecondIs = day * 86_400 + hour * 3600 + minute * 60 + second;
  return lastSecondIs;
}

/** A day of the calendar in the 8 bytes from `start`. */
export function isDay(bytes: Uint8Array, start: number): boolean {
  const year = digitsIn(bytes, start, start + 4);
  const month = digitsIn(bytes, start + 4, start + 6);
  const day = digitsIn(bytes, start + 6, start + 8);
  return year >= 0 && month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
}

/** What `timeIn` would read. */
export function isTime(bytes: Uint8Array, start: number, end: number): boolean {
  if (end - start < 8 || bytes[start + 2] !== colon || bytes[start + 5] !== colon) return false;
  const hour = digitsIn(bytes, start, start + 2);
  const minute = digitsIn(bytes, start + 3, start + 5);
  const second = digitsIn(bytes, start + 6, start + 8);
  if (hour < 0 || hour > 23 || minute < 0 || minute > 59 || second < 0 || second > 60) return false;
  return end - start === 8 || fractionIn(bytes, start + 8, end) >= 0;
}

const colon = 0x3a;

/** Nanoseconds of the last of so many decimals. */
const nanosPerStep = [0, 1e8, 1e7, 1e6, 1e5, 1e4, 1e3, 1e2, 1e1, 1];

function fractionIn(bytes: Uint8Array, start: number, end: number): number {
  if (start === end) return 0;
  const digits = end - start - 1;
  if (bytes[start] !== dot || digits < 1 || digits > 9) return -1;
  const fraction = digitsIn(bytes, start + 1, end);
  return fraction < 0 ? -1 : fraction * (nanosPerStep[digits] ?? 0);
}

/** `YYYYMMDD` as days since 1970, or null where the calendar has no such day. */
export function dayIn(bytes: Uint8Array, start: number, end: number): number | null {
  if (end - start !== 8 || !isDay(bytes, start)) return null;
  const year = digitsIn(bytes, start, start + 4);
  const month = digitsIn(bytes, start + 4, start + 6);
  return daysSinceEpoch(year, month, digitsIn(bytes, start + 6, end));
}

function daysInMonth(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** The proleptic Gregorian calendar counted in eras of 400 years, March first. */
function daysSinceEpoch(year: number, month: number, day: number): number {
  const shifted = month <= 2 ? year - 1 : year;
  const era = Math.floor(shifted / 400);
  const yearOfEra = shifted - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  const dayOfEra =
    yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146_097 + dayOfEra - 719_468;
}

/** The inverse of `dayIn`: year, month and day of a day since 1970. */
export function civilDay(days: number): {
  readonly year: number;
  readonly month: number;
  readonly day: number;
} {
  const shifted = days + 719_468;
  const era = Math.floor(shifted / 146_097);
  const dayOfEra = shifted - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1460) +
      Math.floor(dayOfEra / 36_524) -
      Math.floor(dayOfEra / 146_096)) /
      365,
  );
  const dayOfYear =
    dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const monthFromMarch = Math.floor((5 * dayOfYear + 2) / 153);
  const month = monthFromMarch + (monthFromMarch < 10 ? 3 : -9);
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    day: dayOfYear - Math.floor((153 * monthFromMarch + 2) / 5) + 1,
  };
}

/** `YYYYMM`, `YYYYMMDD` or `YYYYMMwN`. */
export function isMonthYear(bytes: Uint8Array, start: number, end: number): boolean {
  const length = end - start;
  if (length === 8 && bytes[start + 6] !== weekMark) return dayIn(bytes, start, end) !== null;
  if (length !== 6 && length !== 8) return false;
  const month = digitsIn(bytes, start + 4, start + 6);
  if (digitsIn(bytes, start, start + 4) < 0 || month < 1 || month > 12) return false;
  const week = length === 8 ? digitsIn(bytes, start + 7, end) : 1;
  return week >= 1 && week <= 5;
}

const weekMark = 0x77;

/** Digits only; -1 for anything else, and for nothing at all. At most 15 digits are asked for. */
function digitsIn(bytes: Uint8Array, start: number, end: number): number {
  if (start >= end) return -1;
  let value = 0;
  for (let at = start; at < end; at += 1) {
    const digit = (bytes[at] ?? 0) - zero;
    if (digit < 0 || digit > 9) return -1;
    value = value * 10 + digit;
  }
  return value;
}

/** The bytes of a text, one each; a character beyond the first 256 becomes `?`. */
export function bytesOf(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length);
  for (let at = 0; at < text.length; at += 1) bytes[at] = oneByte(text.charCodeAt(at));
  return bytes;
}

export function oneByte(code: number): number {
  return code > 0xff ? questionMark : code;
}

const questionMark = 0x3f;
