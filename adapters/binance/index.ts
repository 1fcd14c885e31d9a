export { createBinanceOrders } from './orders.ts';
export {
  type BinanceMarketConfig,
  type BinanceOrdersConfig,
  type BinanceSymbol,
  MARKET_DEFAULTS,
  ORDERS_DEFAULTS,
} from './config.ts';
