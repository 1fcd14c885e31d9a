// How the desk is, as its process tells it: one report, from which health and gauges are drawn alike.

import type { KillScope } from '../../spec/terms/index.ts';
import type { CredentialsRefused, VenueState } from '../../spec/venues/index.ts';

export interface DeskStatus {
  readonly desk: 'Starting' | 'Running' | 'Stopping';
  /** Null, or why no new order is taken now. */
  readonly closedFor: string | null;
  readonly journal: {
    /** Age of the oldest decision that is not on disk yet. */
    readonly lagMs: number;
    /** Events that were decided and are not on disk yet. */
    readonly queuedRecords: number;
    /** The first record that the log has. */
    readonly firstSequence: number;
    /** Bytes of the log in the store. */
    readonly logBytes: number;
    /** What retention has done since the start. */
    readonly trimmedRecords: number;
    readonly archivedRecords: number;
    readonly removedValues: number;
    readonly retentionFailures: number;
    /** Its log is damaged before the snapshot that the desk runs on, or could not be proved. */
    readonly isDamaged: boolean;
  };
  readonly venues: readonly VenueStatus[];
  readonly sessions: readonly SessionStatus[];
  readonly dropCopies: readonly DropCopyStatus[];
  /** Kill switches that are active. */
  readonly kills: readonly KillStatus[];
}

export interface KillStatus {
  readonly scope: KillScope;
  /** Empty for the firm. */
  readonly id: string;
  /** ISO 8601. */
  readonly since: string;
  /** Children that it is to end and that have not ended, those in doubt among them. */
  readonly childrenLeft: number;
}

export interface VenueStatus {
  readonly venueID: string;
  readonly state: VenueState;
  /** Which request it refused for its key, signature or rights, in its words; null: it takes them. */
  readonly credentialsRefused: CredentialsRefused | null;
  /** Of its oldest book in use; null while it has none. */
  readonly bookAgeMs: number | null;
  readonly inDoubtOrders: number;
  /** 0 while nothing is in doubt. */
  readonly inDoubtOldestAgeMs: number;
  /** Assets of which it says that we have other than is booked, for long enough that the operator was called. */
  readonly balanceBreaks: number;
}

export interface SessionStatus {
  readonly sessionID: string;
  readonly state: 'LoggedOn' | 'LoggedOut';
}

export interface DropCopyStatus extends SessionStatus {
  /** Since when it has not been given all that there is; 0: it has. */
  readonly lagMs: number;
}

/** `down` is answered with 503; `degraded` runs, but a venue is not ready, has no book yet, has refused our credentials, new orders are refused, a kill switch is active, or the journal is damaged. */
export type HealthWord = 'ok' | 'degraded' | 'down';

export function healthOf(status: DeskStatus): HealthWord {
  if (status.desk !== 'Running') return 'down';
  const isWhole =
    status.closedFor === null &&
    status.kills.length === 0 &&
    !status.journal.isDamaged &&
    status.venues.every(isWholeVenue);
  return isWhole ? 'ok' : 'degraded';
}

function isWholeVenue({ state, bookAgeMs, credentialsRefused }: VenueStatus): boolean {
  return state === 'Ready' && bookAgeMs !== null && credentialsRefused === null;
}
