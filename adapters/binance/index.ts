export { createBinanceOrders } from './orders.ts';
export {
  type BinanceMarketConfig,
  type BinanceOrdersConfig,
  MARKET_DEFAULTS,
  ORDERS_DEFAULTS,
} from './config.ts';
export { createBinanceMarket } from './market.ts';
export { surveyBinance } from './capture.ts';
