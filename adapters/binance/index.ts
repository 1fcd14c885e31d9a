export { createBinanceOrders } from './orders.ts';
export {
  type BinanceMarketConfig,
  type BinanceOrdersConfig,
  MARKET_DEFAULTS,
  ORDERS_DEFAULTS,
} from './config.ts';
export { type BinanceMarket, type MarketCounters, createBinanceMarket } from './market.ts';
