// What a search ends in: exact quantities, and what they cost.

import { type Curve, floorTo } from '../curves/curve.ts';
import type { SharedTransaction } from '../plan.ts';

export interface Split {
  /** One for each curve; 0: it is not used. Each on its venue's lot and within its bounds. */
  readonly qtys: readonly bigint[];
  readonly filled: bigint;
  readonly cost: bigint;
}

/** A split, and a cost that none of the same quantity is below; exact: it is the best there is. */
export interface Searched {
  readonly split: Split;
  readonly lower: number | 'exact';
  /** The marginal cost at which the sources meet. */
  readonly rate: number;
}

/** Pools that go as one transaction pay for it once. */
export function splitOf(curves: readonly Curve[], qtys: readonly bigint[]): Split {
  let filled = 0n;
  let cost = 0n;
  const paid = new Set<string>();
  curves.forEach((curve, at) => {
    const qty = qtys[at] ?? 0n;
    if (qty === 0n) return;
    filled += qty;
    cost += curve.exactCost(qty);
    const transaction = transactionOf(curve);
    if (transaction === null || paid.has(transaction.name)) return;
    paid.add(transaction.name);
    cost += transaction.gasCost;
  });
  return { qtys, filled, cost };
}

export function transactionOf({ source }: Curve): SharedTransaction | null {
  return source.type === 'Pool' ? (source.transaction ?? null) : null;
}

/** More filled is better; as much filled, the cheaper. */
export function isBetter(split: Split, than: Split | null): boolean {
  if (than === null || split.filled > than.filled) return true;
  return split.filled === than.filled && split.cost < than.cost;
}

export function gcd(a: bigint, b: bigint): bigint {
  return b === 0n ? a : gcd(b, a % b);
}

/** More sources with minimums than this are not tried in every combination. */
const MOST_TRIED = 16;

/** How much of `qty` the curves can take together: their bounds, and the lot that all of them are multiples of. */
export function fillable(curves: readonly Curve[], qty: bigint): bigint {
  const lot = curves.reduce((all, curve) => gcd(all, curve.lot), 0n);
  if (lot === 0n) return 0n;
  const sum = (ones: readonly Curve[], of: (one: Curve) => bigint) =>
    ones.reduce((total, one) => total + of(one), 0n);
  const bounded = curves.filter(({ from }) => from > 0);
  const free = curves.filter(({ from }) => from === 0);
  const room = sum(free, ({ most }) => most);
  const within = (most: bigint) => floorTo(most < qty ? most : qty, lot);
  if (sum(bounded, ({ least }) => least) <= qty) {
    return within(room + sum(bounded, ({ most }) => most));
  }
  const tried = bounded.toSorted((a, b) => Number(b.most - a.most)).slice(0, MOST_TRIED);
  let best = 0n;
  const add = (at: number, least: bigint, most: bigint): void => {
    if (least > qty || best === within(qty)) return;
    if (within(most) > best) best = within(most);
    const curve = tried[at];
    if (curve === undefined) return;
    add(at + 1, least + curve.least, most + curve.most);
    add(at + 1, least, most);
  };
  add(0, 0n, room);
  return best;
}
