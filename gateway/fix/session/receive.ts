// A message of a session that is logged on: is it the peer's, is it its turn, is it well made, and then?

import { MsgType, SessionRejectReason, Tag } from '../../../spec/dictionaries/index.ts';
import { invariant } from '../../../spec/proof/index.ts';
import { MessageView } from '../codec/message-view.ts';
import { validate, type ValidationProblem } from '../codec/validate.ts';
import { advance, maxMsgSeqNum, openGap, openGapLater } from './gap.ts';
import { hasOurCompIDs, isPossDup, isTimely, seqNumOf } from './header.ts';
import { receiveResetLogon } from './logon.ts';
import { resendRequested } from './resend.ts';
import { isHeldBack } from './throttle.ts';
import {
  admin,
  disconnect,
  enter,
  logoutAndClose,
  note,
  problems,
  reject,
  sendAdmin,
  sendLogout,
  type Turn,
} from './turn.ts';

export function receiveInSession(turn: Turn, view: MessageView): void {
  const { state } = turn;
  state.lastReceivedAt = turn.now;
  state.testRequest = null; // Any message is a sign of life.
  const msgSeqNum = seqNumOf(view);
  if (view.beginString !== turn.rules.settings.beginString) {
    if (msgSeqNum === state.nextInMsgSeqNum) advance(turn, msgSeqNum + 1);
    return sendLogout(turn, `BeginString(8) must be ${turn.rules.settings.beginString}`);
  }
  if (msgSeqNum === null) return logoutAndClose(turn, 'MsgSeqNum(34) is missing or no number');
  if (!hasOurCompIDs(turn, view)) return refuseAndLogout(turn, view, msgSeqNum, compIDProblem);
  if (
    view.has(Tag.SendingTime) &&
    view.utcTimestamp(Tag.SendingTime) !== null &&
    !isTimely(turn, view)
  )
    return refuseAndLogout(turn, view, msgSeqNum, sendingTimeProblem(turn));
  if (state.phase === 'LogoutSent' && view.msgType === MsgType.Logout)
    return logoutAnswered(turn, msgSeqNum);
  if (isReset(view)) return reset(turn, view, msgSeqNum);
  if (view.msgType === MsgType.Logon && view.bool(Tag.ResetSeqNumFlag) === true)
    return receiveResetLogon(turn, view);
  if (msgSeqNum < state.nextInMsgSeqNum) return tooLow(turn, view, msgSeqNum);
  if (msgSeqNum > state.nextInMsgSeqNum) return tooHigh(turn, view, msgSeqNum);
  inOrder(turn, view, msgSeqNum);
}

/** The early message whose number has become the expected one. */
export function takeEarly(turn: Turn): void {
  const { state, rules } = turn;
  const [first] = state.early;
  if (first === undefined || first.msgSeqNum !== state.nextInMsgSeqNum) return;
  if (first.bytes === null) return advance(turn, first.msgSeqNum + 1);
  // Out of the queue before it is looked at: one that is refused must not be met again.
  state.early = state.early.slice(1);
  state.earlyBytes -= first.bytes.length;
  const view = new MessageView(rules.dictionary, rules.settings.validation);
  const cause = view.read(first.bytes);
  invariant(cause === null, 'I2', { msgSeqNum: first.msgSeqNum, cause });
  inOrder(turn, view, first.msgSeqNum);
}

const compIDProblem: ValidationProblem = {
  reason: SessionRejectReason.CompIdProblem,
  refTagID: null,
  text: "SenderCompID(49) or TargetCompID(56) is not this session's",
};

function sendingTimeProblem(turn: Turn): ValidationProblem {
  const seconds = turn.rules.settings.sendingTimeToleranceMs / 1000;
  return {
    reason: SessionRejectReason.SendingTimeAccuracyProblem,
    refTagID: null,
    text: `SendingTime(52) is more than ${seconds} s from our clock`,
  };
}

function refuseAndLogout(
  turn: Turn,
  view: MessageView,
  msgSeqNum: number,
  problem: ValidationProblem,
): void {
  reject(turn, view, Math.max(msgSeqNum, 0), problem);
  if (msgSeqNum === turn.state.nextInMsgSeqNum) advance(turn, msgSeqNum + 1);
  sendLogout(turn, problem.text);
}

function logoutAnswered(turn: Turn, msgSeqNum: number): void {
  if (msgSeqNum === turn.state.nextInMsgSeqNum) advance(turn, msgSeqNum + 1);
  disconnect(turn, 'logged out');
}

/** SequenceReset in its Reset mode, whose own number means nothing. */
function isReset(view: MessageView): boolean {
  return view.msgType === MsgType.SequenceReset && view.bool(Tag.GapFillFlag) !== true;
}

function reset(turn: Turn, view: MessageView, msgSeqNum: number): void {
  const { state, rules } = turn;
  const problem = validate(view, rules.settings.validation);
  if (problem !== null) return reject(turn, view, Math.max(msgSeqNum, 0), problem);
  const newSeqNo = view.int(Tag.NewSeqNo);
  if (newSeqNo === null || newSeqNo < state.nextInMsgSeqNum || newSeqNo > maxMsgSeqNum)
    return reject(turn, view, Math.max(msgSeqNum, 0), newSeqNoProblem(state.nextInMsgSeqNum));
  note(turn, 'warn', 'the peer reset its numbers', { from: state.nextInMsgSeqNum, to: newSeqNo });
  advance(turn, newSeqNo);
}

/** Without RefTagID, as the session test case 11c has it. */
function newSeqNoProblem(expected: number): ValidationProblem {
  return {
    reason: SessionRejectReason.ValueIsIncorrect,
    refTagID: null,
    text: `NewSeqNo(36) must be at least ${expected} and at most ${maxMsgSeqNum}`,
  };
}

/** Had already: a repeat is ignored, anything else means that the two sides disagree. */
function tooLow(turn: Turn, view: MessageView, msgSeqNum: number): void {
  if (isPossDup(view)) return possDupAgain(turn, view, msgSeqNum);
  // A resend changes nothing on either side: it is given whatever its number (test case 8).
  if (
    view.msgType === MsgType.ResendRequest &&
    validate(view, turn.rules.settings.validation) === null
  )
    return resendRequested(turn, view, msgSeqNum);
  const expected = turn.state.nextInMsgSeqNum;
  logoutAndClose(turn, `MsgSeqNum(34) too low, expecting ${expected} but received ${msgSeqNum}`);
}

/** What was rejected is rejected again: whoever repeats it has not seen that, or does not heed it. */
function possDupAgain(turn: Turn, view: MessageView, msgSeqNum: number): void {
  const problem = possDupProblem(view) ?? validate(view, turn.rules.settings.validation);
  if (problem === null || view.msgType === MsgType.Reject)
    return note(turn, 'info', 'repeated message ignored', { msgSeqNum, msgType: view.msgType });
  reject(turn, view, Math.max(msgSeqNum, 0), problem);
  if (problem.reason === SessionRejectReason.SendingTimeAccuracyProblem)
    sendLogout(turn, problem.text);
}

/** PossDupFlag=Y asks for OrigSendingTime, which is no later than SendingTime. */
function possDupProblem(view: MessageView): ValidationProblem | null {
  if (!isPossDup(view) || view.msgType === MsgType.SequenceReset) return null;
  const first = view.utcTimestamp(Tag.OrigSendingTime);
  if (first === null) return view.has(Tag.OrigSendingTime) ? null : problems.origSendingTimeMissing;
  const sendingTime = view.utcTimestamp(Tag.SendingTime);
  return sendingTime !== null && first > sendingTime ? problems.origSendingTimeLater : null;
}

function tooHigh(turn: Turn, view: MessageView, msgSeqNum: number): void {
  const isRequest = view.msgType === MsgType.ResendRequest;
  if (view.msgType === MsgType.Logout) return answerLogout(turn);
  const again = isPossDup(view);
  if (isRequest && validate(view, turn.rules.settings.validation) === null) {
    resendRequested(turn, view, msgSeqNum);
    const early = { msgSeqNum, bytes: null, isPossDup: again };
    return turn.state.resend === null ? openGap(turn, early) : openGapLater(turn, early);
  }
  openGap(turn, { msgSeqNum, bytes: view.message.slice(), isPossDup: again });
}

function inOrder(turn: Turn, view: MessageView, msgSeqNum: number): void {
  const problem = possDupProblem(view) ?? validate(view, turn.rules.settings.validation);
  if (problem !== null) return refuse(turn, view, msgSeqNum, problem);
  switch (view.msgType) {
    case MsgType.Heartbeat:
      noteAnswer(turn, view.string(Tag.TestReqID));
      return advance(turn, msgSeqNum + 1);
    case MsgType.TestRequest:
      sendAdmin(turn, heartbeat(view.string(Tag.TestReqID)));
      return advance(turn, msgSeqNum + 1);
    case MsgType.ResendRequest:
      resendRequested(turn, view, msgSeqNum);
      return advance(turn, msgSeqNum + 1);
    case MsgType.SequenceReset:
      return gapFill(turn, view, msgSeqNum);
    case MsgType.Logout:
      advance(turn, msgSeqNum + 1);
      return answerLogout(turn);
    case MsgType.Logon:
      reject(turn, view, msgSeqNum, logonAgain);
      return advance(turn, msgSeqNum + 1);
    default:
      return deliver(turn, view, msgSeqNum);
  }
}

const logonAgain: ValidationProblem = {
  reason: SessionRejectReason.Other,
  refTagID: null,
  text: 'Logon(35=A) in a session that is logged on',
};

/** A Reject is never answered by a Reject: the two would go on for ever. */
function refuse(
  turn: Turn,
  view: MessageView,
  msgSeqNum: number,
  problem: ValidationProblem,
): void {
  if (view.msgType === MsgType.Reject)
    note(turn, 'warn', 'a Reject that is itself malformed', { msgSeqNum, problem: problem.text });
  else reject(turn, view, msgSeqNum, problem);
  // Of a GapFill that is no good nothing is believed, its number neither.
  if (view.msgType !== MsgType.SequenceReset) advance(turn, msgSeqNum + 1);
  if (problem === problems.origSendingTimeLater) sendLogout(turn, problem.text);
}

function noteAnswer(turn: Turn, testReqID: string | null): void {
  if (testReqID !== null) turn.actions.push({ type: 'TestAnswered', testReqID });
}

function heartbeat(testReqID: string | null) {
  return admin(MsgType.Heartbeat)
    .string(Tag.TestReqID, testReqID ?? '')
    .end();
}

function gapFill(turn: Turn, view: MessageView, msgSeqNum: number): void {
  const newSeqNo = view.int(Tag.NewSeqNo);
  if (newSeqNo === null || newSeqNo <= msgSeqNum || newSeqNo > maxMsgSeqNum)
    return reject(turn, view, msgSeqNum, newSeqNoProblem(msgSeqNum + 1));
  advance(turn, newSeqNo);
}

function answerLogout(turn: Turn): void {
  if (turn.state.phase === 'LogoutAnswered') return;
  sendAdmin(turn, admin(MsgType.Logout).end());
  if (turn.rules.settings.closeAfterLogout) return disconnect(turn, 'the peer logged out');
  enter(turn, 'LogoutAnswered');
}

/** To the application: its own messages, and the peer's Rejects of what we sent. */
function deliver(turn: Turn, view: MessageView, msgSeqNum: number): void {
  if (view.msgType !== MsgType.Reject && isHeldBack(turn, view, msgSeqNum)) {
    if (turn.state.phase !== 'Disconnected') advance(turn, msgSeqNum + 1);
    return;
  }
  turn.actions.push({
    type: 'Deliver',
    view,
    msgSeqNum,
    possDup: isPossDup(view),
    possResend: view.bool(Tag.PossResend) === true,
    origSendingTime: view.utcTimestamp(Tag.OrigSendingTime),
  });
  advance(turn, msgSeqNum + 1);
}
