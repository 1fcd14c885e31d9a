import type { Listing } from '../../spec/terms/index.ts';
import { formatDecimal, isOnLot, isOnTick } from '../../spec/units/index.ts';
import { type ProposedOrder, type Refusal, type RiskView, refuse } from './proposal.ts';

/**
 * Refuses a quantity that is zero, off every venue's lot or outside its bounds (OrdRejReason(103) =
 * 13, incorrect quantity), and a price that is not positive or off every venue's tick (99, other).
 * An order that one venue can take is on the grid.
 */
export function orderOnGrid(order: ProposedOrder, view: RiskView): Refusal | null {
  if (order.orderQty <= 0n) {
    return refuse('orderOnGrid', 'IncorrectQuantity', 'OrderQty(38) must be above 0');
  }
  if (order.price !== null && order.price <= 0n) {
    return refuse('orderOnGrid', 'Other', 'Price(44) must be above 0');
  }
  let refusal: Refusal | null = null;
  for (const listing of view.instrument?.listings ?? []) {
    refusal = offGrid(order, listing);
    if (refusal === null) return null;
  }
  return refusal;
}

function offGrid(order: ProposedOrder, listing: Listing): Refusal | null {
  if (!isOnLot(order.orderQty, listing.lot)) {
    return wrongQty(order, `is not a multiple of the lot ${formatDecimal(listing.lot)}`);
  }
  if (order.orderQty < listing.minQty) {
    return wrongQty(order, `is below the minimum ${formatDecimal(listing.minQty)}`);
  }
  if (order.orderQty > listing.maxQty) {
    return wrongQty(order, `is above the maximum ${formatDecimal(listing.maxQty)}`);
  }
  if (order.price === null) return null;
  if (!isOnTick(order.price, listing.tick)) {
    const price = formatDecimal(order.price);
    return refuse(
      'orderOnGrid',
      'Other',
      `Price(44) ${price} is not a multiple of the tick ${formatDecimal(listing.tick)}`,
    );
  }
  if (order.price * order.orderQty < listing.minNotional) {
    return refuse(
      'orderOnGrid',
      'IncorrectQuantity',
      `Price(44) times OrderQty(38) is below the venue's least order value`,
    );
  }
  return null;
}

/** The text is made for a refusal alone: a pass writes out no decimal. */
function wrongQty(order: ProposedOrder, what: string): Refusal {
  const qty = formatDecimal(order.orderQty);
  return refuse('orderOnGrid', 'IncorrectQuantity', `OrderQty(38) ${qty} ${what}`);
}
