// A venue on a chain out of its configuration: its pools under their instruments' tokens, and the two machines.

import {
  UNISWAP_MARKET_DEFAULTS,
  UNISWAP_ORDERS_DEFAULTS,
  type UniswapMarketConfig,
  type UniswapPool,
  createUniswapMarket,
  createUniswapOrders,
} from '../../adapters/uniswap/index.ts';
import type { ChainOrders, PoolMarket } from '../../adapters/port/index.ts';
import type { ChainVenueConfig, GatewayConfig } from '../config/index.ts';

/** No answer of the node for so long: nothing may be quoted, and the venue gets no new order. */
const SILENCE_MS = 5_000;

/** Where pool states are, and of what: it goes to a worker. */
export type PoolPlace = Pick<
  UniswapMarketConfig,
  'venueID' | 'rpcURL' | 'contracts' | 'pools' | 'priorityFeePerGas' | 'maxFeePerGas'
>;

/** Each pool under the instrument that lists it. */
export function poolsOf(venue: ChainVenueConfig, config: GatewayConfig): readonly UniswapPool[] {
  return config.instruments.flatMap(({ instrumentID, base, quote, listings }) =>
    listings
      .filter(({ venueID }) => venueID === venue.venueID)
      .flatMap(({ venueSymbol }): readonly UniswapPool[] => {
        const pool = venue.pools.find(({ name }) => name === venueSymbol);
        const [baseToken, quoteToken] = [venue.tokens.get(base), venue.tokens.get(quote)];
        if (pool === undefined || baseToken === undefined || quoteToken === undefined) return [];
        const { name: _name, ...terms } = pool;
        return [{ ...terms, venueSymbol, instrumentID, base: baseToken, quote: quoteToken }];
      }),
  );
}

export function createPoolMarket(place: PoolPlace): PoolMarket {
  return createUniswapMarket({ ...UNISWAP_MARKET_DEFAULTS, ...place, silenceMs: SILENCE_MS });
}

export function createChainOrders(
  venue: ChainVenueConfig,
  pools: readonly UniswapPool[],
): ChainOrders {
  const { venueID, rpcURL, chainID, account, coin, contracts } = venue;
  const { maxFeePerGas, priorityFeePerGas, confirmations, finalDepth, deadlineS } = venue;
  return createUniswapOrders({
    ...UNISWAP_ORDERS_DEFAULTS,
    venueID,
    rpcURL,
    signerURL: `unix:${venue.signerSocket}:`,
    chainID,
    account,
    coin,
    contracts,
    pools,
    fees: { maxFeePerGas, priorityFeePerGas },
    confirmations,
    finalDepth,
    deadlineS,
    silenceMs: SILENCE_MS,
  });
}
