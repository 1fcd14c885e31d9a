// Sends what no child of an order is open for: which children, where, and why.

import { coverChild, killOver } from '../../../risk/index.ts';
import type { ParentOrder } from '../../../spec/events/index.ts';
import { type Instrument, childIDOf } from '../../../spec/terms/index.ts';
import { type Qty, formatDecimal } from '../../../spec/units/index.ts';
import type { Draft } from './draft.ts';
import { feeFor, fittingQty, priceAt } from './fit.ts';
import { freeQtyOf, isImmediate, routingsOf } from './order-kind.ts';
import { planChildren } from './plan.ts';
import type { ChildTerms } from './shares.ts';
import { type Usable, type Venues, venuesFor } from './venues-for.ts';

/** So often a resting order is refused, faded or not sent before it is given up. */
const FAILURES_MOST = 50;

/**
 * False: no venue takes any of it now, and nothing was decided. `known`: its venues, where they have just been looked at.
 */
export function placeChildren(draft: Draft, known: Venues | null = null): boolean {
  const { order, state } = draft;
  if (state.kills.size > 0 && killOver(state.kills.values(), order) !== null) return false;
  const instrument = tradedInstrument(draft);
  const qty = freeQtyOf(order);
  if (instrument === null || qty === 0n || failuresOf(order) >= FAILURES_MOST) return false;
  const venues = known ?? venuesOf(draft, instrument);
  // Asked each second of an order whose rest waits: the router is asked only where it could come to something.
  if (!venues.usable.some((one) => takesSome(order, one, qty))) return false;
  const routing = routingsOf(order) + 1;
  const { children, decided } = planChildren(draft, { instrument, venues, qty, routing });
  // A resting order looks again each second: only what comes to something is written down.
  if (decided !== null && (children.length > 0 || decided.how === 'Whole')) {
    draft.emit({ type: 'RouteDecided', orderID: order.orderID, routing, ...decided });
  }
  for (const child of children) decideChild(draft, child, routing);
  return children.length > 0;
}

function decideChild(draft: Draft, terms: ChildTerms, routing: number): void {
  const { order, state } = draft;
  const { orderID, instrumentID, side } = order;
  const { listing, price, orderQty, timeInForce, why, swaps = [] } = terms;
  const { venueID, venueSymbol } = listing;
  const intent = draft.takeIntent();
  const childID = childIDOf({ desk: state.desk, epoch: state.epoch, intent });
  coverChild(
    { childID, venueID, instrumentID, venueSymbol, side, price, orderQty, timeInForce },
    order,
  );
  draft.emit({
    type: 'ChildDecided',
    orderID,
    childID,
    intent,
    venueID,
    venueSymbol,
    price,
    orderQty,
    timeInForce,
    why,
    routing,
    swaps,
  });
}

/**
 * Null while a venue may take the order's open quantity, now or later; else why none ever will: each is
 * forbidden, has refused it, or takes no quantity so small.
 */
export function isHopeless(draft: Draft): string | null {
  const { order } = draft;
  const instrument = tradedInstrument(draft);
  if (instrument === null) return null;
  const failures = failuresOf(order);
  if (failures >= FAILURES_MOST) return `no venue took it in ${failures} attempts`;
  const { usable, barred } = venuesOf(draft, instrument);
  if (barred.some(({ how }) => how === 'Now')) return null;
  const qty = freeQtyOf(order);
  if (usable.some((one) => takesSome(order, one, qty))) return null;
  if (usable.length > 0) return `${formatDecimal(qty)} is less than any venue takes`;
  return barred.map(({ venueID, why }) => `${venueID} ${why}`).join(', ');
}

function takesSome(order: ParentOrder, { listing, venue }: Usable, qty: Qty): boolean {
  const fee = feeFor(isImmediate(order) ? 'IOC' : 'GTC', venue.fees);
  return fittingQty(listing, qty, priceAt(order, listing, fee)) > 0n;
}

function tradedInstrument({ order, state }: Draft): Instrument | null {
  const instrument = state.instruments.get(order.instrumentID);
  const isTraded = instrument?.state === 'Trading' && instrument.listings.length > 0;
  return isTraded ? instrument : null;
}

function venuesOf({ order, state, context }: Draft, instrument: Instrument): Venues {
  return venuesFor(state, context, { order, instrument });
}

function failuresOf(order: ParentOrder): number {
  return order.exclusions.reduce((sum, { times }) => sum + times, 0);
}
