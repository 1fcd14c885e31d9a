// What time alone brings: heartbeats, test requests, time-outs, a gap that nobody fills.

import { MsgType, Tag } from '../../../spec/dictionaries/index.ts';
import { unreachable } from '../../../spec/proof/index.ts';
import { askAgain } from './gap.ts';
import {
  admin,
  disconnect,
  logoutAndClose,
  nsPerMs,
  nsPerSecond,
  sendAdmin,
  type Turn,
} from './turn.ts';

/** Transmission may take a fifth of the interval; the standard says "some reasonable time". */
const graceDivisor = 5n;

/** What the clock's tick says besides the time. */
interface Hearing {
  readonly isHeld: boolean;
  readonly isDeaf?: boolean;
  readonly heardUntil?: bigint;
}

export function keepAlive(turn: Turn, hearing: Hearing): void {
  const { state, rules } = turn;
  const heardUntil = hearing.heardUntil ?? turn.now;
  const timeOut = (boundMs: number, reason: string): void => {
    if (heardUntil - state.phaseSince >= BigInt(boundMs) * nsPerMs) disconnect(turn, reason);
  };
  switch (state.phase) {
    case 'Disconnected':
      return;
    case 'AwaitingLogon':
    case 'LogonSent':
      return timeOut(rules.settings.logonTimeoutMs, 'no Logon in time');
    case 'LogoutSent':
      return timeOut(rules.settings.logoutTimeoutMs, 'Logout unanswered');
    case 'LogoutAnswered':
      return timeOut(rules.settings.logoutTimeoutMs, 'the peer logged out');
    case 'LoggedOn':
      heartbeats(turn, hearing, heardUntil);
      return watchGap(turn);
    default:
      return unreachable(state.phase);
  }
}

/**
 * Silence for the interval and a grace: TestRequest; as long again: the end. While one is unanswered
 * no heartbeat follows: the TestRequest was one, and the peer's own patience outlasts ours.
 */
function heartbeats(turn: Turn, { isHeld, isDeaf = false }: Hearing, heardUntil: bigint): void {
  const { state, now } = turn;
  if (state.heartBtInt === 0) return;
  const interval = BigInt(state.heartBtInt) * nsPerSecond;
  const patience = interval + interval / graceDivisor;
  if (isDeaf) state.lastReceivedAt = now;
  if (state.testRequest !== null) {
    // A TestRequest behind a slow disk has not been asked yet.
    if (isHeld || isDeaf) state.testRequest = { ...state.testRequest, sentAt: now };
    if (heardUntil - state.testRequest.sentAt >= patience)
      disconnect(turn, 'TestRequest unanswered');
    return;
  }
  if (heardUntil - state.lastReceivedAt >= patience) return sendTestRequest(turn);
  if (now - state.lastSentAt >= interval) sendAdmin(turn, admin(MsgType.Heartbeat).end());
}

/** A question of the application's own: unanswered, it ends nothing. */
export function requestTest(turn: Turn, testReqID: string): void {
  if (turn.state.phase !== 'LoggedOn') return;
  sendAdmin(turn, admin(MsgType.TestRequest).string(Tag.TestReqID, testReqID).end());
}

function sendTestRequest(turn: Turn): void {
  const { state, rules, now } = turn;
  const fresh = `TEST-${state.epoch}-${state.nextOutMsgSeqNum}`;
  const testReqID = rules.settings.testReqID ?? fresh;
  sendAdmin(turn, admin(MsgType.TestRequest).string(Tag.TestReqID, testReqID).end());
  state.testRequest = { testReqID, sentAt: now };
}

function watchGap(turn: Turn): void {
  const { gap, nextInMsgSeqNum } = turn.state;
  if (gap === null || turn.state.phase !== 'LoggedOn') return;
  if (turn.now - gap.requestedAt < BigInt(turn.rules.settings.resendPatienceMs) * nsPerMs) return;
  if (!askAgain(turn))
    logoutAndClose(turn, `MsgSeqNum(34) ${nextInMsgSeqNum} was asked for and did not come`);
}
