// What has happened: past facts, journaled. State follows from them alone (I5).

import type { EpochNs } from '../ports/index.ts';
import type { Instrument, Limits, VenueID } from '../terms/index.ts';
import type {
  CancelOverdue,
  ChildAcknowledged,
  ChildAmendDecided,
  ChildAmendPutInDoubt,
  ChildAmendRefused,
  ChildAmended,
  ChildCancelDecided,
  ChildCancelPutInDoubt,
  ChildCancelRefused,
  ChildDecided,
  ChildEndReported,
  ChildEnded,
  ChildFillCancelled,
  ChildFilled,
  ChildProvenAbsent,
  ChildPutInDoubt,
  ChildRefused,
  FillConflicted,
  InDoubtOverdue,
} from './child-events.ts';
import type { Origin } from './commands.ts';
import type {
  AdminRefused,
  ChildResolved,
  HoldingAgreed,
  KillEngaged,
  KillRearmed,
  KillVerified,
  LimitChanged,
  LimitReset,
  VenueResumed,
} from './operator-events.ts';
import type {
  CancelRequested,
  MessageRefused,
  OrderAccepted,
  OrderEnded,
  OrderExpiring,
  OrderKilled,
  OrderRecalled,
  OrderRejected,
  OrderReplaced,
  ReplaceRequested,
  RequestRejected,
  StatusReported,
} from './order-events.ts';
import type { RouteDecided } from './routes.ts';
import type {
  FillUnmatched,
  TransactionSettled,
  TransactionSigned,
  VenueExcluded,
  VenueQuarantined,
} from './venue-events.ts';

export type * from './child-events.ts';
export type * from './operator-events.ts';
export type * from './order-events.ts';
export type * from './venue-events.ts';
export type { RouteDecided } from './routes.ts';

export type Event =
  | DeskStarted
  | InstrumentDefined
  | LimitsSet
  | OrderAccepted
  | OrderRejected
  | CancelRequested
  | ReplaceRequested
  | RequestRejected
  | OrderReplaced
  | OrderExpiring
  | OrderEnded
  | OrderRecalled
  | StatusReported
  | MessageRefused
  | CommandRefused
  | VenueQuarantined
  | VenueResumed
  | AdminRefused
  | KillEngaged
  | KillRearmed
  | KillVerified
  | OrderKilled
  | LimitChanged
  | LimitReset
  | ChildDecided
  | ChildAcknowledged
  | ChildRefused
  | ChildPutInDoubt
  | ChildProvenAbsent
  | ChildFilled
  | ChildEndReported
  | ChildEnded
  | ChildCancelDecided
  | ChildCancelRefused
  | ChildCancelPutInDoubt
  | ChildAmendDecided
  | ChildAmended
  | ChildAmendRefused
  | ChildAmendPutInDoubt
  | InDoubtOverdue
  | RouteDecided
  | VenueExcluded
  | CancelOverdue
  | FillUnmatched
  | FillConflicted
  | ChildResolved
  | HoldingAgreed
  | TransactionSigned
  | TransactionSettled
  | ChildFillCancelled;

export type EventType = Event['type'];
export type EventOf<T extends EventType> = Extract<Event, { readonly type: T }>;

/** An event with its place in the journal. `at` is the time its command was stamped with. */
export interface Recorded<E extends Event = Event> {
  readonly sequence: number;
  readonly at: EpochNs;
  readonly event: E;
}

/** A process took over the desk; each start is a new epoch. */
export interface DeskStarted {
  readonly type: 'DeskStarted';
  readonly desk: number;
  readonly epoch: number;
}

export interface InstrumentDefined {
  readonly type: 'InstrumentDefined';
  readonly instrument: Instrument;
}

/** As configured. What an operator has changed of them, and is not reset before, stands. */
export interface LimitsSet {
  readonly type: 'LimitsSet';
  readonly limits: Limits;
}

/** `decide` threw, or would break an invariant again: the command changed nothing. */
export interface CommandRefused {
  readonly type: 'CommandRefused';
  readonly source: 'client' | 'venue' | 'timer' | 'operator';
  /** What names the command: session, epoch and number, or venue and what it spoke of. */
  readonly key: string;
  readonly origin: Origin | null;
  readonly venueID: VenueID | null;
  readonly commandType: string;
  /** The command as JSON, in UTF-8. */
  readonly bytes: Uint8Array;
  readonly error: string;
}
