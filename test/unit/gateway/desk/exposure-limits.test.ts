// Limits on what an account holds and has open, on the desk: reserved at acceptance, released at the end.

import { describe, expect, test } from '@jest/globals';
import { asTicks } from '../../../../spec/units/index.ts';
import type { Limits } from '../../../../spec/terms/index.ts';
import {
  type Bench,
  acknowledged,
  bookAt,
  cancel,
  childOf,
  ended,
  enter,
  filled,
  newBench,
  noLimits,
  orderOf,
  qty,
  replace,
} from '../../../fixtures/desk.ts';
import { rest } from './arrangement.ts';

const benchWith = (limits: Partial<Limits>): Bench =>
  newBench({ limits: [{ ...noLimits, ...limits }] });

/** The check that refused the order; null where it was accepted. */
function refusedBy(
  bench: Bench,
  ...order: Parameters<typeof enter> extends [Bench, ...infer R] ? R : never
) {
  const [event] = bench.events(enter(bench, ...order));
  return event?.type === 'OrderRejected' ? event.check : null;
}

describe('maxLongPosition', () => {
  test('counts open buys from acceptance, fills as position, and lets go of what is cancelled', () => {
    const bench = benchWith({ maxLongPosition: qty(25) });
    expect(refusedBy(bench, 'A')).toBeNull(); // 10 open.
    bench.send(acknowledged(childOf(bench, 'A')));
    bench.send(filled(childOf(bench, 'A'), 'X1', 4)); // 4 held, 6 open.
    expect(refusedBy(bench, 'B', { orderQty: qty(15.001) })).toBe('maxLongPosition');
    bench.send(cancel(bench, 'C', 'A'));
    expect(refusedBy(bench, 'D', { orderQty: qty(15.001) })).toBe('maxLongPosition');
    bench.send(ended(childOf(bench, 'A'), 'Canceled', 4)); // 4 held.
    expect(refusedBy(bench, 'E', { orderQty: qty(21.001) })).toBe('maxLongPosition');
    expect(refusedBy(bench, 'F', { orderQty: qty(21) })).toBeNull();
  });

  test('a replace counts once: its own open quantity is not added to itself', () => {
    const bench = benchWith({ maxLongPosition: qty(25) });
    rest(bench, 'A');
    bench.send(filled(childOf(bench, 'A'), 'X1', 4));
    expect(bench.events(replace(bench, ['B', 'A'], { orderQty: qty(25.001) }))[0]).toMatchObject({
      type: 'RequestRejected',
      text: "account ACME-1 could come to hold 25.001 BTC, over the firm's 25 BTC",
    });
    expect(bench.events(replace(bench, ['C', 'A'], { orderQty: qty(25) }))[0]).toMatchObject({
      type: 'ReplaceRequested',
    });
  });

  test('a replace to less passes, though the limit was lowered below what is held', () => {
    const bench = benchWith({});
    rest(bench, 'A');
    bench.send({
      type: 'ConfigureDesk',
      instruments: [],
      limits: [{ ...noLimits, maxLongPosition: qty(1) }],
    });
    expect(bench.events(replace(bench, ['B', 'A'], { orderQty: qty(9) }))[0]).toMatchObject({
      type: 'ReplaceRequested',
    });
  });
});

test('maxShortPosition "0": nothing is sold that is not held, and nothing twice', () => {
  const bench = benchWith({ maxShortPosition: qty(0) });
  expect(refusedBy(bench, 'A', { side: 'sell' })).toBe('maxShortPosition');
  bench.send(enter(bench, 'B'));
  bench.send(filled(childOf(bench, 'B'), 'X1', 10));
  expect(refusedBy(bench, 'C', { side: 'sell', orderQty: qty(6) })).toBeNull();
  expect(refusedBy(bench, 'D', { side: 'sell', orderQty: qty(4.001) })).toBe('maxShortPosition');
  expect(refusedBy(bench, 'E', { side: 'sell', orderQty: qty(4) })).toBeNull();
});

test('maxOpenOrders: a place is free again when an order has ended, and a replace takes none', () => {
  const bench = benchWith({ maxOpenOrders: 2 });
  expect(refusedBy(bench, 'A')).toBeNull();
  expect(refusedBy(bench, 'B')).toBeNull();
  expect(refusedBy(bench, 'C')).toBe('maxOpenOrders');
  bench.send(acknowledged(childOf(bench, 'A')));
  expect(bench.events(replace(bench, ['R', 'A'], { orderQty: qty(11) }))[0]).toMatchObject({
    type: 'ReplaceRequested',
  });
  bench.send(filled(childOf(bench, 'B'), 'X1', 10));
  expect(orderOf(bench, 'B').endedHow).toBe('Filled');
  expect(refusedBy(bench, 'D')).toBeNull();
});

test('rates refuse orders; a cancel is always taken', () => {
  const bench = benchWith({ maxMessagesPerSecond: 5, maxOrdersPerSecond: 3 });
  bench.send(enter(bench, 'A'));
  bench.rate = { messages: 6, orders: 1 };
  expect(refusedBy(bench, 'B')).toBe('maxMessageRate');
  bench.rate = { messages: 4, orders: 4 };
  expect(refusedBy(bench, 'C')).toBe('maxOrderRate');
  bench.rate = { messages: 1_000, orders: 1_000 };
  expect(bench.events(cancel(bench, 'D', 'A'))[0]).toMatchObject({ type: 'CancelRequested' });
});

describe('market data', () => {
  const textOf = (bench: Bench): string => {
    const [event] = bench.events(enter(bench, `N${bench.recorded.length}`));
    return event?.type === 'OrderRejected' ? `${event.check}: ${event.text}` : 'accepted';
  };

  test('that are older than the bound refuse the order and say how old', () => {
    const bench = newBench();
    bench.book = bookAt(bench.now - 5_000_000_000n);
    expect(textOf(bench)).toBe('accepted');
    bench.book = bookAt(bench.now - 5_001_000_000n);
    expect(textOf(bench)).toBe(
      "liveMarket: there is no live market in BTC/USDT now: sandbox's book is 5001 ms old, at most 5000 is allowed",
    );
  });

  test('whose bid is not below the ask refuse the order and show both', () => {
    const bench = newBench();
    const book = bookAt(bench.now);
    bench.book = {
      ...book,
      bids: [[asTicks(10_001), book.asks[0]?.[1] ?? book.bids[0]?.[1]] as never],
    };
    expect(textOf(bench)).toBe(
      "liveMarket: there is no live market in BTC/USDT now: sandbox's book is crossed, bid 100.01 and ask 100.01",
    );
  });
});
