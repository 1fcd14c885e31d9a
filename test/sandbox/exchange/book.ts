// One side of an order book: price levels in order, each a queue of orders by time of arrival.

import { formatDecimal } from './decimal.ts';
import type { Level, Order, Side } from './terms.ts';

export class BookSide {
  readonly side: Side;
  // The best level is the last, so that taking it away moves nothing.
  readonly #levels: Level[] = [];

  constructor(side: Side) {
    this.side = side;
  }

  get depth(): number {
    return this.#levels.length;
  }

  best(): Level | undefined {
    return this.#levels[this.#levels.length - 1];
  }

  /** The quantity at a price; zero where no order rests. */
  quantityAt(price: bigint): bigint {
    const level = this.#levels[this.#place(price)];
    return level !== undefined && level.price === price ? level.quantity : 0n;
  }

  /** From the best on, at most `limit` levels. */
  *fromBest(limit = Number.POSITIVE_INFINITY): Generator<Level> {
    const end = Math.max(0, this.#levels.length - limit);
    for (let i = this.#levels.length - 1; i >= end; i -= 1) {
      const level = this.#levels[i];
      if (level !== undefined) yield level;
    }
  }

  /** Whether `price` of the other side reaches into this level. */
  reaches(price: bigint, level: Level): boolean {
    return this.side === 'BUY' ? price <= level.price : price >= level.price;
  }

  /** Queues an order behind those already at its price. */
  add(order: Order, leaves: bigint): void {
    const level = this.#levelFor(order);
    level.quantity += leaves;
    order.level = level;
    order.previous = level.newest;
    if (level.newest === null) level.oldest = order;
    else level.newest.next = order;
    level.newest = order;
  }

  /** Takes an order out of its queue, with what is left of it. */
  remove(order: Order, leaves: bigint): void {
    const level = order.level;
    if (level === null) return;
    level.quantity -= leaves;
    if (order.previous === null) level.oldest = order.next;
    else order.previous.next = order.next;
    if (order.next === null) level.newest = order.previous;
    else order.next.previous = order.previous;
    order.level = null;
    order.previous = null;
    order.next = null;
    if (level.oldest === null) this.#levels.splice(this.#place(level.price), 1);
  }

  #levelFor(order: Order): Level {
    const place = this.#place(order.price);
    const found = this.#levels[place];
    if (found !== undefined && found.price === order.price) return found;
    const level: Level = {
      price: order.price,
      priceText: formatDecimal(order.price),
      quantity: 0n,
      oldest: null,
      newest: null,
    };
    this.#levels.splice(place, 0, level);
    return level;
  }

  /** Where the price is, or would be. */
  #place(price: bigint): number {
    let low = 0;
    let high = this.#levels.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      const level = this.#levels[middle];
      if (level !== undefined && this.#worse(level.price, price)) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  #worse(price: bigint, than: bigint): boolean {
    return this.side === 'BUY' ? price < than : price > than;
  }
}
