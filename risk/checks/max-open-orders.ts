import { applying, whose } from '../limits/strictest.ts';
import { type ProposedOrder, type Refusal, type RiskView, refuse } from './proposal.ts';

/**
 * Refuses an order that would be one too many: each limit above it counts the open orders of its own
 * scope, of a session those of its accounts. Refusal: OrdRejReason(103) = 3.
 */
export function maxOpenOrders(order: ProposedOrder, view: RiskView): Refusal | null {
  const { account, sessionID } = order;
  if (view.instrument === null || account === null) return null;
  const { instrumentID } = view.instrument;
  for (const limits of applying(view.limits, { sessionID, account, instrumentID })) {
    const limit = limits.maxOpenOrders;
    if (limit === null) continue;
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
