// Orders that have ended: out of the hot state, found again by OrderID, ClOrdID or child id.
//
// An order that ended in a batch that is not durable yet is found too: until then it is kept here.

import {
  type ParentOrder,
  WireReader,
  WireWriter,
  decodeParentOrder,
  encodeParentOrder,
} from '../../spec/events/index.ts';
import { PassingMap } from '../../spec/passing/index.ts';
import type { EpochNs } from '../../spec/ports/index.ts';
import { type TradeDate, tradeDate } from '../../spec/units/index.ts';
import { type BatchPut, type Journal, keyOf } from '../journal/index.ts';
import { IDFilter } from './id-filter.ts';
import { bytesText, clOrdIDKey, tables } from './tables.ts';

/** With more ids than this of a day before the start, that day's are looked up one by one: reading them takes 20 ms. */
const READ_AT_START = 10_000;

interface Fresh {
  readonly order: ParentOrder;
  readonly date: TradeDate;
  readonly sequence: number;
}

export class ColdOrders {
  readonly #journal: Pick<Journal, 'get' | 'range'>;
  readonly #writer = new WireWriter();
  /** In the order of their sequences; those before `#released` are durable. */
  #fresh: Fresh[] = [];
  #released = 0;
  /** Of those the first so many are in the indexes: made when one is asked for, which few orders ever are. */
  #indexed = 0;
  readonly #byOrderID = new PassingMap<string, ParentOrder>();
  readonly #byClOrdID = new PassingMap<string, ParentOrder>();
  readonly #byChildID = new PassingMap<string, ParentOrder>();
  /** By session, then by trade date, two of them; null: too many to know. */
  readonly #taken = new Map<string, Map<TradeDate, IDFilter | null>>();

  constructor(journal: Pick<Journal, 'get' | 'range'>) {
    this.#journal = journal;
  }

  /** Keeps an order that ends in the batch whose last record is `sequence`; what to put into it. */
  add(order: ParentOrder, at: EpochNs, sequence: number): readonly BatchPut[] {
    const date = tradeDate(at);
    this.#fresh.push({ order, date, sequence });
    const orderID = [order.orderID];
    const taken = this.#taken.get(order.sessionID)?.get(date) ?? null;
    const puts: BatchPut[] = [{ table: tables.orders, key: orderID, value: this.#encode(order) }];
    for (const clOrdID of order.clOrdIDs) {
      taken?.add(clOrdID);
      const key = clOrdIDKey(order.sessionID, date, clOrdID);
      puts.push({ table: tables.clOrdIDs, key, value: orderID });
    }
    for (const child of order.children) {
      puts.push({ table: tables.children, key: [child.childID], value: orderID });
    }
    return puts;
  }

  /** The journal itself answers for everything up to `durable`. */
  release(durable: number): void {
    for (;;) {
      const fresh = this.#fresh[this.#released];
      if (fresh === undefined || fresh.sequence > durable) break;
      if (this.#released < this.#indexed) this.#dropIndexes(fresh);
      this.#released += 1;
    }
    // Cut when half of it is gone: an order is moved once at most.
    if (this.#released === 0 || this.#released * 2 < this.#fresh.length) return;
    this.#fresh = this.#fresh.slice(this.#released);
    this.#indexed = Math.max(0, this.#indexed - this.#released);
    this.#released = 0;
  }

  /** Makes the indexes of all that is fresh. */
  #index(): void {
    for (let at = Math.max(this.#indexed, this.#released); at < this.#fresh.length; at += 1) {
      const fresh = this.#fresh[at];
      if (fresh === undefined) break;
      const { order, date } = fresh;
      this.#byOrderID.set(order.orderID, order);
      for (const id of order.clOrdIDs) {
        this.#byClOrdID.set(clOrdIDText(order.sessionID, date, id), order);
      }
      for (const child of order.children) this.#byChildID.set(child.childID, order);
    }
    this.#indexed = this.#fresh.length;
  }

  /** An order that ended a second time since is found by its later form. */
  #dropIndexes({ order, date }: Fresh): void {
    if (this.#byOrderID.get(order.orderID) !== order) return;
    this.#byOrderID.delete(order.orderID);
    for (const id of order.clOrdIDs) this.#byClOrdID.delete(clOrdIDText(order.sessionID, date, id));
    for (const child of order.children) this.#byChildID.delete(child.childID);
  }

  #encode(order: ParentOrder): Uint8Array {
    this.#writer.reset();
    encodeParentOrder(order, this.#writer);
    return this.#writer.finish();
  }

  byOrderID(orderID: string): ParentOrder | null {
    this.#index();
    const fresh = this.#byOrderID.get(orderID);
    if (fresh !== undefined) return fresh;
    const bytes = this.#journal.get(tables.orders, keyOf(orderID));
    return bytes === null ? null : decodeParentOrder(new WireReader(bytes));
  }

  /** Of the orders that ended on `date`. */
  byClOrdID(sessionID: string, date: TradeDate, clOrdID: string): ParentOrder | null {
    this.#index();
    const fresh = this.#byClOrdID.get(clOrdIDText(sessionID, date, clOrdID));
    if (fresh !== undefined) return fresh;
    const orderID = this.#orderIDOf(sessionID, date, clOrdID);
    return orderID === null ? null : this.byOrderID(bytesText(orderID));
  }

  isClOrdIDTaken(sessionID: string, date: TradeDate, clOrdID: string): boolean {
    // The filter knows what is fresh too.
    if (this.#filterOf(sessionID, date)?.mayHave(clOrdID) === false) return false;
    this.#index();
    if (this.#byClOrdID.has(clOrdIDText(sessionID, date, clOrdID))) return true;
    return this.#orderIDOf(sessionID, date, clOrdID) !== null;
  }

  #orderIDOf(sessionID: string, date: TradeDate, clOrdID: string): Uint8Array | null {
    if (this.#filterOf(sessionID, date)?.mayHave(clOrdID) === false) return null;
    const key = keyOf(...clOrdIDKey(sessionID, date, clOrdID));
    return this.#journal.get(tables.clOrdIDs, key);
  }

  /** Filled when it is first asked for, from the journal and from what is on its way there. */
  #filterOf(sessionID: string, date: TradeDate): IDFilter | null {
    let dates = this.#taken.get(sessionID);
    const known = dates?.get(date);
    if (known !== undefined) return known;
    if (dates === undefined) {
      dates = new Map();
      this.#taken.set(sessionID, dates);
    }
    // Today and the day before are asked for.
    for (const other of [...dates.keys()].sort().slice(0, -1)) dates.delete(other);
    const filter = this.#filled(sessionID, date);
    dates.set(date, filter);
    return filter;
  }

  #filled(sessionID: string, date: TradeDate): IDFilter | null {
    const filter = new IDFilter();
    const prefix = keyOf(sessionID, date);
    const end = new Uint8Array([...prefix.subarray(0, -1), 1]);
    const options = { limit: READ_AT_START + 1 };
    let count = 0;
    for (const [key] of this.#journal.range(tables.clOrdIDs, prefix, end, options)) {
      count += 1;
      filter.add(bytesText(key.subarray(prefix.length, -1)));
    }
    for (const { order, date: endedOn } of this.#fresh) {
      if (order.sessionID !== sessionID || endedOn !== date) continue;
      for (const clOrdID of order.clOrdIDs) filter.add(clOrdID);
    }
    return count > READ_AT_START ? null : filter;
  }

  byChildID(childID: string): ParentOrder | null {
    const fresh = this.#freshOfChild(childID);
    if (fresh !== undefined) return fresh;
    const orderID = this.#journal.get(tables.children, keyOf(childID));
    return orderID === null ? null : this.byOrderID(bytesText(orderID));
  }

  /**
   * What a venue says of a child's end comes with its last fill, and so speaks of the order that was added last: no
   * index is made for it, of all that waits for the disk.
   */
  #freshOfChild(childID: string): ParentOrder | undefined {
    const last = this.#fresh.at(-1)?.order;
    if (last?.children.some((child) => child.childID === childID) === true) return last;
    this.#index();
    return this.#byChildID.get(childID);
  }
}

function clOrdIDText(sessionID: string, date: TradeDate, clOrdID: string): string {
  return `${sessionID}\u0000${date}\u0000${clOrdID}`;
}
