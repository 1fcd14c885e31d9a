// What each event makes of the state. No clock, no randomness, no I/O, no floats: the journal alone
// decides what the state is (I5).

import { invariant, unreachable } from '../../../spec/proof/index.ts';
import type { EventOf, ParentOrder, Recorded } from '../../../spec/events/index.ts';
import type { OrderID } from '../../../spec/terms/index.ts';
import { ZERO_NOTIONAL, asNotional, asSignedQty, grossOf } from '../../../spec/units/index.ts';
import { type OrderEvent, evolveOrder, isOrderEvent, newOrder } from './order.ts';
import { evolveLimits } from './limits.ts';
import { evolveChainAccount, noteProvisionalFill } from './chain-account.ts';
import { agreeHolding, bookHoldings } from './holdings.ts';
import {
  type DeskState,
  clOrdIDKey,
  positionKey,
  putInstrument,
  putOrder,
  putKill,
  putPosition,
  removeKill,
} from './state.ts';

/** The order that an event changed or speaks of, before and after it; both null where there is none. */
export interface Evolved {
  readonly before: ParentOrder | null;
  readonly after: ParentOrder | null;
}

const NO_ORDER: Evolved = { before: null, after: null };

/**
 * Changes `state` in place. Throws InvariantBroken where the event does not fit it: then the state is
 * not to be used any more.
 */
export function evolve(state: DeskState, recorded: Recorded): Evolved {
  const { event, at } = recorded;
  if (isOrderEvent(event)) return evolveOpenOrder(state, event, recorded);
  switch (event.type) {
    case 'DeskStarted':
      state.desk = event.desk;
      state.epoch = event.epoch;
      return NO_ORDER;
    case 'InstrumentDefined':
      putInstrument(state, event.instrument);
      return NO_ORDER;
    case 'LimitsSet':
    case 'LimitChanged':
    case 'LimitReset':
      evolveLimits(state, event, at);
      return NO_ORDER;
    case 'OrderAccepted': {
      const after = newOrder(event, at);
      state.nextOrder += 1;
      putOrder(state, null, after);
      return { before: null, after };
    }
    case 'OrderRecalled':
      putOrder(state, null, event.order);
      return { before: null, after: event.order };
    case 'VenueQuarantined':
      // A second report that cannot be applied does not hide the first.
      if (!state.quarantined.has(event.venueID)) {
        const { venueID, cause } = event;
        state.quarantined.set(venueID, { venueID, cause, since: at });
      }
      return NO_ORDER;
    case 'VenueResumed':
      state.quarantined.delete(event.venueID);
      return NO_ORDER;
    case 'KillEngaged': {
      const { scope, scopeID, who, reason } = event;
      putKill(state, { scope, scopeID, who, reason, since: at });
      return NO_ORDER;
    }
    case 'KillRearmed':
      removeKill(state, event);
      return NO_ORDER;
    case 'StatusReported':
    case 'RequestRejected': {
      const order = event.orderID === null ? null : (state.orders.get(event.orderID) ?? null);
      return { before: order, after: order };
    }
    case 'OrderRejected': {
      const held = event.ordRejReason === 'DuplicateOrder' ? holderOf(state, event) : null;
      return { before: held, after: held };
    }
    case 'TransactionSigned':
    case 'TransactionSettled':
      evolveChainAccount(state, event);
      return NO_ORDER;
    case 'HoldingAgreed':
      agreeHolding(state, event, at);
      return NO_ORDER;
    case 'MessageRefused':
    case 'CommandRefused':
    case 'AdminRefused':
    case 'KillVerified':
    case 'FillUnmatched':
    case 'FillConflicted':
    case 'ChildResolved':
    case 'CancelOverdue':
    case 'RouteDecided':
      return NO_ORDER;
    default:
      return unreachable(event as never);
  }
}

function evolveOpenOrder(state: DeskState, event: OrderEvent, recorded: Recorded): Evolved {
  const before = openOrder(state, event.orderID);
  const after = evolveOrder(before, event, recorded.at, recorded.sequence);
  if (event.type === 'ChildDecided') state.nextIntent = event.intent + 1;
  if (event.type === 'ChildFilled' || event.type === 'ChildFillCancelled') {
    bookFill(state, before, event);
  }
  if (event.type !== 'OrderEnded') {
    putOrder(state, before, after);
    return { before, after };
  }
  putOrder(state, before, null);
  return { before, after };
}

function openOrder(state: DeskState, orderID: OrderID | null): ParentOrder {
  const order = orderID === null ? undefined : state.orders.get(orderID);
  invariant(order !== undefined, 'I2', { unknownOrder: orderID });
  return order;
}

/** The open order that has the ClOrdID of a duplicate: its status is what the client is told. */
function holderOf(state: DeskState, event: EventOf<'OrderRejected'>): ParentOrder | null {
  const orderID = state.byClOrdID.get(clOrdIDKey(event.origin.sessionID, event.clOrdID));
  return orderID === undefined ? null : (state.orders.get(orderID) ?? null);
}

/** In positions and holdings; one that is taken back with its sign turned. */
function bookFill(
  state: DeskState,
  order: ParentOrder,
  fill: EventOf<'ChildFilled' | 'ChildFillCancelled'>,
): void {
  const sign = fill.type === 'ChildFilled' ? 1n : -1n;
  bookPosition(state, order, { fill, sign });
  const child = order.children.find(({ childID }) => childID === fill.childID);
  if (child === undefined) return;
  noteProvisionalFill(state, child.venueID, fill);
  bookHoldings(state, order, { venueID: child.venueID, fill, sign });
}

/** `sign` -1 takes a fill back. */
function bookPosition(
  state: DeskState,
  order: ParentOrder,
  booked: { readonly fill: EventOf<'ChildFilled' | 'ChildFillCancelled'>; readonly sign: 1n | -1n },
): void {
  const { fill, sign } = booked;
  const { account, instrumentID, side } = order;
  const known = state.positions.get(positionKey(account, instrumentID));
  const bought = known?.boughtNotional ?? ZERO_NOTIONAL;
  const sold = known?.soldNotional ?? ZERO_NOTIONAL;
  const qty = known?.qty ?? asSignedQty(0n);
  const moved = sign * fill.lastQty;
  const amount = sign * grossOf(fill);
  putPosition(state, {
    account,
    instrumentID,
    qty: asSignedQty(side === 'buy' ? qty + moved : qty - moved),
    boughtNotional: side === 'buy' ? asNotional(bought + amount) : bought,
    soldNotional: side === 'buy' ? sold : asNotional(sold + amount),
  });
}
