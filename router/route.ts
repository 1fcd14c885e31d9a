// The router: as much of the order as the sources can take, at the least all-in cost, and why so.

import { asNotional, asPrice, asQty, formatDecimal } from '../spec/units/index.ts';
import { type Curve, notionalToFloat, qtyToFloat } from './curves/curve.ts';
import { prepare } from './curves/prepare.ts';
import type { RouteLeg, RouteOrder, RoutePlan, Source, Unused } from './plan.ts';
import { coarseSplit } from './split/coarse.ts';
import { convexSplit } from './split/convex.ts';
import { savingAt, takesAt } from './split/levels.ts';
import { withFewerTicks } from './split/fewer-ticks.ts';
import { type Searched, type Split, isBetter, splitOf, transactionOf } from './split/split.ts';
import { searchTogether } from './split/together.ts';

/** Of a bound's own float arithmetic: a part of the cost, on the safe side. */
const FLOAT_ERROR = 1e-11;
/** A bound is given to so many decimals of a basis point, rounded up. */
const BOUND_STEPS = 1e4;

/**
 * The plan of the least cost. Pure: the same order and sources give the same plan. The search counts in floats;
 * quantities, prices and cost are quoted again in exact integers (I6).
 */
export function route(order: RouteOrder, sources: readonly Source[]): RoutePlan {
  const { curves, why } = usable(order, sources);
  const searchOf = (some: readonly Curve[]) => searchTogether(some, (ones) => search(ones, order));
  const first = curves.length === 0 ? null : searchOf(curves);
  if (first === null) return planOf(sources, { order, curves, why, searched: null });
  const searched = withFewerTicks(curves, first, searchOf);
  const split = bestSingle(curves, searched.split);
  return planOf(sources, { order, curves, why, searched: { ...searched, split } });
}

/** Fill or kill: all of the order at the cheapest single source that shows it; no leg where none does. */
export function routeWhole(order: RouteOrder, sources: readonly Source[]): RoutePlan {
  const { curves, why } = usable(order, sources);
  const qtys = curves.map(() => 0n);
  let best: Split | null = null;
  for (const [at, curve] of curves.entries()) {
    if (!curve.allows(order.orderQty)) continue;
    const split = splitOf(curves, qtys.with(at, order.orderQty));
    if (isBetter(split, best)) best = split;
  }
  const searched: Searched | null = best === null ? null : { split: best, lower: 'exact', rate: 0 };
  return planOf(sources, { order, curves, why, searched, isWhole: true });
}

interface Prepared {
  readonly curves: readonly Curve[];
  /** Of the sources that cannot be used. */
  readonly why: ReadonlyMap<Source, string>;
}

function usable(order: RouteOrder, sources: readonly Source[]): Prepared {
  const curves: Curve[] = [];
  const why = new Map<Source, string>();
  for (const source of sources) {
    const prepared = prepare(source, order);
    if (prepared.type === 'Usable') curves.push(prepared.curve);
    else why.set(source, prepared.why);
  }
  return { curves, why };
}

function search(curves: readonly Curve[], { orderQty }: RouteOrder): Searched | null {
  if (curves.length === 0) return null;
  return coarseSplit(curves, orderQty) ?? convexSplit(curves, orderQty);
}

/** A pool's rounding is in no float: a single source may be a unit of its token cheaper than the split found. */
function bestSingle(curves: readonly Curve[], split: Split): Split {
  let best = split;
  const cost = notionalToFloat(split.cost);
  const filled = qtyToFloat(split.filled);
  curves.forEach((curve, at) => {
    if (curve.cost(filled) + curve.fixed > cost + Math.abs(cost) * 1e-9) return;
    if (!curve.allows(split.filled)) return;
    const single = splitOf(curves, curves.map(() => 0n).with(at, split.filled));
    if (isBetter(single, best)) best = single;
  });
  return best;
}

interface Found extends Prepared {
  readonly order: RouteOrder;
  readonly searched: Searched | null;
  readonly isWhole?: boolean;
}

function planOf(sources: readonly Source[], found: Found): RoutePlan {
  const { curves, searched, order } = found;
  const legs: RouteLeg[] = [];
  const unused: Unused[] = [];
  const paid = new Set<string>();
  for (const source of sources) {
    const at = curves.findIndex((curve) => curve.source === source);
    const curve = curves[at];
    const qty = searched?.split.qtys[at] ?? 0n;
    if (curve !== undefined && qty > 0n) {
      const transaction = transactionOf(curve);
      const isFirst = transaction !== null && !paid.has(transaction.name);
      if (transaction !== null) paid.add(transaction.name);
      legs.push(legOf(curve, { qty, shared: isFirst ? transaction.gasCost : 0n }, order));
    } else
      unused.push({ venueID: source.venueID, why: named(source, whyUnused(source, curve, found)) });
  }
  const split = searched?.split ?? { filled: 0n, cost: 0n };
  return {
    filledQty: asQty(split.filled),
    cost: asNotional(order.side === 'buy' ? split.cost : -split.cost),
    boundBps: searched === null ? 0 : boundBps(searched),
    legs,
    unused,
  };
}

/** Of several pools of a venue, which. */
function named(source: Source, why: string): string {
  const name = source.type === 'Pool' ? source.venueSymbol : undefined;
  return name === undefined ? why : `${name}: ${why}`;
}

function legOf(
  curve: Curve,
  { qty, shared }: { readonly qty: bigint; readonly shared: bigint },
  { side }: RouteOrder,
): RouteLeg {
  const { worst, marginal } = curve.exactPrices(qty);
  const cost = curve.exactCost(qty) + shared;
  const gas = curve.gasAt(qty);
  return {
    venueID: curve.source.venueID,
    qty: asQty(qty),
    worstPrice: asPrice(worst),
    cost: asNotional(side === 'buy' ? cost : -cost),
    marginalPrice: asPrice(marginal),
    venueSymbol: curve.source.type === 'Pool' ? (curve.source.venueSymbol ?? null) : null,
    gasCost: gas === null ? null : asNotional(gas.cost + shared),
    ticksCrossed: gas?.ticksCrossed ?? null,
  };
}

/** How far the cost can be from the best: rounded up, the search's own float error counted against it. */
function boundBps({ split, lower }: Searched): number {
  if (lower === 'exact') return 0;
  const cost = notionalToFloat(split.cost);
  if (cost === 0) return 0;
  const gap = cost - (lower - Math.abs(lower) * FLOAT_ERROR);
  return Math.ceil(Math.max((gap / Math.abs(cost)) * 1e4, 0) * BOUND_STEPS) / BOUND_STEPS;
}

function whyUnused(source: Source, curve: Curve | undefined, found: Found): string {
  const { searched, order, why } = found;
  if (curve === undefined) return why.get(source) ?? 'it cannot be used';
  if (found.isWhole === true) return whyNotWhole(curve, order);
  if (searched === null) return 'nothing can be taken';
  const first = unitPrice(curve.marginal(0));
  const meets = unitPrice(searched.rate);
  if (curve.marginal(0) >= searched.rate) {
    return `its first unit would ${verb(order)} ${first}, the plan's last ${verb(order)}s ${meets}`;
  }
  const qty = takesAt(curve, searched.rate);
  const saving = savingAt(curve, searched.rate) + curve.fixed;
  if (curve.fixed > 0 && saving < curve.fixed) {
    return `it would save ${short(saving)} on ${short(qty)}, less than its gas of ${short(curve.fixed)}`;
  }
  if (curve.from > 0 && saving < 0) {
    return `its minimum of ${formatDecimal(curve.least)} would cost ${short(-saving)} more`;
  }
  return `its lots of ${formatDecimal(curve.lot)} leave it no part that is cheaper`;
}

function whyNotWhole(curve: Curve, { orderQty }: RouteOrder): string {
  if (curve.allows(orderQty)) return 'another shows all of it for less';
  if (orderQty % curve.lot !== 0n) return `its lot is ${formatDecimal(curve.lot)}`;
  if (orderQty < curve.least) return `its minimum is ${formatDecimal(curve.least)}`;
  return `it shows ${formatDecimal(curve.most)} of it`;
}

function verb({ side }: RouteOrder): string {
  return side === 'buy' ? 'cost' : 'bring';
}

function unitPrice(marginal: number): string {
  return short(Math.abs(marginal));
}

/** For a sentence: eight significant digits. */
function short(value: number): string {
  return String(Number(value.toPrecision(8)));
}
