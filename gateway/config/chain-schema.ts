// The keys of a venue of pools on a chain.

import * as z from 'zod';
import { address, gwei, slippageBps } from './chain-fields.ts';
import { keys, mapOf, oneOf, path, qty, symbol, truth, url, whole } from './fields.ts';

/** Of Uniswap v3's own prices. */
const MAX_TICK = 887_272;

const token = keys({
  address,
  decimals: whole(0, 18),
  approvesFromZero: truth.optional(),
});

const pool = keys({
  kind: oneOf('v2', 'v3'),
  address,
  feePips: whole(0, 999_999).optional(),
  tickSpacing: whole(1, MAX_TICK).optional(),
  tick: qty,
  lot: qty,
  minQty: qty,
  maxQty: qty,
});

export const chainVenue = keys({
  rpc: url('https'),
  chainID: whole(1, Number.MAX_SAFE_INTEGER),
  account: address,
  signer: path,
  gasInstrument: symbol,
  confirmations: whole(1, 1_000).optional(),
  finalDepth: whole(1, 100_000).optional(),
  deadlineSeconds: whole(5, 3_600).optional(),
  maxSlippageBps: slippageBps.optional(),
  maxFeePerGasGwei: gwei,
  priorityFeePerGasGwei: gwei,
  contracts: keys({
    factoryV2: address,
    factoryV3: address,
    routerV2: address,
    routerV3: address,
    tickLens: address,
  }),
  tokens: mapOf(token, 'tokens by currency'),
  pools: mapOf(pool, 'pools'),
});

export type WrittenChainVenue = z.infer<typeof chainVenue>;
export type WrittenPool = z.infer<typeof pool>;
