import { strictestOfSession } from '../limits/strictest.ts';
import { type ProposedOrder, type Refusal, type RiskView, refuse } from './proposal.ts';

/**
 * Refuses an order of a session that has sent more orders and replaces within the last second, this one
 * included, than the strictest of firm and session allows. Refusal: OrdRejReason(103) = 0, broker option.
 */
export function maxOrderRate(order: ProposedOrder, view: RiskView): Refusal | null {
  const limit = strictestOfSession(view.limits, 'maxOrdersPerSecond', order.sessionID);
  if (limit === null || view.rate.orders <= limit.amount) return null;
  return refuse(
    'maxOrderRate',
    'BrokerOption',
    `${view.rate.orders} orders within a second, ${limit.whose} limit is ${limit.amount}`,
  );
}
