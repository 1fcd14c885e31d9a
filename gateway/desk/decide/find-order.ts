// Which order a command speaks of: a hot one, else an ended one that the shell looked up.

import type { ParentOrder } from '../../../spec/events/index.ts';
import type { ClOrdID, OrderID, SessionID } from '../../../spec/terms/index.ts';
import { type DeskView, clOrdIDKey } from '../evolve/state.ts';
import type { Context } from './context.ts';

export type Found =
  | { readonly type: 'Open'; readonly order: ParentOrder }
  | { readonly type: 'Ended'; readonly order: ParentOrder }
  | { readonly type: 'Unknown' };

export function findOrder(
  state: DeskView,
  context: Context,
  named: {
    readonly sessionID: SessionID;
    readonly clOrdID: ClOrdID;
    readonly orderID: OrderID | null;
  },
): Found {
  const hotID = state.byClOrdID.get(clOrdIDKey(named.sessionID, named.clOrdID));
  const hot = hotID === undefined ? undefined : state.orders.get(hotID);
  const order = hot ?? context.lookedUp.order;
  if (order === null || order.sessionID !== named.sessionID) return { type: 'Unknown' };
  if (named.orderID !== null && named.orderID !== order.orderID) return { type: 'Unknown' };
  return order.endedHow === null ? { type: 'Open', order } : { type: 'Ended', order };
}

/** A session's ClOrdIDs are its own for the day, and while an open order holds them. */
export function isClOrdIDTaken(
  state: DeskView,
  context: Context,
  id: { readonly sessionID: SessionID; readonly clOrdID: ClOrdID },
): boolean {
  return (
    state.byClOrdID.has(clOrdIDKey(id.sessionID, id.clOrdID)) || context.lookedUp.isClOrdIDTaken
  );
}
