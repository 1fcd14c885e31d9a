// A replace before the limits: what lowers risk is never blocked by them, what raises it is.
import { expect, test } from '@jest/globals';
import { asPrice } from '../../../../spec/units/index.ts';
import { noLimits, qty, replace } from '../../../fixtures/desk.ts';
import { resting } from './arrangement.ts';

const ONE = 10n ** 18n;

/** An order of 10 at 100 that was accepted before the firm's limit of 5 was set. */
function overTheLimit() {
  const { bench } = resting();
  const limits = [{ ...noLimits, maxOrderQty: qty(5) }];
  bench.send({ type: 'ConfigureDesk', instruments: [], limits });
  return bench;
}

test('a smaller quantity at the same price is taken, though it is over the limit still', () => {
  const bench = overTheLimit();
  expect(bench.reports(replace(bench, ['B', 'A'], { orderQty: qty(8) }))).toMatchObject([
    { type: 'ExecutionReport', execType: 'PendingReplace' },
  ]);
});

test.each([
  ['a larger quantity', { orderQty: qty(11) }],
  ['a worse price', { orderQty: qty(8), price: asPrice(101n * ONE) }],
])('%s is refused by it', (_what, terms) => {
  const bench = overTheLimit();
  expect(bench.reports(replace(bench, ['B', 'A'], terms))).toMatchObject([
    { type: 'OrderCancelReject', cxlRejReason: 'BrokerOption' },
  ]);
});
