import { strictestOfSession } from '../limits/strictest.ts';
import { type ProposedOrder, type Refusal, type RiskView, refuse } from './proposal.ts';

/**
 * Refuses an order of a session that has sent more application messages of any kind within the last
 * second, this one included, than the strictest of firm and session allows. Cancels count, and are never
 * refused for it. Refusal: OrdRejReason(103) = 0, broker option.
 */
export function maxMessageRate(order: ProposedOrder, view: RiskView): Refusal | null {
  const limit = strictestOfSession(view.limits, 'maxMessagesPerSecond', order.sessionID);
  if (limit === null || view.rate.messages <= limit.amount) return null;
  return refuse(
    'maxMessageRate',
    'BrokerOption',
    `${view.rate.messages} messages within a second, ${limit.whose} limit is ${limit.amount}; cancels are taken`,
  );
}
