// One pass over the bytes of a message: its fields, their sum, and what each value is by its dictionary.

import { type Dictionary, Form } from '../../../spec/dictionaries/index.ts';
import { intIn, isDay, isTime, lastSecondSum, msOf, secondIn, unscaledIn } from './values.ts';

/** Why bytes are no message. A garbled message is ignored, and its number stays unused. */
export type GarbledCause =
  | 'BeginString'
  | 'BodyLength'
  | 'MsgType'
  | 'CheckSum'
  | 'FieldWithoutTag'
  | 'DataLength'
  | 'TooManyFields';

/** A tag that is a number but no tag: 0, negative, with leading zeros, empty, or beyond 2^31. */
export const malformedTag = -1;

/**
 * What a value was seen to be while it was passed over. `Doubtful`: empty, of another form than its tag's, unusual,
 * or of a tag that the dictionary does not have. From `Number` on: digits with at most one point and no sign, so many
 * behind the point; `Time`: a UTC timestamp. Of both the number is in `numbers`, the digits as one or milliseconds.
 */
export const Mark = { Doubtful: 0, Right: 1, Time: 2, Number: 3 } as const;

/** Of each field so many numbers stand side by side: its tag, where its value begins and ends, its mark. */
export const FIELD_INTS = 4;

// An import is looked up anew at each use, and a property of one again: with these the pass takes two thirds of the time.
const { Unknown, Text, Char, Int, Decimal, UtcTimestamp, UtcTime, Data, Multiple } = Form;
const { Boolean: YesOrNo, Date: Day } = Form;
const { Doubtful, Right, Time, Number: PlainNumber } = Mark;
const stride = FIELD_INTS;
const noTag = malformedTag;

/** More fields than this no message has. 16 fields a KiB fill the default bound on a message. */
const maxFields = 16_384;
const firstCapacity = 64;
/** `10=ddd` and SOH. */
const checkSumLength = 7;
/** Tags are read as 32-bit numbers. */
const maxTag = 0x7fffffff;
/** So many digits are never more than 32 bits. */
const digitsOf32Bits = 9;
/** So many digits a float holds exactly. */
const exactDigits = 15;
/** Decimals of the desk's units: with fewer digits nothing has to be rounded. */
const decimalsOfUnits = 18;
const noPoint = -1;
/** `YYYYMMDD-HH:MM:SS`. */
const secondLength = 17;

const soh = 0x01;
const minus = 0x2d;
const dot = 0x2e;
const zero = 0x30;
const nine = 0x39;
const equals = 0x3d;
const yes = 0x59;
const no = 0x4e;

/** Used again for each message: what lies beyond `count` is an older one's. */
export class FieldIndex {
  count = 0;
  fields = new Int32Array(firstCapacity * stride);
  numbers = new Float64Array(firstCapacity);

  /** Indexes bytes[start, end). Null: they are a sequence of fields, and CheckSum is right. Else there is none. */
  read(
    bytes: Uint8Array,
    start: number,
    end: number,
    dictionary: Dictionary,
    checkDataLengths: boolean,
  ): GarbledCause | null {
    const { forms, dataOfLength } = dictionary;
    const checkSumStart = end - checkSumLength;
    let { fields, numbers } = this;
    let count = 0;
    let sum = 0; // Kept to 32 bits by `| 0`, which spares a check each time.
    let dataTag = 0;
    let dataLength = 0;
    let at = start;
    this.count = 0;
    // This SOH ends the last field before CheckSum: no loop below runs past it.
    if (checkSumStart <= at || bytes[checkSumStart - 1] !== soh) return 'CheckSum';
    while (at < end) {
      if (at === checkSumStart) {
        if (checkSumIn(bytes, at) !== (sum & 0xff)) return 'CheckSum';
        if (bytes[end - 1] !== soh) return 'FieldWithoutTag';
      }
      const first = bytes[at] ?? 0;
      let byte = first;
      let tag = 0;
      if (byte === minus) {
        sum += byte;
        byte = bytes[++at] ?? 0;
      }
      while (byte >= zero && byte <= nine) {
        tag = tag * 10 + byte - zero;
        sum = (sum + byte) | 0;
        byte = bytes[++at] ?? 0;
      }
      if (byte !== equals) return 'FieldWithoutTag';
      sum += equals + soh; // Of the value's end too.
      if (first <= zero || tag === 0 || tag > maxTag) tag = noTag;
      at += 1;
      if (count === numbers.length) {
        if (!this.#grow()) return 'TooManyFields';
        ({ fields, numbers } = this);
      }
      const valueStart = at;
      const form = tag > 0 && tag < forms.length ? (forms[tag] ?? 0) : Unknown;
      let mark: number = Doubtful;
      if (form >= Int && form <= Decimal) {
        let number = 0;
        let point = 0;
        for (; ; at += 1) {
          byte = bytes[at] ?? 0;
          if (byte >= zero && byte <= nine) number = (Math.imul(number, 10) + byte - zero) | 0;
          else if (byte === dot && point === 0) point = at + 1;
          else break;
          sum = (sum + byte) | 0;
        }
        if (byte === soh) {
          const decimals = point === 0 ? noPoint : at - point;
          const digits = at - valueStart - (point === 0 ? 0 : 1);
          mark = markOfNumber(form, digits, decimals);
          numbers[count] = digits <= digitsOf32Bits ? number : unscaledIn(bytes, valueStart, at);
        } else for (; bytes[at] !== soh; at += 1) sum += bytes[at] ?? 0;
      } else if (form === UtcTimestamp) {
        const second = secondIn(bytes, at, checkSumStart);
        if (!Number.isNaN(second)) {
          at += secondLength;
          sum += lastSecondSum;
        }
        for (; bytes[at] !== soh; at += 1) sum += bytes[at] ?? 0;
        const ms = msOf(second, bytes, valueStart + secondLength, at);
        if (!Number.isNaN(ms)) mark = Time;
        numbers[count] = ms;
      } else {
        if (form === Data && checkDataLengths && tag !== dataTag) return 'DataLength';
        if (dataTag !== 0 && tag === dataTag) {
          const dataEnd = at + dataLength;
          if (dataEnd < checkSumStart && bytes[dataEnd] === soh) {
            for (; at < dataEnd; at += 1) sum += bytes[at] ?? 0;
          } else if (checkDataLengths) return 'DataLength';
        }
        // Four bytes a turn: a tenth of the time of an ExecutionReport.
        for (; ; at += 1) {
          byte = bytes[at] ?? 0;
          if (byte === soh) break;
          sum = (sum + byte) | 0;
          byte = bytes[++at] ?? 0;
          if (byte === soh) break;
          sum = (sum + byte) | 0;
          byte = bytes[++at] ?? 0;
          if (byte === soh) break;
          sum = (sum + byte) | 0;
          byte = bytes[++at] ?? 0;
          if (byte === soh) break;
          sum = (sum + byte) | 0;
        }
        if (form === Text ? at > valueStart : isRight(bytes, valueStart, at, form)) mark = Right;
      }
      const field = count * stride;
      fields[field] = tag;
      fields[field + 1] = valueStart;
      fields[field + 2] = at;
      fields[field + 3] = mark;
      count += 1;

      dataTag = tag > 0 && tag < dataOfLength.length ? (dataOfLength[tag] ?? 0) : 0;
      if (dataTag !== 0) {
        const length = intIn(bytes, valueStart, at);
        if (length !== null && length >= 0) dataLength = length;
        else if (checkDataLengths) return 'DataLength';
        else dataTag = 0;
      }
      at += 1;
    }
    this.count = count;
    return null;
  }

  #grow(): boolean {
    const capacity = this.numbers.length * 4;
    if (capacity > maxFields) return false;
    const fields = new Int32Array(capacity * stride);
    const numbers = new Float64Array(capacity);
    fields.set(this.fields);
    numbers.set(this.numbers);
    this.fields = fields;
    this.numbers = numbers;
    return true;
  }
}

/** Of a value that is digits and at most one point. */
function markOfNumber(form: number, digits: number, decimals: number): number {
  if (digits === 0) return Doubtful;
  if (decimals !== noPoint && (form !== Decimal || decimals === 0 || decimals === digits))
    return Doubtful;
  if (digits <= exactDigits) return PlainNumber + (decimals === noPoint ? 0 : decimals);
  return form === Decimal && digits < decimalsOfUnits ? Right : Doubtful;
}

/** Of a value that is no number and no timestamp. */
function isRight(bytes: Uint8Array, start: number, end: number, form: number): boolean {
  if (form === Char) return end === start + 1;
  switch (form) {
    case Data:
    case Multiple:
      return end > start;
    case YesOrNo:
      return end === start + 1 && (bytes[start] === yes || bytes[start] === no);
    case UtcTime:
      return isTime(bytes, start, end);
    case Day:
      return end - start === 8 && isDay(bytes, start);
    default: // Of no known form, or a MonthYear, which is seldom.
      return false;
  }
}

/** The three digits after `10=`, or -1. */
function checkSumIn(bytes: Uint8Array, at: number): number {
  if (bytes[at] !== zero + 1 || bytes[at + 1] !== zero || bytes[at + 2] !== equals) return -1;
  let value = 0;
  for (let digit = at + 3; digit < at + 6; digit += 1) {
    const figure = (bytes[digit] ?? 0) - zero;
    if (figure < 0 || figure > 9) return -1;
    value = value * 10 + figure;
  }
  return value;
}
