export {
  type UniswapContracts,
  type UniswapMarketConfig,
  type UniswapOrdersConfig,
  type UniswapPool,
  type UniswapToken,
  UNISWAP_MARKET_DEFAULTS,
  UNISWAP_ORDERS_DEFAULTS,
} from './config.ts';
export { createUniswapMarket } from './market.ts';
export { createUniswapOrders } from './orders.ts';
