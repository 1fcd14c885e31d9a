// Which children an order's open quantity goes out as: what is shown is taken where it is cheapest, and
// what is not shown rests, goes along, or waits, by the kind of order.

import { type RouteLeg, type RoutePlan, route, routeWhole } from '../../../router/index.ts';
import type { Instrument, VenueID } from '../../../spec/terms/index.ts';
import { type Qty, ZERO_QTY, subtractQty } from '../../../spec/units/index.ts';
import type { Draft } from './draft.ts';
import { isImmediate } from './order-kind.ts';
import { type RecordedRoute, recordOf } from './route-record.ts';
import { type ChildTerms, fitting, immediate, resting } from './shares.ts';
import { shownWithin } from './shown.ts';
import { type Sources, routeOrderOf, sourcesOf } from './sources.ts';
import { type PlannedSwap, childOf, transactionsOf } from './swap-terms.ts';
import type { Usable, Venues } from './venues-for.ts';
import { withinCovers } from './within-cover.ts';

export interface Planned {
  readonly children: readonly ChildTerms[];
  /** Null where there was nothing to choose: one exchange lists the instrument. */
  readonly decided: RecordedRoute | null;
}

export interface Placing {
  readonly instrument: Instrument;
  readonly venues: Venues;
  readonly qty: Qty;
  /** Counts the order's routings from 1. */
  readonly routing: number;
}

export function planChildren(draft: Draft, placing: Placing): Planned {
  const [only, ...others] = placing.instrument.listings;
  // A pool is never asked for more than it has, nor at any price: the router says how much and how far.
  const isExchange = only !== undefined && draft.context.venue(only.venueID)?.chain == null;
  if (others.length === 0 && isExchange) return { children: alone(draft, placing), decided: null };
  return draft.order.timeInForce === 'FOK' ? whole(draft, placing) : split(draft, placing);
}

/** All of it to the only venue that lists the instrument, whatever its book shows. */
function alone({ order, context }: Draft, { venues, qty }: Placing): readonly ChildTerms[] {
  const [one] = venues.usable;
  if (one === undefined) return [];
  const timeInForce = isImmediate(order) ? 'IOC' : 'GTC';
  const why = 'the only venue that lists it';
  if (order.timeInForce !== 'FOK') return fitting(order, one, { qty, timeInForce, why });
  const book = context.market.book(one.listing.venueID, order.instrumentID);
  if (shownWithin(context, book, order) < qty) return [];
  const terms = fitting(order, one, { qty, timeInForce: 'FOK', why });
  return terms.every(({ orderQty }) => orderQty === qty) ? terms : [];
}

/** Fill or kill is never split: the cheapest venue that shows all of it, as its own FOK or as one exact swap. */
function whole(draft: Draft, { venues, qty }: Placing): Planned {
  const { order } = draft;
  const seen = sourcesOf(draft, venues, 'FOK');
  const asked = routeOrderOf(order, qty);
  const plan = routeWhole(asked, seen.sources);
  const why = 'the cheapest venue that shows all of it';
  const { usable } = venues;
  const swaps = plannedSwaps(plan, { usable, seen });
  const [leg] = plan.legs;
  const at = usable.find(({ listing }) => listing.venueID === leg?.venueID);
  const children =
    swaps.length > 0
      ? childOf(order, swaps, { timeInForce: 'FOK', why })
      : leg === undefined || at === undefined
        ? []
        : fitting(order, at, { qty: leg.qty, timeInForce: 'FOK', why });
  return { children, decided: recordOf({ how: 'Whole', asked, seen, plan }) };
}

/** What nobody shows is asked for the first time only: an order that does not rest waits for nothing. */
function split(draft: Draft, { venues, qty, routing }: Placing): Planned {
  const { order } = draft;
  const shown = sourcesOf(draft, venues, 'IOC');
  const asked = routeOrderOf(order, qty);
  const first = route(asked, shown.sources);
  const seen = withinCovers(shown, first, venues.covers);
  const plan = seen === shown ? first : route(asked, seen.sources);
  const notShown = subtractQty(qty, plan.filledQty);
  const exchanges = venues.usable.filter(({ venue }) => venue.chain === null);
  const taken = takenAt(plan.legs, seen);
  const atExchanges = isImmediate(order)
    ? immediate(order, exchanges, { taken, rest: routing === 1 ? notShown : ZERO_QTY })
    : resting(draft, exchanges, { taken, rest: notShown });
  const children = [...atExchanges, ...swapsOf(draft, { usable: venues.usable, seen, plan })];
  return { children, decided: recordOf({ how: 'Split', asked, seen, plan }) };
}

function takenAt(legs: readonly RouteLeg[], { pools }: Sources): ReadonlyMap<VenueID, Qty> {
  const atPools = new Set(pools.map(({ source }) => source.venueID));
  const atBooks = legs.filter(({ venueID }) => !atPools.has(venueID));
  return new Map(atBooks.map((leg) => [leg.venueID, leg.qty]));
}

/** Each pool's share as one swap: what nobody shows never goes along there, nor rests. */
function swapsOf(
  { order }: Draft,
  of: { readonly usable: readonly Usable[]; readonly seen: Sources; readonly plan: RoutePlan },
): readonly ChildTerms[] {
  return transactionsOf(plannedSwaps(of.plan, of)).flatMap((together) => {
    const why =
      together.length > 1
        ? `its pools' shares of what is shown, ${together.length} swaps as one transaction`
        : 'its share of what is shown, as one swap';
    return childOf(order, together, { timeInForce: 'IOC', why });
  });
}

function plannedSwaps(
  { legs }: RoutePlan,
  { usable, seen }: { readonly usable: readonly Usable[]; readonly seen: Sources },
): readonly PlannedSwap[] {
  return legs.flatMap((leg) => {
    const pool = seen.pools.find(
      ({ source, venueSymbol }) =>
        source.venueID === leg.venueID && (leg.venueSymbol ?? venueSymbol) === venueSymbol,
    );
    const at = usable.find(
      ({ listing }) => listing.venueID === leg.venueID && listing.venueSymbol === pool?.venueSymbol,
    );
    return pool === undefined || at === undefined ? [] : [{ at, pool, leg }];
  });
}
