// What can be asked of the exchange, under the WS API's method names. REST asks for the same things.
// Source: web-socket-api.md and rest-api.md (binance-spot-api-docs, snapshot 2026-07-21).

import type { Params } from './auth.ts';
import type { Market } from './exchange.ts';
import {
  accountJson,
  amendedJson,
  bookTickerJson,
  canceledJson,
  commissionJson,
  depthJson,
  myTradeJson,
  placedJson,
  publicTradeJson,
  statusJson,
  symbolJson,
} from './frames.ts';
import { formatDecimal } from './decimal.ts';
import { countOrder, orderCountsJson, windowEnd } from './limits.ts';
import {
  clientOrderId,
  decimalParam,
  limitOf,
  mandatory,
  newOrder,
  text,
  whole,
} from './params.ts';
import type { Read, ResponseForm } from './params.ts';
import { clientKey, isOpen, reject } from './terms.ts';
import type { Account, NewOrder, Order, OrderCount } from './terms.ts';
import { failure, refusal, success, tooMany } from './venue.ts';
import type { Answer, Venue } from './venue.ts';

export interface PublicOperation {
  readonly security: 'NONE';
  weight(params: Params): number;
  run(venue: Venue, params: Params): Answer;
}

export interface SignedOperation {
  readonly security: 'SIGNED';
  weight(params: Params): number;
  run(venue: Venue, params: Params, account: Account): Answer;
}

export type Operation = PublicOperation | SignedOperation;

const DAY_MS = 86_400_000;

export const OPERATIONS: ReadonlyMap<string, Operation> = new Map<string, Operation>([
  ['ping', open(1, () => success('{}'))],
  ['time', open(1, (venue) => success(`{"serverTime":${venue.now()}}`))],
  ['exchangeInfo', open(20, exchangeInfo)],
  ['depth', { security: 'NONE', weight: depthWeight, run: depth }],
  ['trades.recent', open(25, recentTrades)],
  [
    'ticker.book',
    { security: 'NONE', weight: (params) => (hasSymbol(params) ? 2 : 4), run: bookTicker },
  ],
  [
    'ticker.price',
    { security: 'NONE', weight: (params) => (hasSymbol(params) ? 2 : 4), run: priceTicker },
  ],
  ['order.place', signed(1, place)],
  ['order.test', signed(1, testOrder)],
  ['order.cancel', signed(1, cancel)],
  ['order.cancelReplace', signed(1, cancelReplace)],
  ['order.amend.keepPriority', signed(4, amend)],
  ['order.amendments', signed(4, amendments)],
  ['openOrders.cancelAll', signed(1, cancelAll)],
  ['order.status', signed(4, status)],
  [
    'openOrders.status',
    { security: 'SIGNED', weight: (params) => (hasSymbol(params) ? 6 : 80), run: openOrders },
  ],
  ['allOrders', signed(20, allOrders)],
  [
    'myTrades',
    {
      security: 'SIGNED',
      weight: (params) => (params['orderId'] === undefined ? 20 : 5),
      run: myTrades,
    },
  ],
  ['account.status', signed(20, accountStatus)],
  ['account.commission', signed(20, commission)],
  ['account.rateLimits.orders', signed(40, rateLimitsOrders)],
]);

function open(weight: number, run: PublicOperation['run']): PublicOperation {
  return { security: 'NONE', weight: () => weight, run };
}

function signed(weight: number, run: SignedOperation['run']): SignedOperation {
  return { security: 'SIGNED', weight: () => weight, run };
}

function place(venue: Venue, params: Params, account: Account): Answer {
  const read = newOrder(params);
  if (!read.ok) return counted(refusal(read));
  const full = countOrder(account, venue.now());
  if (full !== null) return counted(tooManyOrders(venue, full));
  return counted(placed(venue, account, read.value));
}

function placed(
  venue: Venue,
  account: Account,
  of: { readonly order: NewOrder; readonly form: ResponseForm },
): Answer {
  const outcome = venue.exchange.place(account, of.order);
  if (!outcome.ok) return refusal(outcome);
  return success(placedJson(outcome.order, outcome.fills, of.form));
}

function testOrder(venue: Venue, params: Params, account: Account): Answer {
  const read = newOrder(params);
  if (!read.ok) return refusal(read);
  const objected = venue.exchange.test(account, read.value.order);
  return objected === null ? success('{}') : refusal(objected);
}

function cancel(venue: Venue, params: Params, account: Account): Answer {
  const found = orderToCancel(venue, account, params, {
    orderId: 'orderId',
    clientId: 'origClientOrderId',
  });
  if (!found.ok) return refusal(found);
  const newId = clientOrderId(params, 'newClientOrderId');
  if (!newId.ok) return refusal(newId);
  return canceled(venue, found.value, newId.value);
}

function canceled(venue: Venue, order: Order, newClientOrderId: string | null): Answer {
  const outcome = venue.exchange.cancel(order, newClientOrderId);
  return outcome.ok
    ? success(canceledJson(outcome.order, outcome.origClientOrderId))
    : refusal(outcome);
}

// Not atomic: filters and order count first, then the cancel, then the new order.
function cancelReplace(venue: Venue, params: Params, account: Account): Answer {
  const mode = mandatory(params, 'cancelReplaceMode');
  if (!mode.ok) return refusal(mode);
  if (mode.value !== 'STOP_ON_FAILURE' && mode.value !== 'ALLOW_FAILURE') {
    return refusal(reject(-1130, "Data sent for parameter 'cancelReplaceMode' is not valid."));
  }
  const read = newOrder(params);
  if (!read.ok) return counted(refusal(read));
  const newId = clientOrderId(params, 'cancelNewClientOrderId');
  if (!newId.ok) return counted(refusal(newId));
  const objected = venue.exchange.test(account, read.value.order);
  if (objected !== null) return counted(refusal(objected));
  const full = countOrder(account, venue.now());
  if (full !== null && text(params, 'orderRateLimitExceededMode') !== 'CANCEL_ONLY') {
    return counted(tooManyOrders(venue, full));
  }
  const found = orderToCancel(venue, account, params, {
    orderId: 'cancelOrderId',
    clientId: 'cancelOrigClientOrderId',
  });
  const first = found.ok ? canceled(venue, found.value, newId.value) : refusal(found);
  if (!first.ok && mode.value === 'STOP_ON_FAILURE') return counted(replaced(first, null));
  const second = full === null ? placed(venue, account, read.value) : tooManyOrders(venue, full);
  return counted(replaced(first, second));
}

function replaced(first: Answer, second: Answer | null): Answer {
  const word = (answer: Answer): string => (answer.ok ? 'SUCCESS' : 'FAILURE');
  const data =
    `{"cancelResult":"${word(first)}",` +
    `"newOrderResult":"${second === null ? 'NOT_ATTEMPTED' : word(second)}",` +
    `"cancelResponse":${first.json},"newOrderResponse":${second === null ? 'null' : second.json}}`;
  if (first.ok && second?.ok === true) return success(data);
  const partly = first.ok || second?.ok === true;
  const code = partly ? -2021 : -2022;
  const msg = partly ? 'Order cancel-replace partially failed.' : 'Order cancel-replace failed.';
  return {
    status: partly ? 409 : 400,
    ok: false,
    json: `{"code":${code},"msg":"${msg}","data":${data}}`,
  };
}

function amend(venue: Venue, params: Params, account: Account): Answer {
  const found = orderOf(venue, account, params, {
    orderId: 'orderId',
    clientId: 'origClientOrderId',
  });
  if (!found.ok) return refusal(found);
  if (found.value === null) return failure(400, -2038, 'Unknown order sent.');
  const newQty = decimalParam(params, 'newQty');
  if (!newQty.ok) return refusal(newQty);
  const newId = clientOrderId(params, 'newClientOrderId');
  if (!newId.ok) return refusal(newId);
  const outcome = venue.exchange.amend(found.value, newQty.value, newId.value);
  return outcome.ok ? success(amendedJson(outcome.order, outcome.amendment)) : refusal(outcome);
}

function amendments(venue: Venue, params: Params, account: Account): Answer {
  const found = orderOf(venue, account, params, {
    orderId: 'orderId',
    clientId: 'origClientOrderId',
  });
  if (!found.ok) return refusal(found);
  const order = found.value;
  if (order === null) return failure(400, -2013, 'Order does not exist.');
  const list = order.amendments.map(
    (one) =>
      `{"symbol":"${order.symbol}","orderId":${order.orderId},"executionId":${one.executionId},` +
      `"origClientOrderId":"${one.origClientOrderId}","newClientOrderId":"${one.newClientOrderId}",` +
      `"origQty":"${formatDecimal(one.origQty)}","newQty":"${formatDecimal(one.newQty)}","time":${one.time}}`,
  );
  return success(`[${list.join(',')}]`);
}

function cancelAll(venue: Venue, params: Params, account: Account): Answer {
  const market = marketOf(venue, params);
  if (!market.ok) return refusal(market);
  const orders = openOf(account, market.value.rules.symbol);
  if (orders.length === 0) return failure(400, -2011, 'Unknown order sent.');
  return success(`[${orders.map((order) => canceled(venue, order, null).json).join(',')}]`);
}

function status(venue: Venue, params: Params, account: Account): Answer {
  const found = orderOf(venue, account, params, {
    orderId: 'orderId',
    clientId: 'origClientOrderId',
  });
  if (!found.ok) return refusal(found);
  return found.value === null
    ? failure(400, -2013, 'Order does not exist.')
    : success(statusJson(found.value));
}

function openOrders(venue: Venue, params: Params, account: Account): Answer {
  if (!hasSymbol(params)) return list(openOf(account, null));
  const market = marketOf(venue, params);
  return market.ok ? list(openOf(account, market.value.rules.symbol)) : refusal(market);
}

function list(orders: readonly Order[]): Answer {
  return success(`[${orders.map(statusJson).join(',')}]`);
}

function allOrders(venue: Venue, params: Params, account: Account): Answer {
  const asked = historyOf(venue, params);
  if (!asked.ok) return refusal(asked);
  const { symbol, start, end, limit } = asked.value;
  const from = whole(params, 'orderId');
  if (!from.ok) return refusal(from);
  const byTime = start !== null || end !== null;
  const first = from.value;
  const found = account.orders.filter(
    (order) =>
      order.symbol === symbol &&
      (byTime ? within(order.updateTime, start, end) : first === null || order.orderId >= first),
  );
  return list(byTime || first !== null ? found.slice(0, limit) : found.slice(-limit));
}

function myTrades(venue: Venue, params: Params, account: Account): Answer {
  const asked = historyOf(venue, params);
  if (!asked.ok) return refusal(asked);
  const { symbol, start, end, limit } = asked.value;
  const from = whole(params, 'fromId');
  if (!from.ok) return refusal(from);
  const orderId = whole(params, 'orderId');
  if (!orderId.ok) return refusal(orderId);
  const byTime = start !== null || end !== null;
  if (byTime && (from.value !== null || orderId.value !== null)) {
    return failure(400, -1128, 'Combination of optional parameters invalid.');
  }
  const first = from.value;
  const found = account.trades.filter(
    (trade) =>
      trade.order.symbol === symbol &&
      (first === null || trade.id >= first) &&
      (orderId.value === null || trade.order.orderId === orderId.value) &&
      within(trade.time, start, end),
  );
  const trades = byTime || first !== null ? found.slice(0, limit) : found.slice(-limit);
  return success(`[${trades.map(myTradeJson).join(',')}]`);
}

function accountStatus(venue: Venue, params: Params, account: Account): Answer {
  return success(accountJson(account, venue.now(), text(params, 'omitZeroBalances') === 'true'));
}

function commission(venue: Venue, params: Params, account: Account): Answer {
  const market = marketOf(venue, params);
  return market.ok ? success(commissionJson(account, market.value.rules.symbol)) : refusal(market);
}

function rateLimitsOrders(venue: Venue, _params: Params, account: Account): Answer {
  return success(`[${orderCountsJson(account, venue.now())}]`);
}

function exchangeInfo(venue: Venue, params: Params): Answer {
  const asked = symbolsOf(venue, params);
  if (!asked.ok) return refusal(asked);
  const symbols = asked.value.map((market) => symbolJson(market.rules, market.status));
  const rateLimits = [
    `{"rateLimitType":"REQUEST_WEIGHT","interval":"MINUTE","intervalNum":1,"limit":${venue.limits.weightPerMinute}}`,
    ...limitsOfOrders(venue.house.orderCounts),
    '{"rateLimitType":"CONNECTIONS","interval":"MINUTE","intervalNum":5,"limit":300}',
  ];
  return success(
    `{"timezone":"UTC","serverTime":${venue.now()},"rateLimits":[${rateLimits.join(',')}],` +
      `"exchangeFilters":[],"symbols":[${symbols.join(',')}]}`,
  );
}

function limitsOfOrders(counts: readonly OrderCount[]): string[] {
  return counts.map(
    (count) =>
      `{"rateLimitType":"ORDERS","interval":"${count.interval}","intervalNum":${count.intervalNum},"limit":${count.limit}}`,
  );
}

function depth(venue: Venue, params: Params): Answer {
  const market = marketOf(venue, params);
  if (!market.ok) return refusal(market);
  const limit = limitOf(params, { usual: 100, most: 5_000 });
  return limit.ok ? success(depthJson(market.value, limit.value)) : refusal(limit);
}

function depthWeight(params: Params): number {
  const limit = Number(text(params, 'limit') ?? '100');
  if (limit <= 100) return 5;
  if (limit <= 500) return 25;
  return limit <= 1_000 ? 50 : 250;
}

function recentTrades(venue: Venue, params: Params): Answer {
  const market = marketOf(venue, params);
  if (!market.ok) return refusal(market);
  const limit = limitOf(params, { usual: 500, most: 1_000 });
  if (!limit.ok) return refusal(limit);
  return success(
    `[${market.value.recentTrades.slice(-limit.value).map(publicTradeJson).join(',')}]`,
  );
}

function bookTicker(venue: Venue, params: Params): Answer {
  return tickers(venue, params, bookTickerJson);
}

function priceTicker(venue: Venue, params: Params): Answer {
  return tickers(venue, params, (market) => {
    const last = market.recentTrades[market.recentTrades.length - 1];
    return `{"symbol":"${market.rules.symbol}","price":"${formatDecimal(last?.price ?? 0n)}"}`;
  });
}

function tickers(venue: Venue, params: Params, write: (market: Market) => string): Answer {
  const asked = symbolsOf(venue, params);
  if (!asked.ok) return refusal(asked);
  const [only] = asked.value;
  if (hasSymbol(params) && only !== undefined) return success(write(only));
  return success(`[${asked.value.map(write).join(',')}]`);
}

function marketOf(venue: Venue, params: Params): Read<Market> {
  const symbol = mandatory(params, 'symbol');
  if (!symbol.ok) return symbol;
  const market = venue.exchange.market(symbol.value);
  return market === undefined ? reject(-1121, 'Invalid symbol.') : { ok: true, value: market };
}

// `symbol`, `symbols` (an array, or its JSON over REST), or all.
function symbolsOf(venue: Venue, params: Params): Read<readonly Market[]> {
  if (hasSymbol(params)) {
    const market = marketOf(venue, params);
    return market.ok ? { ok: true, value: [market.value] } : market;
  }
  const names = namesOf(params['symbols']);
  if (names === null) return reject(-1100, "Illegal characters found in parameter 'symbols'.");
  if (names.length === 0) return { ok: true, value: [...venue.exchange.markets.values()] };
  const markets: Market[] = [];
  for (const name of names) {
    const market = venue.exchange.market(name);
    if (market === undefined) return reject(-1121, 'Invalid symbol.');
    markets.push(market);
  }
  return { ok: true, value: markets };
}

function namesOf(value: unknown): readonly string[] | null {
  if (value === undefined) return [];
  if (Array.isArray(value)) return value.map(String);
  if (typeof value !== 'string' || !/^\["[A-Z0-9]+"(,"[A-Z0-9]+")*\]$/.test(value)) return null;
  return value.slice(2, -2).split('","');
}

function hasSymbol(params: Params): boolean {
  return params['symbol'] !== undefined;
}

interface IdNames {
  readonly orderId: string;
  readonly clientId: string;
}

// By orderId if sent, cross-checked with the client order id; else by client order id. Null: none.
function orderOf(
  venue: Venue,
  account: Account,
  params: Params,
  names: IdNames,
): Read<Order | null> {
  const market = marketOf(venue, params);
  if (!market.ok) return market;
  const orderId = whole(params, names.orderId);
  if (!orderId.ok) return orderId;
  const clientId = text(params, names.clientId);
  if (orderId.value === null && clientId === null) {
    return reject(
      -1102,
      `Param '${names.clientId}' or '${names.orderId}' must be sent, but both were empty/null!`,
    );
  }
  if (orderId.value === null) {
    const key = clientKey(market.value.rules.symbol, clientId ?? '');
    return { ok: true, value: account.byClientOrderId.get(key) ?? null };
  }
  const order = market.value.orders.get(orderId.value);
  if (order === undefined || order.account !== account) return { ok: true, value: null };
  const agrees =
    clientId === null || clientId === order.clientOrderId || clientId === order.placedClientOrderId;
  return { ok: true, value: agrees ? order : null };
}

function orderToCancel(
  venue: Venue,
  account: Account,
  params: Params,
  names: IdNames,
): Read<Order> {
  const restriction = text(params, 'cancelRestrictions');
  if (
    restriction !== null &&
    restriction !== 'ONLY_NEW' &&
    restriction !== 'ONLY_PARTIALLY_FILLED'
  ) {
    return reject(-1145, 'Invalid cancelRestrictions');
  }
  const found = orderOf(venue, account, params, names);
  if (!found.ok) return found;
  const order = found.value;
  if (order === null || !isOpen(order)) return reject(-2011, 'Unknown order sent.');
  if (restriction !== null && restriction !== `ONLY_${order.status}`) {
    return reject(-2011, 'Order was not canceled due to cancel restrictions.');
  }
  return { ok: true, value: order };
}

function openOf(account: Account, symbol: string | null): Order[] {
  const all = [...account.open.values()];
  return symbol === null ? all : all.filter((order) => order.symbol === symbol);
}

interface History {
  readonly symbol: string;
  readonly start: number | null;
  readonly end: number | null;
  readonly limit: number;
}

function historyOf(venue: Venue, params: Params): Read<History> {
  const market = marketOf(venue, params);
  if (!market.ok) return market;
  const start = whole(params, 'startTime');
  if (!start.ok) return start;
  const end = whole(params, 'endTime');
  if (!end.ok) return end;
  const limit = limitOf(params, { usual: 500, most: 1_000 });
  if (!limit.ok) return limit;
  if (start.value !== null && end.value !== null && end.value - start.value > DAY_MS) {
    return reject(-1127, 'More than 24 hours between startTime and endTime.');
  }
  return {
    ok: true,
    value: {
      symbol: market.value.rules.symbol,
      start: start.value,
      end: end.value,
      limit: limit.value,
    },
  };
}

function within(time: number, start: number | null, end: number | null): boolean {
  return (start === null || time >= start) && (end === null || time <= end);
}

function tooManyOrders(venue: Venue, full: OrderCount): Answer {
  const msg = `Too many new orders; current limit is ${full.limit} orders per ${full.intervalNum} ${full.interval}.`;
  const now = venue.now();
  return tooMany(429, -1015, msg, { now, retryAfter: windowEnd(full, now) });
}

function counted(answer: Answer): Answer {
  return { ...answer, counted: true };
}
