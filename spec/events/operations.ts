// What an operator asks of the desk, and what of it stands until it is lifted.

import type { EpochNs } from '../ports/index.ts';
import type { VenueID } from '../terms/index.ts';

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

/** Everything that an operator may ask. What it becomes is journaled before it takes effect (crash row 15). */
export type AdminCommand = ResumeVenue;

/** A report of this venue could not be applied: it gets no new order until a person has looked. */
export interface Quarantine {
  readonly venueID: VenueID;
  readonly cause: string;
  readonly since: EpochNs;
}
