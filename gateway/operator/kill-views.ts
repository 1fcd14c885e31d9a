// The kill switches that are active, what one would reach, and what is left behind it.

import type { Child } from '../../spec/events/index.ts';
import {
  type KillScope,
  type KillTarget,
  type VenueID,
  asInstrumentID,
} from '../../spec/terms/index.ts';
import { isoTime } from '../../spec/units/index.ts';
import type { UnknownOrder } from '../../spec/venues/index.ts';
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
  /**
   * Of the firm, an account or a venue, once its switch is active: venues that have further orders of the account open,
   * which the desk does not know, or that have not answered yet what is open there.
   */
  readonly unknown: readonly UnknownLeft[];
}

export interface UnknownLeft {
  readonly venueID: string;
  /** False: it was asked, and what stands here is its answer of before. */
  readonly isAnswered: boolean;
  readonly orders: readonly UnknownRow[];
  /** Further ones, of which no row is made. */
  readonly more: number;
}

export interface UnknownRow {
  readonly symbol: string;
  readonly venueOrderID: string;
  readonly clOrdID: string;
  /** The id is of this desk's form: a cancel was sent. */
  readonly isCancelled: boolean;
}

/** What venues have open beside the desk's orders, by what they have said. */
export type UnknownOrders = () => readonly {
  readonly venueID: VenueID;
  readonly isAwaited: boolean;
  readonly orders: readonly UnknownOrder[];
}[];

export interface VenueLeft {
  readonly venueID: string;
  /** Children that have not ended, those in doubt among them. */
  readonly open: number;
  /** It is not known whether they, or their cancels, arrived. */
  readonly inDoubt: number;
}

export function killRows(desk: DeskView, unknown: UnknownOrders): readonly KillRow[] {
  return [...desk.kills.values()].map((kill) => {
    const { who, reason, since } = kill;
    return { ...leftIn(desk, kill, unknown), since: isoTime(since), who, reason };
  });
}

/** As it stands; of a name that nothing here has, nothing. */
export function leftIn(
  desk: DeskView,
  { scope, scopeID: named }: KillTarget,
  unknown: UnknownOrders,
): LeftRow {
  const scopeID = scope === 'instrument' ? (desk.bySymbol.get(named) ?? named) : named;
  const { orders, children } = residueOf(desk, { scope, scopeID });
  const known = scope === 'instrument' ? desk.instruments.get(asInstrumentID(scopeID)) : undefined;
  return {
    scope,
    id: known?.symbol ?? scopeID,
    orders: orders.length,
    venues: byVenue(children),
    unknown: isActive(desk, { scope, scopeID }) ? unknownIn({ scope, scopeID }, unknown) : [],
  };
}

function isActive(desk: DeskView, target: KillTarget): boolean {
  return [...desk.kills.values()].some(
    ({ scope, scopeID }) => scope === target.scope && scopeID === target.scopeID,
  );
}

/** Rows of one venue; a person who sees more looks at the venue itself. */
const ROWS_MOST = 100;

function unknownIn({ scope, scopeID }: KillTarget, unknown: UnknownOrders): readonly UnknownLeft[] {
  if (scope === 'session' || scope === 'instrument') return [];
  return unknown()
    .filter(({ venueID }) => scope !== 'venue' || venueID === scopeID)
    .filter(({ isAwaited, orders }) => isAwaited || orders.length > 0)
    .map(({ venueID, isAwaited, orders }) => ({
      venueID,
      isAnswered: !isAwaited,
      orders: orders.slice(0, ROWS_MOST).map((order) => ({
        symbol: order.venueSymbol,
        venueOrderID: order.venueOrderID,
        clOrdID: order.clientOrderID,
        isCancelled: order.isOurs,
      })),
      more: Math.max(0, orders.length - ROWS_MOST),
    }));
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
