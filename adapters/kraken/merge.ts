// Orders whole again: an event names only what has changed, so what was said before is kept and merged.

import type { ExecutionView, OrderView } from '../connection/index.ts';
import type { VenueOrderID } from '../../spec/terms/index.ts';
import { type Qty, ZERO_QTY } from '../../spec/units/index.ts';
import type { ExecutionPart } from './wire.ts';

/** Orders that are kept; the oldest go first. */
const ORDERS_MOST = 20_000;

/** What is known of an order by its id, where no event has said it: from the ledger. */
export type KnownOrder = (venueOrderID: VenueOrderID) => Pick<OrderView, 'venueSymbol'> | null;

/** Mutable: one per account. */
export class OrderMerge {
  readonly #orders = new Map<VenueOrderID, OrderView>();

  /** Null: nothing says yet of which symbol the order is. It is to be asked for. */
  merge(part: ExecutionPart, known: KnownOrder): ExecutionView | null {
    const { venueOrderID, fill } = part;
    const before = this.#orders.get(venueOrderID);
    const venueSymbol = part.venueSymbol ?? before?.venueSymbol ?? known(venueOrderID)?.venueSymbol;
    if (venueSymbol === undefined) return null;
    const status = part.status ?? before?.status ?? '';
    const origQty = part.orderQty ?? before?.origQty ?? null;
    const order: OrderView = {
      venueSymbol,
      venueOrderID,
      clientOrderID: part.clientOrderID ?? before?.clientOrderID ?? '',
      status,
      side: part.side ?? before?.side ?? null,
      price: part.price ?? before?.price ?? null,
      origQty,
      // Where the last event gives no figure, it is what the order was for.
      executedQty: most(
        before?.executedQty ?? ZERO_QTY,
        part.cumQty ?? (status === 'filled' ? origQty : null) ?? ZERO_QTY,
      ),
    };
    this.#keep(order);
    return { order, executionType: part.execType, fill, reason: part.reason };
  }

  #keep(order: OrderView): void {
    this.#orders.delete(order.venueOrderID);
    this.#orders.set(order.venueOrderID, order);
    for (const oldest of this.#orders.keys()) {
      if (this.#orders.size <= ORDERS_MOST) return;
      this.#orders.delete(oldest);
    }
  }
}

/** An old trade in a snapshot tells an old figure: what was executed never becomes less. */
function most(...executed: readonly Qty[]): Qty {
  return executed.reduce((highest, one) => (one > highest ? one : highest), ZERO_QTY);
}
