// Gas that a plan counts: once for the swaps of one transaction, and for each tick that they cross. Against every split.
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { type PoolSource, type RoutePlan, type Source, route } from '../../router/index.ts';
import { asNotional, asQty } from '../../spec/units/index.ts';
import { v3Swap } from '../fixtures/pool-contract.ts';
import { E18, E36, type Situation, drawFrom, situation } from './router/draw.ts';
import { costTable, toFloat } from './router/own-quotes.ts';

const seed = Number(process.env['SEED'] ?? 1);
/** 80 take some 5 s. */
const ASKED = Number(process.env['ROUTER_CASES'] ?? process.env['RUNS'] ?? 2_000);
/** So few cost little; with fewer some kind of case may never be among them. */
const LEAST = 120;
const CASES = Math.max(LEAST, Math.ceil(ASKED / 25));
const seeds = fc.nat({ max: 2 ** 31 });

/** A book, a v2 pool and two v3 pools, which all or but one share a transaction. */
function gassy(drawn: number): Situation {
  const draw = drawFrom(drawn + 1);
  const one = situation(drawn, {
    lots: [6, 16],
    books: 1,
    pools: 4,
    grids: [1],
    levelLots: [1, 4],
    limits: false,
  });
  const alone = draw.one([null, 'pool1', 'pool3']);
  const transaction = { name: 'T', gasCost: gas(draw.whole(0, 30)) };
  const sources = one.sources
    .filter(({ venueID }) => venueID !== 'pool2')
    .map((source): Source => {
      if (source.type === 'Book') return source;
      const gases = { gasCost: gas(draw.whole(0, 4)), tickGasCost: gas(draw.whole(0, 6)) };
      const own = { ...source, minQty: asQty(0n), ...gases };
      return source.venueID === alone ? own : { ...own, transaction };
    });
  return { ...one, sources };
}

/** Thousandths of the quote. */
function gas(thousandths: number) {
  return asNotional(BigInt(thousandths) * (E36 / 1_000n));
}

function ticksOf(source: PoolSource, isSell: boolean, qty: bigint): number {
  if (source.pool.type !== 'V3') return 0;
  const base = (qty * 10n ** BigInt(source.decimals.base)) / E18;
  const zeroForOne = source.baseIsToken0 === isSell;
  const amountSpecified = isSell ? base : -base;
  return v3Swap(source.pool, { zeroForOne, amountSpecified })?.ticksCrossed ?? 0;
}

/** By the contract's own steps: what each number of lots costs, ticks in it and the transaction not. */
function tableOf({ order, lot }: Situation, source: Source): readonly (bigint | null)[] {
  const isSell = order.side === 'sell';
  const lots = Number(order.orderQty / lot);
  // Quoted without a limit of what gas may be: that is the plan's to find.
  const table = costTable(source, order, { lot, lots });
  if (source.type === 'Book') return table;
  return table.map((cost, count) => {
    if (cost === null || count === 0) return cost;
    const ticks = ticksOf(source, isSell, BigInt(count) * lot);
    return cost + BigInt(ticks) * (source.tickGasCost ?? 0n);
  });
}

function cheapest(one: Situation): { readonly lots: number; readonly cost: bigint } {
  const { order, sources, lot } = one;
  const tables = sources.map((source) => tableOf(one, source));
  const shared = sources.map((source) => (source.type === 'Pool' ? source.transaction : undefined));
  let best = { lots: 0, cost: 0n };
  const search = (at: number, left: number, cost: bigint, isPaid: boolean): void => {
    const table = tables[at];
    if (table === undefined) {
      const lots = Number(order.orderQty / lot) - left;
      if (lots > best.lots || (lots === best.lots && cost < best.cost)) best = { lots, cost };
      return;
    }
    for (let count = 0; count <= left; count += 1) {
      const own = table[count];
      if (own === null || own === undefined) continue;
      const transaction = count === 0 ? undefined : shared[at];
      const once = transaction === undefined || isPaid ? 0n : transaction.gasCost;
      search(at + 1, left - count, cost + own + once, isPaid || transaction !== undefined);
    }
  };
  search(0, Number(order.orderQty / lot), 0n, false);
  return best;
}

const signedCost = ({ order }: Situation, plan: RoutePlan): bigint =>
  plan.cost * (order.side === 'buy' ? 1n : -1n);

test('no split fills more, or as much for less, the transaction paid once and each crossed tick paid', () => {
  const seen = { together: 0, crossing: 0 };
  fc.assert(
    fc.property(seeds, (drawn) => {
      const one = gassy(drawn);
      const plan = route(one.order, one.sources);
      const best = cheapest(one);
      expect(plan.filledQty).toBe(BigInt(best.lots) * one.lot);
      expect(signedCost(one, plan)).toBe(best.cost);
      expect(plan.boundBps).toBe(0);
      expect(plan.cost).toBe(plan.legs.reduce((sum, { cost }) => sum + cost, 0n));
      const shared = plan.legs.filter(({ venueID }) =>
        one.sources.some((source) => source.venueID === venueID && isShared(source)),
      );
      if (shared.length > 1) seen.together += 1;
      if (plan.legs.some(({ ticksCrossed }) => (ticksCrossed ?? 0) > 0)) seen.crossing += 1;
    }),
    { seed, numRuns: CASES },
  );
  expect(seen.together).toBeGreaterThan(0);
  expect(seen.crossing).toBeGreaterThan(CASES / 10);
});

function isShared(source: Source): boolean {
  return source.type === 'Pool' && source.transaction !== undefined;
}

test('of pools that take any amount the bound holds against every split on the lots', () => {
  const gaps: number[] = [];
  fc.assert(
    fc.property(seeds, (drawn) => {
      const one = gassy(drawn);
      const best = cheapest(one);
      const sources = one.sources.map((source) =>
        source.type === 'Pool' ? { ...source, lot: asQty(1n) } : source,
      );
      const plan = route(one.order, sources);
      if (plan.filledQty !== BigInt(best.lots) * one.lot) return;
      const cost = toFloat(signedCost(one, plan));
      const gapBps = ((cost - toFloat(best.cost)) / Math.abs(cost)) * 1e4;
      gaps.push(gapBps);
      // Each pool rounds to a unit of its token beside.
      expect(gapBps).toBeLessThanOrEqual(plan.boundBps + 4e-6 * 1e4);
    }),
    { seed, numRuns: CASES },
  );
  gaps.sort((a, b) => a - b);
  expect(gaps.length).toBeGreaterThan(CASES / 2);
  expect(gaps[Math.floor(gaps.length * 0.95)]).toBeLessThan(2); // A tick's gas is worth some 2.
});
