import { type ProposedOrder, type Refusal, type RiskView, refuse } from './proposal.ts';

/**
 * Refuses an Account(1) that is not the session's, or none where the session has several. Whose it
 * is otherwise is not said. Refusal: OrdRejReason(103) = 15, unknown account.
 */
export function knownAccount(order: ProposedOrder, view: RiskView): Refusal | null {
  if (order.account === null) {
    return refuse(
      'knownAccount',
      'UnknownAccount',
      `Account(1) is required: this session trades for ${view.accounts.length} accounts`,
    );
  }
  if (view.accounts.includes(order.account)) return null;
  return refuse(
    'knownAccount',
    'UnknownAccount',
    `Account(1) ${order.account} is not an account of this session`,
  );
}
