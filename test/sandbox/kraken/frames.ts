// The exchange's JSON. On the sockets prices and quantities are JSON numbers, without trailing zeros;
// on REST they are text. Field names and their order: websocket-v2/{executions,book,instrument},
// rest-api (Kraken API Center, mirrored 2026-08).

import { crc32 } from 'node:zlib';
import type { BookSide } from '../exchange/book.ts';
import { formatDecimal } from '../exchange/decimal.ts';
import type { Market } from '../exchange/market.ts';
import type { Execution, Level, Order, SymbolRules, Trade } from '../exchange/terms.ts';
import type { Ids } from './ids.ts';
import { altName, longName, olderName, wsName } from './names.ts';

/** Levels of each side that the checksum counts. */
const SUMMED = 10;

/** An amount as a JSON number: `26599.9`, `0.005`, `7`. */
export function n(value: bigint): string {
  return formatDecimal(value).replace(/\.?0+$/, '');
}

/** RFC 3339 with microseconds, of milliseconds. */
export function timestamp(timeMs: number): string {
  return `${new Date(timeMs).toISOString().slice(0, -1)}000Z`;
}

/** Seconds with a fraction, as REST has them. */
function seconds(timeMs: number): string {
  return (timeMs / 1_000).toFixed(4);
}

/** Decimals of a tick or a step. */
export function precisionOf(step: bigint): number {
  return formatDecimal(step).replace(/0+$/, '').split('.')[1]?.length ?? 0;
}

// ---- Executions -----------------------------------------------------------------------------------

export interface EventJson {
  /** `exec_type`, for faults. */
  readonly event: string;
  readonly symbol: string;
  readonly json: string;
}

/** What one happening in the engine is told as: a full fill is a `trade` and then a `filled`. */
export function executionEvents(execution: Execution, ids: Ids): EventJson[] {
  const { order, type, time, trade } = execution;
  const event = (name: string, json: string): EventJson => ({
    event: name,
    symbol: order.symbol,
    json,
  });
  const short = (execType: string, status: string, more = ''): EventJson =>
    event(
      execType,
      `{"timestamp":"${timestamp(time)}","order_status":"${status}","exec_type":"${execType}"${more},` +
        `"order_id":"${ids.orderID(order)}"}`,
    );
  const figures = `,"cum_qty":${n(order.executedQty)},"cum_cost":${n(order.cumQuote)}`;
  switch (type) {
    case 'NEW':
      return [
        event('pending_new', orderJson(order, ids, { execType: 'pending_new', time })),
        short('new', 'new'),
      ];
    case 'TRADE': {
      if (trade === null) return [];
      const told = event('trade', tradeJson(trade, ids));
      return order.executedQty === order.origQty
        ? [told, short('filled', 'filled', figures)]
        : [told];
    }
    case 'REPLACED':
      return [
        short(
          'amended',
          statusOf(order),
          `,"cum_qty":${n(order.executedQty)},"reason":"User requested","amended":true,` +
            `"order_qty":${n(order.origQty)},"limit_price":${n(order.price)},` +
            `"limit_price_type":"static"`,
        ),
      ];
    case 'EXPIRED':
      if (execution.expiryReason === 'EXCHANGE_CANCELED')
        return [short('expired', 'expired', figures)];
      return [short('canceled', 'canceled', `${figures},"reason":"Unfilled at its time in force"`)];
    case 'CANCELED':
      return [short('canceled', 'canceled', `${figures},"reason":"User requested"`)];
    case 'REJECTED':
      return [short('canceled', 'canceled', `${figures},"reason":"Order rejected"`)];
  }
}

/** An order with all that is known of it: at its beginning, and in a snapshot. */
export function orderJson(
  order: Order,
  ids: Ids,
  of: { readonly execType: string; readonly time: number },
): string {
  const status = of.execType === 'pending_new' ? 'pending_new' : statusOf(order);
  return (
    `{"order_id":"${ids.orderID(order)}",${clientID(order)}"symbol":"${order.symbol}",` +
    `"order_qty":${n(order.origQty)},"cum_qty":${n(order.executedQty)},"cum_cost":${n(order.cumQuote)},` +
    `"time_in_force":"${order.timeInForce}","exec_type":"${of.execType}","side":"${sideOf(order)}",` +
    `"order_type":"${order.type === 'MARKET' ? 'market' : 'limit'}","limit_price_type":"static",` +
    `"limit_price":${n(order.price)},"stop_price":0,"order_status":"${status}",` +
    `"fee_usd_equiv":0,"fee_ccy_pref":"fciq","timestamp":"${timestamp(of.time)}"}`
  );
}

function clientID(order: Order): string {
  return order.placedClientOrderId.startsWith('#')
    ? ''
    : `"cl_ord_id":"${order.placedClientOrderId}",`;
}

export function tradeJson(trade: Trade, ids: Ids): string {
  const { order } = trade;
  const average =
    order.executedQty === 0n ? 0n : (order.cumQuote * 100_000_000n) / order.executedQty;
  return (
    `{"order_id":"${ids.orderID(order)}","exec_id":"${ids.tradeID(trade)}","exec_type":"trade",` +
    `"trade_id":${trade.id},"symbol":"${order.symbol}","side":"${sideOf(order)}",` +
    `"last_qty":${n(trade.qty)},"last_price":${n(trade.price)},"liquidity_ind":"${trade.isMaker ? 'm' : 't'}",` +
    `"cost":${n(trade.quoteQty)},"order_status":"partially_filled","cum_qty":${n(order.executedQty)},` +
    `"cum_cost":${n(order.cumQuote)},"avg_price":${n(average)},"order_type":"limit",` +
    `"fees":[{"asset":"${trade.commissionAsset}","qty":${n(trade.commission)}}],` +
    `"timestamp":"${timestamp(trade.time)}"}`
  );
}

export function sideOf(order: Order): 'buy' | 'sell' {
  return order.side === 'BUY' ? 'buy' : 'sell';
}

function statusOf(order: Order): string {
  switch (order.status) {
    case 'NEW':
      return 'new';
    case 'PARTIALLY_FILLED':
      return 'partially_filled';
    case 'FILLED':
      return 'filled';
    case 'EXPIRED':
      return 'expired';
    default:
      return 'canceled';
  }
}

// ---- Books and instruments ------------------------------------------------------------------------

export function levelJson(price: bigint, quantity: bigint): string {
  return `{"price":${n(price)},"qty":${n(quantity)}}`;
}

/** Of the ten best of each side, asks first: prices and quantities with all their decimals, as digits. */
export function checksumOf(market: Market): number {
  const { rules } = market;
  const decimals = { price: precisionOf(rules.tickSize), qty: precisionOf(rules.stepSize) };
  const digits = (side: BookSide): string =>
    [...side.fromBest(SUMMED)]
      .map(
        ({ price, quantity }: Level) =>
          summed(price, decimals.price) + summed(quantity, decimals.qty),
      )
      .join('');
  return crc32(digits(market.asks) + digits(market.bids));
}

function summed(value: bigint, decimals: number): string {
  const text = formatDecimal(value);
  const end = text.length - 8 + decimals;
  return text.slice(0, end).replace('.', '').replace(/^0+/, '');
}

/** An element of the `instrument` channel's pairs. */
export function instrumentJson(market: Market): string {
  const { rules } = market;
  return (
    `{"symbol":"${rules.symbol}","base":"${rules.baseAsset}","quote":"${rules.quoteAsset}",` +
    `"status":"${stateOf(market)}","qty_precision":${precisionOf(rules.stepSize)},` +
    `"qty_increment":${n(rules.stepSize)},"price_precision":${precisionOf(rules.tickSize)},` +
    `"cost_precision":8,"marginable":false,"has_index":false,"cost_min":${n(rules.minNotional)},` +
    `"tick_size":${n(rules.tickSize)},"price_increment":${n(rules.tickSize)},"qty_min":${n(rules.minQty)}}`
  );
}

export function stateOf(market: Market): string {
  return market.status === 'TRADING' ? 'online' : 'cancel_only';
}

// ---- REST -----------------------------------------------------------------------------------------

/** `"XBTUSDT":{…}` of `AssetPairs`. */
export function assetPairJson(market: Market, fees: { maker: string; taker: string }): string {
  const { rules } = market;
  return (
    `"${altName(rules)}":{"altname":"${altName(rules)}","wsname":"${wsName(rules)}",` +
    `"aclass_base":"currency","base":"${longName(rules.baseAsset)}","aclass_quote":"currency",` +
    `"quote":"${longName(rules.quoteAsset)}","lot":"unit","cost_decimals":8,` +
    `"pair_decimals":${precisionOf(rules.tickSize)},"lot_decimals":${precisionOf(rules.stepSize)},` +
    `"lot_multiplier":1,"leverage_buy":[],"leverage_sell":[],"fees":[[0,${fees.taker}]],` +
    `"fees_maker":[[0,${fees.maker}]],"fee_volume_currency":"ZUSD","margin_call":80,"margin_stop":40,` +
    `"ordermin":"${n(rules.minQty)}","costmin":"${n(rules.minNotional)}",` +
    `"tick_size":"${n(rules.tickSize)}","status":"${stateOf(market)}"}`
  );
}

/** `"XXBT":{…}` of `Assets`. */
export function assetJson(asset: string): string {
  return (
    `"${longName(asset)}":{"aclass":"currency","altname":"${olderName(asset)}",` +
    `"decimals":10,"display_decimals":5,"status":"enabled"}`
  );
}

/** `"OK4GJX-…":{…}` of `OpenOrders`, `ClosedOrders` and `QueryOrders`. */
export function restOrderJson(
  order: Order,
  of: {
    readonly ids: Ids;
    readonly rules: SymbolRules;
    readonly trades: readonly Trade[];
    readonly namesTrades: boolean;
  },
): string {
  const { ids, rules, trades, namesTrades } = of;
  const isOpen = order.status === 'NEW' || order.status === 'PARTIALLY_FILLED';
  const status = isOpen ? 'open' : order.status === 'FILLED' ? 'closed' : statusOf(order);
  const fee = trades.reduce((sum, trade) => sum + trade.commission, 0n);
  const average =
    order.executedQty === 0n ? 0n : (order.cumQuote * 100_000_000n) / order.executedQty;
  const pair = altName(rules);
  const words = `${sideOf(order)} ${formatDecimal(order.origQty)} ${pair} @ limit ${n(order.price)}`;
  const ended = isOpen ? '' : `,"closetm":${seconds(order.updateTime)},"reason":null`;
  const tradeIDs = trades.map((one) => `"${ids.tradeID(one)}"`).join(',');
  const list = namesTrades ? `,"trades":[${tradeIDs}]` : '';
  return (
    `"${ids.orderID(order)}":{"refid":null,"userref":0,${clientID(order)}"status":"${status}",` +
    `"opentm":${seconds(order.time)},"starttm":0,"expiretm":0,"descr":{"pair":"${pair}",` +
    `"type":"${sideOf(order)}","ordertype":"limit","price":"${n(order.price)}","price2":"0",` +
    `"leverage":"none","order":"${words}","close":""},"vol":"${formatDecimal(order.origQty)}",` +
    `"vol_exec":"${formatDecimal(order.executedQty)}","cost":"${formatDecimal(order.cumQuote)}",` +
    `"fee":"${formatDecimal(fee)}","price":"${n(average)}","stopprice":"0.00000","limitprice":"0.00000",` +
    `"misc":"","oflags":"fciq"${ended}${list}}`
  );
}

/** `"TGBB7L-…":{…}` of `TradesHistory` and `QueryTrades`. */
export function restTradeJson(trade: Trade, ids: Ids, rules: SymbolRules): string {
  const { order } = trade;
  return (
    `"${ids.tradeID(trade)}":{"ordertxid":"${ids.orderID(order)}","postxid":"",` +
    `"pair":"${altName(rules)}","time":${seconds(trade.time)},"type":"${sideOf(order)}",` +
    `"ordertype":"limit","price":"${formatDecimal(trade.price)}","cost":"${formatDecimal(trade.quoteQty)}",` +
    `"fee":"${formatDecimal(trade.commission)}","vol":"${formatDecimal(trade.qty)}","margin":"0",` +
    `"leverage":"0","misc":"","trade_id":${trade.id},"maker":${trade.isMaker}}`
  );
}
