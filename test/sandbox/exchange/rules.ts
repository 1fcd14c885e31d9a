// What an order must satisfy before it reaches the book: symbol, filters, form.
// Source: binance-spot-api-docs, filters.md and errors.md ("Filter failures"), snapshot 2026-07-21.

import { SCALE } from './decimal.ts';
import { isOpen, reject } from './terms.ts';
import type { NewOrder, Order, Rejection, SymbolRules, SymbolStatus } from './terms.ts';

/** Null: nothing to object to. Balances and the book are asked later. */
export function objection(
  order: NewOrder,
  rules: SymbolRules,
  status: SymbolStatus,
): Rejection | null {
  if (status !== 'TRADING') return reject(-2010, 'Market is closed.');
  if (order.type !== 'MARKET') {
    return (
      priceObjection(order, rules) ?? lotObjection(order, rules) ?? notionalObjection(order, rules)
    );
  }
  if (order.quoteOrderQty > 0n) {
    return order.quoteOrderQty < rules.minNotional ? failure('NOTIONAL') : null;
  }
  return lotObjection(order, rules);
}

export function lotFails(quantity: bigint, rules: SymbolRules): boolean {
  return (
    quantity < rules.minQty ||
    quantity > rules.maxQty ||
    (quantity - rules.minQty) % rules.stepSize !== 0n
  );
}

function priceObjection(order: NewOrder, rules: SymbolRules): Rejection | null {
  const price = order.price;
  const fails =
    price < rules.minPrice ||
    price > rules.maxPrice ||
    (price - rules.minPrice) % rules.tickSize !== 0n;
  return fails ? failure('PRICE_FILTER') : null;
}

function lotObjection(order: NewOrder, rules: SymbolRules): Rejection | null {
  return lotFails(order.quantity, rules) ? failure('LOT_SIZE') : null;
}

function notionalObjection(order: NewOrder, rules: SymbolRules): Rejection | null {
  return (order.price * order.quantity) / SCALE < rules.minNotional ? failure('NOTIONAL') : null;
}

function failure(filter: string): Rejection {
  return reject(-1013, `Filter failure: ${filter}`);
}

/** Null: the order may be reduced to `newQty`. */
export function amendObjection(rules: SymbolRules, order: Order, newQty: bigint): Rejection | null {
  if (!rules.amendAllowed) return reject(-2038, 'Order amend is not supported for this symbol.');
  if (!isOpen(order)) return reject(-2038, 'Unknown order sent.');
  if (newQty === order.origQty) {
    return reject(-2038, 'The requested action would change no state; rejecting.');
  }
  if (newQty > order.origQty) {
    return reject(-2038, 'Order amend (quantity increase) is not supported.');
  }
  if (lotFails(newQty, rules)) return reject(-1013, 'Filter failure: LOT_SIZE');
  if (newQty <= order.executedQty) return reject(-2038, 'Order amend is below what is executed.');
  if ((order.price * newQty) / SCALE < rules.minNotional) {
    return reject(-1013, 'Filter failure: NOTIONAL');
  }
  return null;
}
