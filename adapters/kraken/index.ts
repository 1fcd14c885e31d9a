export { createKrakenOrders } from './orders.ts';
export {
  type KrakenMarketConfig,
  type KrakenOrdersConfig,
  MARKET_DEFAULTS,
  ORDERS_DEFAULTS,
} from './config.ts';
export { createKrakenMarket } from './market.ts';
export { surveyKraken } from './capture.ts';
