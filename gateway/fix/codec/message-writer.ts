// Writes fields into a buffer that grows and stays: no strings on the way, no garbage but the result.

import type { EpochNs } from '../../../spec/ports/index.ts';
import {
  lastRemainder,
  nearestFloat,
  quotientOf,
  writeLargeDecimal,
  writeNumber,
  writePadded,
  writeTag,
  writeThree,
  writeSmallDecimal,
} from './digits.ts';
import { copyInto, sumOf } from './sums.ts';
import { civilDay } from './values.ts';

/**
 * The body of a message, without header and trailer: those are the session's. Its bytes are the
 * writer's own, good until that writer's next `begin`: send it, to as many sessions as it is for,
 * before the next is written. (A copy each would take a quarter of the time of an ExecutionReport.)
 */
export interface MessageBody {
  readonly msgType: string;
  readonly bytes: Uint8Array;
  /** Of the bytes, modulo 256: the body's part of CheckSum. Absent: not summed yet. */
  readonly sum?: number;
}

/** Digits of the second's fraction. */
export type TimePrecision = 0 | 3 | 6 | 9;

const soh = 0x01;
const equals = 0x3d;
const minus = 0x2d;
const dot = 0x2e;
const colon = 0x3a;
const questionMark = 0x3f;
const firstCapacity = 1024;
/** The longest usual number: 10 digits of a tag, a sign, 34 digits, point and marks. */
const maxNumberField = 80;

/**
 * One message after another into the same buffer. `begin`, fields in the order of the call, `end`.
 * An empty string writes nothing: FIX has no empty values.
 */
export class MessageWriter {
  #bytes = new Uint8Array(firstCapacity);
  /** The same memory, four bytes a word. */
  #words = new Uint32Array(this.#bytes.buffer);
  #at = 0;
  #msgType = '';
  /** The second last written, `YYYYMMDD-HH:MM:SS`: most that follow are the same. */
  #second = Number.NaN;
  readonly #secondDigits = new Uint8Array(17);

  /** Starts a message. What was not ended is gone. */
  begin(msgType: string): this {
    this.#msgType = msgType;
    this.#at = 0;
    return this;
  }

  /** What was written since `begin`. */
  end(): MessageBody {
    return {
      msgType: this.#msgType,
      bytes: this.#bytes.subarray(0, this.#at),
      sum: sumOf(this.#words, this.#bytes, this.#at),
    };
  }

  /** Bytes written since `begin`. */
  get length(): number {
    return this.#at;
  }

  /** Copies what was written, and gives the sum of its bytes. */
  copyTo(target: Uint8Array, at: number): number {
    return copyInto(target, at, this.#bytes, this.#at);
  }

  /** Characters as bytes. SOH, other controls and what is beyond the first 256 become `?`. */
  string(tag: number, value: string): this {
    if (value === '') return this;
    this.#room(maxNumberField + value.length);
    this.#tag(tag);
    // Buffer and position in locals: half the time of two private fields a byte.
    const bytes = this.#bytes;
    let at = this.#at;
    for (let index = 0; index < value.length; index += 1) {
      const code = value.charCodeAt(index);
      bytes[at++] = code < 0x20 || code > 0xff ? questionMark : code;
    }
    bytes[at] = soh;
    this.#at = at + 1;
    return this;
  }

  char(tag: number, value: string): this {
    return this.string(tag, value);
  }

  bool(tag: number, value: boolean): this {
    return this.string(tag, value ? 'Y' : 'N');
  }

  /** A safe integer. */
  int(tag: number, value: number): this {
    this.#room(maxNumberField);
    this.#tag(tag);
    this.#digits(value);
    return this.#close();
  }

  /** Units of 10^-18, exact, without zeros at the end. */
  decimal(tag: number, value: bigint): this {
    this.#room(maxNumberField);
    this.#tag(tag);
    const nearest = Number(value);
    if (nearest < 0) this.#bytes[this.#at++] = minus;
    const end = writeSmallDecimal(this.#bytes, this.#at, value, nearest);
    if (end < 0) this.#largeDecimal(value);
    else this.#at = end;
    return this.#close();
  }

  utcTimestamp(tag: number, value: EpochNs, precision: TimePrecision = 3): this {
    this.#room(maxNumberField);
    this.#tag(tag);
    const millis = quotientOf(value, nearestFloat(value), 1e6);
    const rest = lastRemainder();
    const seconds = Math.floor(millis / 1000);
    if (seconds !== this.#second) this.#readSecond(seconds);
    const bytes = this.#bytes;
    const digits = this.#secondDigits;
    let at = this.#at;
    for (let index = 0; index < digits.length; index += 1) bytes[at + index] = digits[index] ?? 0;
    at += digits.length;
    if (precision > 0) {
      bytes[at] = dot;
      at = writeThree(bytes, at + 1, millis - seconds * 1000);
    }
    if (precision > 3)
      at = writePadded(bytes, at, precision === 6 ? Math.floor(rest / 1000) : rest, precision - 3);
    this.#at = at;
    return this.#close();
  }

  /** A data field, its length field before it. Any bytes, SOH too. */
  data(lengthTag: number, dataTag: number, value: Uint8Array): this {
    this.int(lengthTag, value.length);
    this.#room(maxNumberField + value.length);
    this.#tag(dataTag);
    this.#bytes.set(value, this.#at);
    this.#at += value.length;
    return this.#close();
  }

  /** Whole fields as they were received or encoded, their last SOH included. */
  fields(encoded: Uint8Array): this {
    this.#room(encoded.length);
    this.#bytes.set(encoded, this.#at);
    this.#at += encoded.length;
    return this;
  }

  #tag(tag: number): void {
    const bytes = this.#bytes;
    const at = writeTag(bytes, this.#at, tag);
    bytes[at] = equals;
    this.#at = at + 1;
  }

  #close(): this {
    this.#bytes[this.#at++] = soh;
    return this;
  }

  #digits(value: number): void {
    if (value < 0) this.#bytes[this.#at++] = minus;
    this.#at = writeNumber(this.#bytes, this.#at, Math.abs(value));
  }

  #largeDecimal(value: bigint): void {
    const digits = (value < 0n ? -value : value).toString();
    this.#room(maxNumberField + digits.length);
    this.#at = writeLargeDecimal(this.#bytes, this.#at, digits);
  }

  #readSecond(seconds: number): void {
    const days = Math.floor(seconds / 86_400);
    const ofDay = seconds - days * 86_400;
    const { year, month, day } = civilDay(days);
    const digits = this.#secondDigits;
    writePadded(digits, 0, year, 4);
    writePadded(digits, 4, month, 2);
    writePadded(digits, 6, day, 2);
    digits[8] = minus;
    writePadded(digits, 9, Math.floor(ofDay / 3600), 2);
    digits[11] = colon;
    writePadded(digits, 12, Math.floor(ofDay / 60) % 60, 2);
    digits[14] = colon;
    writePadded(digits, 15, ofDay % 60, 2);
    this.#second = seconds;
  }

  #room(length: number): void {
    const needed = this.#at + length;
    if (needed <= this.#bytes.length) return;
    let capacity = this.#bytes.length * 2;
    while (capacity < needed) capacity *= 2;
    const larger = new Uint8Array(capacity);
    larger.set(this.#bytes);
    this.#bytes = larger;
    this.#words = new Uint32Array(larger.buffer);
  }
}
