// Where an order's open quantity goes. With one venue listed that is the whole of it; the splitter over
// several takes this place.

import { coverChild } from '../../../risk/index.ts';
import { type Instrument, type Listing, childIDOf } from '../../../spec/terms/index.ts';
import type { ParentOrder } from '../../../spec/events/index.ts';
import { type Qty, formatDecimal, qtyOfLots, ticksOf } from '../../../spec/units/index.ts';
import type { BookSnapshot, ChildTimeInForce } from '../../../spec/venues/index.ts';
import type { DeskView } from '../evolve/state.ts';
import type { Context } from './context.ts';
import type { Draft } from './draft.ts';
import { isFresh } from './judge.ts';

/** A venue that takes new orders now, or why there is none. */
export type Open =
  | { readonly type: 'Venue'; readonly listing: Listing }
  | { readonly type: 'Closed'; readonly why: string };

export function openVenue(state: DeskView, context: Context, instrument: Instrument): Open {
  const why: string[] = [];
  for (const listing of instrument.listings) {
    const venue = context.venue(listing.venueID);
    if (venue === null) why.push(`${listing.venueID} is not configured`);
    else if (state.quarantined.has(listing.venueID)) why.push(`${listing.venueID} is quarantined`);
    else if (venue.state !== 'Ready') why.push(`${listing.venueID} is ${venue.state}`);
    else return { type: 'Venue', listing };
  }
  return { type: 'Closed', why: why.length === 0 ? 'no venue lists it' : why.join(', ') };
}

/** Sends all of LeavesQty to the venue. False: none is open now, and nothing was decided. */
export function placeChild(draft: Draft): boolean {
  const { order, state, context } = draft;
  const instrument = state.instruments.get(order.instrumentID);
  if (instrument === undefined || instrument.state !== 'Trading') return false;
  const open = openVenue(state, context, instrument);
  if (open.type === 'Closed') return false;
  const { venueID, venueSymbol } = open.listing;
  const intent = draft.takeIntent();
  const childID = childIDOf({ desk: state.desk, epoch: state.epoch, intent });
  const timeInForce = childTimeInForce(order);
  const child = {
    childID,
    venueID,
    instrumentID: order.instrumentID,
    venueSymbol,
    side: order.side,
    price: order.worstPrice,
    orderQty: order.leavesQty,
    timeInForce,
  };
  coverChild(child, order);
  draft.emit({
    type: 'ChildDecided',
    orderID: order.orderID,
    childID,
    intent,
    venueID,
    venueSymbol,
    price: child.price,
    orderQty: child.orderQty,
    timeInForce,
    why: whyThere(order, instrument, context.market.book(venueID, order.instrumentID)),
  });
  return true;
}

/**
 * Fill or kill goes out only where the whole quantity is shown within the limit (design, Router).
 * True where it is.
 */
export function showsAll(draft: Draft, listing: Listing): boolean {
  const { order, context } = draft;
  const book = context.market.book(listing.venueID, order.instrumentID);
  return book !== null && isFresh(context, book) && shownWithin(order, book) >= order.leavesQty;
}

function shownWithin(order: ParentOrder, book: BookSnapshot): Qty {
  const limit = ticksOf(order.worstPrice, book.tick);
  let shown = 0n;
  for (const [ticks, lots] of order.side === 'buy' ? book.asks : book.bids) {
    if (limit === null || (order.side === 'buy' ? ticks > limit : ticks < limit)) break;
    shown += qtyOfLots(lots, book.lot);
  }
  return shown as Qty;
}

function childTimeInForce(order: ParentOrder): ChildTimeInForce {
  if (order.timeInForce === 'FOK') return 'FOK';
  return order.timeInForce === 'IOC' || order.ordType === 'Market' ? 'IOC' : 'GTC';
}

function whyThere(order: ParentOrder, instrument: Instrument, book: BookSnapshot | null): string {
  const only =
    instrument.listings.length === 1 ? 'the only venue that lists it' : 'the first open venue';
  const best = order.side === 'buy' ? book?.asks[0] : book?.bids[0];
  if (book === null || best === undefined) return `${only}; its book shows nothing to take`;
  const price = formatDecimal(BigInt(best[0]) * book.tick);
  const qty = formatDecimal(BigInt(best[1]) * book.lot);
  const shown = formatDecimal(shownWithin(order, book));
  return `${only}; best ${order.side === 'buy' ? 'ask' : 'bid'} ${qty} at ${price}, ${shown} shown within the limit, book ${book.updateID}`;
}
