// Open orders by their ids, in the order in which they came.
//
// To read 100,000 orders out of a snapshot and to put them in place takes more than a second, and nobody asks for most
// of them in that second. So one that rests stays what the snapshot has of it until it is asked for.

import type { ParentOrder } from '../../../spec/events/index.ts';
import { PassingMap } from '../../../spec/passing/index.ts';
import type { OrderID } from '../../../spec/terms/index.ts';

/** Mutable: those that still rest. */
interface Resting {
  /** All there are, in their order; one that rests by its place in the snapshot. */
  readonly orders: PassingMap<OrderID, ParentOrder | number>;
  left: number;
  read(place: number): ParentOrder;
}

/** Mutable. Whatever walks all orders reads all that still rest. */
export class OpenOrders implements ReadonlyMap<OrderID, ParentOrder> {
  /** All there are, where none rests. */
  #awake = new PassingMap<OrderID, ParentOrder>();
  /** Null: none rests. */
  #resting: Resting | null = null;

  /** An order that rests at that place of a snapshot, which `read` reads: the same one for all. */
  rest(orderID: OrderID, place: number, read: (place: number) => ParentOrder): void {
    this.#resting ??= { orders: new PassingMap(this.#awake), left: 0, read };
    this.#resting.orders.set(orderID, place);
    this.#resting.left += 1;
  }

  get size(): number {
    return (this.#resting?.orders ?? this.#awake).size;
  }

  /** Throws UnreadableEvent for one that rests and cannot be read. */
  get(orderID: OrderID): ParentOrder | undefined {
    const resting = this.#resting;
    if (resting === null) return this.#awake.get(orderID);
    const found = resting.orders.get(orderID);
    return typeof found === 'number' ? this.#wake(resting, orderID, found) : found;
  }

  has(orderID: OrderID): boolean {
    return (this.#resting?.orders ?? this.#awake).has(orderID);
  }

  /** Of an order that was read, or is new. */
  set(orderID: OrderID, order: ParentOrder): void {
    (this.#resting?.orders ?? this.#awake).set(orderID, order);
  }

  /** Of an order that was read. */
  delete(orderID: OrderID): void {
    (this.#resting?.orders ?? this.#awake).delete(orderID);
  }

  /** Those that do not rest: all of which anything is under way, or in doubt, are among them. */
  awake(): Iterable<ParentOrder> {
    return this.#resting === null ? this.#awake.values() : awakeOf(this.#resting);
  }

  /** Those that rest now. */
  resting(): readonly OrderID[] {
    const ids: OrderID[] = [];
    if (this.#resting === null) return ids;
    for (const [orderID, order] of this.#resting.orders) {
      if (typeof order === 'number') ids.push(orderID);
    }
    return ids;
  }

  values(): MapIterator<ParentOrder> {
    return this.#all().values();
  }

  keys(): MapIterator<OrderID> {
    return this.#all().keys();
  }

  entries(): MapIterator<[OrderID, ParentOrder]> {
    return this.#all().entries();
  }

  [Symbol.iterator](): MapIterator<[OrderID, ParentOrder]> {
    return this.#all().entries();
  }

  forEach(
    visit: (order: ParentOrder, orderID: OrderID, all: ReadonlyMap<OrderID, ParentOrder>) => void,
  ): void {
    for (const [orderID, order] of this.#all()) visit(order, orderID, this);
  }

  #wake(resting: Resting, orderID: OrderID, place: number): ParentOrder {
    const order = resting.read(place);
    resting.orders.set(orderID, order);
    resting.left -= 1;
    if (resting.left === 0) {
      this.#awake = new PassingMap();
      for (const [id, one] of resting.orders) if (typeof one !== 'number') this.#awake.set(id, one);
      this.#resting = null;
    }
    return order;
  }

  #all(): PassingMap<OrderID, ParentOrder> {
    for (const orderID of this.resting()) this.get(orderID);
    return this.#awake;
  }
}

function* awakeOf({ orders }: Resting): Generator<ParentOrder, void, undefined> {
  for (const order of orders.values()) if (typeof order !== 'number') yield order;
}
