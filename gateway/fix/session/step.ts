// The session layer: one input in, the next state and what is to be done out. No clock, no socket.
// Source: FIX Session Layer (FIX 4.4 volume 2, session protocol), and the session test cases 1 to 20.

import { unreachable } from '../../../spec/proof/index.ts';
import { copyOfState } from './copy-of-state.ts';
import { keepHours } from './hours.ts';
import { keepAlive, requestTest } from './keep-alive.ts';
import { opened, receiveFirst, receiveLogonAnswer } from './logon.ts';
import { receiveInSession, takeEarly } from './receive.ts';
import { resendPage } from './resend.ts';
import type { SessionRules } from './settings.ts';
import type { SessionAction, SessionInput, SessionState, Step } from './state.ts';
import { leave, note, sendApplication, sendLogout, sendReject, type Turn } from './turn.ts';

/** Pure: the same state and input give the same bytes. Reads the input's view, keeps none of it. */
export function step(rules: SessionRules, state: SessionState, input: SessionInput): Step {
  // An array made by its constructor has room for four: one that begins as `[]` takes room for 17 with its first.
  const actions = new Array<SessionAction>();
  const turn: Turn = { rules, state: copyOfState(state), actions, now: input.now };
  take(turn, input);
  return { state: turn.state, actions: turn.actions };
}

function take(turn: Turn, input: SessionInput): void {
  switch (input.type) {
    case 'TransportOpened':
      return opened(turn, input.verdict ?? null);
    case 'MessageReceived':
      return received(turn, input);
    case 'EarlyDue':
      return takeEarly(turn);
    case 'GarbledReceived':
      return note(turn, 'warn', 'garbled message ignored', { cause: input.cause });
    case 'ClockTicked':
      keepAlive(turn, input);
      return keepHours(turn);
    case 'TransportClosed':
      return closed(turn, input.cause);
    case 'SendApplication':
      return sendApplication(turn, input.body, {
        possResend: input.possResend,
        further: input.headerFields,
      });
    case 'RejectMessage':
      return sendReject(turn, input.rejection);
    case 'Logout':
      return logout(turn, input.text);
    case 'RequestTest':
      return requestTest(turn, input.testReqID);
    case 'ResendPage':
      return resendPage(turn, input);
    case 'ReservationDurable':
      return reserved(turn, input);
    default:
      return unreachable(input);
  }
}

function received(turn: Turn, { view }: Extract<SessionInput, { type: 'MessageReceived' }>): void {
  switch (turn.state.phase) {
    case 'Disconnected': // The rest of a chunk after a disconnect.
      return;
    case 'AwaitingLogon':
      return receiveFirst(turn, view);
    case 'LogonSent':
      return receiveLogonAnswer(turn, view);
    case 'LoggedOn':
    case 'LogoutSent':
    case 'LogoutAnswered':
      return receiveInSession(turn, view);
    default:
      return unreachable(turn.state.phase);
  }
}

function closed(turn: Turn, cause: string): void {
  if (turn.state.phase !== 'Disconnected') leave(turn, cause);
}

function logout(turn: Turn, text: string): void {
  if (turn.state.phase === 'LoggedOn') sendLogout(turn, text);
}

/** An answer to an older epoch's question says nothing of this one's numbers. */
function reserved(
  turn: Turn,
  { epoch, end }: Extract<SessionInput, { type: 'ReservationDurable' }>,
): void {
  const { state } = turn;
  if (epoch === state.epoch && end > state.reservedOutEnd) state.reservedOutEnd = end;
}
