// A price and a quantity on one venue's grid, rounded so that the client's limit holds.

import type { ParentOrder } from '../../../spec/events/index.ts';
import type { Listing } from '../../../spec/terms/index.ts';
import {
  ONE,
  type Price,
  type Qty,
  type Rate,
  ZERO_QTY,
  asPrice,
  ceilToTick,
  floorToLot,
  floorToTick,
  minQty,
} from '../../../spec/units/index.ts';
import type { ChildTimeInForce } from '../../../spec/venues/index.ts';
import type { Fees } from './context.ts';

/** What a child of that kind may have to pay: one that rests may take first, and make then. */
export function feeFor(timeInForce: ChildTimeInForce, { taker, maker }: Fees): Rate {
  return timeInForce === 'GTC' && maker > taker ? maker : taker;
}

/**
 * The worst price that a child may have there: the order's, on the venue's tick, towards the client. Of an
 * all-in limit the fee is taken off a buy's first, and put on a sell's. A market order's collar is no limit
 * of the client's: it bounds the price alone.
 */
export function priceAt(
  order: Pick<ParentOrder, 'side' | 'ordType' | 'worstPrice' | 'limitBasis'>,
  { tick }: Listing,
  fee: Rate,
): Price {
  const { side, ordType, worstPrice, limitBasis } = order;
  if (ordType === 'Market' || limitBasis !== 'allIn') {
    return side === 'buy' ? floorToTick(worstPrice, tick) : ceilToTick(worstPrice, tick);
  }
  if (side === 'buy') return floorToTick(asPrice((worstPrice * ONE) / (ONE + fee)), tick);
  const kept = ONE - fee;
  return ceilToTick(asPrice((worstPrice * ONE + kept - 1n) / kept), tick);
}

/** As much of `qty` as one child may have there; zero where that is below what the venue takes. */
export function fittingQty(listing: Listing, qty: Qty, price: Price): Qty {
  const fitting = floorToLot(minQty(qty, listing.maxQty), listing.lot);
  if (fitting < listing.minQty || price <= 0n) return ZERO_QTY;
  return price * fitting < listing.minNotional ? ZERO_QTY : fitting;
}
