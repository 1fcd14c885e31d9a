// What the coarse venues leave is split over the finer ones: for each sum of the former and each set of the latter
// a bound, the least of which is solved, until none can be better.

import { type Curve, notionalToFloat, qtyToFloat } from '../curves/curve.ts';
import { convexSplit } from './convex.ts';
import { level, rateRange, takesAt } from './levels.ts';
import { onLots } from './lots.ts';
import { snapped } from './snap.ts';
import { type Searched, type Split, fillable, isBetter, splitOf } from './split.ts';
import { type Table, gridOf } from './table.ts';

/** Finer sources with a fixed cost or a minimum, at most: each doubles the sets. */
const MOST_CHOICES = 5;
/** Solved at most, some 30 µs each. */
const MOST_SOLVED = 512;
/** Rates at which all are bounded before the first is solved. */
const FIRST_RATES = 8;

/** The best of the coarse venues' sums with what the fine ones add; null: nothing can be had. */
export function bestRemainder(
  curves: readonly Curve[],
  table: Table,
  fine: readonly Curve[],
): Searched | null {
  const remainders = fullest(table, fine);
  const sets = setsOf(fine);
  const nodes = remainders.flatMap((remainder) =>
    sets.filter((set) => fits(set, remainder.qty)).map((set) => nodeOf(remainder, set)),
  );
  const [first] = remainders;
  const target = first === undefined ? 0n : BigInt(first.sum) * table.grid + first.qty;
  const search = new Search(curves, table, { fine, target });
  if (nodes.length > 0) search.run(nodes);
  else search.runEach(remainders);
  return search.found();
}

/** One sum of the coarse venues, and how much of the rest the fine ones can take. */
interface Remainder {
  readonly sum: number;
  readonly qty: bigint;
  /** Of the sum. */
  readonly cost: number;
}

/** Fine curves that are all used, by their index. */
interface FineSet {
  readonly members: readonly number[];
  readonly curves: readonly Curve[];
  readonly fixed: number;
  readonly least: bigint;
  readonly most: bigint;
  readonly grid: bigint;
}

interface Node extends Remainder {
  readonly set: FineSet;
  readonly float: number;
  lower: number;
}

/** The sums with which most of the order is filled. */
function fullest(table: Table, fine: readonly Curve[]): readonly Remainder[] {
  const all = table.sums().map((sum) => {
    const coarse = BigInt(sum) * table.grid;
    const qty = fillable(fine, table.orderQty - coarse);
    return { sum, qty, filled: coarse + qty };
  });
  const most = all.reduce((max, { filled }) => (filled > max ? filled : max), 0n);
  return all
    .filter(({ filled }) => filled === most)
    .map(({ sum, qty }) => ({ sum, qty, cost: notionalToFloat(table.costOf(sum)) }));
}

/** Every set of the choices, with all that cost nothing to have; none where there are too many. */
function setsOf(fine: readonly Curve[]): readonly FineSet[] {
  const isChoice = fine.map(({ fixed, from }) => fixed !== 0 || from > 0);
  const choices = isChoice.flatMap((is, at) => (is ? [at] : []));
  if (choices.length > MOST_CHOICES) return [];
  return Array.from({ length: 2 ** choices.length }, (_, subset) => {
    const members = fine.flatMap((_curve, at) => {
      const choice = choices.indexOf(at);
      return choice < 0 || (subset >> choice) % 2 === 1 ? [at] : [];
    });
    const curves = members.flatMap((at) => fine[at] ?? []);
    return {
      members,
      curves,
      fixed: curves.reduce((sum, { fixed }) => sum + fixed, 0),
      least: curves.reduce((sum, { from, least }) => sum + (from > 0 ? least : 0n), 0n),
      most: curves.reduce((sum, { most }) => sum + most, 0n),
      grid: gridOf(curves),
    };
  });
}

function fits({ least, most, grid }: FineSet, qty: bigint): boolean {
  return grid === 0n ? qty === 0n : least <= qty && qty <= most && qty % grid === 0n;
}

function nodeOf({ sum, qty, cost }: Remainder, set: FineSet): Node {
  return { sum, qty, cost, set, float: qtyToFloat(qty), lower: Number.NEGATIVE_INFINITY };
}

class Search {
  readonly #curves: readonly Curve[];
  readonly #table: Table;
  readonly #fine: readonly Curve[];
  /** Where each fine curve stands among all. */
  readonly #places: readonly number[];
  readonly #target: bigint;
  #best: Split | null = null;
  #rate = 0;
  #lower = Number.POSITIVE_INFINITY;

  constructor(
    curves: readonly Curve[],
    table: Table,
    { fine, target }: { readonly fine: readonly Curve[]; readonly target: bigint },
  ) {
    this.#target = target;
    this.#curves = curves;
    this.#table = table;
    this.#fine = fine;
    this.#places = fine.map((curve) => curves.indexOf(curve));
  }

  found(): Searched | null {
    if (this.#best === null || this.#best.filled === 0n) return null;
    const split = snapped(this.#curves, this.#best, this.#table.grid);
    return { split, lower: this.#lower, rate: this.#rate };
  }

  run(nodes: readonly Node[]): void {
    const open = new Set(nodes);
    const [low, high] = rateRange(this.#fine);
    for (let step = 0; step <= FIRST_RATES; step += 1) {
      tighten(open, this.#fine, low + ((high - low) * step) / FIRST_RATES);
    }
    for (let solved = 0; solved < MOST_SOLVED; solved += 1) {
      const next = leastOf(open);
      if (next === null) return;
      if (this.#isFull() && next.lower >= notionalToFloat(this.#best?.cost ?? 0n)) break;
      open.delete(next);
      const rate = this.#solve(next);
      if (rate !== null) tighten(open, this.#fine, rate);
    }
    for (const { lower } of open) this.#lower = Math.min(this.#lower, lower);
  }

  /** What was found takes as much as any sum with its remainder could. */
  #isFull(): boolean {
    return this.#best !== null && this.#best.filled === this.#target;
  }

  /** Without sets: each remainder by the general split. */
  runEach(remainders: readonly Remainder[]): void {
    for (const remainder of remainders) {
      const searched = remainder.qty === 0n ? null : convexSplit(this.#fine, remainder.qty);
      const lower = searched === null || searched.lower === 'exact' ? 0 : searched.lower;
      this.#lower = Math.min(this.#lower, remainder.cost + lower);
      this.#take(remainder, searched?.split.qtys ?? [], searched?.rate ?? this.#rate);
    }
  }

  /** The rate at which the set meets the remainder; null: it takes none. */
  #solve(node: Node): number | null {
    const { set, qty, cost } = node;
    if (set.curves.length === 0 || qty === 0n) {
      this.#lower = Math.min(this.#lower, cost);
      this.#take(node, [], this.#rate);
      return null;
    }
    const solved = level(set.curves, node.float);
    if (solved === null) return null;
    this.#lower = Math.min(this.#lower, cost + solved.lower);
    if (!this.#isFull() || cost + solved.lower < notionalToFloat(this.#best?.cost ?? 0n)) {
      const candidate = { members: set.members, level: solved };
      this.#take(node, onLots(this.#fine, candidate, qty).qtys, solved.rate);
    }
    return solved.rate;
  }

  #take({ sum }: Remainder, fineQtys: readonly bigint[], rate: number): void {
    const qtys = this.#table.qtysFor(this.#curves, sum);
    this.#places.forEach((place, at) => (qtys[place] = fineQtys[at] ?? 0n));
    const split = splitOf(this.#curves, qtys);
    if (!isBetter(split, this.#best)) return;
    this.#best = split;
    this.#rate = rate;
  }
}

function leastOf(open: ReadonlySet<Node>): Node | null {
  let least: Node | null = null;
  for (const node of open) if (least === null || node.lower < least.lower) least = node;
  return least;
}

/** The dual value at a rate bounds every node. */
function tighten(open: ReadonlySet<Node>, fine: readonly Curve[], rate: number): void {
  const savings = fine.map((curve) => {
    const qty = takesAt(curve, rate);
    return rate * qty - curve.cost(qty);
  });
  const bySet = new Map<FineSet, number>();
  for (const node of open) {
    let saved = bySet.get(node.set);
    if (saved === undefined) {
      saved = node.set.members.reduce((sum, at) => sum + (savings[at] ?? 0), -node.set.fixed);
      bySet.set(node.set, saved);
    }
    node.lower = Math.max(node.lower, node.cost + rate * node.float - saved);
  }
}
