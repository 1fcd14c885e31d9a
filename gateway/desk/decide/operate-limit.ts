// An operator changes a limit while the desk runs, or takes the change back.

import { whose } from '../../../risk/index.ts';
import type { Event, LimitPlace, ResetLimit, SetLimit } from '../../../spec/events/index.ts';
import {
  type LimitKind,
  asInstrumentID,
  limitFigure,
  limitKinds,
} from '../../../spec/terms/index.ts';
import { limitsOf } from '../evolve/limits.ts';
import { type DeskView, limitKey } from '../evolve/state.ts';
import type { Context } from './context.ts';
import { refuseOperator } from './resume-venue.ts';
import { scopeNamed, unknownScope } from './scopes.ts';

export function setLimit(state: DeskView, command: SetLimit, context: Context): readonly Event[] {
  const place = placeOf(state, command);
  const objection =
    unknownScope(state, place, context) ??
    wrongScope(place, limitKinds[place.name]) ??
    wrongCurrency(state, place, command);
  if (objection !== null) return refuseOperator(command, objection);
  const { who, reason, value: after } = command;
  const before = limitFigure(limitsOf(state, place), place.name);
  const known = state.limitChanges.get(limitKey(place));
  const configured = known === undefined ? before : known.configured;
  return [{ type: 'LimitChanged', ...place, who, reason, before, after, configured }];
}

export function resetLimit(state: DeskView, command: ResetLimit): readonly Event[] {
  const place = placeOf(state, command);
  const change = state.limitChanges.get(limitKey(place));
  if (change === undefined) {
    return refuseOperator(command, `${whose(place)} ${place.name} is as configured`);
  }
  const { who, reason } = command;
  const { value: before, configured: after } = change;
  return [{ type: 'LimitReset', ...place, who, reason, before, after }];
}

function placeOf(state: DeskView, { scope, scopeID, name }: LimitPlace): LimitPlace {
  return { ...scopeNamed(state, { scope, scopeID }), name };
}

function wrongScope({ scope, name }: LimitPlace, { isRate }: LimitKind): string | null {
  if (!isRate || scope === 'firm' || scope === 'session') return null;
  return `${name} is a limit of the firm and of sessions, not of an ${scope}`;
}

/**
 * An amount is compared with the cost in an instrument's quote currency, and none is converted: it can be
 * set where all instruments below have the same one.
 */
function wrongCurrency(
  state: DeskView,
  { scope, scopeID, name }: LimitPlace,
  { value, currency }: SetLimit,
): string | null {
  if (limitKinds[name].unit !== 'amount' || value === null) return null;
  const instruments = [...state.instruments.values()].filter(
    ({ instrumentID }) => scope !== 'instrument' || instrumentID === asInstrumentID(scopeID),
  );
  const quotes = [...new Set(instruments.map(({ quote }) => quote))];
  if (quotes.length > 1) {
    return `instruments have the quotes ${quotes.join(', ')}: set ${name} for each instrument`;
  }
  const [quote] = quotes;
  if (currency === null || quote === undefined || currency === quote) return null;
  return `${name} is an amount of ${quote}, found ${currency}`;
}
