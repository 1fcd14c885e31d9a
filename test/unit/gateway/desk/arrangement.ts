// What tests of the desk arrange alike, and what they ask of a decision.
import type { Event, EventOf } from '../../../../spec/events/index.ts';
import type { ChildID } from '../../../../spec/terms/index.ts';
import { formatDecimal } from '../../../../spec/units/index.ts';
import {
  type Bench,
  acknowledged,
  childOf,
  enter,
  newBench,
  orderOf,
} from '../../../fixtures/desk.ts';

type Terms = Parameters<typeof enter>[2];

export const second = 1_000_000_000n;
export const tick = { type: 'Tick' } as const;

/** An order whose child works at the first venue: that child. */
export function rest(bench: Bench, clOrdID: string, terms: Terms = {}): ChildID {
  bench.send(enter(bench, clOrdID, terms));
  const childID = childOf(bench, clOrdID);
  bench.send(acknowledged(childID));
  return childID;
}

/** Order A, of 10 at 100 unless told otherwise, its child working. */
export function resting(terms: Terms = {}): { readonly bench: Bench; readonly childID: ChildID } {
  const bench = newBench();
  return { bench, childID: rest(bench, 'A', terms) };
}

export type Decided = ReturnType<Bench['send']>;
export const types = ({ recorded }: Decided) => recorded.map(({ event }) => event.type);
export const lastEvent = ({ recorded }: Decided) => recorded.at(-1)?.event;
export const cancels = ({ effects }: Decided) =>
  effects.filter(({ type }) => type === 'CancelChild');

export function routed(events: readonly Event[]): EventOf<'RouteDecided'> {
  const [found] = events.filter((event) => event.type === 'RouteDecided');
  if (found === undefined) throw new Error('nothing was routed');
  return found;
}

/** Venue, quantity, price and time in force of the order's children. */
export const childTerms = (bench: Bench, clOrdID: string) =>
  orderOf(bench, clOrdID).children.map((child) => [
    child.venueID,
    formatDecimal(child.orderQty),
    formatDecimal(child.price),
    child.timeInForce,
  ]);
