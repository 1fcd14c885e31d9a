import { asSignedQty, formatDecimal } from '../../spec/units/index.ts';
import { strictest } from '../limits/strictest.ts';
import { type ProposedOrder, type Refusal, type RiskView, refuse } from './proposal.ts';

/**
 * Refuses a sell that could take the account's position in the instrument further below zero than the
 * strictest limit above it, in the base currency: what it holds, less all that its open sells could still
 * take, and this order. A buy is never refused by it. Refusal: OrdRejReason(103) = 3.
 */
export function maxShortPosition(order: ProposedOrder, view: RiskView): Refusal | null {
  const { account, sessionID, side } = order;
  if (side !== 'sell' || view.instrument === null || account === null) return null;
  const { instrumentID, base } = view.instrument;
  const limit = strictest(view.limits, 'maxShortPosition', { sessionID, account, instrumentID });
  if (limit === null) return null;
  const { position, sellQty } = view.held;
  const short = asSignedQty(sellQty + order.openQty - position);
  if (short <= limit.amount) return null;
  return refuse(
    'maxShortPosition',
    'OrderExceedsLimit',
    `account ${account} could come to be short of ${formatDecimal(short)} ${base}, over ${limit.whose} ${formatDecimal(limit.amount)} ${base}`,
  );
}
