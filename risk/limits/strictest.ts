// Of all limits above an order the strictest wins, from firm to instrument.

import {
  type AccountID,
  type InstrumentID,
  type Limits,
  type SessionID,
  isOfSession,
} from '../../spec/terms/index.ts';

export interface Placed {
  readonly sessionID: SessionID;
  readonly account: AccountID;
  readonly instrumentID: InstrumentID;
}

/** A limit's figure and the scope that sets it, as a person says it: `the firm's`. */
export interface StrictestLimit<T> {
  readonly amount: T;
  readonly whose: string;
}

type LimitName =
  | 'maxOrderQty'
  | 'maxOrderNotional'
  | 'priceCollarBps'
  | 'maxLongPosition'
  | 'maxShortPosition';

/** Limits on what a session sends, whatever it is about: of firm and session. */
type RateName = 'maxOrdersPerSecond' | 'maxMessagesPerSecond';

/** The smallest figure of `name` that applies to an order there; null where none is set. */
export function strictest<N extends LimitName>(
  limits: Iterable<Limits>,
  name: N,
  placed: Placed,
): StrictestLimit<NonNullable<Limits[N]>> | null {
  let found: StrictestLimit<NonNullable<Limits[N]>> | null = null;
  for (const one of limits) {
    const amount = one[name];
    if (amount === null || amount === undefined || !applies(one, placed)) continue;
    if (found === null || amount < found.amount) {
      found = { amount: amount as NonNullable<Limits[N]>, whose: whose(one) };
    }
  }
  return found;
}

/** The same for what no account or instrument is asked about. */
export function strictestOfSession(
  limits: Iterable<Limits>,
  name: RateName,
  sessionID: SessionID,
): StrictestLimit<number> | null {
  let found: StrictestLimit<number> | null = null;
  for (const one of limits) {
    const amount = one[name];
    if (amount === null) continue;
    const isOurs =
      one.scope === 'firm' || (one.scope === 'session' && isOfSession(sessionID, one.scopeID));
    if (!isOurs) continue;
    if (found === null || amount < found.amount) found = { amount, whose: whose(one) };
  }
  return found;
}

/** True: they apply to an order there. */
export function applies(limits: Limits, placed: Placed): boolean {
  switch (limits.scope) {
    case 'firm':
      return true;
    case 'session':
      return isOfSession(placed.sessionID, limits.scopeID);
    case 'account':
      return limits.scopeID === placed.account;
    case 'instrument':
      return limits.scopeID === placed.instrumentID;
  }
}

/** As a person says it: `the firm's`. */
export function whose({ scope, scopeID }: Pick<Limits, 'scope' | 'scopeID'>): string {
  return scope === 'firm' ? "the firm's" : `${scope} ${scopeID}'s`;
}
