// Exact money (I6): what is held, what is refused, and which way each conversion rounds.
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  asLots,
  asNotional,
  asPrice,
  asQty,
  asTicks,
  averagePrice,
  ceilToTick,
  epochMs,
  epochNs,
  floorToLot,
  floorToTick,
  formatDecimal,
  formatNotional,
  isoTime,
  isOnLot,
  isOnTick,
  lotsOf,
  minQty,
  nextUtcMidnight,
  notional,
  ONE,
  parseDecimal,
  priceOfTicks,
  qtyOfLots,
  subtractQty,
  ticksOf,
  tradeDate,
} from '../../../../spec/units/index.ts';

const exact = (value: bigint) => ({ type: 'Exact', value });
const anyPrice = () => fc.bigInt({ min: -(10n ** 30n), max: 10n ** 30n }).map(asPrice);
const anyQty = () => fc.bigInt({ min: 0n, max: 10n ** 30n }).map(asQty);
const anyTick = () => fc.bigInt({ min: 1n, max: 10n ** 20n });

describe('parseDecimal', () => {
  test.each([
    ['0', 0n],
    ['1', ONE],
    ['-1', -ONE],
    ['1.5', 1_500_000_000_000_000_000n],
    ['-12.50', -12_500_000_000_000_000_000n],
    ['.5', 500_000_000_000_000_000n],
    ['-.5', -500_000_000_000_000_000n],
    ['5.', 5n * ONE],
    ['00023.23', 23_230_000_000_000_000_000n],
    ['23.0000', 23n * ONE],
    ['-0', 0n],
    ['0.000000000000000001', 1n],
    ['1.0000000000000000010', ONE + 1n],
    ['9007199254740993', 9_007_199_254_740_993n * ONE],
  ])('reads %s exactly', (text, value) => {
    expect(parseDecimal(text)).toEqual(exact(value));
  });

  test.each(['0.0000000000000000001', '1.1234567890123456789'])(
    'refuses %s, which has more than 18 decimals, and never rounds it',
    (text) => expect(parseDecimal(text)).toEqual({ type: 'TooPrecise' }),
  );

  test.each(['', '.', '-', '-.', '+1', '1e5', '1E5', ' 1', '1 ', '1,5', '1.2.3', '0x10', 'NaN'])(
    'calls %p malformed',
    (text) => expect(parseDecimal(text)).toEqual({ type: 'Malformed' }),
  );

  test.each(['--1', '1-', '١', '１', 'Infinity', '1\n', '\n1', '1\u0000'])(
    'calls %p malformed',
    (text) => expect(parseDecimal(text)).toEqual({ type: 'Malformed' }),
  );

  test('looks at 60 characters and no more', () => {
    expect(parseDecimal('9'.repeat(60)).type).toBe('Exact');
    expect(parseDecimal('9'.repeat(61)).type).toBe('Malformed');
  });

  test('reads back what formatDecimal wrote', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: -(10n ** 50n), max: 10n ** 50n }), (value) => {
        expect(parseDecimal(formatDecimal(value))).toEqual(exact(value));
      }),
    );
  });
});

describe('formatDecimal', () => {
  test.each([
    [0n, '0'],
    [ONE, '1'],
    [-ONE / 2n, '-0.5'],
    [1n, '0.000000000000000001'],
    [120n * ONE + 50_000_000_000_000_000n, '120.05'],
  ])('writes %s as the shortest plain decimal %s', (value, text) => {
    expect(formatDecimal(value)).toBe(text);
  });

  test('a notional has 36 decimals', () => {
    expect(formatNotional(notional(asPrice(3n * ONE), asQty(ONE / 2n)))).toBe('1.5');
    expect(formatNotional(1n)).toBe(`0.${'0'.repeat(35)}1`);
  });
});

describe('averagePrice', () => {
  const average = (...fills: readonly (readonly [px: bigint, qty: bigint])[]) =>
    averagePrice(
      asNotional(fills.reduce((sum, [px, qty]) => sum + px * qty, 0n)),
      asQty(fills.reduce((sum, [, qty]) => sum + qty, 0n)),
    );

  test('is zero while nothing is executed', () => {
    expect(averagePrice(asNotional(0n), asQty(0n))).toBe(0n);
  });

  test('2 at 100 and 1 at 103 is 101', () => {
    expect(average([100n * ONE, 2n * ONE], [103n * ONE, ONE])).toBe(101n * ONE);
  });

  test('2 at 100 and 1 at 101 is a third above 100, rounded down', () => {
    expect(average([100n * ONE, 2n * ONE], [101n * ONE, ONE])).toBe(
      100_333_333_333_333_333_333n, // 301 / 3, the rest is one third
    );
  });

  test('1 at 100 and 2 at 101 is two thirds above 100, rounded up', () => {
    expect(average([100n * ONE, ONE], [101n * ONE, 2n * ONE])).toBe(100_666_666_666_666_666_667n);
  });

  test.each([
    [10n, 11n, 10n], // 10.5 units: the even neighbour is below
    [11n, 12n, 12n], // 11.5 units: the even neighbour is above
    [12n, 13n, 12n],
    [13n, 14n, 14n],
  ])('half way between %s and %s of the last decimal goes to the even one', (low, high, even) => {
    expect(average([low, ONE], [high, ONE])).toBe(even);
  });

  test('is never further than half a unit of the 18th decimal, and even where it is half', () => {
    const fills = fc.array(fc.tuple(fc.bigInt({ min: 1n, max: 10n ** 24n }), anyQty()), {
      minLength: 1,
      maxLength: 8,
    });
    fc.assert(
      fc.property(fills, (some) => {
        const sum = some.reduce((total, [px, qty]) => total + px * qty, 0n);
        const cum = some.reduce((total, [, qty]) => total + qty, 0n);
        fc.pre(cum > 0n);
        const found = averagePrice(asNotional(sum), asQty(cum));
        const off = 2n * (found * cum - sum);
        expect(off <= cum && -off <= cum).toBe(true);
        if (off === cum || -off === cum) expect(found % 2n).toBe(0n);
      }),
    );
  });
});

describe('the grid', () => {
  test('floorToTick is the highest tick at or below, ceilToTick the lowest at or above', () => {
    fc.assert(
      fc.property(anyPrice(), anyTick(), (value, size) => {
        const tick = asPrice(size);
        const floor = floorToTick(value, tick);
        const ceil = ceilToTick(value, tick);
        expect(isOnTick(floor, tick) && isOnTick(ceil, tick)).toBe(true);
        expect(floor <= value && value < floor + tick).toBe(true);
        expect(ceil >= value && value > ceil - tick).toBe(true);
      }),
    );
  });

  test('floorToLot never rounds up, and by less than a lot', () => {
    fc.assert(
      fc.property(anyQty(), anyTick(), (value, size) => {
        const lot = asQty(size);
        const floor = floorToLot(value, lot);
        expect(isOnLot(floor, lot)).toBe(true);
        expect(floor <= value && value - floor < lot).toBe(true);
      }),
    );
  });

  test('ticks and lots give back what they came from, or null: they never round', () => {
    fc.assert(
      fc.property(anyQty(), anyTick(), (value, size) => {
        const lots = lotsOf(value, asQty(size));
        if (lots === null) return isOnLot(value, asQty(size)) === false || value / size > 2n ** 53n;
        return qtyOfLots(lots, asQty(size)) === value;
      }),
    );
    fc.assert(
      fc.property(anyPrice(), anyTick(), (value, size) => {
        const ticks = ticksOf(value, asPrice(size));
        return ticks === null || priceOfTicks(ticks, asPrice(size)) === value;
      }),
    );
  });

  test('2^53 - 1 ticks fit and one more does not', () => {
    const most = 2n ** 53n - 1n;
    expect(ticksOf(asPrice(most), asPrice(1n))).toBe(Number(most));
    expect(ticksOf(asPrice(most + 1n), asPrice(1n))).toBeNull();
    expect(lotsOf(asQty(most + 1n), asQty(1n))).toBeNull();
  });

  test.each([0.5, Number.NaN, 2 ** 53, Number.POSITIVE_INFINITY])(
    '%s is no number of ticks or lots',
    (value) => {
      expect(() => asTicks(value)).toThrow(RangeError);
      expect(() => asLots(value)).toThrow(RangeError);
    },
  );
});

describe('quantities', () => {
  test('are never negative', () => {
    expect(() => asQty(-1n)).toThrow(RangeError);
    expect(() => subtractQty(asQty(1n), asQty(2n))).toThrow(RangeError);
    expect(subtractQty(asQty(2n), asQty(2n))).toBe(0n);
    expect(minQty(asQty(2n), asQty(1n))).toBe(1n);
  });
});

describe('instants', () => {
  const last = epochNs(1_795_305_599_999_999_999n); // 2026-11-21T23:59:59.999999999Z

  test('the trade date is the UTC day', () => {
    expect(tradeDate(last)).toBe('20261121');
    expect(tradeDate(epochNs(last + 1n))).toBe('20261122');
  });

  test('the next UTC midnight lies behind, also when it is midnight', () => {
    expect(nextUtcMidnight(last)).toBe(last + 1n);
    expect(nextUtcMidnight(epochNs(last + 1n))).toBe(last + 1n + 86_400_000_000_000n);
  });

  test('are written to the nanosecond', () => {
    expect(isoTime(last)).toBe('2026-11-21T23:59:59.999999999Z');
    expect(isoTime(epochNs(0n))).toBe('1970-01-01T00:00:00.000000000Z');
    expect(epochMs(last)).toBe(1_795_305_599_999);
  });
});
