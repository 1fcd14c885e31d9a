// What a running desk's market is written down as, for `causeway route`.

import { expect, test } from '@jest/globals';
import type { VenueBook } from '../../../../gateway/operator/book.ts';
import { situationOf } from '../../../../gateway/operator/situation.ts';
import { readSituation } from '../../../../gateway/cli/route-input.ts';
import { type Instrument, asInstrumentID, asVenueID } from '../../../../spec/terms/index.ts';
import {
  ONE,
  asLots,
  asNotional,
  asPrice,
  asQty,
  asRate,
  asTicks,
  epochNs,
} from '../../../../spec/units/index.ts';

const NOW = epochNs(1_700_000_000_000_000_000n);
const MOMENT = { now: NOW, staleBookMs: 5_000 };

function venue(name: string, more: Partial<VenueBook> = {}): VenueBook {
  return {
    venueID: asVenueID(name),
    state: 'Ready',
    takerFee: asRate(ONE / 400n), // 25 basis points.
    pool: null,
    book: {
      venueID: asVenueID(name),
      instrumentID: asInstrumentID('ABC/X'),
      venueSymbol: 'ABCX',
      state: 'Live',
      updateID: 1,
      receivedAt: NOW,
      tick: asPrice(ONE / 100n),
      lot: asQty(ONE / 1_000n),
      bids: [[asTicks(9_990), asLots(1_500)]],
      asks: [[asTicks(10_000), asLots(200)]],
    },
    ...more,
  };
}

const NAMES = ['a', 'down', 'old', 'crossed', 'empty'];
const INSTRUMENT: Instrument = {
  instrumentID: asInstrumentID('ABC/X'),
  version: 1,
  symbol: 'ABC/X',
  base: 'ABC',
  quote: 'X',
  state: 'Trading',
  listings: NAMES.map((name) => ({
    venueID: asVenueID(name),
    venueSymbol: 'ABCX',
    tick: asPrice(ONE / 100n),
    lot: asQty(ONE / 100n),
    minQty: asQty(ONE / 10n),
    maxQty: asQty(500n * ONE),
    minNotional: asNotional(5n * ONE * ONE),
  })),
};

const book = venue('a').book;
const situation = situationOf(
  INSTRUMENT,
  [
    venue('a'),
    venue('down', { state: 'Down' }),
    venue('old', { book: book && { ...book, receivedAt: epochNs(NOW - 5_000_000_001n) } }),
    venue('crossed', { book: book && { ...book, bids: book.asks } }),
    venue('empty', { book: null }),
    venue('unlisted'),
  ],
  MOMENT,
);

test('a venue is written with its listing and its book, decimals as text', () => {
  expect(situation.venues).toEqual([
    {
      name: 'a',
      kind: 'book',
      tick: '0.01',
      lot: '0.01',
      minQty: '0.1',
      maxQty: '500',
      minNotional: '5',
      takerFeeBps: '25',
      asks: [['100', '0.2']],
      bids: [['99.9', '1.5']],
    },
  ]);
});

test('a venue that cannot be asked is named with the reason', () => {
  expect(situation.unused.map(({ venue: name, why }) => `${name} ${why}`)).toEqual([
    'down is Down',
    'old has an old book',
    'crossed has a crossed book',
    'empty has no book',
    'unlisted has not said its grid, or does not trade it now',
  ]);
});

test('it is a situation that can be asked about', () => {
  const order = { side: 'buy', orderQty: '1', limit: null, limitBasis: 'gross' };
  const read = readSituation('x', JSON.stringify({ order, venues: situation.venues }));
  expect(read).toMatchObject({ ok: true, value: { warnings: [], venues: [{ type: 'Source' }] } });
});
