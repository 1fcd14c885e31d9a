// Children of which everything has been said and booked, as bytes outside the heap: a late fill may still find them. As objects
// they were nearly half of what lived longer than two collections, and 100,000 of them took 130 MB.

import { textHash } from '../../spec/passing/index.ts';
import type { EpochNs } from '../../spec/ports/index.ts';
import {
  type ChildID,
  type Side,
  type VenueOrderID,
  asChildID,
  asVenueExecID,
  asVenueOrderID,
} from '../../spec/terms/index.ts';
import { type Qty, asPrice, asQty, epochNs } from '../../spec/units/index.ts';
import type { FillKnown } from '../../spec/venues/index.ts';
import type { Child } from './child.ts';
import { KeptRecords, NO_KEY, type Read, type Write } from './kept-records.ts';
import { INTEGER_MOST, Pen, VALUE_BYTES_MOST } from './pen.ts';

/** What does not follow from its being settled. */
export interface SettledChild extends Child {
  readonly acknowledged: boolean;
  readonly filled: Qty;
  readonly venueCumQty: Qty;
  readonly fills: readonly FillKnown[];
}

export interface Settled {
  readonly child: SettledChild;
  /** Until when late fills find it. */
  readonly until: EpochNs;
}

/** Mutable. */
export class SettledChildren {
  readonly #records: KeptRecords;
  readonly #pen = new Pen();

  /** `most`: of more the oldest goes before its time. */
  constructor(most: number) {
    this.#records = new KeptRecords(most);
  }

  /** False: it is too long for this. */
  add(child: SettledChild, until: EpochNs): boolean {
    if (!isWritable(child)) return false;
    const { childID, venueSymbol, venueOrderID } = child;
    const ofOrder = venueOrderID === null ? NO_KEY : orderHash(venueSymbol, venueOrderID);
    const write: Write = (chunk, at) => {
      const pen = this.#pen.at(chunk, at);
      written(child, pen);
      return pen.place;
    };
    return this.#records.add(bytesMostOf(child), write, until, [textHash(childID), ofOrder]);
  }

  /** Whether it is the order of one of them. */
  knows(venueSymbol: string, venueOrderID: VenueOrderID): boolean {
    const hash = orderHash(venueSymbol, venueOrderID);
    return this.#records.find(hash, this.#ofOrder(venueSymbol, venueOrderID)) !== null;
  }

  /** Null where it is none of these. */
  get(childID: ChildID): SettledChild | null {
    return this.#records.find(textHash(childID), this.#ofID(childID));
  }

  /** Gives it back and keeps it no more; null where it is none of these. */
  take(childID: ChildID): Settled | null {
    return settled(this.#records.take(textHash(childID), this.#ofID(childID)));
  }

  /** The same by its order at the venue. */
  takeOrder(venueSymbol: string, venueOrderID: VenueOrderID): Settled | null {
    const hash = orderHash(venueSymbol, venueOrderID);
    return settled(this.#records.take(hash, this.#ofOrder(venueSymbol, venueOrderID)));
  }

  /** Lets go of those whose time has come, and of the oldest where there are too many. */
  expire(now: EpochNs): void {
    this.#records.expire(now);
  }

  #ofID(childID: ChildID): Read<SettledChild> {
    return (chunk, at) => {
      const child = read(this.#pen.at(chunk, at));
      return child.childID === childID ? child : null;
    };
  }

  #ofOrder(venueSymbol: string, venueOrderID: VenueOrderID): Read<SettledChild> {
    return (chunk, at) => {
      const child = read(this.#pen.at(chunk, at));
      const isIt = child.venueSymbol === venueSymbol && child.venueOrderID === venueOrderID;
      return isIt ? child : null;
    };
  }
}

function settled(taken: { found: SettledChild; until: EpochNs } | null): Settled | null {
  return taken === null ? null : { child: taken.found, until: taken.until };
}

function orderHash(venueSymbol: string, venueOrderID: VenueOrderID): number {
  return textHash(`${venueSymbol}|${venueOrderID}`);
}

const SIDES = ['buy', 'sell'] as const satisfies readonly Side[];
const STANDINGS = ['Ended', 'Refused', 'Absent', 'Sent', 'InDoubt', 'Working'] as const;
const ENDS = ['Filled', 'Canceled', 'Expired', 'Rejected'] as const;

/** Values of a child without its fills, and of a fill. */
const CHILD_VALUES = 21;
const FILL_VALUES = 3;

function bytesMostOf({
  childID,
  venueSymbol,
  venueOrderID,
  text,
  end,
  fills,
}: SettledChild): number {
  const endText = end === null ? '' : end.text;
  let characters = childID.length + venueSymbol.length + text.length + endText.length;
  if (venueOrderID !== null) characters += venueOrderID.length;
  for (const { venueExecID } of fills) characters += venueExecID.length;
  return (CHILD_VALUES + fills.length * FILL_VALUES) * VALUE_BYTES_MOST + characters * 2;
}

/** What a venue says may be any number; only what no order has is not written. */
function isWritable({ price, orderQty, filled, venueCumQty, end, fills }: SettledChild): boolean {
  return (
    fits(price) &&
    fits(orderQty) &&
    fits(filled) &&
    fits(venueCumQty) &&
    (end === null || fits(end.cumQty)) &&
    fills.every(({ lastQty, lastPx }) => fits(lastQty) && fits(lastPx))
  );
}

function fits(value: bigint): boolean {
  return value >= 0n && value <= INTEGER_MOST;
}

function written(child: SettledChild, pen: Pen): void {
  const { venueOrderID, end, fills } = child;
  pen.putText(child.childID);
  pen.putText(child.venueSymbol);
  pen.putOneOf(SIDES, child.side);
  pen.putInteger(child.price);
  pen.putInteger(child.orderQty);
  pen.putInteger(child.since);
  pen.putInteger(child.sentAt);
  pen.putCount(venueOrderID === null ? 0 : 1);
  if (venueOrderID !== null) pen.putText(venueOrderID);
  pen.putOneOf(STANDINGS, child.standing);
  pen.putText(child.text);
  pen.putCount(child.acknowledged ? 1 : 0);
  pen.putInteger(child.filled);
  pen.putInteger(child.venueCumQty);
  pen.putCount(end === null ? 0 : 1);
  if (end !== null) {
    pen.putOneOf(ENDS, end.how);
    pen.putInteger(end.cumQty);
    pen.putText(end.text);
  }
  pen.putCount(fills.length);
  for (const { venueExecID, lastQty, lastPx } of fills) {
    pen.putText(venueExecID);
    pen.putInteger(lastQty);
    pen.putInteger(lastPx);
  }
}

/** In the order in which it is written. */
function read(pen: Pen): SettledChild {
  return {
    childID: asChildID(pen.text()),
    venueSymbol: pen.text(),
    side: pen.oneOf(SIDES),
    price: asPrice(pen.integer()),
    orderQty: asQty(pen.integer()),
    since: epochNs(pen.integer()),
    sentAt: epochNs(pen.integer()),
    venueOrderID: pen.count() === 0 ? null : asVenueOrderID(pen.text()),
    standing: pen.oneOf(STANDINGS),
    text: pen.text(),
    acknowledged: pen.count() === 1,
    filled: asQty(pen.integer()),
    venueCumQty: asQty(pen.integer()),
    end:
      pen.count() === 0
        ? null
        : { how: pen.oneOf(ENDS), cumQty: asQty(pen.integer()), text: pen.text() },
    fills: Array.from({ length: pen.count() }, () => ({
      venueExecID: asVenueExecID(pen.text()),
      lastQty: asQty(pen.integer()),
      lastPx: asPrice(pen.integer()),
    })),
  };
}
