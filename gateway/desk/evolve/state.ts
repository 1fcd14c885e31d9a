// The desk's hot state: what is open or in doubt, positions, limits, instruments. Only `evolve` writes it.

import { type Exposure, emptyExposure, holdsTheSame, moveExposure } from '../../../risk/index.ts';
import type {
  DeskSnapshot,
  Kill,
  LimitChange,
  LimitPlace,
  ParentOrder,
  Position,
  Quarantine,
} from '../../../spec/events/index.ts';
import type {
  AccountID,
  ChildID,
  ClOrdID,
  Instrument,
  InstrumentID,
  KillTarget,
  Limits,
  OrderID,
  SessionID,
  VenueID,
} from '../../../spec/terms/index.ts';
import { epochNs } from '../../../spec/units/index.ts';
import type { ChainAccount } from '../../../spec/venues/index.ts';
import { type StateHash, emptyHash } from './state-hash.ts';

export interface DeskState {
  desk: number;
  /** One more at each start. */
  epoch: number;
  /** The numbers that the next order and the next intent take. */
  nextOrder: number;
  nextIntent: number;
  readonly instruments: Map<InstrumentID, Instrument>;
  readonly bySymbol: Map<string, InstrumentID>;
  readonly limits: Map<string, Limits>;
  readonly orders: Map<OrderID, ParentOrder>;
  /** By session and ClOrdID, of open orders, every id of their chains. */
  readonly byClOrdID: Map<string, OrderID>;
  readonly byChild: Map<ChildID, OrderID>;
  readonly positions: Map<string, Position>;
  readonly exposures: Map<string, Exposure>;
  readonly quarantined: Map<VenueID, Quarantine>;
  readonly chainAccounts: Map<VenueID, ChainAccount>;
  /** The kill switches that are active, by scope and name. */
  readonly kills: Map<string, Kill>;
  /** What operators have changed of `limits`, by scope, name and limit. */
  readonly limitChanges: Map<string, LimitChange>;
  readonly hash: StateHash;
}

/** The state as everything but `evolve` sees it. */
export interface DeskView {
  readonly desk: number;
  readonly epoch: number;
  readonly nextOrder: number;
  readonly nextIntent: number;
  readonly instruments: ReadonlyMap<InstrumentID, Instrument>;
  readonly bySymbol: ReadonlyMap<string, InstrumentID>;
  readonly limits: ReadonlyMap<string, Limits>;
  readonly orders: ReadonlyMap<OrderID, ParentOrder>;
  readonly byClOrdID: ReadonlyMap<string, OrderID>;
  readonly byChild: ReadonlyMap<ChildID, OrderID>;
  readonly positions: ReadonlyMap<string, Position>;
  readonly exposures: ReadonlyMap<string, Exposure>;
  readonly quarantined: ReadonlyMap<VenueID, Quarantine>;
  readonly chainAccounts: ReadonlyMap<VenueID, ChainAccount>;
  readonly kills: ReadonlyMap<string, Kill>;
  readonly limitChanges: ReadonlyMap<string, LimitChange>;
}

export function emptyState(): DeskState {
  return {
    desk: 0,
    epoch: 0,
    nextOrder: 1,
    nextIntent: 1,
    instruments: new Map(),
    bySymbol: new Map(),
    limits: new Map(),
    orders: new Map(),
    byClOrdID: new Map(),
    byChild: new Map(),
    positions: new Map(),
    exposures: new Map(),
    quarantined: new Map(),
    chainAccounts: new Map(),
    kills: new Map(),
    limitChanges: new Map(),
    hash: emptyHash(),
  };
}

export function clOrdIDKey(sessionID: SessionID, clOrdID: ClOrdID): string {
  return `${sessionID}\u0001${clOrdID}`;
}

export function positionKey(account: AccountID, instrumentID: InstrumentID): string {
  return `${account}\u0001${instrumentID}`;
}

/** Puts an order in its new form (null: takes it out) with everything that follows from it. */
export function putOrder(
  state: DeskState,
  before: ParentOrder | null,
  after: ParentOrder | null,
): void {
  const order = after ?? before;
  if (order === null) return;
  if (!holdsTheSame(before, after)) {
    const key = positionKey(order.account, order.instrumentID);
    const exposure = state.exposures.get(key) ?? emptyExposure(order.account, order.instrumentID);
    state.exposures.set(key, moveExposure(exposure, before, after));
  }
  state.hash.touched.add(order.orderID);
  if (after === null) {
    state.orders.delete(order.orderID);
    releaseClOrdIDs(state, order);
    for (const child of order.children) state.byChild.delete(child.childID);
    return;
  }
  state.orders.set(after.orderID, after);
  if (before?.clOrdIDs !== after.clOrdIDs) {
    if (before !== null) releaseClOrdIDs(state, before);
    // A recalled order's ids may be another's by now.
    for (const id of after.endedHow === null ? after.clOrdIDs : []) {
      state.byClOrdID.set(clOrdIDKey(after.sessionID, id), after.orderID);
    }
  }
  if (before?.children.length !== after.children.length) {
    for (const child of after.children) state.byChild.set(child.childID, after.orderID);
  }
}

function releaseClOrdIDs(state: DeskState, order: ParentOrder): void {
  for (const id of order.clOrdIDs) {
    const key = clOrdIDKey(order.sessionID, id);
    if (state.byClOrdID.get(key) === order.orderID) state.byClOrdID.delete(key);
  }
}

/** Everything that a snapshot must hold; exposures and indexes follow from it. */
export function snapshotOf(state: DeskView): DeskSnapshot {
  return {
    desk: state.desk,
    epoch: state.epoch,
    nextOrder: state.nextOrder,
    nextIntent: state.nextIntent,
    instruments: [...state.instruments.values()],
    limits: [...state.limits.values()],
    orders: [...state.orders.values()],
    positions: [...state.positions.values()],
    quarantined: [...state.quarantined.keys()],
    quarantines: [...state.quarantined.values()],
    chainAccounts: [...state.chainAccounts.values()],
    kills: [...state.kills.values()],
    limitChanges: [...state.limitChanges.values()],
  };
}

export function restoreState(snapshot: DeskSnapshot): DeskState {
  const state = emptyState();
  state.desk = snapshot.desk;
  state.epoch = snapshot.epoch;
  state.nextOrder = snapshot.nextOrder;
  state.nextIntent = snapshot.nextIntent;
  for (const instrument of snapshot.instruments) putInstrument(state, instrument);
  for (const limits of snapshot.limits) putLimits(state, limits);
  for (const order of snapshot.orders) putOrder(state, null, order);
  for (const position of snapshot.positions) putPosition(state, position);
  for (const venueID of snapshot.quarantined) {
    state.quarantined.set(venueID, { venueID, cause: 'of an earlier build', since: epochNs(0n) });
  }
  for (const one of snapshot.quarantines) state.quarantined.set(one.venueID, one);
  for (const account of snapshot.chainAccounts) putChainAccount(state, account);
  for (const kill of snapshot.kills) putKill(state, kill);
  for (const change of snapshot.limitChanges) putLimitChange(state, change);
  return state;
}

export function putInstrument(state: DeskState, instrument: Instrument): void {
  const before = state.instruments.get(instrument.instrumentID);
  if (before !== undefined && state.bySymbol.get(before.symbol) === before.instrumentID) {
    state.bySymbol.delete(before.symbol);
  }
  state.instruments.set(instrument.instrumentID, instrument);
  state.bySymbol.set(instrument.symbol, instrument.instrumentID);
  state.hash.touched.add(`instrument ${instrument.instrumentID}`);
}

export function limitsKey({ scope, scopeID }: Pick<Limits, 'scope' | 'scopeID'>): string {
  return `${scope}\u0001${scopeID}`;
}

export function limitKey(place: LimitPlace): string {
  return `${limitsKey(place)}\u0001${place.name}`;
}

export function putLimits(state: DeskState, limits: Limits): void {
  state.limits.set(limitsKey(limits), limits);
  state.hash.touched.add(`limits ${limitsKey(limits)}`);
}

export function putLimitChange(state: DeskState, change: LimitChange): void {
  const key = limitKey(change);
  state.limitChanges.set(key, change);
  state.hash.touched.add(`limitChange ${key}`);
}

export function removeLimitChange(state: DeskState, place: LimitPlace): void {
  const key = limitKey(place);
  state.limitChanges.delete(key);
  state.hash.touched.add(`limitChange ${key}`);
}

export function putPosition(state: DeskState, position: Position): void {
  const key = positionKey(position.account, position.instrumentID);
  state.positions.set(key, position);
  state.hash.touched.add(`position ${key}`);
}

export function killKey({ scope, scopeID }: KillTarget): string {
  return `${scope}\u0001${scopeID}`;
}

export function putKill(state: DeskState, kill: Kill): void {
  const key = killKey(kill);
  state.kills.set(key, kill);
  state.hash.touched.add(`kill ${key}`);
}

export function removeKill(state: DeskState, target: KillTarget): void {
  const key = killKey(target);
  state.kills.delete(key);
  state.hash.touched.add(`kill ${key}`);
}

export function putChainAccount(state: DeskState, account: ChainAccount): void {
  state.chainAccounts.set(account.venueID, account);
  state.hash.touched.add(`chain ${account.venueID}`);
}
