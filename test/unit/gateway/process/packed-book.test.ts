// What the worker saw is what the desk sees.

import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { UnpackedBook, packBook } from '../../../../gateway/process/packed-book.ts';
import { asInstrumentID, asVenueID } from '../../../../spec/terms/index.ts';
import { asLots, asPrice, asQty, asTicks, epochNs } from '../../../../spec/units/index.ts';
import type { BookSnapshot } from '../../../../spec/venues/index.ts';

const level = fc
  .tuple(fc.maxSafeNat(), fc.maxSafeNat())
  .map(([ticks, lots]) => [asTicks(ticks), asLots(lots)] as const);

const book: fc.Arbitrary<BookSnapshot> = fc.record({
  venueID: fc.constant(asVenueID('binance')),
  instrumentID: fc.constant(asInstrumentID('BTC/USDT')),
  venueSymbol: fc.constant('BTCUSDT'),
  state: fc.constantFrom('Live', 'Syncing', 'Invalid'),
  updateID: fc.maxSafeNat(),
  receivedAt: fc.bigInt({ min: 0n, max: 2n ** 63n }).map(epochNs),
  tick: fc.bigInt({ min: 1n, max: 10n ** 30n }).map(asPrice),
  lot: fc.bigInt({ min: 1n, max: 10n ** 30n }).map(asQty),
  bids: fc.array(level, { maxLength: 60 }),
  asks: fc.array(level, { maxLength: 60 }),
});

function seen({ ...head }: BookSnapshot, { bids, asks }: BookSnapshot): BookSnapshot {
  return { ...head, bids, asks };
}

test('packed, posted to another thread and unpacked: the same book, to the level', () => {
  fc.assert(
    fc.property(book, (one) => {
      const there = new UnpackedBook(structuredClone(packBook(one)));
      expect(seen(there, there)).toEqual(one);
      expect(there.bids).toBe(there.bids);
    }),
  );
});

test('in another state, or known at a later time, all else is as it was', () => {
  fc.assert(
    fc.property(book, (one) => {
      const there = new UnpackedBook(packBook(one));
      const invalid = there.as({ state: 'Invalid' });
      expect(seen(invalid, invalid)).toEqual({ ...one, state: 'Invalid' });
      const later = there.as({ receivedAt: epochNs(5n) });
      expect(seen(later, later)).toEqual({ ...one, receivedAt: 5n });
    }),
  );
});
