// Proof that an order never arrived: complete history, read after its own deadline, without it.
//
// `order.status` alone proves nothing: queries may lag the engine. So, once the deadline and the lag
// are over, open orders, all orders and all trades since the decision are read, page by page.

import type { Child, Json, OrderView, RoundOutcome, TradeView } from '../connection/index.ts';
import type { EpochNs } from '../../spec/ports/index.ts';
import type { VenueOrderID } from '../../spec/terms/index.ts';
import { epochMs } from '../../spec/units/index.ts';
import { type Params, childIDOfClientOrderID, readOrders, readTrades } from './wire.ts';

/** The clocks may differ by so much before the decision: history is read from earlier on. */
const MARGIN_MS = 60_000;
const DAY_MS = 86_400_000;
/** Orders or trades on one page: the venue's maximum. */
const PAGE = 1_000;
/** A history that is longer proves nothing here: an operator resolves. */
const PAGES_MOST = 200;

export interface AbsenceRound {
  readonly child: Child;
  /** Where the history begins, venue's milliseconds. */
  readonly from: number;
  part: 'OpenOrders' | 'AllOrders' | 'Trades';
  /** Start of the window that is read next, venue's milliseconds. */
  windowFrom: number;
  /** The first id of the next page, where the last page was full. */
  cursor: bigint | null;
  pages: number;
  orders: number;
  trades: number;
  readonly seen: Set<VenueOrderID>;
}

export interface Question {
  readonly method: string;
  readonly params: Params;
  readonly weight: number;
}

/** `sinceVenueTime`: the decision, on the venue's clock. */
export function startRound(child: Child, sinceVenueTime: EpochNs): AbsenceRound {
  const from = epochMs(sinceVenueTime) - MARGIN_MS;
  return {
    child,
    from,
    part: 'OpenOrders',
    windowFrom: from,
    cursor: null,
    pages: 0,
    orders: 0,
    trades: 0,
    seen: new Set(),
  };
}

export function questionOf(round: AbsenceRound): Question {
  const symbol = round.child.venueSymbol;
  if (round.part === 'OpenOrders') {
    return { method: 'openOrders.status', params: { symbol }, weight: 6 };
  }
  const window = { startTime: round.windowFrom, endTime: round.windowFrom + DAY_MS };
  const idName = round.part === 'AllOrders' ? 'orderId' : 'fromId';
  const range = round.cursor === null ? window : { [idName]: round.cursor };
  const method = round.part === 'AllOrders' ? 'allOrders' : 'myTrades';
  return { method, params: { symbol, ...range, limit: PAGE }, weight: 20 };
}

/** Takes one page. `knows`: whether an order id belongs to another child of ours. */
export function takePage(
  round: AbsenceRound,
  page: { readonly result: Json | undefined; readonly venueNow: EpochNs },
  knows: (venueOrderID: VenueOrderID) => boolean,
): RoundOutcome {
  round.pages += 1;
  if (round.pages > PAGES_MOST) return { type: 'Unproven', reason: 'the history is too long' };
  return round.part === 'Trades' ? takeTrades(round, page, knows) : takeOrders(round, page);
}

function takeOrders(
  round: AbsenceRound,
  page: { readonly result: Json | undefined; readonly venueNow: EpochNs },
): RoundOutcome {
  const orders = readOrders(page.result);
  if (orders === null) return { type: 'Unproven', reason: 'a list of orders cannot be read' };
  for (const order of orders) {
    if (order.venueSymbol !== round.child.venueSymbol) continue;
    if (childIDOfClientOrderID(order.clientOrderID) === round.child.childID) {
      return { type: 'Found', order };
    }
    if (looksLike(order, round.child)) {
      const reason = `order ${order.venueOrderID} has its terms, was cancelled, and names nobody`;
      return { type: 'Unproven', reason };
    }
    round.seen.add(order.venueOrderID);
  }
  if (round.part === 'OpenOrders') {
    round.part = 'AllOrders';
    return { type: 'More' };
  }
  round.orders += orders.length;
  const last = orders.at(-1);
  const highest = last === undefined ? null : last.venueOrderID;
  return turn(round, { rows: orders.length, highest, venueNow: page.venueNow });
}

/** A cancel by hand gives an order a client id that says nothing: such a one may be ours. */
function looksLike(order: OrderView, child: Child): boolean {
  if (order.status !== 'CANCELED' || childIDOfClientOrderID(order.clientOrderID) !== null)
    return false;
  return (
    order.side === child.side.toUpperCase() &&
    order.price === child.price &&
    order.origQty === child.orderQty
  );
}

function takeTrades(
  round: AbsenceRound,
  page: { readonly result: Json | undefined; readonly venueNow: EpochNs },
  knows: (venueOrderID: VenueOrderID) => boolean,
): RoundOutcome {
  const trades: TradeView[] | null = readTrades(page.result);
  if (trades === null) return { type: 'Unproven', reason: 'a list of trades cannot be read' };
  for (const { fill } of trades) {
    if (round.seen.has(fill.venueOrderID) || knows(fill.venueOrderID)) continue;
    const reason = `trade ${fill.venueExecID} is of order ${fill.venueOrderID}, which no list shows`;
    return { type: 'Unproven', reason };
  }
  round.trades += trades.length;
  const last = trades.at(-1);
  const highest = last === undefined ? null : last.fill.venueExecID;
  return turn(round, { rows: trades.length, highest, venueNow: page.venueNow });
}

/** The next page, else the next window, else the next part, else the proof. */
function turn(
  round: AbsenceRound,
  page: { readonly rows: number; readonly highest: string | null; readonly venueNow: EpochNs },
): RoundOutcome {
  if (page.rows >= PAGE && page.highest !== null) {
    round.cursor = BigInt(page.highest) + 1n;
    return { type: 'More' };
  }
  // Pages by id run to the newest of all; a window covers its day alone.
  const readUntil = round.cursor === null ? round.windowFrom + DAY_MS : Number.POSITIVE_INFINITY;
  round.cursor = null;
  if (readUntil <= epochMs(page.venueNow)) {
    round.windowFrom = readUntil;
    return { type: 'More' };
  }
  if (round.part === 'AllOrders') {
    round.part = 'Trades';
    round.windowFrom = round.from;
    return { type: 'More' };
  }
  const evidence =
    `not found by its id after its deadline; none of the open orders, of ${round.orders} orders ` +
    `and of ${round.trades} trades since it was decided is it`;
  return { type: 'Complete', evidence };
}
