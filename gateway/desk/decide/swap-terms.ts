// A venue's pools' shares as children: exactly the planned quantities, and how much worse than planned they may come out.
// Those that share a transaction are one child, with a part for each pool.

import type { RouteLeg } from '../../../router/index.ts';
import type { ParentOrder } from '../../../spec/events/index.ts';
import {
  ONE,
  type Price,
  type Rate,
  ZERO_QTY,
  addQty,
  asPrice,
  ceilToTick,
  floorToTick,
} from '../../../spec/units/index.ts';
import type { ChildSwap } from '../../../spec/venues/index.ts';
import type { SeenPool } from './pool-source.ts';
import type { ChildTerms } from './shares.ts';
import type { Usable } from './venues-for.ts';

/** A pool's share in a plan. */
export interface PlannedSwap {
  readonly at: Usable;
  readonly pool: SeenPool;
  readonly leg: RouteLeg;
}

/** Those that go as one, in the order of the plan; one that shares with nobody is alone. */
export function transactionsOf(swaps: readonly PlannedSwap[]): readonly (readonly PlannedSwap[])[] {
  const all: PlannedSwap[][] = [];
  const named = new Map<string, PlannedSwap[]>();
  for (const swap of swaps) {
    const name = swap.pool.source.transaction?.name;
    const known = name === undefined ? undefined : named.get(name);
    if (known !== undefined) known.push(swap);
    else {
      const own = [swap];
      all.push(own);
      if (name !== undefined) named.set(name, own);
    }
  }
  return all;
}

/** One child at most: none where its venue is on no chain, or gas alone is beyond an all-in limit. */
export function childOf(
  order: ParentOrder,
  together: readonly PlannedSwap[],
  { timeInForce, why }: Pick<ChildTerms, 'timeInForce' | 'why'>,
): readonly ChildTerms[] {
  const [first] = together;
  if (first === undefined) return [];
  const swaps = together.flatMap((one) => partOf(order, one));
  if (swaps.length < together.length) return [];
  const orderQty = swaps.reduce((sum, part) => addQty(sum, part.orderQty), ZERO_QTY);
  const price = swaps.map((part) => part.price).reduce(order.side === 'buy' ? most : least);
  return [{ listing: first.at.listing, price, orderQty, timeInForce, why, swaps }];
}

function partOf(order: ParentOrder, { at, leg }: PlannedSwap): readonly ChildSwap[] {
  const { listing, venue } = at;
  if (venue.chain === null) return [];
  const within = withinLimit(order, leg);
  const wanted = slipped(order, leg, venue.chain.maxSlippage);
  const price =
    order.side === 'buy'
      ? least(ceilToTick(wanted, listing.tick), within)
      : most(floorToTick(wanted, listing.tick), within);
  if (price <= 0n) return [];
  const { venueSymbol } = listing;
  return [{ venueSymbol, orderQty: leg.qty, price, ticksCrossed: leg.ticksCrossed ?? 0 }];
}

/** The order's own bound on the swap's average price, on no tick; of an all-in limit gas is taken off first. */
function withinLimit({ side, ordType, worstPrice, limitBasis }: ParentOrder, leg: RouteLeg): Price {
  const isAllIn = ordType === 'Limit' && limitBasis === 'allIn';
  const gas = isAllIn ? (gasOf(leg) + leg.qty - 1n) / leg.qty : 0n;
  if (side === 'sell') return asPrice(worstPrice + gas);
  return asPrice(worstPrice > gas ? worstPrice - gas : 0n);
}

/**
 * The planned average, without gas, and the slippage that the venue is allowed: whoever sees the swap pending may take
 * that much of it, and no more.
 */
function slipped({ side }: ParentOrder, leg: RouteLeg, by: Rate): Price {
  if (side === 'buy') {
    const average = (leg.cost - gasOf(leg) + leg.qty - 1n) / leg.qty;
    return asPrice((average * (ONE + by) + ONE - 1n) / ONE);
  }
  return asPrice((((leg.cost + gasOf(leg)) / leg.qty) * (ONE - by)) / ONE);
}

function gasOf({ gasCost }: RouteLeg): bigint {
  return gasCost ?? 0n;
}

function least(a: Price, b: Price): Price {
  return a < b ? a : b;
}

function most(a: Price, b: Price): Price {
  return a > b ? a : b;
}
