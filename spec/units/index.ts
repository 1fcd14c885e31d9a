export {
  type Price,
  type Qty,
  type Notional,
  type SignedQty,
  DECIMALS,
  ONE,
  ZERO_PRICE,
  ZERO_QTY,
  ZERO_NOTIONAL,
  asPrice,
  asQty,
  asNotional,
  asSignedQty,
  notional,
  minQty,
  addQty,
  subtractQty,
} from './amounts.ts';
export { type Decimal, formatDecimal, formatNotional, parseDecimal } from './decimal.ts';
export { type Traded, grossOf } from './gross.ts';
export { averagePrice } from './average-price.ts';
export {
  type Ticks,
  type Lots,
  asTicks,
  asLots,
  ceilToTick,
  floorToLot,
  floorToTick,
  isOnLot,
  isOnTick,
  lotsOf,
  priceOfTicks,
  qtyOfLots,
  ticksOf,
} from './grid.ts';
export { type Rate, ZERO_RATE, asRate } from './rate.ts';
export {
  type TradeDate,
  epochMs,
  epochNs,
  isoTime,
  nextUtcMidnight,
  tradeDate,
} from './instants.ts';
