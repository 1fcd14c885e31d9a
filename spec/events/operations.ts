// What an operator asks of the desk, and what of it stands until it is lifted.

import type { EpochNs } from '../ports/index.ts';
import type { ChildID, KillTarget, VenueID } from '../terms/index.ts';

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

/** Everything that an operator may ask. What it becomes is journaled before it takes effect (crash row 15). */
export type AdminCommand = ResumeVenue | EngageKill | RearmKill;

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
