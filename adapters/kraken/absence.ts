// Proof that an order never arrived: complete history, read after its own deadline, without it.
//
// Once the deadline and the lag are over, open orders, closed orders and trades since the decision are
// read whole, page by page. A trade of an order that no list shows leaves it unproven.

import type { Child, Json, RoundOutcome } from '../connection/index.ts';
import type { EpochNs } from '../../spec/ports/index.ts';
import type { VenueOrderID } from '../../spec/terms/index.ts';
import { epochMs } from '../../spec/units/index.ts';
import { readClosedOrders, readOpenOrders, readTrades } from './rest.ts';
import { childIDOfClientOrderID } from './wire.ts';

/**
 * The venue's clock, which is read by pings, may differ by so much from what we take it for: history is read from
 * earlier on. A page of it costs what 1 to 3 s give back, and a busy minute has dozens of pages.
 */
const MARGIN_S = 10;
/** A history that is longer proves nothing here: an operator resolves. */
const PAGES_MOST = 200;

/**
 * A question over REST. `cost`: what it raises the key's counter by, 2 for trades and 1 for all else
 * (guides/spot-rest-ratelimits); null: anybody may ask it.
 */
export interface Question {
  readonly path: string;
  readonly params: string;
  readonly cost: number | null;
}

export interface AbsenceRound {
  readonly child: Child;
  /** Where the history begins, venue's seconds. Earlier than its child needs where others are read with it. */
  from: number;
  part: 'OpenOrders' | 'ClosedOrders' | 'Trades';
  /** Rows of this part that were read already. */
  offset: number;
  pages: number;
  orders: number;
  trades: number;
  readonly seen: Set<VenueOrderID>;
}

/** `sinceVenueTime`: the decision, on the venue's clock. */
export function startRound(child: Child, sinceVenueTime: EpochNs): AbsenceRound {
  return {
    child,
    from: Math.floor(epochMs(sinceVenueTime) / 1_000) - MARGIN_S,
    part: 'OpenOrders',
    offset: 0,
    pages: 0,
    orders: 0,
    trades: 0,
    seen: new Set(),
  };
}

export function questionOf(round: AbsenceRound): Question {
  switch (round.part) {
    case 'OpenOrders':
      return { path: '/0/private/OpenOrders', params: '', cost: 1 };
    case 'ClosedOrders': {
      const params = `start=${round.from}&closetime=both&ofs=${round.offset}`;
      return { path: '/0/private/ClosedOrders', params, cost: 1 };
    }
    default:
      return tradesQuestion(round.from, round.offset);
  }
}

/** The account's trades since `fromSeconds` of the venue's clock, newest first. */
export function tradesQuestion(fromSeconds: number, offset: number): Question {
  const params = `start=${fromSeconds}&ofs=${offset}&consolidate_taker=false`;
  return { path: '/0/private/TradesHistory', params, cost: 2 };
}

/** Trades by their ids, twenty at most. Whether it counts as history is not said: it is counted so. */
export function namedTradesQuestion(venueExecIDs: readonly string[]): Question {
  return {
    path: '/0/private/QueryTrades',
    params: `txid=${encodeURIComponent(venueExecIDs.join(','))}`,
    cost: 2,
  };
}

/** Takes one page. `knows`: whether an order id belongs to another child of ours. */
export function takePage(
  round: AbsenceRound,
  page: { readonly result: Json | undefined; readonly venueSymbols: readonly string[] },
  knows: (venueOrderID: VenueOrderID) => boolean,
): RoundOutcome {
  round.pages += 1;
  if (round.pages > PAGES_MOST) return { type: 'Unproven', reason: 'the history is too long' };
  return round.part === 'Trades' ? takeTrades(round, page, knows) : takeOrders(round, page);
}

function takeOrders(
  round: AbsenceRound,
  { result, venueSymbols }: Parameters<typeof takePage>[1],
): RoundOutcome {
  const open = round.part === 'OpenOrders' ? readOpenOrders(result, venueSymbols) : null;
  const page =
    round.part === 'ClosedOrders'
      ? readClosedOrders(result, venueSymbols)
      : open === null
        ? null
        : { items: open, count: open.length };
  if (page === null) return { type: 'Unproven', reason: 'a list of orders cannot be read' };
  for (const order of page.items) {
    if (childIDOfClientOrderID(order.clientOrderID) === round.child.childID) {
      return { type: 'Found', order };
    }
    round.seen.add(order.venueOrderID);
  }
  round.orders += page.items.length;
  if (hasMore(round, page)) return { type: 'More' };
  round.part = round.part === 'OpenOrders' ? 'ClosedOrders' : 'Trades';
  round.offset = 0;
  return { type: 'More' };
}

function takeTrades(
  round: AbsenceRound,
  { result, venueSymbols }: Parameters<typeof takePage>[1],
  knows: (venueOrderID: VenueOrderID) => boolean,
): RoundOutcome {
  const page = readTrades(result, venueSymbols);
  if (page === null) return { type: 'Unproven', reason: 'a list of trades cannot be read' };
  for (const { venueSymbol, fill } of page.items) {
    if (venueSymbol !== round.child.venueSymbol) continue;
    if (round.seen.has(fill.venueOrderID) || knows(fill.venueOrderID)) continue;
    const reason = `trade ${fill.venueExecID} is of order ${fill.venueOrderID}, which no list shows`;
    return { type: 'Unproven', reason };
  }
  round.trades += page.items.length;
  if (hasMore(round, page)) return { type: 'More' };
  const evidence =
    `not found by its id after its deadline; none of ${round.orders} open and closed orders ` +
    `and of ${round.trades} trades since it was decided is it`;
  return { type: 'Complete', evidence };
}

/**
 * Newest first: what comes in between moves the rest back, so that pages may repeat a row, never miss
 * one. `count` says how many there are now.
 */
export function hasMore(
  round: { offset: number },
  page: { readonly items: readonly unknown[]; readonly count: number },
): boolean {
  round.offset += page.items.length;
  return page.items.length > 0 && round.offset < page.count;
}
