// Each initialised tick that a swap crosses costs gas, which no convex curve shows: the search leaves it out, so its
// bound holds, and what it found is tried again with a pool stopped before it crosses as many.

import type { Curve } from '../curves/curve.ts';
import { type Searched, isBetter } from './split.ts';

/** Searched again at most, each some 100 µs. */
const MOST_TRIES = 12;

type Search = (curves: readonly Curve[]) => Searched | null;

/** The plan, or a cheaper one that crosses fewer ticks. The bound stays that of the first search. */
export function withFewerTicks(
  curves: readonly Curve[],
  found: Searched,
  search: Search,
): Searched {
  if (found.lower === 'exact') return found; // Every quantity was costed with its ticks.
  let best = found;
  let held = curves; // With what has been stopped.
  let tried = 0;
  for (let at = 0; at < curves.length && tried < MOST_TRIES; at += 1) {
    for (const ticks of stopsOf(held[at], best.split.qtys[at] ?? 0n)) {
      tried += 1;
      const stopped = curves[at]?.crossing(ticks) ?? null;
      const others = stopped === null ? held.toSpliced(at, 1) : held.with(at, stopped);
      const again = searched(others, search, stopped === null ? at : null);
      if (again === null || !isBetter(again.split, best.split)) continue;
      best = { ...again, lower: found.lower };
      if (stopped !== null) held = others;
      at = -1; // What the others gained may have to be stopped in turn.
      break;
    }
  }
  return best;
}

/** One tick less, half of them, none; nothing where none costs gas. */
function stopsOf(curve: Curve | undefined, qty: bigint): readonly number[] {
  if (curve?.source.type !== 'Pool' || qty === 0n) return [];
  const { tickGasCost = 0n } = curve.source;
  const ticks = tickGasCost === 0n ? 0 : (curve.gasAt(qty)?.ticksCrossed ?? 0);
  return ticks === 0 ? [] : [...new Set([ticks - 1, ticks >> 1, 0])];
}

/** `without`: the place of a curve that is left out. */
function searched(
  curves: readonly Curve[],
  search: Search,
  without: number | null,
): Searched | null {
  const found = search(curves);
  if (found === null || without === null) return found;
  const qtys = found.split.qtys.toSpliced(without, 0, 0n);
  return { ...found, split: { ...found.split, qtys } };
}
