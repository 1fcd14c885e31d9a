// A routing as `causeway story` tells it.
import { expect, test } from '@jest/globals';
import { tellRoute } from '../../../../gateway/cli/story-route.ts';
import type { EventOf } from '../../../../spec/events/index.ts';
import { asOrderID } from '../../../../spec/terms/index.ts';
import { asNotional, asRate } from '../../../../spec/units/index.ts';
import { ONE, decimal, listing, otherID, price, qty, venueID } from '../../../fixtures/desk.ts';

const { tick, lot, minQty, maxQty, minNotional } = listing;
const notional = (text: string) => asNotional(decimal(text) * ONE);

const decided: EventOf<'RouteDecided'> = {
  type: 'RouteDecided',
  orderID: asOrderID('ORD-1-1'),
  routing: 1,
  how: 'Split',
  side: 'buy',
  orderQty: qty(10),
  limit: price(101),
  limitBasis: 'allIn',
  books: [
    {
      venueID,
      tick,
      lot,
      minQty,
      maxQty,
      minNotional,
      takerFee: asRate(decimal('0.00075')),
      levelLot: lot,
      levels: [
        { ticks: 10_000, lots: 4_000 },
        { ticks: 10_010, lots: 2_500 },
      ],
    },
  ],
  filledQty: qty(4),
  cost: notional('400.3'),
  boundBps: '0.02',
  legs: [
    {
      venueID,
      qty: qty(4),
      worstPrice: price(100),
      cost: notional('400.3'),
      marginalPrice: price('100.175'),
      venueSymbol: null,
      gasCost: null,
      ticksCrossed: null,
    },
  ],
  unused: [{ venueID: otherID, why: 'is Down' }],
  pools: [],
};

test('says what was asked, shown and taken, at what cost, and why the others were not used', () => {
  expect(tellRoute(decided)).toBe(
    'buy 10 within 101 fees included, split: 4 shown, costs 400.3 with fees, at most 0.02 bps from the best; ' +
      'sandbox 4 up to 100, fee 7.5 bps; not other: is Down',
  );
});

test('a pool is told with its block, its fee and what the swap costs in gas', () => {
  const pool = {
    venueID: otherID,
    lot,
    minQty,
    maxQty,
    gasCost: notional('6.60049'),
    baseDecimals: 18,
    quoteDecimals: 6,
    baseIsToken0: true,
    blockNumber: 812,
    v2: { reserve0: 1n, reserve1: 1n, feePips: 3_000 },
    v3: null,
    venueSymbol: null,
    tickGasCost: null,
    transaction: null,
    transactionGasCost: null,
  };
  const leg = {
    venueID: otherID,
    qty: qty(3),
    worstPrice: price('100.2'),
    cost: notional('306.9'),
    marginalPrice: price('100.2'),
    venueSymbol: null,
    gasCost: notional('6.60049'),
    ticksCrossed: 0,
  };
  expect(tellRoute({ ...decided, books: [], pools: [pool], legs: [leg], unused: [] })).toMatch(
    /; other 3 up to 100.2 by a v2 pool behind block 812, fee 30 bps in its price, gas 6.6004$/,
  );
});

test('pools of one transaction are told with their names, what the first pays for all, and the ticks that they cross', () => {
  const pool = {
    venueID: otherID,
    lot,
    minQty,
    maxQty,
    gasCost: notional('4'),
    baseDecimals: 18,
    quoteDecimals: 6,
    baseIsToken0: true,
    blockNumber: 812,
    v2: { reserve0: 1n, reserve1: 1n, feePips: 3_000 },
    v3: null,
    venueSymbol: 'A',
    tickGasCost: notional('0.5'),
    transaction: otherID,
    transactionGasCost: notional('2.5'),
  };
  const leg = {
    venueID: otherID,
    qty: qty(3),
    worstPrice: price('100.2'),
    cost: notional('306.9'),
    marginalPrice: price('100.2'),
    venueSymbol: 'A',
    gasCost: notional('6.5'),
    ticksCrossed: 0,
  };
  const pools = [pool, { ...pool, venueSymbol: 'B' }];
  const legs = [leg, { ...leg, venueSymbol: 'B', gasCost: notional('5'), ticksCrossed: 2 }];
  expect(tellRoute({ ...decided, books: [], pools, legs, unused: [] })).toMatch(
    new RegExp(
      '; other 3 up to 100.2 by a v2 pool A behind block 812, fee 30 bps in its price, gas 6.5, together with its others as one transaction' +
        '; other 3 up to 100.2 by a v2 pool B behind block 812, fee 30 bps in its price, gas 5 with 2 ticks crossed, together with its others as one transaction$',
    ),
  );
});

test('a fill or kill that no venue shows is told with what each shows', () => {
  const none = {
    ...decided,
    how: 'Whole',
    limitBasis: 'gross',
    filledQty: qty(0),
    legs: [],
  } as const;
  const unused = [{ venueID, why: 'it shows 6.5 of it' }];
  expect(tellRoute({ ...none, unused })).toBe(
    'buy 10 within 101, whole, never split: no venue shows it; not sandbox: it shows 6.5 of it',
  );
});
