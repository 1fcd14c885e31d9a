// JSON from a stranger, read without loss and without trust: whole numbers beyond 2^53 stay exact,
// and each reader gives null where the field is not what it should be.

import type { EpochNs } from '../../spec/ports/index.ts';
import {
  ONE,
  type Price,
  type Qty,
  asPrice,
  asQty,
  epochNs,
  parseDecimal,
} from '../../spec/units/index.ts';

export type Json = null | boolean | number | string | readonly Json[] | JsonObject;
export interface JsonObject {
  readonly [name: string]: Json | undefined;
}

/** Bytes that are not UTF-8 are refused; a byte order mark is kept, and then is no JSON. */
const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
/** Where a number may stand that JSON.parse would round. */
const INEXACT = /[:,[\s-](?:\d{16,}|\d+[.eE])/;
const WHOLE = /^-?\d+(?:\.0+)?$/;
const STRING_OR_NUMBER = /"(?:[^"\\]|\\.)*"|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/g;
const DIGITS = /^-?\d+$/;
const LEADING_ZERO = /^-?0\d/;
const EXPONENT = /^(-?)(\d+)(?:\.(\d+))?[eE]([+-]?\d+)$/;
const LARGEST_EXPONENT = 30;
/** RFC 3339 in UTC, whole seconds and a fraction of up to nine digits. */
const TIMESTAMP = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)(?:\.(\d{1,9}))?Z$/;
/** From here on an instant is read as microseconds: as milliseconds it would be the year 33658. */
const MICROSECONDS_FROM = 1_000_000_000_000_000;

/** Undefined where the bytes are no JSON text. */
export function parseBytes(bytes: Uint8Array): Json | undefined {
  try {
    return parseText(utf8.decode(bytes));
  } catch {
    return undefined; // Not UTF-8: as unreadable as cut JSON, and answered like it.
  }
}

/** Undefined where `text` is no JSON. What a number cannot hold exactly becomes a string of its own digits. */
export function parseText(text: string): Json | undefined {
  try {
    return JSON.parse(INEXACT.test(text) ? quoteInexact(text) : text) as Json;
  } catch {
    return undefined; // The caller says what was unreadable, and what follows from it.
  }
}

function quoteInexact(text: string): string {
  return text.replace(STRING_OR_NUMBER, (token) => {
    const isExact = WHOLE.test(token) && Number.isSafeInteger(Number(token));
    return isExact ? token : quoteNumber(token);
  });
}

/**
 * As `parseBytes`, for a venue that writes prices and quantities as JSON numbers: each number of the
 * text becomes a string of its own digits, so that `priceOf`, `qtyOf` and `wholeIDOf` read it exactly.
 */
export function parseBytesExactly(bytes: Uint8Array): Json | undefined {
  try {
    return parseTextExactly(utf8.decode(bytes));
  } catch {
    return undefined; // Not UTF-8: as unreadable as cut JSON, and answered like it.
  }
}

/** As `parseBytesExactly`, for text. */
export function parseTextExactly(text: string): Json | undefined {
  try {
    return JSON.parse(text.replace(STRING_OR_NUMBER, quoteNumber)) as Json;
  } catch {
    return undefined; // The caller says what was unreadable, and what follows from it.
  }
}

function quoteNumber(token: string): string {
  if (token.startsWith('"')) return token;
  return LEADING_ZERO.test(token) ? token : `"${withoutExponent(token)}"`; // 01 is no JSON.
}

/** `1.5e-7` as `0.00000015`. An exponent that no amount has stays, and is no decimal to any reader. */
function withoutExponent(numeral: string): string {
  const match = EXPONENT.exec(numeral);
  if (match === null) return numeral;
  const [, sign = '', whole = '', fraction = '', exponent = ''] = match;
  const shift = Number(exponent);
  if (Math.abs(shift) > LARGEST_EXPONENT) return numeral;
  const digits = whole + fraction;
  const point = whole.length + shift;
  const padded = digits.padStart(digits.length + Math.max(0, 1 - point), '0');
  const at = Math.max(1, point);
  const all = padded.padEnd(at, '0');
  return at >= all.length ? sign + all : `${sign}${all.slice(0, at)}.${all.slice(at)}`;
}

export function isObject(json: Json | undefined): json is JsonObject {
  return typeof json === 'object' && json !== null && !Array.isArray(json);
}

export function isArray(json: Json | undefined): json is readonly Json[] {
  return Array.isArray(json);
}

export function textOf(json: JsonObject, name: string): string | null {
  const value = json[name];
  return typeof value === 'string' ? value : null;
}

export function numberOf(json: JsonObject, name: string): number | null {
  const value = json[name];
  return typeof value === 'number' && Number.isFinite(value) ? value : null;
}

/** A safe whole number. */
export function integerOf(json: JsonObject, name: string): number | null {
  const value = json[name];
  return typeof value === 'number' && Number.isSafeInteger(value) ? value : null;
}

/** An identifier that the venue writes as a whole number, exactly, as text. */
export function wholeIDOf(json: JsonObject, name: string): string | null {
  const value = json[name];
  if (typeof value === 'number' && Number.isSafeInteger(value)) return String(value);
  return typeof value === 'string' && DIGITS.test(value) ? value : null;
}

/** An instant in milliseconds or microseconds since 1970. */
export function instantOf(json: JsonObject, name: string): EpochNs | null {
  const value = integerOf(json, name);
  if (value === null || value < 0) return null;
  return epochNs(BigInt(value) * (value >= MICROSECONDS_FROM ? 1_000n : 1_000_000n));
}

/** An instant as `2023-09-22T10:33:05.709982Z`. */
export function timestampOf(json: JsonObject, name: string): EpochNs | null {
  const match = TIMESTAMP.exec(textOf(json, name) ?? '');
  if (match === null) return null;
  const ms = Date.parse(`${match[1]}Z`);
  if (!Number.isFinite(ms) || ms < 0) return null;
  return epochNs(BigInt(ms) * 1_000_000n + BigInt((match[2] ?? '').padEnd(9, '0')));
}

/** An instant in seconds since 1970, as a decimal; what is finer than a nanosecond is cut. */
export function secondsOf(json: JsonObject, name: string): EpochNs | null {
  const seconds = decimalOf(json, name);
  return seconds === null || seconds < 0n ? null : epochNs(seconds / 1_000_000_000n);
}

export function priceOf(json: JsonObject, name: string): Price | null {
  const value = decimalOf(json, name);
  return value === null ? null : asPrice(value);
}

export function qtyOf(json: JsonObject, name: string): Qty | null {
  const value = decimalOf(json, name);
  return value === null || value < 0n ? null : asQty(value);
}

/** A decimal with its sign, 18 decimals; a safe whole number is one too. */
export function decimalOf(json: JsonObject, name: string): bigint | null {
  const value = textOf(json, name) ?? integerOf(json, name);
  if (value === null) return null;
  if (typeof value === 'number') return BigInt(value) * ONE;
  const decimal = parseDecimal(value);
  return decimal.type === 'Exact' ? decimal.value : null;
}
