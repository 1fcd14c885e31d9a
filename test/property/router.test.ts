// The plan is the best there is: against every split of small orders, against independent solvers of larger ones.
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { type PoolSource, type RoutePlan, route, routeWhole, trimmed } from '../../router/index.ts';
import { asVenueID } from '../../spec/terms/index.ts';
import { asNotional, asQty } from '../../spec/units/index.ts';
import { v3Swap } from '../fixtures/pool-contract.ts';
import { E18, SMALL, type Shape, type Situation, drawFrom, situation } from './router/draw.ts';
import { type Best, exhaustive, greedy } from './router/exhaustive.ts';
import { hostile } from './router/hostile.ts';
import { costTable, ownCost, toFloat } from './router/own-quotes.ts';
import { type Product, bestProceeds, knapsack, proceeds } from './router/solve.ts';

const seed = Number(process.env['SEED'] ?? 1);
/** Of the exhaustive search; the other laws take a part of it. */
const CASES = Number(process.env['ROUTER_CASES'] ?? process.env['RUNS'] ?? 2_000);
const seeds = fc.nat({ max: 2 ** 31 });

function holds(cases: number, law: (drawn: number) => void): void {
  fc.assert(fc.property(seeds, law), { seed, numRuns: Math.ceil(cases) });
}

/** All that must hold of any plan, whatever it costs. */
function expectLawful({ order, sources }: Situation, plan: RoutePlan): void {
  expect(plan.filledQty).toBe(plan.legs.reduce((total, { qty }) => total + qty, 0n));
  expect(plan.cost).toBe(plan.legs.reduce((total, leg) => total + leg.cost, 0n));
  expect(plan.filledQty <= order.orderQty).toBe(true);
  expect([...plan.legs, ...plan.unused].map(({ venueID }) => venueID).toSorted()).toEqual(
    sources.map(({ venueID }) => venueID).toSorted(),
  );
  for (const leg of plan.legs) {
    const source = sources.find(({ venueID }) => venueID === leg.venueID);
    const own = source === undefined ? null : ownCost(source, order, leg.qty);
    expect(own).not.toBeNull(); // On the lot, above the minimums, within the limit.
    expect(leg.cost).toBe(order.side === 'buy' ? own : -(own ?? 0n));
    if (source?.type === 'Book') expect(leg.worstPrice % source.tick).toBe(0n);
    if (order.limit === null) continue;
    // With fees in the limit a rebate lets the price itself go beyond it.
    const isAllIn = order.limitBasis === 'allIn' && source?.type === 'Book';
    const bounded = isAllIn ? leg.marginalPrice : leg.worstPrice;
    expect(order.side === 'buy' ? bounded <= order.limit : bounded >= order.limit).toBe(true);
  }
}

const tablesOf = ({ order, sources, lot }: Situation) =>
  sources.map((source) => costTable(source, order, { lot, lots: lotsOf({ order, lot }) }));

const lotsOf = ({ order, lot }: Pick<Situation, 'order' | 'lot'>) => Number(order.orderQty / lot);

/** Paid is positive, received negative. */
const signedCost = ({ order }: Situation, plan: RoutePlan): bigint =>
  plan.cost * (order.side === 'buy' ? 1n : -1n);

/** How much dearer than the best, in basis points. */
function gapBps(cost: bigint, best: bigint): number {
  return (toFloat(cost - best) / Math.abs(toFloat(cost))) * 1e4;
}

function crossesTicks({ order, sources }: Situation, plan: RoutePlan): boolean {
  return plan.legs.some(({ venueID, qty }) => {
    const source = sources.find((one) => one.venueID === venueID);
    if (source?.type !== 'Pool' || source.pool.type !== 'V3') return false;
    const base = (qty * 10n ** BigInt(source.decimals.base)) / E18;
    const isSell = order.side === 'sell';
    const zeroForOne = source.baseIsToken0 === isSell;
    const swapped = v3Swap(source.pool, { zeroForOne, amountSpecified: isSell ? base : -base });
    return (swapped?.ticksCrossed ?? 0) > 0;
  });
}

/** Greedy by price fills less, or as much for more. */
function failsGreedily(
  { order, sources, lot }: Situation,
  tables: ReturnType<typeof tablesOf>,
  best: Best,
) {
  const simple = greedy(tables, lotsOf({ order, lot }), {
    steps: sources.map((source) => Number(source.lot / lot)),
    fixed: sources.map((source) => (source.type === 'Pool' ? source.gasCost : 0n)),
  });
  return simple.lots < best.lots || simple.cost > best.cost;
}

describe('an order of up to 40 lots over three books, a v2 and a v3 pool', () => {
  test('no feasible split fills more, or as much for less', () => {
    const seen = { greedyFails: 0, crossing: 0, limited: 0, partly: 0 };
    holds(CASES, (drawn) => {
      const one = situation(drawn, SMALL);
      const plan = route(one.order, one.sources);
      expectLawful(one, plan);
      const tables = tablesOf(one);
      const best = exhaustive(tables, lotsOf(one));
      expect(plan.filledQty).toBe(BigInt(best.lots) * one.lot);
      expect(signedCost(one, plan)).toBe(best.cost);
      expect(plan.boundBps).toBe(0);
      if (failsGreedily(one, tables, best)) seen.greedyFails += 1;
      if (crossesTicks(one, plan)) seen.crossing += 1;
      if (one.order.limit !== null) seen.limited += 1;
      if (plan.filledQty < one.order.orderQty) seen.partly += 1;
    });
    expect(seen.greedyFails).toBeGreaterThanOrEqual(CASES / 5);
    expect(seen.crossing).toBeGreaterThanOrEqual(CASES / 5);
    expect(seen.limited).toBeGreaterThanOrEqual(CASES / 10);
    expect(seen.partly).toBeGreaterThan(0);
  });

  test('with pools that take any amount no split on the lots is cheaper by more than their tokens` units', () => {
    holds(CASES / 20, (drawn) => {
      const onLots = situation(drawn, SMALL);
      const best = exhaustive(tablesOf(onLots), lotsOf(onLots));
      const sources = onLots.sources.map((source) =>
        source.type === 'Pool' ? { ...source, lot: asQty(1n) } : source,
      );
      const plan = route(onLots.order, sources);
      expectLawful({ ...onLots, sources }, plan);
      expect(plan.filledQty >= BigInt(best.lots) * onLots.lot).toBe(true);
      if (plan.filledQty > BigInt(best.lots) * onLots.lot) return;
      // Each of the two pools rounds to 10^-6 of the quote at the coarsest.
      expect(toFloat(signedCost(onLots, plan) - best.cost)).toBeLessThanOrEqual(2e-6);
    });
  });
});

describe('an order of 65 to 250 lots over three books and four pools', () => {
  const large = (grids: readonly number[]): Shape => ({
    lots: [65, 250],
    books: 3,
    pools: 4,
    grids,
    levelLots: [2, 12],
    limits: true,
  });

  test.each([
    ['venues of one lot', [1]],
    ['venues of different lots', [1, 1, 2, 3, 5]],
  ])(
    '%s: the bound is never below the gap to a knapsack`s optimum, the gap under 0.1 bp',
    (_, grids) => {
      holds(CASES / 40, (drawn) => {
        const one = situation(drawn, large(grids));
        const plan = route(one.order, one.sources);
        expectLawful(one, plan);
        const best = knapsack(tablesOf(one), lotsOf(one));
        expect(plan.filledQty).toBe(BigInt(best.lots) * one.lot);
        if (best.lots === 0) return;
        const gap = gapBps(signedCost(one, plan), best.cost);
        expect(gap).toBeLessThanOrEqual(plan.boundBps);
        expect(gap).toBeLessThan(0.1);
      });
    },
  );
});

describe('the instance family of constant-product pools', () => {
  /** Depths over three decades, four fee tiers, prices within 20 bp, an order of 0.01 % to 30 % of the depth. */
  const instance = (drawn: number, count: number, gasBps: number) => {
    const draw = drawFrom(drawn);
    const pools = Array.from({ length: count }, (): Product => {
      const base = 10 ** draw.real(2, 5);
      const price = 100 * (1 + draw.real(-0.002, 0.002));
      return { base, quote: base * price, kept: 1 - draw.one([1, 5, 30, 100]) / 10_000, gas: 0 };
    });
    const depth = pools.reduce((sum, { base }) => sum + base, 0);
    const qty = depth * 10 ** draw.real(-4, Math.log10(0.3));
    const gas = (qty * 100 * gasBps) / 10_000;
    const exactQty = Number(amount(qty)) / 1e18;
    return { qty: exactQty, pools: pools.map((pool) => ({ ...pool, gas })) };
  };
  const amount = (value: number) => BigInt(Math.round(value * 1e9)) * 10n ** 9n;
  const sourceOf = ({ base, quote, kept, gas }: Product, at: number): PoolSource => ({
    type: 'Pool',
    venueID: asVenueID(`pool${at}`),
    pool: {
      type: 'V2',
      reserve0: amount(base),
      reserve1: amount(quote),
      feePips: Math.round((1 - kept) * 1e6),
    },
    decimals: { base: 18, quote: 18 },
    baseIsToken0: true,
    lot: asQty(1n),
    minQty: asQty(1n),
    maxQty: asQty(10n ** 40n),
    gasCost: asNotional(amount(gas) * E18),
  });

  test.each([
    [3, 0, CASES / 5],
    [4, 0.5, CASES / 5],
    [4, 5, CASES / 5],
    [8, 2, CASES / 40],
  ])(
    '%i pools, gas %d bp each: loss 0 bp p95, under 5 bp worst, within the bound, never behind one pool',
    (count, gasBps, cases) => {
      const losses: number[] = [];
      holds(cases, (drawn) => {
        const { qty, pools } = instance(drawn, count, gasBps);
        const order = {
          side: 'sell',
          orderQty: asQty(amount(qty)),
          limit: null,
          limitBasis: 'gross',
        } as const;
        const plan = route(order, pools.map(sourceOf));
        const brought = toFloat(plan.cost);
        const best = bestProceeds(pools, qty);
        const lossBps = ((best - brought) / brought) * 1e4;
        losses.push(lossBps);
        expect(lossBps).toBeLessThanOrEqual(plan.boundBps + 1e-6); // The solver's own float error.
        const single = Math.max(...pools.map((pool) => proceeds(pool, qty) - pool.gas));
        expect(brought).toBeGreaterThanOrEqual(single * (1 - 1e-9));
      });
      losses.sort((a, b) => a - b);
      expect(losses[Math.floor(losses.length * 0.95)]).toBeLessThan(1e-4);
      expect(losses.at(-1)).toBeLessThan(5);
    },
  );

  test('the second pool comes in at the size where it pays for its gas, within one unit', () => {
    holds(CASES / 40, (drawn) => {
      const { pools } = instance(drawn, 2, 0);
      const [first, second] = pools.map((pool) => ({ ...pool, gas: 1 }));
      if (first === undefined || second === undefined) return;
      const pays = (qty: number) =>
        bestProceeds([first, second], qty) >
        Math.max(...[first, second].map((pool) => proceeds(pool, qty) - pool.gas)) * (1 + 1e-13);
      let [low, high] = [0, (first.base + second.base) * 10];
      for (let step = 0; step < 60; step += 1) {
        const middle = (low + high) / 2;
        if (pays(middle)) high = middle;
        else low = middle;
      }
      const unit = 10n ** 14n; // 0.0001 base.
      const legsAt = (units: bigint) => {
        const sources = [first, second].map(sourceOf);
        const order = {
          side: 'sell',
          orderQty: asQty(units * unit),
          limit: null,
          limitBasis: 'gross',
        } as const;
        return route(order, sources).legs.length;
      };
      const crossOver = amount(high) / unit;
      expect(legsAt(crossOver - 1n)).toBe(1);
      expect(legsAt(crossOver + 2n)).toBe(2);
    });
  });
});

test('sources cut down to what the order could use give the identical plan', () => {
  const shapes: readonly Shape[] = [SMALL, { ...SMALL, lots: [65, 400], levelLots: [2, 30] }];
  holds(CASES / 16, (drawn) => {
    for (const shape of shapes) {
      const { order, sources } = situation(drawn, shape);
      const cut = sources.map((source) => trimmed(source, order));
      expect(route(order, cut)).toEqual(route(order, sources));
      expect(cut.map((source) => trimmed(source, order))).toEqual(cut);
    }
  });
});

test('whatever a source holds, a plan comes out: lawful figures, a reason for each venue, the same again', () => {
  let filled = 0;
  // About a third of them fill something: so many that fewer than asked for below is no matter of the seed.
  holds(CASES / 2, (drawn) => {
    const { order, sources } = hostile(drawn);
    const plan = route(order, sources);
    expect(plan.filledQty <= order.orderQty).toBe(true);
    expect(plan.boundBps).toBeGreaterThanOrEqual(0); // NaN is not.
    for (const { why } of plan.unused) expect(why).not.toMatch(/NaN|Infinity|undefined/);
    expect(
      route(
        order,
        sources.map((source) => trimmed(source, order)),
      ),
    ).toEqual(plan);
    const whole = routeWhole(order, sources);
    expect([0n, order.orderQty]).toContain(whole.filledQty);
    if (plan.filledQty > 0n) filled += 1;
  });
  expect(filled).toBeGreaterThan(CASES / 20);
});
