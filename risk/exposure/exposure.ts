// What open orders could still become: reserved per account, instrument and side, before routing (I4).

import { type Reserved, asReserved, invariant } from '../../spec/proof/index.ts';
import type { AccountID, InstrumentID, Side } from '../../spec/terms/index.ts';
import {
  type Notional,
  type Price,
  type Qty,
  ZERO_NOTIONAL,
  ZERO_QTY,
  asNotional,
  asQty,
  notional,
} from '../../spec/units/index.ts';
import type { ParentOrder } from '../../spec/events/index.ts';
import type { ChildAmend, ChildOrder } from '../../spec/venues/index.ts';
import { openQtyOfChild } from './open-qty.ts';

/** The most that one order can still execute, and at what worst amount. */
export interface Reservation {
  readonly qty: Qty;
  readonly notional: Notional;
}

/** Sums over the open orders of one account in one instrument. Opposing orders do not net. */
export interface Exposure {
  readonly account: AccountID;
  readonly instrumentID: InstrumentID;
  readonly buyQty: Qty;
  readonly buyNotional: Notional;
  readonly sellQty: Qty;
  readonly sellNotional: Notional;
  readonly openOrders: number;
}

/** As much of an order as says what it may still execute. */
export type Reserving = Pick<
  ParentOrder,
  | 'account'
  | 'instrumentID'
  | 'side'
  | 'worstPrice'
  | 'cumQty'
  | 'leavesQty'
  | 'endedHow'
  | 'pendingReplace'
>;

const NOTHING: Reservation = { qty: ZERO_QTY, notional: ZERO_NOTIONAL };

/** An ended order holds nothing; one with a replace pending holds the larger of old and new. */
export function reservationOf(order: Reserving): Reservation {
  if (order.endedHow !== null) return NOTHING;
  const replace = order.pendingReplace;
  if (replace === null) return reserve(order.leavesQty, order.worstPrice);
  const wanted = replace.orderQty > order.cumQty ? replace.orderQty - order.cumQty : 0n;
  const qty = wanted > order.leavesQty ? asQty(wanted) : order.leavesQty;
  const price = replace.worstPrice > order.worstPrice ? replace.worstPrice : order.worstPrice;
  return reserve(qty, price);
}

export function emptyExposure(account: AccountID, instrumentID: InstrumentID): Exposure {
  return {
    account,
    instrumentID,
    buyQty: ZERO_QTY,
    buyNotional: ZERO_NOTIONAL,
    sellQty: ZERO_QTY,
    sellNotional: ZERO_NOTIONAL,
    openOrders: 0,
  };
}

/** Of one order in two forms: no exposure moves from the one to the other. */
export function holdsTheSame(before: ParentOrder | null, after: ParentOrder | null): boolean {
  return (
    before !== null &&
    after !== null &&
    before.leavesQty === after.leavesQty &&
    before.cumQty === after.cumQty &&
    before.worstPrice === after.worstPrice &&
    before.pendingReplace === after.pendingReplace &&
    before.endedHow === after.endedHow
  );
}

/** The exposure when one order goes from `before` to `after`; null is an order that is not there. */
export function moveExposure(
  exposure: Exposure,
  before: Reserving | null,
  after: Reserving | null,
): Exposure {
  const order = after ?? before;
  if (order === null) return exposure;
  const was = before === null ? NOTHING : reservationOf(before);
  const is = after === null ? NOTHING : reservationOf(after);
  const isBuy = order.side === 'buy';
  const qty = is.qty - was.qty;
  const amount = is.notional - was.notional;
  // Each field by name: a spread with fields written over it took twenty times as long.
  return {
    account: exposure.account,
    instrumentID: exposure.instrumentID,
    buyQty: isBuy ? asQty(exposure.buyQty + qty) : exposure.buyQty,
    buyNotional: isBuy ? asNotional(exposure.buyNotional + amount) : exposure.buyNotional,
    sellQty: isBuy ? exposure.sellQty : asQty(exposure.sellQty + qty),
    sellNotional: isBuy ? exposure.sellNotional : asNotional(exposure.sellNotional + amount),
    openOrders: exposure.openOrders + openOrders(after) - openOrders(before),
  };
}

function openOrders(order: Reserving | null): number {
  return order !== null && order.endedHow === null ? 1 : 0;
}

/** From the orders themselves: what every kept exposure must equal at any time (I4). */
export function exposureOf(
  orders: Iterable<ParentOrder>,
  account: AccountID,
  instrumentID: InstrumentID,
): Exposure {
  let exposure = emptyExposure(account, instrumentID);
  for (const order of orders) {
    if (order.account !== account || order.instrumentID !== instrumentID) continue;
    exposure = moveExposure(exposure, null, order);
  }
  return exposure;
}

/**
 * The only maker of a `Reserved` child: one within its parent's reservation. Its quantity plus its
 * siblings' open, in-doubt and unconfirmed-dead quantity is at most the parent's LeavesQty (I3), and
 * its price is not beyond the parent's worst (I4).
 */
export function coverChild(child: ChildOrder, parent: ParentOrder): Reserved<ChildOrder> {
  const siblings = parent.children.filter((one) => one.childID !== child.childID);
  const open = siblings.reduce((sum, one) => sum + openQtyOfChild(one), 0n);
  invariant(child.orderQty > 0n && open + child.orderQty <= parent.leavesQty, 'I3', {
    orderID: parent.orderID,
    childID: child.childID,
    orderQty: child.orderQty,
    siblingsOpen: open,
    leavesQty: parent.leavesQty,
  });
  invariant(
    parent.endedHow === null && isWithin(child.side, child.price, parent.worstPrice),
    'I4',
    {
      orderID: parent.orderID,
      childID: child.childID,
      price: child.price,
      worstPrice: parent.worstPrice,
    },
  );
  return asReserved(child);
}

/**
 * The only maker of a `Reserved` amend. What is reserved for an order with a replace pending is the larger of old and
 * new, and the new terms of its child are for that replace: all children together may take no more (I3), at no worse a
 * price (I4).
 */
export function coverAmend(amend: ChildAmend, parent: ParentOrder): Reserved<ChildAmend> {
  const { orderID, pendingReplace: replace } = parent;
  const { childID, orderQty, price } = amend;
  const child = parent.children.find((one) => one.childID === childID);
  const isOpen = child !== undefined && child.phase !== 'Ended' && parent.endedHow === null;
  invariant(isOpen && replace !== null, 'I4', { orderID, childID, pending: replace?.clOrdID });
  const siblings = parent.children.filter((one) => one.childID !== childID);
  const open = siblings.reduce((sum, one) => sum + openQtyOfChild(one), 0n);
  const reserved = reservationOf(parent).qty;
  const isCovered = orderQty > child.cumQty && open + orderQty - child.cumQty <= reserved;
  invariant(isCovered, 'I3', { orderID, childID, orderQty, siblingsOpen: open, reserved });
  const { worstPrice } = replace;
  invariant(isWithin(parent.side, price, worstPrice), 'I4', {
    orderID,
    childID,
    price,
    worstPrice,
  });
  return asReserved(amend);
}

function isWithin(side: Side, price: Price, worstPrice: Price): boolean {
  return side === 'buy' ? price <= worstPrice : price >= worstPrice;
}

function reserve(qty: Qty, price: Price): Reservation {
  return { qty, notional: notional(price, qty) };
}
