// A snapshot of the desk, order by order: written so, because it is made while the desk goes on, and read so, because a
// start has no time for what nobody asks for yet.
//
// Source: Protocol Buffers documentation, "Encoding": repeated fields need not lie together, and a message may be passed
// over by its length.

import {
  decodeDeskSnapshot,
  decodeParentOrder,
  decodeParentOrderOutline,
  encodeParentOrder,
} from './codec.generated.ts';
import type { DeskSnapshot, ParentOrder, ParentOrderOutline } from './entities.ts';
import { WireReader, type WireWriter } from './wire.ts';

/** Field 7 of DeskSnapshot in journal.proto, of a length and so many bytes; a test holds it against the generated codec. */
const ordersTag = (7 << 3) | 2;

export function encodeSnapshotOrder(order: ParentOrder, writer: WireWriter): void {
  writer.tag(ordersTag);
  writer.message(order, encodeParentOrder);
}

/** Reads a snapshot's orders one by one. */
export class SnapshotReader {
  readonly #reader: WireReader;
  /** Where each order lies, in their order. */
  readonly starts: readonly number[];
  /** All but the orders. */
  readonly rest: DeskSnapshot;

  /** Throws UnreadableEvent. */
  constructor(bytes: Uint8Array) {
    this.#reader = new WireReader(bytes);
    const starts: number[] = [];
    const others: Uint8Array[] = [];
    const reader = this.#reader;
    let otherFrom = 0;
    while (reader.more()) {
      const from = reader.at;
      const tag = reader.tag();
      const start = reader.at;
      reader.skip(tag, 'DeskSnapshot');
      if (tag !== ordersTag) continue;
      starts.push(start);
      if (from > otherFrom) others.push(bytes.subarray(otherFrom, from));
      otherFrom = reader.at;
    }
    others.push(bytes.subarray(otherFrom));
    this.starts = starts;
    this.rest = decodeDeskSnapshot(new WireReader(Buffer.concat(others)));
  }

  /** The order that lies there. Throws UnreadableEvent. */
  order(start: number): ParentOrder {
    this.#reader.seek(start);
    return this.#reader.message(decodeParentOrder, 'DeskSnapshot.orders');
  }

  /** The outline of the order that lies there. Throws UnreadableEvent, also for a field that this build does not know. */
  outline(start: number): ParentOrderOutline {
    this.#reader.seek(start);
    return this.#reader.message(decodeParentOrderOutline, 'DeskSnapshot.orders');
  }
}
