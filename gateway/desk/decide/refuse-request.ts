// A cancel or replace request that is refused at once, with the order as it stands.

import type { CancelOrder, Event, ParentOrder, ReplaceOrder } from '../../../spec/events/index.ts';
import type { CxlRejReason } from '../../../spec/terms/index.ts';
import { ordStatusOf } from '../order-status.ts';

/** `order` is null for an unknown one: then OrdStatus is Rejected. Source: matrices, B.1.f. */
export function refuseRequest(
  command: CancelOrder | ReplaceOrder,
  order: ParentOrder | null,
  why: { readonly cxlRejReason: CxlRejReason; readonly text: string },
): readonly Event[] {
  return [
    {
      type: 'RequestRejected',
      orderID: order?.orderID ?? null,
      origin: command.origin,
      clOrdID: command.clOrdID,
      origClOrdID: order?.clOrdID ?? command.origClOrdID,
      ordStatus: order === null ? 'Rejected' : ordStatusOf(order),
      responseTo: command.type === 'CancelOrder' ? 'Cancel' : 'Replace',
      cxlRejReason: why.cxlRejReason,
      wasPending: false,
      text: why.text,
    },
  ];
}
