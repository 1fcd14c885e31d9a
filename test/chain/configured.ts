// The sandbox's contracts and pools as a venue is configured with them.

import { addressOf, type Address } from '../../adapters/chain/index.ts';
import type { UniswapContracts, UniswapPool } from '../../adapters/uniswap/index.ts';
import { asInstrumentID } from '../../spec/terms/index.ts';
import { asPrice, asQty } from '../../spec/units/index.ts';
import { type Deployment, type Pool, symbolOf } from '../sandbox/chain/index.ts';

const ONE = 10n ** 18n;

export function contractsOf(deployment: Deployment): UniswapContracts {
  return {
    factoryV2: the(deployment.factoryV2),
    factoryV3: the(deployment.factoryV3),
    routerV2: the(deployment.routerV2),
    routerV3: the(deployment.router),
    tickLens: the(deployment.tickLens),
  };
}

export function poolOf(pool: Pool): UniswapPool {
  return {
    venueSymbol: symbolOf(pool),
    instrumentID: asInstrumentID(symbolOf(pool).replace('USDT', '/USDT')),
    kind: pool.kind,
    address: the(pool.address),
    base: {
      asset: pool.base.symbol,
      address: the(pool.base.address),
      decimals: pool.base.decimals,
      approvesFromZero: false,
    },
    quote: {
      asset: pool.quote.symbol,
      address: the(pool.quote.address),
      decimals: pool.quote.decimals,
      approvesFromZero: true,
    },
    feePips: pool.feePips,
    tickSpacing: pool.tickSpacing,
    tick: asPrice(ONE / 100n),
    lot: asQty(ONE / 10_000n),
    minQty: asQty(ONE / 1_000n),
    maxQty: asQty(1_000n * ONE),
  };
}

export function the(text: string): Address {
  const address = addressOf(text);
  if (address === null) throw new Error(`no address: ${text}`);
  return address;
}
