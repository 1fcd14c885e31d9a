// A routing in words: what each venue showed, what was taken of it, at what cost, and why the others were not used.

import type { EventOf, LegDecided } from '../../spec/events/index.ts';
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
      ? how === 'Whole'
        ? 'no venue shows it'
        : 'no venue shows any of it'
      : `${formatDecimal(filledQty)} shown, ${verb} ${formatNotional(cost)}, at most ${boundBps} bps from the best`;
  const taken = legs.map((leg) => tellLeg(leg, event));
  const unused = event.unused.map(({ venueID, why }) => `not ${venueID}: ${why}`);
  return [`${asked}: ${shown}`, ...taken, ...unused].join('; ');
}

function tellLeg(leg: LegDecided, { side, books }: EventOf<'RouteDecided'>): string {
  const { venueID, qty, worstPrice } = leg;
  const book = books.find((one) => one.venueID === venueID);
  const upTo = `${side === 'buy' ? 'up' : 'down'} to ${formatDecimal(worstPrice)}`;
  if (book === undefined) return `${venueID} ${formatDecimal(qty)} ${upTo}`;
  const lots = book.levels.reduce((sum, level) => sum + BigInt(level.lots), 0n);
  const shown = formatDecimal(lots * book.levelLot);
  const fee = formatDecimal(book.takerFee * BPS_IN_ONE);
  return `${venueID} ${formatDecimal(qty)} of ${shown} shown, ${upTo}, fee ${fee} bps`;
}
