// What an operator asks of the desk, and what of it stands until it is lifted.

import type { EpochNs } from '../ports/index.ts';
import type { ChildID, KillTarget, LimitName, LimitScope, VenueID } from '../terms/index.ts';

/** Who asks and why: part of every command of an operator, and of the event that it becomes. */
export interface Operator {
  /** As the caller names itself; the console's and the command line's user. */
  readonly who: string;
  readonly reason: string;
}

/** Lifts a quarantine: the venue's orders and fills are asked for again, and it gets new orders. */
export interface ResumeVenue extends Operator {
  readonly type: 'ResumeVenue';
  /** As it was typed: may be no venue at all. */
  readonly venueID: VenueID;
}

/**
 * Stops new orders, and cancels what is open. Of one that is active already the venues are asked for what
 * is left.
 */
export interface EngageKill extends Operator, KillTarget {
  readonly type: 'EngageKill';
}

/** Lifts a kill switch: orders are taken again. What it stopped is not brought back. */
export interface RearmKill extends Operator, KillTarget {
  readonly type: 'RearmKill';
}

/** One limit of one scope. */
export interface LimitPlace {
  readonly scope: LimitScope;
  /** The session, account or instrument; empty for the firm. */
  readonly scopeID: string;
  readonly name: LimitName;
}

/** Changes a limit; orders that are open stay, new ones are judged by it. */
export interface SetLimit extends Operator, LimitPlace {
  readonly type: 'SetLimit';
  /** In the unit of its kind, and within its bounds; null: no limit. */
  readonly value: bigint | null;
  /** Of an amount, where it was said. */
  readonly currency: string | null;
}

/** Takes a change back: the configuration's figure holds again. */
export interface ResetLimit extends Operator, LimitPlace {
  readonly type: 'ResetLimit';
}

/** Everything that an operator may ask. What it becomes is journaled before it takes effect (crash row 15). */
export type AdminCommand = ResumeVenue | EngageKill | RearmKill | SetLimit | ResetLimit;

/** A limit that is not as configured: it stands until the configuration's own figure changes. */
export interface LimitChange extends Operator, LimitPlace {
  readonly value: bigint | null;
  readonly configured: bigint | null;
  readonly at: EpochNs;
}

/** A kill switch that is active, and since when. */
export interface Kill extends Operator, KillTarget {
  readonly since: EpochNs;
}

/** A child that a kill switch is to end and that has not ended. */
export interface ChildLeft {
  readonly venueID: VenueID;
  readonly childID: ChildID;
}

/** A report of this venue could not be applied: it gets no new order until a person has looked. */
export interface Quarantine {
  readonly venueID: VenueID;
  readonly cause: string;
  readonly since: EpochNs;
}
