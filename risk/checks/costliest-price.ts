import type { Price } from '../../spec/units/index.ts';
import { collaredPrice, finestTick } from '../limits/collar.ts';
import type { ProposedOrder, RiskView } from './proposal.ts';

/** A sell's proceeds are counted at its limit or, where the market stands higher, at the reference. */
export function costliestPrice(order: ProposedOrder, view: RiskView): Price | null {
  const reference = view.referencePrice;
  if (order.price !== null) {
    return order.side === 'sell' && reference !== null && reference > order.price
      ? reference
      : order.price;
  }
  const tick = view.instrument === null ? null : finestTick(view.instrument);
  if (reference === null || tick === null) return null;
  if (order.side === 'sell') return reference;
  return collaredPrice('buy', reference, { collarBps: view.marketCollarBps, tick });
}
