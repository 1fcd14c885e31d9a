// Writes fields into a buffer that grows and stays: no strings on the way, no garbage but the result.

import type { EpochNs } from '../../../spec/ports/index.ts';
import { civilDay, oneByte } from './values.ts';

/** The body of a message, without header and trailer: those are the session's. */
export interface MessageBody {
  readonly msgType: string;
  readonly bytes: Uint8Array;
}

/** Digits of the second's fraction. */
export type TimePrecision = 0 | 3 | 6 | 9;

const soh = 0x01;
const equals = 0x3d;
const minus = 0x2d;
const dot = 0x2e;
const colon = 0x3a;
const zero = 0x30;
const questionMark = 0x3f;
const firstCapacity = 1024;
/** The longest number: 10 digits of a tag, a sign, 40 digits, point and marks. */
const maxNumberField = 80;
const unit = 10n ** 18n;
const billion = 1_000_000_000n;
const nsPerSecond = 1_000_000_000n;

/**
 * One message after another into the same buffer. `begin`, fields in the order of the call, `end`.
 * An empty string writes nothing: FIX has no empty values.
 */
export class MessageWriter {
  #bytes = new Uint8Array(firstCapacity);
  #at = 0;
  #msgType = '';
  /** The day last written, so that its calendar is worked out once. */
  #day = -1;
  readonly #dayDigits = new Uint8Array(8);

  /** Starts a message. What was not ended is gone. */
  begin(msgType: string): this {
    this.#msgType = msgType;
    this.#at = 0;
    return this;
  }

  /** The body, in bytes of its own. */
  end(): MessageBody {
    return { msgType: this.#msgType, bytes: this.#bytes.slice(0, this.#at) };
  }

  /** Characters as bytes. SOH, other controls and what is beyond the first 256 become `?`. */
  string(tag: number, value: string): this {
    if (value === '') return this;
    this.#room(maxNumberField + value.length);
    this.#tag(tag);
    for (let index = 0; index < value.length; index += 1) {
      const code = oneByte(value.charCodeAt(index));
      this.#bytes[this.#at++] = code < 0x20 ? questionMark : code;
    }
    return this.#close();
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
    this.#room(maxNumberField + (value > maxPlain || value < -maxPlain ? value.toString().length : 0));
    this.#tag(tag);
    const magnitude = value < 0n ? -value : value;
    if (value < 0n) this.#bytes[this.#at++] = minus;
    const whole = magnitude / unit;
    const fraction = magnitude - whole * unit;
    if (whole <= Number.MAX_SAFE_INTEGER) this.#digits(Number(whole));
    else for (const digit of whole.toString()) this.#bytes[this.#at++] = digit.charCodeAt(0);
    if (fraction !== 0n) this.#fraction(fraction);
    return this.#close();
  }

  utcTimestamp(tag: number, value: EpochNs, precision: TimePrecision = 3): this {
    this.#room(maxNumberField);
    this.#tag(tag);
    const seconds = Number(value / nsPerSecond);
    const nanos = Number(value % nsPerSecond);
    const day = Math.floor(seconds / 86_400);
    this.#writeDay(day);
    this.#bytes[this.#at++] = minus;
    const ofDay = seconds - day * 86_400;
    this.#padded(Math.floor(ofDay / 3600), 2);
    this.#bytes[this.#at++] = colon;
    this.#padded(Math.floor(ofDay / 60) % 60, 2);
    this.#bytes[this.#at++] = colon;
    this.#padded(ofDay % 60, 2);
    if (precision > 0) {
      this.#bytes[this.#at++] = dot;
      this.#padded(Math.floor(nanos / 10 ** (9 - precision)), precision);
    }
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
    this.#digits(tag);
    this.#bytes[this.#at++] = equals;
  }

  #close(): this {
    this.#bytes[this.#at++] = soh;
    return this;
  }

  #digits(value: number): void {
    let rest = value;
    if (rest < 0) {
      this.#bytes[this.#at++] = minus;
      rest = -rest;
    }
    let length = 1;
    for (let bound = 10; bound <= rest; bound *= 10) length += 1;
    this.#padded(rest, length);
  }

  #padded(value: number, length: number): void {
    let rest = value;
    for (let at = this.#at + length - 1; at >= this.#at; at -= 1) {
      const next = Math.floor(rest / 10);
      this.#bytes[at] = zero + (rest - next * 10);
      rest = next;
    }
    this.#at += length;
  }

  /** In two halves of nine digits, each exact as a float. */
  #fraction(fraction: bigint): void {
    this.#bytes[this.#at++] = dot;
    const high = fraction / billion;
    this.#padded(Number(high), 9);
    this.#padded(Number(fraction - high * billion), 9);
    while (this.#bytes[this.#at - 1] === zero) this.#at -= 1;
  }

  #writeDay(days: number): void {
    if (days !== this.#day) {
      const { year, month, day } = civilDay(days);
      const start = this.#at;
      this.#padded(year, 4);
      this.#padded(month, 2);
      this.#padded(day, 2);
      this.#dayDigits.set(this.#bytes.subarray(start, this.#at));
      this.#day = days;
      return;
    }
    this.#bytes.set(this.#dayDigits, this.#at);
    this.#at += 8;
  }

  #room(length: number): void {
    const needed = this.#at + length;
    if (needed <= this.#bytes.length) return;
    const larger = new Uint8Array(Math.max(needed, this.#bytes.length * 2));
    larger.set(this.#bytes);
    this.#bytes = larger;
  }
}

/** Within this a decimal fits into the room that any number gets. */
const maxPlain = 10n ** 40n;
