// What open orders could still become, and what a child is covered by.
import { describe, expect, test } from '@jest/globals';
import {
  coverChild,
  exposureOf,
  moveExposure,
  emptyExposure,
  reservationOf,
} from '../../../risk/index.ts';
import type { ParentOrder } from '../../../spec/events/index.ts';
import { asAccountID, childIDOf } from '../../../spec/terms/index.ts';
import { formatNotional } from '../../../spec/units/index.ts';
import {
  account,
  acknowledged,
  childOf,
  enter,
  filled,
  instrumentID,
  listing,
  newBench,
  orderOf,
  price,
  qty,
  replace,
  venueID,
} from '../../fixtures/desk.ts';

function openOrder(side: 'buy' | 'sell' = 'buy'): ParentOrder {
  const bench = newBench();
  bench.send(enter(bench, 'A', { side }));
  return orderOf(bench, 'A');
}

function held(order: ParentOrder): readonly string[] {
  const { qty: amount, notional } = reservationOf(order);
  return [formatNotional(amount * 10n ** 18n), formatNotional(notional)];
}

describe('reservationOf', () => {
  test('an open order holds its LeavesQty at its worst price', () => {
    expect(held(openOrder())).toEqual(['10', '1000']);
  });

  test('a fill releases what it took', () => {
    const bench = newBench();
    bench.send(enter(bench, 'A'));
    bench.send(filled(childOf(bench, 'A'), 'e1', 4));
    expect(held(orderOf(bench, 'A'))).toEqual(['6', '600']);
  });

  test('while a replace is pending the larger of old and new is held', () => {
    const bench = newBench();
    bench.send(enter(bench, 'A'));
    bench.send(filled(childOf(bench, 'A'), 'e1', 4));
    const order = orderOf(bench, 'A');
    bench.send(replace(bench, ['B', 'A'], { orderQty: qty(15), price: price('99.5') }));
    expect(held(orderOf(bench, 'B'))).toEqual(['11', '1100']);
    expect(held(order)).toEqual(['6', '600']);
  });

  test('a replace down lowers nothing before it takes effect', () => {
    const bench = newBench();
    bench.send(enter(bench, 'A'));
    bench.send(replace(bench, ['B', 'A'], { orderQty: qty(2) }));
    expect(held(orderOf(bench, 'B'))).toEqual(['10', '1000']);
  });

  test('an ended order holds nothing', () => {
    const bench = newBench();
    bench.send(enter(bench, 'A'));
    bench.send(filled(childOf(bench, 'A'), 'e1', 10));
    expect(held(orderOf(bench, 'A'))).toEqual(['0', '0']);
  });
});

describe('exposure', () => {
  test('opposing orders do not net', () => {
    const both = [openOrder('buy'), openOrder('sell')];
    const exposure = exposureOf(both, account, instrumentID);
    expect([exposure.buyQty, exposure.sellQty, exposure.openOrders]).toEqual([qty(10), qty(10), 2]);
  });

  test("another account's orders are not counted", () => {
    const nobody = asAccountID('NOBODY');
    expect(exposureOf([openOrder()], nobody, instrumentID)).toEqual(
      emptyExposure(nobody, instrumentID),
    );
  });

  test('what comes in and goes out again leaves nothing', () => {
    const order = openOrder('sell');
    const empty = emptyExposure(account, instrumentID);
    expect(moveExposure(moveExposure(empty, null, order), order, null)).toEqual(empty);
  });
});

describe('coverChild', () => {
  const childID = childIDOf({ desk: 1, epoch: 1, intent: 99 });
  const child = (orderQty: number, at: string | number = 100) => ({
    childID,
    venueID,
    instrumentID,
    venueSymbol: listing.venueSymbol,
    side: 'buy' as const,
    price: price(at),
    orderQty: qty(orderQty),
    timeInForce: 'GTC' as const,
  });
  const childless = (): ParentOrder => ({ ...openOrder(), children: [] });

  test('covers a child of all that is left, at the worst price', () => {
    expect(coverChild(child(10), childless())).toMatchObject({ orderQty: qty(10) });
  });

  test("I3: refuses a child that with its siblings' open quantity is over LeavesQty", () => {
    expect(() => coverChild(child(1), openOrder())).toThrow(/^I3 broken/);
    expect(() => coverChild(child(11), childless())).toThrow(/^I3 broken/);
    expect(() => coverChild(child(0), childless())).toThrow(/^I3 broken/);
  });

  test('I3: a sibling in doubt or acknowledged counts as open', () => {
    const bench = newBench();
    bench.send(enter(bench, 'A'));
    bench.send(acknowledged(childOf(bench, 'A')));
    expect(() => coverChild(child(1), orderOf(bench, 'A'))).toThrow(/^I3 broken/);
  });

  test('I4: refuses a price beyond the worst, and a child of an ended order', () => {
    expect(() => coverChild(child(10, '100.01'), childless())).toThrow(/^I4 broken/);
    expect(() => coverChild({ ...child(10, '99.99'), side: 'sell' }, childless())).toThrow(
      /^I4 broken/,
    );
    expect(() => coverChild(child(1), { ...childless(), endedHow: 'Canceled' })).toThrow(
      /^I4 broken/,
    );
  });
});
