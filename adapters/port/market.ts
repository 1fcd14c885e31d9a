// A venue's market data as a machine without I/O; it runs in a worker.

import type { BookSnapshot, MarketTrade, VenueNotice } from '../../spec/venues/index.ts';
import type { MachineAction, WireInput } from './wire.ts';

export type MarketInput = WireInput;

export interface MarketOutput {
  readonly actions: readonly MachineAction[];
  /** The books that changed in this step, each whole (bounded in depth). */
  readonly books: readonly BookSnapshot[];
  /** The market's trades, where the machine is told to follow them. */
  readonly trades: readonly MarketTrade[];
  readonly notices: readonly VenueNotice[];
}

/** What a machine has counted of itself since it was made. */
export interface MarketCounters {
  /** Changes that were missing: each took a book away. */
  readonly gaps: number;
  /** How often the venue's own word on a book (a checksum, its best prices) was compared with ours. */
  readonly compared: number;
  /** How often it differed: each took a book away. */
  readonly differing: number;
}

export interface VenueMarket {
  step(input: MarketInput): MarketOutput;
  counters(): MarketCounters;
}
