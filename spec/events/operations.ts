// What an operator asks of the desk, and what of it stands until it is lifted.

import type { EpochNs } from '../ports/index.ts';
import type {
  ChildID,
  KillTarget,
  LimitName,
  LimitScope,
  VenueExecID,
  VenueID,
  VenueOrderID,
} from '../terms/index.ts';
import type { Price, Qty } from '../units/index.ts';

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

/** What a person has found out about a child at its venue, by other means than its adapter. */
export type Finding =
  /** The venue has never had it. */
  | { readonly type: 'Absent' }
  /** It was executed for so much there. `venueExecID` is the venue's own, so that it is booked once (I2). */
  | {
      readonly type: 'Filled';
      readonly venueOrderID: VenueOrderID;
      readonly venueExecID: VenueExecID;
      readonly lastQty: Qty;
      readonly lastPx: Price;
      /** 18 decimals of `feeAsset`; null: the instrument's quote. */
      readonly feeAmount: bigint;
      readonly feeAsset: string | null;
    }
  /** It is dead there, with so much executed in all. */
  | { readonly type: 'Ended'; readonly venueOrderID: VenueOrderID; readonly cumQty: Qty };

export type FindingHow = Finding['type'];

/** An operator's evidence about a child in doubt, where its venue gives none (I7). */
export interface ResolveChild extends Operator {
  readonly type: 'ResolveChild';
  /** As it was typed: may be no child at all. */
  readonly childID: ChildID;
  readonly finding: Finding;
}

/**
 * From now on what a venue says that we have of an asset, and what the desk has booked there, are one: what differed
 * is explained (paid in, paid out, told for the first time).
 */
export interface AgreeHolding extends Operator {
  readonly type: 'AgreeHolding';
  readonly venueID: VenueID;
  readonly asset: string;
  /** As the venue told it to whoever asks. */
  readonly total: Qty;
}

/** Everything that an operator may ask. What it becomes is journaled before it takes effect (crash row 15). */
export type AdminCommand =
  | ResumeVenue
  | EngageKill
  | RearmKill
  | SetLimit
  | ResetLimit
  | ResolveChild
  | AgreeHolding;

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

/** What we have of an asset at a venue by the desk's own books: what was agreed once, and every fill since. */
export interface Holding {
  readonly venueID: VenueID;
  /** As in the instruments' base and quote; what gas is paid in is none. */
  readonly asset: string;
  /** 36 decimals, so that price times quantity is exact; below 0 where fills took more than was agreed. */
  readonly amount: bigint;
  readonly agreedAt: EpochNs;
}

/** A report of this venue could not be applied: it gets no new order until a person has looked. */
export interface Quarantine {
  readonly venueID: VenueID;
  readonly cause: string;
  readonly since: EpochNs;
}
