export { createKrakenOrders } from './orders.ts';
export {
  type KrakenMarketConfig,
  type KrakenOrdersConfig,
  MARKET_DEFAULTS,
  ORDERS_DEFAULTS,
} from './config.ts';
export { createKrakenMarket } from './market.ts';
export { type KrakenTier, TIER_LIMITS, type TierLimits } from './tiers.ts';
export { surveyKraken } from './capture.ts';
