// The checks in order of their cost; the first refusal wins.

import { killSwitch } from './kill-switch.ts';
import { liveMarket } from './live-market.ts';
import { maxLongPosition } from './max-long-position.ts';
import { maxMessageRate } from './max-message-rate.ts';
import { maxOpenNotional } from './max-open-notional.ts';
import { maxOpenOrders } from './max-open-orders.ts';
import { maxOrderRate } from './max-order-rate.ts';
import { maxShortPosition } from './max-short-position.ts';
import { duplicateClOrdID } from './duplicate-cl-ord-id.ts';
import { knownAccount } from './known-account.ts';
import { knownInstrument } from './known-instrument.ts';
import { maxOrderNotional } from './max-order-notional.ts';
import { maxOrderQty } from './max-order-qty.ts';
import { orderOnGrid } from './order-on-grid.ts';
import { priceCollar } from './price-collar.ts';
import type { Check, ProposedOrder, Refusal, RiskView } from './proposal.ts';

export const checks: readonly (readonly [string, Check])[] = [
  ['killSwitch', killSwitch],
  ['maxMessageRate', maxMessageRate],
  ['maxOrderRate', maxOrderRate],
  ['duplicateClOrdID', duplicateClOrdID],
  ['knownInstrument', knownInstrument],
  ['knownAccount', knownAccount],
  ['orderOnGrid', orderOnGrid],
  ['maxOrderQty', maxOrderQty],
  ['maxLongPosition', maxLongPosition],
  ['maxShortPosition', maxShortPosition],
  ['liveMarket', liveMarket],
  ['priceCollar', priceCollar],
  ['maxOrderNotional', maxOrderNotional],
  ['maxOpenOrders', maxOpenOrders],
  ['maxOpenNotional', maxOpenNotional],
];

/** Null: it may be sent. */
export function checkOrder(order: ProposedOrder, view: RiskView): Refusal | null {
  for (const [, check] of checks) {
    const refusal = check(order, view);
    if (refusal !== null) return refusal;
  }
  return null;
}
