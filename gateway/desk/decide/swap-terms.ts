// A pool's share as a child: exactly the planned quantity, and how much worse than planned it may come out.

import type { PoolSource, RouteLeg } from '../../../router/index.ts';
import type { ParentOrder } from '../../../spec/events/index.ts';
import {
  ONE,
  type Price,
  type Rate,
  asPrice,
  ceilToTick,
  floorToTick,
} from '../../../spec/units/index.ts';
import type { ChildTerms } from './shares.ts';
import type { Usable } from './venues-for.ts';

export interface Swap {
  readonly source: PoolSource;
  readonly leg: RouteLeg;
  readonly timeInForce: 'IOC' | 'FOK';
  readonly why: string;
}

/** One child at most: none where its venue is on no chain, or gas alone is beyond an all-in limit. */
export function swapOf(
  order: ParentOrder,
  { listing, venue }: Usable,
  { source, leg, timeInForce, why }: Swap,
): readonly ChildTerms[] {
  if (venue.chain === null) return [];
  const within = withinLimit(order, { leg, gasCost: source.gasCost });
  const wanted = slipped(order, { leg, gasCost: source.gasCost, by: venue.chain.maxSlippage });
  const price =
    order.side === 'buy'
      ? least(ceilToTick(wanted, listing.tick), within)
      : most(floorToTick(wanted, listing.tick), within);
  return price <= 0n ? [] : [{ listing, price, orderQty: leg.qty, timeInForce, why }];
}

interface Shared {
  readonly leg: RouteLeg;
  readonly gasCost: bigint;
}

/** The order's own bound on the swap's average price, on no tick; of an all-in limit gas is taken off first. */
function withinLimit(
  { side, ordType, worstPrice, limitBasis }: ParentOrder,
  { leg, gasCost }: Shared,
): Price {
  const isAllIn = ordType === 'Limit' && limitBasis === 'allIn';
  const gas = isAllIn ? (gasCost + leg.qty - 1n) / leg.qty : 0n;
  if (side === 'sell') return asPrice(worstPrice + gas);
  return asPrice(worstPrice > gas ? worstPrice - gas : 0n);
}

/**
 * The planned average, without gas, and the slippage that the venue is allowed: whoever sees the swap pending may take
 * that much of it, and no more.
 */
function slipped({ side }: ParentOrder, { leg, gasCost, by }: Shared & { by: Rate }): Price {
  if (side === 'buy') {
    const average = (leg.cost - gasCost + leg.qty - 1n) / leg.qty;
    return asPrice((average * (ONE + by) + ONE - 1n) / ONE);
  }
  return asPrice((((leg.cost + gasCost) / leg.qty) * (ONE - by)) / ONE);
}

function least(a: Price, b: Price): Price {
  return a < b ? a : b;
}

function most(a: Price, b: Price): Price {
  return a > b ? a : b;
}
