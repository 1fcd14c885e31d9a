// The desk's hot state: what is open or in doubt, positions, limits, instruments. Only `evolve` writes it.

import {
  type Exposure,
  type Reserving,
  emptyExposure,
  holdsTheSame,
  moveExposure,
} from '../../../risk/index.ts';
import type {
  DeskSnapshot,
  Holding,
  Kill,
  LimitChange,
  LimitPlace,
  ParentOrder,
  Position,
  Quarantine,
} from '../../../spec/events/index.ts';
import { PassingMap } from '../../../spec/passing/index.ts';
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
import type { ChainAccount } from '../../../spec/venues/index.ts';
import { OpenOrders } from './open-orders.ts';
import { type StateHash, emptyHash, forget, touch } from './state-hash.ts';

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
  readonly orders: OpenOrders;
  /** By session and ClOrdID, of open orders, every id of their chains. */
  readonly byClOrdID: PassingMap<string, OrderID>;
  readonly byChild: PassingMap<ChildID, OrderID>;
  readonly positions: Map<string, Position>;
  readonly exposures: Map<string, Exposure>;
  readonly quarantined: Map<VenueID, Quarantine>;
  readonly chainAccounts: Map<VenueID, ChainAccount>;
  /** The kill switches that are active, by scope and name. */
  readonly kills: Map<string, Kill>;
  /** What operators have changed of `limits`, by scope, name and limit. */
  readonly limitChanges: Map<string, LimitChange>;
  /** By venue and asset; what no one has agreed is not kept. */
  readonly holdings: Map<string, Holding>;
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
  readonly orders: ReadonlyMap<OrderID, ParentOrder> & Pick<OpenOrders, 'awake' | 'resting'>;
  readonly byClOrdID: ReadonlyMap<string, OrderID>;
  readonly byChild: ReadonlyMap<ChildID, OrderID>;
  readonly positions: ReadonlyMap<string, Position>;
  readonly exposures: ReadonlyMap<string, Exposure>;
  readonly quarantined: ReadonlyMap<VenueID, Quarantine>;
  readonly chainAccounts: ReadonlyMap<VenueID, ChainAccount>;
  readonly kills: ReadonlyMap<string, Kill>;
  readonly limitChanges: ReadonlyMap<string, LimitChange>;
  readonly holdings: ReadonlyMap<string, Holding>;
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
    orders: new OpenOrders(),
    byClOrdID: new PassingMap(),
    byChild: new PassingMap(),
    positions: new Map(),
    exposures: new Map(),
    quarantined: new Map(),
    chainAccounts: new Map(),
    kills: new Map(),
    limitChanges: new Map(),
    holdings: new Map(),
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
    const moved = moveExposure(exposureAt(state, order), before, after);
    state.exposures.set(positionKey(order.account, order.instrumentID), moved);
  }
  if (after === null) {
    forget(state.hash, order.orderID, order);
    state.orders.delete(order.orderID);
    releaseClOrdIDs(state, order);
    for (const child of order.children) state.byChild.delete(child.childID);
    return;
  }
  touch(state.hash, order.orderID, before ?? undefined);
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

/** As kept, or empty. */
export function exposureAt(state: DeskState, { account, instrumentID }: Reserving): Exposure {
  const known = state.exposures.get(positionKey(account, instrumentID));
  return known ?? emptyExposure(account, instrumentID);
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
    holdings: [...state.holdings.values()],
  };
}

export function putInstrument(state: DeskState, instrument: Instrument): void {
  const before = state.instruments.get(instrument.instrumentID);
  if (before !== undefined && state.bySymbol.get(before.symbol) === before.instrumentID) {
    state.bySymbol.delete(before.symbol);
  }
  touch(state.hash, `instrument ${instrument.instrumentID}`, before);
  state.instruments.set(instrument.instrumentID, instrument);
  state.bySymbol.set(instrument.symbol, instrument.instrumentID);
}

export function limitsKey({ scope, scopeID }: Pick<Limits, 'scope' | 'scopeID'>): string {
  return `${scope}\u0001${scopeID}`;
}

export function limitKey(place: LimitPlace): string {
  return `${limitsKey(place)}\u0001${place.name}`;
}

export function putLimits(state: DeskState, limits: Limits): void {
  const key = limitsKey(limits);
  touch(state.hash, `limits ${key}`, state.limits.get(key));
  state.limits.set(key, limits);
}

export function putLimitChange(state: DeskState, change: LimitChange): void {
  const key = limitKey(change);
  touch(state.hash, `limitChange ${key}`, state.limitChanges.get(key));
  state.limitChanges.set(key, change);
}

export function removeLimitChange(state: DeskState, place: LimitPlace): void {
  const key = limitKey(place);
  touch(state.hash, `limitChange ${key}`, state.limitChanges.get(key));
  state.limitChanges.delete(key);
}

export function putPosition(state: DeskState, position: Position): void {
  const key = positionKey(position.account, position.instrumentID);
  touch(state.hash, `position ${key}`, state.positions.get(key));
  state.positions.set(key, position);
}

export function holdingKey({ venueID, asset }: Pick<Holding, 'venueID' | 'asset'>): string {
  return `${venueID}\u0001${asset}`;
}

export function putHolding(state: DeskState, holding: Holding): void {
  const key = holdingKey(holding);
  touch(state.hash, `holding ${key}`, state.holdings.get(key));
  state.holdings.set(key, holding);
}

export function killKey({ scope, scopeID }: KillTarget): string {
  return `${scope}\u0001${scopeID}`;
}

export function putKill(state: DeskState, kill: Kill): void {
  const key = killKey(kill);
  touch(state.hash, `kill ${key}`, state.kills.get(key));
  state.kills.set(key, kill);
}

export function removeKill(state: DeskState, target: KillTarget): void {
  const key = killKey(target);
  touch(state.hash, `kill ${key}`, state.kills.get(key));
  state.kills.delete(key);
}

export function putChainAccount(state: DeskState, account: ChainAccount): void {
  touch(state.hash, `chain ${account.venueID}`, state.chainAccounts.get(account.venueID));
  state.chainAccounts.set(account.venueID, account);
}
