// AvgPx(6): the exact pair (sum of price times quantity, sum of quantity), rounded once, on the wire.

import { type Notional, type Price, type Qty, asPrice } from './amounts.ts';

/** The average price, rounded half to even at the 18th decimal; zero while nothing is executed. */
export function averagePrice(cumNotional: Notional, cumQty: Qty): Price {
  if (cumQty === 0n) return asPrice(0n);
  const quotient = cumNotional / cumQty;
  const twiceRest = (cumNotional % cumQty) * 2n;
  if (twiceRest > cumQty) return asPrice(quotient + 1n);
  if (twiceRest < cumQty) return asPrice(quotient);
  return asPrice(quotient % 2n === 0n ? quotient : quotient + 1n);
}
