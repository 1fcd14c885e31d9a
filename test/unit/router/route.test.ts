// Plans that are worked out by hand: fees, gas, minimums, limits, and the reasons that go with them.
import { describe, expect, test } from '@jest/globals';
import {
  type RouteOrder,
  type RoutePlan,
  type Source,
  route,
  routeWhole,
} from '../../../router/index.ts';
import { asRate, formatDecimal, formatNotional } from '../../../spec/units/index.ts';
import { book, buy, pool, price, qty, sell } from './sources.ts';

/** What a plan comes to, for a person. */
function told(plan: RoutePlan) {
  return {
    filled: formatDecimal(plan.filledQty),
    cost: formatNotional(plan.cost),
    legs: plan.legs.map((leg) => `${leg.venueID} ${formatDecimal(leg.qty)}`),
  };
}

const legOf = (plan: RoutePlan, venue: string) =>
  plan.legs.find(({ venueID }) => venueID === venue);

function why(
  order: RouteOrder,
  source: Source,
  beside: readonly Source[] = [],
): string | undefined {
  return route(order, [source, ...beside]).unused.find(({ venueID }) => venueID === source.venueID)
    ?.why;
}

const allIn = (order: RouteOrder): RouteOrder => ({ ...order, limitBasis: 'allIn' });

describe('books', () => {
  // A at 10 bp: 100.1 and 101.101 with its fee. B without: 100.05 and 100.2.
  const a = book(
    'A',
    [
      ['100', '2'],
      ['101', '5'],
    ],
    { feeBps: '10' },
  );
  const b = book(
    'B',
    [
      ['100.05', '1'],
      ['100.2', '9'],
    ],
    { tick: '0.05' },
  );

  test('levels are taken by their price with the fee', () => {
    const plan = route(buy('3'), [a, b]);
    expect(told(plan)).toEqual({ filled: '3', cost: '300.25', legs: ['A 2', 'B 1'] }); // 200.2 + 100.05.
    expect(legOf(plan, 'A')).toMatchObject({
      worstPrice: price('100'),
      marginalPrice: price('100.1'),
    });
    expect(legOf(plan, 'B')).toMatchObject({ worstPrice: price('100.05') });
    expect(plan.boundBps).toBe(0);
  });

  test('a sell takes the highest bids net of the fee, and its cost is what is received', () => {
    const bids = book(
      'A',
      [
        ['100', '1'],
        ['99', '1'],
      ],
      { feeBps: '10' },
    );
    const other = book('B', [['99.5', '1']], { feeBps: '100' }); // 98.505 net, under 98.901.
    const plan = route(sell('2'), [bids, other]);
    expect(told(plan)).toEqual({ filled: '2', cost: '198.801', legs: ['A 2'] }); // 199 less 0.199.
    expect(legOf(plan, 'A')).toMatchObject({
      worstPrice: price('99'),
      marginalPrice: price('98.901'),
    });
    expect(plan.unused).toEqual([
      { venueID: 'B', why: "its first unit would bring 98.505, the plan's last brings 98.901" },
    ]);
  });

  test('a rebate lowers a cost', () => {
    const paid = book('A', [['100', '1']], { feeBps: '-1' });
    expect(told(route(buy('1'), [paid])).cost).toBe('99.99');
  });

  test('a fee is rounded up at the 36th decimal, against the client', () => {
    const least = '0.000000000000000001';
    const one = {
      ...book('A', [[least, least]], { tick: least, lot: least }),
      takerFee: asRate(1n),
    };
    // 10^-18 times 10^-18 is one unit of the 36th decimal; the fee a part of one.
    expect(route(buy(least), [one]).cost).toBe(2n);
  });

  test('what no lot takes is left', () => {
    expect(told(route(buy('1.05'), [b]))).toMatchObject({ filled: '1', legs: ['B 1'] });
    expect(told(route(buy('40'), [a, b])).filled).toBe('17');
  });

  test('a level finer than the lot is taken together with the next', () => {
    const odd = {
      ...book(
        'A',
        [
          ['100', '0.5'],
          ['101', '2'],
        ],
        { lot: '0.5' },
      ),
      lot: qty('1'),
      levelLot: qty('0.5'),
    };
    expect(told(route(buy('1'), [odd]))).toMatchObject({ filled: '1', cost: '100.5' });
  });
});

describe('minimums', () => {
  test('where greedy by price strands: 4 at 100 and 2 at 120 are dearer than 1 at 100 and 5 at 105', () => {
    const a = book('A', [
      ['100', '4'],
      ['120', '10'],
    ]);
    const b = book('B', [['105', '20']], { minQty: '5' });
    expect(told(route(buy('6'), [a, b]))).toEqual({
      filled: '6',
      cost: '625',
      legs: ['A 1', 'B 5'],
    });
  });

  test('the same in many fine lots, where no programme over lots is run', () => {
    const a = book(
      'A',
      [
        ['100', '4'],
        ['120', '10'],
      ],
      { lot: '0.0001' },
    );
    const b = book('B', [['105', '20']], { lot: '0.0001', minQty: '5' });
    const plan = route(buy('6'), [a, b]);
    expect(told(plan)).toEqual({ filled: '6', cost: '625', legs: ['A 1', 'B 5'] });
    expect(plan.boundBps).toBeLessThanOrEqual(0.0001);
  });

  test('a least notional is held against price times quantity', () => {
    const a = book('A', [['100', '4']], { minNotional: '250' });
    expect(told(route(buy('2.4'), [a])).filled).toBe('0');
    expect(told(route(buy('2.5'), [a])).filled).toBe('2.5');
    // A sell is held against its worst price: 3 at 50 are 150, though they bring 250.
    const cliff = book(
      'C',
      [
        ['100', '2'],
        ['50', '4'],
      ],
      { minNotional: '200' },
    );
    expect(told(route(sell('3'), [cliff]))).toMatchObject({ filled: '2' });
  });

  test('a most is kept', () => {
    const a = book('A', [['100', '9']], { maxQty: '2' });
    expect(told(route(buy('5'), [a, book('B', [['101', '9']])])).legs).toEqual(['A 2', 'B 3']);
  });
});

describe('pools and gas', () => {
  // Without a fee a buy of 1 costs 9,900 · 1 / 99 = 100, and the one unit more that v2 always takes.
  const cheap = (gas: string) => pool('P', { base: '100', quote: '9900', gas });

  test('a swap costs what the contract takes, and its gas', () => {
    const plan = route(buy('1'), [cheap('0.5')]);
    expect(told(plan).cost).toBe('100.500000000000000001');
    // 9,900 · 100 / 99²: what the next unit costs.
    expect(legOf(plan, 'P')?.marginalPrice).toBe(price('101.010101010101010102'));
  });

  test('gas switches a pool on only where it pays', () => {
    const beside = book('A', [['101.5', '10']]);
    // At 101.5 the pool would take 1.2 and save about 1.5 on them.
    expect(told(route(buy('2'), [cheap('1.4'), beside])).legs).toEqual(['P 1.2', 'A 0.8']);
    const plan = route(buy('2'), [cheap('1.6'), beside]);
    expect(told(plan).legs).toEqual(['A 2']);
    expect(plan.unused[0]?.why).toMatch(
      /^it would save 1\.5\d* on 1\.2\d*, less than its gas of 1\.6$/,
    );
  });

  test('no swap goes out whose gas is more than itself', () => {
    const poor = pool('P', { base: '100', quote: '100', gas: '2' });
    expect(why(sell('1'), poor)).toBe('its gas is more than what it could trade');
    expect(why(buy('1'), poor)).toBe('its gas is more than what it could trade');
  });

  test('a token of 6 decimals is paid in its own units: rounded up, received rounded down', () => {
    const state = {
      type: 'V2',
      reserve0: 3n * 10n ** 18n,
      reserve1: 1_000_000n,
      feePips: 0,
    } as const;
    const usd = { ...cheap('0'), pool: state, decimals: { base: 18, quote: 6 } };
    // 1 of 3 for half of 1.000000 is 0.500000 exactly, and v2's one more.
    expect(told(route(buy('1'), [usd])).cost).toBe('0.500001');
    expect(told(route(sell('1'), [usd])).cost).toBe('0.25');
    expect(told(route(sell('2.1'), [usd])).cost).toBe('0.411764'); // 2.1 / 5.1 = 0.41176470…
  });
});

describe('limits', () => {
  const a = book(
    'A',
    [
      ['100', '1'],
      ['100.5', '1'],
      ['101', '1'],
    ],
    { feeBps: '50' },
  );

  test('gross: the venue`s price, all-in: with its fee', () => {
    expect(told(route(buy('3', '101'), [a])).filled).toBe('3');
    expect(told(route(allIn(buy('3', '101')), [a])).filled).toBe('1'); // 100.5, then 101.0025.
    expect(legOf(route(allIn(buy('3', '101')), [a]), 'A')?.marginalPrice).toBe(price('100.5'));
  });

  test('all-in a pool`s gas counts in its average', () => {
    const p = pool('P', { base: '100', quote: '9900', gas: '1', lot: '1' });
    // One costs 100 and a unit, with gas over 101; the second alone over 102.
    expect(told(route(allIn(buy('1', '101')), [p])).filled).toBe('0');
    expect(told(route(allIn(buy('1', '101.1')), [p])).filled).toBe('1');
    expect(told(route(buy('1', '101'), [p]))).toMatchObject({ filled: '0' }); // Its price after is 101.01.
    expect(why(allIn(buy('1', '101.011')), { ...p, lot: qty('0.01') })).toBeUndefined();
    expect(why(allIn(buy('1', '100.9')), { ...p, lot: qty('0.01') })).toBe(
      'with its gas the average is beyond the limit',
    );
  });

  test('a sell keeps above its limit', () => {
    const bids = book(
      'A',
      [
        ['100', '1'],
        ['99.5', '1'],
        ['99', '1'],
      ],
      { feeBps: '50' },
    );
    expect(told(route(sell('3', '99.5'), [bids])).filled).toBe('2');
    expect(told(route(allIn(sell('3', '99.5')), [bids])).filled).toBe('1'); // 99.5 net, then 99.0025.
  });
});

describe('why a venue is not used', () => {
  const near = book('N', [['100', '9']]);

  test.each([
    ['nothing shown', book('X', []), 'it shows no ask'],
    [
      'too dear',
      book('X', [['101', '9']]),
      "its first unit would cost 101, the plan's last costs 100",
    ],
    [
      'a minimum above the order',
      book('X', [['99', '9']], { minQty: '3' }),
      'its minimum of 3 is more than the order',
    ],
    [
      'a lot above the order',
      book('X', [['99', '9']], { lot: '3' }),
      'its lot of 3 is more than the order',
    ],
    [
      'less shown than the minimum',
      book('X', [['99', '1']], { minQty: '1.5' }),
      'it has 1, under its minimum of 1.5',
    ],
    [
      'levels out of order',
      book('X', [
        ['99', '1'],
        ['98', '1'],
      ]),
      'level 2 of its asks is out of order',
    ],
    ['an empty pool', pool('X', { base: '0', quote: '5' }), 'a reserve of it is empty'],
    [
      'a fee of all',
      pool('X', { base: '5', quote: '5', feePips: 1_000_000 }),
      'its fee of 1000000 pips is not from 0 to 999999',
    ],
    [
      'a lot finer than the token',
      { ...pool('X', { base: '5', quote: '5' }), decimals: { base: 0, quote: 18 } },
      'its lot is finer than the token',
    ],
  ] as const)('%s', (_, source, expected) => {
    expect(why(buy('2'), source, [near])).toBe(expected);
  });

  test('beyond the limit, the fee named where it is what puts it there', () => {
    const x = book('X', [['100', '9']], { feeBps: '10' });
    expect(why(buy('2', '99'), x)).toBe('its best ask 100 is beyond the limit 99');
    expect(why(allIn(buy('2', '100')), x)).toBe(
      'its best ask 100, 100.1 with the fee, is beyond the limit 100',
    );
  });

  test('every source is a leg or has a reason', () => {
    const plan = route(buy('2'), []);
    expect(plan).toMatchObject({ filledQty: 0n, cost: 0n, boundBps: 0, legs: [], unused: [] });
  });
});

describe('fill or kill goes whole to one source', () => {
  const a = book('A', [
    ['100', '2'],
    ['103', '2'],
  ]);
  const b = book('B', [['101', '3']]);

  test('the cheapest that shows all of it', () => {
    const plan = routeWhole(buy('3'), [a, b]); // 200 + 103 at A, 303 at B: A and B alike; 2.9 is cheaper at A.
    expect(plan.legs).toHaveLength(1);
    expect(told(routeWhole(buy('2.9'), [a, b]))).toMatchObject({ legs: ['A 2.9'], cost: '292.7' });
    expect(told(routeWhole(buy('3'), [b, a])).cost).toBe('303');
    expect(plan.unused).toEqual([{ venueID: 'B', why: 'another shows all of it for less' }]);
  });

  test('none that shows all of it: nothing is sent, and each says what it has', () => {
    const plan = routeWhole(buy('4.1'), [a, b]);
    expect(told(plan)).toEqual({ filled: '0', cost: '0', legs: [] });
    expect(plan.unused).toEqual([
      { venueID: 'A', why: 'it shows 4 of it' },
      { venueID: 'B', why: 'it shows 3 of it' },
    ]);
  });
});
