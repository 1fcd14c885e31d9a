// What drives a session has to be given: application, gate, wire, bounds. `Session` is what drives it.

import type { Clock, Log } from '../../../spec/ports/index.ts';
import { defaultFramerLimits, type FramerLimits } from '../codec/framer.ts';
import type { SessionRules } from '../session/settings.ts';
import type { Deliver } from '../session/state.ts';
import type { MessageAudit } from '../audit.ts';
import type { SessionStore } from '../store.ts';

/** What a session's messages mean. Called on the session's thread, in the order of the numbers. */
export interface ApplicationOf<Session> {
  /**
   * Decides before it returns: when it has, `takeChanges` holds the message's number as used up, so
   * the decision's events belong into the batch that takes them. The view ends with the call.
   */
  deliver(message: Deliver, session: Session): void;
  loggedOn(session: Session, how: { readonly epochOpened: boolean }): void;
  loggedOff(session: Session, reason: string): void;
  /** The peer answered a TestRequest: what was sent before it has arrived. */
  testAnswered?(session: Session, testReqID: string): void;
}

/**
 * Who makes changes durable (I1). A batch of the journal is one decision's events, and the changes of
 * every session that it touched:
 *
 *     deliver(message, session)      the desk decides; its reports go out by session.send(…)
 *     changesWaiting(session)        the gate notes the session
 *     batch closes                   session.takeChanges() for each session noted, into the batch
 *     batch is on disk               session.release(change.ticket) for each: now the bytes leave
 *
 * A report may touch other sessions than the one that asked: each tells the gate for itself.
 * Tickets are released in ascending order; releasing one releases those before it.
 */
export interface GateOf<Session> {
  /**
   * Something of this session waits for a commit. Called when the outermost call into the driver
   * ends: after the application has decided, never between a decision and its reports.
   */
  changesWaiting(session: Session): void;
}

/** What the driver needs of a connection. `Transport` of spec/ports is one. */
export interface Wire {
  write(bytes: Uint8Array): boolean;
  readonly queuedBytes: number;
  /** True while its bytes are left unread: then silence says nothing of the peer. */
  readonly isPaused?: boolean;
  pause?(): void;
  resume?(): void;
  end(): void;
  destroy(): void;
}

export interface DriverLimits {
  readonly framer: FramerLimits;
  /** Bytes for a peer that does not read: beyond, it is disconnected and asks again later. */
  readonly maxQueuedBytes: number;
  /** A resend pauses while so many bytes wait for the peer. */
  readonly resendHighWaterBytes: number;
  /** Messages of one page from the store: a third of a millisecond, for which another session waits twice or more. */
  readonly resendPageMessages: number;
  /** So many messages are taken in one go where there is a `soon`: then the other sessions' turn comes. */
  readonly messagesPerTurn: number;
  /** With more bytes than these not taken yet the peer is not read. */
  readonly maxUnreadBytes: number;
}

export const defaultDriverLimits: DriverLimits = {
  framer: defaultFramerLimits,
  maxQueuedBytes: 4_194_304,
  resendHighWaterBytes: 262_144,
  resendPageMessages: 32,
  messagesPerTurn: 16,
  maxUnreadBytes: 262_144,
};

export interface PartsOf<Session> {
  readonly rules: SessionRules;
  readonly store: SessionStore;
  readonly application: ApplicationOf<Session>;
  readonly gate: GateOf<Session>;
  readonly clock: Pick<Clock, 'now'>;
  readonly log: Log;
  readonly limits?: DriverLimits;
  /** Runs it when all that is waiting now has had its turn. Without it each chunk is taken whole. */
  readonly soon?: (run: () => void) => void;
  readonly audit?: MessageAudit;
}

/** How an application message is sent. */
export interface SendOptions {
  /** A report of an earlier epoch that may not have arrived: PossResend(97)=Y. */
  readonly possResend?: boolean;
  /** Further header fields, encoded: what `routeBack` gives, sub-IDs. */
  readonly headerFields?: Uint8Array | null;
}
