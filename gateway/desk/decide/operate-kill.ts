// An operator throws a kill switch, asks what is left behind it, or lifts it.

import { killed } from '../../../risk/index.ts';
import type { EngageKill, Event, RearmKill } from '../../../spec/events/index.ts';
import {
  type KillTarget,
  asAccountID,
  asInstrumentID,
  asSessionID,
  asVenueID,
} from '../../../spec/terms/index.ts';
import { type DeskView, killKey } from '../evolve/state.ts';
import { residueOf } from '../residue.ts';
import type { Context } from './context.ts';
import { refuseOperator } from './resume-venue.ts';

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
  const target = targetOf(state, command);
  if (!state.kills.has(killKey(target))) {
    const unknown = unknownIn(state, target, context);
    if (unknown !== null) return refuseOperator(command, unknown);
    return [{ type: 'KillEngaged', ...target, who, reason }];
  }
  const { children } = residueOf(state, target);
  const asked = children.slice(0, ASKED_MOST).map(({ venueID, childID }) => ({ venueID, childID }));
  return [{ type: 'KillVerified', ...target, who, reason, asked }];
}

export function rearmKill(state: DeskView, command: RearmKill): readonly Event[] {
  const { who, reason } = command;
  const target = targetOf(state, command);
  if (state.kills.has(killKey(target))) return [{ type: 'KillRearmed', ...target, who, reason }];
  return refuseOperator(command, `no kill switch of ${killed(target)} is active`);
}

/** An instrument is named by its symbol. */
function targetOf(state: DeskView, { scope, scopeID }: KillTarget): KillTarget {
  if (scope !== 'instrument') return { scope, scopeID };
  return { scope, scopeID: state.bySymbol.get(scopeID) ?? scopeID };
}

/** Null, or what there is not. What is in no configuration any more and still open can be stopped too. */
function unknownIn(state: DeskView, target: KillTarget, context: Context): string | null {
  if (isKnown(state, target, context) || residueOf(state, target).orders.length > 0) return null;
  const { scope, scopeID } = target;
  return scope === 'firm'
    ? `the firm has no name, found ${scopeID}`
    : `there is no ${scope} ${scopeID}`;
}

function isKnown(state: DeskView, { scope, scopeID }: KillTarget, context: Context): boolean {
  switch (scope) {
    case 'firm':
      return scopeID === '';
    case 'account':
      return context.isAccount(asAccountID(scopeID));
    case 'session':
      return context.profile(asSessionID(scopeID)) !== null;
    case 'venue':
      return context.venue(asVenueID(scopeID)) !== null;
    case 'instrument':
      return state.instruments.has(asInstrumentID(scopeID));
  }
}
