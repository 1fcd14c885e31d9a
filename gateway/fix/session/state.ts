// A session as data: its state, what can happen to it, and what it then wants done.

import type { EpochNs } from '../../../spec/ports/index.ts';
import type { GarbledCause, MessageView } from '../codec/message-view.ts';
import type { MessageBody } from '../codec/message-writer.ts';
import type { SentMessage, StoredSession } from '../store.ts';
import { type Buckets, fullBuckets } from './buckets.ts';

/**
 * `AwaitingLogon`: an acceptor's open transport. `LogonSent`: an initiator's. `LogoutSent`: ours is
 * not answered yet. `LogoutAnswered`: the peer's is, and the peer is to close.
 */
export type Phase =
  | 'Disconnected'
  | 'AwaitingLogon'
  | 'LogonSent'
  | 'LoggedOn'
  | 'LogoutSent'
  | 'LogoutAnswered';

export interface SessionState {
  readonly phase: Phase;
  readonly phaseSince: EpochNs;
  /** Counts resets of the sequence numbers. With it a number names a message for ever (I2). */
  readonly epoch: number;
  /** When it began; of one that was stored without that, when it was loaded. */
  readonly epochSince: EpochNs;
  readonly nextInMsgSeqNum: number;
  readonly nextOutMsgSeqNum: number;
  /** Numbers below this may go out without a commit: a restart begins here, or above. */
  readonly reservedOutEnd: number;
  /** The end that was last asked for with `Reserve`. */
  readonly askedOutEnd: number;
  /** Seconds, as agreed at logon. */
  readonly heartBtInt: number;
  /** Of this connection; null: the rules decide. */
  readonly verdict: LogonVerdict | null;
  readonly lastReceivedAt: EpochNs;
  readonly lastSentAt: EpochNs;
  readonly testRequest: { readonly testReqID: string; readonly sentAt: EpochNs } | null;
  readonly gap: Gap | null;
  /** Messages after the gap, by number. */
  readonly early: readonly EarlyMessage[];
  readonly earlyBytes: number;
  readonly resend: Resend | null;
  /** The number of our Logon on this connection. */
  readonly logonMsgSeqNum: number;
  /** What its throttle has left. It outlives a connection: parting and coming back fills nothing. */
  readonly buckets: Buckets;
}

/** Numbers of the peer's that did not come, and were asked for. */
export interface Gap {
  /** The last request covers the numbers up to here. */
  readonly requestedTo: number;
  /** The highest number that came. */
  readonly highestSeen: number;
  readonly requestedAt: EpochNs;
  /** Since something last moved. 0: the request waits until what the peer asked for has been sent. */
  readonly requests: number;
  /** The first number of a hole inside the resend that was asked for by itself; 0: none was. */
  readonly hole: number;
}

export interface EarlyMessage {
  readonly msgSeqNum: number;
  /** Null: answered already, only its number is to be used up. */
  readonly bytes: Uint8Array | null;
  readonly isPossDup: boolean;
}

/** Our messages that are being sent again. One at a time; a further request waits, the last wins. */
export interface Resend {
  readonly next: number;
  readonly end: number;
  readonly waiting: { readonly from: number; readonly to: number } | null;
}

export type SessionInput =
  /** `verdict`: what became of the credentials of the Logon that comes next; null: the rules' own. */
  | {
      readonly type: 'TransportOpened';
      readonly verdict?: LogonVerdict | null;
      readonly now: EpochNs;
    }
  /** The view is read within the step and not kept. */
  | { readonly type: 'MessageReceived'; readonly view: MessageView; readonly now: EpochNs }
  /** The first early message has become the expected one: ask `hasEarlyDue` after each step. */
  | { readonly type: 'EarlyDue'; readonly now: EpochNs }
  | {
      readonly type: 'GarbledReceived';
      readonly cause: GarbledCause | 'Frame';
      readonly now: EpochNs;
    }
  /**
   * `isHeld`: something of ours waits for a commit, and the peer cannot answer what it has not got.
   * `isDeaf`: what the peer says is left unread for a while, so that its silence is ours.
   * `heardUntil`: what had arrived by then has been read, so until then can silence be told; absent: until now.
   */
  | {
      readonly type: 'ClockTicked';
      readonly isHeld: boolean;
      readonly isDeaf?: boolean;
      readonly heardUntil?: EpochNs;
      readonly now: EpochNs;
    }
  | { readonly type: 'TransportClosed'; readonly cause: string; readonly now: EpochNs }
  | {
      readonly type: 'SendApplication';
      readonly body: MessageBody;
      /** A report of an earlier epoch that may not have arrived. */
      readonly possResend: boolean;
      /** Further header fields, encoded. */
      readonly headerFields: Uint8Array | null;
      readonly now: EpochNs;
    }
  /** The application refuses a delivered message on session level. */
  | { readonly type: 'RejectMessage'; readonly rejection: Rejection; readonly now: EpochNs }
  | { readonly type: 'Logout'; readonly text: string; readonly now: EpochNs }
  /** Asks the peer to say `testReqID` back: then it has all that was sent before. */
  | { readonly type: 'RequestTest'; readonly testReqID: string; readonly now: EpochNs }
  /** What the store holds from `Resend.next` on, up to `toSeqNum`. */
  | {
      readonly type: 'ResendPage';
      readonly messages: readonly SentMessage[];
      readonly toSeqNum: number;
      readonly now: EpochNs;
    }
  | {
      readonly type: 'ReservationDurable';
      readonly epoch: number;
      readonly end: number;
      readonly now: EpochNs;
    };

/** Decided outside, where it may take its time. `text`: what a peer that is denied reads. */
export type LogonVerdict =
  | { readonly type: 'Accepted' }
  | { readonly type: 'Denied'; readonly text: string };

export interface Rejection {
  readonly refSeqNum: number;
  readonly refMsgType: string;
  readonly refTagID: number | null;
  readonly reason: number;
  readonly text: string;
  readonly headerFields: Uint8Array | null;
}

export type SessionAction =
  /** Bytes in the order of their numbers. What waits for a commit holds up what follows it. */
  | Send
  /** At most one a step. The number is used up in the step's state. */
  | Deliver
  /** Feed `ResendPage`s until `state.resend` is null or another. */
  | { readonly type: 'Resend'; readonly fromSeqNum: number; readonly toSeqNum: number }
  /** Both numbers begin again. Durable before anything of the new epoch leaves. */
  | { readonly type: 'OpenEpoch'; readonly epoch: number }
  /** Make `end` durable soon, then say `ReservationDurable`. */
  | { readonly type: 'Reserve'; readonly end: number }
  | { readonly type: 'LoggedOn'; readonly epochOpened: boolean }
  /** A Heartbeat with a TestReqID came in its turn. */
  | { readonly type: 'TestAnswered'; readonly testReqID: string }
  | { readonly type: 'LoggedOff'; readonly reason: string }
  /** Close, after what has been sent before. */
  | { readonly type: 'Disconnect'; readonly reason: string }
  /** For the log. */
  | {
      readonly type: 'Note';
      readonly level: 'info' | 'warn';
      readonly sentence: string;
      readonly fields: Readonly<Record<string, string | number | null>>;
    };

export interface Send {
  readonly type: 'Send';
  readonly message: SentMessage;
  /** `resend`: an old number, which overtakes what waits. */
  readonly category: 'admin' | 'application' | 'resend';
  readonly after: 'nothing' | 'commit';
  /**
   * False: numbered and kept, but nobody is logged on; the peer asks for it later. While an
   * initiator's Logon is unanswered, an application message waits for the answer too.
   */
  readonly onWire: boolean;
}

export interface Deliver {
  readonly type: 'Deliver';
  /** Valid within the call that gets it. */
  readonly view: MessageView;
  readonly msgSeqNum: number;
  readonly possDup: boolean;
  readonly possResend: boolean;
  readonly origSendingTime: EpochNs | null;
}

export interface Step {
  readonly state: SessionState;
  readonly actions: readonly SessionAction[];
}

/** A session that has never been, or as the store has it: outgoing numbers go on at the block's end. */
export function initialState(stored: StoredSession | null, now: EpochNs): SessionState {
  const nextOut = stored?.reservedOutEnd ?? 1;
  return {
    phase: 'Disconnected',
    phaseSince: now,
    epoch: stored?.epoch ?? 1,
    epochSince: stored?.epochSince ?? now,
    nextInMsgSeqNum: stored?.nextInMsgSeqNum ?? 1,
    nextOutMsgSeqNum: nextOut,
    reservedOutEnd: nextOut,
    askedOutEnd: nextOut,
    heartBtInt: 0,
    verdict: null,
    lastReceivedAt: now,
    lastSentAt: now,
    testRequest: null,
    gap: null,
    early: [],
    earlyBytes: 0,
    resend: null,
    logonMsgSeqNum: 0,
    buckets: fullBuckets,
  };
}

/** The early message whose turn it is waits for an `EarlyDue`. */
export function hasEarlyDue(state: SessionState): boolean {
  return state.early[0]?.msgSeqNum === state.nextInMsgSeqNum && state.phase !== 'Disconnected';
}
