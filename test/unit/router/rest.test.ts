// Where a resting rest is posted: fees first, then the queue, never where it would trade at once.
import { describe, expect, test } from '@jest/globals';
import { type RestSource, placeRest } from '../../../router/index.ts';
import { asVenueID } from '../../../spec/terms/index.ts';
import { asLots, asRate, asTicks } from '../../../spec/units/index.ts';
import { buy, decimal, price, qty, quote, sell } from './sources.ts';

interface Terms {
  readonly feeBps?: string;
  /** Own side, as [ticks of 0.1, lots of 0.1]. */
  readonly own?: readonly (readonly [number, number])[];
  readonly opposite?: number | null;
  readonly minQty?: string;
  readonly minNotional?: string;
}

function venue(name: string, { feeBps, own, opposite, minQty, minNotional }: Terms): RestSource {
  return {
    venueID: asVenueID(name),
    tick: price('0.1'),
    lot: qty('0.1'),
    minQty: qty(minQty ?? '0'),
    maxQty: qty('1000'),
    minNotional: quote(minNotional ?? '0'),
    makerFee: asRate(decimal(feeBps ?? '0') / 10_000n),
    own: (own ?? []).map(([ticks, lots]) => [asTicks(ticks), asLots(lots)]),
    opposite: opposite === null || opposite === undefined ? null : [asTicks(opposite), asLots(1)],
  };
}

describe('a rest of 2.05 at a limit of 100.07', () => {
  test('goes where the maker fee is least, on the lot, at the limit`s tick', () => {
    const plan = placeRest(buy('2.05', '100.07'), [
      venue('A', { feeBps: '2' }),
      venue('B', { feeBps: '1' }),
    ]);
    expect(plan.place).toMatchObject({ venueID: 'B', qty: qty('2'), price: price('100') });
    expect(plan.place?.why).toBe('maker fee 1 bps, 0 ahead of it at 100');
    expect(plan.unused).toEqual([{ venueID: 'A', why: 'its maker fee is 2 bps, B asks 1' }]);
  });

  test('fees within half a basis point are equal: the shorter queue at its price and better decides', () => {
    const long = venue('A', {
      feeBps: '1',
      own: [
        [1001, 5],
        [1000, 20],
        [999, 900],
      ],
    });
    const short = venue('B', { feeBps: '1.4', own: [[1000, 9]] });
    const plan = placeRest(buy('2', '100'), [long, short]);
    expect(plan.place).toMatchObject({ venueID: 'B', queueAhead: qty('0.9') });
    expect(plan.unused).toEqual([{ venueID: 'A', why: '2.5 would stand ahead, at B 0.9' }]);
    expect(
      placeRest(buy('2', '100'), [long, venue('B', { feeBps: '1.5', own: [] })]).place?.venueID,
    ).toBe('A');
  });

  test('is not put where it would take: one tick short of the other side', () => {
    expect(placeRest(buy('2', '100'), [venue('A', { opposite: 999 })]).place?.price).toBe(
      price('99.8'),
    );
    expect(placeRest(sell('2', '100'), [venue('A', { opposite: 1003 })]).place?.price).toBe(
      price('100.4'),
    );
    expect(placeRest(sell('2', '100.07'), [venue('A', { opposite: 900 })]).place?.price).toBe(
      price('100.1'),
    );
  });

  test('all-in leaves room for the maker fee', () => {
    const order = { ...buy('2', '100'), limitBasis: 'allIn' } as const;
    expect(placeRest(order, [venue('A', { feeBps: '10' })]).place?.price).toBe(price('99.9')); // 99.9999 with it.
    const asking = { ...sell('2', '100'), limitBasis: 'allIn' } as const;
    expect(placeRest(asking, [venue('A', { feeBps: '10' })]).place?.price).toBe(price('100.2')); // 100.1 nets 99.9999.
  });

  test('what no venue takes has a reason at each', () => {
    const plan = placeRest(buy('2', '100'), [
      venue('A', { minQty: '3' }),
      venue('B', { minNotional: '201' }),
    ]);
    expect(plan).toEqual({
      place: null,
      unused: [
        { venueID: 'A', why: 'its minimum of 3 is more than the rest' },
        { venueID: 'B', why: 'the rest is worth less than its minimum' },
      ],
    });
    expect(placeRest(buy('0.05', '100'), [venue('A', {})]).unused[0]?.why).toBe(
      'its lot of 0.1 is more than the rest',
    );
    expect(placeRest(buy('1'), [venue('A', {})]).unused[0]?.why).toBe(
      'an order without a limit does not rest',
    );
  });
});
