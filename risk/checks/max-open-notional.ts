import { asNotional, formatNotional, notional } from '../../spec/units/index.ts';
import { applies, whose } from '../limits/strictest.ts';
import { costliestPrice } from './costliest-price.ts';
import { type ProposedOrder, type Refusal, type RiskView, refuse } from './proposal.ts';

/**
 * Refuses an order with which all that is open would be worth more than a limit above it allows, each
 * order at its worst price, in the quote currency; buys and sells do not net. Each limit counts what is
 * open in its own scope, of a session that of its accounts. Refusal: OrdRejReason(103) = 3.
 */
export function maxOpenNotional(order: ProposedOrder, view: RiskView): Refusal | null {
  const { account, sessionID } = order;
  if (view.instrument === null || account === null) return null;
  const { instrumentID, quote } = view.instrument;
  const placed = { sessionID, account, instrumentID };
  // Each that applies has its own word, since each counts its own scope.
  for (const limits of view.limits) {
    const limit = limits.maxOpenNotional;
    if (limit === null || !applies(limits, placed)) continue;
    const asked = costliestPrice(order, view);
    if (asked === null) return null;
    const { replacedPrice } = order;
    const price = replacedPrice !== null && replacedPrice > asked ? replacedPrice : asked;
    const worst = asNotional(view.held.open(limits).notional + notional(price, order.openQty));
    if (worst <= limit) continue;
    return refuse(
      'maxOpenNotional',
      'OrderExceedsLimit',
      `with it ${formatNotional(worst)} ${quote} would be open, over ${whose(limits)} ${formatNotional(limit)} ${quote}`,
    );
  }
  return null;
}
