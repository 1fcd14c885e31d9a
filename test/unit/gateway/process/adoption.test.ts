// Venues take over what the journal says is open there: what is under way before any Logon, what rests behind it.

import { expect, test } from '@jest/globals';
import {
  type DeskState,
  evolve,
  restoreTrusting,
  snapshotOf,
  stateHash,
} from '../../../../gateway/desk/index.ts';
import { adoption } from '../../../../gateway/process/adoption.ts';
import { SnapshotReader, WireWriter, encodeDeskSnapshot } from '../../../../spec/events/index.ts';
import type { ChildID } from '../../../../spec/terms/index.ts';
import {
  type Bench,
  acknowledged,
  cancel,
  childOf,
  enter,
  newBench,
  orderOf,
  venueID,
} from '../../../fixtures/desk.ts';

/** Three orders: the first and the last rest at the venue, the second's child has not been answered. */
function threeOrders(): { readonly bench: Bench; readonly children: readonly ChildID[] } {
  const bench = newBench();
  for (const clOrdID of ['A1', 'A2', 'A3']) bench.send(enter(bench, clOrdID));
  const children = ['A1', 'A2', 'A3'].map((clOrdID) => childOf(bench, clOrdID));
  for (const clOrdID of ['A1', 'A3']) bench.send(acknowledged(childOf(bench, clOrdID)));
  return { bench, children };
}

function restored(state: DeskState): DeskState {
  const writer = new WireWriter();
  encodeDeskSnapshot(snapshotOf(state), writer);
  return restoreTrusting(new SnapshotReader(writer.finish()), stateHash(state));
}

interface Adopted {
  readonly calls: (readonly ChildID[])[];
  readonly soon: (() => void)[];
  readonly failures: unknown[];
  readonly adopting: ReturnType<typeof adoption>;
}

function adopted(state: DeskState): Adopted {
  const calls: (readonly ChildID[])[] = [];
  const soon: (() => void)[] = [];
  const failures: unknown[] = [];
  const adopting = adoption({
    state,
    venues: [
      { venueID, adopt: (children) => void calls.push(children.map(({ child }) => child.childID)) },
    ],
    slice: 1,
    soon: (run) => void soon.push(run),
    failed: (error) => void failures.push(error),
  });
  return { calls, soon, failures, adopting };
}

test('what is under way is adopted at once, what rests behind it, a slice at a time', () => {
  const { bench, children } = threeOrders();
  const [first, second, third] = children;
  const { calls, soon, adopting } = adopted(restored(bench.state));
  expect(calls).toEqual([[second]]);
  adopting.goOn();
  expect(calls).toEqual([[second], [first]]);
  expect(adopting.isDone).toBe(false);
  soon.shift()?.();
  expect(calls).toEqual([[second], [first], [third]]);
  expect(adopting.isDone).toBe(true);
  expect(soon).toEqual([]);
});

test('what a venue is told waits until it has all that is its own, in the order in which it was told', () => {
  const { bench } = threeOrders();
  const { soon, adopting } = adopted(restored(bench.state));
  const told: string[] = [];
  adopting.whenDone(() => void told.push('ask'));
  adopting.whenDone(() => void told.push('connect'));
  adopting.goOn();
  expect(told).toEqual([]);
  soon.shift()?.();
  expect(told).toEqual(['ask', 'connect']);
  adopting.whenDone(() => void told.push('cancel'));
  expect(told).toEqual(['ask', 'connect', 'cancel']);
});

test('a child that is decided meanwhile is its venue`s to be sent, not to be adopted', () => {
  const { bench, children } = threeOrders();
  const { calls, soon, adopting } = adopted(bench.state);
  bench.send(enter(bench, 'A4'));
  adopting.goOn();
  expect(soon).toEqual([]);
  expect(calls).toEqual([children]);
});

test('a cancel that is decided meanwhile is told, not adopted', () => {
  const { bench, children } = threeOrders();
  const state = restored(bench.state);
  const wanted: (readonly [ChildID, boolean])[] = [];
  const adopting = adoption({
    state,
    venues: [
      {
        venueID,
        adopt: (adoptedNow) => {
          for (const { child, cancelWanted } of adoptedNow) {
            wanted.push([child.childID, cancelWanted]);
          }
        },
      },
    ],
    slice: 3,
    soon: () => undefined,
    failed: () => undefined,
  });
  const before = bench.recorded.length;
  bench.send(cancel(bench, 'X3', 'A3'));
  for (const one of bench.recorded.slice(before)) evolve(state, one);
  expect(state.orders.get(orderOf(bench, 'A3').orderID)?.children[0]?.cancel).toBe('Sent');
  adopting.goOn();
  expect(wanted).toEqual([
    [children[1], false],
    [children[0], false],
    [children[2], false],
  ]);
});

test('closed, it goes on no further and lets nothing go', () => {
  const { bench } = threeOrders();
  const { calls, soon, adopting } = adopted(restored(bench.state));
  const told: string[] = [];
  adopting.whenDone(() => void told.push('connect'));
  adopting.goOn();
  adopting.close();
  soon.shift()?.();
  expect(calls).toHaveLength(2);
  expect(told).toEqual([]);
});

test('an order that cannot be read ends it, and no venue connects', () => {
  const { bench } = threeOrders();
  const writer = new WireWriter();
  encodeDeskSnapshot(snapshotOf(bench.state), writer);
  const bytes = writer.finish();
  const state = restoreTrusting(new SnapshotReader(bytes), stateHash(bench.state));
  const { failures, calls, adopting } = adopted(state);
  bytes.fill(0xff);
  const told: string[] = [];
  adopting.whenDone(() => void told.push('connect'));
  adopting.goOn();
  expect(String(failures)).toContain('UnreadableEvent');
  expect(calls).toHaveLength(1);
  expect(told).toEqual([]);
});
