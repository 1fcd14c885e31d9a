// v2 and v3 to the wei: figures worked by hand, then thousands of swaps against the contracts' loops written anew.
import { describe, expect, test } from '@jest/globals';
import {
  MAX_SQRT_PRICE_X96,
  MAX_TICK,
  MIN_SQRT_PRICE_X96,
  MIN_TICK,
  type SwapAnswer,
  type V2Pool,
  type V3Pool,
  poolFault,
  quoteExactIn,
  quoteExactOut,
  sqrtPriceAtTick,
  tickAtSqrtPrice,
} from '../../../../spec/pools/index.ts';
import {
  FAULTS,
  type Fault,
  rootAt,
  v2In,
  v2Out,
  v3Swap,
} from '../../../fixtures/pool-contract.ts';
import { drawFrom } from '../../../property/router/draw.ts';
import { type DrawnSwap, v2Swap, v3Drawn } from './swaps.ts';

/** Swaps against the contract's loop: `SWAPS=20000` draws more of them. */
const SWAPS = Number(process.env['SWAPS'] ?? 600);

const quote = ({ pool, exact, request }: DrawnSwap<V2Pool | V3Pool>): SwapAnswer =>
  exact === 'in' ? quoteExactIn(pool, request) : quoteExactOut(pool, request);

/** What of an answer the contract's loop knows, too; null: it reverts. */
function facts(answer: SwapAnswer) {
  if (answer.type === 'NoQuote' || answer.after.type !== 'V3') return null;
  const { amountIn, amountOut, ticksCrossed, steps, isWhole, after } = answer;
  const { sqrtPriceX96, tick, liquidity } = after;
  return { amountIn, amountOut, sqrtPriceX96, tick, liquidity, ticksCrossed, steps, isWhole };
}

function contractFacts({ pool, exact, request }: DrawnSwap<V3Pool>, fault?: Fault) {
  const { tokenIn, amount, sqrtPriceLimitX96 } = request;
  const swapped = v3Swap(pool, {
    zeroForOne: tokenIn === 0,
    amountSpecified: exact === 'in' ? amount : -amount,
    ...(sqrtPriceLimitX96 === undefined ? {} : { sqrtPriceLimitX96 }),
    fault,
  });
  if (swapped === null) return null;
  const { left, ...rest } = swapped;
  return { ...rest, isWhole: left === 0n };
}

describe('v2', () => {
  // 1000 · 997 · 10^6 / (10^6 · 1000 + 1000 · 997) = 997 · 10^9 / 1_000_997_000 = 996.006…
  const pool: V2Pool = { type: 'V2', reserve0: 1_000_000n, reserve1: 1_000_000n, feePips: 3000 };

  test('out = in·997·Rout / (Rin·1000 + in·997), rounded down', () => {
    const answer = quoteExactIn(pool, { tokenIn: 0, amount: 1000n });
    expect(answer).toMatchObject({ amountIn: 1000n, amountOut: 996n, isWhole: true });
    expect(answer).toMatchObject({ after: { reserve0: 1_001_000n, reserve1: 999_004n } });
  });

  test('in = Rin·out·1000 / ((Rout − out)·997) + 1, also where it divides', () => {
    // 10^6 · 996 · 1000 / (999_004 · 997) = 999.99…, and one more.
    expect(quoteExactOut(pool, { tokenIn: 1, amount: 996n })).toMatchObject({ amountIn: 1000n });
    // Without a fee 100 · 50 / (100 − 50) is 100 exactly; it costs 101.
    const even: V2Pool = { type: 'V2', reserve0: 100n, reserve1: 100n, feePips: 0 };
    expect(quoteExactOut(even, { tokenIn: 0, amount: 50n })).toMatchObject({ amountIn: 101n });
  });

  test('nothing for nothing, more than there is, and reserves beyond 112 bits are no quotes', () => {
    const type = 'NoQuote';
    expect(quoteExactIn(pool, { tokenIn: 0, amount: 1n })).toMatchObject({ type });
    expect(quoteExactIn(pool, { tokenIn: 0, amount: 0n })).toMatchObject({ type });
    expect(quoteExactOut(pool, { tokenIn: 0, amount: 1_000_000n })).toMatchObject({ type });
    expect(quoteExactIn(pool, { tokenIn: 0, amount: 2n ** 112n })).toMatchObject({ type });
  });

  test('1,000 drawn swaps are the library`s', () => {
    for (let seed = 1; seed <= 1_000; seed += 1) {
      const drawn = v2Swap(seed);
      const { pool: state, exact, request } = drawn;
      const zeroForOne = request.tokenIn === 0;
      const reserveOut = zeroForOne ? state.reserve1 : state.reserve0;
      const answer = quote(drawn);
      if (answer.type === 'NoQuote') continue;
      if (exact === 'in') expect(answer.amountOut).toBe(v2Out(state, zeroForOne, request.amount));
      else expect(answer.amountIn).toBe(v2In(state, zeroForOne, request.amount));
      expect(answer.amountOut < reserveOut).toBe(true);
    }
  });
});

describe('ticks', () => {
  test('the price of tick 0 is 1, of the extremes the published constants', () => {
    expect(sqrtPriceAtTick(0)).toBe(2n ** 96n);
    expect(sqrtPriceAtTick(MIN_TICK)).toBe(MIN_SQRT_PRICE_X96);
    expect(sqrtPriceAtTick(MAX_TICK)).toBe(MAX_SQRT_PRICE_X96);
  });

  test('1.0001^(tick/2): four ticks make the square of two, to the rounding', () => {
    // sqrt(1.0001)^2 = 1.0001: 2^96 · 1.0001, rounded up after the fixed point's own error.
    const exact = (2n ** 96n * 10_001n) / 10_000n;
    expect(sqrtPriceAtTick(2) - exact).toBeLessThanOrEqual(1n);
    expect(sqrtPriceAtTick(2) - exact).toBeGreaterThanOrEqual(0n);
  });

  test('each factor of the table is the nearest to its root: 500 prices are those computed anew', () => {
    const draw = drawFrom(7);
    const bits = Array.from({ length: 20 }, (_, bit) => 2 ** bit).filter(
      (tick) => tick <= MAX_TICK,
    );
    const drawn = Array.from({ length: 500 }, () => draw.whole(MIN_TICK, MAX_TICK));
    for (const tick of [...bits, ...bits.map((bit) => -bit), ...drawn]) {
      expect(sqrtPriceAtTick(tick)).toBe(rootAt(tick));
    }
  });

  test('the tick of a price is the greatest whose price is not above it', () => {
    const draw = drawFrom(8);
    for (let count = 0; count < 500; count += 1) {
      const tick = draw.whole(MIN_TICK, MAX_TICK - 1);
      expect(tickAtSqrtPrice(sqrtPriceAtTick(tick))).toBe(tick);
      if (tick > MIN_TICK) expect(tickAtSqrtPrice(sqrtPriceAtTick(tick) - 1n)).toBe(tick - 1);
    }
    expect(() => tickAtSqrtPrice(MIN_SQRT_PRICE_X96 - 1n)).toThrow(RangeError);
    expect(() => tickAtSqrtPrice(MAX_SQRT_PRICE_X96)).toThrow(RangeError);
    expect(() => sqrtPriceAtTick(MAX_TICK + 1)).toThrow(RangeError);
  });
});

describe('v3', () => {
  // At price 1 with L = 2^96 one unit of price is one unit of token1.
  const flat: V3Pool = {
    type: 'V3',
    sqrtPriceX96: 2n ** 96n,
    tick: 0,
    liquidity: 10n ** 6n,
    tickSpacing: 60,
    feePips: 3000,
    ticks: [
      [-60, 10n ** 6n],
      [60, -(10n ** 6n)],
    ],
  };

  test('token1 in: the fee first, the price by the rest, what is received rounded down', () => {
    // 1000 in: net 997; price 1 + 997/10^6; token0 out = 10^6 · (1 − 1/1.000997) = 996.006…
    const answer = quoteExactIn(flat, { tokenIn: 1, amount: 1000n });
    expect(answer).toMatchObject({ amountIn: 1000n, amountOut: 996n, ticksCrossed: 0, steps: 1 });
  });

  test('liquidity that ends: exact in is used in part, exact out given in part, without a limit', () => {
    // All of token0 above the price: 10^6 · (1 − 1/1.0001^30) = 2995.35…
    const answer = quoteExactOut(flat, { tokenIn: 1, amount: 10_000n });
    expect(answer).toMatchObject({ amountOut: 2995n, ticksCrossed: 1, isWhole: false });
    expect(quoteExactIn(flat, { tokenIn: 1, amount: 10n ** 9n })).toMatchObject({ isWhole: false });
  });

  test('a pool without liquidity, a limit that is passed, a price that is none: no quote', () => {
    const type = 'NoQuote';
    const empty = { ...flat, liquidity: 0n, ticks: [] };
    expect(quoteExactIn(empty, { tokenIn: 0, amount: 1000n })).toMatchObject({ type });
    const passed = { tokenIn: 0, amount: 10n, sqrtPriceLimitX96: 2n ** 97n } as const;
    expect(quoteExactIn(flat, passed)).toMatchObject({ type });
    const none = { ...flat, sqrtPriceX96: 1n };
    expect(quoteExactIn(none, { tokenIn: 0, amount: 10n })).toMatchObject({ type });
  });

  test(`${SWAPS} drawn swaps end as in the contract: amounts, price, tick, liquidity, ticks, steps`, () => {
    const seen = { crossing: 0, many: 0, partly: 0, wordEnds: 0, deep: 0, reverted: 0 };
    for (let seed = 1; seed <= SWAPS; seed += 1) {
      const drawn = v3Drawn(seed);
      const answer = facts(quote(drawn));
      expect({ seed, answer }).toEqual({ seed, answer: contractFacts(drawn) });
      if (answer === null) seen.reverted += 1;
      else {
        if (answer.ticksCrossed > 0) seen.crossing += 1;
        if (answer.ticksCrossed > 9) seen.many += 1;
        if (answer.steps > answer.ticksCrossed + 1) seen.wordEnds += 1;
        if (!answer.isWhole) seen.partly += 1;
        if (drawn.pool.liquidity > 2n ** 96n) seen.deep += 1;
      }
    }
    for (const count of Object.values(seen)) expect(count).toBeGreaterThan(SWAPS / 50);
  });

  test('one state asked again and again, in any order, answers as the contract each time', () => {
    for (let seed = 1; seed <= 12; seed += 1) {
      const { pool } = v3Drawn(seed);
      for (let again = 1; again <= 12; again += 1) {
        const drawn = { ...v3Drawn(seed * 1000 + again), pool };
        const { sqrtPriceLimitX96: _, ...request } = drawn.request;
        const one = { ...drawn, request };
        expect(facts(quote(one))).toEqual(contractFacts(one));
      }
    }
  });

  test('swap upon swap: the state after one is the state of the next', () => {
    const draw = drawFrom(3);
    for (let seed = 1; seed <= 20; seed += 1) {
      let { pool } = v3Drawn(seed);
      for (let count = 0; count < 20; count += 1) {
        const request = {
          tokenIn: draw.one([0, 1] as const),
          amount: BigInt(draw.whole(1, 10 ** 9)),
        };
        const drawn = { pool, exact: draw.one(['in', 'out'] as const), request };
        const answer = quote(drawn);
        expect(facts(answer)).toEqual(contractFacts(drawn));
        if (answer.type === 'NoQuote' || answer.after.type !== 'V3') continue;
        expect(poolFault(answer.after)).toBeNull();
        pool = answer.after;
      }
    }
  });

  test('a pool of spacing 1 without positions is walked to the end, a word a step', () => {
    const bare: V3Pool = { ...flat, tickSpacing: 1, feePips: 100, ticks: [] };
    const drawn = { pool: bare, exact: 'in', request: { tokenIn: 0, amount: 10n ** 60n } } as const;
    const answer = facts(quote(drawn));
    expect(answer).toEqual(contractFacts(drawn));
    expect(answer?.steps).toBe(3467); // 887,272 / 256, the first and the last of them in part.
  });
});

describe('a quote with one mistake in it is found out by these swaps', () => {
  test.each(FAULTS.filter((fault) => fault.startsWith('v2')))('%s', (fault) => {
    const found = Array.from({ length: 1_000 }, (_, seed) => v2Swap(seed + 1)).some((drawn) => {
      const answer = quote(drawn);
      if (answer.type === 'NoQuote') return false;
      const { pool, request, exact } = drawn;
      const zeroForOne = request.tokenIn === 0;
      return exact === 'in'
        ? answer.amountOut !== v2Out(pool, zeroForOne, request.amount, fault)
        : answer.amountIn !== v2In(pool, zeroForOne, request.amount, fault);
    });
    expect(found).toBe(true);
  });

  test.each(FAULTS.filter((fault) => fault.startsWith('v3')))('%s', (fault) => {
    const differs = (seed: number) => {
      const drawn = v3Drawn(seed);
      const [right, wrong] = [facts(quote(drawn)), contractFacts(drawn, fault)];
      return JSON.stringify(right, asText) !== JSON.stringify(wrong, asText);
    };
    let seed = 1;
    while (seed <= SWAPS && !differs(seed)) seed += 1;
    expect(seed).toBeLessThanOrEqual(SWAPS);
  });
});

const asText = (_key: string, value: unknown) => (typeof value === 'bigint' ? `${value}` : value);

describe('a state that no contract can be in', () => {
  const { pool } = v3Drawn(1);
  const v2: V2Pool = { type: 'V2', reserve0: 5n, reserve1: 5n, feePips: 3000 };

  test.each([
    ['a reserve of 0', { ...v2, reserve0: 0n }, 'a reserve of it is empty'],
    ['a reserve of 113 bits', { ...v2, reserve1: 2n ** 112n }, 'a reserve is beyond 2^112'],
    ['a fee of all', { ...v2, feePips: 1_000_000 }, 'its fee of 1000000 pips'],
    ['a price out of range', { ...pool, sqrtPriceX96: 5n }, 'its sqrtPriceX96 5 is out of range'],
    ['another price`s tick', { ...pool, tick: pool.tick + 5 }, 'its tick is'],
    ['liquidity below 0', { ...pool, liquidity: -1n }, 'its liquidity is below 0'],
    ['a tick out of range', { ...pool, ticks: [[900_000, 1n]] }, 'its tick 900000 is out of range'],
    [
      'a tick off the spacing',
      { ...pool, tickSpacing: 10, ticks: [[5, 1n]] },
      'its tick 5 is no multiple of 10',
    ],
    [
      'ticks out of order',
      {
        ...pool,
        tickSpacing: 1,
        ticks: [
          [5, 1n],
          [4, 1n],
        ],
      },
      'its tick 4 stands behind 5',
    ],
    [
      'a net that liquidity cannot bear',
      { ...pool, tickSpacing: 1, ticks: [[-880_000, 10n ** 40n]] },
      'its liquidity falls below 0',
    ],
  ] as const)('%s is named', (_, state, fault) => {
    expect(poolFault(state)).toContain(fault);
  });

  test('the states that were drawn have none', () => {
    for (let seed = 1; seed <= 200; seed += 1) expect(poolFault(v3Drawn(seed).pool)).toBeNull();
  });
});
