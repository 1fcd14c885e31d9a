// The plan is the best there is: against every split of small orders, an independent solver of larger ones.
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { type RoutePlan, route } from '../../router/index.ts';
import { SMALL, type Situation, situation } from './router/draw.ts';
import { exhaustive, greedy } from './router/exhaustive.ts';
import { costTable, ownCost } from './router/own-quotes.ts';

const seed = Number(process.env['SEED'] ?? 1);
const CASES = Number(process.env['RUNS'] ?? 2_000);
const seeds = fc.nat({ max: 2 ** 31 });

/** All that must hold of any plan, whatever it is. */
function expectLawful({ order, sources }: Situation, plan: RoutePlan): void {
  const sum = plan.legs.reduce((total, { qty }) => total + qty, 0n);
  const cost = plan.legs.reduce((total, leg) => total + leg.cost, 0n);
  expect(plan.filledQty).toBe(sum);
  expect(plan.cost).toBe(cost);
  expect(sum <= order.orderQty).toBe(true);
  expect(plan.legs.length + plan.unused.length).toBe(sources.length);
  for (const leg of plan.legs) {
    const source = sources.find(({ venueID }) => venueID === leg.venueID);
    if (source === undefined) throw new Error(`no source ${leg.venueID}`);
    const own = ownCost(source, order, leg.qty);
    expect(own).not.toBeNull();
    expect(leg.cost).toBe(order.side === 'buy' ? own : -(own ?? 0n));
    if (source.type === 'Book') expect(leg.worstPrice % source.tick).toBe(0n);
    if (order.limit === null) continue;
    expect(
      order.side === 'buy' ? leg.worstPrice <= order.limit : leg.worstPrice >= order.limit,
    ).toBe(true);
  }
}

describe('an order of up to 40 lots over three books and a v2 and a v3 pool', () => {
  test('no feasible split fills more, or as much for less', () => {
    let greedyFails = 0;
    let crossing = 0;
    fc.assert(
      fc.property(seeds, (drawn) => {
        const drawnCase = situation(drawn, SMALL);
        const { order, sources, lot } = drawnCase;
        const plan = route(order, sources);
        expectLawful(drawnCase, plan);
        const lots = Number(order.orderQty / lot);
        const tables = sources.map((source) => costTable(source, order, { lot, lots }));
        const best = exhaustive(tables, lots);
        expect(plan.filledQty).toBe(BigInt(best.lots) * lot);
        expect(plan.cost).toBe(order.side === 'buy' ? best.cost : -best.cost);
        expect(plan.boundBps).toBe(0);
        const simple = greedy(tables, lots, {
          steps: sources.map((source) => Number(source.lot / lot)),
          fixed: sources.map((source) => (source.type === 'Pool' ? source.gasCost : 0n)),
        });
        if (simple.lots < best.lots || simple.cost > best.cost) greedyFails += 1;
        crossing += 1;
      }),
      { seed, numRuns: CASES },
    );
    expect(greedyFails).toBeGreaterThanOrEqual(CASES / 5);
    expect(crossing).toBe(CASES);
  });
});
