// Children of which everything has been said and booked, as one text each: a late fill may still find them. As objects
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
import type { ChildEndHow, FillKnown } from '../../spec/venues/index.ts';
import type { Child, Standing } from './child.ts';
import { KeptTexts, NO_KEY } from './kept-texts.ts';

/** What does not follow from its being settled. */
export interface SettledChild extends Child {
  readonly acknowledged: boolean;
  readonly filled: Qty;
  readonly venueCumQty: Qty;
  readonly fills: readonly FillKnown[];
}

/** A quantity, price or time that is the order's own is empty: most children fill whole, at once, and at their price. */
type Digits = string;

type Written = readonly [
  childID: string,
  venueSymbol: string,
  side: Side,
  price: Digits,
  orderQty: Digits,
  since: Digits,
  sentAt: Digits,
  venueOrderID: string | null,
  standing: Standing,
  text: string,
  acknowledged: boolean,
  filled: Digits,
  venueCumQty: Digits,
  end: readonly [how: ChildEndHow, cumQty: Digits, text: string] | null,
  fills: readonly (readonly [venueExecID: string, lastQty: Digits, lastPx: Digits])[],
];

export interface Settled {
  readonly child: SettledChild;
  /** Until when late fills find it. */
  readonly until: EpochNs;
}

/** Mutable. */
export class SettledChildren {
  readonly #texts: KeptTexts;

  /** `most`: of more the oldest goes before its time. */
  constructor(most: number) {
    this.#texts = new KeptTexts(most);
  }

  /** False: it is too long for this. */
  add(child: SettledChild, until: EpochNs): boolean {
    const { childID, venueSymbol, venueOrderID } = child;
    const ofOrder = venueOrderID === null ? NO_KEY : orderHash(venueSymbol, venueOrderID);
    return this.#texts.add(written(child), until, textHash(childID), ofOrder);
  }

  /** Whether it is the order of one of them. */
  knows(venueSymbol: string, venueOrderID: VenueOrderID): boolean {
    const hash = orderHash(venueSymbol, venueOrderID);
    return this.#texts.find(hash, ofOrder(venueSymbol, venueOrderID)) !== null;
  }

  /** Null where it is none of these. */
  get(childID: ChildID): SettledChild | null {
    return this.#texts.find(textHash(childID), ofID(childID));
  }

  /** Gives it back and keeps it no more; null where it is none of these. */
  take(childID: ChildID): Settled | null {
    return settled(this.#texts.take(textHash(childID), ofID(childID)));
  }

  /** The same by its order at the venue. */
  takeOrder(venueSymbol: string, venueOrderID: VenueOrderID): Settled | null {
    const hash = orderHash(venueSymbol, venueOrderID);
    return settled(this.#texts.take(hash, ofOrder(venueSymbol, venueOrderID)));
  }

  /** Lets go of those whose time has come, and of the oldest where there are too many. */
  expire(now: EpochNs): void {
    this.#texts.expire(now);
  }
}

function settled(taken: { found: SettledChild; until: EpochNs } | null): Settled | null {
  return taken === null ? null : { child: taken.found, until: taken.until };
}

function orderHash(venueSymbol: string, venueOrderID: VenueOrderID): number {
  return textHash(`${venueSymbol}|${venueOrderID}`);
}

function ofID(childID: ChildID): (text: string) => SettledChild | null {
  return (text) => {
    const child = read(text);
    return child.childID === childID ? child : null;
  };
}

function ofOrder(
  venueSymbol: string,
  venueOrderID: VenueOrderID,
): (text: string) => SettledChild | null {
  return (text) => {
    const child = read(text);
    return child.venueSymbol === venueSymbol && child.venueOrderID === venueOrderID ? child : null;
  };
}

function written(child: SettledChild): string {
  const { price, orderQty, since, end } = child;
  const parts: Written = [
    child.childID,
    child.venueSymbol,
    child.side,
    String(price),
    String(orderQty),
    String(since),
    unless(since, child.sentAt),
    child.venueOrderID,
    child.standing,
    child.text,
    child.acknowledged,
    unless(orderQty, child.filled),
    unless(orderQty, child.venueCumQty),
    end === null ? null : [end.how, unless(orderQty, end.cumQty), end.text],
    child.fills.map((fill) => [
      fill.venueExecID,
      unless(orderQty, fill.lastQty),
      unless(price, fill.lastPx),
    ]),
  ];
  return JSON.stringify(parts);
}

function read(text: string): SettledChild {
  const [
    childID,
    venueSymbol,
    side,
    ofPrice,
    ofOrderQty,
    ofSince,
    ofSentAt,
    ofOrder,
    standing,
    said,
    acknowledged,
    ofFilled,
    ofVenueCumQty,
    ofEnd,
    ofFills,
  ] = JSON.parse(text) as Written;
  const price = asPrice(BigInt(ofPrice));
  const orderQty = asQty(BigInt(ofOrderQty));
  const since = epochNs(BigInt(ofSince));
  const qty = (digits: Digits): Qty => (digits === '' ? orderQty : asQty(BigInt(digits)));
  return {
    childID: asChildID(childID),
    venueSymbol,
    side,
    price,
    orderQty,
    since,
    sentAt: ofSentAt === '' ? since : epochNs(BigInt(ofSentAt)),
    venueOrderID: ofOrder === null ? null : asVenueOrderID(ofOrder),
    standing,
    text: said,
    end: ofEnd === null ? null : { how: ofEnd[0], cumQty: qty(ofEnd[1]), text: ofEnd[2] },
    acknowledged,
    filled: qty(ofFilled),
    venueCumQty: qty(ofVenueCumQty),
    fills: ofFills.map(([venueExecID, lastQty, lastPx]) => ({
      venueExecID: asVenueExecID(venueExecID),
      lastQty: qty(lastQty),
      lastPx: lastPx === '' ? price : asPrice(BigInt(lastPx)),
    })),
  };
}

function unless(same: bigint, value: bigint): Digits {
  return value === same ? '' : String(value);
}
