// Where an order is few lots of a venue, rounding is no small matter: those venues' quantities are chosen exactly,
// by a programme over the lots, and what remains is split over the finer ones.

import { type Curve, notionalToFloat, qtyToFloat } from '../curves/curve.ts';
import { convexSplit } from './convex.ts';
import { rateRange, savingAt } from './levels.ts';
import { type Searched, type Split, fillable, gcd, isBetter, splitOf } from './split.ts';

/** A venue at which the order is at most so many lots is a coarse one. */
const MOST_LOTS = 64;
/** Sums of the programme at most, some 3 ms; the finest lots are left to the general split until it is so small. */
const MOST_SUMS = 40_000;
/** Remainders that are split at most. */
const MOST_REMAINDERS = 256;

/** Null: no venue is coarse, or nothing can be had. */
export function coarseSplit(curves: readonly Curve[], qty: bigint): Searched | null {
  const coarse = coarseOf(curves, qty);
  if (coarse.length === 0) return null;
  const table = new Table(coarse, qty);
  const fine = curves.filter((curve) => !coarse.includes(curve));
  return fine.length === 0 ? whole(curves, table) : new Remainders(curves, table, fine).best();
}

function coarseOf(curves: readonly Curve[], qty: bigint): readonly Curve[] {
  const coarse = curves
    .filter(({ lot }) => qty / lot <= BigInt(MOST_LOTS))
    .toSorted((a, b) => (a.lot < b.lot ? 1 : a.lot > b.lot ? -1 : 0));
  while (coarse.length > 0 && sumsOf(coarse, qty) > BigInt(MOST_SUMS)) coarse.pop();
  return coarse;
}

function sumsOf(coarse: readonly Curve[], qty: bigint): bigint {
  const lots = coarse.reduce((sum, { most, lot }) => sum + most / lot, 0n);
  return lots * (qty / gridOf(coarse));
}

function gridOf(curves: readonly Curve[]): bigint {
  return curves.reduce((grid, { lot }) => gcd(grid, lot), 0n);
}

/** All is coarse: the greatest sum that can be reached, at its least cost. No split is better. */
function whole(curves: readonly Curve[], table: Table): Searched | null {
  const sum = table.sums().at(-1) ?? 0;
  if (sum === 0) return null;
  const split = splitOf(curves, table.qtysFor(curves, sum));
  return { split, lower: 'exact', rate: marginalOf(curves, split) };
}

/** The dearest last unit in use. */
function marginalOf(curves: readonly Curve[], { qtys }: Split): number {
  let rate = Number.NEGATIVE_INFINITY;
  curves.forEach((curve, at) => {
    const qty = qtyToFloat(qtys[at] ?? 0n);
    if (qty > 0) rate = Math.max(rate, curve.marginal(qty - qtyToFloat(curve.lot) * 1e-6));
  });
  return rate;
}

/** Least exact cost of each sum of lots, and the choice that leads there. */
class Table {
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

/** One sum of the coarse venues, and what the finer ones could add at what least cost. */
interface Remainder {
  readonly sum: number;
  readonly qty: bigint;
  readonly cost: number;
  lower: number;
}

/** Sums of the coarse venues in the order of their bounds, until none can be better. */
class Remainders {
  readonly #curves: readonly Curve[];
  readonly #table: Table;
  readonly #fine: readonly Curve[];
  readonly #open: Remainder[];
  #best: Split | null = null;
  #rate = 0;
  #lower = Number.POSITIVE_INFINITY;

  constructor(curves: readonly Curve[], table: Table, fine: readonly Curve[]) {
    this.#curves = curves;
    this.#table = table;
    this.#fine = fine;
    this.#open = this.#fullest();
    const [low, high] = rateRange(fine);
    this.#tighten(low);
    this.#tighten(high);
  }

  best(): Searched | null {
    for (let count = 0; count < MOST_REMAINDERS; count += 1) {
      const next = this.#takeLeast();
      if (next === null) break;
      if (this.#best !== null && next.lower > notionalToFloat(this.#best.cost)) {
        this.#lower = Math.min(this.#lower, next.lower);
        break;
      }
      this.#split(next);
    }
    for (const { lower } of this.#open) this.#lower = Math.min(this.#lower, lower);
    if (this.#best === null || this.#best.filled === 0n) return null;
    return { split: this.#best, lower: this.#lower, rate: this.#rate };
  }

  /** The sums with which most of the order is filled. */
  #fullest(): Remainder[] {
    const all = this.#table.sums().map((sum) => {
      const coarse = BigInt(sum) * this.#table.grid;
      const qty = fillable(this.#fine, this.#table.orderQty - coarse);
      return { sum, qty, filled: coarse + qty };
    });
    const most = all.reduce((max, { filled }) => (filled > max ? filled : max), 0n);
    return all
      .filter(({ filled }) => filled === most)
      .map(({ sum, qty }) => {
        const cost = notionalToFloat(this.#table.costOf(sum));
        return { sum, qty, cost, lower: Number.NEGATIVE_INFINITY };
      });
  }

  #takeLeast(): Remainder | null {
    let least: number | null = null;
    this.#open.forEach(({ lower }, at) => {
      if (least === null || lower < (this.#open[least]?.lower ?? 0)) least = at;
    });
    return least === null ? null : (this.#open.splice(least, 1)[0] ?? null);
  }

  #split({ sum, qty, cost }: Remainder): void {
    const qtys = this.#table.qtysFor(this.#curves, sum);
    const searched = qty === 0n ? null : convexSplit(this.#fine, qty);
    if (searched !== null) {
      this.#fine.forEach((curve, at) => {
        qtys[this.#curves.indexOf(curve)] = searched.split.qtys[at] ?? 0n;
      });
      this.#tighten(searched.rate);
    }
    const own = searched === null || searched.lower === 'exact' ? 0 : searched.lower;
    this.#lower = Math.min(this.#lower, cost + own);
    const split = splitOf(this.#curves, qtys);
    if (!isBetter(split, this.#best)) return;
    this.#best = split;
    this.#rate = searched?.rate ?? this.#rate;
  }

  /** The dual value at a rate bounds every remainder. */
  #tighten(rate: number): void {
    let saved = 0;
    for (const curve of this.#fine) saved += Math.max(savingAt(curve, rate), 0);
    for (const one of this.#open) {
      one.lower = Math.max(one.lower, one.cost + rate * qtyToFloat(one.qty) - saved);
    }
  }
}
