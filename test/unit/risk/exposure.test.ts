// What open orders could still become, and what a child is covered by.
import { describe, expect, test } from '@jest/globals';
import {
  coverAmend,
  coverChild,
  exposureOf,
  holdsTheSame,
  moveExposure,
  emptyExposure,
  reservationOf,
} from '../../../risk/index.ts';
import type { ParentOrder } from '../../../spec/events/index.ts';
import { InvariantBroken } from '../../../spec/proof/index.ts';
import { asAccountID, asInstrumentID, childIDOf } from '../../../spec/terms/index.ts';
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

const other = childIDOf({ desk: 1, epoch: 9, intent: 9 });

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

  test('a replace to a worse price is held at that from the moment it is pending', () => {
    const bench = newBench();
    bench.send(enter(bench, 'A'));
    bench.send(replace(bench, ['B', 'A'], { price: price(101) }));
    expect(held(orderOf(bench, 'B'))).toEqual(['10', '1010']);
  });

  test('an ended order holds nothing, whatever it has left', () => {
    expect(held({ ...openOrder(), endedHow: 'Canceled' })).toEqual(['0', '0']);
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
    expect(formatNotional(exposure.buyNotional)).toBe('1000');
    expect(formatNotional(exposure.sellNotional)).toBe('1000');
  });

  test("another instrument's orders are not counted", () => {
    const other = asInstrumentID('ETH-USDT');
    expect(exposureOf([openOrder()], account, other)).toEqual(emptyExposure(account, other));
  });

  test('an order that has ended is no open order', () => {
    const ended: ParentOrder = { ...openOrder(), endedHow: 'Canceled' };
    const empty = emptyExposure(account, instrumentID);
    expect(moveExposure(empty, null, ended)).toEqual(empty);
    const open = moveExposure(empty, null, openOrder());
    expect(moveExposure(open, openOrder(), ended)).toEqual(empty);
  });

  test('no order to no order moves nothing', () => {
    const empty = emptyExposure(account, instrumentID);
    expect(moveExposure(empty, null, null)).toEqual(empty);
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

describe('holdsTheSame', () => {
  test('two forms of an order that differ in nothing that is held', () => {
    const order = openOrder();
    expect(holdsTheSame(order, { ...order, expiring: true, children: [] })).toBe(true);
  });

  test.each<[string, Partial<ParentOrder>]>([
    ['LeavesQty', { leavesQty: qty(9) }],
    ['CumQty, which a pending replace is counted from', { cumQty: qty(1) }],
    ['the worst price', { worstPrice: price(99) }],
    ['its end', { endedHow: 'Canceled' }],
  ])('not when they differ in %s', (_title, change) => {
    const order = openOrder();
    expect(holdsTheSame(order, { ...order, ...change })).toBe(false);
  });

  test('not when a replace is pending in one of them', () => {
    const bench = newBench();
    bench.send(enter(bench, 'A'));
    const before = orderOf(bench, 'A');
    bench.send(replace(bench, ['B', 'A'], { orderQty: qty(15) }));
    const { pendingReplace } = orderOf(bench, 'B');
    expect(holdsTheSame(before, { ...before, pendingReplace })).toBe(false);
  });

  test('an order that is not there holds nothing like one that is', () => {
    expect(holdsTheSame(null, openOrder())).toBe(false);
    expect(holdsTheSame(openOrder(), null)).toBe(false);
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

  test('I3: of a sibling that is partly filled only the rest is open', () => {
    const order = openOrder();
    const children = order.children.map((one) => ({ ...one, orderQty: qty(6), cumQty: qty(2) }));
    const parent: ParentOrder = { ...order, children, cumQty: qty(2), leavesQty: qty(8) };
    expect(coverChild(child(4), parent)).toMatchObject({ orderQty: qty(4) });
    expect(() => coverChild(child(5), parent)).toThrow(/^I3 broken/);
  });

  test('what it refuses it refuses with the figures', () => {
    const figures = (at: string, leavesQty: number) => {
      const parent: ParentOrder = { ...childless(), leavesQty: qty(leavesQty) };
      try {
        coverChild(child(10, at), parent);
        return null;
      } catch (error) {
        return error instanceof InvariantBroken ? error.facts : null;
      }
    };
    expect(figures('100', 9)).toMatchObject({
      childID,
      orderQty: qty(10),
      siblingsOpen: 0n,
      leavesQty: qty(9),
    });
    expect(figures('101', 10)).toMatchObject({
      childID,
      price: price(101),
      worstPrice: price(100),
    });
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

describe('coverAmend', () => {
  /** A buy of 10 at 100 with 4 filled, to be 15 at 99.5: its child may take 11 more. */
  function replacing() {
    const bench = newBench();
    bench.send(enter(bench, 'A'));
    const childID = childOf(bench, 'A');
    bench.send(filled(childID, 'e1', 4));
    bench.send(replace(bench, ['B', 'A'], { orderQty: qty(15), price: price('99.5') }));
    return { order: orderOf(bench, 'B'), childID };
  }
  const terms = { venueID, price: price('99.5'), orderQty: qty(15) };

  test('new terms of the child within what is reserved for the replace are covered', () => {
    const { order, childID } = replacing();
    expect(coverAmend({ ...terms, childID }, order)).toEqual({ ...terms, childID });
  });

  test.each([
    ['I3', 'of more than the replace leaves', { orderQty: qty('15.001') }],
    ['I3', 'of no more than is filled', { orderQty: qty(4) }],
    ['I4', 'at a worse price than the replace allows', { price: price('99.51') }],
    ['I4', 'of a child that the order does not have', { childID: other }],
  ])('%s: terms %s are not', (name, _, wrong) => {
    const { order, childID } = replacing();
    expect(() => coverAmend({ ...terms, childID, ...wrong }, order)).toThrow(`${name} broken`);
  });

  test('I3: what a sibling may still fill is taken off', () => {
    const { order, childID } = replacing();
    const [child] = order.children;
    if (child === undefined) throw new Error('no child');
    const sibling = { ...child, childID: other, orderQty: qty(1), cumQty: qty(0) };
    const both = { ...order, children: [child, sibling] };
    expect(() => coverAmend({ ...terms, childID }, both)).toThrow('I3 broken');
    expect(coverAmend({ ...terms, childID, orderQty: qty(14) }, both)).toBeDefined();
  });

  test('I4: without a replace that is pending nothing is reserved for new terms', () => {
    const { order, childID } = replacing();
    const settled = { ...order, pendingReplace: null };
    expect(() => coverAmend({ ...terms, childID }, settled)).toThrow('I4 broken');
  });
});
