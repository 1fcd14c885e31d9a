// An operator throws a kill switch, asks what is left behind it, or lifts it.

import { killed } from '../../../risk/index.ts';
import type { EngageKill, Event, RearmKill } from '../../../spec/events/index.ts';
import { type DeskView, killKey } from '../evolve/state.ts';
import { residueOf } from '../residue.ts';
import type { Context } from './context.ts';
import { refuseOperator } from './resume-venue.ts';
import { scopeNamed, unknownScope } from './scopes.ts';

/** So many children are asked about by one event, the oldest first: a bound on its bytes. */
const ASKED_MOST = 1_000;

/**
 * The switch is on record before anything follows from it: the orders that it reaches are stopped each in a
 * turn of its own behind it, so that one that cannot be decided holds up no other.
 */
export function engageKill(
  state: DeskView,
  command: EngageKill,
  context: Context,
): readonly Event[] {
  const { who, reason } = command;
  const target = scopeNamed(state, command);
  if (!state.kills.has(killKey(target))) {
    // What is in no configuration any more and still open can be stopped too.
    const isOpen = residueOf(state, target).orders.length > 0;
    const unknown = isOpen ? null : unknownScope(state, target, context);
    if (unknown !== null) return refuseOperator(command, unknown);
    return [{ type: 'KillEngaged', ...target, who, reason }];
  }
  const { children } = residueOf(state, target);
  const asked = children.slice(0, ASKED_MOST).map(({ venueID, childID }) => ({ venueID, childID }));
  return [{ type: 'KillVerified', ...target, who, reason, asked }];
}

export function rearmKill(state: DeskView, command: RearmKill): readonly Event[] {
  const { who, reason } = command;
  const target = scopeNamed(state, command);
  if (state.kills.has(killKey(target))) return [{ type: 'KillRearmed', ...target, who, reason }];
  return refuseOperator(command, `no kill switch of ${killed(target)} is active`);
}
