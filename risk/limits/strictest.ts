// Of all limits above an order the strictest wins, from firm to instrument.

import type {
  AccountID,
  InstrumentID,
  LimitScope,
  Limits,
  SessionID,
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

type LimitName = 'maxOrderQty' | 'maxOrderNotional' | 'priceCollarBps';

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
      found = { amount: amount as NonNullable<Limits[N]>, whose: whose(one.scope, one.scopeID) };
    }
  }
  return found;
}

function applies(limits: Limits, placed: Placed): boolean {
  switch (limits.scope) {
    case 'firm':
      return true;
    case 'session':
      return limits.scopeID === placed.sessionID;
    case 'account':
      return limits.scopeID === placed.account;
    case 'instrument':
      return limits.scopeID === placed.instrumentID;
  }
}

function whose(scope: LimitScope, scopeID: string): string {
  return scope === 'firm' ? "the firm's" : `${scope} ${scopeID}'s`;
}
