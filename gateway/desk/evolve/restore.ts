// The desk's state out of a snapshot.

import { type Exposure, type Reserving, moveExposure } from '../../../risk/index.ts';
import type {
  DeskSnapshot,
  ParentOrder,
  ParentOrderOutline,
  SnapshotReader,
} from '../../../spec/events/index.ts';
import type { PassingMap } from '../../../spec/passing/index.ts';
import type { ChildID, OrderID } from '../../../spec/terms/index.ts';
import { epochNs } from '../../../spec/units/index.ts';
import { include, stateHash, trustHash } from './state-hash.ts';
import {
  type DeskState,
  clOrdIDKey,
  emptyState,
  exposureAt,
  positionKey,
  putChainAccount,
  putHolding,
  putInstrument,
  putKill,
  putLimitChange,
  putLimits,
  putOrder,
  putPosition,
} from './state.ts';

/** The state that a snapshot holds, its hash still to be computed. */
export function restoreState(snapshot: DeskSnapshot): DeskState {
  const state = emptyState();
  restoreRest(state, snapshot);
  for (const order of snapshot.orders) putOrder(state, null, order);
  return state;
}

/** The hash of the state that a snapshot holds, order by order: no more than one of them is in memory. Throws UnreadableEvent. */
export function hashOfSnapshot(snapshot: SnapshotReader): string {
  const state = emptyState();
  restoreRest(state, snapshot.rest);
  for (const place of snapshot.starts) {
    const order = snapshot.order(place);
    include(state.hash, order.orderID, order);
  }
  return stateHash(state);
}

/** All but the orders. */
function restoreRest(state: DeskState, snapshot: DeskSnapshot): void {
  state.desk = snapshot.desk;
  state.epoch = snapshot.epoch;
  state.nextOrder = snapshot.nextOrder;
  state.nextIntent = snapshot.nextIntent;
  for (const instrument of snapshot.instruments) putInstrument(state, instrument);
  for (const limits of snapshot.limits) putLimits(state, limits);
  for (const position of snapshot.positions) putPosition(state, position);
  for (const venueID of snapshot.quarantined) {
    state.quarantined.set(venueID, { venueID, cause: 'of an earlier build', since: epochNs(0n) });
  }
  for (const one of snapshot.quarantines) state.quarantined.set(one.venueID, one);
  for (const account of snapshot.chainAccounts) putChainAccount(state, account);
  for (const kill of snapshot.kills) putKill(state, kill);
  for (const change of snapshot.limitChanges) putLimitChange(state, change);
  for (const holding of snapshot.holdings) putHolding(state, holding);
}

/**
 * As `restoreState`, of a snapshot's bytes, with `recorded` taken for the state's hash: half of a start's time with
 * 100,000 open orders would be hashing them. Whoever restores so has the hash proved beside it, and stops if it is another.
 * Orders that rest are left to be read when they are asked for; indexes and exposures have them at once. Throws
 * UnreadableEvent.
 */
export function restoreTrusting(snapshot: SnapshotReader, recorded: string): DeskState {
  const state = emptyState();
  state.hash.notes = false;
  restoreRest(state, snapshot.rest);
  const read = (place: number): ParentOrder => snapshot.order(place);
  // Index by index, since each is larger than a core's cache; and only ids are kept until then.
  const byClOrdID = new IDs<string>();
  const byChild = new IDs<ChildID>();
  const exposures = new ExposureSums(state);
  for (const place of snapshot.starts) {
    const order = snapshot.outline(place);
    if (!isResting(order)) {
      exposures.put();
      putOrder(state, null, read(place));
      continue;
    }
    const { orderID, sessionID } = order;
    state.orders.rest(orderID, place, read);
    exposures.add(order);
    for (const id of order.clOrdIDs) byClOrdID.add(clOrdIDKey(sessionID, id), orderID);
    for (const { childID } of order.children) byChild.add(childID, orderID);
  }
  exposures.put();
  byClOrdID.index(state.byClOrdID);
  byChild.index(state.byChild);
  trustHash(state, recorded);
  return state;
}

/** Mutable: ids on their way to an index. */
class IDs<ID> {
  readonly #ids: ID[] = [];
  readonly #orders: OrderID[] = [];

  add(id: ID, orderID: OrderID): void {
    this.#ids.push(id);
    this.#orders.push(orderID);
  }

  index(orders: PassingMap<ID, OrderID>): void {
    let at = 0;
    for (const orderID of this.#orders) {
      const id = this.#ids[at];
      if (id !== undefined) orders.set(id, orderID);
      at += 1;
    }
  }
}

/** Mutable: one exposure on its way; an account's orders in one instrument often come behind each other. */
class ExposureSums {
  readonly #state: DeskState;
  #sum: Exposure | null = null;

  constructor(state: DeskState) {
    this.#state = state;
  }

  add(order: Reserving): void {
    const { account, instrumentID } = order;
    let sum = this.#sum;
    if (sum === null || sum.account !== account || sum.instrumentID !== instrumentID) {
      this.put();
      sum = exposureAt(this.#state, order);
    }
    this.#sum = moveExposure(sum, null, order);
  }

  put(): void {
    const sum = this.#sum;
    if (sum !== null) this.#state.exposures.set(positionKey(sum.account, sum.instrumentID), sum);
    this.#sum = null;
  }
}

/** Open, with nothing under way: a start has nothing to do about it, and nothing of it is in doubt. */
function isResting(order: ParentOrderOutline): boolean {
  if (order.endedHow !== null) return false;
  if (order.pendingCancel !== null || order.pendingReplace !== null) return false;
  return order.children.every(({ phase, cancel, endReported, inDoubtSince, amend }) => {
    if (inDoubtSince !== null || amend !== null) return false;
    return phase === 'Ended' || (phase === 'Working' && cancel === 'None' && endReported === null);
  });
}
