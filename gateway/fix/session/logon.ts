// How a session begins: who may, under which numbers, and what is said to whom may not.

import { EncryptMethod, MsgType, Tag } from '../../../spec/dictionaries/index.ts';
import type { MessageView } from '../codec/message-view.ts';
import { advance, expectFill, openGap } from './gap.ts';
import { hasOurCompIDs, isTimely, seqNumOf } from './header.ts';
import { closedText, resetIfDue } from './hours.ts';
import {
  answerRefusal,
  logonRefusal,
  nextExpectedOf,
  saysNextExpected,
  saysTest,
} from './logon-terms.ts';
import { resendUnasked } from './resend.ts';
import type { LogonVerdict } from './state.ts';
import {
  admin,
  disconnect,
  enter,
  logoutAndClose,
  openEpoch,
  sendAdmin,
  type Turn,
} from './turn.ts';

export function opened(turn: Turn, verdict: LogonVerdict | null): void {
  const { settings } = turn.rules;
  turn.state.lastReceivedAt = turn.now;
  turn.state.lastSentAt = turn.now;
  turn.state.verdict = verdict;
  resetIfDue(turn);
  if (settings.role === 'Acceptor') return enter(turn, 'AwaitingLogon');
  const closed = closedText(turn);
  if (closed !== null) return disconnect(turn, closed);
  if (settings.askReset || settings.resetOnLogon) openEpoch(turn);
  enter(turn, 'LogonSent');
  sendLogon(turn, {
    heartBtInt: settings.heartBtInt,
    resetSeqNumFlag: settings.askReset,
    nextExpected: turn.state.nextInMsgSeqNum,
  });
}

/**
 * The acceptor's side. A peer that has not shown who it is learns nothing and gets no message, which
 * would use up a number; one that has shown it gets a Logout that says what to change.
 */
export function receiveFirst(turn: Turn, view: MessageView): void {
  if (view.msgType !== MsgType.Logon) return disconnect(turn, 'the first message is no Logon');
  if (view.beginString !== turn.rules.settings.beginString)
    return disconnect(turn, 'Logon in another version');
  if (!hasOurCompIDs(turn, view)) return disconnect(turn, 'Logon with other CompIDs');
  if (!isTimely(turn, view)) return disconnect(turn, 'Logon with a SendingTime out of tolerance');
  // Without it nothing says in which version a Logout would be read.
  if (turn.rules.dictionary.applVerID !== null && !view.has(Tag.DefaultApplVerID))
    return disconnect(turn, 'Logon without DefaultApplVerID(1137)');
  const denied = denialOf(turn, view);
  if (denied !== null) return logoutAndClose(turn, denied);
  const closed = closedText(turn);
  if (closed !== null) return logoutAndClose(turn, closed);
  resetIfDue(turn);
  const refusal = logonRefusal(turn, view);
  if (refusal !== null) return logoutAndClose(turn, refusal);
  accept(turn, view);
}

/** What a peer reads that has not shown who it is; null: it has. */
function denialOf({ state, rules }: Turn, view: MessageView): string | null {
  const { verdict } = state;
  if (verdict !== null) return verdict.type === 'Denied' ? verdict.text : null;
  const given = { username: view.string(Tag.Username), password: view.string(Tag.Password) };
  return rules.authenticate(given) ? null : notAccepted;
}

export const notAccepted = 'Username(553) or Password(554) is not accepted';

function accept(turn: Turn, view: MessageView): void {
  const { state, rules } = turn;
  const resets = view.bool(Tag.ResetSeqNumFlag) === true;
  const opensEpoch = resets || rules.settings.resetOnLogon;
  if (opensEpoch) openEpoch(turn);
  state.heartBtInt = view.int(Tag.HeartBtInt) ?? rules.settings.heartBtInt;
  begin(turn, opensEpoch);
  const msgSeqNum = seqNumOf(view) ?? state.nextInMsgSeqNum;
  const isNext = msgSeqNum === state.nextInMsgSeqNum;
  sendLogon(turn, {
    heartBtInt: state.heartBtInt,
    resetSeqNumFlag: resets,
    nextExpected: isNext ? msgSeqNum + 1 : state.nextInMsgSeqNum,
  });
  useLogonNumber(turn, view, msgSeqNum);
}

/** A Logon with ResetSeqNumFlag=Y while logged on: both sides begin again without parting. */
export function receiveResetLogon(turn: Turn, view: MessageView): void {
  const { settings } = turn.rules;
  if (settings.role === 'Initiator')
    return logoutAndClose(turn, 'ResetSeqNumFlag(141)=Y was not asked for');
  const refusal = logonRefusal(turn, view);
  if (refusal !== null) return logoutAndClose(turn, refusal);
  accept(turn, view);
}

/** The initiator's side. */
export function receiveLogonAnswer(turn: Turn, view: MessageView): void {
  const { state, rules } = turn;
  if (view.beginString !== rules.settings.beginString || !hasOurCompIDs(turn, view))
    return disconnect(turn, 'the answer comes from another session');
  if (view.msgType === MsgType.Logout)
    return disconnect(turn, `the Logon was refused: ${view.string(Tag.Text) ?? 'no Text(58)'}`);
  if (view.msgType !== MsgType.Logon) return disconnect(turn, 'the answer is no Logon');
  if (!isTimely(turn, view)) return disconnect(turn, 'Logon with a SendingTime out of tolerance');
  const refusal = answerRefusal(turn, view);
  if (refusal !== null) return logoutAndClose(turn, refusal);
  const msgSeqNum = seqNumOf(view) ?? state.nextInMsgSeqNum;
  state.heartBtInt = view.int(Tag.HeartBtInt) ?? rules.settings.heartBtInt;
  begin(turn, rules.settings.askReset || rules.settings.resetOnLogon);
  useLogonNumber(turn, view, msgSeqNum);
}

function begin(turn: Turn, epochOpened: boolean): void {
  enter(turn, 'LoggedOn');
  turn.state.lastReceivedAt = turn.now;
  turn.actions.push({ type: 'LoggedOn', epochOpened });
}

/**
 * A Logon with a number too high is answered, and what came before it is asked for. Where both sides
 * say what they expect next, each sends what the other lacks, up to its own Logon, and neither asks.
 */
function useLogonNumber(turn: Turn, view: MessageView, msgSeqNum: number): void {
  const { nextInMsgSeqNum, logonMsgSeqNum } = turn.state;
  const theirs = nextExpectedOf(turn, view);
  const early = { msgSeqNum, bytes: null, isPossDup: false };
  if (msgSeqNum === nextInMsgSeqNum) advance(turn, msgSeqNum + 1);
  else if (theirs === null) openGap(turn, early);
  else expectFill(turn, early);
  const theyHave = turn.rules.settings.role === 'Acceptor' ? logonMsgSeqNum : logonMsgSeqNum + 1;
  if (theirs !== null && theirs < theyHave) resendUnasked(turn, theirs, logonMsgSeqNum);
}

interface LogonTerms {
  /** Seconds. */
  readonly heartBtInt: number;
  readonly resetSeqNumFlag: boolean;
  /** Of the peer's numbers, once its Logon is used up. */
  readonly nextExpected: number;
}

function sendLogon(turn: Turn, { heartBtInt, resetSeqNumFlag, nextExpected }: LogonTerms): void {
  const { role, credentials } = turn.rules.settings;
  turn.state.logonMsgSeqNum = turn.state.nextOutMsgSeqNum;
  const body = admin(MsgType.Logon)
    .int(Tag.EncryptMethod, EncryptMethod.None)
    .int(Tag.HeartBtInt, heartBtInt);
  const { applVerID } = turn.rules.dictionary;
  if (applVerID !== null) body.string(Tag.DefaultApplVerID, applVerID);
  if (resetSeqNumFlag) body.bool(Tag.ResetSeqNumFlag, true);
  if (saysNextExpected(turn)) body.int(Tag.NextExpectedMsgSeqNum, nextExpected);
  if (saysTest(turn)) body.bool(Tag.TestMessageIndicator, true);
  if (role === 'Initiator' && credentials !== null)
    body.string(Tag.Username, credentials.username).string(Tag.Password, credentials.password);
  sendAdmin(turn, body.end());
}
