// The peer's numbers: using them up, seeing a gap, asking for it, keeping what came after it.

import { MsgType, Tag } from '../../../spec/dictionaries/index.ts';
import type { EarlyMessage, SessionState } from './state.ts';
import { admin, type Changing, note, sendAdmin, type Turn } from './turn.ts';

/** Beyond this no engine counts: most hold a number in 31 bits. */
export const maxMsgSeqNum = 2_147_483_647;

/** Uses up the numbers below `next`, and asks again where a new hole shows behind a filled one. */
export function advance(turn: Turn, next: number): void {
  const { state } = turn;
  state.nextInMsgSeqNum = next;
  dropPassed(state);
  const { gap } = state;
  if (gap === null) return;
  if (next > gap.highestSeen) {
    state.gap = null;
    return;
  }
  const first = state.early[0];
  const filled = next > gap.requestedTo && first?.msgSeqNum !== next;
  if (!filled) {
    state.gap = { ...gap, requestedAt: turn.now, requests: 1 };
    return;
  }
  const to = first === undefined ? 0 : first.msgSeqNum - 1;
  state.gap = {
    ...gap,
    requestedTo: first === undefined ? gap.highestSeen : to,
    requestedAt: turn.now,
    requests: 1,
  };
  requestResend(turn, next, to);
}

/** A number that is too high: keeps the message, and asks for what is missing unless that is done. */
export function openGap(turn: Turn, early: EarlyMessage): void {
  const { state, now } = turn;
  const seen = early.msgSeqNum;
  keep(turn, early);
  if (state.gap !== null) {
    state.gap = { ...state.gap, highestSeen: Math.max(state.gap.highestSeen, seen) };
    return;
  }
  state.gap = { requestedTo: seen - 1, highestSeen: seen, requestedAt: now, requests: 1 };
  requestResend(turn, state.nextInMsgSeqNum, 0);
}

/** Asks once more for a gap in which nothing moves. False: it was asked for often enough. */
export function askAgain(turn: Turn): boolean {
  const { state, now } = turn;
  const { gap } = state;
  if (gap === null) return true;
  if (gap.requests >= turn.rules.settings.maxResendRequests) return false;
  state.gap = { ...gap, requestedAt: now, requests: gap.requests + 1 };
  requestResend(turn, state.nextInMsgSeqNum, 0);
  return true;
}

/** How FIX 4.0 and 4.1 say "all from there on"; later it is 0. Source: FIX 4.1 and 4.2, ResendRequest. */
const endlessBefore42 = 999_999;

/** `to` 0: all from there on. */
function requestResend(turn: Turn, from: number, to: number): void {
  const { beginString } = turn.rules.settings;
  const isOld = beginString === 'FIX.4.0' || beginString === 'FIX.4.1';
  const end = to === 0 && isOld ? endlessBefore42 : to;
  const body = admin(MsgType.ResendRequest).int(Tag.BeginSeqNo, from).int(Tag.EndSeqNo, end).end();
  sendAdmin(turn, body);
}

/** Within the two bounds; a message beyond them comes again with the resend. */
function keep(turn: Turn, early: EarlyMessage): void {
  const { state, rules } = turn;
  const { maxEarlyMessages, maxEarlyBytes } = rules.settings;
  const place = state.early.findIndex(({ msgSeqNum }) => msgSeqNum >= early.msgSeqNum);
  if (state.early[place]?.msgSeqNum === early.msgSeqNum) return;
  const size = early.bytes?.length ?? 0;
  if (state.early.length >= maxEarlyMessages || state.earlyBytes + size > maxEarlyBytes)
    return note(turn, 'warn', 'message after a gap not kept: its queue is full', {
      msgSeqNum: early.msgSeqNum,
    });
  state.early = place < 0 ? [...state.early, early] : state.early.toSpliced(place, 0, early);
  state.earlyBytes += size;
}

function dropPassed(state: Changing<SessionState>): void {
  const { early, nextInMsgSeqNum } = state;
  const kept = early.findIndex(({ msgSeqNum }) => msgSeqNum >= nextInMsgSeqNum);
  if (kept === 0 || early.length === 0) return;
  state.early = kept < 0 ? [] : early.slice(kept);
  state.earlyBytes = state.early.reduce((sum, { bytes }) => sum + (bytes?.length ?? 0), 0);
}
