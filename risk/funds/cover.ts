// How much of an order a venue's funds cover: a sell takes base, a buy quote with the venue's fee.

import type { Side } from '../../spec/terms/index.ts';
import { ONE, type Price, type Qty, type Rate, asQty } from '../../spec/units/index.ts';

/** What one unit of the order takes, at worst. */
export interface Taking {
  readonly side: Side;
  /** No child is priced beyond it. */
  readonly worstPrice: Price;
  /** The venue's higher one; a rebate covers nothing. */
  readonly fee: Rate;
}

/** What of the venue's asset `qty` takes, with 18 decimals, rounded up. */
export function fundsFor(qty: bigint, { side, worstPrice, fee }: Taking): Qty {
  if (side === 'sell') return asQty(qty);
  return costOf(qty * worstPrice, fee);
}

/** The most that `free` of the venue's asset pays for, rounded down. */
export function coveredBy(free: Qty, { side, worstPrice, fee }: Taking): Qty {
  if (side === 'sell') return free;
  return asQty((free * ONE * ONE) / (worstPrice * (ONE + charged(fee))));
}

/** An amount with 36 decimals and the fee on it, with 18, rounded up. */
export function costOf(amount: bigint, fee: Rate): Qty {
  return asQty((amount * (ONE + charged(fee)) + ONE * ONE - 1n) / (ONE * ONE));
}

function charged(fee: Rate): bigint {
  return fee > 0n ? fee : 0n;
}
