// What a desk shows its operator: rows of text and counts, made when they are asked for.

import type { Child, ParentOrder, PendingAmend } from '../../spec/events/index.ts';
import { averagePrice, formatDecimal, formatNotional, isoTime } from '../../spec/units/index.ts';
import { type DeskView, awaitedOf, ordStatusOf } from '../desk/index.ts';
import type { SessionStatus, VenueStatus } from '../telemetry/index.ts';

export interface VenueRow extends VenueStatus {
  /** Null, or why it gets no new order until a person has looked, and since when. */
  readonly quarantined: { readonly cause: string; readonly since: string } | null;
  /** Children that have not ended there. */
  readonly openChildren: number;
}

export function venueRows(desk: DeskView, venues: readonly VenueStatus[]): readonly VenueRow[] {
  const open = new Map<string, number>();
  for (const { children } of desk.orders.values()) {
    for (const { venueID, phase } of children) {
      if (phase !== 'Ended') open.set(venueID, (open.get(venueID) ?? 0) + 1);
    }
  }
  const quarantines = new Map<string, { cause: string; since: string }>();
  for (const { venueID, cause, since } of desk.quarantined.values()) {
    quarantines.set(venueID, { cause, since: isoTime(since) });
  }
  return venues.map((venue) => ({
    ...venue,
    quarantined: quarantines.get(venue.venueID) ?? null,
    openChildren: open.get(venue.venueID) ?? 0,
  }));
}

export interface OrderRow {
  readonly orderID: string;
  readonly clOrdID: string;
  readonly sessionID: string;
  readonly account: string;
  readonly symbol: string;
  readonly side: string;
  readonly ordType: string;
  readonly timeInForce: string;
  /** Null: at the market. */
  readonly price: string | null;
  readonly orderQty: string;
  readonly cumQty: string;
  readonly leavesQty: string;
  /** Null before the first fill. */
  readonly avgPx: string | null;
  readonly ordStatus: string;
  /** What keeps it from its end; empty where nothing is awaited. */
  readonly awaited: string;
  readonly acceptedAt: string;
  readonly children: readonly ChildRow[];
}

export interface ChildRow {
  readonly childID: string;
  readonly venueID: string;
  readonly phase: string;
  readonly cancel: string;
  readonly price: string;
  readonly orderQty: string;
  readonly cumQty: string;
  /** New terms that its venue was asked for and has not spoken of; null: none. */
  readonly amend: AmendRow | null;
}

export interface AmendRow {
  readonly price: string;
  readonly orderQty: string;
  readonly phase: PendingAmend['phase'];
}

/** The oldest first, so many at most: what is left out is counted by who asks. */
export function orderRows(desk: DeskView, most: number): readonly OrderRow[] {
  const rows: OrderRow[] = [];
  for (const order of desk.orders.values()) {
    if (rows.length >= most) break;
    rows.push(orderRow(order));
  }
  return rows;
}

function orderRow(order: ParentOrder): OrderRow {
  const { orderID, clOrdID, sessionID, account, symbol, side, ordType, timeInForce } = order;
  return {
    orderID,
    clOrdID,
    sessionID,
    account,
    symbol,
    side,
    ordType,
    timeInForce,
    price: order.price === null ? null : formatDecimal(order.price),
    orderQty: formatDecimal(order.orderQty),
    cumQty: formatDecimal(order.cumQty),
    leavesQty: formatDecimal(order.leavesQty),
    avgPx:
      order.cumQty === 0n ? null : formatDecimal(averagePrice(order.cumNotional, order.cumQty)),
    ordStatus: ordStatusOf(order),
    awaited: awaitedOf(order),
    acceptedAt: isoTime(order.acceptedAt),
    children: order.children.filter(({ phase }) => phase !== 'Ended').map(childRow),
  };
}

function childRow(child: Child): ChildRow {
  const { childID, venueID, phase, cancel, price, orderQty, cumQty, amend } = child;
  return {
    childID,
    venueID,
    phase,
    cancel,
    price: formatDecimal(price),
    orderQty: formatDecimal(orderQty),
    cumQty: formatDecimal(cumQty),
    amend: amend === null ? null : amendRow(amend),
  };
}

function amendRow({ price, orderQty, phase }: PendingAmend): AmendRow {
  return { price: formatDecimal(price), orderQty: formatDecimal(orderQty), phase };
}

export interface SessionRow extends SessionStatus {
  readonly openOrders: number;
}

export function sessionRows(
  desk: DeskView,
  sessions: readonly SessionStatus[],
): readonly SessionRow[] {
  const open = new Map<string, number>();
  for (const { sessionID } of desk.orders.values()) {
    open.set(sessionID, (open.get(sessionID) ?? 0) + 1);
  }
  return sessions.map((session) => ({ ...session, openOrders: open.get(session.sessionID) ?? 0 }));
}

export interface PositionRow {
  readonly account: string;
  readonly symbol: string;
  /** Bought less sold. */
  readonly qty: string;
  readonly boughtNotional: string;
  readonly soldNotional: string;
}

export function positionRows(desk: DeskView): readonly PositionRow[] {
  return [...desk.positions.values()].map((position) => ({
    account: position.account,
    symbol: desk.instruments.get(position.instrumentID)?.symbol ?? position.instrumentID,
    qty: formatDecimal(position.qty),
    boughtNotional: formatNotional(position.boughtNotional),
    soldNotional: formatNotional(position.soldNotional),
  }));
}
