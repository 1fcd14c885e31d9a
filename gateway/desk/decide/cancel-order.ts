// A cancel request. Cancels always count: one supersedes a replace that is pending.

import type { CancelOrder, Event, ParentOrder } from '../../../spec/events/index.ts';
import type { CxlRejReason } from '../../../spec/terms/index.ts';
import type { DeskView } from '../evolve/state.ts';
import { ordStatusOf } from '../order-status.ts';
import type { Context } from './context.ts';
import { Draft } from './draft.ts';
import { findOrder, isClOrdIDTaken } from './find-order.ts';
import { refuseRequest } from './refuse-request.ts';
import { cancelChildren, rejectSuperseded, settle } from './settle.ts';

export function cancelOrder(
  state: DeskView,
  command: CancelOrder,
  context: Context,
): readonly Event[] {
  const { origin, clOrdID, origClOrdID, orderID } = command;
  const { sessionID } = origin;
  const found = findOrder(state, context, { sessionID, clOrdID: origClOrdID, orderID });
  if (found.type === 'Unknown') {
    return refused(command, null, 'UnknownOrder', `no order with ClOrdID(11) ${origClOrdID} here`);
  }
  const { order } = found;
  if (found.type === 'Ended') {
    return refused(command, order, 'TooLateToCancel', `the order has ended: ${ordStatusOf(order)}`);
  }
  if (isClOrdIDTaken(state, context, { sessionID, clOrdID })) {
    return refused(command, order, 'DuplicateClOrdID', `ClOrdID(11) ${clOrdID} was used before`);
  }
  if (order.pendingCancel !== null) {
    return refused(command, order, 'AlreadyPending', `${order.pendingCancel.clOrdID} is pending`);
  }
  if (!isLatest(order, command)) {
    return refused(command, order, 'UnknownOrder', `the order is now ${order.clOrdID}`);
  }
  const draft = new Draft(state, context, order);
  rejectSuperseded(draft, `the cancel request ${clOrdID}`);
  draft.emit({
    type: 'CancelRequested',
    orderID: order.orderID,
    origin,
    clOrdID,
    origClOrdID: order.clOrdID,
  });
  cancelChildren(draft);
  settle(draft, { text: 'cancelled as requested', mayGoOn: false });
  return draft.events;
}

/** OrigClOrdID(41) names the last request that was not rejected: the accepted one or the pending one. */
export function isLatest(
  order: ParentOrder,
  request: { readonly origClOrdID: ParentOrder['clOrdID'] },
): boolean {
  return (
    request.origClOrdID === order.clOrdID ||
    request.origClOrdID === order.pendingReplace?.clOrdID ||
    request.origClOrdID === order.pendingCancel?.clOrdID
  );
}

function refused(
  command: CancelOrder,
  order: ParentOrder | null,
  cxlRejReason: CxlRejReason,
  text: string,
): readonly Event[] {
  return refuseRequest(command, order, { cxlRejReason, text });
}
