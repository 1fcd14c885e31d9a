import { asSignedQty, formatDecimal } from '../../spec/units/index.ts';
import { strictest } from '../limits/strictest.ts';
import { type ProposedOrder, type Refusal, type RiskView, refuse } from './proposal.ts';

/**
 * Refuses a buy that could take the account's position in the instrument over the strictest limit above
 * it, in the base currency: what it holds, all that its open buys could still add, and this order. Open
 * sells do not count against them. A sell is never refused by it. Refusal: OrdRejReason(103) = 3.
 */
export function maxLongPosition(order: ProposedOrder, view: RiskView): Refusal | null {
  const { account, sessionID, side } = order;
  if (side !== 'buy' || view.instrument === null || account === null) return null;
  const { instrumentID, base } = view.instrument;
  const limit = strictest(view.limits, 'maxLongPosition', { sessionID, account, instrumentID });
  if (limit === null) return null;
  const { position, buyQty } = view.held;
  const worst = asSignedQty(position + buyQty + order.openQty);
  if (worst <= limit.amount) return null;
  return refuse(
    'maxLongPosition',
    'OrderExceedsLimit',
    `account ${account} could come to hold ${formatDecimal(worst)} ${base}, over ${limit.whose} ${formatDecimal(limit.amount)} ${base}`,
  );
}
