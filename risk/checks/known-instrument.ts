import { type ProposedOrder, type Refusal, type RiskView, refuse } from './proposal.ts';

/**
 * Refuses a Symbol(55) that is none of ours (OrdRejReason(103) = 1, unknown symbol) or that trades
 * nowhere at present (2, exchange closed).
 */
export function knownInstrument(order: ProposedOrder, view: RiskView): Refusal | null {
  if (view.instrument === null) {
    return refuse(
      'knownInstrument',
      'UnknownSymbol',
      `Symbol(55) ${order.symbol} is not known here`,
    );
  }
  if (view.instrument.state === 'Trading' && view.instrument.listings.length > 0) return null;
  return refuse(
    'knownInstrument',
    'ExchangeClosed',
    `${order.symbol} is not trading at any venue now`,
  );
}
