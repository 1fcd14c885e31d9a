import { type ProposedOrder, type Refusal, type RiskView, refuse } from './proposal.ts';

/**
 * Refuses a ClOrdID(11) that the session used today or that an open order holds.
 * Refusal: OrdRejReason(103) = 6, duplicate order.
 */
export function duplicateClOrdID(order: ProposedOrder, view: RiskView): Refusal | null {
  if (!view.isClOrdIDTaken) return null;
  return refuse(
    'duplicateClOrdID',
    'DuplicateOrder',
    `ClOrdID(11) ${order.clOrdID} was used before`,
  );
}
