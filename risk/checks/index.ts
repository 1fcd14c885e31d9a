// The checks in order of their cost; the first refusal wins.

import { duplicateClOrdID } from './duplicate-cl-ord-id.ts';
import { knownAccount } from './known-account.ts';
import { knownInstrument } from './known-instrument.ts';
import { maxOrderNotional } from './max-order-notional.ts';
import { maxOrderQty } from './max-order-qty.ts';
import { orderOnGrid } from './order-on-grid.ts';
import { priceCollar } from './price-collar.ts';
import type { Check, ProposedOrder, Refusal, RiskView } from './proposal.ts';

export const checks: readonly (readonly [string, Check])[] = [
  ['duplicateClOrdID', duplicateClOrdID],
  ['knownInstrument', knownInstrument],
  ['knownAccount', knownAccount],
  ['orderOnGrid', orderOnGrid],
  ['maxOrderQty', maxOrderQty],
  ['priceCollar', priceCollar],
  ['maxOrderNotional', maxOrderNotional],
];

/** Null: it may be sent. */
export function checkOrder(order: ProposedOrder, view: RiskView): Refusal | null {
  for (const [, check] of checks) {
    const refusal = check(order, view);
    if (refusal !== null) return refusal;
  }
  return null;
}
