export {
  type UniswapContracts,
  type UniswapMarketConfig,
  type UniswapPool,
  type UniswapToken,
  UNISWAP_MARKET_DEFAULTS,
} from './config.ts';
export { createUniswapMarket } from './market.ts';
