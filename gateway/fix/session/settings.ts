// What a session is, as two parties agreed it. Nothing here changes while the session lives.

import type { Dictionary } from '../../../spec/dictionaries/index.ts';
import type { TimePrecision } from '../codec/message-writer.ts';
import { defaultValidationRules, type ValidationRules } from '../codec/validate.ts';
import type { Schedule } from './schedule.ts';
import type { Throttle } from './buckets.ts';

export interface SessionSettings {
  readonly role: 'Acceptor' | 'Initiator';
  readonly beginString: string;
  /** Ours. The peer sends it as TargetCompID. */
  readonly senderCompID: string;
  /** The peer's. */
  readonly targetCompID: string;
  /** Ours, in SenderSubID(50) of what we send and TargetSubID(57) of what we get. Null: neither said nor asked for. */
  readonly senderSubID: string | null;
  /** SenderLocationID(142), TargetLocationID(143), in the same way. */
  readonly senderLocationID: string | null;
  /** The peer's. */
  readonly targetSubID: string | null;
  readonly targetLocationID: string | null;
  /** These four tell it from other sessions of the same CompIDs, and are a part of its name. */
  readonly isQualified: boolean;
  /** Decimals of the seconds that we send. */
  readonly timePrecision: TimePrecision;
  /** Seconds: what an initiator asks for. 0: no heartbeats. */
  readonly heartBtInt: number;
  /** Seconds: what an acceptor agrees to. */
  readonly minHeartBtInt: number;
  readonly maxHeartBtInt: number;
  /** How far a peer's SendingTime may be from our clock, either way. */
  readonly sendingTimeToleranceMs: number;
  readonly logonTimeoutMs: number;
  /** How long the peer may take to answer our Logout, or to close after its own was answered. */
  readonly logoutTimeoutMs: number;
  /** An acceptor closes as soon as it has answered a Logout, and does not wait for the peer to. */
  readonly closeAfterLogout: boolean;
  /** Each Logon begins a new epoch: both numbers from 1, whatever the flag in it says. */
  readonly resetOnLogon: boolean;
  /** An initiator asks for a new epoch with ResetSeqNumFlag(141)=Y. */
  readonly askReset: boolean;
  /** An acceptor takes a peer's ResetSeqNumFlag(141)=Y. */
  readonly acceptReset: boolean;
  /**
   * NextExpectedMsgSeqNum(789) in our Logon; what the peer's says is missing is sent unasked. With a
   * peer that does not say it, or in a version before FIX 4.4, gaps are asked for as ever.
   */
  readonly nextExpectedMsgSeqNum: boolean;
  /** A test session takes only Logons with TestMessageIndicator(464)=Y, any other only those without. */
  readonly testSession: boolean;
  /** What an initiator sends in Username(553) and Password(554). Never logged (I8). */
  readonly credentials: Credentials | null;
  /** TestReqID(112) of our TestRequests; null: a fresh one each time. */
  readonly testReqID: string | null;
  /** Messages after a gap are kept for when it is filled, or come again with what is asked for. */
  readonly gapPolicy: 'keep' | 'askAgain';
  /** A ResendRequest asks for so many numbers at most, then for the next; 0: for all at once. */
  readonly resendChunk: number;
  /** Messages that are kept after a gap, up to these two bounds. */
  readonly maxEarlyMessages: number;
  readonly maxEarlyBytes: number;
  /** A gap in which nothing moves for so long is asked for again, so many times, then Logout. */
  readonly resendPatienceMs: number;
  readonly maxResendRequests: number;
  /** Outgoing numbers that are made durable at once, for admin messages to use without a commit. */
  readonly reserveBlock: number;
  readonly validation: ValidationRules;
  /** Null: as much as comes. */
  readonly throttle: Throttle | null;
}

export interface Credentials {
  readonly username: string;
  readonly password: string;
}

/** What a Logon brought. */
export interface GivenCredentials {
  readonly username: string | null;
  readonly password: string | null;
}

/** Settings, dictionary and the one decision that is not the session layer's. */
export interface SessionRules {
  readonly settings: SessionSettings;
  readonly dictionary: Dictionary;
  /** When it is open; absent or null: always, and its numbers never begin again by themselves. */
  readonly schedule?: Schedule | null;
  /** May this peer log on? Pure, and constant in time over the secret (`sameSecret`). */
  readonly authenticate: (given: GivenCredentials) => boolean;
}

export const defaultSessionSettings: Omit<
  SessionSettings,
  'role' | 'beginString' | 'senderCompID' | 'targetCompID'
> = {
  senderSubID: null,
  senderLocationID: null,
  targetSubID: null,
  targetLocationID: null,
  isQualified: false,
  timePrecision: 3,
  heartBtInt: 30,
  minHeartBtInt: 1,
  maxHeartBtInt: 300,
  sendingTimeToleranceMs: 120_000, // As the session test cases have it (2o).
  logonTimeoutMs: 10_000,
  logoutTimeoutMs: 10_000,
  closeAfterLogout: false,
  resetOnLogon: false,
  askReset: false,
  acceptReset: true,
  nextExpectedMsgSeqNum: false,
  testSession: false,
  credentials: null,
  testReqID: null,
  gapPolicy: 'keep',
  resendChunk: 0,
  maxEarlyMessages: 1000,
  maxEarlyBytes: 1_048_576,
  resendPatienceMs: 30_000,
  maxResendRequests: 3,
  reserveBlock: 1000, // At 30 s a heartbeat, eight hours of an idle session.
  validation: defaultValidationRules,
  throttle: null,
};

/** The name of a session everywhere: `FIX.4.4:CAUSEWAY->ACME`, ours first; qualified `FIX.4.4:CAUSEWAY->ACME OMS1`. */
export type SessionID = string;

type Named = Pick<SessionSettings, 'beginString' | 'senderCompID' | 'targetCompID'> &
  Partial<SessionSettings>;

export function sessionIDOf(settings: Named): SessionID {
  const { beginString, senderCompID, targetCompID, isQualified = false } = settings;
  if (!isQualified) return `${beginString}:${senderCompID}->${targetCompID}`;
  const ours = partyOf(senderCompID, settings.senderSubID, settings.senderLocationID);
  const theirs = partyOf(targetCompID, settings.targetSubID, settings.targetLocationID);
  return `${beginString}:${ours}->${theirs}`;
}

/** No ID has a space in it. */
function partyOf(compID: string, subID: string | null = null, locationID: string | null = null) {
  return [compID, subID ?? '', locationID ?? ''].join(' ').trimEnd();
}

/** Equality of secrets in a time that depends on the lengths alone. */
export function sameSecret(expected: string, given: string): boolean {
  let difference = expected.length ^ given.length;
  for (let at = 0; at < given.length; at += 1)
    difference |= given.charCodeAt(at) ^ expected.charCodeAt(at % Math.max(1, expected.length));
  return difference === 0;
}
