// A pool rounds each swap to units of its token, which no float sees: where two sources share a quantity, whole
// steps of a coarser grid beside the optimum may be some of those units cheaper.

import { type Curve, ceilTo, floorTo } from '../curves/curve.ts';
import { type Split, isBetter, splitOf } from './split.ts';

/** The split, or a cheaper one with the quantities of two of its sources on the grid. */
export function snapped(curves: readonly Curve[], split: Split, grid: bigint): Split {
  let best = split;
  for (const [a, first] of curves.entries()) {
    for (const [b, second] of curves.entries()) {
      if (b <= a) continue;
      const [qtyA, qtyB] = [split.qtys[a] ?? 0n, split.qtys[b] ?? 0n];
      if (qtyA === 0n || qtyB === 0n || qtyA % grid === 0n) continue;
      for (const onGrid of [floorTo(qtyA, grid), ceilTo(qtyA, grid)]) {
        const rest = qtyA + qtyB - onGrid;
        if (!(onGrid === 0n || first.allows(onGrid)) || !(rest === 0n || second.allows(rest)))
          continue;
        const moved = splitOf(curves, split.qtys.with(a, onGrid).with(b, rest));
        if (isBetter(moved, best)) best = moved;
      }
    }
  }
  return best;
}
