// Instruments and limits as data: only what differs from the state makes an event.

import type { ConfigureDesk, Event } from '../../../spec/events/index.ts';
import type { Instrument, Limits } from '../../../spec/terms/index.ts';
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
  for (const limits of command.limits) {
    const known: Limits | undefined = state.limits.get(limitsKey(limits));
    if (known !== undefined && isSame(known, limits)) continue;
    events.push({ type: 'LimitsSet', limits });
  }
  return events;
}

function isSame(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  const left = Object.entries(a);
  if (left.length !== Object.keys(b).length) return false;
  return left.every(([key, value]) => isSame(value, (b as Record<string, unknown>)[key]));
}
