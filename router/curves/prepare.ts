// Which sources an order can use at all; of the others, why not.

import { poolFault } from '../../spec/pools/index.ts';
import { unreachable } from '../../spec/proof/index.ts';
import { formatDecimal } from '../../spec/units/index.ts';
import type { BookSource, PoolSource, RouteOrder, Source } from '../plan.ts';
import { type Curve, UNIT, ceilDiv, floorDiv } from './curve.ts';
import { Ladder, reachOf, termsFault } from './ladder.ts';
import { PoolCurve } from './pool-curve.ts';

export type Prepared =
  | { readonly type: 'Usable'; readonly curve: Curve }
  | { readonly type: 'Unusable'; readonly why: string };

export function prepare(source: Source, order: RouteOrder): Prepared {
  switch (source.type) {
    case 'Book':
      return book(source, order);
    case 'Pool':
      return pool(source, order);
    default:
      return unreachable(source);
  }
}

function book(source: BookSource, order: RouteOrder): Prepared {
  const { tick, levels } = source;
  const fault = termsFault(source);
  if (fault !== null) return unusable(fault);
  const side = order.side === 'buy' ? 'ask' : 'bid';
  const best = levels[0];
  if (best === undefined) return unusable(`it shows no ${side}`);
  const reach = reachOf(source, order);
  if (!reach.isSound) return unusable(`level ${reach.count + 1} of its ${side}s is out of order`);
  if (reach.count === 0) {
    const price = BigInt(best[0]) * tick;
    return unusable(`its best ${side} ${beyondLimit(source, order, price)}`);
  }
  return bounded(new Ladder(source, order, reach), order);
}

function pool(source: PoolSource, order: RouteOrder): Prepared {
  const { pool: state, lot, decimals } = source;
  if (lot <= 0n || (lot * 10n ** BigInt(decimals.base)) % UNIT !== 0n) {
    return unusable('its lot is finer than the token');
  }
  const fault = poolFault(state);
  if (fault !== null) return unusable(fault);
  return bounded(new PoolCurve(source, order), order);
}

function bounded(curve: Curve, order: RouteOrder): Prepared {
  if (curve.least <= curve.most) return { type: 'Usable', curve };
  return unusable(whyTooLittle(curve, order));
}

function whyTooLittle({ source, most, lot }: Curve, order: RouteOrder): string {
  const within = order.limit === null ? '' : ' within the limit';
  if (order.orderQty < lot) return `its lot of ${formatDecimal(lot)} is more than the order`;
  if (order.orderQty < source.minQty) {
    return `its minimum of ${formatDecimal(source.minQty)} is more than the order`;
  }
  if (source.maxQty < source.minQty) return 'its minimum is above its maximum';
  if (most === 0n) return `it has nothing to take${within}`;
  if (most < source.minQty) {
    return `it has ${formatDecimal(most)}${within}, under its minimum of ${formatDecimal(source.minQty)}`;
  }
  if (source.type === 'Book') return 'what it could take is worth less than its minimum';
  return order.limit !== null && order.limitBasis === 'allIn'
    ? 'with its gas the average is beyond the limit'
    : 'its gas is more than what it could trade';
}

function beyondLimit(source: BookSource, order: RouteOrder, price: bigint): string {
  const limit = formatDecimal(order.limit ?? 0n);
  if (order.limitBasis === 'gross') return `${formatDecimal(price)} is beyond the limit ${limit}`;
  const allIn =
    order.side === 'buy'
      ? ceilDiv(price * (UNIT + source.takerFee), UNIT)
      : floorDiv(price * (UNIT - source.takerFee), UNIT);
  return `${formatDecimal(price)}, ${formatDecimal(allIn)} with the fee, is beyond the limit ${limit}`;
}

function unusable(why: string): Prepared {
  return { type: 'Unusable', why };
}
