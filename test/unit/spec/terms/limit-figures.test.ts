// A limit's figure as it is typed and shown.
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  type LimitName,
  formatLimit,
  limitFigure,
  limitKinds,
  parseLimit,
  unlimited,
  withLimit,
} from '../../../../spec/terms/index.ts';
import { ONE } from '../../../../spec/units/index.ts';

test.each<readonly [LimitName, string, bigint | null, string | null]>([
  ['maxOrderQty', '0.5', 500_000_000_000_000_000n, null],
  ['maxOrderNotional', '2000000', 2_000_000n * 10n ** 36n, null],
  ['maxOrderNotional', '2.5 USDT', 25n * 10n ** 35n, 'USDT'],
  ['priceCollarBps', '10000', 10_000n, null],
  ['maxLongPosition', '0', 0n, null],
  ['maxOpenOrders', '1000000', 1_000_000n, null],
  ['maxMessagesPerSecond', 'none', null, null],
])('%s=%s', (name, text, value, currency) => {
  expect(parseLimit(name, text)).toEqual({ ok: true, value: { value, currency } });
});

test.each<readonly [LimitName, string, string]>([
  ['maxOrderQty', '0', 'a decimal above 0, such as 50, or none'],
  ['maxOrderQty', '-1', 'a decimal above 0, such as 50, or none'],
  ['maxOrderQty', '5 BTC', 'a decimal above 0, such as 50, or none'],
  ['maxShortPosition', '-1', 'a decimal such as 50 or 0, or none'],
  ['maxOrderNotional', '1e6', 'an amount above 0, such as 1000000 or "1000000 USDT", or none'],
  [
    'maxOrderNotional',
    '1000000USDT',
    'an amount above 0, such as 1000000 or "1000000 USDT", or none',
  ],
  ['maxOpenNotional', '0.0', 'an amount above 0, such as 1000000 or "1000000 USDT", or none'],
  ['priceCollarBps', '10001', 'a whole number from 1 to 10000, or none'],
  ['priceCollarBps', '0', 'a whole number from 1 to 10000, or none'],
  ['maxOpenOrders', '1.5', 'a whole number from 1 to 1000000, or none'],
  ['maxOpenOrders', '1000001', 'a whole number from 1 to 1000000, or none'],
  ['maxOrdersPerSecond', '', 'a whole number from 1 to 1000000, or none'],
])('%s=%s is refused with what is expected', (name, text, error) => {
  expect(parseLimit(name, text)).toEqual({ ok: false, error });
});

const names = fc.constantFrom(...(Object.keys(limitKinds) as LimitName[]));

test('what is shown is read as the same figure, and a limit holds the figure that it was given', () => {
  fc.assert(
    fc.property(names, fc.bigInt({ min: 0n, max: 10n ** 38n }), (name, any) => {
      const { unit, least, most } = limitKinds[name];
      // An amount is typed with 18 decimals at most.
      const whole = (any + 1n) * (unit === 'amount' ? ONE : 1n);
      const figure = most === null ? whole : least + (any % (most - least + 1n));
      expect(parseLimit(name, formatLimit(name, figure))).toMatchObject({
        ok: true,
        value: { value: figure },
      });
      const limits = withLimit(unlimited({ scope: 'firm', scopeID: '' }), name, figure);
      expect(limitFigure(limits, name)).toBe(figure);
      expect(withLimit(limits, name, null)).toEqual(unlimited({ scope: 'firm', scopeID: '' }));
    }),
  );
});
