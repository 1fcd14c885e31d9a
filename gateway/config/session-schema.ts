// The keys of a FIX session that are its engine's: terms of the Logon, gaps, hours, throttle.

import { isDate, isTime, isZone, WEEKDAYS } from '../fix/index.ts';
import { compID, field, keys, listOf, oneOf, truth, whole } from './fields.ts';

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;

/** Text that `isGood`. */
function text(expected: string, isGood: (value: string) => boolean) {
  return field(expected, (value) => (typeof value === 'string' && isGood(value) ? value : null));
}

export const fixTerms = keys({
  testSession: truth.optional(),
  acceptReset: truth.optional(),
  nextExpectedMsgSeqNum: truth.optional(),
  sendingTimeToleranceMs: whole(1, DAY_MS).optional(),
  logoutTimeoutMs: whole(1, MINUTE_MS).optional(),
  gapPolicy: oneOf('keep', 'askAgain').optional(),
  resendChunk: whole(0, 1_000_000).optional(),
  resendPatienceMs: whole(100, 10 * MINUTE_MS).optional(),
  maxResendRequests: whole(1, 100).optional(),
  senderSubID: compID.optional(),
  senderLocationID: compID.optional(),
  targetSubID: compID.optional(),
  targetLocationID: compID.optional(),
  qualified: truth.optional(),
});

const weekday = oneOf(...WEEKDAYS);
const timeOfDay = text('a local time of day in quotes, such as "17:00"', isTime);

export const schedule = keys({
  timeZone: text('a time zone of the IANA, such as America/New_York', isZone),
  start: timeOfDay,
  end: timeOfDay,
  days: listOf(weekday, 'days').optional(),
  weekly: keys({ from: weekday, to: weekday }).optional(),
  holidays: listOf(text('a day in quotes, such as "2026-12-25"', isDate), 'days').optional(),
  resetSequence: truth.optional(),
});

export const throttle = keys({
  messagesPerSecond: whole(1, 1_000_000).optional(),
  ordersPerSecond: whole(1, 1_000_000).optional(),
  above: oneOf('queue', 'reject', 'disconnect').optional(),
});
