// A desk with two venues whose books show so much each, and what became of an order over them.
import type { ChildID, VenueID } from '../../../../spec/terms/index.ts';
import { epochNs, formatDecimal } from '../../../../spec/units/index.ts';
import {
  type Bench,
  bookOf,
  listing,
  newBench,
  orderOf,
  otherListing,
  price,
  says,
  twoVenues,
} from '../../../fixtures/desk.ts';

/** 5 at 100.00 at the first venue, 5 at 100.05 at the other; a buy of 10 within 101 takes all of it. */
export function twoBooks(shown = { here: '5', there: '5' }): Bench {
  const bench = newBench({ instruments: [twoVenues] });
  show(bench, shown);
  return bench;
}

export function show(
  bench: Bench,
  { here, there }: { readonly here: string; readonly there: string },
): void {
  const receivedAt = epochNs(bench.now);
  const bids = [['99.90', '3']] as const;
  bench.book = { ...bookOf(listing, { asks: [['100.00', here]], bids }), receivedAt };
  bench.other.book = { ...bookOf(otherListing, { asks: [['100.05', there]], bids }), receivedAt };
}

export const ioc = { timeInForce: 'IOC', price: price(101) } as const;
export const gtc = { timeInForce: 'GTC', price: price(101) } as const;

/** The newest child of the order there. */
export function childAt(bench: Bench, clOrdID: string, venue: VenueID): ChildID {
  const child = orderOf(bench, clOrdID).children.findLast((one) => one.venueID === venue);
  if (child === undefined) throw new Error(`order ${clOrdID} has no child at ${venue}`);
  return child.childID;
}

export const refuses = (bench: Bench, clOrdID: string, venue: VenueID, notSent = false) =>
  bench.send(
    says(
      {
        type: 'Refused',
        childID: childAt(bench, clOrdID, venue),
        text: notSent ? 'not sent: rate budget' : 'insufficient balance',
        ...(notSent && { notSent }),
      },
      venue,
    ),
  );

/** Venue, quantity, time in force and phase of the order's children. */
export const children = (bench: Bench, clOrdID: string) =>
  orderOf(bench, clOrdID).children.map((child) =>
    [child.venueID, formatDecimal(child.orderQty), child.timeInForce, child.phase].join(' '),
  );
