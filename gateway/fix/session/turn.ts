// One step in the making: the next state, and the actions so far, with the moves that all steps share.

import { MsgType, Place, SessionRejectReason, Tag } from '../../../spec/dictionaries/index.ts';
import type { EpochNs } from '../../../spec/ports/index.ts';
import { fieldOf, frameMessage, type HeaderIdentity } from '../codec/frame-message.ts';
import type { MessageView } from '../codec/message-view.ts';
import { type MessageBody, MessageWriter } from '../codec/message-writer.ts';
import type { ValidationProblem } from '../codec/validate.ts';
import type { SentMessage } from '../store.ts';
import type { SessionRules } from './settings.ts';
import type { Phase, Rejection, Send, SessionAction, SessionState } from './state.ts';

export type Changing<T> = { -readonly [K in keyof T]: T[K] };

/** A step's own copy of the state: written here and nowhere else, and given out when it is done. */
export interface Turn {
  readonly rules: SessionRules;
  readonly state: Changing<SessionState>;
  readonly actions: SessionAction[];
  readonly now: EpochNs;
}

export const nsPerMs = 1_000_000n;
export const nsPerSecond = 1_000_000_000n;

// Used again for each message: nothing in it outlives the call.
const writer = new MessageWriter();

/** A body: `admin(MsgType.Heartbeat)…end()`. */
export function admin(msgType: string): MessageWriter {
  return writer.begin(msgType);
}

/** Numbers an admin message and sends it; past the reserved block it waits for a commit. */
export function sendAdmin(turn: Turn, body: MessageBody, further: Uint8Array | null = null): void {
  const message = numbered(turn, body, { possResend: false, further });
  const after = message.msgSeqNum < turn.state.reservedOutEnd ? 'nothing' : 'commit';
  send(turn, { type: 'Send', message, category: 'admin', after, onWire: true });
}

/** Numbers an application message, which always waits for its commit (I1). */
export function sendApplication(
  turn: Turn,
  body: MessageBody,
  header: { readonly possResend: boolean; readonly further: Uint8Array | null },
): void {
  const message = numbered(turn, body, header);
  const { phase } = turn.state;
  const onWire = phase === 'LoggedOn' || phase === 'LogoutSent' || phase === 'LogonSent';
  send(turn, { type: 'Send', message, category: 'application', after: 'commit', onWire });
}

function send(turn: Turn, action: Send): void {
  turn.actions.push(action);
  turn.state.lastSentAt = turn.now;
  reserveAhead(turn);
}

function numbered(
  turn: Turn,
  body: MessageBody,
  header: { readonly possResend: boolean; readonly further: Uint8Array | null },
): SentMessage {
  const { state, now } = turn;
  const msgSeqNum = state.nextOutMsgSeqNum;
  state.nextOutMsgSeqNum = msgSeqNum + 1;
  const { possResend, further } = header;
  const fields = { msgSeqNum, sendingTime: now, origSendingTime: null, possResend, further };
  const bytes = frameMessage(identityOf(turn), fields, body);
  return { epoch: state.epoch, msgSeqNum, msgType: body.msgType, sendingTime: now, bytes };
}

export function identityOf(turn: Turn): HeaderIdentity {
  return turn.rules.settings;
}

/** Asks for a further block well before the last one is used up, so that heartbeats seldom wait. */
function reserveAhead(turn: Turn): void {
  const { state, rules } = turn;
  const { reserveBlock } = rules.settings;
  if (state.askedOutEnd - state.nextOutMsgSeqNum >= reserveBlock / 4) return;
  state.askedOutEnd = state.nextOutMsgSeqNum + reserveBlock;
  turn.actions.push({ type: 'Reserve', end: state.askedOutEnd });
}

/** Both numbers from 1, nothing of the old epoch pending. */
export function openEpoch(turn: Turn): void {
  const { state } = turn;
  state.epoch += 1;
  state.epochSince = turn.now;
  state.nextInMsgSeqNum = 1;
  state.nextOutMsgSeqNum = 1;
  state.reservedOutEnd = 1;
  state.askedOutEnd = 1;
  forgetTransient(state);
  turn.actions.push({ type: 'OpenEpoch', epoch: state.epoch });
}

export function enter(turn: Turn, phase: Phase): void {
  turn.state.phase = phase;
  turn.state.phaseSince = turn.now;
}

/** Answers a message with a Reject(35=3), routed back to whom it came from. */
export function reject(
  turn: Turn,
  view: MessageView,
  refSeqNum: number,
  problem: ValidationProblem,
): void {
  sendReject(turn, {
    refSeqNum,
    refMsgType: view.msgType,
    refTagID: problem.refTagID,
    reason: problem.reason,
    text: problem.text,
    headerFields: routeBack(view),
  });
}

/** With those of RefTagID, RefMsgType and SessionRejectReason that the version has. */
export function sendReject(turn: Turn, rejection: Rejection): void {
  const { dictionary } = turn.rules;
  const members = dictionary.messages.get(MsgType.Reject)?.membership;
  const reasons = dictionary.fields.get(Tag.SessionRejectReason)?.values;
  const body = admin(MsgType.Reject).int(Tag.RefSeqNum, rejection.refSeqNum);
  if (rejection.refTagID !== null && members?.[Tag.RefTagID])
    body.int(Tag.RefTagID, rejection.refTagID);
  if (members?.[Tag.RefMsgType]) body.string(Tag.RefMsgType, rejection.refMsgType);
  if (members?.[Tag.SessionRejectReason] && (reasons?.has(`${rejection.reason}`) ?? true))
    body.int(Tag.SessionRejectReason, rejection.reason);
  sendAdmin(turn, body.string(Tag.Text, rejection.text).end(), rejection.headerFields);
}

const returnRoute: readonly (readonly [number, number])[] = [
  [Tag.OnBehalfOfCompID, Tag.DeliverToCompID],
  [Tag.OnBehalfOfSubID, Tag.DeliverToSubID],
  [Tag.OnBehalfOfLocationID, Tag.DeliverToLocationID],
  [Tag.DeliverToCompID, Tag.OnBehalfOfCompID],
  [Tag.DeliverToSubID, Tag.OnBehalfOfSubID],
  [Tag.DeliverToLocationID, Tag.OnBehalfOfLocationID],
];

/**
 * Header fields that take an answer to a routed message back the same way; null: it was not routed.
 * Of those that the message's version has: FIX 4.0 knows no locations.
 */
export function routeBack(view: MessageView): Uint8Array | null {
  let fields: Uint8Array | null = null;
  for (const [from, to] of returnRoute) {
    if (view.dictionary.places[to] !== Place.Header) continue;
    const value = view.bytes(from);
    if (value === null || value.length === 0) continue;
    const field = fieldOf(to, value);
    fields = fields === null ? field : joined(fields, field);
  }
  return fields;
}

function joined(first: Uint8Array, second: Uint8Array): Uint8Array {
  const both = new Uint8Array(first.length + second.length);
  both.set(first);
  both.set(second, first.length);
  return both;
}

/** Our Logout, once. The peer's answer, or the time-out, ends the session. */
export function sendLogout(turn: Turn, text: string): void {
  if (turn.state.phase === 'LogoutSent') return;
  sendAdmin(turn, admin(MsgType.Logout).string(Tag.Text, text).end());
  enter(turn, 'LogoutSent');
}

/** A Logout that waits for no answer. */
export function logoutAndClose(turn: Turn, text: string): void {
  if (turn.state.phase !== 'LogoutSent')
    sendAdmin(turn, admin(MsgType.Logout).string(Tag.Text, text).end());
  disconnect(turn, text);
}

export function disconnect(turn: Turn, reason: string): void {
  turn.actions.push({ type: 'Disconnect', reason });
  leave(turn, reason);
}

/** The end of a connection, from whichever side: what only it knew is forgotten. */
export function leave(turn: Turn, reason: string): void {
  const { state } = turn;
  const { phase } = state;
  enter(turn, 'Disconnected');
  forgetTransient(state);
  if (phase === 'LoggedOn' || phase === 'LogoutSent' || phase === 'LogoutAnswered')
    turn.actions.push({ type: 'LoggedOff', reason });
}

function forgetTransient(state: Changing<SessionState>): void {
  state.testRequest = null;
  state.gap = null;
  state.early = [];
  state.earlyBytes = 0;
  state.resend = null;
}

export function note(
  turn: Turn,
  level: 'info' | 'warn',
  sentence: string,
  fields: Readonly<Record<string, string | number | null>>,
): void {
  turn.actions.push({ type: 'Note', level, sentence, fields });
}

export const problems = {
  origSendingTimeMissing: {
    reason: SessionRejectReason.RequiredTagMissing,
    refTagID: Tag.OrigSendingTime,
    text: 'Required tag missing: OrigSendingTime(122), which PossDupFlag(43)=Y asks for',
  },
  origSendingTimeLater: {
    reason: SessionRejectReason.SendingTimeAccuracyProblem,
    refTagID: null,
    text: 'OrigSendingTime(122) is later than SendingTime(52)',
  },
} satisfies Record<string, ValidationProblem>;
