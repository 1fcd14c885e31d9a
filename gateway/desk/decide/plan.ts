// Which children an order's open quantity goes out as: what is shown is taken where it is cheapest, and
// what is not shown rests, goes along, or waits, by the kind of order.

import { type BookSource, type RoutePlan, route, routeWhole } from '../../../router/index.ts';
import type { EventOf, RouteHow, VenueUnused } from '../../../spec/events/index.ts';
import type { Instrument } from '../../../spec/terms/index.ts';
import { type Qty, ZERO_QTY, subtractQty } from '../../../spec/units/index.ts';
import type { Draft } from './draft.ts';
import { isImmediate } from './order-kind.ts';
import { type ChildTerms, fitting, immediate, resting } from './shares.ts';
import { shownWithin } from './shown.ts';
import { bookOf, routeOrderOf, sourcesOf } from './sources.ts';
import type { Venues } from './venues-for.ts';

export interface Planned {
  readonly children: readonly ChildTerms[];
  /** Null where there was nothing to choose: one venue lists the instrument. */
  readonly decided: Omit<EventOf<'RouteDecided'>, 'type' | 'orderID' | 'routing'> | null;
}

export interface Placing {
  readonly instrument: Instrument;
  readonly venues: Venues;
  readonly qty: Qty;
  /** Counts the order's routings from 1. */
  readonly routing: number;
}

export function planChildren(draft: Draft, placing: Placing): Planned {
  if (placing.instrument.listings.length === 1)
    return { children: alone(draft, placing), decided: null };
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

/** Fill or kill is never split: the cheapest venue that shows all of it. */
function whole(draft: Draft, { venues, qty }: Placing): Planned {
  const { order } = draft;
  const { sources, unused } = sourcesOf(draft, venues, 'FOK');
  const asked = routeOrderOf(order, qty);
  const plan = routeWhole(asked, sources);
  const why = 'the cheapest venue that shows all of it';
  const children = plan.legs.flatMap((leg) => {
    const at = venues.usable.find(({ listing }) => listing.venueID === leg.venueID);
    return at === undefined ? [] : fitting(order, at, { qty: leg.qty, timeInForce: 'FOK', why });
  });
  return { children, decided: recordOf({ how: 'Whole', asked, sources, plan, unused }) };
}

/** What nobody shows is asked for the first time only: an order that does not rest waits for nothing. */
function split(draft: Draft, { venues, qty, routing }: Placing): Planned {
  const { order } = draft;
  const { sources, unused } = sourcesOf(draft, venues, 'IOC');
  const asked = routeOrderOf(order, qty);
  const plan = route(asked, sources);
  const taken = new Map(plan.legs.map((leg) => [leg.venueID, leg.qty]));
  const notShown = subtractQty(qty, plan.filledQty);
  const children = isImmediate(order)
    ? immediate(order, venues.usable, { taken, rest: routing === 1 ? notShown : ZERO_QTY })
    : resting(draft, venues.usable, { taken, rest: notShown });
  return { children, decided: recordOf({ how: 'Split', asked, sources, plan, unused }) };
}

function recordOf(made: {
  readonly how: RouteHow;
  readonly asked: ReturnType<typeof routeOrderOf>;
  readonly sources: readonly BookSource[];
  readonly plan: RoutePlan;
  readonly unused: readonly VenueUnused[];
}): Planned['decided'] {
  const { how, asked, sources, plan, unused } = made;
  const { side, orderQty, limit, limitBasis } = asked;
  const { filledQty, cost, boundBps, legs } = plan;
  return {
    how,
    side,
    orderQty,
    limit,
    limitBasis,
    books: sources.map((source) => bookOf(source, asked)),
    filledQty,
    cost,
    boundBps: String(boundBps),
    legs,
    unused: [...plan.unused, ...unused],
  };
}
