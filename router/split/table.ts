// The programme over coarse lots: every sum that they can make, at its least exact cost.

import type { Curve } from '../curves/curve.ts';
import { gcd } from './split.ts';

/** The step that all lots are multiples of. */
export function gridOf(curves: readonly Curve[]): bigint {
  return curves.reduce((grid, { lot }) => gcd(grid, lot), 0n);
}

/** Least exact cost of each sum of lots, and the choice that leads there. */
export class Table {
  readonly grid: bigint;
  readonly orderQty: bigint;
  readonly #coarse: readonly Curve[];
  readonly #costs: (bigint | null)[];
  /** For each curve, by sum: how many grid steps of it are in the cheapest. */
  readonly #steps: readonly Int32Array[];

  constructor(coarse: readonly Curve[], qty: bigint) {
    this.grid = gridOf(coarse);
    this.orderQty = qty;
    this.#coarse = coarse;
    const size = Number(qty / this.grid) + 1;
    let costs = new Array<bigint | null>(size).fill(null);
    costs[0] = 0n;
    this.#steps = coarse.map((curve) => {
      const steps = new Int32Array(size);
      costs = this.#with(curve, costs, steps);
      return steps;
    });
    this.#costs = costs;
  }

  #with(curve: Curve, before: readonly (bigint | null)[], steps: Int32Array): (bigint | null)[] {
    const costs = [...before];
    const lotSteps = Number(curve.lot / this.grid);
    const most = Number(curve.most / curve.lot);
    for (let lots = Number(curve.least / curve.lot); lots <= most; lots += 1) {
      const qty = BigInt(lots) * curve.lot;
      if (!curve.allows(qty)) continue;
      const own = curve.exactCost(qty);
      for (let sum = lots * lotSteps; sum < before.length; sum += 1) {
        const rest = before[sum - lots * lotSteps];
        if (rest === null || rest === undefined) continue;
        const cost = rest + own;
        const known = costs[sum];
        if (known !== null && known !== undefined && known <= cost) continue;
        costs[sum] = cost;
        steps[sum] = lots * lotSteps;
      }
    }
    return costs;
  }

  /** The sums that can be reached, ascending; 0 is one. */
  sums(): readonly number[] {
    return this.#costs.flatMap((cost, sum) => (cost === null ? [] : [sum]));
  }

  costOf(sum: number): bigint {
    return this.#costs[sum] ?? 0n;
  }

  qtysFor(curves: readonly Curve[], sum: number): bigint[] {
    const qtys = curves.map(() => 0n);
    let left = sum;
    for (let at = this.#coarse.length - 1; at >= 0; at -= 1) {
      const curve = this.#coarse[at];
      const steps = this.#steps[at]?.[left] ?? 0;
      if (curve === undefined || steps === 0) continue;
      qtys[curves.indexOf(curve)] = BigInt(steps) * this.grid;
      left -= steps;
    }
    return qtys;
  }
}
