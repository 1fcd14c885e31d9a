import { isoTime } from '../../spec/units/index.ts';
import { killOver, killed } from '../killswitch/reach.ts';
import { type ProposedOrder, type Refusal, type RiskView, refuse } from './proposal.ts';

/**
 * Refuses any order that an active kill switch reaches, one that lowers risk too: nothing is placed there.
 * Cancels are no orders. The client hears whose switch, and since when; who threw it and why is the desk's own.
 * Refusal: OrdRejReason(103) = 0, broker option; of an instrument's switch 2, exchange closed.
 */
export function killSwitch(order: ProposedOrder, view: RiskView): Refusal | null {
  const { sessionID, account } = order;
  const instrumentID = view.instrument?.instrumentID ?? null;
  const kill = killOver(view.kills, { sessionID, account, instrumentID });
  if (kill === null) return null;
  return refuse(
    'killSwitch',
    kill.scope === 'instrument' ? 'ExchangeClosed' : 'BrokerOption',
    `the kill switch of ${killed(kill)} stops orders since ${isoTime(kill.since).slice(0, 19)}Z; cancels are taken`,
  );
}
