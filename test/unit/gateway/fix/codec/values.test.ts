import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  decimalIn,
  intIn,
  isUtcTimestamp,
  textIn,
  utcTimestampIn,
} from '../../../../../gateway/fix/codec/values.ts';
import { raw } from '../wire-text.ts';

const decimal = (text: string) => decimalIn(raw(text), 0, text.length);
const int = (text: string) => intIn(raw(text), 0, text.length);
const instant = (text: string) => utcTimestampIn(raw(text), 0, text.length);

describe('a decimal is exact or refused, never rounded (I6)', () => {
  test.each([
    ['1.5', 1_500_000_000_000_000_000n],
    ['002000.00', 2_000_000_000_000_000_000_000n],
    ['.5', 500_000_000_000_000_000n],
    ['5.', 5_000_000_000_000_000_000n],
    ['-0', 0n],
    ['-1.000000000000000001', -1_000_000_000_000_000_001n],
    ['0.0000000000000000010000', 1n],
    ['123456789012345678901234567890', 123_456_789_012_345_678_901_234_567_890n * 10n ** 18n],
  ])('%s', (text, units) => expect(decimal(text)).toBe(units));

  test('more than 18 decimals would have to be rounded', () => {
    expect(decimal('1.0000000000000000001')).toBe('TooPrecise');
  });

  test.each([
    '',
    '.',
    '-',
    '-.',
    '1e5',
    '1E5',
    'NaN',
    '0x1',
    '+1',
    '1.2.3',
    '1,5',
    ' 1',
    '１',
    '1-',
  ])('%p is no decimal', (text) => expect(decimal(text)).toBe('Malformed'));

  test('41 digits are more than any amount has', () => {
    expect(decimal('1'.repeat(40))).toBe(BigInt('1'.repeat(40)) * 10n ** 18n);
    expect(decimal('1'.repeat(41))).toBe('Malformed');
  });
});

describe('a whole number', () => {
  test.each([
    ['0', 0],
    ['00012', 12],
    ['-7', -7],
    ['9007199254740991', Number.MAX_SAFE_INTEGER],
  ])('%s', (text, value) => expect(int(text)).toBe(value));

  test.each(['', '-', '+5', '1e3', '0x10', '9007199254740993', '1.0'])('%p is none', (text) =>
    expect(int(text)).toBeNull(),
  );
});

describe('a UTC timestamp', () => {
  // Figures from `date -u -d … +%s`.
  test.each([
    ['19700101-00:00:00', 0n],
    ['20261121-12:00:00', 1_795_262_400_000_000_000n],
    ['20000229-23:59:59.999', 951_868_799_999_000_000n],
    ['20261121-12:00:00.123456', 1_795_262_400_123_456_000n],
    ['20261121-12:00:00.123456789', 1_795_262_400_123_456_789n],
    ['20161231-23:59:60', 1_483_228_800_000_000_000n],
    ['99991231-23:59:59', 253_402_300_799_000_000_000n],
  ])('%s', (text, ns) => expect(instant(text)).toBe(ns));

  test.each([
    '20260229-00:00:00',
    '20261301-00:00:00',
    '20261121-24:00:00',
    '20261121-12:60:00',
    '20261121-12:00:61',
    '20261121-12:00:00.',
    '20261121-12:00:00.1234567890',
    '20261121 12:00:00',
    '20261121-12:00',
    '',
  ])('%p is none', (text) => expect(instant(text)).toBeNull());

  test('the check without a result says what the reader says', () => {
    const digitsAndMarks = fc.stringMatching(
      /^2026[01][0-9][0-3][0-9]-[0-2][0-9]:[0-6][0-9]:[0-6][0-9](\.[0-9]{0,10})?$/,
    );
    fc.assert(
      fc.property(digitsAndMarks, (text) => {
        expect(isUtcTimestamp(raw(text), 0, text.length)).toBe(instant(text) !== null);
      }),
    );
  });
});

test('text keeps every byte', () => {
  const bytes = Uint8Array.from({ length: 256 }, (_, at) => at);
  const text = textIn(bytes, 0, 256);
  expect(Array.from(text, (char) => char.charCodeAt(0))).toEqual([...bytes]);
});
