// What the header of each message is asked: whose it is, its number, its times.

import { Tag } from '../../../spec/dictionaries/index.ts';
import type { MessageView } from '../codec/message-view.ts';
import type { SessionSettings } from './settings.ts';
import { nsPerMs, type Turn } from './turn.ts';

/**
 * False where SenderCompID or TargetCompID is there and is not this session's, or where the session
 * has sub- or location IDs and the message has not those.
 */
export function hasOurCompIDs(turn: Turn, view: MessageView): boolean {
  const { settings } = turn.rules;
  const from = view.indexOf(Tag.SenderCompID);
  const to = view.indexOf(Tag.TargetCompID);
  if (from >= 0 && !isText(view, from, settings.targetCompID)) return false;
  if (to >= 0 && !isText(view, to, settings.senderCompID)) return false;
  return hasOurSubIDs(settings, view);
}

/** False where the session has a sub- or location ID that the message has not. */
export function hasOurSubIDs(settings: SessionSettings, view: MessageView): boolean {
  return (
    says(view, Tag.SenderSubID, settings.targetSubID) &&
    says(view, Tag.TargetSubID, settings.senderSubID) &&
    says(view, Tag.SenderLocationID, settings.targetLocationID) &&
    says(view, Tag.TargetLocationID, settings.senderLocationID)
  );
}

function says(view: MessageView, tag: number, text: string | null): boolean {
  if (text === null) return true;
  const index = view.indexOf(tag);
  return index >= 0 && isText(view, index, text);
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
