// What the order side of a venue on a chain hears beyond every venue's: its account out of the journal, and leave to
// broadcast what it has signed.

import type { EpochNs } from '../../spec/ports/index.ts';
import type { Durable } from '../../spec/proof/index.ts';
import type { Capabilities, ChainAccount } from '../../spec/venues/index.ts';
import type { OrdersInput, OrdersOutput } from './orders.ts';

export type ChainInput =
  /** After a restart, before `Adopt`; null: nothing was ever signed. */
  | { readonly type: 'AdoptAccount'; readonly account: ChainAccount | null; readonly now: EpochNs }
  /** The transaction of this hash is in the journal: it may leave, now and again. */
  | { readonly type: 'Broadcast'; readonly hash: Durable<string>; readonly now: EpochNs };

export interface ChainOrders {
  readonly capabilities: Capabilities;
  step(input: OrdersInput | ChainInput): OrdersOutput;
}
