// Several pools of a venue are paid out of one balance: together they are given no more than it covers.

import type { RoutePlan } from '../../../router/index.ts';
import { ZERO_QTY, asQty, floorToLot } from '../../../spec/units/index.ts';
import type { Cover } from './funds.ts';
import type { SeenPool } from './pool-source.ts';
import type { Sources } from './sources.ts';

/** The same sources where the plan is covered; else each pool bounded by its part of what is. */
export function withinCovers(seen: Sources, plan: RoutePlan, covers: readonly Cover[]): Sources {
  let pools = seen.pools;
  for (const cover of covers) {
    const legs = plan.legs.filter(
      ({ venueID, venueSymbol }) => venueID === cover.venueID && venueSymbol !== null,
    );
    const wanted = legs.reduce((sum, { qty }) => sum + qty, 0n);
    if (wanted <= cover.qty) continue;
    pools = pools.map((pool): SeenPool => {
      const { source, venueSymbol } = pool;
      if (source.venueID !== cover.venueID) return pool;
      const qty = legs.find((leg) => leg.venueSymbol === venueSymbol)?.qty ?? ZERO_QTY;
      const maxQty = floorToLot(asQty((qty * cover.qty) / wanted), source.lot);
      return { ...pool, source: { ...source, maxQty } };
    });
  }
  if (pools === seen.pools) return seen;
  const books = seen.sources.filter(({ type }) => type === 'Book');
  return { ...seen, pools, sources: [...books, ...pools.map(({ source }) => source)] };
}
