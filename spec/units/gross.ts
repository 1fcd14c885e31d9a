// What a trade came to in the quote currency.

import { type Notional, type Price, type Qty, notional } from './amounts.ts';

export interface Traded {
  readonly lastQty: Qty;
  readonly lastPx: Price;
  /** The exact amount, where the price is only the rounded ratio of two amounts; null: price times quantity is. */
  readonly grossTradeAmt: Notional | null;
}

/** GrossTradeAmt(381): exact (I6). */
export function grossOf({ lastQty, lastPx, grossTradeAmt }: Traded): Notional {
  return grossTradeAmt ?? notional(lastPx, lastQty);
}
