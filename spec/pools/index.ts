export { poolFault } from './fault.ts';
export {
  type InitialisedTick,
  type NoQuote,
  type Pool,
  type SwapAnswer,
  type SwapQuote,
  type SwapRequest,
  type V2Pool,
  type V3Pool,
  PIPS,
} from './pools.ts';
export { type PoolSides, middlePrice } from './price.ts';
export { type V3Path, type Waypoint, pathThrough } from './v3-path.ts';
export { quoteExactIn, quoteExactOut } from './quote.ts';
export {
  MAX_SQRT_PRICE_X96,
  MAX_TICK,
  MIN_SQRT_PRICE_X96,
  MIN_TICK,
  sqrtPriceAtTick,
  tickAtSqrtPrice,
} from './tick-math.ts';
