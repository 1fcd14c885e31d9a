import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { EpochNs } from '../../../../../spec/ports/index.ts';
import { MessageWriter } from '../../../../../gateway/fix/codec/message-writer.ts';
import { nearestFloat } from '../../../../../gateway/fix/codec/digits.ts';
import { sumOf } from '../../../../../gateway/fix/codec/sums.ts';
import { textIn } from '../../../../../gateway/fix/codec/text.ts';
import {
  decimalsIn,
  epochMsIn,
  unscaledIn,
  utcTimestampIn,
} from '../../../../../gateway/fix/codec/values.ts';
import { raw, shown } from '../wire-text.ts';

/** By text alone: the digits of 10^-18 units with a point put in. */
function decimalText(units: bigint): string {
  const digits = (units < 0n ? -units : units).toString().padStart(19, '0');
  const fraction = digits.slice(-18).replace(/0+$/, '');
  return `${units < 0n ? '-' : ''}${digits.slice(0, -18)}${fraction === '' ? '' : `.${fraction}`}`;
}

test('a decimal is written exactly, on either side of what a float holds', () => {
  const nearBillions = fc
    .tuple(fc.bigInt({ min: 0n, max: 9_100_000_000_000_000n }), fc.bigInt({ min: -3n, max: 3n }))
    .map(([billions, off]) => billions * 1_000_000_000n + off);
  const units = fc.oneof(nearBillions, fc.bigInt({ min: -(10n ** 26n), max: 10n ** 26n }));
  fc.assert(
    fc.property(units, (value) => {
      const { bytes } = new MessageWriter().begin('D').decimal(44, value).end();
      expect(shown(bytes)).toBe(`44=${decimalText(value)}|`);
    }),
    { numRuns: 1000 },
  );
});

test('a time is written exactly, whatever second was written before', () => {
  const writer = new MessageWriter();
  fc.assert(
    fc.property(fc.bigInt({ min: 0n, max: 253_402_300_799_999_999_999n }), (ns) => {
      const { bytes } = writer
        .begin('D')
        .utcTimestamp(60, ns as EpochNs, 9)
        .end();
      const iso = new Date(Number(ns / 1_000_000n)).toISOString();
      const rest = (ns % 1_000_000_000n).toString().padStart(9, '0');
      expect(shown(bytes)).toBe(
        `60=${iso.slice(0, 10).replaceAll('-', '')}-${iso.slice(11, 19)}.${rest}|`,
      );
    }),
    { numRuns: 500 },
  );
});

test('a time is read as it is, whatever time was read before', () => {
  const times = fc.bigInt({ min: 0n, max: 253_402_300_799_999_999_999n });
  const writer = new MessageWriter();
  fc.assert(
    fc.property(fc.array(fc.tuple(times, fc.boolean()), { maxLength: 4 }), (all) => {
      for (const [ns, twice] of all) {
        const { bytes } = writer
          .begin('D')
          .utcTimestamp(60, ns as EpochNs, 9)
          .end();
        for (let turn = twice ? 2 : 1; turn > 0; turn -= 1) {
          expect(utcTimestampIn(bytes, 3, bytes.length - 1)).toBe(ns);
          expect(epochMsIn(bytes, 3, bytes.length - 1)).toBe(Number(ns / 1_000_000n));
        }
      }
    }),
  );
});

test.each([
  ['12.50', 1250, 2],
  ['-0.001', -1, 3],
  ['7', 7, 0],
  ['.5', 5, 1],
  ['5.', 5, 0],
  ['999999999999999', 999_999_999_999_999, 0],
  ['9999999999999999', Number.NaN, 0], // 16 digits: not all of them are exact.
  ['1.2.3', Number.NaN, 1],
  ['', Number.NaN, 0],
  ['-', Number.NaN, 0],
  ['+1', Number.NaN, 0],
])('the decimal %j has the digits %d, %d of them decimals', (text, digits, scale) => {
  expect(unscaledIn(raw(text), 0, text.length)).toBe(digits);
  expect(decimalsIn(raw(text), 0, text.length)).toBe(scale);
});

test('the sum of bytes, modulo 256, however many and however large', () => {
  fc.assert(
    fc.property(fc.nat(3000), fc.integer({ min: 0, max: 255 }), (length, byte) => {
      const bytes = new Uint8Array(4096).fill(byte);
      expect(sumOf(new Uint32Array(bytes.buffer), bytes, length)).toBe((length * byte) % 256);
    }),
  );
});

test('a text is what its bytes say, whatever text was there before', () => {
  const texts = fc.string({
    unit: fc.integer({ min: 0, max: 255 }).map((code) => String.fromCharCode(code)),
    maxLength: 140,
  });
  const alike = fc.constantFrom('AB-CD', 'AB_CD', 'ABxCD', 'AB-CE', 'A', '');
  fc.assert(
    fc.property(fc.array(fc.oneof(texts, alike), { maxLength: 8 }), (all) => {
      for (const text of all) {
        const bytes = Uint8Array.from(`>${text}<`, (char) => char.charCodeAt(0));
        expect(textIn(bytes, 1, bytes.length - 1)).toBe(text);
      }
    }),
  );
});

// What the language itself says of the same number.
test('the nearest float is that of the language, at every size and on both sides of 63 bits', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.bigInt({ min: -(2n ** 70n), max: 2n ** 70n }),
        fc.bigInt({ min: 0n, max: 2n ** 63n }),
        fc.constantFrom(0n, 2n ** 32n, 2n ** 53n + 1n, 2n ** 63n - 1n, 2n ** 63n, 2n ** 64n, -1n),
      ),
      (value) => {
        expect(nearestFloat(value)).toBe(Number(value));
      },
    ),
  );
});
