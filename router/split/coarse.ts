// Where an order is few lots of a venue, rounding is no small matter: those venues' quantities are chosen exactly,
// by a programme over the lots, and what remains is split over the finer ones.

import { type Curve, qtyToFloat } from '../curves/curve.ts';
import { bestRemainder } from './remainders.ts';
import { type Searched, type Split, splitOf } from './split.ts';
import { Table, gridOf } from './table.ts';

/** A venue at which the order is at most so many lots is a coarse one. */
const MOST_LOTS = 64;
/** Sums of the programme at most, some 3 ms; the finest lots are left to the general split until it is so small. */
const MOST_SUMS = 40_000;

/** Null: no venue is coarse, or nothing can be had. */
export function coarseSplit(curves: readonly Curve[], qty: bigint): Searched | null {
  const coarse = coarseOf(curves, qty);
  if (coarse.length === 0) return null;
  const table = new Table(coarse, qty);
  const fine = curves.filter((curve) => !coarse.includes(curve));
  return fine.length === 0 ? whole(curves, table) : bestRemainder(curves, table, fine);
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
