// What a Logon has to say for itself: the terms on which a session may begin, for either side.

import { EncryptMethod, MsgType, Tag } from '../../../spec/dictionaries/index.ts';
import type { MessageView } from '../codec/message-view.ts';
import { validate } from '../codec/validate.ts';
import { seqNumOf } from './header.ts';
import type { Turn } from './turn.ts';

/** Why this Logon of a known peer is refused, as it is to read it; or null. */
export function logonRefusal(turn: Turn, view: MessageView): string | null {
  const { settings } = turn.rules;
  const resets = view.bool(Tag.ResetSeqNumFlag) === true;
  const startsOver = resets || settings.resetOnLogon;
  return (
    termsProblem(turn, view) ??
    heartBtIntProblem(turn, view) ??
    (resets && !settings.acceptReset
      ? 'ResetSeqNumFlag(141)=Y is not accepted on this session'
      : null) ??
    resetNumberProblem(view, resets) ??
    numberProblem(view, startsOver ? 1 : turn.state.nextInMsgSeqNum) ??
    nextExpectedProblem(turn, view, startsOver ? 1 : turn.state.nextOutMsgSeqNum)
  );
}

/** Why the answer to our Logon is refused. */
export function answerRefusal(turn: Turn, view: MessageView): string | null {
  const { state, rules } = turn;
  const { askReset } = rules.settings;
  const resets = view.bool(Tag.ResetSeqNumFlag) === true;
  return (
    termsProblem(turn, view) ??
    heartBtIntProblem(turn, view) ??
    (resets && !askReset ? 'ResetSeqNumFlag(141)=Y was not asked for' : null) ??
    resetNumberProblem(view, askReset) ??
    numberProblem(view, state.nextInMsgSeqNum) ??
    nextExpectedProblem(turn, view, state.nextOutMsgSeqNum)
  );
}

/** NextExpectedMsgSeqNum(789) of a Logon, where both sides go by it; else null. */
export function nextExpectedOf(turn: Turn, view: MessageView): number | null {
  return saysNextExpected(turn) ? view.int(Tag.NextExpectedMsgSeqNum) : null;
}

export function saysNextExpected({ rules }: Turn): boolean {
  return rules.settings.nextExpectedMsgSeqNum && hasLogonField(rules, Tag.NextExpectedMsgSeqNum);
}

/** TestMessageIndicator(464) is from FIX 4.3 on. */
export function saysTest({ rules }: Turn): boolean {
  return rules.settings.testSession && hasLogonField(rules, Tag.TestMessageIndicator);
}

function hasLogonField({ dictionary }: Turn['rules'], tag: number): boolean {
  return (dictionary.messages.get(MsgType.Logon)?.membership[tag] ?? 0) !== 0;
}

/** What holds for a Logon in either direction, whatever its number. */
function termsProblem(turn: Turn, view: MessageView): string | null {
  const problem = validate(view, turn.rules.settings.validation);
  if (problem !== null) return problem.text;
  if (view.int(Tag.EncryptMethod) !== EncryptMethod.None) return 'EncryptMethod(98) must be 0';
  return applVerIDProblem(turn, view) ?? testProblem(turn, view);
}

/** Both sides of a FIXT session have one default here; a message may name another. */
function applVerIDProblem(turn: Turn, view: MessageView): string | null {
  const { applVerID, version } = turn.rules.dictionary;
  if (applVerID === null || view.string(Tag.DefaultApplVerID) === applVerID) return null;
  return `DefaultApplVerID(1137) must be ${applVerID}, ${version}`;
}

/** An order for practice must not reach a market, nor a real one a practice ground. */
function testProblem(turn: Turn, view: MessageView): string | null {
  const isTest = view.bool(Tag.TestMessageIndicator) === true;
  if (isTest && !turn.rules.settings.testSession)
    return 'TestMessageIndicator(464)=Y: this session is for production';
  return saysTest(turn) && !isTest
    ? 'TestMessageIndicator(464) must be Y: this session is for tests'
    : null;
}

/** The range is the acceptor's to set. An initiator takes what it asked for, or another within its own. */
function heartBtIntProblem({ rules }: Turn, view: MessageView): string | null {
  const { role, heartBtInt, minHeartBtInt, maxHeartBtInt } = rules.settings;
  const given = view.int(Tag.HeartBtInt);
  if (role === 'Initiator' && given === heartBtInt) return null;
  if (given !== null && given >= minHeartBtInt && given <= maxHeartBtInt) return null;
  return `HeartBtInt(108) must be from ${minHeartBtInt} to ${maxHeartBtInt}`;
}

function resetNumberProblem(view: MessageView, resets: boolean): string | null {
  return resets && seqNumOf(view) !== 1
    ? 'MsgSeqNum(34) must be 1 with ResetSeqNumFlag(141)=Y'
    : null;
}

function numberProblem(view: MessageView, expected: number): string | null {
  const msgSeqNum = seqNumOf(view);
  if (msgSeqNum === null) return 'MsgSeqNum(34) is missing or no number';
  if (msgSeqNum >= expected) return null;
  return `MsgSeqNum(34) too low, expecting ${expected} but received ${msgSeqNum}`;
}

/** Who expects what we have not sent has lost count, or we have. */
function nextExpectedProblem(turn: Turn, view: MessageView, nextOut: number): string | null {
  const theirs = nextExpectedOf(turn, view);
  if (theirs === null || (theirs >= 1 && theirs <= nextOut)) return null;
  return `NextExpectedMsgSeqNum(789) must be from 1 to ${nextOut}, but is ${theirs}`;
}
