// The gas limit of a child's transaction: what its swaps were planned to take, and room for what moves meanwhile.

import { TICKS_MOST, type UniswapOrdersConfig } from './config.ts';
import type { SwapTerms } from './swaps.ts';

/**
 * A tick that nobody has crossed yet takes 37,000 to 46,000 in a pool that has been traded one way, where one fee counter is
 * written into it, and 71,600 in one that has been traded both ways, where both are (measured on a node): and some.
 */
const GAS_OF_FRESH_TICK = 74_000;
/** All of a transaction's swaps together may have to cross so many more than planned: prices move until it is mined. */
const TICKS_SPARE = 4;
/** To zero, and to the amount. */
const MOST_APPROVALS = 2;
/** A transaction's own, in each configured limit. */
const GAS_OF_TRANSACTION = 21_000;

/**
 * Wei that one swap may take at most, approvals before it too: the chain asks for as much while it is pending. Fees as
 * a first offer has them.
 */
export function mostGasOf(
  { gasLimits, fees }: Pick<UniswapOrdersConfig, 'gasLimits' | 'fees'>,
  baseFee: bigint,
  kind: 'v2' | 'v3' = 'v3',
): bigint {
  const gas = BigInt(gasLimits[kind] + MOST_APPROVALS * gasLimits.approve);
  const wanted = 2n * baseFee + fees.priorityFeePerGas;
  return gas * (wanted < fees.maxFeePerGas ? wanted : fees.maxFeePerGas);
}

/** The configured limits are of swaps that cross as many ticks as any may: less for each that is not to be crossed. */
export function gasLimitOf(
  { gasLimits }: UniswapOrdersConfig,
  terms: readonly SwapTerms[],
): number {
  let limit = GAS_OF_TRANSACTION;
  let left = TICKS_SPARE;
  for (const { pool, ticksCrossed } of terms) {
    limit += gasLimits[pool.kind] - GAS_OF_TRANSACTION;
    if (pool.kind === 'v2') continue;
    const notCrossed = Math.max(TICKS_MOST - ticksCrossed, 0);
    const spared = Math.min(notCrossed, left);
    left -= spared;
    limit -= GAS_OF_FRESH_TICK * (notCrossed - spared);
  }
  return limit;
}
