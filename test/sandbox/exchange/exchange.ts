// The matching engine: accounts, books, price-time priority, fees. No socket, no clock of its own.

import { balanceOf, giveBackCount, openOn } from './accounts.ts';
import { formatDecimal, SCALE } from './decimal.ts';
import {
  bookOf,
  fillable,
  makersFor,
  min,
  newMarket,
  remember,
  sized,
  wouldTake,
} from './market.ts';
import type { Market } from './market.ts';
import type { SeededRandom } from './random.ts';
import { amendObjection, objection } from './rules.ts';
import { clientKey, isOpen, reject } from './terms.ts';
import type {
  Account,
  Amended,
  Amendment,
  Canceled,
  Execution,
  ExecutionType,
  ExpiryReason,
  FeeRates,
  NewOrder,
  Order,
  OrderCount,
  Placed,
  PublicTrade,
  Rejection,
  Revision,
  Side,
  SymbolRules,
  Trade,
} from './terms.ts';

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

/** `received`: each side pays in what it gets; `quote`: both pay in the quote asset. */
export type FeeAsset = 'received' | 'quote';

export interface ExchangeOptions {
  readonly symbols: readonly SymbolRules[];
  /** Milliseconds since 1970-01-01T00:00:00Z, as the exchange's own clock has it. */
  readonly now: () => number;
  readonly random: SeededRandom;
  readonly listener: ExchangeListener;
  readonly feesIn: FeeAsset;
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
  readonly #feesIn: FeeAsset;
  // Clients whose balances the present request moved.
  readonly #touched = new Set<Account>();
  #nextUid = 354_937_868;

  constructor(options: ExchangeOptions) {
    this.#now = options.now;
    this.#random = options.random;
    this.#listener = options.listener;
    this.#feesIn = options.feesIn;
    for (const rules of options.symbols) this.markets.set(rules.symbol, newMarket(rules));
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
    const bare = sized(market, request);
    if (!bare.ok) return bare;
    const size = { ...bare, lock: bare.lock + this.#feeLock(account, request.side, bare.lock) };
    const asset = request.side === 'BUY' ? market.rules.quoteAsset : market.rules.baseAsset;
    const balance = balanceOf(account, asset);
    if (balance.free < size.lock) {
      return reject(-2010, 'Account has insufficient balance for requested action.');
    }
    balance.free -= size.lock;
    balance.locked += size.lock;

    const order = this.#newOrder(account, market, { request, clientOrderId, ...size });
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
    const bare = order.side === 'BUY' ? (order.price * less) / SCALE : less;
    this.#unlock(market, order, bare + this.#feeLock(order.account, order.side, bare));
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

  /**
   * Gives an open order another price and quantity. It keeps its place in the queue where the price stays and the
   * quantity does not grow. With no more than is filled, what is left is cancelled. Null: done.
   */
  revise(order: Order, { price, quantity, postOnly }: Revision): Rejection | null {
    const { symbol, account, side, timeInForce } = order;
    if (!isOpen(order)) return reject(-2011, 'Unknown order sent.');
    const market = this.#market(symbol);
    const type = postOnly ? 'LIMIT_MAKER' : 'LIMIT';
    const bare = { symbol, side, type, timeInForce, price, quantity } as const;
    const asked: NewOrder = { ...bare, quoteOrderQty: 0n, clientOrderId: null };
    const objected = objection(asked, market.rules, market.status);
    if (objected !== null) return objected;
    if (quantity <= order.executedQty) {
      this.cancel(order, order.clientOrderId);
      return null;
    }
    const moves = price !== order.price || quantity > order.origQty;
    if (postOnly && moves && wouldTake(market, asked)) {
      return reject(-2010, 'Order would immediately match and take.');
    }
    const leaves = quantity - order.executedQty;
    const pays = side === 'BUY' ? (price * leaves) / SCALE : leaves;
    const lock = pays + this.#feeLock(account, side, pays);
    const asset = side === 'BUY' ? market.rules.quoteAsset : market.rules.baseAsset;
    if (balanceOf(account, asset).free < lock - order.locked) {
      return reject(-2010, 'Account has insufficient balance for requested action.');
    }
    this.#unlock(market, order, order.locked - lock);
    if (moves) bookOf(market, side).remove(order, order.origQty - order.executedQty);
    else if (order.level !== null) order.level.quantity -= order.origQty - quantity;
    this.#levelChanged(market, side, order.price);
    order.price = price;
    order.priceText = formatDecimal(price);
    order.origQty = quantity;
    order.origQtyText = formatDecimal(quantity);
    order.updateTime = this.#now();
    this.#touch(account);
    this.#report('REPLACED', order, {});
    if (moves) {
      this.#match(market, order, []);
      this.#restOrExpire(market, order);
    }
    this.#settle(market);
    return null;
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
    const { stepSize } = market.rules;
    // In whole steps: anything finer would round differently from the lock that it uses up.
    const qty = (min(quantity, order.origQty - order.executedQty) / stepSize) * stepSize;
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
    const makers = makersFor(market, taker.side);
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
    remember(market, published);
    const fees = { buyer: buyFee, seller: sellFee };
    const takers = sideOfTrade(market, taker, {
      ...shared,
      commission: feeOf(fees, taker),
      isMaker: false,
      feesIn: this.#feesIn,
    });
    const makers = sideOfTrade(market, maker, {
      ...shared,
      commission: feeOf(fees, maker),
      isMaker: true,
      feesIn: this.#feesIn,
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
    if (done) this.#unlock(market, order, order.locked); // What was locked for fees and not used up.
    if (done && wasOpen) {
      if (order.level !== null) bookOf(market, order.side).remove(order, 0n);
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
    const receives = buys ? of.qty : of.quoteQty;
    const inQuote = this.#feesIn === 'quote';
    const fee = ((inQuote ? of.quoteQty : receives) * rate) / SCALE;
    const paysFee = buys && inQuote ? fee : 0n;
    // A buy below its limit gives the difference back at once.
    const bare = buys && order.type !== 'MARKET' ? (order.price * of.qty) / SCALE : pays;
    const held = bare + paysFee;
    paid.locked -= held;
    paid.free += held - pays - paysFee;
    order.locked -= held;
    const asset = buys && !inQuote ? baseAsset : quoteAsset;
    balanceOf(account, buys ? baseAsset : quoteAsset).free += receives - (fee - paysFee);
    this.feesTaken.set(asset, (this.feesTaken.get(asset) ?? 0n) + fee);
    return fee;
  }

  #restOrExpire(market: Market, order: Order): void {
    if (!isOpen(order)) return;
    if (order.type !== 'MARKET' && order.timeInForce === 'GTC') {
      bookOf(market, order.side).add(order, order.origQty - order.executedQty);
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
      bookOf(market, order.side).remove(order, order.origQty - order.executedQty);
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

  // What a buy sets aside for its fee where that is taken in the quote asset: the most that it can be.
  #feeLock(account: Account, side: Side, quoteQty: bigint): bigint {
    if (this.#feesIn !== 'quote' || side !== 'BUY') return 0n;
    const { maker, taker } = account.fees;
    return (quoteQty * (maker > taker ? maker : taker)) / SCALE;
  }

  #lockAgain(market: Market, order: Order, qty: bigint): boolean {
    const bare = order.side === 'BUY' ? (order.price * qty) / SCALE : qty;
    const need = bare + this.#feeLock(order.account, order.side, bare);
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
    const bare = side === 'BUY' ? (order.price * of.qty) / SCALE : of.qty;
    const lock = bare + this.#feeLock(of.counterparty, side, bare);
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

  #market(symbol: string): Market {
    const market = this.markets.get(symbol);
    if (market === undefined) throw new Error(`no market "${symbol}"`);
    return market;
  }
}

function sideOfTrade(
  market: Market,
  order: Order,
  of: Omit<Trade, 'order' | 'commissionAsset'> & { readonly feesIn: FeeAsset },
): Trade {
  const { baseAsset, quoteAsset } = market.rules;
  const { feesIn, ...trade } = of;
  const inBase = order.side === 'BUY' && feesIn === 'received';
  return { order, ...trade, commissionAsset: inBase ? baseAsset : quoteAsset };
}

function feeOf(fees: { readonly buyer: bigint; readonly seller: bigint }, order: Order): bigint {
  return order.side === 'BUY' ? fees.buyer : fees.seller;
}

function expiryReason(order: Order): ExpiryReason {
  if (order.timeInForce === 'FOK') return 'UNFILLED_FOK_ORDER_EXPIRED';
  return order.type === 'MARKET' ? 'INSUFFICIENT_LIQUIDITY' : 'UNFILLED_IOC_QUANTITY_EXPIRED';
}
