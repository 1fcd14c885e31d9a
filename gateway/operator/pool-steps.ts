// A pool's curve as steps of a ladder: what each further share of it costs a buyer or brings a seller, its own fee in
// the price, gas left out.

import { quoteExactIn, quoteExactOut } from '../../spec/pools/index.ts';
import {
  type Notional,
  ONE,
  type Price,
  type Qty,
  asPrice,
  asQty,
} from '../../spec/units/index.ts';
import type { PoolSnapshot } from '../../spec/venues/index.ts';

/** A pool where an instrument is listed. */
export interface VenuePool {
  readonly snapshot: PoolSnapshot;
  /** Of one swap, in the quote currency; null: gas has no price there now. */
  readonly gasCost: Notional | null;
  readonly lot: Qty;
  readonly minQty: Qty;
  readonly maxQty: Qty;
}

export interface Step {
  readonly price: Price;
  readonly qty: Qty;
}

/** `count` steps of `qty` each, fewer where the pool ends. Prices are rounded against the taker. */
export function poolSteps(
  pool: VenuePool,
  side: 'bid' | 'ask',
  { qty, count }: { readonly qty: Qty; readonly count: number },
): readonly Step[] {
  const steps: Step[] = [];
  let before = 0n;
  for (let step = 1; step <= count; step += 1) {
    const all = asQty(qty * BigInt(step));
    if (all > pool.maxQty) break;
    const quote = quoteFor(pool.snapshot, side, all);
    if (quote === null) break;
    const numerator = (quote - before) * ONE;
    const price = side === 'bid' ? numerator / qty : (numerator + qty - 1n) / qty;
    steps.push({ price: asPrice(price), qty });
    before = quote;
  }
  return steps;
}

/** What so much of the base costs or brings, with 18 decimals; null where the pool has not so much. */
function quoteFor(
  { pool, decimals, baseIsToken0 }: PoolSnapshot,
  side: 'bid' | 'ask',
  qty: Qty,
): bigint | null {
  const amount = (qty * 10n ** BigInt(decimals.base)) / ONE;
  if (amount === 0n) return null;
  const isBuy = side === 'ask';
  const tokenIn = isBuy === baseIsToken0 ? 1 : 0;
  const answer = (isBuy ? quoteExactOut : quoteExactIn)(pool, { tokenIn, amount });
  if (answer.type === 'NoQuote' || !answer.isWhole) return null;
  const tokens = isBuy ? answer.amountIn : answer.amountOut;
  return (tokens * ONE) / 10n ** BigInt(decimals.quote);
}
