// Pools of one venue that can go as one transaction: one nonce, and the transaction's own gas once.

import type { PoolSource } from '../../../router/index.ts';
import type { Side } from '../../../spec/terms/index.ts';
import { asNotional } from '../../../spec/units/index.ts';
import type { SeenPool } from './pool-source.ts';

/** Each under its name where its venue has several, and with what it shares where another can go along. */
export function sharing(pools: readonly SeenPool[], side: Side): readonly SeenPool[] {
  return pools.map((one) => {
    const { source, venueSymbol, sharedGas } = one;
    const siblings = pools.filter(({ source: { venueID } }) => venueID === source.venueID);
    if (siblings.length < 2) return one;
    const named = { ...source, venueSymbol };
    const goAlong = siblings.filter((sibling) => goesAlong(sibling.source, side));
    if (!goesAlong(source, side) || goAlong.length < 2) return { ...one, source: named };
    const gasCost = asNotional(source.gasCost - sharedGas);
    const transaction = { name: source.venueID, gasCost: sharedGas };
    return { ...one, source: { ...named, gasCost, transaction } };
  });
}

/**
 * The router that swaps in several pools gives out more of a v2 pool than an exact output asks for: a buy there goes
 * alone, by v2's own router.
 */
function goesAlong({ pool }: PoolSource, side: Side): boolean {
  return pool.type === 'V3' || side === 'sell';
}
