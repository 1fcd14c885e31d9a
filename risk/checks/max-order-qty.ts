import { formatDecimal } from '../../spec/units/index.ts';
import { strictest } from '../limits/strictest.ts';
import { type ProposedOrder, type Refusal, type RiskView, refuse } from './proposal.ts';

/**
 * Refuses an order larger than the strictest limit above it, in the base currency.
 * Refusal: OrdRejReason(103) = 3, order exceeds limit.
 */
export function maxOrderQty(order: ProposedOrder, view: RiskView): Refusal | null {
  const { account, sessionID } = order;
  if (view.instrument === null || account === null) return null;
  const { instrumentID, base } = view.instrument;
  const limit = strictest(view.limits, 'maxOrderQty', { sessionID, account, instrumentID });
  if (limit === null || order.orderQty <= limit.amount) return null;
  return refuse(
    'maxOrderQty',
    'OrderExceedsLimit',
    `OrderQty(38) ${formatDecimal(order.orderQty)} ${base} is over ${limit.whose} ${formatDecimal(limit.amount)} ${base}`,
  );
}
