// Every split of an order over its sources, one after the other; and the greedy one, which takes the next cheapest lot.
import { toFloat } from './own-quotes.ts';

export type Tables = readonly (readonly (bigint | null)[])[];

export interface Best {
  readonly lots: number;
  readonly cost: bigint;
}

/** The most lots that any feasible split fills, and the least cost of as many. */
export function exhaustive(tables: Tables, lots: number): Best {
  const floats = tables.map((table) => table.map((cost) => (cost === null ? NaN : toFloat(cost))));
  const last = floats.length - 1;
  const fits = largestFit(tables[last] ?? [], lots);
  const chosen = new Array<number>(tables.length).fill(0);
  let best = { lots: 0, cost: 0, exact: 0n };
  const consider = (filled: number, cost: number) => {
    const slack = Math.abs(cost) * 1e-12;
    if (filled < best.lots || (filled === best.lots && cost > best.cost + slack)) return;
    const exact = chosen.reduce((sum, count, at) => sum + (tables[at]?.[count] ?? 0n), 0n);
    if (filled === best.lots && exact >= best.exact) return;
    best = { lots: filled, cost, exact };
  };
  const search = (at: number, left: number, cost: number) => {
    if (at === last) {
      const count = fits[left] ?? 0;
      chosen[at] = count;
      consider(lots - left + count, cost + (floats[at]?.[count] ?? 0));
      return;
    }
    const table = floats[at] ?? [];
    for (let count = 0; count <= left; count += 1) {
      const own = table[count] ?? NaN;
      if (Number.isNaN(own)) continue;
      chosen[at] = count;
      search(at + 1, left - count, cost + own);
    }
  };
  search(0, lots, 0);
  return { lots: best.lots, cost: best.exact };
}

/** For each number of lots that is left, the most that the source takes of it. */
function largestFit(table: readonly (bigint | null)[], lots: number): readonly number[] {
  const fits: number[] = [];
  for (let left = 0; left <= lots; left += 1) {
    const own = table[left];
    fits.push(own === null || own === undefined ? (fits[left - 1] ?? 0) : left);
  }
  return fits;
}

/**
 * Greedy by price: each time one step (of its venue's own lot) where the unit price, fees in it, is least; fixed
 * costs are not looked at before the end, and what a venue's minimum forbids is lost.
 */
export function greedy(
  tables: Tables,
  lots: number,
  { steps, fixed }: { readonly steps: readonly number[]; readonly fixed: readonly bigint[] },
): Best {
  const counts = tables.map(() => 0);
  const variable = (at: number, count: number) => {
    const cost = tables[at]?.[count];
    return cost === null || cost === undefined || count === 0 ? null : cost - (fixed[at] ?? 0n);
  };
  let left = lots;
  for (;;) {
    let chosen: number | null = null;
    let least = Number.POSITIVE_INFINITY;
    counts.forEach((count, at) => {
      const step = steps[at] ?? 1;
      if (step > left) return;
      // Below a minimum there is no price yet: that of the minimum is taken.
      let upTo = count + step;
      while (upTo <= lots && variable(at, upTo) === null) upTo += step;
      const cost = variable(at, upTo);
      if (cost === null) return;
      const price = toFloat(cost - (variable(at, count) ?? 0n)) / (upTo - count);
      if (price < least) [least, chosen] = [price, at];
    });
    if (chosen === null) break;
    counts[chosen] = (counts[chosen] ?? 0) + (steps[chosen] ?? 1);
    left -= steps[chosen] ?? 1;
  }
  let [filled, cost] = [0, 0n];
  counts.forEach((count, at) => {
    const own = tables[at]?.[count];
    if (own === null || own === undefined) return;
    filled += count;
    cost += own;
  });
  return { lots: filled, cost };
}
