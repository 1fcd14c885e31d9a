// One symbol's market: its books and counters, and what an order would do on the present book.

import { BookSide } from './book.ts';
import { SCALE } from './decimal.ts';
import { reject } from './terms.ts';
import type {
  Level,
  NewOrder,
  Order,
  PublicTrade,
  Rejection,
  Side,
  SymbolRules,
  SymbolStatus,
} from './terms.ts';

/** Trades of everybody that stay readable per symbol; Binance's own `trades` gives at most 1000. */
const RECENT_TRADES = 1_000;

/** All symbols count from the same number, since Binance's ids are unique per symbol only. */
const FIRST_ID = 1_000_001;

export interface Market {
  readonly rules: SymbolRules;
  status: SymbolStatus;
  readonly bids: BookSide;
  readonly asks: BookSide;
  /** Number of the book's newest change; each change of a level is one. */
  lastUpdateId: number;
  nextOrderId: number;
  nextTradeId: number;
  nextExecutionId: number;
  /** Open orders of everybody, ended ones of clients too. */
  readonly orders: Map<number, Order>;
  readonly recentTrades: PublicTrade[];
}

/** What a new order is for, and what of its owner's free balance it takes. */
export interface Sized {
  readonly ok: true;
  readonly quantity: bigint;
  readonly lock: bigint;
}

export function newMarket(rules: SymbolRules): Market {
  // Otherwise a lock and the trades that use it up would be rounded differently.
  const exact =
    (rules.tickSize * rules.stepSize) % SCALE === 0n &&
    rules.minPrice % rules.tickSize === 0n &&
    rules.minQty % rules.stepSize === 0n;
  if (!exact) {
    throw new Error(
      `${rules.symbol}: expected tick times step in whole 1e-8 of the quote, and minima on tick and step`,
    );
  }
  return {
    rules,
    status: 'TRADING',
    bids: new BookSide('BUY'),
    asks: new BookSide('SELL'),
    lastUpdateId: FIRST_ID,
    nextOrderId: FIRST_ID,
    nextTradeId: FIRST_ID,
    nextExecutionId: FIRST_ID,
    orders: new Map(),
    recentTrades: [],
  };
}

/** The side of the book on which orders of this side rest. */
export function bookOf(market: Market, side: Side): BookSide {
  return side === 'BUY' ? market.bids : market.asks;
}

/** The side of the book that an order of this side trades against. */
export function makersFor(market: Market, side: Side): BookSide {
  return side === 'BUY' ? market.asks : market.bids;
}

/** Keeps the newest trades, and now and then forgets those before. */
export function remember(market: Market, trade: PublicTrade): void {
  market.recentTrades.push(trade);
  if (market.recentTrades.length > 2 * RECENT_TRADES) market.recentTrades.splice(0, RECENT_TRADES);
}

export function wouldTake(market: Market, request: NewOrder): boolean {
  const makers = makersFor(market, request.side);
  const best = makers.best();
  return best !== undefined && makers.reaches(request.price, best);
}

export function fillable(market: Market, order: Order): bigint {
  const makers = makersFor(market, order.side);
  let sum = 0n;
  for (const level of makers.fromBest()) {
    if (sum >= order.origQty) return sum;
    if (order.type !== 'MARKET' && !makers.reaches(order.price, level)) return sum;
    sum += level.quantity;
  }
  return sum;
}

/** The quantity of the order and what it must lock, both exact. */
export function sized(market: Market, request: NewOrder): Sized | Rejection {
  if (request.type !== 'MARKET') {
    const lock =
      request.side === 'BUY' ? (request.price * request.quantity) / SCALE : request.quantity;
    return { ok: true, quantity: request.quantity, lock };
  }
  const makers = makersFor(market, request.side);
  if (request.quoteOrderQty === 0n) {
    const cost = costOf(makers, request.quantity);
    return {
      ok: true,
      quantity: request.quantity,
      lock: request.side === 'BUY' ? cost : request.quantity,
    };
  }
  const bought = affordable(makers, request.quoteOrderQty, market.rules.stepSize);
  if (makers.depth === 0) {
    return reject(-2010, 'Order book liquidity is less than symbol minimum quantity.');
  }
  if (bought.quantity < market.rules.minQty) {
    return reject(-2010, 'Order book liquidity is less than LOT_SIZE filter minimum quantity.');
  }
  return {
    ok: true,
    quantity: bought.quantity,
    lock: request.side === 'BUY' ? bought.quote : bought.quantity,
  };
}

// The quote amount that a market order of this quantity trades for on the present book, order by
// order, because each trade's quote amount is rounded by itself.
function costOf(makers: BookSide, quantity: bigint): bigint {
  let left = quantity;
  let cost = 0n;
  for (const level of makers.fromBest()) {
    for (const maker of queue(level)) {
      if (left === 0n) return cost;
      const qty = min(left, maker.origQty - maker.executedQty);
      cost += (level.price * qty) / SCALE;
      left -= qty;
    }
  }
  return cost;
}

function affordable(
  makers: BookSide,
  quote: bigint,
  stepSize: bigint,
): { readonly quantity: bigint; readonly quote: bigint } {
  let quantity = 0n;
  let spent = 0n;
  for (const level of makers.fromBest()) {
    for (const maker of queue(level)) {
      const wanted = (((quote - spent) * SCALE) / level.price / stepSize) * stepSize;
      const qty = min(wanted, maker.origQty - maker.executedQty);
      if (qty === 0n) return { quantity, quote: spent };
      quantity += qty;
      spent += (level.price * qty) / SCALE;
    }
  }
  return { quantity, quote: spent };
}

function* queue(level: Level): Generator<Order> {
  for (let order = level.oldest; order !== null; order = order.next) yield order;
}

export function min(a: bigint, b: bigint): bigint {
  return a < b ? a : b;
}
