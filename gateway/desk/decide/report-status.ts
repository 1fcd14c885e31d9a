// OrderStatusRequest: what the journal says of the order, and what it waits for.

import type { Event, RequestOrderStatus } from '../../../spec/events/index.ts';
import type { DeskView } from '../evolve/state.ts';
import { awaitedOf } from '../order-status.ts';
import type { Context } from './context.ts';
import { findOrder } from './find-order.ts';

export function reportStatus(
  state: DeskView,
  command: RequestOrderStatus,
  context: Context,
): readonly Event[] {
  const { origin, clOrdID, orderID, ordStatusReqID, symbol, side } = command;
  const found = findOrder(state, context, { sessionID: origin.sessionID, clOrdID, orderID });
  const asked = { type: 'StatusReported', origin, clOrdID, ordStatusReqID } as const;
  if (found.type === 'Unknown') {
    const text = `no order with ClOrdID(11) ${clOrdID} here`;
    return [{ ...asked, orderID: null, recalled: null, symbol, side, text }];
  }
  const { order } = found;
  return [
    {
      ...asked,
      orderID: order.orderID,
      recalled: found.type === 'Ended' ? order : null,
      symbol: order.symbol,
      side: order.side,
      text: awaitedOf(order),
    },
  ];
}
