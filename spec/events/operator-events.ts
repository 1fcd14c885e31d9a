// What operators have done.

import type { ChildID, KillTarget, OrderID, VenueID } from '../terms/index.ts';
import type { Qty } from '../units/index.ts';
import type { ChildLeft, FindingHow, LimitPlace, Operator } from './operations.ts';

/** An operator has looked: the quarantine is lifted, what the venue knows is asked for again. */
export interface VenueResumed extends Operator {
  readonly type: 'VenueResumed';
  readonly venueID: VenueID;
  /** The desk's next intent: only children older than it are asked for, those behind it are new. */
  readonly nextIntent: number;
}

/** What an operator asked was not to be had: nothing has changed. */
export interface AdminRefused extends Operator {
  readonly type: 'AdminRefused';
  readonly commandType: string;
  readonly text: string;
}

/** From now on no order in its scope is taken, and no child is placed there; what is open is cancelled. */
export interface KillEngaged extends Operator, KillTarget {
  readonly type: 'KillEngaged';
}

export interface KillRearmed extends Operator, KillTarget {
  readonly type: 'KillRearmed';
}

/** An operator wants to know: the venues are asked what became of each child that is left. */
export interface KillVerified extends Operator, KillTarget {
  readonly type: 'KillVerified';
  /** The oldest of them where there are very many. */
  readonly asked: readonly ChildLeft[];
}

/** By an operator: in force from now on. Figures in the unit of the limit's kind; null is no limit. */
export interface LimitChanged extends Operator, LimitPlace {
  readonly type: 'LimitChanged';
  readonly before: bigint | null;
  readonly after: bigint | null;
  /** What the configuration says. */
  readonly configured: bigint | null;
}

/** An operator's change is over: by an operator, or because the configuration has another figure now. */
export interface LimitReset extends Operator, LimitPlace {
  readonly type: 'LimitReset';
  readonly before: bigint | null;
  readonly after: bigint | null;
}

/** By an operator, of a child in doubt. What it comes to stands in the events behind it. */
export interface ChildResolved extends Operator {
  readonly type: 'ChildResolved';
  readonly orderID: OrderID;
  readonly childID: ChildID;
  readonly how: FindingHow;
}

/** What we have of an asset at a venue, as it tells it, is taken into the books. */
export interface HoldingAgreed extends Operator {
  readonly type: 'HoldingAgreed';
  readonly venueID: VenueID;
  readonly asset: string;
  readonly total: Qty;
  /** By the books until then, with 36 decimals; null: it was in none. */
  readonly before: bigint | null;
}
