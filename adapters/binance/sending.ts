// Orders and cancels on the order socket.
//
// Source: binance-spot-api-docs, web-socket-api.md (order.place, order.cancel), snapshot 2026-07-21.

import type { Child, Lines, OrderView, Session, Turn } from '../connection/index.ts';
import { formatDecimal } from '../../spec/units/index.ts';
import type { ChildOrder } from '../../spec/venues/index.ts';
import { nameParams } from './inquiry.ts';
import { CANCEL_SHARE, type Requests } from './requests.ts';
import type { UserStream } from './user-stream.ts';
import { type Params, cancelIDOf, orderIDParam } from './wire.ts';

export interface SendingParts {
  readonly turn: Turn;
  readonly lines: Lines;
  readonly requests: Requests;
  readonly stream: UserStream;
}

export class Sending {
  readonly #parts: SendingParts;

  constructor(parts: SendingParts) {
    this.#parts = parts;
  }

  affordsOrder(): boolean {
    return this.#parts.requests.affordsOrder(this.#parts.turn.venueMs);
  }

  order(child: ChildOrder, line: Session): void {
    const purpose = { type: 'Place', childID: child.childID } as const;
    const request = { purpose, method: 'order.place', params: placeParams(child), weight: 1 };
    this.#parts.stream.sendSigned(line, request);
  }

  cancel(child: Child, line: Session): 'Sent' | 'AllWait' {
    if (!this.#affordsCancel()) return 'AllWait';
    const { childID } = child;
    const purpose = { type: 'Cancel', childID } as const;
    const params = { ...nameParams(child, false), newClientOrderId: cancelIDOf(childID) };
    const request = { purpose, method: 'order.cancel', params, weight: 1 };
    this.#parts.stream.sendSigned(line, request);
    return 'Sent';
  }

  cancelUnknown({ venueSymbol: symbol, venueOrderID }: OrderView): void {
    const { lines, stream } = this.#parts;
    const line = lines.forOrders() ?? lines.forQuestions();
    const orderId = orderIDParam(venueOrderID);
    if (line === null || orderId === null) return;
    if (!this.#affordsCancel()) return;
    const purpose = { type: 'CancelUnknown', venueOrderID } as const;
    const request = { purpose, method: 'order.cancel', params: { symbol, orderId }, weight: 1 };
    stream.sendSigned(line, request);
  }

  #affordsCancel(): boolean {
    return this.#parts.requests.affords(1, CANCEL_SHARE, this.#parts.turn.venueMs);
  }
}

/** RESULT: the answer says what was executed at once, its trades come as events alone. */
function placeParams(child: ChildOrder): Params {
  return {
    symbol: child.venueSymbol,
    side: child.side === 'buy' ? 'BUY' : 'SELL',
    type: 'LIMIT',
    timeInForce: child.timeInForce,
    price: formatDecimal(child.price),
    quantity: formatDecimal(child.orderQty),
    newClientOrderId: child.childID,
    newOrderRespType: 'RESULT',
  };
}
