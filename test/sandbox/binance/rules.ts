// What an order must satisfy before it reaches the book: symbol, filters, form.
// Source: binance-spot-api-docs, filters.md and errors.md ("Filter failures"), snapshot 2026-07-21.

import { SCALE } from './decimal.ts';
import { reject } from './terms.ts';
import type { NewOrder, Rejection, SymbolRules, SymbolStatus } from './terms.ts';

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
