// REST: `/0/public/...` by anybody, `/0/private/...` signed. Every answer has status 200 and an `error` list.
// Source: Kraken API Center, rest-api, mirrored 2026-08.

import type { IncomingMessage, ServerResponse } from 'node:http';
import { formatDecimal } from '../exchange/decimal.ts';
import { readBody, sendJson } from '../exchange/http.ts';
import { type Account, type Order, type Trade, isOpen } from '../exchange/terms.ts';
import { assetJson, assetPairJson, n, restOrderJson, restTradeJson } from './frames.ts';
import { altName, isNamed, longName } from './names.ts';
import { addOrder, amendOrder, cancelOrder } from './operations.ts';
import { type Performed, perform } from './perform.ts';
import { type Answer, type Venue, failure, rulesOf, success } from './venue.ts';

const MAX_BODY_BYTES = 65_536;
/** Orders or trades on one page. */
const PAGE = 50;
/** Ids in one `QueryOrders`, and in one `QueryTrades`. */
const QUERIED_ORDERS = 50;
const QUERIED_TRADES = 20;
const TOKEN_EXPIRES_S = 900;
const HTML = '<html><head><title>502 Bad Gateway</title></head><body>Bad Gateway</body></html>';

/** Serves one request. Everything that goes wrong on the way is answered. */
export async function serveRest(
  venue: Venue,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const url = new URL(request.url ?? '/', 'http://sandbox');
  const body = await readBody(request, MAX_BODY_BYTES);
  if (body === null) return write(response, failure('EGeneral:Invalid arguments'));
  if (venue.now() < venue.refusedUntil()) {
    return sendJson(response, 429, '{"error":["EAPI:Rate limit exceeded"]}');
  }
  const [, version, kind, method = ''] = url.pathname.split('/');
  if (version !== '0' || (kind !== 'public' && kind !== 'private')) {
    return sendJson(response, 404, '{"error":["EGeneral:Unknown method"]}');
  }
  if (kind === 'public') return write(response, publicAnswer(venue, method, url.searchParams));
  const who = venue.keys.identify({
    path: url.pathname,
    apiKey: header(request, 'api-key'),
    signature: header(request, 'api-sign'),
    body,
  });
  if (!who.ok) return write(response, failure(who.error));
  if (!venue.counters.call(header(request, 'api-key') ?? '', method)) {
    return write(response, failure('EAPI:Rate limit exceeded'));
  }
  const form = new URLSearchParams(body);
  return deliver(venue, response, privateAnswer(venue, who.account, { method, form }));
}

function header(request: IncomingMessage, name: string): string | undefined {
  const value = request.headers[name];
  return Array.isArray(value) ? value[0] : value;
}

function write(response: ServerResponse, answer: Answer): void {
  return sendJson(response, 200, restJson(answer));
}

function restJson({ error, json }: Answer): string {
  return error === '' ? `{"error":[],"result":${json}}` : `{"error":[${JSON.stringify(error)}]}`;
}

function deliver(venue: Venue, response: ServerResponse, done: Performed): void {
  const full = (): void => write(response, done.answer);
  switch (done.delivery.type) {
    case 'Now':
      return full();
    case 'Later':
      return venue.after(done.delivery.delayMs, full);
    case 'Never':
      return undefined;
    case 'CutConnections':
      response.socket?.destroy();
      return venue.cut('all');
    case 'Html':
      response.writeHead(200, { 'Content-Type': 'text/html' });
      return void response.end(HTML);
    case 'HalfJson': {
      const json = restJson(done.answer);
      return sendJson(response, 200, json.slice(0, json.length >> 1));
    }
  }
}

// ---- Public ---------------------------------------------------------------------------------------

function publicAnswer(venue: Venue, method: string, query: URLSearchParams): Answer {
  switch (method) {
    case 'Time': {
      const seconds = Math.floor(venue.now() / 1_000);
      return success(
        `{"unixtime":${seconds},"rfc1123":"${new Date(seconds * 1_000).toUTCString()}"}`,
      );
    }
    case 'SystemStatus':
      return success(
        `{"status":"${venue.system()}","timestamp":"${new Date(venue.now()).toISOString()}"}`,
      );
    case 'Assets':
      return success(`{${assetsOf(venue).map(assetJson).join(',')}}`);
    case 'AssetPairs':
      return assetPairs(venue, query.get('pair'));
    case 'Depth':
      return depth(venue, query);
    default:
      return failure('EGeneral:Unknown method');
  }
}

function assetsOf(venue: Venue): string[] {
  const assets = new Set<string>();
  for (const { rules } of venue.exchange.markets.values()) {
    assets.add(rules.baseAsset).add(rules.quoteAsset);
  }
  return [...assets];
}

function assetPairs(venue: Venue, asked: string | null): Answer {
  const markets = [...venue.exchange.markets.values()];
  const names = asked === null ? null : asked.split(',');
  const wanted = markets.filter(
    ({ rules }) => names === null || names.some((name) => isNamed(rules, name)),
  );
  if (names !== null && wanted.length < names.length) return failure('EQuery:Unknown asset pair');
  const [client] = [...venue.exchange.accounts.values()].filter((account) => account.client);
  const percent = (rate: bigint): string => n(rate * 100n);
  const fees = {
    maker: percent(client?.fees.maker ?? 0n),
    taker: percent(client?.fees.taker ?? 0n),
  };
  return success(`{${wanted.map((market) => assetPairJson(market, fees)).join(',')}}`);
}

function depth(venue: Venue, query: URLSearchParams): Answer {
  const market = [...venue.exchange.markets.values()].find(({ rules }) =>
    isNamed(rules, query.get('pair') ?? ''),
  );
  if (market === undefined) return failure('EQuery:Unknown asset pair');
  const count = Math.min(500, Number(query.get('count') ?? '100'));
  const time = Math.floor(venue.now() / 1_000);
  const side = (levels: Iterable<{ price: bigint; quantity: bigint }>): string =>
    [...levels].map(({ price, quantity }) => `["${n(price)}","${n(quantity)}",${time}]`).join(',');
  const { asks, bids, rules } = market;
  return success(
    `{"${altName(rules)}":{"asks":[${side(asks.fromBest(count))}],"bids":[${side(bids.fromBest(count))}]}}`,
  );
}

// ---- Private --------------------------------------------------------------------------------------

interface Asked {
  readonly method: string;
  readonly form: URLSearchParams;
}

function privateAnswer(venue: Venue, account: Account, asked: Asked): Performed {
  const { method, form } = asked;
  switch (method) {
    case 'AddOrder':
      return performAdd(venue, account, form);
    case 'AmendOrder':
      return performAmend(venue, account, form);
    case 'CancelOrder':
      return performCancel(venue, account, form);
    default: {
      const occasion = { method };
      return perform(venue, occasion, () => ({
        answer: query(venue, account, asked),
        order: null,
      }));
    }
  }
}

function performAdd(venue: Venue, account: Account, form: URLSearchParams): Performed {
  const asked = {
    symbol: form.get('pair') ?? '',
    side: form.get('type') ?? '',
    orderType: form.get('ordertype') ?? '',
    limitPrice: form.get('price') ?? '',
    orderQty: form.get('volume') ?? '',
    timeInForce: form.get('timeinforce') ?? 'gtc',
    postOnly: (form.get('oflags') ?? '').split(',').includes('post'),
    clOrdID: form.get('cl_ord_id'),
    deadline: form.get('deadline'),
  };
  const occasion = { method: 'add_order', symbol: asked.symbol, side: asked.side.toUpperCase() };
  return perform(venue, occasion, () => {
    const added = addOrder(venue, account, asked);
    if (added.order === null) return added;
    const words = `${asked.side} ${asked.orderQty} ${asked.symbol} @ ${asked.orderType} ${asked.limitPrice}`;
    const json = `{"descr":{"order":"${words}"},"txid":["${venue.ids.orderID(added.order)}"]}`;
    return { answer: success(json), order: added.order };
  });
}

function performAmend(venue: Venue, account: Account, form: URLSearchParams): Performed {
  const asked = {
    orderID: form.get('txid'),
    clOrdID: form.get('cl_ord_id'),
    limitPrice: form.get('limit_price'),
    orderQty: form.get('order_qty'),
    postOnly: form.get('post_only') === 'true',
    deadline: form.get('deadline'),
  };
  return perform(venue, { method: 'amend_order' }, () => {
    const done = amendOrder(venue, account, asked);
    if (done.answer.error !== '') return done;
    return { answer: success(`{"amend_id":"${done.amendID}"}`), order: done.order };
  });
}

function performCancel(venue: Venue, account: Account, form: URLSearchParams): Performed {
  const named = { orderID: form.get('txid'), clOrdID: form.get('cl_ord_id') };
  return perform(venue, { method: 'cancel_order' }, () => {
    const done = cancelOrder(venue, account, named);
    if (done.answer.error !== '') return done;
    return { answer: success('{"count":1}'), order: done.order };
  });
}

function query(venue: Venue, account: Account, { method, form }: Asked): Answer {
  const isHidden = venue.faults.any() && venue.faults.take('notFound', { method }) !== null;
  switch (method) {
    case 'GetWebSocketsToken':
      return success(`{"token":"${venue.keys.giveToken(account)}","expires":${TOKEN_EXPIRES_S}}`);
    case 'Balance':
    case 'BalanceEx':
      return success(balances(account, method === 'BalanceEx'));
    case 'OpenOrders': {
      const open = isHidden ? [] : named(account.orders.filter(isOpen), form);
      return success(`{"open":{${ordersJson(venue, account, open, form)}}}`);
    }
    case 'ClosedOrders':
      return closedOrders(venue, account, { form, isHidden });
    case 'QueryOrders': {
      const orders = isHidden ? [] : queried(venue, account, form);
      if (orders.length > QUERIED_ORDERS) return failure('EGeneral:Invalid arguments:txid');
      if (orders.length === 0) return failure('EOrder:Unknown order');
      return success(`{${ordersJson(venue, account, orders, form)}}`);
    }
    case 'TradesHistory':
      return tradesHistory(venue, account, form);
    case 'QueryTrades': {
      const ids = (form.get('txid') ?? '').split(',');
      if (ids.length > QUERIED_TRADES) return failure('EGeneral:Invalid arguments:txid');
      const trades = account.trades.filter((trade) => ids.includes(venue.ids.tradeID(trade)));
      return success(`{${trades.map((trade) => tradeJson(venue, trade)).join(',')}}`);
    }
    default:
      return failure('EGeneral:Unknown method');
  }
}

function balances(account: Account, isExtended: boolean): string {
  const rows = [...account.balances].map(([asset, { free, locked }]) => {
    const whole = formatDecimal(free + locked);
    return isExtended
      ? `"${longName(asset)}":{"balance":"${whole}","hold_trade":"${formatDecimal(locked)}"}`
      : `"${longName(asset)}":"${whole}"`;
  });
  return `{${rows.join(',')}}`;
}

function named(orders: readonly Order[], form: URLSearchParams): readonly Order[] {
  const clOrdID = form.get('cl_ord_id');
  return clOrdID === null
    ? orders
    : orders.filter((order) => order.placedClientOrderId === clOrdID);
}

function queried(venue: Venue, account: Account, form: URLSearchParams): readonly Order[] {
  return (form.get('txid') ?? '').split(',').flatMap((orderID) => {
    const order = venue.ids.orderOf(orderID);
    return order?.account === account ? [order] : [];
  });
}

function closedOrders(
  venue: Venue,
  account: Account,
  { form, isHidden }: { readonly form: URLSearchParams; readonly isHidden: boolean },
): Answer {
  const [from, to] = range(venue, form);
  const closed = named(
    account.orders.filter((order) => !isOpen(order) && order.updateTime > from && order.time <= to),
    form,
  ).toReversed();
  const page = isHidden ? [] : paged(closed, form);
  const json = ordersJson(venue, account, page, form);
  return success(`{"closed":{${json}},"count":${isHidden ? 0 : closed.length}}`);
}

function tradesHistory(venue: Venue, account: Account, form: URLSearchParams): Answer {
  const [from, to] = range(venue, form);
  const trades = account.trades.filter(({ time }) => time > from && time <= to).toReversed();
  const rows = paged(trades, form).map((trade) => tradeJson(venue, trade));
  return success(`{"trades":{${rows.join(',')}},"count":${trades.length}}`);
}

/** Newest first, fifty at a time. */
function paged<T>(rows: readonly T[], form: URLSearchParams): readonly T[] {
  const offset = Number(form.get('ofs') ?? '0');
  return rows.slice(offset, offset + PAGE);
}

/** `start` (exclusive) and `end`, seconds, as milliseconds. */
function range(venue: Venue, form: URLSearchParams): readonly [from: number, to: number] {
  const start = form.get('start');
  const end = form.get('end');
  return [
    start === null ? Number.NEGATIVE_INFINITY : Number(start) * 1_000,
    end === null ? venue.now() : Number(end) * 1_000,
  ];
}

function ordersJson(
  venue: Venue,
  account: Account,
  orders: readonly Order[],
  form: URLSearchParams,
): string {
  const wantsTrades = form.get('trades') === 'true';
  return orders
    .map((order) => {
      const trades = account.trades.filter((trade) => trade.order === order);
      const rules = rulesOf(venue, order);
      return restOrderJson(order, { ids: venue.ids, rules, trades, namesTrades: wantsTrades });
    })
    .join(',');
}

function tradeJson(venue: Venue, trade: Trade): string {
  return restTradeJson(trade, venue.ids, rulesOf(venue, trade.order));
}
