// Two pools of one venue in a decision: one child with a part for each, which is one transaction, where that is cheaper.
import { expect, test } from '@jest/globals';
import { tellRoute } from '../../../../gateway/cli/story-route.ts';
import { questionOf } from '../../../../gateway/desk/index.ts';
import { route } from '../../../../router/index.ts';
import type { Instrument, Listing } from '../../../../spec/terms/index.ts';
import { formatDecimal, formatNotional } from '../../../../spec/units/index.ts';
import {
  type Bench,
  bookOf,
  decimal,
  enter,
  instrument,
  listing,
  newBench,
  orderOf,
  poolOf,
  poolsID,
  poolsListing,
  price,
  qty,
} from '../../../fixtures/desk.ts';
import { routed } from './arrangement.ts';

const second: Listing = { ...poolsListing, venueSymbol: 'BTCUSDT-b' };
const withBoth: Instrument = { ...instrument, listings: [listing, poolsListing, second] };

/** Two pools of 1,000 at 100 each; a swap takes 0.02 coins in gas, of which 0.01 are the transaction's. */
function twoPools(): Bench {
  const bench = newBench({ instruments: [withBoth] });
  bench.book = bookOf(listing, { asks: [['110', '1']], bids: [['90', '1']] });
  const gas = { gasWei: decimal('0.02'), sharedGasWei: decimal('0.01') };
  bench.pools.pool = { ...poolOf('1000', '100000'), ...gas };
  bench.pools.others.set(second.venueSymbol, {
    ...poolOf('1000', '100000'),
    ...gas,
    venueSymbol: second.venueSymbol,
  });
  bench.profile = { ...bench.profile, iocOnChain: true };
  return bench;
}

const sell = { side: 'sell', timeInForce: 'IOC', price: price(95), orderQty: qty(20) } as const;

test('a sell over both is one child whose parts add up to it, each at the bound of its own average', () => {
  const bench = twoPools();
  bench.send(enter(bench, 'A', sell));
  const [child, ...others] = orderOf(bench, 'A').children;
  expect(others).toEqual([]);
  // 10 paid in bring 100000 * 10 / 1010 = 990.099009..., on average 99.0099...; less 10 bps 98.9108910...
  expect(child).toMatchObject({
    venueID: poolsID,
    orderQty: qty(20),
    price: price('98.91'),
    swaps: [
      { venueSymbol: poolsListing.venueSymbol, orderQty: qty(10), price: price('98.91') },
      { venueSymbol: second.venueSymbol, orderQty: qty(10), price: price('98.91') },
    ],
  });
});

test('the transaction is paid once: 0.03 coins at 100 for both, and 0.02 for the first of them', () => {
  const bench = twoPools();
  const event = routed(bench.events(enter(bench, 'A', sell)));
  expect(event.legs.map(({ gasCost }) => formatNotional(gasCost ?? 0n))).toEqual(['2', '1']);
  expect(tellRoute(event)).toMatch(/gas 2, together with its others as one transaction; .*gas 1,/);
});

test('a second pool that saves less than its own part of the gas is left out', () => {
  const bench = twoPools();
  // 4 bring 398.406..., 2 and 2 bring 399.201...: 0.795 more, for 1 in gas.
  bench.send(enter(bench, 'A', { ...sell, orderQty: qty(4) }));
  const [child] = orderOf(bench, 'A').children;
  expect(child?.swaps.map(({ orderQty }) => formatDecimal(orderQty))).toEqual(['4']);
});

test('a buy in v2 pools is a child for each: their router gives out more than is asked', () => {
  const bench = twoPools();
  bench.send(enter(bench, 'A', { ...sell, side: 'buy', price: price(105), orderQty: qty(40) }));
  expect(orderOf(bench, 'A').children.map(({ swaps }) => swaps.length)).toEqual([1, 1]);
});

test('both together are given no more than the account`s one balance covers', () => {
  const bench = twoPools();
  bench.balances.set('pools BTC', qty('12'));
  const event = routed(bench.events(enter(bench, 'A', sell)));
  // What nobody shows goes along to the exchange.
  const child = orderOf(bench, 'A').children.find((one) => one.venueID === poolsID);
  expect(child?.swaps.map(({ orderQty }) => formatDecimal(orderQty))).toEqual(['6', '6']);
  // What was asked is in the record: it replays.
  const { order, sources } = questionOf(event);
  expect(route(order, sources).legs).toEqual(event.legs);
});

test('an order that the exchange has no funds for is covered by the pools` balance once, not for each', () => {
  const bench = twoPools();
  bench.balances.set('pools BTC', qty('12')).set('sandbox BTC', qty('1'));
  const [event] = bench.events(enter(bench, 'A', sell));
  expect(event).toMatchObject({
    type: 'OrderRejected',
    text: 'our free balances cover 13 of 20 BTC: 1 BTC at sandbox, 12 BTC at pools',
  });
});

test('a venue whose account has too little coin for gas gets no swap, and the record says so', () => {
  const bench = twoPools();
  const mostGasWei = decimal('0.05');
  bench.pools.pool = bench.pools.pool === null ? null : { ...bench.pools.pool, mostGasWei };
  bench.pools.others.clear();
  bench.balances.set('pools BTC', qty('50')).set('pools BTC for gas', qty('0.0499'));
  const event = routed(bench.events(enter(bench, 'A', sell)));
  expect(event.unused).toContainEqual({
    venueID: poolsID,
    why: 'has 0.0499 BTC for gas, a swap may take 0.05',
  });
  bench.balances.set('pools BTC for gas', qty('0.05'));
  bench.send(enter(bench, 'B', sell));
  expect(orderOf(bench, 'B').children.map((child) => child.venueID)).toContain(poolsID);
  // That one is open: another would need as much again.
  const next = routed(bench.events(enter(bench, 'C', sell)));
  expect(next.unused.map(({ why }) => why)).toContain('has 0.05 BTC for gas, 2 swaps may take 0.1');
});

test('the record is replayed to the same plan', () => {
  const bench = twoPools();
  const event = routed(bench.events(enter(bench, 'A', sell)));
  const { order, sources } = questionOf(event);
  const { legs, cost, filledQty } = route(order, sources);
  expect({ legs, cost, filledQty }).toEqual({
    legs: event.legs,
    cost: event.cost,
    filledQty: event.filledQty,
  });
});
