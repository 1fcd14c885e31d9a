// The exchange's JSON, written by concatenation: it is the hot path of every bench that uses it.
// Field names and their order: web-socket-api.md, user-data-stream.md, web-socket-streams.md
// (binance-spot-api-docs, snapshot 2026-07-21).

import { formatDecimal } from '../exchange/decimal.ts';
import type { Market } from '../exchange/market.ts';
import type { BookSide } from '../exchange/book.ts';
import type {
  Account,
  Amendment,
  Execution,
  Order,
  PublicTrade,
  SymbolRules,
  Trade,
} from '../exchange/terms.ts';
import { isOpen } from '../exchange/terms.ts';

const ZERO = '"0.00000000"';

function q(value: bigint): string {
  return value === 0n ? ZERO : `"${formatDecimal(value)}"`;
}

/** The answer to `order.place` in the form that `newOrderRespType` asks for. */
export function placedJson(
  order: Order,
  fills: readonly Trade[],
  form: 'ACK' | 'RESULT' | 'FULL',
): string {
  const head =
    `{"symbol":"${order.symbol}","orderId":${order.orderId},"orderListId":-1,` +
    `"clientOrderId":"${order.clientOrderId}","transactTime":${order.updateTime}`;
  if (form === 'ACK') return `${head}}`;
  const result = `${head},${figures(order)},"workingTime":${order.time}`;
  const tail = `"selfTradePreventionMode":"NONE"}`;
  return form === 'RESULT'
    ? `${result},${tail}`
    : `${result},"fills":[${fills.map(fillJson).join(',')}],${tail}`;
}

/** The answer to `order.cancel`. */
export function canceledJson(order: Order, origClientOrderId: string): string {
  return (
    `{"symbol":"${order.symbol}","origClientOrderId":"${origClientOrderId}","orderId":${order.orderId},` +
    `"orderListId":-1,"clientOrderId":"${order.clientOrderId}","transactTime":${order.updateTime},` +
    `${figures(order)},"selfTradePreventionMode":"NONE"}`
  );
}

/** The answer to `order.amend.keepPriority`. */
export function amendedJson(order: Order, amendment: Amendment): string {
  return (
    `{"transactTime":${amendment.time},"executionId":${amendment.executionId},"amendedOrder":{` +
    `"symbol":"${order.symbol}","orderId":${order.orderId},"orderListId":-1,` +
    `"origClientOrderId":"${amendment.origClientOrderId}","clientOrderId":"${order.clientOrderId}",` +
    `"price":"${order.priceText}","qty":"${order.origQtyText}","executedQty":${q(order.executedQty)},` +
    `"preventedQty":${ZERO},"quoteOrderQty":${q(order.quoteOrderQty)},` +
    `"cumulativeQuoteQty":${q(order.cumQuote)},"status":"${order.status}",` +
    `"timeInForce":"${order.timeInForce}","type":"${order.type}","side":"${order.side}",` +
    `"workingTime":${order.time},"selfTradePreventionMode":"NONE"}}`
  );
}

/** The answer to `order.status`, and the elements of `openOrders.status` and `allOrders`. */
export function statusJson(order: Order): string {
  return (
    `{"symbol":"${order.symbol}","orderId":${order.orderId},"orderListId":-1,` +
    `"clientOrderId":"${order.clientOrderId}",${figures(order)},"stopPrice":${ZERO},` +
    `"icebergQty":${ZERO},"time":${order.time},"updateTime":${order.updateTime},` +
    `"isWorking":true,"workingTime":${order.time},` +
    `"selfTradePreventionMode":"NONE"}`
  );
}

/** An element of `myTrades`. */
export function myTradeJson(trade: Trade): string {
  return (
    `{"symbol":"${trade.order.symbol}","id":${trade.id},"orderId":${trade.order.orderId},` +
    `"orderListId":-1,"price":${q(trade.price)},"qty":${q(trade.qty)},"quoteQty":${q(trade.quoteQty)},` +
    `"commission":${q(trade.commission)},"commissionAsset":"${trade.commissionAsset}",` +
    `"time":${trade.time},"isBuyer":${trade.order.side === 'BUY'},"isMaker":${trade.isMaker},` +
    `"isBestMatch":true}`
  );
}

/** The event `executionReport`, with the fields that always show and the reason of an expiry. */
export function executionReportJson(execution: Execution, eventTime: number): string {
  const { order, trade } = execution;
  const last =
    trade === null
      ? `"l":${ZERO},"z":${q(order.executedQty)},"L":${ZERO},"n":"0","N":null`
      : `"l":${q(trade.qty)},"z":${q(order.executedQty)},"L":${q(trade.price)},` +
        `"n":${q(trade.commission)},"N":"${trade.commissionAsset}"`;
  const reason = execution.expiryReason === null ? '' : `,"eR":"${execution.expiryReason}"`;
  return (
    `{"e":"executionReport","E":${eventTime},"s":"${order.symbol}","c":"${order.clientOrderId}",` +
    `"S":"${order.side}","o":"${order.type}","f":"${order.timeInForce}","q":"${order.origQtyText}",` +
    `"p":"${order.priceText}","P":${ZERO},"F":${ZERO},"g":-1,"C":"${execution.origClientOrderId}",` +
    `"x":"${execution.type}","X":"${order.status}","r":"${execution.rejectReason}","i":${order.orderId},` +
    `${last},"T":${execution.time},"t":${trade === null ? -1 : trade.id},"I":${execution.executionId},` +
    `"w":${isOpen(order) && order.type !== 'MARKET'},"m":${trade?.isMaker ?? false},"M":${trade !== null},` +
    `"O":${order.time},"Z":${q(order.cumQuote)},"Y":${trade === null ? ZERO : q(trade.quoteQty)},` +
    `"Q":${q(order.quoteOrderQty)},"W":${order.time},"V":"NONE"${reason}}`
  );
}

/** The event `outboundAccountPosition` for the assets that a request may have moved. */
export function accountPositionJson(
  account: Account,
  assets: readonly string[],
  time: number,
): string {
  const balances = assets.map((asset) => {
    const { free, locked } = account.balances.get(asset) ?? { free: 0n, locked: 0n };
    return `{"a":"${asset}","f":${q(free)},"l":${q(locked)}}`;
  });
  return `{"e":"outboundAccountPosition","E":${time},"u":${time},"B":[${balances.join(',')}]}`;
}

/** The event `balanceUpdate` of a deposit or a withdrawal. */
export function balanceUpdateJson(asset: string, delta: bigint, time: number): string {
  return `{"e":"balanceUpdate","E":${time},"a":"${asset}","d":${q(delta)},"T":${time}}`;
}

/** The answer to `account.status`. */
export function accountJson(account: Account, time: number, omitZeroBalances: boolean): string {
  const balances: string[] = [];
  for (const [asset, { free, locked }] of account.balances) {
    if (omitZeroBalances && free === 0n && locked === 0n) continue;
    balances.push(`{"asset":"${asset}","free":${q(free)},"locked":${q(locked)}}`);
  }
  // In basis points, rounded down: the field is older than rates below one of them.
  const maker = account.fees.maker / 10_000n;
  const taker = account.fees.taker / 10_000n;
  return (
    `{"makerCommission":${maker},"takerCommission":${taker},"buyerCommission":0,"sellerCommission":0,` +
    `"commissionRates":{"maker":${q(account.fees.maker)},"taker":${q(account.fees.taker)},` +
    `"buyer":${ZERO},"seller":${ZERO}},"canTrade":true,"canWithdraw":true,"canDeposit":true,` +
    `"brokered":false,"requireSelfTradePrevention":false,"preventSor":false,"updateTime":${time},` +
    `"accountType":"SPOT","balances":[${balances.join(',')}],"permissions":["SPOT"],"uid":${account.uid}}`
  );
}

/** The answer to `account.commission`. */
export function commissionJson(account: Account, symbol: string): string {
  const none = `{"maker":${ZERO},"taker":${ZERO},"buyer":${ZERO},"seller":${ZERO}}`;
  return (
    `{"symbol":"${symbol}","standardCommission":{"maker":${q(account.fees.maker)},` +
    `"taker":${q(account.fees.taker)},"buyer":${ZERO},"seller":${ZERO}},"taxCommission":${none},` +
    `"discount":{"enabledForAccount":false,"enabledForSymbol":false,"discountAsset":"BNB",` +
    `"discount":${ZERO}}}`
  );
}

/** One symbol of `exchangeInfo`. */
export function symbolJson(rules: SymbolRules, status: string): string {
  return (
    `{"symbol":"${rules.symbol}","status":"${status}","baseAsset":"${rules.baseAsset}",` +
    `"baseAssetPrecision":8,"quoteAsset":"${rules.quoteAsset}","quotePrecision":8,` +
    `"quoteAssetPrecision":8,"baseCommissionPrecision":8,"quoteCommissionPrecision":8,` +
    `"orderTypes":["LIMIT","LIMIT_MAKER","MARKET"],"icebergAllowed":false,"ocoAllowed":false,` +
    `"otoAllowed":false,"quoteOrderQtyMarketAllowed":true,"allowTrailingStop":false,` +
    `"cancelReplaceAllowed":true,"amendAllowed":${rules.amendAllowed},"pegInstructionsAllowed":false,` +
    `"isSpotTradingAllowed":true,"isMarginTradingAllowed":false,"filters":[` +
    `{"filterType":"PRICE_FILTER","minPrice":${q(rules.minPrice)},"maxPrice":${q(rules.maxPrice)},` +
    `"tickSize":${q(rules.tickSize)}},` +
    `{"filterType":"LOT_SIZE","minQty":${q(rules.minQty)},"maxQty":${q(rules.maxQty)},` +
    `"stepSize":${q(rules.stepSize)}},` +
    `{"filterType":"NOTIONAL","minNotional":${q(rules.minNotional)},"applyMinToMarket":true,` +
    `"maxNotional":"9000000.00000000","applyMaxToMarket":false,"avgPriceMins":5},` +
    `{"filterType":"MAX_NUM_ORDERS","maxNumOrders":${rules.maxNumOrders}}],` +
    `"permissions":[],"permissionSets":[["SPOT"]],"defaultSelfTradePreventionMode":"NONE",` +
    `"allowedSelfTradePreventionModes":["NONE"]}`
  );
}

/** `depth`: the best `limit` levels of both sides. */
export function depthJson(market: Market, limit: number): string {
  return (
    `{"lastUpdateId":${market.lastUpdateId},"bids":[${levelsJson(market.bids, limit)}],` +
    `"asks":[${levelsJson(market.asks, limit)}]}`
  );
}

/** The event of `@bookTicker`; an empty side shows zeros. */
export function bookTickerEventJson(market: Market): string {
  return `{"u":${market.lastUpdateId},"s":"${market.rules.symbol}",${top(market, 'b', 'B', 'a', 'A')}}`;
}

/** `ticker.book`. */
export function bookTickerJson(market: Market): string {
  const fields = top(market, 'bidPrice', 'bidQty', 'askPrice', 'askQty');
  return `{"symbol":"${market.rules.symbol}",${fields}}`;
}

export function depthUpdateJson(of: {
  readonly symbol: string;
  readonly time: number;
  readonly first: number;
  readonly last: number;
  readonly bids: string;
  readonly asks: string;
}): string {
  return (
    `{"e":"depthUpdate","E":${of.time},"s":"${of.symbol}","U":${of.first},"u":${of.last},` +
    `"b":[${of.bids}],"a":[${of.asks}]}`
  );
}

/** One level of a difference: an absolute quantity, zero when the level is gone. */
export function levelJson(price: bigint, quantity: bigint): string {
  return `[${q(price)},${q(quantity)}]`;
}

export function tradeEventJson(trade: PublicTrade, time: number): string {
  return (
    `{"e":"trade","E":${time},"s":"${trade.symbol}","t":${trade.id},"p":${q(trade.price)},` +
    `"q":${q(trade.qty)},"b":${trade.buyerOrderId},"a":${trade.sellerOrderId},"T":${trade.time},` +
    `"m":${trade.buyerIsMaker},"M":true}`
  );
}

export function aggTradeEventJson(of: {
  readonly id: number;
  readonly first: PublicTrade;
  readonly last: PublicTrade;
  readonly qty: bigint;
  readonly time: number;
}): string {
  return (
    `{"e":"aggTrade","E":${of.time},"s":"${of.first.symbol}","a":${of.id},"p":${q(of.first.price)},` +
    `"q":${q(of.qty)},"f":${of.first.id},"l":${of.last.id},"T":${of.last.time},` +
    `"m":${of.first.buyerIsMaker},"M":true}`
  );
}

/** An element of `trades.recent`. */
export function publicTradeJson(trade: PublicTrade): string {
  return (
    `{"id":${trade.id},"price":${q(trade.price)},"qty":${q(trade.qty)},"quoteQty":${q(trade.quoteQty)},` +
    `"time":${trade.time},"isBuyerMaker":${trade.buyerIsMaker},"isBestMatch":true}`
  );
}

export function errorJson(code: number, msg: string): string {
  return `{"code":${code},"msg":${JSON.stringify(msg)}}`;
}

function figures(order: Order): string {
  return (
    `"price":"${order.priceText}","origQty":"${order.origQtyText}","executedQty":${q(order.executedQty)},` +
    `"origQuoteOrderQty":${q(order.quoteOrderQty)},"cummulativeQuoteQty":${q(order.cumQuote)},` +
    `"status":"${order.status}","timeInForce":"${order.timeInForce}","type":"${order.type}",` +
    `"side":"${order.side}"`
  );
}

function fillJson(trade: Trade): string {
  return (
    `{"price":${q(trade.price)},"qty":${q(trade.qty)},"commission":${q(trade.commission)},` +
    `"commissionAsset":"${trade.commissionAsset}","tradeId":${trade.id}}`
  );
}

function levelsJson(side: BookSide, limit: number): string {
  let text = '';
  for (const level of side.fromBest(limit)) {
    text += `${text === '' ? '' : ','}["${level.priceText}",${q(level.quantity)}]`;
  }
  return text;
}

function top(market: Market, bid: string, bidQty: string, ask: string, askQty: string): string {
  const bids = market.bids.best();
  const asks = market.asks.best();
  return (
    `"${bid}":${q(bids?.price ?? 0n)},"${bidQty}":${q(bids?.quantity ?? 0n)},` +
    `"${ask}":${q(asks?.price ?? 0n)},"${askQty}":${q(asks?.quantity ?? 0n)}`
  );
}
