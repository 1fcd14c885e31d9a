// What a desk does not know of its children, for whoever may find it out at the venue.

import type { Child, ParentOrder } from '../../spec/events/index.ts';
import { formatDecimal, isoTime } from '../../spec/units/index.ts';
import { type DeskView, type Doubt, doubtOf } from '../desk/index.ts';

export interface DoubtRow {
  readonly childID: string;
  readonly orderID: string;
  readonly sessionID: string;
  readonly account: string;
  readonly side: string;
  readonly venueID: string;
  readonly venueSymbol: string;
  /** Null: its venue has not named it. */
  readonly venueOrderID: string | null;
  readonly price: string;
  readonly orderQty: string;
  /** What of it is booked. */
  readonly cumQty: string;
  readonly doubt: Doubt;
  /** What its venue says was executed in all, where it has told its end. */
  readonly finalCumQty: string | null;
  readonly decidedAt: string;
  /** Null where no one has doubted it: fills are only late. */
  readonly since: string | null;
  /** Past its bound: the operator was called. */
  readonly isOverdue: boolean;
  /** What a person would look at. */
  readonly toDo: string;
}

/** Those past their bound first, each the oldest first. */
export function doubtRows(desk: DeskView): readonly DoubtRow[] {
  const rows: DoubtRow[] = [];
  for (const order of desk.orders.values()) {
    for (const child of order.children) {
      const doubt = doubtOf(child);
      if (doubt !== null) rows.push(doubtRow(order, child, doubt));
    }
  }
  return rows.sort((a, b) => Number(b.isOverdue) - Number(a.isOverdue));
}

function doubtRow(order: ParentOrder, child: Child, doubt: Doubt): DoubtRow {
  const { childID, venueID, venueSymbol, venueOrderID, price, orderQty, cumQty } = child;
  const { endReported, inDoubtSince } = child;
  const { orderID, sessionID, account, side } = order;
  return {
    childID,
    orderID,
    sessionID,
    account,
    side,
    venueID,
    venueSymbol,
    venueOrderID,
    price: formatDecimal(price),
    orderQty: formatDecimal(orderQty),
    cumQty: formatDecimal(cumQty),
    doubt,
    finalCumQty: endReported === null ? null : formatDecimal(endReported.finalCumQty),
    decidedAt: isoTime(child.decidedAt),
    since: inDoubtSince === null ? null : isoTime(inDoubtSince),
    isOverdue: child.overdueRaised,
    toDo: toDo(child, doubt),
  };
}

function termsOf({ orderQty, price }: Pick<Child, 'orderQty' | 'price'>): string {
  return `${formatDecimal(orderQty)} at ${formatDecimal(price)}`;
}

function toDo(child: Child, doubt: Doubt): string {
  const { childID, venueID, venueOrderID, endReported, amend } = child;
  const name = venueOrderID === null ? `client order id ${childID}` : `order ${venueOrderID}`;
  switch (doubt) {
    case 'Order':
      return venueOrderID === null
        ? `look for ${name} in all orders and trades of ${venueID}; never there: absent; else its fills, then how it ended`
        : `look for ${name} at ${venueID}: give the fills that are missing, then how it ended`;
    case 'Cancel':
      return `look whether ${name} is still open at ${venueID}; if not: its fills, then how it ended`;
    case 'Amend':
      return `look whether ${name} is ${termsOf(amend ?? child)} at ${venueID} now; cancel it there, then its fills, and how it ended`;
    case 'Fills': {
      const final =
        endReported === null ? '' : `, ${formatDecimal(endReported.finalCumQty)} in all`;
      return `look for the fills of ${name} in the trades of ${venueID}${final}: give each that is missing`;
    }
  }
}
