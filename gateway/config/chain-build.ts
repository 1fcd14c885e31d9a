// From a file's own words to a venue on a chain. Nothing can be wrong any more.

import { resolve } from 'node:path';
import { asInstrumentID, asVenueID } from '../../spec/terms/index.ts';
import { asPrice, asRate } from '../../spec/units/index.ts';
import type { ChainVenueConfig, PoolConfig } from './chain-model.ts';
import type { WrittenChainVenue, WrittenPool } from './chain-schema.ts';

/** What a key that may be left out stands for then. */
export const CHAIN_DEFAULTS = {
  confirmations: 1,
  deadlineSeconds: 60,
  /** 30 basis points. */
  maxSlippage: asRate(3n * 10n ** 15n),
  /** Uniswap v2's own fee. */
  feePipsV2: 3_000,
} as const;

export function chainVenueOf(
  id: string,
  venue: WrittenChainVenue,
  folder: string,
): ChainVenueConfig {
  const [coin = ''] = venue.gasInstrument.split('/');
  return {
    venueID: asVenueID(id),
    rpcURL: venue.rpc,
    chainID: venue.chainID,
    account: venue.account,
    signerSocket: resolve(folder, venue.signer),
    gasInstrument: asInstrumentID(venue.gasInstrument),
    coin,
    confirmations: venue.confirmations ?? CHAIN_DEFAULTS.confirmations,
    finalDepth: venue.finalDepth ?? null,
    deadlineS: venue.deadlineSeconds ?? CHAIN_DEFAULTS.deadlineSeconds,
    maxSlippage: venue.maxSlippageBps ?? CHAIN_DEFAULTS.maxSlippage,
    maxFeePerGas: venue.maxFeePerGasGwei,
    priorityFeePerGas: venue.priorityFeePerGasGwei,
    contracts: venue.contracts,
    tokens: new Map(
      Object.entries(venue.tokens).map(([currency, { address, decimals, approvesFromZero }]) => [
        currency,
        { asset: currency, address, decimals, approvesFromZero: approvesFromZero ?? false },
      ]),
    ),
    pools: Object.entries(venue.pools).map(([name, pool]) => poolOf(name, pool)),
  };
}

function poolOf(name: string, pool: WrittenPool): PoolConfig {
  const { kind, address, feePips, tickSpacing, tick, lot, minQty, maxQty } = pool;
  return {
    name,
    kind,
    address,
    feePips: feePips ?? CHAIN_DEFAULTS.feePipsV2,
    tickSpacing: tickSpacing ?? 0,
    tick: asPrice(tick),
    lot,
    minQty,
    maxQty,
  };
}
