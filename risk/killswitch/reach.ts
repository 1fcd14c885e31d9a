// Which orders and venues a kill switch reaches.

import {
  type AccountID,
  type InstrumentID,
  type SessionID,
  isOfSession,
} from '../../spec/terms/index.ts';
import type { Kill } from '../../spec/events/index.ts';
import type { KillTarget, VenueID } from '../../spec/terms/index.ts';

/** As much of an order as a switch looks at; null is not known, and only the firm's switch reaches that. */
export interface Reachable {
  readonly sessionID: SessionID;
  readonly account: AccountID | null;
  readonly instrumentID: InstrumentID | null;
}

/** A venue's switch stops no order, only what goes there. */
export function reaches({ scope, scopeID }: KillTarget, order: Reachable): boolean {
  switch (scope) {
    case 'firm':
      return true;
    case 'account':
      return scopeID === order.account;
    case 'session':
      return isOfSession(order.sessionID, scopeID);
    case 'instrument':
      return scopeID === order.instrumentID;
    case 'venue':
      return false;
  }
}

/** The first active switch that stops the order; null: none does. */
export function killOver(kills: Iterable<Kill>, order: Reachable): Kill | null {
  for (const kill of kills) if (reaches(kill, order)) return kill;
  return null;
}

/** The venue's own switch; null: it has none that is active. */
export function killAt(kills: Iterable<Kill>, venueID: VenueID): Kill | null {
  for (const kill of kills) if (kill.scope === 'venue' && kill.scopeID === venueID) return kill;
  return null;
}

/** As a person says it: `the firm`, `account A1`. */
export function killed({ scope, scopeID }: KillTarget): string {
  return scope === 'firm' ? 'the firm' : `${scope} ${scopeID}`;
}
