// Venues take over what the journal says is open there. What is under way they have before anybody logs on; an order that
// rests since the snapshot has not even been read by then: those follow a slice at a time, while clients are served. Until
// all are there no venue connects, and what a venue is told waits, so that it never hears of a child before it has it.

import type { ParentOrder } from '../../spec/events/index.ts';
import type { OrderID, VenueID } from '../../spec/terms/index.ts';
import type { AdoptedChild } from '../../spec/venues/index.ts';
import type { DeskView } from '../desk/index.ts';

export interface AdoptionParts {
  readonly state: DeskView;
  readonly venues: readonly Adopting[];
  /** Orders in one go: some 15 us each. */
  readonly slice: number;
  /** Runs it when others have had their turn. */
  soon(run: () => void): void;
  /** An order cannot be read: nothing more is adopted. */
  failed(error: unknown): void;
}

export interface Adopting {
  readonly venueID: VenueID;
  adopt(children: readonly AdoptedChild[]): void;
}

export interface Adoption {
  readonly isDone: boolean;
  /** Runs it once all venues have what is theirs, in the order of the calls. */
  whenDone(run: () => void): void;
  /** Goes on to the orders that rest. */
  goOn(): void;
  close(): void;
}

/** Behind the desk's start: what is under way is adopted within the call. */
export function adoption({ state, venues, slice, soon, failed }: AdoptionParts): Adoption {
  // A child that is decided from here on comes to its venue as one to be sent.
  const { nextIntent } = state;
  const resting = state.orders.resting();
  const waiting: (() => void)[] = [];
  let next = 0;
  let isDone = false;
  let isOver = false;

  const adopt = (orders: readonly ParentOrder[]): void => {
    for (const venue of venues) {
      const children = childrenOf(orders, venue.venueID, nextIntent);
      if (children.length > 0) venue.adopt(children.map(asItRested));
    }
  };

  function goOn(): void {
    if (isOver) return;
    try {
      adopt(ordersOf(state, resting.slice(next, next + slice)));
    } catch (error) {
      isOver = true;
      return failed(error);
    }
    next += slice;
    if (next < resting.length) return soon(goOn);
    isDone = true;
    for (const run of waiting.splice(0)) run();
  }

  for (const venue of venues) {
    venue.adopt(childrenOf(state.orders.awake(), venue.venueID, nextIntent));
  }
  return {
    get isDone() {
      return isDone;
    },
    whenDone(run) {
      if (isDone) run();
      else waiting.push(run);
    },
    goOn,
    close: () => void (isOver = true),
  };
}

/** What a client has asked of it meanwhile its venue is told behind this. */
function asItRested(child: AdoptedChild): AdoptedChild {
  if (!child.cancelWanted && child.amend === null) return child;
  return { ...child, cancelWanted: false, amend: null };
}

/** Those that have not ended meanwhile. Throws UnreadableEvent. */
function ordersOf(state: DeskView, ids: readonly OrderID[]): readonly ParentOrder[] {
  return ids.flatMap((orderID) => state.orders.get(orderID) ?? []);
}

/** Every child below that intent that has not ended, as its venue must know it. */
export function childrenOf(
  orders: Iterable<ParentOrder>,
  venueID: VenueID,
  nextIntent: number,
): readonly AdoptedChild[] {
  const adopted: AdoptedChild[] = [];
  for (const order of orders) {
    for (const child of order.children) {
      if (child.venueID !== venueID || child.phase === 'Ended') continue;
      if (child.intent >= nextIntent) continue;
      adopted.push({
        child: childOrderOf(order, child),
        venueOrderID: child.venueOrderID,
        cumQty: child.cumQty,
        fills: child.fills,
        decidedAt: child.decidedAt,
        inDoubt: child.phase !== 'Working',
        cancelWanted: child.cancel !== 'None',
        amend: child.amend,
      });
    }
  }
  return adopted;
}

function childOrderOf(
  order: ParentOrder,
  child: ParentOrder['children'][number],
): AdoptedChild['child'] {
  const { childID, venueID, venueSymbol, price, orderQty, timeInForce, swaps } = child;
  const { instrumentID, side } = order;
  const terms = { childID, venueID, instrumentID, venueSymbol, side, price, orderQty, timeInForce };
  return swaps.length === 0 ? terms : { ...terms, swaps };
}
