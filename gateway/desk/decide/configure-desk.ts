// Instruments and limits as data: only what differs from the state makes an event.

import type { ConfigureDesk, Event } from '../../../spec/events/index.ts';
import { type Instrument, type Limits, limitFigure, unlimited } from '../../../spec/terms/index.ts';
import { changesOf, configuredLimits } from '../evolve/limits.ts';
import { type DeskView, limitsKey } from '../evolve/state.ts';

export function configureDesk(state: DeskView, command: ConfigureDesk): readonly Event[] {
  const events: Event[] = [];
  for (const wanted of command.instruments) {
    const known = state.instruments.get(wanted.instrumentID);
    const version = known?.version ?? 0;
    const instrument: Instrument = { ...wanted, version };
    if (known !== undefined && isSame(known, instrument)) continue;
    events.push({ type: 'InstrumentDefined', instrument: { ...instrument, version: version + 1 } });
  }
  for (const limits of command.limits) events.push(...limitsAs(state, limits));
  if (command.limits.length === 0) return events;
  // What the configuration does not limit any more has no limit of it any more.
  const wanted = new Set(command.limits.map(limitsKey));
  for (const [key, known] of state.limits) {
    if (!wanted.has(key)) events.push(...limitsAs(state, unlimited(known)));
  }
  return events;
}

/**
 * An operator's change stands until the configuration's own figure is another than it was when the change
 * was made: then the configuration has the last word.
 */
function limitsAs(state: DeskView, limits: Limits): readonly Event[] {
  const known = state.limits.get(limitsKey(limits));
  if (known !== undefined && isSame(configuredLimits(state, known), limits)) return [];
  const over = changesOf(state, limits).flatMap((change): readonly Event[] => {
    const { scope, scopeID, name, value: before, configured } = change;
    const after = limitFigure(limits, name);
    if (after === configured) return [];
    const by = { who: 'configuration', reason: 'the configuration has another figure now' };
    return [{ type: 'LimitReset', scope, scopeID, name, ...by, before, after }];
  });
  return [...over, { type: 'LimitsSet', limits }];
}

function isSame(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  const left = Object.entries(a);
  if (left.length !== Object.keys(b).length) return false;
  return left.every(([key, value]) => isSame(value, (b as Record<string, unknown>)[key]));
}
