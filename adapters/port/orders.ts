// A venue's order side as a machine without I/O.

import type { EpochNs } from '../../spec/ports/index.ts';
import type { Durable, Reserved } from '../../spec/proof/index.ts';
import type { ChildID } from '../../spec/terms/index.ts';
import type {
  AdoptedChild,
  ChildAmend,
  Capabilities,
  ChildOrder,
  VenueNotice,
  VenueReport,
} from '../../spec/venues/index.ts';
import type { MachineAction, WireInput } from './wire.ts';

export type OrdersInput =
  | WireInput
  /** After a restart, before the first Submit: every child that has not ended. Fills since are found. */
  | { readonly type: 'Adopt'; readonly children: readonly AdoptedChild[]; readonly now: EpochNs }
  /** Sent once. Never sent again by the machine, whatever becomes of it (design: never resend blindly). */
  | {
      readonly type: 'Submit';
      readonly child: Durable<Reserved<ChildOrder>>;
      readonly now: EpochNs;
    }
  /** Safe to repeat. */
  | { readonly type: 'Cancel'; readonly childID: Durable<ChildID>; readonly now: EpochNs }
  /** New terms for a child that rests. Once; what becomes of it is Amended, AmendRefused or AmendUnknown. */
  | {
      readonly type: 'Amend';
      readonly amend: Durable<Reserved<ChildAmend>>;
      readonly now: EpochNs;
    }
  /** Ask until there is evidence: an end, a life, or proven absence. */
  | { readonly type: 'Resolve'; readonly childID: Durable<ChildID>; readonly now: EpochNs }
  /** Ask for all that is open, and cancel what this desk's ids are on and it does not know: `UnknownFound`. */
  | { readonly type: 'FindUnknown'; readonly desk: number; readonly now: EpochNs }
  /** The desk has booked everything of this child: the machine may forget it after a while. */
  | { readonly type: 'Forget'; readonly childID: ChildID; readonly now: EpochNs };

export interface OrdersOutput {
  readonly actions: readonly MachineAction[];
  readonly reports: readonly VenueReport[];
  readonly notices: readonly VenueNotice[];
}

export interface VenueOrders {
  readonly capabilities: Capabilities;
  step(input: OrdersInput): OrdersOutput;
}
