// What gas is worth in an instrument's quote currency: the chain's coin at what the desk's own market says of it.

import type { Instrument, InstrumentID } from '../../../spec/terms/index.ts';
import { type Notional, asNotional } from '../../../spec/units/index.ts';
import type { PoolSnapshot } from '../../../spec/venues/index.ts';
import type { ChainTerms } from './context.ts';
import { type PriceContext, referencePriceOf } from './reference-price.ts';

export interface GasAsked {
  readonly instruments: ReadonlyMap<InstrumentID, Instrument>;
  readonly chain: ChainTerms;
  readonly seen: PoolSnapshot;
}

export interface GasCost {
  /** Of one swap alone. */
  readonly alone: Notional;
  /** What of that several swaps of one transaction pay once. */
  readonly shared: Notional;
  /** Of each initialised tick that is crossed. */
  readonly tick: Notional;
}

/** Text: why gas has no price in the instrument's quote currency now. */
export function gasCostOf(context: PriceContext, asked: GasAsked): GasCost | string {
  const { instruments, chain, seen } = asked;
  const coin = instruments.get(chain.gasInstrument);
  const quote = instruments.get(seen.instrumentID)?.quote;
  if (coin === undefined || quote === undefined || coin.quote !== quote) {
    return `asks for gas that has no price in ${quote ?? 'its currency'}`;
  }
  const price = referencePriceOf(context, coin);
  if (price === null) return `asks for gas, and ${coin.symbol} has no live market to value it`;
  return {
    alone: asNotional(seen.gasWei * price),
    shared: asNotional(seen.sharedGasWei * price),
    tick: asNotional(seen.tickGasWei * price),
  };
}
