// What the router saw and answered on its way into the journal, and the question back out of it.

import {
  type BookSource,
  type PoolSource,
  type RouteOrder,
  type RoutePlan,
  type Source,
  trimmed,
} from '../../../router/index.ts';
import type {
  EventOf,
  RouteBook,
  RouteHow,
  RoutePool,
  RouteV2,
  RouteV3,
} from '../../../spec/events/index.ts';
import { MIN_TICK, type Pool } from '../../../spec/pools/index.ts';
import { type Price, asLots, asNotional, asTicks } from '../../../spec/units/index.ts';
import type { SeenPool } from './pool-source.ts';
import type { Sources } from './sources.ts';

const NO_COST = asNotional(0n);

export type RecordedRoute = Omit<EventOf<'RouteDecided'>, 'type' | 'orderID' | 'routing'>;

export function recordOf(made: {
  readonly how: RouteHow;
  readonly asked: RouteOrder & { limit: Price };
  readonly seen: Sources;
  readonly plan: RoutePlan;
}): RecordedRoute {
  const { how, asked, seen, plan } = made;
  const { side, orderQty, limit, limitBasis } = asked;
  const { filledQty, cost, boundBps, legs } = plan;
  return {
    how,
    side,
    orderQty,
    limit,
    limitBasis,
    books: seen.sources.flatMap((one) => (one.type === 'Book' ? [bookOf(one, asked)] : [])),
    filledQty,
    cost,
    boundBps: String(boundBps),
    legs,
    unused: [...plan.unused, ...seen.unused],
    pools: seen.pools.map((one) => poolOf(one, asked)),
  };
}

/** No more of the book than the order could use. */
function bookOf(whole: BookSource, order: RouteOrder): RouteBook {
  const cut = trimmed(whole, order);
  const source = cut.type === 'Book' ? cut : whole;
  const { venueID, tick, lot, minQty, maxQty, minNotional, takerFee, levels } = source;
  return {
    venueID,
    tick,
    lot,
    minQty,
    maxQty,
    minNotional,
    takerFee,
    levelLot: source.levelLot ?? lot,
    levels: levels.map(([ticks, lots]) => ({ ticks, lots })),
  };
}

/** No more of its ticks than the order could cross. */
function poolOf({ source: whole, blockNumber }: SeenPool, order: RouteOrder): RoutePool {
  const cut = trimmed(whole, order);
  const { venueID, lot, minQty, maxQty, gasCost, decimals, baseIsToken0 } = whole;
  const { pool } = cut.type === 'Pool' ? cut : whole;
  return {
    venueID,
    lot,
    minQty,
    maxQty,
    gasCost,
    baseDecimals: decimals.base,
    quoteDecimals: decimals.quote,
    baseIsToken0,
    blockNumber: Number(blockNumber),
    v2: v2Of(pool),
    v3: v3Of(pool),
    venueSymbol: whole.venueSymbol ?? null,
    tickGasCost: whole.tickGasCost ?? null,
    transaction: whole.transaction?.name ?? null,
    transactionGasCost: whole.transaction?.gasCost ?? null,
  };
}

function v2Of(pool: Pool): RouteV2 | null {
  if (pool.type !== 'V2') return null;
  const { reserve0, reserve1, feePips } = pool;
  return { reserve0, reserve1, feePips };
}

function v3Of(pool: Pool): RouteV3 | null {
  if (pool.type !== 'V3') return null;
  const { sqrtPriceX96, tick, liquidity, tickSpacing, feePips, ticks } = pool;
  return {
    sqrtPriceX96,
    tickAboveLowest: tick - MIN_TICK,
    liquidity,
    tickSpacing,
    feePips,
    ticks: ticks.map(([at, liquidityNet]) => ({ tickAboveLowest: at - MIN_TICK, liquidityNet })),
  };
}

/** What the router was asked, out of its record: asked again, it gives the recorded plan. */
export function questionOf(decided: EventOf<'RouteDecided'>): {
  readonly order: RouteOrder;
  readonly sources: readonly Source[];
} {
  const { side, orderQty, limit, limitBasis, books, pools } = decided;
  return {
    order: { side, orderQty, limit, limitBasis },
    sources: [...books.map(bookSource), ...pools.flatMap(poolSource)],
  };
}

function bookSource({ levels, ...book }: RouteBook): BookSource {
  return {
    type: 'Book',
    ...book,
    levels: levels.map(({ ticks, lots }) => [asTicks(ticks), asLots(lots)] as const),
  };
}

function poolSource(recorded: RoutePool): readonly PoolSource[] {
  const { venueID, lot, minQty, maxQty, gasCost, baseIsToken0 } = recorded;
  const decimals = { base: recorded.baseDecimals, quote: recorded.quoteDecimals };
  const pool = stateOf(recorded);
  if (pool === null) return [];
  const { venueSymbol, tickGasCost, transaction, transactionGasCost } = recorded;
  const shared = { name: transaction ?? '', gasCost: transactionGasCost ?? NO_COST };
  return [
    {
      type: 'Pool',
      venueID,
      lot,
      minQty,
      maxQty,
      gasCost,
      decimals,
      baseIsToken0,
      pool,
      ...(venueSymbol === null ? {} : { venueSymbol }),
      ...(tickGasCost === null ? {} : { tickGasCost }),
      ...(transaction === null ? {} : { transaction: shared }),
    },
  ];
}

function stateOf({ v2, v3 }: RoutePool): Pool | null {
  if (v2 !== null) return { type: 'V2', ...v2 };
  if (v3 === null) return null;
  const { tickAboveLowest, ticks, ...rest } = v3;
  return {
    type: 'V3',
    ...rest,
    tick: tickAboveLowest + MIN_TICK,
    ticks: ticks.map((one) => [one.tickAboveLowest + MIN_TICK, one.liquidityNet] as const),
  };
}
