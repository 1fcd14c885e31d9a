// Which adapter speaks which protocol: for each, how its two machines are made from a venue's configuration.

import {
  MARKET_DEFAULTS as BINANCE_MARKET,
  ORDERS_DEFAULTS as BINANCE_ORDERS,
  createBinanceMarket,
  createBinanceOrders,
} from '../../adapters/binance/index.ts';
import {
  MARKET_DEFAULTS as KRAKEN_MARKET,
  ORDERS_DEFAULTS as KRAKEN_ORDERS,
  TIER_LIMITS,
  createKrakenMarket,
  createKrakenOrders,
} from '../../adapters/kraken/index.ts';
import type {
  RequestSigner,
  VenueMarket,
  VenueOrders,
  VenueSymbol,
} from '../../adapters/port/index.ts';
import type { VenueID } from '../../spec/terms/index.ts';
import type { AdapterName, VenueConfig } from '../config/index.ts';
import { createEd25519Signer, createHmacSigner, createNonceSigner } from './venue-signers.ts';

/** Where a venue's market data is, and of what: no secret, so that it may go to a worker. */
export interface MarketPlace {
  readonly venueID: VenueID;
  readonly restURL: string;
  readonly marketURL: string;
  readonly symbols: readonly VenueSymbol[];
}

export interface VenueAdapter {
  orders(config: VenueConfig, symbols: readonly VenueSymbol[]): VenueOrders;
  market(place: MarketPlace): VenueMarket;
}

export const VENUE_ADAPTERS: Readonly<Record<AdapterName, VenueAdapter>> = {
  binance: {
    orders(config, symbols) {
      const { venueID, ordersURL: wsApiURL, recvWindowMs } = config;
      const own = { venueID, wsApiURL, symbols, recvWindowMs };
      return createBinanceOrders({ ...BINANCE_ORDERS, ...own }, binanceSigner(config));
    },
    market({ venueID, restURL, marketURL: streamURL, symbols }) {
      return createBinanceMarket({ ...BINANCE_MARKET, venueID, restURL, streamURL, symbols });
    },
  },
  kraken: {
    orders(config, symbols) {
      const { venueID, restURL, ordersURL: privateURL, recvWindowMs, credentials, tier } = config;
      if (credentials.type !== 'HMAC')
        throw new Error('Kraken has no keys but those with a secret');
      const signer = createNonceSigner(credentials.apiKey.reveal(), credentials.secret.reveal());
      const own = { venueID, restURL, privateURL, symbols, orderDeadlineMs: recvWindowMs };
      return createKrakenOrders({ ...KRAKEN_ORDERS, ...TIER_LIMITS[tier], ...own }, signer);
    },
    market({ venueID, marketURL, symbols }) {
      return createKrakenMarket({ ...KRAKEN_MARKET, venueID, marketURL, symbols });
    },
  },
};

function binanceSigner({ credentials }: VenueConfig): RequestSigner {
  return credentials.type === 'HMAC'
    ? createHmacSigner(credentials.apiKey.reveal(), credentials.secret.reveal())
    : createEd25519Signer(credentials.apiKey.reveal(), credentials.privateKey.reveal());
}
