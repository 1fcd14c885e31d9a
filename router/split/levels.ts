// The convex part: for a fixed set of sources, one multiplier at which all marginal costs meet.

import type { Curve } from '../curves/curve.ts';

/** Quantities of a set of curves, what they cost, and a cost that no other quantities can go below. */
export interface Level {
  readonly qtys: Float64Array;
  /** With fixed parts. */
  readonly cost: number;
  /** The dual value at `rate`. */
  readonly lower: number;
  /** The marginal cost at which they meet. */
  readonly rate: number;
}

/** Bisection halves the range of rates so often at most. */
const MOST_HALVINGS = 200;
/** Nearer than this, as a part of the rate, two rates are one: what that misses is of second order, 1e-22 of a cost. */
const SAME_RATE = 1e-11;
/** A sum this near to the quantity is it; what is missing is put where there is room. */
const SAME_QTY = 1e-13;

/** What a curve takes at `rate` when it is used. */
export function takesAt(curve: Curve, rate: number): number {
  return Math.min(Math.max(curve.takes(rate), curve.from), curve.upTo);
}

/** What using the curve at `rate` saves, its fixed part paid. Negative: it does not pay. */
export function savingAt(curve: Curve, rate: number): number {
  const qty = takesAt(curve, rate);
  return rate * qty - curve.cost(qty) - curve.fixed;
}

/** The rates between which every curve of the set moves. */
export function rateRange(curves: readonly Curve[]): readonly [low: number, high: number] {
  let low = Number.POSITIVE_INFINITY;
  let high = Number.NEGATIVE_INFINITY;
  for (const curve of curves) {
    low = Math.min(low, curve.marginal(0));
    high = Math.max(high, curve.marginal(curve.upTo));
  }
  return [low - Math.abs(low) * 1e-12, high + Math.abs(high) * 1e-12];
}

/**
 * Each curve of the set used, `qty` in all: null where their bounds do not allow that. `near`: a rate that theirs
 * may be close to, if one is known; it changes how soon theirs is found, and nothing else.
 */
export function level(
  curves: readonly Curve[],
  qty: number,
  near: number | null = null,
): Level | null {
  let least = 0;
  let most = 0;
  for (const curve of curves) {
    least += curve.from;
    most += curve.upTo;
  }
  if (least > qty * (1 + SAME_QTY) || most < qty * (1 - SAME_QTY)) return null;
  const [low, high] = meet(curves, qty, near);
  return settled(curves, { qty, low, high });
}

/** Around a rate that theirs may be near: as parts of it. */
const GUESSES = [1e-7, 1e-3] as const;

/** The rates around the one at which the curves take `qty`. */
function meet(
  curves: readonly Curve[],
  qty: number,
  near: number | null,
): readonly [number, number] {
  let [low, high] = rateRange(curves);
  for (const part of GUESSES) {
    if (near === null) break;
    const [under, over] = [near - Math.abs(near) * part, near + Math.abs(near) * part];
    if (under <= low || over >= high || takenAt(curves, under) >= qty) continue;
    if (takenAt(curves, over) < qty) continue;
    [low, high] = [under, over];
    break;
  }
  for (let step = 0; step < MOST_HALVINGS; step += 1) {
    const middle = low + (high - low) / 2;
    if (high - low <= SAME_RATE * Math.abs(middle)) break;
    const sum = takenAt(curves, middle);
    if (Math.abs(sum - qty) <= SAME_QTY * qty) return [middle, middle];
    if (sum < qty) low = middle;
    else high = middle;
  }
  return [low, high];
}

function takenAt(curves: readonly Curve[], rate: number): number {
  let sum = 0;
  for (const curve of curves) sum += takesAt(curve, rate);
  return sum;
}

/** At the lower rate, and up to what the higher one gives where the sum is short: levels of one price are flat. */
function settled(
  curves: readonly Curve[],
  { qty, low, high }: { readonly qty: number; readonly low: number; readonly high: number },
): Level {
  const qtys = new Float64Array(curves.length);
  let missing = qty;
  let lower = low * qty;
  curves.forEach((curve, at) => {
    const taken = takesAt(curve, low);
    qtys[at] = taken;
    missing -= taken;
    lower += curve.cost(taken) + curve.fixed - low * taken;
  });
  curves.forEach((curve, at) => {
    const taken = qtys[at] ?? 0;
    const room = missing > 0 ? Math.max(takesAt(curve, high) - taken, 0) : taken - curve.from;
    const change = missing > 0 ? Math.min(missing, room) : -Math.min(-missing, room);
    qtys[at] = taken + change;
    missing -= change;
  });
  let cost = 0;
  curves.forEach((curve, at) => (cost += curve.cost(qtys[at] ?? 0) + curve.fixed));
  return { qtys, cost, lower, rate: low };
}
