// Histories of a desk, legal and illegal: what clients ask and venues say, in any order, repeated,
// late, contradictory, with restarts between. Plain data, so that a failing one shrinks.

import fc from 'fast-check';
import type { Command, Tick } from '../../spec/events/index.ts';
import { type ChildID, type KillTarget, asVenueExecID, childIDOf } from '../../spec/terms/index.ts';
import { epochNs } from '../../spec/units/index.ts';
import type { VenueState } from '../../spec/venues/index.ts';
import {
  type Bench,
  type BenchOptions,
  account,
  acknowledged,
  bookOf,
  cancel,
  ended,
  enter,
  filled,
  listing,
  newBench,
  otherID,
  otherListing,
  price,
  qty,
  replace,
  says,
  sessionID,
  status,
  symbol,
  twoVenues,
  venueID,
  venueOrderIDOf,
} from '../fixtures/desk.ts';

export type Step =
  | {
      readonly type: 'Enter';
      readonly id: number;
      readonly size: number;
      readonly side: 'buy' | 'sell';
      readonly timeInForce: 'Day' | 'GTC' | 'IOC' | 'FOK';
      readonly priced: number | null;
      readonly possResend: boolean;
    }
  | { readonly type: 'Cancel'; readonly id: number; readonly of: number }
  | {
      readonly type: 'Replace';
      readonly id: number;
      readonly of: number;
      readonly size: number;
      readonly priced: number;
      readonly side: 'buy' | 'sell';
    }
  | { readonly type: 'Status'; readonly of: number }
  | { readonly type: 'Venue'; readonly child: number; readonly says: Said }
  | { readonly type: 'Time'; readonly passes: number }
  | { readonly type: 'VenueState'; readonly isOther: boolean; readonly state: VenueState }
  /** Asks at the two venues within the limits of most orders, in whole units. */
  | { readonly type: 'Books'; readonly here: number; readonly there: number }
  /** An operator throws a kill switch, or lifts it. */
  | { readonly type: 'Kill'; readonly target: KillTarget; readonly isRearm: boolean }
  /** An operator changes a limit of the firm, or takes the change back. */
  | {
      readonly type: 'Limit';
      readonly name: 'maxOrderQty' | 'maxOpenOrders';
      readonly most: number;
    }
  | { readonly type: 'Start' };

type Said =
  | { readonly type: 'Acknowledged' | 'Refused' | 'NotSent' | 'Unknown' | 'Absent' }
  | { readonly type: 'CancelRefused' | 'CancelUnknown' }
  | { readonly type: 'AmendRefused' | 'AmendUnknown' }
  /** The terms that the child was last asked to have; 0: else so many, at its price. */
  | { readonly type: 'Amended'; readonly size: number }
  | { readonly type: 'Filled'; readonly exec: number; readonly size: number }
  | {
      readonly type: 'Ended';
      readonly how: 'Filled' | 'Canceled' | 'Expired' | 'Rejected';
      readonly cum: number;
    };

const ids = fc.integer({ min: 0, max: 5 });
const sizes = fc.integer({ min: 0, max: 20 });
const sides = fc.constantFrom('buy' as const, 'sell' as const);
/** In cents beyond 100; some are beyond the book. */
const prices = fc.constantFrom(-50, 0, 0, 1, 50);

const said: fc.Arbitrary<Said> = fc.oneof(
  fc.record({
    type: fc.constantFrom(
      'Acknowledged' as const,
      'Refused' as const,
      'NotSent' as const,
      'Unknown' as const,
      'Absent' as const,
      'CancelRefused' as const,
      'CancelUnknown' as const,
      'AmendRefused' as const,
      'AmendUnknown' as const,
    ),
  }),
  fc.record({
    type: fc.constant('Amended' as const),
    size: fc.constantFrom(0, 0, 0, 0, 3, 12),
  }),
  fc.record({
    type: fc.constant('Filled' as const),
    exec: fc.integer({ min: 0, max: 4 }),
    size: fc.integer({ min: 1, max: 12 }),
  }),
  fc.record({
    type: fc.constant('Ended' as const),
    how: fc.constantFrom('Filled', 'Canceled', 'Canceled', 'Expired', 'Rejected'),
    cum: fc.integer({ min: 0, max: 12 }),
  }),
);

const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      type: fc.constant('Enter' as const),
      id: ids,
      size: sizes,
      side: sides,
      timeInForce: fc.constantFrom('Day', 'GTC', 'GTC', 'IOC', 'FOK'),
      priced: fc.option(prices),
      possResend: fc.boolean(),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ type: fc.constant('Cancel' as const), id: ids, of: ids }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      type: fc.constant('Replace' as const),
      id: ids,
      of: ids,
      size: sizes,
      priced: prices,
      side: fc.constant('buy' as const),
    }),
  },
  { weight: 1, arbitrary: fc.record({ type: fc.constant('Status' as const), of: ids }) },
  {
    weight: 12,
    arbitrary: fc.record({
      type: fc.constant('Venue' as const),
      child: fc.integer({ min: 0, max: 7 }),
      says: said,
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      type: fc.constant('Time' as const),
      /** Seconds; 43,200 brings the next day. */
      passes: fc.constantFrom(0, 1, 31, 43_200),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      type: fc.constant('VenueState' as const),
      isOther: fc.boolean(),
      state: fc.constantFrom('Down' as const, 'Ready' as const, 'Ready' as const),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      type: fc.constant('Books' as const),
      here: fc.integer({ min: 0, max: 12 }),
      there: fc.integer({ min: 0, max: 12 }),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      type: fc.constant('Kill' as const),
      target: fc.constantFrom<KillTarget>(
        { scope: 'firm', scopeID: '' },
        { scope: 'account', scopeID: account },
        { scope: 'session', scopeID: sessionID },
        { scope: 'instrument', scopeID: symbol },
        { scope: 'venue', scopeID: venueID },
        { scope: 'venue', scopeID: otherID },
      ),
      isRearm: fc.constantFrom(false, true, true),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      type: fc.constant('Limit' as const),
      name: fc.constantFrom('maxOrderQty' as const, 'maxOpenOrders' as const),
      /** 0 is a reset. */
      most: fc.constantFrom(0, 0, 1, 4, 9),
    }),
  },
  { weight: 1, arbitrary: fc.record({ type: fc.constant('Start' as const) }) },
);

export const histories = (maxLength = 40): fc.Arbitrary<readonly Step[]> =>
  fc.array(step, { minLength: 1, maxLength, size: 'max' });

/** Histories that begin with a replace of an order that rests: where the venue takes new terms, they are under way. */
export const amendHistories = (maxLength = 20): fc.Arbitrary<readonly Step[]> =>
  fc
    .tuple(
      fc.record({
        size: fc.integer({ min: 2, max: 12 }),
        priced: fc.constantFrom(-50, -20, 0),
        filled: fc.integer({ min: 0, max: 2 }),
      }),
      fc.record({ size: fc.integer({ min: 1, max: 20 }), priced: fc.constantFrom(-50, -20, 0) }),
      fc.array(step, { maxLength: 2, size: 'max' }),
      fc.constantFrom<Said>(
        { type: 'Amended', size: 0 },
        { type: 'AmendRefused' },
        { type: 'AmendUnknown' },
        { type: 'Filled', exec: 1, size: 11 },
      ),
      fc.array(step, { maxLength, size: 'max' }),
    )
    .map(([first, then, between, answer, rest]): readonly Step[] => [
      {
        type: 'Enter',
        id: 0,
        size: first.size,
        side: 'buy',
        timeInForce: 'GTC',
        priced: first.priced,
        possResend: false,
      },
      { type: 'Venue', child: 0, says: { type: 'Acknowledged' } },
      ...(first.filled === 0
        ? []
        : [
            {
              type: 'Venue',
              child: 0,
              says: { type: 'Filled', exec: 0, size: first.filled },
            } as const,
          ]),
      { type: 'Replace', id: 1, of: 0, ...then, side: 'buy' },
      ...between,
      { type: 'Venue', child: 0, says: answer },
      ...rest,
    ]);

/** Every second history is played over two venues, the others over one; in two of three a venue takes new terms for a child. */
export function benchFor(steps: readonly Step[], options: BenchOptions = {}): Bench {
  const isAlone = steps.length % 2 === 1;
  const bench = newBench(isAlone ? options : { instruments: [twoVenues], ...options });
  if (steps.length % 3 > 0) bench.replace = 'native';
  if (!isAlone) showBooks(bench, { here: 4, there: 4 });
  return bench;
}

/** The command of a step; steps that are none change the bench and come to a Tick. */
export function commandOf(bench: Bench, one: Step): Command | Tick {
  switch (one.type) {
    case 'Enter':
      return enter(bench, `C${one.id}`, {
        side: one.side,
        orderQty: qty(one.size),
        timeInForce: one.timeInForce,
        possResend: one.possResend,
        ordType: one.priced === null ? 'Market' : 'Limit',
        price: one.priced === null ? null : price((100 + one.priced / 100).toFixed(2)),
      });
    case 'Cancel':
      return cancel(bench, `C${one.id}`, `C${one.of}`);
    case 'Replace':
      return replace(bench, [`C${one.id}`, `C${one.of}`], {
        side: one.side,
        orderQty: qty(one.size),
        price: price((100 + one.priced / 100).toFixed(2)),
      });
    case 'Status':
      return status(bench, `C${one.of}`);
    case 'Venue':
      return reportOf(bench, childAt(bench, one.child), one.says);
    case 'Time':
      bench.now += BigInt(one.passes) * 1_000_000_000n;
      for (const shown of [bench, bench.other]) {
        if (shown.book !== null) shown.book = { ...shown.book, receivedAt: epochNs(bench.now) };
      }
      return { type: 'Tick' };
    case 'VenueState':
      if (one.isOther) bench.other.state = one.state;
      else bench.venueState = one.state;
      return { type: 'Tick' };
    case 'Books':
      showBooks(bench, one);
      return { type: 'Tick' };
    case 'Kill': {
      const type = one.isRearm ? 'RearmKill' : 'EngageKill';
      return { type, ...one.target, who: 'kim', reason: 'drill' };
    }
    case 'Limit': {
      const { name, most } = one;
      const place = { scope: 'firm', scopeID: '', name, who: 'kim', reason: 'drill' } as const;
      if (most === 0) return { type: 'ResetLimit', ...place };
      const value = name === 'maxOrderQty' ? qty(most) : BigInt(most);
      return { type: 'SetLimit', ...place, value, currency: null };
    }
    case 'Start':
      return { type: 'StartDesk', desk: 1 };
  }
}

/** The child that the desk decided as the `at`th newest; one that it never decided, where it has none. */
function childAt(bench: Bench, at: number): ChildID {
  const decided = bench.recorded.flatMap(({ event }) =>
    event.type === 'ChildDecided' ? [event.childID] : [],
  );
  return decided.at(-1 - at) ?? childIDOf({ desk: 1, epoch: 999, intent: 1 + at });
}

function reportOf(bench: Bench, childID: ChildID, one: Said): Command {
  const decided = bench.recorded.find(
    ({ event }) => event.type === 'ChildDecided' && event.childID === childID,
  );
  const venue = decided?.event.type === 'ChildDecided' ? decided.event.venueID : venueID;
  switch (one.type) {
    case 'Acknowledged':
      return acknowledged(childID, venue);
    case 'Refused':
    case 'AmendRefused':
    case 'CancelRefused':
      return says({ type: one.type, childID, text: 'no' }, venue);
    case 'NotSent':
      return says({ type: 'Refused', childID, text: 'not sent: no', notSent: true }, venue);
    case 'Amended':
      return says({ type: 'Amended', childID, ...termsOf(bench, childID, one.size) }, venue);
    case 'Unknown':
    case 'AmendUnknown':
    case 'CancelUnknown':
      return says({ type: one.type, childID, cause: 'time-out' }, venue);
    case 'Absent':
      return says({ type: 'Absent', childID, evidence: 'complete history' }, venue);
    case 'Ended':
      return ended(childID, one.how, one.cum, '', venue);
    case 'Filled':
      return one.exec === 4
        ? external(childID)
        : filled(childID, `e${one.exec}`, one.size, 100, venue);
  }
}

function termsOf(bench: Bench, childID: ChildID, size: number) {
  const asked = bench.recorded.findLast(
    ({ event }) =>
      (event.type === 'ChildAmendDecided' || event.type === 'ChildDecided') &&
      event.childID === childID,
  )?.event;
  const isKnown = asked?.type === 'ChildAmendDecided' || asked?.type === 'ChildDecided';
  const terms = isKnown ? asked : { price: price(100), orderQty: qty(10) };
  return { price: terms.price, orderQty: size === 0 ? terms.orderQty : qty(size) };
}

function showBooks(bench: Bench, { here, there }: { here: number; there: number }): void {
  const [ask, otherAsk] = [here === 0 ? [] : [`${here}`], there === 0 ? [] : [`${there}`]];
  bench.book = {
    ...bookOf(listing, {
      asks: ask.map((size) => ['100.00', size] as const),
      bids: [['99.90', '4']],
    }),
    receivedAt: epochNs(bench.now),
  };
  bench.other.book = {
    ...bookOf(otherListing, {
      asks: otherAsk.map((size) => ['100.00', size] as const),
      bids: [['99.90', '2']],
    }),
    receivedAt: epochNs(bench.now),
  };
}

/** A fill whose child the adapter does not know. */
function external(childID: ChildID): Command {
  return says({
    type: 'Filled',
    childID: null,
    venueSymbol: listing.venueSymbol,
    fill: {
      venueOrderID: venueOrderIDOf(childID),
      venueExecID: asVenueExecID('x'),
      lastQty: qty(1),
      lastPx: price(100),
      liquidity: 'maker',
      feeAmount: 0n,
      feeAsset: 'USDT',
      transactTime: epochNs(0n),
    },
  });
}
