// Snapshots of the desk's state, taken while the desk goes on: as of one moment, made a slice at a time.
//
// Entities never change, they are replaced: a list of them is the state as of the moment in which it was made. An order
// that has not changed since the last snapshot has its bytes there already.

import {
  type DeskSnapshot,
  type ParentOrder,
  WireWriter,
  encodeDeskSnapshot,
  encodeSnapshotOrder,
} from '../../spec/events/index.ts';
import { type DeskState, cutHash, snapshotOf } from '../desk/index.ts';
import type { Journal } from '../journal/index.ts';
import { textBytes } from './tables.ts';

export interface SnapshotSlices {
  /** Orders encoded, or hashed, in one go. */
  readonly orders: number;
  /** Settles when others have had their turn. */
  pause(): Promise<void>;
}

export interface SnapshotParts {
  readonly state: DeskState;
  readonly journal: Pick<Journal, 'nextSequence' | 'flush' | 'writeSnapshot'>;
  readonly slices: SnapshotSlices;
}

/** To copy an order's bytes takes a twentieth of encoding it. */
const COPIES_AN_ENCODING = 20;
/** An order that rests at one venue has some 280 bytes. */
const BYTES_AN_ORDER = 320;

/** A snapshot as it was written: order `n` lies from `starts[n]` to `starts[n + 1]`. */
interface Encoded {
  readonly orders: readonly ParentOrder[];
  readonly starts: Uint32Array;
  readonly bytes: Buffer;
}

/** Mutable: what the last snapshot had. */
export class SnapshotTaker {
  readonly #parts: SnapshotParts;
  #before: Encoded | null = null;
  /** Settles when the one that was asked for last is made, and on its way to the disk. */
  #made: Promise<unknown> = Promise.resolve();

  constructor(parts: SnapshotParts) {
    this.#parts = parts;
  }

  /** Made one at a time; settles when it is verified. `readers` as in `Journal.writeSnapshot`. */
  async take(readers: readonly number[]): Promise<void> {
    const make = () => this.#make();
    const made = this.#made.then(make, make);
    this.#made = made;
    const { sequence, bytes, hash } = await made;
    await this.#parts.journal.flush();
    await this.#parts.journal.writeSnapshot(sequence, bytes, textBytes(hash), readers);
  }

  async #make(): Promise<{ sequence: number; bytes: Uint8Array; hash: string }> {
    const { state, journal, slices } = this.#parts;
    const sequence = journal.nextSequence - 1;
    const snapshot = snapshotOf(state);
    const cut = cutHash(state);
    const encoding = new Encoding(snapshot, this.#before);
    while (!encoding.advance(slices.orders)) await slices.pause();
    while (!cut.advance(slices.orders)) await slices.pause();
    const encoded = encoding.finish();
    this.#before = encoded;
    return { sequence, bytes: encoded.bytes, hash: cut.finish() };
  }
}

/** Mutable: how far the encoding has come. */
class Encoding {
  readonly #writer = new WireWriter();
  readonly #orders: readonly ParentOrder[];
  readonly #before: Encoded | null;
  readonly #starts: Uint32Array;
  #bytes: Buffer;
  #at: number;
  #next = 0;
  /** The place in `before` up to which its orders have gone, or have been passed. */
  #passed = 0;

  constructor(snapshot: DeskSnapshot, before: Encoded | null) {
    this.#orders = snapshot.orders;
    this.#before = before;
    this.#starts = new Uint32Array(snapshot.orders.length + 1);
    encodeDeskSnapshot({ ...snapshot, orders: [] }, this.#writer);
    const head = this.#writer.finish();
    const room = head.length + snapshot.orders.length * BYTES_AN_ORDER;
    this.#bytes = Buffer.allocUnsafeSlow(Math.max(room, before?.bytes.length ?? 0));
    this.#bytes.set(head);
    this.#at = head.length;
  }

  /** True: all orders are encoded. */
  advance(orders: number): boolean {
    let left = orders * COPIES_AN_ENCODING;
    while (left > 0) {
      const order = this.#orders[this.#next];
      if (order === undefined) return true;
      this.#starts[this.#next] = this.#at;
      const isCopied = this.#copied(order);
      if (!isCopied) this.#encode(order);
      this.#next += 1;
      left -= isCopied ? 1 : COPIES_AN_ENCODING;
    }
    return this.#next === this.#orders.length;
  }

  finish(): Encoded {
    this.#starts[this.#orders.length] = this.#at;
    const bytes = this.#bytes.subarray(0, this.#at);
    return { orders: this.#orders, starts: this.#starts, bytes };
  }

  /** Open orders keep their order from one snapshot to the next; what is new comes behind them. */
  #copied(order: ParentOrder): boolean {
    const before = this.#before;
    if (before === null) return false;
    let known = before.orders[this.#passed];
    while (known !== undefined && known.orderID !== order.orderID) {
      this.#passed += 1;
      known = before.orders[this.#passed];
    }
    if (known !== order) return false;
    const from = before.starts[this.#passed] ?? 0;
    const to = before.starts[this.#passed + 1] ?? from;
    this.#reserve(to - from);
    before.bytes.copy(this.#bytes, this.#at, from, to);
    this.#at += to - from;
    return true;
  }

  #encode(order: ParentOrder): void {
    encodeSnapshotOrder(order, this.#writer);
    const encoded = this.#writer.finish();
    this.#reserve(encoded.length);
    this.#bytes.set(encoded, this.#at);
    this.#at += encoded.length;
  }

  #reserve(bytes: number): void {
    if (this.#at + bytes <= this.#bytes.length) return;
    const larger = Buffer.allocUnsafeSlow(Math.max(this.#bytes.length * 2, this.#at + bytes));
    this.#bytes.copy(larger, 0, 0, this.#at);
    this.#bytes = larger;
  }
}
