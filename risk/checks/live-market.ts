import { type ProposedOrder, type Refusal, type RiskView, refuse } from './proposal.ts';

/**
 * Refuses any order while no venue shows a market to judge it by: no book, one that is older than the
 * bound, or one whose bid is not below its ask, which no market has. Says of each venue what it has.
 * Refusal: OrdRejReason(103) = 2, exchange closed.
 */
export function liveMarket(order: ProposedOrder, view: RiskView): Refusal | null {
  if (view.instrument === null || view.referencePrice !== null || view.noMarket === null)
    return null;
  return refuse(
    'liveMarket',
    'ExchangeClosed',
    `there is no live market in ${order.symbol} now: ${view.noMarket}`,
  );
}
