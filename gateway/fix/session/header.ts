// What the header of each message is asked: whose it is, its number, its times.

import { Tag } from '../../../spec/dictionaries/index.ts';
import type { MessageView } from '../codec/message-view.ts';
import { nsPerMs, type Turn } from './turn.ts';

/** False where SenderCompID or TargetCompID is there and is not this session's. */
export function hasOurCompIDs(turn: Turn, view: MessageView): boolean {
  const { senderCompID, targetCompID } = turn.rules.settings;
  const from = view.indexOf(Tag.SenderCompID);
  const to = view.indexOf(Tag.TargetCompID);
  if (from >= 0 && !isText(view, from, targetCompID)) return false;
  return to < 0 || isText(view, to, senderCompID);
}

function isText(view: MessageView, index: number, text: string): boolean {
  const start = view.startAt(index);
  if (view.endAt(index) - start !== text.length) return false;
  for (let at = 0; at < text.length; at += 1)
    if (view.buffer[start + at] !== text.charCodeAt(at)) return false;
  return true;
}

/**
 * MsgSeqNum(34), negative as -1, and beyond 2^53 as 2^53-1: too high is all that such a number is.
 * Null: missing, or no number.
 */
export function seqNumOf(view: MessageView): number | null {
  const index = view.indexOf(Tag.MsgSeqNum);
  if (index < 0) return null;
  const value = view.intAt(index);
  if (value !== null) return Math.max(value, -1);
  return /^-?\d+$/.test(view.textAt(index)) ? saturated(view.textAt(index)) : null;
}

function saturated(digits: string): number {
  return digits.startsWith('-') ? -1 : Number.MAX_SAFE_INTEGER;
}

/** SendingTime is there and within tolerance of now. */
export function isTimely(turn: Turn, view: MessageView): boolean {
  const sendingTime = view.utcTimestamp(Tag.SendingTime);
  if (sendingTime === null) return false;
  const off = sendingTime > turn.now ? sendingTime - turn.now : turn.now - sendingTime;
  return off <= BigInt(turn.rules.settings.sendingTimeToleranceMs) * nsPerMs;
}

export function isPossDup(view: MessageView): boolean {
  return view.bool(Tag.PossDupFlag) === true;
}
