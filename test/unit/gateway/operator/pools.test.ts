// Pools beside books, for an operator's eye. Figures worked out by hand on reserves of 100 and 10,000 without a fee:
// n of the base cost 10000 n / (100 - n), rounded up by the contract's own wei, and bring 10000 n / (100 + n).

import { expect, test } from '@jest/globals';
import { readSituation } from '../../../../gateway/cli/route-input.ts';
import { type VenueBook, consolidatedBook } from '../../../../gateway/operator/book.ts';
import { type VenuePool, poolSteps } from '../../../../gateway/operator/pool-steps.ts';
import { situationOf } from '../../../../gateway/operator/situation.ts';
import type { Pool } from '../../../../spec/pools/index.ts';
import { asInstrumentID, asVenueID } from '../../../../spec/terms/index.ts';
import {
  ONE,
  ZERO_RATE,
  asLots,
  asNotional,
  asPrice,
  asQty,
  asTicks,
  epochNs,
  formatDecimal,
} from '../../../../spec/units/index.ts';

const NOW = epochNs(1_700_000_000_000_000_000n);
const MOMENT = { now: NOW, staleBookMs: 5_000 };
const UNITS = 10n ** 18n;
const MILLIONTHS = 10n ** 6n;

const V2: Pool = {
  type: 'V2',
  reserve0: 100n * UNITS,
  reserve1: 10_000n * MILLIONTHS,
  feePips: 0,
};

function poolOf(pool: Pool, baseIsToken0 = true): VenuePool {
  return {
    snapshot: {
      venueID: asVenueID('pool'),
      instrumentID: asInstrumentID('ABC/X'),
      state: 'Live',
      blockNumber: 7n,
      receivedAt: NOW,
      pool,
      decimals: { base: 18, quote: 6 },
      baseIsToken0,
      venueSymbol: 'ETHUSDT',
      sharedGasWei: 0n,
      mostGasWei: 0n,
      tickGasWei: 0n,
      gasWei: 1n,
    },
    gasCost: asNotional((ONE * ONE) / 2n),
    lot: asQty(ONE / 100n),
    minQty: asQty(ONE / 10n),
    maxQty: asQty(10n * ONE),
  };
}

const shown = (steps: ReturnType<typeof poolSteps>): readonly string[] =>
  steps.map(({ price, qty }) => `${formatDecimal(qty)} @ ${formatDecimal(price)}`);

const TWO = { qty: asQty(ONE), count: 2 };

test('each further share of a pool has the price of that share alone', () => {
  // 101.010102, then 204.081633 less that; 99.0099, then 196.078431 less that.
  expect(shown(poolSteps(poolOf(V2), 'ask', TWO))).toEqual(['1 @ 101.010102', '1 @ 103.071531']);
  expect(shown(poolSteps(poolOf(V2), 'bid', TWO))).toEqual(['1 @ 99.0099', '1 @ 97.068531']);
});

test('the tokens the other way round make the same prices', () => {
  const turned: Pool = { ...V2, reserve0: V2.reserve1, reserve1: V2.reserve0 };
  for (const side of ['bid', 'ask'] as const) {
    expect(shown(poolSteps(poolOf(turned, false), side, TWO))).toEqual(
      shown(poolSteps(poolOf(V2), side, TWO)),
    );
  }
});

test('no more is shown than one swap may be, or than there is', () => {
  const small = { ...poolOf(V2), maxQty: asQty(2n * ONE) };
  expect(poolSteps(small, 'ask', { qty: asQty(ONE), count: 9 })).toHaveLength(2);
  const all = { ...poolOf(V2), maxQty: asQty(1_000n * ONE) };
  expect(poolSteps(all, 'ask', { qty: asQty(60n * ONE), count: 9 })).toHaveLength(1);
});

function venues(state: 'Live' | 'Invalid' = 'Live'): readonly VenueBook[] {
  const pool = poolOf(V2);
  return [
    {
      venueID: asVenueID('book'),
      state: 'Ready',
      takerFee: ZERO_RATE,
      pool: null,
      book: {
        venueID: asVenueID('book'),
        instrumentID: asInstrumentID('ABC/X'),
        venueSymbol: 'ABCX',
        state: 'Live',
        updateID: 1,
        receivedAt: NOW,
        tick: asPrice(ONE),
        lot: asQty(ONE),
        bids: [[asTicks(99), asLots(2)]],
        asks: [[asTicks(102), asLots(2)]],
      },
    },
    {
      venueID: asVenueID('pool'),
      state: 'Ready',
      takerFee: ZERO_RATE,
      book: null,
      pool: { ...pool, snapshot: { ...pool.snapshot, state } },
    },
  ];
}

const QUESTION = { symbol: 'ABC/X', depth: 2, allIn: false };

test('a pool stands in the ladder in steps as deep as the book, its gas beside it', () => {
  const { levels, venues: rows } = consolidatedBook(QUESTION, venues(), MOMENT);
  expect(levels.map(({ side, price, qty }) => `${side} ${price} ${qty}`)).toEqual([
    'bid 99.0099 1', // The book has 2 on two levels: a step is 1.
    'bid 99 2',
    'ask 101.010102 1',
    'ask 102 2',
  ]);
  expect(rows[1]).toMatchObject({ venueID: 'pool', book: 'Live', ageMs: 0, gasCost: '0.5' });
});

test('a pool without the state of the head is not in it', () => {
  const { levels, venues: rows } = consolidatedBook(QUESTION, venues('Invalid'), MOMENT);
  expect(levels.flatMap((level) => level.venues.map(({ venueID }) => venueID))).not.toContain(
    'pool',
  );
  expect(rows[1]).toMatchObject({ book: 'Invalid' });
});

test('as a situation it is the pool that it was, for the router', () => {
  const instrument = {
    instrumentID: asInstrumentID('ABC/X'),
    version: 1,
    symbol: 'ABC/X',
    base: 'ABC',
    quote: 'X',
    state: 'Trading' as const,
    listings: ['v2', 'v3', 'poor'].map((name) => ({
      venueID: asVenueID(name),
      venueSymbol: name,
      tick: asPrice(ONE),
      lot: asQty(ONE / 100n),
      minQty: asQty(ONE / 10n),
      maxQty: asQty(10n * ONE),
      minNotional: asNotional(0n),
    })),
  };
  const v3: Pool = {
    type: 'V3',
    sqrtPriceX96: 2n ** 96n,
    tick: 0,
    liquidity: 1_000_000_000n,
    tickSpacing: 60,
    feePips: 3_000,
    ticks: [
      [-60, 1_000_000_000n],
      [60, -1_000_000_000n],
    ],
  };
  const at = (name: string, pool: VenuePool): VenueBook => ({
    venueID: asVenueID(name),
    state: 'Ready',
    takerFee: ZERO_RATE,
    book: null,
    pool,
  });
  const { venues: written, unused } = situationOf(
    instrument,
    [
      at('v2', poolOf({ ...V2, feePips: 3_001 })),
      at('v3', poolOf(v3)),
      at('poor', { ...poolOf(V2), gasCost: null }),
    ],
    MOMENT,
  );
  expect(unused).toEqual([{ venue: 'poor', why: 'asks for gas that has no price now' }]);
  const order = { side: 'buy', orderQty: '1', limit: null };
  const read = readSituation('x', JSON.stringify({ order, venues: written }));
  expect(read).toMatchObject({
    ok: true,
    value: {
      warnings: [],
      venues: [
        { source: { pool: { ...V2, feePips: 3_001 }, gasCost: asNotional((ONE * ONE) / 2n) } },
        { source: { pool: v3, decimals: { base: 18, quote: 6 }, baseIsToken0: true } },
      ],
    },
  });
});
