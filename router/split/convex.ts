// The general split: sets of sources by their multipliers, then whole lots, the cheapest of them.

import { type Curve, notionalToFloat, qtyToFloat } from '../curves/curve.ts';
import { level } from './levels.ts';
import { onLots } from './lots.ts';
import { type Candidate, type Candidates, candidates } from './sets.ts';
import { type Searched, type Split, fillable, isBetter } from './split.ts';

/** As much of `qty` as the curves can take; null: nothing. */
export function convexSplit(curves: readonly Curve[], qty: bigint): Searched | null {
  const target = fillable(curves, qty);
  if (target === 0n) return null;
  const sets = candidates(curves, qtyToFloat(target));
  let best: Split | null = null;
  let chosen: Candidate | null = null;
  for (const candidate of sets.found) {
    if (best !== null && best.filled === target) {
      if (candidate.level.lower > notionalToFloat(best.cost)) continue;
    }
    const split = onLots(curves, candidate, target);
    if (!isBetter(split, best)) continue;
    best = split;
    chosen = candidate;
  }
  if (best === null || chosen === null) return null;
  if (best.filled < target) best = toppedUp(curves, { split: best, candidate: chosen, target });
  if (best.filled === 0n) return null;
  const { lower, rate } = lowerFor(curves, sets, { target, filled: best.filled });
  return { split: best, lower, rate };
}

interface Short {
  readonly split: Split;
  readonly candidate: Candidate;
  readonly target: bigint;
}

/** Where the set's lots leave something over: a further source, of a finer lot, may take it. */
function toppedUp(curves: readonly Curve[], short: Short): Split {
  const { candidate, target } = short;
  let best = short.split;
  curves.forEach((_curve, at) => {
    if (candidate.members.includes(at)) return;
    const members = [...candidate.members, at].toSorted((a, b) => a - b);
    const solved = level(
      members.flatMap((one) => curves[one] ?? []),
      qtyToFloat(target),
    );
    if (solved === null) return;
    const split = onLots(curves, { members, level: solved }, target);
    if (isBetter(split, best)) best = split;
  });
  return best;
}

/** The bound is for what is filled. */
function lowerFor(
  curves: readonly Curve[],
  sets: Candidates,
  { target, filled }: { readonly target: bigint; readonly filled: bigint },
): { readonly lower: number; readonly rate: number } {
  return filled === target ? sets : candidates(curves, qtyToFloat(filled));
}
