// The limits that hold, how much of each is taken, and who changed it last.

import { type Exposure, emptyExposure, openTotals } from '../../risk/index.ts';
import type { LimitChange, Position } from '../../spec/events/index.ts';
import {
  type AccountID,
  type LimitName,
  type LimitScope,
  type Limits,
  type SessionID,
  asSessionID,
  formatLimit,
  limitFigure,
  limitKinds,
} from '../../spec/terms/index.ts';
import { isoTime } from '../../spec/units/index.ts';
import type { DeskView } from '../desk/index.ts';

export interface LimitRow {
  readonly scope: LimitScope;
  /** Of an instrument its symbol; empty for the firm. */
  readonly id: string;
  readonly name: LimitName;
  /** `none`: no limit. An amount without its currency, which is `unit`. */
  readonly limit: string;
  /** The currency, `bps`, or empty for a count. A quantity of several instruments: `base`. */
  readonly unit: string;
  /** Held, or open; null where the limit looks at one order, or one second, alone. */
  readonly used: string | null;
  /** What open orders could still add. */
  readonly reserved: string | null;
  /** Below zero: a limit was lowered under what is there. */
  readonly headroom: string | null;
  /** Of a position: the account and instrument that are nearest to the limit. */
  readonly nearest: string | null;
  /** Null: as configured. */
  readonly changed: {
    readonly who: string;
    readonly when: string;
    readonly reason: string;
    readonly configured: string;
  } | null;
}

/** The accounts that a session may trade for. */
type AccountsOf = (sessionID: SessionID) => readonly AccountID[];

/** Each limit that is set, and each that an operator has changed: firm, sessions, accounts, instruments. */
export function limitRows(desk: DeskView, accountsOf: AccountsOf): readonly LimitRow[] {
  const order: readonly LimitScope[] = ['firm', 'session', 'account', 'instrument'];
  const all = [...desk.limits.values()].toSorted(
    (a, b) => order.indexOf(a.scope) - order.indexOf(b.scope),
  );
  return all.flatMap((limits) =>
    LIMIT_NAMES.flatMap((name): readonly LimitRow[] => {
      const change = changeOf(desk, limits, name);
      if (limits[name] === null && change === null) return [];
      return [rowOf(desk, limits, { name, change, accountsOf })];
    }),
  );
}

const LIMIT_NAMES: readonly LimitName[] = [
  'maxOrderQty',
  'maxOrderNotional',
  'priceCollarBps',
  'maxLongPosition',
  'maxShortPosition',
  'maxOpenOrders',
  'maxOpenNotional',
  'maxOrdersPerSecond',
  'maxMessagesPerSecond',
];

interface Asked {
  readonly name: LimitName;
  readonly change: LimitChange | null;
  readonly accountsOf: AccountsOf;
}

function rowOf(desk: DeskView, limits: Limits, { name, change, accountsOf }: Asked): LimitRow {
  const { scope } = limits;
  const figure = limitFigure(limits, name);
  const taken = takenOf(desk, limits, name, accountsOf);
  const shown = (value: bigint | null): string | null =>
    value === null ? null : formatLimit(name, value);
  const free = figure === null || taken === null ? null : figure - taken.used - taken.reserved;
  return {
    scope,
    id: symbolOf(desk, limits),
    name,
    limit: shown(figure) ?? 'none',
    unit: unitOf(desk, limits, name),
    used: shown(taken?.used ?? null),
    reserved: shown(taken?.reserved ?? null),
    headroom: shown(free),
    nearest: taken?.nearest ?? null,
    changed:
      change === null
        ? null
        : {
            who: change.who,
            when: isoTime(change.at),
            reason: change.reason,
            configured: shown(change.configured) ?? 'none',
          },
  };
}

interface Taken {
  readonly used: bigint;
  readonly reserved: bigint;
  readonly nearest: string | null;
}

/** In the unit of the limit. */
function takenOf(
  desk: DeskView,
  limits: Limits,
  name: LimitName,
  accountsOf: AccountsOf,
): Taken | null {
  const accounts = limits.scope === 'session' ? accountsOf(asSessionID(limits.scopeID)) : [];
  const open = () => openTotals(desk.exposures.values(), limits, accounts);
  switch (name) {
    case 'maxOpenOrders':
      return { used: BigInt(open().orders), reserved: 0n, nearest: null };
    case 'maxOpenNotional':
      return { used: 0n, reserved: open().notional, nearest: null };
    case 'maxLongPosition':
      return nearest(desk, limits, accounts, ({ position, exposure }) => [
        position,
        exposure.buyQty,
      ]);
    case 'maxShortPosition':
      return nearest(desk, limits, accounts, ({ position, exposure }) => [
        -position,
        exposure.sellQty,
      ]);
    default:
      return null;
  }
}

interface HeldThere {
  readonly position: bigint;
  readonly exposure: Exposure;
}

/** A position is one account's in one instrument: the one that comes nearest to the limit speaks for all. */
function nearest(
  desk: DeskView,
  limits: Limits,
  accounts: readonly AccountID[],
  measure: (held: HeldThere) => readonly [used: bigint, reserved: bigint],
): Taken {
  let found: Taken = { used: 0n, reserved: 0n, nearest: null };
  const places = new Map<string, Position | Exposure>([...desk.exposures, ...desk.positions]);
  for (const [key, { account, instrumentID }] of places) {
    const isThere =
      limits.scope === 'firm' ||
      (limits.scope === 'session' && accounts.includes(account)) ||
      (limits.scope === 'account' && limits.scopeID === account) ||
      (limits.scope === 'instrument' && limits.scopeID === instrumentID);
    if (!isThere) continue;
    const position: bigint = desk.positions.get(key)?.qty ?? 0n;
    const exposure = desk.exposures.get(key) ?? emptyExposure(account, instrumentID);
    const [used, reserved] = measure({ position, exposure });
    if (found.nearest !== null && used + reserved <= found.used + found.reserved) continue;
    const symbol = desk.instruments.get(instrumentID)?.symbol ?? instrumentID;
    found = { used, reserved, nearest: `${account} ${symbol}` };
  }
  return found;
}

function changeOf(desk: DeskView, limits: Limits, name: LimitName): LimitChange | null {
  for (const change of desk.limitChanges.values()) {
    const { scope, scopeID } = change;
    if (change.name === name && scope === limits.scope && scopeID === limits.scopeID) return change;
  }
  return null;
}

function symbolOf(desk: DeskView, { scope, scopeID }: Limits): string {
  if (scope !== 'instrument') return scopeID;
  return instrumentsIn(desk, { scope, scopeID })[0]?.symbol ?? scopeID;
}

function unitOf(desk: DeskView, limits: Limits, name: LimitName): string {
  const { unit } = limitKinds[name];
  if (unit === 'count') return '';
  if (unit === 'bps') return 'bps';
  const units = instrumentsIn(desk, limits).map(({ base, quote }) =>
    unit === 'qty' ? base : quote,
  );
  const [only] = units;
  const isOne = only !== undefined && units.every((one) => one === only);
  return isOne ? only : unit === 'qty' ? 'base' : 'quote';
}

function instrumentsIn(desk: DeskView, { scope, scopeID }: Pick<Limits, 'scope' | 'scopeID'>) {
  return [...desk.instruments.values()].filter(
    ({ instrumentID }) => scope !== 'instrument' || instrumentID === scopeID,
  );
}
