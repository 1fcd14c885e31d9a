// The matching engine: accounts, books, price-time priority, fees. No socket, no clock of its own.

import { BookSide } from './book.ts';
import { formatDecimal, SCALE } from './decimal.ts';
import type { SeededRandom } from './random.ts';
import { lotFails, objection } from './rules.ts';
import { clientKey, isOpen, reject } from './terms.ts';
import type {
  Account,
  Amended,
  Amendment,
  Balance,
  Canceled,
  Execution,
  ExecutionType,
  ExpiryReason,
  FeeRates,
  Level,
  NewOrder,
  Order,
  OrderCount,
  Placed,
  PublicTrade,
  Rejection,
  Side,
  SymbolRules,
  SymbolStatus,
  Trade,
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

/** Who is told what the engine does, while it does it. Nothing may call back into the engine. */
export interface ExchangeListener {
  /** Clients' orders only. */
  executed(execution: Execution): void;
  traded(trade: PublicTrade, takerOrderId: number): void;
  levelChanged(market: Market, side: Side, price: bigint): void;
  /** A request is done: the book is consistent and uncrossed. */
  settled(market: Market): void;
  /** Clients' accounts only. */
  balancesChanged(account: Account, assets: readonly string[]): void;
  credited(account: Account, asset: string, delta: bigint): void;
}

export interface ExchangeOptions {
  readonly symbols: readonly SymbolRules[];
  /** Milliseconds since 1970-01-01T00:00:00Z, as the exchange's own clock has it. */
  readonly now: () => number;
  readonly random: SeededRandom;
  readonly listener: ExchangeListener;
}

export class Exchange {
  readonly markets = new Map<string, Market>();
  readonly accounts = new Map<string, Account>();
  /** Every commission ever taken, by asset. */
  readonly feesTaken = new Map<string, bigint>();
  /** Everything ever credited, by asset: balances and fees always add up to it. */
  readonly credited = new Map<string, bigint>();
  readonly #now: () => number;
  readonly #random: SeededRandom;
  readonly #listener: ExchangeListener;
  // Clients whose balances the present request moved.
  readonly #touched = new Set<Account>();
  #nextUid = 354_937_868;

  constructor(options: ExchangeOptions) {
    this.#now = options.now;
    this.#random = options.random;
    this.#listener = options.listener;
    for (const rules of options.symbols) this.#addMarket(rules);
  }

  addAccount(
    name: string,
    options: {
      readonly client: boolean;
      readonly fees: FeeRates;
      readonly counts: readonly OrderCount[];
    },
  ): Account {
    if (this.accounts.has(name)) throw new Error(`account "${name}" exists already`);
    const account: Account = {
      name,
      uid: this.#nextUid,
      client: options.client,
      fees: options.fees,
      balances: new Map(),
      orders: [],
      trades: [],
      byClientOrderId: new Map(),
      open: new Map(),
      orderCounts: [...options.counts],
    };
    this.#nextUid += 1;
    this.accounts.set(name, account);
    return account;
  }

  /** Brings funds in from outside; a negative amount takes free funds out. */
  credit(account: Account, asset: string, delta: bigint): void {
    const balance = balanceOf(account, asset);
    if (balance.free + delta < 0n)
      throw new Error(`${account.name} has less free ${asset} than that`);
    balance.free += delta;
    this.credited.set(asset, (this.credited.get(asset) ?? 0n) + delta);
    if (account.client) this.#listener.credited(account, asset, delta);
  }

  market(symbol: string): Market | undefined {
    return this.markets.get(symbol);
  }

  /** Whether the order would be taken, without placing it. */
  test(account: Account, request: NewOrder): Rejection | null {
    const market = this.markets.get(request.symbol);
    if (market === undefined) return reject(-1121, 'Invalid symbol.');
    const objected = objection(request, market.rules, market.status);
    if (objected !== null) return objected;
    if (
      account.open.size >= market.rules.maxNumOrders &&
      openOn(account, request.symbol) >= market.rules.maxNumOrders
    ) {
      return reject(-1013, 'Filter failure: MAX_NUM_ORDERS');
    }
    return null;
  }

  place(account: Account, request: NewOrder): Placed {
    const objected = this.test(account, request);
    if (objected !== null) return objected;
    const market = this.#market(request.symbol);
    const clientOrderId = request.clientOrderId ?? this.#random.id(22);
    if (account.open.has(clientKey(request.symbol, clientOrderId))) {
      return reject(-2010, 'Duplicate order sent.');
    }
    if (request.type === 'LIMIT_MAKER' && wouldTake(market, request)) {
      return reject(-2010, 'Order would immediately match and take.');
    }
    const sized = this.#size(market, request);
    if (!sized.ok) return sized;
    const asset = request.side === 'BUY' ? market.rules.quoteAsset : market.rules.baseAsset;
    const balance = balanceOf(account, asset);
    if (balance.free < sized.lock) {
      return reject(-2010, 'Account has insufficient balance for requested action.');
    }
    balance.free -= sized.lock;
    balance.locked += sized.lock;

    const order = this.#newOrder(account, market, { request, clientOrderId, ...sized });
    this.#touch(account);
    this.#report('NEW', order, {});
    const fills: Trade[] = [];
    if (request.timeInForce !== 'FOK' || fillable(market, order) >= order.origQty) {
      this.#match(market, order, fills);
    }
    this.#restOrExpire(market, order);
    this.#settle(market);
    return { ok: true, order, fills };
  }

  /** Cancels an open order; its client order id changes to `newClientOrderId`, or to a generated one. */
  cancel(order: Order, newClientOrderId: string | null): Canceled {
    if (!isOpen(order)) return reject(-2011, 'Unknown order sent.');
    const market = this.#market(order.symbol);
    const origClientOrderId = order.clientOrderId;
    this.#takeOut(market, order);
    order.account.open.delete(clientKey(order.symbol, origClientOrderId));
    order.clientOrderId = newClientOrderId ?? this.#random.id(22);
    order.status = 'CANCELED';
    this.#index(order);
    this.#touch(order.account);
    this.#report('CANCELED', order, { origClientOrderId });
    this.#forgetIfForeign(market, order);
    this.#settle(market);
    return { ok: true, order, origClientOrderId };
  }

  /** Reduces an open order's quantity in its place in the queue. */
  amend(order: Order, newQty: bigint, newClientOrderId: string | null): Amended {
    const market = this.#market(order.symbol);
    const objected = amendObjection(market.rules, order, newQty);
    if (objected !== null) return objected;
    const clientOrderId = newClientOrderId ?? this.#random.id(22);
    const holder = order.account.open.get(clientKey(order.symbol, clientOrderId));
    if (holder !== undefined && holder !== order) return reject(-2010, 'Duplicate order sent.');

    const origClientOrderId = order.clientOrderId;
    const less = order.origQty - newQty;
    const release = order.side === 'BUY' ? (order.price * less) / SCALE : less;
    this.#unlock(market, order, release);
    if (order.level !== null) order.level.quantity -= less;
    const amendment: Amendment = {
      executionId: market.nextExecutionId,
      origClientOrderId,
      newClientOrderId: clientOrderId,
      origQty: order.origQty,
      newQty,
      time: this.#now(),
    };
    order.origQty = newQty;
    order.origQtyText = formatDecimal(newQty);
    order.account.open.delete(clientKey(order.symbol, origClientOrderId));
    order.clientOrderId = clientOrderId;
    order.account.open.set(clientKey(order.symbol, clientOrderId), order);
    this.#index(order);
    order.amendments.push(amendment);
    this.#levelChanged(market, order.side, order.price);
    this.#touch(order.account);
    this.#report('REPLACED', order, { origClientOrderId });
    this.#settle(market);
    return { ok: true, order, amendment };
  }

  /** The exchange ends an open order of its own accord: as EXPIRED, or as REJECTED after all. */
  end(order: Order, how: 'EXPIRED' | 'REJECTED'): boolean {
    if (!isOpen(order)) return false;
    const market = this.#market(order.symbol);
    this.#takeOut(market, order);
    order.account.open.delete(clientKey(order.symbol, order.clientOrderId));
    order.status = how;
    this.#touch(order.account);
    if (how === 'EXPIRED') this.#report(how, order, { expiryReason: 'EXCHANGE_CANCELED' });
    else this.#report(how, order, { rejectReason: 'INSUFFICIENT_BALANCES' });
    this.#forgetIfForeign(market, order);
    this.#settle(market);
    return true;
  }

  /**
   * Fills an order at its own price against `counterparty`, past every queue; an order that was
   * cancelled before gets its trade all the same (the race that a late report shows).
   * Null: nothing is left of it, or its owner has spent the funds since.
   */
  fillDirectly(order: Order, quantity: bigint, counterparty: Account): Trade | null {
    const market = this.#market(order.symbol);
    const qty = min(quantity, order.origQty - order.executedQty);
    if (qty <= 0n || order.type === 'MARKET') return null;
    if (!isOpen(order) && !this.#lockAgain(market, order, qty)) return null;
    const resting = order.level !== null;
    const taker = this.#counterOrder(market, order, { qty, counterparty });
    if (resting && order.level !== null) order.level.quantity -= qty;
    const fills: Trade[] = [];
    const trade = this.#trade(market, { taker, maker: order, price: order.price, qty, fills });
    if (resting) this.#levelChanged(market, order.side, order.price);
    this.#settle(market);
    return trade;
  }

  // The quantity of the order and what it must lock, both exact.
  #size(
    market: Market,
    request: NewOrder,
  ): { readonly ok: true; readonly quantity: bigint; readonly lock: bigint } | Rejection {
    if (request.type !== 'MARKET') {
      const lock =
        request.side === 'BUY' ? (request.price * request.quantity) / SCALE : request.quantity;
      return { ok: true, quantity: request.quantity, lock };
    }
    const makers = request.side === 'BUY' ? market.asks : market.bids;
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

  #newOrder(
    account: Account,
    market: Market,
    of: {
      readonly request: NewOrder;
      readonly clientOrderId: string;
      readonly quantity: bigint;
      readonly lock: bigint;
    },
  ): Order {
    const time = this.#now();
    const order: Order = {
      symbol: of.request.symbol,
      account,
      orderId: market.nextOrderId,
      placedClientOrderId: of.clientOrderId,
      clientOrderId: of.clientOrderId,
      side: of.request.side,
      type: of.request.type,
      timeInForce: of.request.timeInForce,
      price: of.request.price,
      priceText: formatDecimal(of.request.price),
      quoteOrderQty: of.request.quoteOrderQty,
      origQty: of.quantity,
      origQtyText: formatDecimal(of.quantity),
      executedQty: 0n,
      cumQuote: 0n,
      locked: of.lock,
      status: 'NEW',
      time,
      updateTime: time,
      level: null,
      previous: null,
      next: null,
      amendments: [],
    };
    market.nextOrderId += 1;
    market.orders.set(order.orderId, order);
    account.open.set(clientKey(order.symbol, of.clientOrderId), order);
    if (account.client) account.orders.push(order);
    this.#index(order);
    return order;
  }

  #match(market: Market, taker: Order, fills: Trade[]): void {
    const makers = taker.side === 'BUY' ? market.asks : market.bids;
    for (;;) {
      const leaves = taker.origQty - taker.executedQty;
      const level = makers.best();
      if (leaves === 0n || level === undefined) return;
      if (taker.type !== 'MARKET' && !makers.reaches(taker.price, level)) return;
      const maker = level.oldest;
      if (maker === null) return;
      const qty = min(leaves, maker.origQty - maker.executedQty);
      level.quantity -= qty;
      this.#trade(market, { taker, maker, price: level.price, qty, fills });
      this.#levelChanged(market, makers.side, level.price);
    }
  }

  // Moves funds, numbers the trade, reports both sides. The maker's level has already been reduced.
  #trade(
    market: Market,
    of: {
      readonly taker: Order;
      readonly maker: Order;
      readonly price: bigint;
      readonly qty: bigint;
      readonly fills: Trade[];
    },
  ): Trade {
    const { taker, maker, price, qty } = of;
    const id = market.nextTradeId;
    market.nextTradeId += 1;
    const time = this.#now();
    const quoteQty = (price * qty) / SCALE;
    const buyer = taker.side === 'BUY' ? taker : maker;
    const seller = taker.side === 'BUY' ? maker : taker;
    const buyFee = this.#paySide(market, buyer, { qty, quoteQty, isMaker: buyer === maker });
    const sellFee = this.#paySide(market, seller, { qty, quoteQty, isMaker: seller === maker });
    const shared = { id, price, qty, quoteQty, time };
    const published: PublicTrade = {
      symbol: market.rules.symbol,
      ...shared,
      buyerOrderId: buyer.orderId,
      sellerOrderId: seller.orderId,
      buyerIsMaker: buyer === maker,
    };
    market.recentTrades.push(published);
    if (market.recentTrades.length > 2 * RECENT_TRADES)
      market.recentTrades.splice(0, RECENT_TRADES);
    const fees = { buyer: buyFee, seller: sellFee };
    const takers = sideOfTrade(market, taker, {
      ...shared,
      commission: feeOf(fees, taker),
      isMaker: false,
    });
    const makers = sideOfTrade(market, maker, {
      ...shared,
      commission: feeOf(fees, maker),
      isMaker: true,
    });
    of.fills.push(takers);
    this.#filled(market, taker, takers);
    this.#filled(market, maker, makers);
    this.#listener.traded(published, taker.orderId);
    return makers;
  }

  #filled(market: Market, order: Order, trade: Trade): void {
    const first = order.executedQty === 0n;
    const wasOpen = isOpen(order);
    order.executedQty += trade.qty;
    order.cumQuote += trade.quoteQty;
    order.updateTime = trade.time;
    const done = order.executedQty === order.origQty;
    if (done) order.status = 'FILLED';
    else if (wasOpen) order.status = 'PARTIALLY_FILLED';
    if (first) giveBackCount(order.account);
    if (order.account.client) order.account.trades.push(trade);
    if (done && wasOpen) {
      if (order.level !== null) this.#side(market, order.side).remove(order, 0n);
      order.account.open.delete(clientKey(order.symbol, order.clientOrderId));
    }
    this.#touch(order.account);
    this.#report('TRADE', order, { trade });
    if (done) this.#forgetIfForeign(market, order);
  }

  // Takes what the order pays from its lock, pays out what it receives less the fee. Returns the fee.
  #paySide(
    market: Market,
    order: Order,
    of: { readonly qty: bigint; readonly quoteQty: bigint; readonly isMaker: boolean },
  ): bigint {
    const { baseAsset, quoteAsset } = market.rules;
    const account = order.account;
    const rate = of.isMaker ? account.fees.maker : account.fees.taker;
    const buys = order.side === 'BUY';
    const paid = balanceOf(account, buys ? quoteAsset : baseAsset);
    const pays = buys ? of.quoteQty : of.qty;
    // A buy below its limit gives the difference back at once.
    const held = buys && order.type !== 'MARKET' ? (order.price * of.qty) / SCALE : pays;
    paid.locked -= held;
    paid.free += held - pays;
    order.locked -= held;
    const receives = buys ? of.qty : of.quoteQty;
    const fee = (receives * rate) / SCALE;
    const asset = buys ? baseAsset : quoteAsset;
    balanceOf(account, asset).free += receives - fee;
    this.feesTaken.set(asset, (this.feesTaken.get(asset) ?? 0n) + fee);
    return fee;
  }

  #restOrExpire(market: Market, order: Order): void {
    if (!isOpen(order)) return;
    if (order.type !== 'MARKET' && order.timeInForce === 'GTC') {
      this.#side(market, order.side).add(order, order.origQty - order.executedQty);
      this.#levelChanged(market, order.side, order.price);
      return;
    }
    this.#unlock(market, order, order.locked);
    order.account.open.delete(clientKey(order.symbol, order.clientOrderId));
    order.status = 'EXPIRED';
    order.updateTime = this.#now();
    this.#report('EXPIRED', order, { expiryReason: expiryReason(order) });
    this.#forgetIfForeign(market, order);
  }

  #takeOut(market: Market, order: Order): void {
    if (order.level !== null) {
      this.#side(market, order.side).remove(order, order.origQty - order.executedQty);
      this.#levelChanged(market, order.side, order.price);
    }
    this.#unlock(market, order, order.locked);
    order.updateTime = this.#now();
  }

  #unlock(market: Market, order: Order, release: bigint): void {
    const asset = order.side === 'BUY' ? market.rules.quoteAsset : market.rules.baseAsset;
    const balance = balanceOf(order.account, asset);
    balance.locked -= release;
    balance.free += release;
    order.locked -= release;
  }

  #lockAgain(market: Market, order: Order, qty: bigint): boolean {
    const need = order.side === 'BUY' ? (order.price * qty) / SCALE : qty;
    const asset = order.side === 'BUY' ? market.rules.quoteAsset : market.rules.baseAsset;
    if (balanceOf(order.account, asset).free < need) return false;
    this.#unlock(market, order, -need);
    return true;
  }

  // The other side of a direct fill: an order of the same price that never rests.
  #counterOrder(
    market: Market,
    order: Order,
    of: { readonly qty: bigint; readonly counterparty: Account },
  ): Order {
    const side: Side = order.side === 'BUY' ? 'SELL' : 'BUY';
    const lock = side === 'BUY' ? (order.price * of.qty) / SCALE : of.qty;
    const asset = side === 'BUY' ? market.rules.quoteAsset : market.rules.baseAsset;
    const balance = balanceOf(of.counterparty, asset);
    if (balance.free < lock) this.credit(of.counterparty, asset, lock - balance.free);
    balance.free -= lock;
    balance.locked += lock;
    const request: NewOrder = {
      symbol: order.symbol,
      side,
      type: 'LIMIT',
      timeInForce: 'GTC',
      price: order.price,
      quantity: of.qty,
      quoteOrderQty: 0n,
      clientOrderId: null,
    };
    const clientOrderId = this.#random.id(22);
    return this.#newOrder(of.counterparty, market, {
      request,
      clientOrderId,
      quantity: of.qty,
      lock,
    });
  }

  #report(
    type: ExecutionType,
    order: Order,
    of: {
      readonly trade?: Trade;
      readonly origClientOrderId?: string;
      readonly expiryReason?: ExpiryReason;
      readonly rejectReason?: string;
    },
  ): void {
    const market = this.#market(order.symbol);
    const executionId = market.nextExecutionId;
    market.nextExecutionId += 1;
    if (!order.account.client) return;
    this.#listener.executed({
      type,
      order,
      executionId,
      time: of.trade?.time ?? this.#now(),
      trade: of.trade ?? null,
      origClientOrderId: of.origClientOrderId ?? '',
      expiryReason: of.expiryReason ?? null,
      rejectReason: of.rejectReason ?? 'NONE',
    });
  }

  #index(order: Order): void {
    if (!order.account.client) return;
    order.account.byClientOrderId.set(clientKey(order.symbol, order.clientOrderId), order);
  }

  // Ended orders of other participants are of no further use.
  #forgetIfForeign(market: Market, order: Order): void {
    if (!order.account.client) market.orders.delete(order.orderId);
  }

  #touch(account: Account): void {
    if (account.client) this.#touched.add(account);
  }

  #settle(market: Market): void {
    this.#listener.settled(market);
    if (this.#touched.size === 0) return;
    const assets = [market.rules.baseAsset, market.rules.quoteAsset];
    for (const account of this.#touched) this.#listener.balancesChanged(account, assets);
    this.#touched.clear();
  }

  #levelChanged(market: Market, side: Side, price: bigint): void {
    market.lastUpdateId += 1;
    this.#listener.levelChanged(market, side, price);
  }

  #side(market: Market, side: Side): BookSide {
    return side === 'BUY' ? market.bids : market.asks;
  }

  #market(symbol: string): Market {
    const market = this.markets.get(symbol);
    if (market === undefined) throw new Error(`no market "${symbol}"`);
    return market;
  }

  #addMarket(rules: SymbolRules): void {
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
    this.markets.set(rules.symbol, {
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
    });
  }
}

export function balanceOf(account: Account, asset: string): Balance {
  const found = account.balances.get(asset);
  if (found !== undefined) return found;
  const balance: Balance = { free: 0n, locked: 0n };
  account.balances.set(asset, balance);
  return balance;
}

function openOn(account: Account, symbol: string): number {
  let count = 0;
  for (const order of account.open.values()) if (order.symbol === symbol) count += 1;
  return count;
}

function wouldTake(market: Market, request: NewOrder): boolean {
  const makers = request.side === 'BUY' ? market.asks : market.bids;
  const best = makers.best();
  return best !== undefined && makers.reaches(request.price, best);
}

function fillable(market: Market, order: Order): bigint {
  const makers = order.side === 'BUY' ? market.asks : market.bids;
  let sum = 0n;
  for (const level of makers.fromBest()) {
    if (sum >= order.origQty) return sum;
    if (order.type !== 'MARKET' && !makers.reaches(order.price, level)) return sum;
    sum += level.quantity;
  }
  return sum;
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

function sideOfTrade(
  market: Market,
  order: Order,
  of: Omit<Trade, 'order' | 'commissionAsset'>,
): Trade {
  const { baseAsset, quoteAsset } = market.rules;
  return { order, ...of, commissionAsset: order.side === 'BUY' ? baseAsset : quoteAsset };
}

function feeOf(fees: { readonly buyer: bigint; readonly seller: bigint }, order: Order): bigint {
  return order.side === 'BUY' ? fees.buyer : fees.seller;
}

// The first fill of an order gives its unfilled-order count back (faqs/order_count_decrement.md).
function giveBackCount(account: Account): void {
  for (const count of account.orderCounts) if (count.count > 0) count.count -= 1;
}

function expiryReason(order: Order): ExpiryReason {
  if (order.timeInForce === 'FOK') return 'UNFILLED_FOK_ORDER_EXPIRED';
  return order.type === 'MARKET' ? 'INSUFFICIENT_LIQUIDITY' : 'UNFILLED_IOC_QUANTITY_EXPIRED';
}

function amendObjection(rules: SymbolRules, order: Order, newQty: bigint): Rejection | null {
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

function min(a: bigint, b: bigint): bigint {
  return a < b ? a : b;
}
