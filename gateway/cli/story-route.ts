// A routing in words: what was shown, which part of it each venue gets, at what cost, and why the others were not used.

import type { EventOf, LegDecided, RoutePool } from '../../spec/events/index.ts';
import { formatDecimal, formatNotional } from '../../spec/units/index.ts';

const BPS_IN_ONE = 10_000n;
const PIPS_IN_BP = 100;

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
      : `${formatDecimal(filledQty)} shown, ${verb} ${formatNotional(cost)} with fees, at most ${boundBps} bps from the best`;
  const taken = legs.map((leg) => tellLeg(leg, event));
  const unused = event.unused.map(({ venueID, why }) => `not ${venueID}: ${why}`);
  return [`${asked}: ${shown}`, ...taken, ...unused].join('; ');
}

function tellLeg(leg: LegDecided, { side, books, pools }: EventOf<'RouteDecided'>): string {
  const { venueID, venueSymbol, qty, worstPrice } = leg;
  const book = books.find((one) => one.venueID === venueID);
  const pool = pools.find((one) => one.venueID === venueID && one.venueSymbol === venueSymbol);
  const upTo = `${side === 'buy' ? 'up' : 'down'} to ${formatDecimal(worstPrice)}`;
  const fee = book === undefined ? '' : `, fee ${formatDecimal(book.takerFee * BPS_IN_ONE)} bps`;
  const how = pool === undefined ? '' : tellPool(leg, pool);
  return `${venueID} ${formatDecimal(qty)} ${upTo}${fee}${how}`;
}

function tellPool(leg: LegDecided, pool: RoutePool): string {
  const { venueSymbol, transaction, blockNumber, v2, v3 } = pool;
  const feeBps = ((v2 ?? v3)?.feePips ?? 0) / PIPS_IN_BP;
  const gas = formatNotional(leg.gasCost ?? pool.gasCost).replace(/(\.\d{4})\d+$/, '$1');
  const name = venueSymbol === null ? '' : ` ${venueSymbol}`;
  const ticks = leg.ticksCrossed ?? 0;
  const crossed = ticks === 0 ? '' : ` with ${ticks} ticks crossed`;
  const shared = transaction === null ? '' : ', together with its others as one transaction';
  return ` by a ${v2 === null ? 'v3' : 'v2'} pool${name} behind block ${blockNumber}, fee ${feeBps} bps in its price, gas ${gas}${crossed}${shared}`;
}
