// Kraken's ids: `OK4GJX-KSTLS-7DZZO5` for an order, `TGBB7L-HT5LX-J3BZ4A` for a trade, unique over all
// pairs. Ours are the engine's numbers, scattered by a multiplication that can be undone.

import type { Exchange } from '../exchange/exchange.ts';
import type { Order, Trade } from '../exchange/terms.ts';

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
const LETTERS = 16;
const BITS = 80n;
const MASK = (1n << BITS) - 1n;
const FACTOR = 0x9e3779b97f4a7c15f39bn; // Odd, so that it has an inverse.
const SYMBOL_SHIFT = 48n;
/** Beyond the numbers of all trades. */
const AMEND_SHIFT = 56n;
const FORM = /^O([A-Z2-7]{5})-([A-Z2-7]{5})-([A-Z2-7]{6})$/;

export interface Ids {
  orderID(order: Order): string;
  tradeID(trade: Trade): string;
  /** Of the amend after so many others. */
  amendID(count: number): string;
  /** Null: no order has this id. */
  orderOf(orderID: string): Order | null;
}

/** The engine's numbers under this exchange's names; `symbols` in the order of its markets. */
export function idsAmong(symbols: readonly string[]): {
  orderID(symbol: string, orderId: number): string;
  tradeID(symbol: string, of: { readonly id: number; readonly orderId: number }): string;
} {
  const number = (symbol: string, id: number): bigint =>
    (BigInt(symbols.indexOf(symbol)) << SYMBOL_SHIFT) | BigInt(id);
  return {
    orderID: (symbol, orderId) => written('O', number(symbol, orderId)),
    // Both sides of a trade have an id of their own: the order's number makes the difference.
    tradeID: (symbol, { id, orderId }) =>
      written('T', (BigInt(orderId) << 24n) ^ number(symbol, id)),
  };
}

export function createIds(exchange: Exchange): Ids {
  const symbols = [...exchange.markets.keys()];
  const ids = idsAmong(symbols);
  return {
    orderID: ({ symbol, orderId }) => ids.orderID(symbol, orderId),
    amendID: (count) => written('T', BigInt(count) << AMEND_SHIFT),
    tradeID: ({ id, order: { symbol, orderId } }) => ids.tradeID(symbol, { id, orderId }),
    orderOf: (orderID) => {
      const parts = FORM.exec(orderID);
      if (parts === null) return null;
      const plain = (digitsOf(parts.slice(1).join('')) * inverse()) & MASK;
      const symbol = symbols[Number(plain >> SYMBOL_SHIFT)];
      const id = Number(plain & ((1n << SYMBOL_SHIFT) - 1n));
      return (symbol === undefined ? null : exchange.market(symbol)?.orders.get(id)) ?? null;
    },
  };
}

function written(kind: 'O' | 'T', plain: bigint): string {
  let rest = (plain * FACTOR) & MASK;
  let letters = '';
  for (let place = 0; place < LETTERS; place += 1) {
    letters = ALPHABET.charAt(Number(rest & 31n)) + letters;
    rest >>= 5n;
  }
  return `${kind}${letters.slice(0, 5)}-${letters.slice(5, 10)}-${letters.slice(10)}`;
}

function digitsOf(letters: string): bigint {
  let digits = 0n;
  for (const letter of letters) digits = (digits << 5n) | BigInt(ALPHABET.indexOf(letter));
  return digits;
}

/** Newton's iteration doubles the bits that are right. */
function inverse(): bigint {
  let guess = 1n;
  for (let bits = 1n; bits < BITS; bits *= 2n) guess = (guess * (2n - FACTOR * guess)) & MASK;
  return guess & MASK;
}
