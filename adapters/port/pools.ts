// A venue of pools: its market data as a machine without I/O; it runs in a worker.

import type { PoolSnapshot, VenueNotice } from '../../spec/venues/index.ts';
import type { MachineAction, WireInput } from './wire.ts';

export interface PoolMarketOutput {
  readonly actions: readonly MachineAction[];
  /** The pools as they stand, all of the venue's, when anything about them is new. */
  readonly pools: readonly PoolSnapshot[];
  readonly notices: readonly VenueNotice[];
}

export interface PoolMarket {
  step(input: WireInput): PoolMarketOutput;
}
