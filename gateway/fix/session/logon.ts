// How a session begins: who may, under which numbers, and what is said to whom may not.

import { EncryptMethod, MsgType, Tag } from '../../../spec/dictionaries/index.ts';
import type { MessageView } from '../codec/message-view.ts';
import { validate } from '../codec/validate.ts';
import { advance, openGap } from './gap.ts';
import { hasOurCompIDs, isTimely, seqNumOf } from './header.ts';
import {
  admin,
  disconnect,
  enter,
  logoutAndClose,
  openEpoch,
  sendAdmin,
  type Turn,
} from './turn.ts';

export function opened(turn: Turn): void {
  const { settings } = turn.rules;
  turn.state.lastReceivedAt = turn.now;
  turn.state.lastSentAt = turn.now;
  if (settings.role === 'Acceptor') return enter(turn, 'AwaitingLogon');
  if (settings.askReset || settings.resetOnLogon) openEpoch(turn);
  enter(turn, 'LogonSent');
  sendLogon(turn, settings.heartBtInt, settings.askReset);
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
  const given = { username: view.string(Tag.Username), password: view.string(Tag.Password) };
  if (!turn.rules.authenticate(given))
    return logoutAndClose(turn, 'Username(553) or Password(554) is not accepted');
  const refusal = logonRefusal(turn, view);
  if (refusal !== null) return logoutAndClose(turn, refusal);
  accept(turn, view);
}

/** Why this Logon of a known peer is refused, as it is to read it; or null. */
function logonRefusal(turn: Turn, view: MessageView): string | null {
  const { settings } = turn.rules;
  const problem = validate(view, settings.validation);
  if (problem !== null) return problem.text;
  const encryptMethod = view.int(Tag.EncryptMethod);
  if (encryptMethod !== EncryptMethod.None) return 'EncryptMethod(98) must be 0';
  const otherVersion = applVerIDProblem(turn, view);
  if (otherVersion !== null) return otherVersion;
  const heartBtInt = view.int(Tag.HeartBtInt);
  if (
    heartBtInt === null ||
    heartBtInt < settings.minHeartBtInt ||
    heartBtInt > settings.maxHeartBtInt
  )
    return `HeartBtInt(108) must be from ${settings.minHeartBtInt} to ${settings.maxHeartBtInt}`;
  const msgSeqNum = seqNumOf(view);
  if (msgSeqNum === null) return 'MsgSeqNum(34) is missing or no number';
  const resets = view.bool(Tag.ResetSeqNumFlag) === true;
  if (resets && msgSeqNum !== 1) return 'MsgSeqNum(34) must be 1 with ResetSeqNumFlag(141)=Y';
  const expected = resets || settings.resetOnLogon ? 1 : turn.state.nextInMsgSeqNum;
  if (msgSeqNum < expected)
    return `MsgSeqNum(34) too low, expecting ${expected} but received ${msgSeqNum}`;
  return null;
}

/** Both sides of a FIXT session have one default here; a message may name another. */
function applVerIDProblem(turn: Turn, view: MessageView): string | null {
  const { applVerID, version } = turn.rules.dictionary;
  if (applVerID === null || view.string(Tag.DefaultApplVerID) === applVerID) return null;
  return `DefaultApplVerID(1137) must be ${applVerID}, ${version}`;
}

function accept(turn: Turn, view: MessageView): void {
  const { state, rules } = turn;
  const resets = view.bool(Tag.ResetSeqNumFlag) === true;
  const opensEpoch = resets || rules.settings.resetOnLogon;
  if (opensEpoch) openEpoch(turn);
  state.heartBtInt = view.int(Tag.HeartBtInt) ?? rules.settings.heartBtInt;
  begin(turn, opensEpoch);
  sendLogon(turn, state.heartBtInt, resets);
  useLogonNumber(turn, seqNumOf(view) ?? state.nextInMsgSeqNum);
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
  const problem = validate(view, rules.settings.validation);
  if (problem !== null) return logoutAndClose(turn, problem.text);
  const otherVersion = applVerIDProblem(turn, view);
  if (otherVersion !== null) return logoutAndClose(turn, otherVersion);
  const msgSeqNum = seqNumOf(view);
  if (msgSeqNum === null) return logoutAndClose(turn, 'MsgSeqNum(34) is missing or no number');
  if (view.bool(Tag.ResetSeqNumFlag) === true && !rules.settings.askReset)
    return logoutAndClose(turn, 'ResetSeqNumFlag(141)=Y was not asked for');
  if (msgSeqNum < state.nextInMsgSeqNum)
    return logoutAndClose(
      turn,
      `MsgSeqNum(34) too low, expecting ${state.nextInMsgSeqNum} but received ${msgSeqNum}`,
    );
  state.heartBtInt = view.int(Tag.HeartBtInt) ?? rules.settings.heartBtInt;
  begin(turn, rules.settings.askReset || rules.settings.resetOnLogon);
  useLogonNumber(turn, msgSeqNum);
}

function begin(turn: Turn, epochOpened: boolean): void {
  enter(turn, 'LoggedOn');
  turn.state.lastReceivedAt = turn.now;
  turn.actions.push({ type: 'LoggedOn', epochOpened });
}

/** A Logon with a number too high is answered, and what came before it is asked for. */
function useLogonNumber(turn: Turn, msgSeqNum: number): void {
  if (msgSeqNum === turn.state.nextInMsgSeqNum) return advance(turn, msgSeqNum + 1);
  openGap(turn, { msgSeqNum, bytes: null });
}

function sendLogon(turn: Turn, heartBtInt: number, resetSeqNumFlag: boolean): void {
  const { role, credentials } = turn.rules.settings;
  const body = admin(MsgType.Logon)
    .int(Tag.EncryptMethod, EncryptMethod.None)
    .int(Tag.HeartBtInt, heartBtInt);
  const { applVerID } = turn.rules.dictionary;
  if (applVerID !== null) body.string(Tag.DefaultApplVerID, applVerID);
  if (resetSeqNumFlag) body.bool(Tag.ResetSeqNumFlag, true);
  if (role === 'Initiator' && credentials !== null)
    body.string(Tag.Username, credentials.username).string(Tag.Password, credentials.password);
  sendAdmin(turn, body.end());
}
