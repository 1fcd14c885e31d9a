// The words of the simulated exchange, under the names that Binance Spot gives them.
// Source: binance-spot-api-docs, enums.md and web-socket-api.md, snapshot 2026-07-21.

export type Side = 'BUY' | 'SELL';
export type OrderType = 'LIMIT' | 'MARKET' | 'LIMIT_MAKER';
export type TimeInForce = 'GTC' | 'IOC' | 'FOK';
export type OrderStatus =
  | 'NEW'
  | 'PARTIALLY_FILLED'
  | 'FILLED'
  | 'CANCELED'
  | 'REJECTED'
  | 'EXPIRED';
export type ExecutionType = 'NEW' | 'TRADE' | 'CANCELED' | 'REPLACED' | 'REJECTED' | 'EXPIRED';
export type SymbolStatus = 'TRADING' | 'HALT' | 'BREAK';
export type ExpiryReason =
  | 'UNFILLED_IOC_QUANTITY_EXPIRED'
  | 'UNFILLED_FOK_ORDER_EXPIRED'
  | 'INSUFFICIENT_LIQUIDITY'
  | 'EXCHANGE_CANCELED';

/** What one symbol allows. Amounts have eight decimals. */
export interface SymbolRules {
  readonly symbol: string;
  readonly baseAsset: string;
  readonly quoteAsset: string;
  readonly tickSize: bigint;
  readonly minPrice: bigint;
  readonly maxPrice: bigint;
  readonly stepSize: bigint;
  readonly minQty: bigint;
  readonly maxQty: bigint;
  readonly minNotional: bigint;
  /** Open orders that one account may have on the symbol. */
  readonly maxNumOrders: number;
  readonly amendAllowed: boolean;
}

/** Fee rates with eight decimals: 100_000n is 0.1 %. */
export interface FeeRates {
  readonly maker: bigint;
  readonly taker: bigint;
}

export interface Balance {
  free: bigint;
  locked: bigint;
}

export interface Account {
  readonly name: string;
  readonly uid: number;
  /** Somebody whose ledger is kept whole and who hears reports; others are the simulation's own. */
  readonly client: boolean;
  readonly fees: FeeRates;
  readonly balances: Map<string, Balance>;
  /** In the order of their placing. Clients only. */
  readonly orders: Order[];
  /** In the order of their execution. Clients only. */
  readonly trades: Trade[];
  /** The newest order under each symbol and client order id, ended ones too. Clients only. */
  readonly byClientOrderId: Map<string, Order>;
  /** Open orders under symbol and client order id. */
  readonly open: Map<string, Order>;
  /** Unfilled orders in the current window of ten seconds and of the day. */
  readonly orderCounts: OrderCount[];
}

export interface OrderCount {
  readonly interval: 'SECOND' | 'DAY';
  readonly intervalNum: number;
  readonly windowMs: number;
  readonly limit: number;
  window: number;
  count: number;
}

/** An order as the exchange holds it. The level and its neighbours are set while it rests. */
export interface Order {
  readonly symbol: string;
  readonly account: Account;
  readonly orderId: number;
  /** As its owner placed it, whatever became of it. */
  readonly placedClientOrderId: string;
  /** The current one: cancelling and amending change it. */
  clientOrderId: string;
  readonly side: Side;
  readonly type: OrderType;
  readonly timeInForce: TimeInForce;
  price: bigint;
  priceText: string;
  readonly quoteOrderQty: bigint;
  origQty: bigint;
  origQtyText: string;
  executedQty: bigint;
  cumQuote: bigint;
  /** What of the free balance it holds: quote for a buy, base for a sell. */
  locked: bigint;
  status: OrderStatus;
  readonly time: number;
  updateTime: number;
  level: Level | null;
  previous: Order | null;
  next: Order | null;
  readonly amendments: Amendment[];
}

export interface Amendment {
  readonly executionId: number;
  readonly origClientOrderId: string;
  readonly newClientOrderId: string;
  readonly origQty: bigint;
  readonly newQty: bigint;
  readonly time: number;
}

/** The orders at one price, oldest first. */
export interface Level {
  readonly price: bigint;
  readonly priceText: string;
  /** What is left of all of them. */
  quantity: bigint;
  oldest: Order | null;
  newest: Order | null;
}

/** One side of a trade, as its owner sees it. */
export interface Trade {
  readonly order: Order;
  readonly id: number;
  readonly price: bigint;
  readonly qty: bigint;
  readonly quoteQty: bigint;
  readonly commission: bigint;
  readonly commissionAsset: string;
  readonly time: number;
  readonly isMaker: boolean;
}

/** A trade as everybody sees it. */
export interface PublicTrade {
  readonly symbol: string;
  readonly id: number;
  readonly price: bigint;
  readonly qty: bigint;
  readonly quoteQty: bigint;
  readonly time: number;
  readonly buyerOrderId: number;
  readonly sellerOrderId: number;
  readonly buyerIsMaker: boolean;
}

/** What happened to an order, told while the order's own fields still say the same. */
export interface Execution {
  readonly type: ExecutionType;
  readonly order: Order;
  readonly executionId: number;
  readonly time: number;
  readonly trade: Trade | null;
  /** The id that a cancel or an amendment replaced, else empty. */
  readonly origClientOrderId: string;
  readonly expiryReason: ExpiryReason | null;
  readonly rejectReason: string;
}

/** The exchange's word that nothing was done, with its code and sentence. */
export interface Rejection {
  readonly ok: false;
  readonly code: number;
  readonly msg: string;
}

export interface NewOrder {
  readonly symbol: string;
  readonly side: Side;
  readonly type: OrderType;
  readonly timeInForce: TimeInForce;
  readonly price: bigint;
  readonly quantity: bigint;
  /** Above zero: the order is a MARKET order for this much of the quote asset. */
  readonly quoteOrderQty: bigint;
  readonly clientOrderId: string | null;
}

export type Placed =
  | { readonly ok: true; readonly order: Order; readonly fills: readonly Trade[] }
  | Rejection;
export type Canceled =
  | { readonly ok: true; readonly order: Order; readonly origClientOrderId: string }
  | Rejection;
export type Amended =
  | { readonly ok: true; readonly order: Order; readonly amendment: Amendment }
  | Rejection;

/** New terms for an open order in its place: `quantity` is the whole, what is filled included. */
export interface Revision {
  readonly price: bigint;
  readonly quantity: bigint;
  readonly postOnly: boolean;
}

export function reject(code: number, msg: string): Rejection {
  return { ok: false, code, msg };
}

/** Binance numbers orders and client order ids per symbol. */
export function clientKey(symbol: string, clientOrderId: string): string {
  return `${symbol} ${clientOrderId}`;
}

export function isOpen(order: Order): boolean {
  return order.status === 'NEW' || order.status === 'PARTIALLY_FILLED';
}
