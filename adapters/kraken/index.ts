export { createKrakenOrders } from './orders.ts';
export {
  type KrakenMarketConfig,
  type KrakenOrdersConfig,
  MARKET_DEFAULTS,
  ORDERS_DEFAULTS,
} from './config.ts';
export { type KrakenMarket, type MarketCounters, createKrakenMarket } from './market.ts';
