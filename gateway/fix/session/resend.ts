// Our messages again, from the store: the application's as they were, the rest as gap fills.

import { MsgType, SessionRejectReason, Tag } from '../../../spec/dictionaries/index.ts';
import { frameAgain, frameMessage } from '../codec/frame-message.ts';
import type { MessageView } from '../codec/message-view.ts';
import type { ValidationProblem } from '../codec/validate.ts';
import type { SentMessage } from '../store.ts';
import { askForGap } from './gap.ts';
import type { SessionInput } from './state.ts';
import { admin, identityOf, note, reject, type Turn } from './turn.ts';

/**
 * A ResendRequest, valid as a message. What is asked for is sent in pages; while one resend runs,
 * a further request waits in one place, where a later one joins it: bounded, however many come.
 */
export function resendRequested(turn: Turn, view: MessageView, msgSeqNum: number): void {
  const { state } = turn;
  const from = view.int(Tag.BeginSeqNo);
  const asked = view.int(Tag.EndSeqNo);
  const last = state.nextOutMsgSeqNum - 1;
  const problem = rangeProblem(from, asked, last);
  if (problem !== null || from === null || asked === null)
    return reject(turn, view, Math.max(msgSeqNum, 0), problem ?? unreadable);
  const to = asked === 0 || asked > last ? last : asked;
  if (state.resend === null) {
    state.resend = { next: from, end: to, waiting: null };
    turn.actions.push({ type: 'Resend', fromSeqNum: from, toSeqNum: to });
    return;
  }
  const { waiting } = state.resend;
  state.resend = {
    ...state.resend,
    waiting: { from: Math.min(from, waiting?.from ?? from), to: Math.max(to, waiting?.to ?? to) },
  };
}

/** What the peer's Logon says is missing: sent without a ResendRequest. */
export function resendUnasked(turn: Turn, fromSeqNum: number, toSeqNum: number): void {
  turn.state.resend = { next: fromSeqNum, end: toSeqNum, waiting: null };
  turn.actions.push({ type: 'Resend', fromSeqNum, toSeqNum });
}

const unreadable: ValidationProblem = {
  reason: SessionRejectReason.ValueIsIncorrect,
  refTagID: Tag.BeginSeqNo,
  text: 'BeginSeqNo(7) and EndSeqNo(16) must be sequence numbers',
};

function rangeProblem(
  from: number | null,
  to: number | null,
  last: number,
): ValidationProblem | null {
  if (from === null || to === null) return unreadable;
  const reason = SessionRejectReason.ValueIsIncorrect;
  if (from < 1 || from > last)
    return { reason, refTagID: Tag.BeginSeqNo, text: `BeginSeqNo(7) must be from 1 to ${last}` };
  if (to !== 0 && to < from)
    return { reason, refTagID: Tag.EndSeqNo, text: `EndSeqNo(16) must be 0 or at least ${from}` };
  return null;
}

/** One page: its messages, and a gap fill for each run of numbers that no message has. */
export function resendPage(
  turn: Turn,
  { messages, toSeqNum }: Extract<SessionInput, { type: 'ResendPage' }>,
): void {
  const { state } = turn;
  const { resend } = state;
  if (resend === null) return;
  let next = resend.next;
  for (const message of messages) {
    if (message.msgSeqNum < next || message.msgSeqNum > resend.end) continue;
    const bytes = again(turn, message);
    if (bytes === null) continue;
    if (message.msgSeqNum > next) fillGap(turn, next, message.msgSeqNum);
    sendAgain(turn, message, bytes);
    next = message.msgSeqNum + 1;
  }
  if (toSeqNum < resend.end) {
    state.resend = { ...resend, next };
    return;
  }
  if (next <= resend.end) fillGap(turn, next, resend.end + 1);
  finish(turn);
}

function finish(turn: Turn): void {
  const { state } = turn;
  const waiting = state.resend?.waiting ?? null;
  if (waiting === null) {
    state.resend = null;
    return askForGap(turn);
  }
  state.resend = { next: waiting.from, end: waiting.to, waiting: null };
  turn.actions.push({ type: 'Resend', fromSeqNum: waiting.from, toSeqNum: waiting.to });
}

function again(turn: Turn, message: SentMessage): Uint8Array | null {
  const { dictionary, settings } = turn.rules;
  const bytes = frameAgain(dictionary, message.bytes, turn.now, settings.timePrecision);
  if (bytes === null)
    note(turn, 'warn', 'a stored message cannot be read and is gap-filled', {
      msgSeqNum: message.msgSeqNum,
    });
  return bytes;
}

function fillGap(turn: Turn, from: number, to: number): void {
  const body = admin(MsgType.SequenceReset).bool(Tag.GapFillFlag, true).int(Tag.NewSeqNo, to).end();
  const { state, now } = turn;
  const header = {
    msgSeqNum: from,
    sendingTime: now,
    origSendingTime: now,
    possResend: false,
    further: null,
  };
  const bytes = frameMessage(identityOf(turn), header, body);
  sendAgain(
    turn,
    { epoch: state.epoch, msgSeqNum: from, msgType: body.msgType, sendingTime: now, bytes },
    bytes,
  );
}

function sendAgain(turn: Turn, message: SentMessage, bytes: Uint8Array): void {
  turn.state.lastSentAt = turn.now;
  turn.actions.push({
    type: 'Send',
    message: { ...message, bytes },
    category: 'resend',
    after: 'nothing',
    onWire: true,
  });
}
