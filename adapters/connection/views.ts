// Orders and trades as a venue shows them, in events, answers and lists: what its readers hand on.

import type { VenueOrderID } from '../../spec/terms/index.ts';
import type { Price, Qty } from '../../spec/units/index.ts';
import type { Fill } from '../../spec/venues/index.ts';

/** An order in an event, an answer or a list. */
export interface OrderView {
  readonly venueSymbol: string;
  readonly venueOrderID: VenueOrderID;
  /** The id that the order was sent with, as far as the venue still shows it. */
  readonly clientOrderID: string;
  /** As the venue writes it. */
  readonly status: string;
  readonly side: string | null;
  readonly price: Price | null;
  readonly origQty: Qty | null;
  readonly executedQty: Qty;
}

export interface TradeView {
  readonly venueSymbol: string;
  readonly fill: Fill;
}

/** One event of an order. */
export interface ExecutionView {
  readonly order: OrderView;
  /** As the venue writes it. */
  readonly executionType: string;
  /** The trade that it reports; null where it reports none. */
  readonly fill: Fill | null;
  /** Why it was rejected or has ended, in the venue's words; empty where it gives none. */
  readonly reason: string;
}
