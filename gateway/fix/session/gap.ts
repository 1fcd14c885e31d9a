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
    const requests = Math.min(gap.requests, 1);
    state.gap = { ...gap, requestedAt: turn.now, requests };
    return;
  }
  const missing = first === undefined ? 0 : first.msgSeqNum - 1;
  ask(turn, { to: missing, last: first === undefined ? gap.highestSeen : missing, requests: 1 });
}

/** A number that is too high: keeps the message, and asks for what is missing unless that is done. */
export function openGap(turn: Turn, early: EarlyMessage): void {
  const { state } = turn;
  const isKept = keep(turn, early);
  if (state.gap !== null) return widen(turn, early);
  state.gap = newGap(turn, early.msgSeqNum);
  ask(turn, { to: 0, last: isKept ? early.msgSeqNum - 1 : early.msgSeqNum, requests: 1 });
}

/**
 * The same behind a ResendRequest: what it asks for goes out first, and then our own request
 * (`askForGap`), so that of two requests at once each is answered (session test case 20).
 */
export function openGapLater(turn: Turn, early: EarlyMessage): void {
  keep(turn, early);
  if (turn.state.gap !== null) return widen(turn, early);
  turn.state.gap = newGap(turn, early.msgSeqNum);
}

/** A gap that the peer knows of from our NextExpectedMsgSeqNum(789) and fills without being asked. */
export function expectFill(turn: Turn, early: EarlyMessage): void {
  keep(turn, early);
  turn.state.gap = { ...newGap(turn, early.msgSeqNum), requests: 1 };
}

/** The request that waited for our own resend to end. */
export function askForGap(turn: Turn): void {
  const { gap } = turn.state;
  if (gap?.requests === 0) ask(turn, { to: 0, last: gap.requestedTo, requests: 1 });
}

function newGap({ now }: Turn, seen: number) {
  return { requestedTo: seen - 1, highestSeen: seen, requestedAt: now, requests: 0, hole: 0 };
}

/**
 * One more message behind a gap. One that is itself part of the resend shows that the resend passed
 * over a number: that hole is asked for at once, and once.
 */
function widen(turn: Turn, { msgSeqNum, isPossDup }: EarlyMessage): void {
  const { state } = turn;
  const { gap, nextInMsgSeqNum: next } = state;
  if (gap === null) return;
  const highestSeen = Math.max(gap.highestSeen, msgSeqNum);
  const isHole = isPossDup && gap.requests > 0 && gap.hole !== next && next <= gap.requestedTo;
  state.gap = { ...gap, highestSeen, hole: isHole ? next : gap.hole };
  if (!isHole) return;
  const before = state.early[0]?.msgSeqNum ?? msgSeqNum;
  requestResend(turn, next, chunkEnd(turn, before - 1));
}

/** Asks once more for a gap in which nothing moves. False: it was asked for often enough. */
export function askAgain(turn: Turn): boolean {
  const { state } = turn;
  const { gap } = state;
  if (gap === null) return true;
  if (gap.requests >= turn.rules.settings.maxResendRequests) return false;
  ask(turn, { to: 0, last: gap.requestedTo, requests: gap.requests + 1 });
  return true;
}

/** `to` as in the request, 0 for all; `last` is the number up to which it then covers the gap. */
function ask(
  turn: Turn,
  { to, last, requests }: { readonly to: number; readonly last: number; readonly requests: number },
): void {
  const { state, now, rules } = turn;
  const { gap, nextInMsgSeqNum } = state;
  if (gap === null) return;
  const requestedTo = chunkEnd(turn, last);
  state.gap = { ...gap, requestedTo, requestedAt: now, requests };
  const isChunked = rules.settings.resendChunk > 0;
  requestResend(turn, nextInMsgSeqNum, isChunked ? requestedTo : to);
}

function chunkEnd({ state, rules }: Turn, last: number): number {
  const { resendChunk } = rules.settings;
  return resendChunk === 0 ? last : Math.min(last, state.nextInMsgSeqNum + resendChunk - 1);
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

/** Within the two bounds; a message beyond them comes again with the resend. False: it is not kept. */
function keep(turn: Turn, early: EarlyMessage): boolean {
  const { state, rules } = turn;
  const { maxEarlyMessages, maxEarlyBytes, gapPolicy } = rules.settings;
  if (gapPolicy === 'askAgain' && early.bytes !== null) return false;
  const place = state.early.findIndex(({ msgSeqNum }) => msgSeqNum >= early.msgSeqNum);
  if (state.early[place]?.msgSeqNum === early.msgSeqNum) return true;
  const size = early.bytes?.length ?? 0;
  if (state.early.length >= maxEarlyMessages || state.earlyBytes + size > maxEarlyBytes) {
    const { msgSeqNum } = early;
    note(turn, 'warn', 'message after a gap not kept: its queue is full', { msgSeqNum });
    return false;
  }
  state.early = place < 0 ? [...state.early, early] : state.early.toSpliced(place, 0, early);
  state.earlyBytes += size;
  return true;
}

function dropPassed(state: Changing<SessionState>): void {
  const { early, nextInMsgSeqNum } = state;
  const kept = early.findIndex(({ msgSeqNum }) => msgSeqNum >= nextInMsgSeqNum);
  if (kept === 0 || early.length === 0) return;
  state.early = kept < 0 ? [] : early.slice(kept);
  state.earlyBytes = state.early.reduce((sum, { bytes }) => sum + (bytes?.length ?? 0), 0);
}
