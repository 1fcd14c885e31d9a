import { formatNotional, notional } from '../../spec/units/index.ts';
import { strictest } from '../limits/strictest.ts';
import { costliestPrice } from './costliest-price.ts';
import { type ProposedOrder, type Refusal, type RiskView, refuse } from './proposal.ts';

/**
 * Refuses an order whose worst cost exceeds the strictest limit above it, in the quote currency: at
 * its limit price or, a market order's, at its collar. Refusal: OrdRejReason(103) = 3.
 */
export function maxOrderNotional(order: ProposedOrder, view: RiskView): Refusal | null {
  const { account, sessionID } = order;
  if (view.instrument === null || account === null) return null;
  const { instrumentID, quote } = view.instrument;
  const limit = strictest(view.limits, 'maxOrderNotional', { sessionID, account, instrumentID });
  if (limit === null) return null;
  const price = costliestPrice(order, view);
  if (price === null) return null;
  const worst = notional(price, order.orderQty);
  if (worst <= limit.amount) return null;
  return refuse(
    'maxOrderNotional',
    'OrderExceedsLimit',
    `${formatNotional(worst)} ${quote} is over ${limit.whose} ${formatNotional(limit.amount)} ${quote}`,
  );
}
