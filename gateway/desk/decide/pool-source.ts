// A pool as a source of the router: its state at the newest block, what a swap costs in gas, how much one may be.

import type { PoolSource } from '../../../router/index.ts';
import { pathThrough } from '../../../spec/pools/index.ts';
import type { Side } from '../../../spec/terms/index.ts';
import {
  type Notional,
  ONE,
  type Qty,
  asQty,
  floorToLot,
  formatDecimal,
} from '../../../spec/units/index.ts';
import { type PoolSnapshot, gasAsset } from '../../../spec/venues/index.ts';
import type { ChainTerms } from './context.ts';
import type { Draft } from './draft.ts';
import { gasCostOf } from './gas-cost.ts';
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
  readonly venueSymbol: string;
  readonly blockNumber: bigint;
  /** What of its gas it can share with other swaps of its venue. */
  readonly sharedGas: Notional;
}

/** Text: why it cannot be used now. */
export function poolSourceOf(
  draft: Draft,
  { listing, chain }: { readonly listing: Usable['listing']; readonly chain: ChainTerms },
): SeenPool | string {
  const { order, context } = draft;
  const { venueID, venueSymbol, lot, minQty } = listing;
  const seen = context.market.pool(venueID, venueSymbol);
  if (seen === null) return 'has no pool state';
  if (!isFreshPool(context, seen)) {
    return seen.state === 'Live' ? 'has an old pool state' : 'has no live pool state';
  }
  const { instruments } = draft.state;
  const short = shortOfGas(draft, seen, chain);
  if (short !== null) return short;
  const gasCost = gasCostOf(context, { instruments, chain, seen });
  if (typeof gasCost === 'string') return gasCost;
  const { alone, shared, tick } = gasCost;
  const { pool, decimals, baseIsToken0, blockNumber } = seen;
  const atMost = mostOfOneSwap(seen, order.side);
  const most = atMost === null ? null : floorToLot(atMost, lot);
  const maxQty = most === null || listing.maxQty < most ? listing.maxQty : most;
  return {
    source: {
      type: 'Pool',
      venueID,
      pool,
      decimals,
      baseIsToken0,
      lot,
      minQty,
      maxQty,
      gasCost: alone,
      tickGasCost: tick,
    },
    venueSymbol,
    blockNumber,
    sharedGas: shared,
  };
}

/** Null: it is there, or the account does not tell. What our swaps there may still take is not free. */
function shortOfGas(
  { state, context }: Draft,
  { venueID, mostGasWei }: PoolSnapshot,
  { coin }: ChainTerms,
): string | null {
  const held = context.balance(venueID, gasAsset(coin));
  if (held === null) return null;
  let open = 0n;
  for (const { children } of state.orders.values()) {
    for (const child of children) {
      if (child.venueID === venueID && child.phase !== 'Ended') open += 1n;
    }
  }
  const needed = (open + 1n) * mostGasWei;
  if (held >= needed) return null;
  const swaps = open === 0n ? 'a swap' : `${open + 1n} swaps`;
  return `has ${formatDecimal(held)} ${coin} for gas, ${swaps} may take ${formatDecimal(needed)}`;
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
