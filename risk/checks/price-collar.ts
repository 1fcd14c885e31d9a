import { formatDecimal } from '../../spec/units/index.ts';
import { collaredPrice, finestTick } from '../limits/collar.ts';
import { strictest } from '../limits/strictest.ts';
import { type ProposedOrder, type Refusal, type RiskView, refuse } from './proposal.ts';

/**
 * Refuses a limit price that stands further beyond the reference price, against the client, than the
 * strictest collar allows, and any order while there is no live market to judge it by.
 * Refusal: OrdRejReason(103) = 99 (FIX 4.4 has no code for a price band), or 2 without a market.
 */
export function priceCollar(order: ProposedOrder, view: RiskView): Refusal | null {
  const { account, sessionID } = order;
  if (view.instrument === null || account === null) return null;
  if (view.referencePrice === null) {
    return refuse(
      'priceCollar',
      'ExchangeClosed',
      `there is no live market in ${order.symbol} now`,
    );
  }
  const tick = finestTick(view.instrument);
  if (order.price === null || tick === null) return null;
  const { instrumentID } = view.instrument;
  const limit = strictest(view.limits, 'priceCollarBps', { sessionID, account, instrumentID });
  if (limit === null) return null;
  const collarBps = limit.amount;
  const worst = collaredPrice(order.side, view.referencePrice, { collarBps, tick });
  const beyond = order.side === 'buy' ? order.price > worst : order.price < worst;
  if (!beyond) return null;
  const bound = order.side === 'buy' ? 'above' : 'below';
  return refuse(
    'priceCollar',
    'Other',
    `Price(44) ${formatDecimal(order.price)} is ${bound} ${formatDecimal(worst)}, ${limit.whose} collar of ${collarBps} bps around ${formatDecimal(view.referencePrice)}`,
  );
}
