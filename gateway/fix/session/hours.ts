// A session keeps its hours: it ends when its window does, and its numbers begin again with the next.

import { openEpoch, sendLogout, type Turn } from './turn.ts';

/** A new window since the epoch began: the numbers begin again, before anything is numbered in it. */
export function resetIfDue(turn: Turn): void {
  if (isResetDue(turn)) openEpoch(turn);
}

/** Called with the clock. Who is logged on is logged out when its window has ended. */
export function keepHours(turn: Turn): void {
  const { state } = turn;
  if (state.phase === 'Disconnected') return resetIfDue(turn);
  if (state.phase !== 'LoggedOn') return;
  const text = closedText(turn);
  if (text !== null) return sendLogout(turn, text);
  if (isResetDue(turn)) sendLogout(turn, 'the window has ended; the next has begun, from number 1');
}

/** What a Logon outside the hours is told; null: the session is open. */
export function closedText({ rules, now }: Turn): string | null {
  const { schedule = null } = rules;
  if (schedule === null) return null;
  const { window, opensAt } = schedule.at(now);
  if (window !== null) return null;
  const opening = opensAt === null ? 'not within a year' : schedule.say(opensAt);
  return `the session is closed; it opens: ${opening}`;
}

function isResetDue({ rules, state, now }: Turn): boolean {
  const { schedule = null } = rules;
  if (schedule === null || !schedule.resetSequence) return false;
  const { window } = schedule.at(now);
  return window !== null && state.epochSince < window.beganAt;
}
