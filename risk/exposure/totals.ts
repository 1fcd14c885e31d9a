// What is open in one limit's scope: sums over exposures.

import type { AccountID, Limits } from '../../spec/terms/index.ts';
import { type Notional, ZERO_NOTIONAL, asNotional } from '../../spec/units/index.ts';
import type { Exposure } from './exposure.ts';

export interface OpenTotals {
  readonly orders: number;
  /** Each order at its worst price; buys and sells do not net. */
  readonly notional: Notional;
}

/** `accounts` are those of the session that asks: its scope is what they have open. */
export function openTotals(
  exposures: Iterable<Exposure>,
  limits: Pick<Limits, 'scope' | 'scopeID'>,
  accounts: readonly AccountID[],
): OpenTotals {
  let orders = 0;
  let amount: Notional = ZERO_NOTIONAL;
  for (const exposure of exposures) {
    if (!isIn(exposure, limits, accounts)) continue;
    orders += exposure.openOrders;
    amount = asNotional(amount + exposure.buyNotional + exposure.sellNotional);
  }
  return { orders, notional: amount };
}

function isIn(
  { account, instrumentID }: Exposure,
  { scope, scopeID }: Pick<Limits, 'scope' | 'scopeID'>,
  accounts: readonly AccountID[],
): boolean {
  switch (scope) {
    case 'firm':
      return true;
    case 'session':
      return accounts.includes(account);
    case 'account':
      return scopeID === account;
    case 'instrument':
      return scopeID === instrumentID;
  }
}
