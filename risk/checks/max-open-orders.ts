import { applies, whose } from '../limits/strictest.ts';
import { type ProposedOrder, type Refusal, type RiskView, refuse } from './proposal.ts';

/**
 * Refuses an order that would be one too many: each limit above it counts the open orders of its own
 * scope, of a session those of its accounts. Refusal: OrdRejReason(103) = 3.
 */
export function maxOpenOrders(order: ProposedOrder, view: RiskView): Refusal | null {
  const { account, sessionID } = order;
  if (view.instrument === null || account === null) return null;
  const { instrumentID } = view.instrument;
  const placed = { sessionID, account, instrumentID };
  // Each that applies has its own word, since each counts its own scope.
  for (const limits of view.limits) {
    const limit = limits.maxOpenOrders;
    if (limit === null || !applies(limits, placed)) continue;
    const { orders } = view.held.open(limits);
    if (orders < limit) continue;
    return refuse(
      'maxOpenOrders',
      'OrderExceedsLimit',
      `${orders} orders are open, ${whose(limits)} limit is ${limit}`,
    );
  }
  return null;
}
