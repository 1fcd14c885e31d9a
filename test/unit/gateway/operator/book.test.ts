// Books of several venues as one ladder; prices, fees and shares are worked out by hand.

import { describe, expect, test } from '@jest/globals';
import { type VenueBook, consolidatedBook } from '../../../../gateway/operator/book.ts';
import { asInstrumentID, asVenueID } from '../../../../spec/terms/index.ts';
import {
  asLots,
  asPrice,
  asQty,
  asRate,
  asTicks,
  epochNs,
  ONE,
} from '../../../../spec/units/index.ts';
import type { BookSnapshot } from '../../../../spec/venues/index.ts';

const NOW = epochNs(1_700_000_000_000_000_000n);
const MOMENT = { now: NOW, staleBookMs: 5_000 };
/** A hundredth, for prices and quantities. */
const CENT = ONE / 100n;

type Levels = readonly (readonly [price: number, qty: number])[];

/** At half a second of age; prices and quantities in hundredths of one. */
function at(
  venue: string,
  feeBps: bigint,
  bids: Levels,
  asks: Levels,
  more: Partial<BookSnapshot> = {},
): VenueBook {
  const side = (levels: Levels) =>
    levels.map(([price, qty]) => [asTicks(price), asLots(qty)] as const);
  return {
    venueID: asVenueID(venue),
    state: 'Ready',
    takerFee: asRate((feeBps * ONE) / 10_000n),
    pool: null,
    book: {
      venueID: asVenueID(venue),
      instrumentID: asInstrumentID('ABC'),
      venueSymbol: 'ABC',
      state: 'Live',
      updateID: 1,
      receivedAt: epochNs(NOW - 500_000_000n),
      tick: asPrice(CENT),
      lot: asQty(CENT),
      bids: side(bids),
      asks: side(asks),
      ...more,
    },
  };
}

const A = at(
  'a',
  10n,
  [[9_990, 100]],
  [
    [10_000, 200],
    [10_010, 100],
  ],
);
const B = at(
  'b',
  40n,
  [
    [9_995, 50],
    [9_990, 50],
  ],
  [[10_000, 100]],
);

const ask = (books: readonly VenueBook[], question: { depth?: number; allIn?: boolean } = {}) =>
  consolidatedBook({ symbol: 'ABC/X', depth: 10, allIn: false, ...question }, books, MOMENT);

const ladder = (book: ReturnType<typeof ask>): readonly string[] =>
  book.levels.map(
    ({ side, price, qty, totalQty, venues }) =>
      `${side} ${price} ${qty} ${totalQty} ${venues.map((one) => `${one.venueID}:${one.qty}`).join(' ')}`,
  );

describe('the consolidated book', () => {
  test('puts levels of one price together, best first on each side', () => {
    const book = ask([A, B]);
    expect(ladder(book)).toEqual([
      'bid 99.95 0.5 0.5 b:0.5',
      'bid 99.9 1.5 2 a:1 b:0.5',
      'ask 100 3 3 a:2 b:1',
      'ask 100.1 1 4 a:1',
    ]);
    expect(book.crossedBy).toBe('-0.05');
    expect(book.venues).toMatchObject([
      {
        venueID: 'a',
        book: 'Live',
        ageMs: 500,
        bid: '99.9',
        ask: '100',
        bidShare: 0.5,
        askShare: 0.75,
      },
      {
        venueID: 'b',
        book: 'Live',
        bid: '99.95',
        takerFeeBps: '40',
        bidShare: 0.5,
        askShare: 0.25,
      },
    ]);
  });

  test('with fees is in the order of what a taker pays and gets', () => {
    // 100 at 10 bp is 100.1, 100.1 is 100.2001; 100 at 40 bp is 100.4. 99.95 less 40 bp is 99.5502.
    expect(ladder(ask([A, B], { allIn: true }))).toEqual([
      'bid 99.8001 1 1 a:1',
      'bid 99.5502 0.5 1.5 b:0.5',
      'bid 99.5004 0.5 2 b:0.5',
      'ask 100.1 2 2 a:2',
      'ask 100.2001 1 3 a:1',
      'ask 100.4 1 4 b:1',
    ]);
  });

  test('shows so many levels of a side, and shares of what it shows', () => {
    const book = ask([A, B], { depth: 1 });
    expect(ladder(book)).toEqual(['bid 99.95 0.5 0.5 b:0.5', 'ask 100 3 3 a:2 b:1']);
    expect(book.venues.map(({ bidShare }) => bidShare)).toEqual([0, 1]);
  });

  test.each([
    ['Stale', at('b', 0n, [[1, 1]], [[2, 1]], { receivedAt: epochNs(NOW - 5_000_000_001n) })],
    ['Crossed', at('b', 0n, [[10_001, 1]], [[10_001, 1]])],
    ['Invalid', at('b', 0n, [], [], { state: 'Invalid' })],
    ['NoBook', { ...B, book: null }],
  ])('leaves a book out that is %s, and says so', (mark, other) => {
    const book = ask([A, other]);
    expect(book.venues[1]).toMatchObject({ book: mark, bidShare: 0, askShare: 0 });
    expect(ladder(book)).toEqual(ladder(ask([A])));
  });

  test('is crossed between venues by what the one pays over the other', () => {
    const dear = at('b', 0n, [[10_003, 10]], [[10_005, 10]]);
    expect(ask([A, dear]).crossedBy).toBe('0.03');
    expect(ask([]).crossedBy).toBe(null);
  });

  test('rounds what is finer than 18 decimals against the taker', () => {
    const third = { ...A, takerFee: asRate(1n) }; // 1e-18 of 100.1 is 1e-16 and a bit.
    const prices = ask([third], { allIn: true }).levels.map(({ price }) => price);
    expect(prices).toEqual([
      '99.8999999999999999',
      '100.0000000000000001',
      '100.100000000000000101',
    ]);
  });
});
