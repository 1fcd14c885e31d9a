// A snapshot that is read order by order.

import { expect, test } from '@jest/globals';
import { restoreTrusting, snapshotOf, stateHash } from '../../../../gateway/desk/index.ts';
import {
  SnapshotReader,
  WireReader,
  WireWriter,
  decodeDeskSnapshot,
  encodeDeskSnapshot,
  encodeSnapshotOrder,
} from '../../../../spec/events/index.ts';
import {
  type Bench,
  acknowledged,
  childOf,
  enter,
  newBench,
  orderOf,
} from '../../../fixtures/desk.ts';

function twoOrders(): Bench {
  const bench = newBench();
  for (const clOrdID of ['A1', 'A2']) {
    bench.send(enter(bench, clOrdID));
    bench.send(acknowledged(childOf(bench, clOrdID)));
  }
  return bench;
}

function written(bench: Bench): Uint8Array {
  const writer = new WireWriter();
  encodeDeskSnapshot(snapshotOf(bench.state), writer);
  return writer.finish();
}

test('its orders are those of the whole, and what is left is the whole without them', () => {
  const bytes = written(twoOrders());
  const { orders, ...others } = decodeDeskSnapshot(new WireReader(bytes));
  const reader = new SnapshotReader(bytes);
  expect(reader.rest).toEqual({ ...others, orders: [] });
  expect(reader.starts.map((start) => reader.order(start))).toEqual(orders);
});

test('orders that lie behind the rest, as a desk writes them, are found as well', () => {
  const snapshot = snapshotOf(twoOrders().state);
  const writer = new WireWriter();
  encodeDeskSnapshot({ ...snapshot, orders: [] }, writer);
  for (const order of snapshot.orders) encodeSnapshotOrder(order, writer);
  const reader = new SnapshotReader(writer.finish());
  expect(reader.starts.map((start) => reader.order(start).clOrdID)).toEqual(['A1', 'A2']);
});

test('an outline has the same values as the order', () => {
  const reader = new SnapshotReader(written(twoOrders()));
  for (const start of reader.starts) {
    const { children, ...fields } = reader.outline(start);
    const order = reader.order(start);
    expect(order).toMatchObject(fields);
    expect(order.children).toMatchObject([...children]);
    expect(children).toHaveLength(1);
  }
});

test('an outline is refused for a field that this build does not know, as the order is', () => {
  // Field 7 of a snapshot, of 3 bytes; in it field 99, a varint of 0: tag 99 * 8 = 792 = 0x98 0x06.
  const reader = new SnapshotReader(new Uint8Array([0x3a, 3, 0x98, 0x06, 0, ...smallest()]));
  const [start = 0] = reader.starts;
  for (const read of [() => reader.outline(start), () => reader.order(start)]) {
    expect(read).toThrow('ParentOrder: found field 99 of wire type 0');
  }
});

test('a snapshot that ends within an order is refused', () => {
  const bytes = written(twoOrders());
  expect(() => new SnapshotReader(bytes.subarray(0, bytes.length - 1))).toThrow(
    'the end of the bytes',
  );
});

test('an order that rests is read when it is asked for, and once', () => {
  const bench = twoOrders();
  const state = restoreTrusting(new SnapshotReader(written(bench)), stateHash(bench.state));
  expect(state.orders.resting()).toEqual([...bench.state.orders.keys()]);
  const { orderID } = orderOf(bench, 'A1');
  const order = state.orders.get(orderID);
  expect(order).toEqual(orderOf(bench, 'A1'));
  expect(state.orders.get(orderID)).toBe(order);
  expect(state.orders.resting()).toEqual([...bench.state.orders.keys()].slice(1));
  expect(state.orders.size).toBe(2);
  expect([...state.orders.values()]).toEqual([...bench.state.orders.values()]);
  expect(state.orders.resting()).toEqual([]);
});

/** What a snapshot of nothing has. */
function smallest(): Uint8Array {
  const writer = new WireWriter();
  encodeDeskSnapshot(snapshotOf(newBench().state), writer);
  return writer.finish();
}
