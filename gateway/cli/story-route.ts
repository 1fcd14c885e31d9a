// A routing in words: what each venue showed, what was taken of it, at what cost, and why the others were not used.

import type { EventOf, LegDecided, RouteBook } from '../../spec/events/index.ts';
import { formatDecimal, formatNotional } from '../../spec/units/index.ts';

const BPS_IN_ONE = 10_000n;

export function tellRoute(event: EventOf<'RouteDecided'>): string {
  const { how, side, orderQty, limit, limitBasis, filledQty, cost, boundBps, legs } = event;
  const kind = how === 'Whole' ? 'whole, never split' : 'split';
  const basis = limitBasis === 'allIn' ? ' fees included' : '';
  const asked = `${side} ${formatDecimal(orderQty)} within ${formatDecimal(limit)}${basis}, ${kind}`;
  const verb = side === 'buy' ? 'costs' : 'brings';
  const shown =
    legs.length === 0
      ? 'no venue shows any of it'
      : `${formatDecimal(filledQty)} shown, ${verb} ${formatNotional(cost)}, at most ${boundBps} bps from the best`;
  const taken = legs.map((leg) => tellLeg(leg, event.books));
  const unused = event.unused.map(({ venueID, why }) => `not ${venueID}: ${why}`);
  return [`${asked}: ${shown}`, ...taken, ...unused].join('; ');
}

function tellLeg(leg: LegDecided, books: readonly RouteBook[]): string {
  const { venueID, qty, worstPrice } = leg;
  const book = books.find((one) => one.venueID === venueID);
  const fee = book === undefined ? '' : `, fee ${formatDecimal(book.takerFee * BPS_IN_ONE)} bps`;
  return `${venueID} ${formatDecimal(qty)} up to ${formatDecimal(worstPrice)}${fee}`;
}
