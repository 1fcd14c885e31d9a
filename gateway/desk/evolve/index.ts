// What each event makes of the state. No clock, no randomness, no I/O, no floats: the journal alone
// decides what the state is (I5).

import { invariant, unreachable } from '../../../spec/proof/index.ts';
import type { EventOf, ParentOrder, Recorded } from '../../../spec/events/index.ts';
import type { OrderID } from '../../../spec/terms/index.ts';
import { ZERO_NOTIONAL, asNotional, asSignedQty, notional } from '../../../spec/units/index.ts';
import { type OrderEvent, evolveOrder, isOrderEvent, newOrder } from './order.ts';
import {
  type DeskState,
  clOrdIDKey,
  positionKey,
  putInstrument,
  putLimits,
  putOrder,
  putPosition,
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
  if (isOrderEvent(event)) return evolveOpenOrder(state, { ...recorded, event });
  switch (event.type) {
    case 'DeskStarted':
      state.desk = event.desk;
      state.epoch = event.epoch;
      return NO_ORDER;
    case 'InstrumentDefined':
      putInstrument(state, event.instrument);
      return NO_ORDER;
    case 'LimitsSet':
      putLimits(state, event.limits);
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
      state.quarantined.add(event.venueID);
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
    case 'MessageRefused':
    case 'CommandRefused':
    case 'FillUnmatched':
    case 'FillConflicted':
    case 'CancelOverdue':
    case 'RouteDecided':
      return NO_ORDER;
    default:
      return unreachable(event as never);
  }
}

function evolveOpenOrder(state: DeskState, recorded: Recorded<OrderEvent>): Evolved {
  const { event, at } = recorded;
  const before = openOrder(state, event.orderID);
  const after = evolveOrder(before, event, at);
  if (event.type === 'ChildDecided') state.nextIntent = event.intent + 1;
  if (event.type === 'ChildFilled') bookPosition(state, before, event);
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

function bookPosition(state: DeskState, order: ParentOrder, fill: EventOf<'ChildFilled'>): void {
  const { account, instrumentID } = order;
  const position = state.positions.get(positionKey(account, instrumentID)) ?? {
    account,
    instrumentID,
    qty: asSignedQty(0n),
    boughtNotional: ZERO_NOTIONAL,
    soldNotional: ZERO_NOTIONAL,
  };
  const amount = notional(fill.lastPx, fill.lastQty);
  putPosition(
    state,
    order.side === 'buy'
      ? {
          ...position,
          qty: asSignedQty(position.qty + fill.lastQty),
          boughtNotional: asNotional(position.boughtNotional + amount),
        }
      : {
          ...position,
          qty: asSignedQty(position.qty - fill.lastQty),
          soldNotional: asNotional(position.soldNotional + amount),
        },
  );
}
