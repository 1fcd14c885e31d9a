// What of a source an order could ever use: enough to decide again, and no more (the journal's decision record).

import { pathThrough, poolFault } from '../spec/pools/index.ts';
import { MOST_STEPS, tokenIn } from './curves/hyperbolas.ts';
import { reachOf, termsFault } from './curves/ladder.ts';
import type { BookSource, PoolSource, RouteOrder, Source } from './plan.ts';

/** The source cut down; `route` of cut sources gives the same plan as of whole ones. */
export function trimmed(source: Source, order: RouteOrder): Source {
  return source.type === 'Book' ? trimmedBook(source, order) : trimmedPool(source, order);
}

/** The levels that the order reaches, and always the best: a plan may speak of it. */
function trimmedBook(source: BookSource, order: RouteOrder): BookSource {
  if (termsFault(source) !== null) return { ...source, levels: source.levels.slice(0, 1) };
  const { count, isSound } = reachOf(source, order);
  const kept = Math.max(isSound ? count : count + 1, 1);
  return kept >= source.levels.length
    ? source
    : { ...source, levels: source.levels.slice(0, kept) };
}

/** The initialised ticks on the way, as far as the whole order would go. */
function trimmedPool(source: PoolSource, order: RouteOrder): PoolSource {
  const { pool, decimals } = source;
  if (pool.type !== 'V3' || poolFault(pool) !== null) return source;
  const isBuy = order.side === 'buy';
  const path = pathThrough(pool, tokenIn(source, isBuy));
  const most = order.orderQty < source.maxQty ? order.orderQty : source.maxQty;
  const wanted = (most * 10n ** BigInt(decimals.base)) / 10n ** 18n;
  let end: number | null = null;
  for (let step = 1; step <= MOST_STEPS && end === null; step += 1) {
    const at = path.at(step);
    if (at === null) break;
    if ((isBuy ? at.amountOut : at.amountIn) >= wanted) end = at.tick;
  }
  const ticks = pool.ticks.filter(([tick]) => {
    if (path.isDown) return tick <= pool.tick && (end === null || tick > end);
    return tick > pool.tick && (end === null || tick <= end);
  });
  return ticks.length === pool.ticks.length ? source : { ...source, pool: { ...pool, ticks } };
}
