// A venue's market data as a machine without I/O; it runs in a worker.

import type { BookSnapshot, VenueNotice } from '../../spec/venues/index.ts';
import type { MachineAction, WireInput } from './wire.ts';

export type MarketInput = WireInput;

export interface MarketOutput {
  readonly actions: readonly MachineAction[];
  /** The books that changed in this step, each whole (bounded in depth). */
  readonly books: readonly BookSnapshot[];
  readonly notices: readonly VenueNotice[];
}

export interface VenueMarket {
  step(input: MarketInput): MarketOutput;
}
