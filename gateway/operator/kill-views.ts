// The kill switches that are active, what one would reach, and what is left behind it.

import type { Child } from '../../spec/events/index.ts';
import { type KillScope, type KillTarget, asInstrumentID } from '../../spec/terms/index.ts';
import { isoTime } from '../../spec/units/index.ts';
import { type DeskView, residueOf } from '../desk/index.ts';

export interface KillRow extends LeftRow {
  readonly since: string;
  readonly who: string;
  readonly reason: string;
}

/** What is open in a scope: orders, and their children by venue. */
export interface LeftRow {
  readonly scope: KillScope;
  /** Of an instrument its symbol; empty for the firm. */
  readonly id: string;
  readonly orders: number;
  readonly venues: readonly VenueLeft[];
}

export interface VenueLeft {
  readonly venueID: string;
  /** Children that have not ended, those in doubt among them. */
  readonly open: number;
  /** It is not known whether they, or their cancels, arrived. */
  readonly inDoubt: number;
}

export function killRows(desk: DeskView): readonly KillRow[] {
  return [...desk.kills.values()].map((kill) => {
    const { who, reason, since } = kill;
    return { ...leftIn(desk, kill), since: isoTime(since), who, reason };
  });
}

/** As it stands; of a name that nothing here has, nothing. */
export function leftIn(desk: DeskView, { scope, scopeID: named }: KillTarget): LeftRow {
  const scopeID = scope === 'instrument' ? (desk.bySymbol.get(named) ?? named) : named;
  const { orders, children } = residueOf(desk, { scope, scopeID });
  const known = scope === 'instrument' ? desk.instruments.get(asInstrumentID(scopeID)) : undefined;
  return { scope, id: known?.symbol ?? scopeID, orders: orders.length, venues: byVenue(children) };
}

function byVenue(children: readonly Child[]): readonly VenueLeft[] {
  const venues = new Map<string, { venueID: string; open: number; inDoubt: number }>();
  for (const { venueID, phase, cancel } of children) {
    const at = venues.get(venueID) ?? { venueID, open: 0, inDoubt: 0 };
    venues.set(venueID, at);
    at.open += 1;
    if (phase === 'InDoubt' || cancel === 'InDoubt') at.inDoubt += 1;
  }
  return [...venues.values()];
}
