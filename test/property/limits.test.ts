// Whatever happens to orders under limits: what could be held and what is open never goes beyond them, and
// when every order has ended nothing is left reserved (I4).

import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { ChildID } from '../../spec/terms/index.ts';
import { type Qty, asNotional } from '../../spec/units/index.ts';
import {
  type Bench,
  acknowledged,
  cancel,
  ended,
  enter,
  filled,
  newBench,
  noLimits,
  qty,
  replace,
} from '../fixtures/desk.ts';

const LONG = qty(45);
const SHORT = qty(25);
const ORDERS = 4;
const WORTH = asNotional(4_500n * 10n ** 36n);

type Act =
  | { readonly type: 'Enter'; readonly side: 'buy' | 'sell'; readonly lots: number }
  | { readonly type: 'Replace'; readonly which: number; readonly lots: number }
  | { readonly type: 'Cancel'; readonly which: number }
  | { readonly type: 'Fill'; readonly which: number; readonly part: number }
  | { readonly type: 'End'; readonly which: number };

const which = fc.nat({ max: 7 });
/** Small orders meet the limit on their number, large ones those on quantity and value. */
const lots = fc.oneof(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 40 }));
const act: fc.Arbitrary<Act> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      type: fc.constant('Enter' as const),
      side: fc.constantFrom('buy' as const, 'sell' as const),
      lots,
    }),
  },
  fc.record({ type: fc.constant('Replace' as const), which, lots }),
  fc.record({ type: fc.constant('Cancel' as const), which }),
  fc.record({ type: fc.constant('Fill' as const), which, part: fc.integer({ min: 1, max: 4 }) }),
  fc.record({ type: fc.constant('End' as const), which }),
);

/** Open children with what they have left, oldest first. */
function openChildren(
  bench: Bench,
): readonly { readonly childID: ChildID; readonly left: Qty; readonly cum: Qty }[] {
  return [...bench.state.orders.values()].flatMap(({ children }) =>
    children
      .filter(({ phase }) => phase !== 'Ended')
      .map(({ childID, orderQty, cumQty }) => ({
        childID,
        left: (orderQty - cumQty) as Qty,
        cum: cumQty,
      })),
  );
}

let named = 0;
const name = (): string => `N${(named += 1)}`;

function perform(bench: Bench, one: Act): void {
  const orders = [...bench.state.orders.values()];
  switch (one.type) {
    case 'Enter':
      return void bench.send(enter(bench, name(), { side: one.side, orderQty: qty(one.lots) }));
    case 'Replace': {
      const order = orders[one.which];
      if (order === undefined) return;
      const terms = { side: order.side, orderQty: qty(one.lots) };
      return void bench.send(replace(bench, [name(), order.clOrdID], terms));
    }
    case 'Cancel': {
      const order = orders[one.which];
      if (order !== undefined) bench.send(cancel(bench, name(), order.clOrdID));
      return;
    }
    case 'Fill': {
      const child = openChildren(bench)[one.which];
      if (child === undefined) return;
      const part = child.left / BigInt(one.part);
      bench.send(acknowledged(child.childID));
      bench.send(filled(child.childID, name(), String(Number(part / 10n ** 15n) / 1_000)));
      return;
    }
    case 'End': {
      const child = openChildren(bench)[one.which];
      if (child === undefined) return;
      bench.send(ended(child.childID, 'Canceled', String(Number(child.cum / 10n ** 15n) / 1_000)));
    }
  }
}

function expectWithin(bench: Bench): void {
  let orders = 0;
  let worth = 0n;
  for (const [key, { buyQty, sellQty, openOrders, buyNotional, sellNotional }] of bench.state
    .exposures) {
    const position = bench.state.positions.get(key)?.qty ?? 0n;
    if (buyQty > 0n) expect(position + buyQty <= LONG).toBe(true);
    if (sellQty > 0n) expect(sellQty - position <= SHORT).toBe(true);
    orders += openOrders;
    worth += buyNotional + sellNotional;
  }
  expect(orders).toBeLessThanOrEqual(ORDERS);
  expect(worth <= WORTH).toBe(true);
}

describe('limits that change while orders flow', () => {
  test('each order is judged by the limit of its moment, and no change touches what is open', () => {
    const changing = fc.oneof(
      { weight: 4, arbitrary: act },
      fc.record({
        type: fc.constant('Change' as const),
        orders: fc.integer({ min: 1, max: 5 }),
        long: fc.integer({ min: 5, max: 60 }),
      }),
    );
    let overtaken = 0;
    fc.assert(
      fc.property(fc.array(changing, { minLength: 20, maxLength: 60 }), (acts) => {
        const bench = newBench();
        let [orders, long] = [Infinity, Infinity];
        for (const one of acts) {
          const from = bench.recorded.length;
          const open = [...bench.state.orders.values()];
          if (one.type !== 'Change') perform(bench, one);
          else {
            ({ orders, long } = one);
            const place = { scope: 'firm', scopeID: '', who: 'kim', reason: 'drill' } as const;
            const set = { type: 'SetLimit', ...place, currency: null } as const;
            bench.send({ ...set, name: 'maxOpenOrders', value: BigInt(orders) });
            bench.send({ ...set, name: 'maxLongPosition', value: qty(long) });
            expect([...bench.state.orders.values()]).toEqual(open);
            if (open.length > orders) overtaken += 1;
          }
          for (const { event } of bench.recorded.slice(from)) {
            if (event.type !== 'OrderAccepted') continue;
            expect(bench.state.orders.size).toBeLessThanOrEqual(orders);
            if (event.side === 'sell') continue;
            for (const [key, { buyQty }] of bench.state.exposures) {
              const position: bigint = bench.state.positions.get(key)?.qty ?? 0n;
              expect(Number(position + buyQty) / 1e18).toBeLessThanOrEqual(long);
            }
          }
        }
      }),
    );
    expect(overtaken).toBeGreaterThan(20);
  });
});

describe('I4: limits on what is held and open', () => {
  test('hold after every event, and nothing stays reserved behind the last order', () => {
    const refusals = new Map<string, number>();
    fc.assert(
      fc.property(fc.array(act, { minLength: 30, maxLength: 80 }), (acts) => {
        const bench = newBench({
          limits: [
            {
              ...noLimits,
              maxLongPosition: LONG,
              maxShortPosition: SHORT,
              maxOpenOrders: ORDERS,
              maxOpenNotional: WORTH,
            },
          ],
        });
        for (const one of acts) {
          perform(bench, one);
          expectWithin(bench);
        }
        for (const { event } of bench.recorded) {
          if (event.type !== 'OrderRejected') continue;
          refusals.set(event.check, (refusals.get(event.check) ?? 0) + 1);
        }
        for (const order of bench.state.orders.values()) {
          bench.send(cancel(bench, name(), order.clOrdID));
        }
        for (;;) {
          const [child] = openChildren(bench);
          if (child === undefined) break;
          perform(bench, { type: 'End', which: 0 });
        }
        for (const {
          buyQty,
          sellQty,
          buyNotional,
          sellNotional,
          openOrders,
        } of bench.state.exposures.values()) {
          expect([buyQty, sellQty, buyNotional, sellNotional, openOrders]).toEqual([
            0n,
            0n,
            0n,
            0n,
            0,
          ]);
        }
      }),
      { numRuns: 60 },
    );
    // A law about limits that are never met would be none.
    const names = ['maxLongPosition', 'maxShortPosition', 'maxOpenOrders', 'maxOpenNotional'];
    for (const limit of names)
      expect([limit, (refusals.get(limit) ?? 0) > 5]).toEqual([limit, true]);
  });
});
