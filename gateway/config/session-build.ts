// The engine's part of a configured session, in the engine's own terms.

import type { z } from 'zod';
import {
  defaultSessionSettings,
  type ScheduleSettings,
  type SessionSettings,
  type Throttle,
  WEEKDAYS,
} from '../fix/index.ts';
import type { fixTerms, schedule, throttle } from './session-schema.ts';

/** What the two parties agreed beyond their names, heartbeat and password. */
export type FixTerms = Pick<
  SessionSettings,
  | 'testSession'
  | 'acceptReset'
  | 'nextExpectedMsgSeqNum'
  | 'sendingTimeToleranceMs'
  | 'logoutTimeoutMs'
  | 'gapPolicy'
  | 'resendChunk'
  | 'resendPatienceMs'
  | 'maxResendRequests'
  | 'senderSubID'
  | 'senderLocationID'
  | 'targetSubID'
  | 'targetLocationID'
  | 'isQualified'
>;

/** What a key that may be left out stands for then: the engine's own defaults. */
export const SESSION_DEFAULTS = {
  testSession: defaultSessionSettings.testSession,
  acceptReset: defaultSessionSettings.acceptReset,
  nextExpectedMsgSeqNum: defaultSessionSettings.nextExpectedMsgSeqNum,
  sendingTimeToleranceMs: defaultSessionSettings.sendingTimeToleranceMs,
  logoutTimeoutMs: defaultSessionSettings.logoutTimeoutMs,
  gapPolicy: defaultSessionSettings.gapPolicy,
  resendChunk: defaultSessionSettings.resendChunk,
  resendPatienceMs: defaultSessionSettings.resendPatienceMs,
  maxResendRequests: defaultSessionSettings.maxResendRequests,
  qualified: defaultSessionSettings.isQualified,
  resetSequence: true,
  above: 'reject',
} as const;

export function termsOf(written: z.infer<typeof fixTerms> | undefined): FixTerms {
  const defaults = SESSION_DEFAULTS;
  return {
    testSession: written?.testSession ?? defaults.testSession,
    acceptReset: written?.acceptReset ?? defaults.acceptReset,
    nextExpectedMsgSeqNum: written?.nextExpectedMsgSeqNum ?? defaults.nextExpectedMsgSeqNum,
    sendingTimeToleranceMs: written?.sendingTimeToleranceMs ?? defaults.sendingTimeToleranceMs,
    logoutTimeoutMs: written?.logoutTimeoutMs ?? defaults.logoutTimeoutMs,
    gapPolicy: written?.gapPolicy ?? defaults.gapPolicy,
    resendChunk: written?.resendChunk ?? defaults.resendChunk,
    resendPatienceMs: written?.resendPatienceMs ?? defaults.resendPatienceMs,
    maxResendRequests: written?.maxResendRequests ?? defaults.maxResendRequests,
    senderSubID: written?.senderSubID ?? null,
    senderLocationID: written?.senderLocationID ?? null,
    targetSubID: written?.targetSubID ?? null,
    targetLocationID: written?.targetLocationID ?? null,
    isQualified: written?.qualified ?? defaults.qualified,
  };
}

/** The same session from its other side. */
export function mirrored(terms: FixTerms): FixTerms {
  return {
    ...terms,
    senderSubID: terms.targetSubID,
    senderLocationID: terms.targetLocationID,
    targetSubID: terms.senderSubID,
    targetLocationID: terms.senderLocationID,
  };
}

export function hoursOf(written: z.infer<typeof schedule> | undefined): ScheduleSettings | null {
  if (written === undefined) return null;
  const { timeZone, start, end, days, weekly, holidays, resetSequence } = written;
  return {
    timeZone,
    start,
    end,
    days: weekly ?? days ?? WEEKDAYS,
    holidays: holidays ?? [],
    resetSequence: resetSequence ?? SESSION_DEFAULTS.resetSequence,
  };
}

export function throttleOf(written: z.infer<typeof throttle> | undefined): Throttle | null {
  if (written === undefined) return null;
  return {
    messagesPerSecond: written.messagesPerSecond ?? null,
    ordersPerSecond: written.ordersPerSecond ?? null,
    above: written.above ?? SESSION_DEFAULTS.above,
  };
}
