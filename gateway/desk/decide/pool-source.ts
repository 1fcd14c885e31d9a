// A pool as a source of the router: its state at the newest block, what a swap costs in gas, how much one may be.

import type { PoolSource } from '../../../router/index.ts';
import { pathThrough } from '../../../spec/pools/index.ts';
import type { Side } from '../../../spec/terms/index.ts';
import {
  type Notional,
  ONE,
  type Qty,
  asNotional,
  asQty,
  floorToLot,
} from '../../../spec/units/index.ts';
import type { PoolSnapshot } from '../../../spec/venues/index.ts';
import type { ChainTerms } from './context.ts';
import type { Draft } from './draft.ts';
import { referencePriceOf } from './reference-price.ts';
import { isFreshPool } from './shown.ts';
import type { Usable } from './venues-for.ts';

/**
 * One swap crosses so many initialised ticks, and takes so many steps, at most: what the gas limit of one transaction
 * pays for. A cold tick costs up to 46,000 gas, an empty word of the bitmap 7,600 (uniswap.md §7).
 */
const TICKS_MOST = 8;
const STEPS_MOST = 16;

export interface SeenPool {
  readonly source: PoolSource;
  readonly blockNumber: bigint;
}

/** Text: why it cannot be used now. */
export function poolSourceOf(
  draft: Draft,
  { listing, chain }: { readonly listing: Usable['listing']; readonly chain: ChainTerms },
): SeenPool | string {
  const { order, context } = draft;
  const { venueID, lot, minQty } = listing;
  const seen = context.market.pool(venueID, order.instrumentID);
  if (seen === null) return 'has no pool state';
  if (!isFreshPool(context, seen)) {
    return seen.state === 'Live' ? 'has an old pool state' : 'has no live pool state';
  }
  const gasCost = gasCostOf(draft, chain, seen);
  if (typeof gasCost === 'string') return gasCost;
  const { pool, decimals, baseIsToken0, blockNumber } = seen;
  const atMost = mostOfOneSwap(seen, order.side);
  const most = atMost === null ? null : floorToLot(atMost, lot);
  const maxQty = most === null || listing.maxQty < most ? listing.maxQty : most;
  return {
    source: { type: 'Pool', venueID, pool, decimals, baseIsToken0, lot, minQty, maxQty, gasCost },
    blockNumber,
  };
}

/** In the order's quote currency; text: why gas has no price there. */
function gasCostOf(
  { order, state, context }: Draft,
  { gasInstrument }: ChainTerms,
  { gasWei }: PoolSnapshot,
): Notional | string {
  const coin = state.instruments.get(gasInstrument);
  const quote = state.instruments.get(order.instrumentID)?.quote;
  if (coin === undefined || quote === undefined || coin.quote !== quote) {
    return `asks for gas that has no price in ${quote ?? 'its currency'}`;
  }
  const price = referencePriceOf(context, coin);
  if (price === null) return `asks for gas, and ${coin.symbol} has no live market to value it`;
  return asNotional(gasWei * price);
}

/** Null: as much as there is. */
function mostOfOneSwap({ pool, decimals, baseIsToken0 }: PoolSnapshot, side: Side): Qty | null {
  if (pool.type !== 'V3') return null;
  const isBuy = side === 'buy';
  const path = pathThrough(pool, isBuy === baseIsToken0 ? 1 : 0);
  let most = 0n;
  for (let step = 1; step <= STEPS_MOST; step += 1) {
    const end = path.at(step);
    if (end === null) return null;
    if (end.ticksCrossed > TICKS_MOST) break;
    most = isBuy ? end.amountOut : end.amountIn;
  }
  return asQty((most * ONE) / 10n ** BigInt(decimals.base));
}
