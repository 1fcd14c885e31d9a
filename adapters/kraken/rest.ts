// What Kraken's REST interface says of orders and trades, as data, and its signed requests, as text.
//
// Source: Kraken API Center, guides/spot-rest-auth and rest-api/{get-open-orders,get-closed-orders,
// get-orders-info,get-trade-history,get-websockets-token}, mirrored 2026-08.

import {
  type JsonObject,
  type OrderView,
  type TradeView,
  decimalOf,
  isArray,
  isObject,
  parseTextExactly,
  priceOf,
  qtyOf,
  secondsOf,
  textOf,
  wholeIDOf,
} from '../connection/index.ts';
import type { HttpOutcome, NonceSigner } from '../port/index.ts';
import { type VenueExecID, asVenueExecID, asVenueOrderID } from '../../spec/terms/index.ts';
import type { Json } from '../connection/index.ts';
import { symbolOfNames } from './symbols.ts';

/** `error` is the venue's own sentence, or ours where it said none; empty: it was done. */
export interface RestAnswer {
  readonly error: string;
  readonly result: Json | undefined;
}

/** A page of a list, and how many there are in all. */
export interface Page<T> {
  readonly items: readonly T[];
  readonly count: number;
}

/** An order as REST shows it. `tradeIDs`: of its trades, where they were asked for and the venue has them. */
export interface RestOrder extends OrderView {
  readonly tradeIDs: readonly VenueExecID[];
}

/** Anything but status 200 with an `error` list says nothing of what was done. */
export function readRest(outcome: HttpOutcome): RestAnswer {
  if (outcome.type === 'Failed') return { error: `no answer: ${outcome.cause}`, result: undefined };
  if (outcome.status !== 200) return { error: `status ${outcome.status}`, result: undefined };
  const json = parseTextExactly(outcome.body);
  if (!isObject(json) || !isArray(json['error'])) {
    return { error: 'an answer that cannot be read', result: undefined };
  }
  const [error] = json['error'];
  if (error === undefined) return { error: '', result: json['result'] };
  return { error: typeof error === 'string' ? error : 'no text', result: undefined };
}

/** The form of a private request, signed. */
export function signedRequest(
  path: string,
  of: { readonly nonce: bigint; readonly params: string },
  signer: NonceSigner,
): { readonly headers: Readonly<Record<string, string>>; readonly body: string } {
  const nonce = String(of.nonce);
  const body = `nonce=${nonce}${of.params === '' ? '' : `&${of.params}`}`;
  return {
    body,
    headers: {
      'API-Key': signer.apiKey,
      'API-Sign': signer.sign({ path, nonce, body }),
      'Content-Type': 'application/x-www-form-urlencoded',
      'Content-Length': String(body.length),
    },
  };
}

/** The orders of `QueryOrders`, or of one list of `OpenOrders` or `ClosedOrders`. Null: not readable. */
export function readOrders(
  json: Json | undefined,
  venueSymbols: readonly string[],
): RestOrder[] | null {
  return readAll(json, (orderID, item) => readOrder(orderID, item, venueSymbols));
}

export function readOpenOrders(
  json: Json | undefined,
  venueSymbols: readonly string[],
): RestOrder[] | null {
  return isObject(json) ? readOrders(json['open'], venueSymbols) : null;
}

export function readClosedOrders(
  json: Json | undefined,
  venueSymbols: readonly string[],
): Page<RestOrder> | null {
  return readPage(json, 'closed', (list) => readOrders(list, venueSymbols));
}

export function readTrades(
  json: Json | undefined,
  venueSymbols: readonly string[],
): Page<TradeView> | null {
  return readPage(json, 'trades', (list) => readTradesOf(list, venueSymbols));
}

/** What `QueryTrades` answers, by id. */
export function readTradesOf(
  json: Json | undefined,
  venueSymbols: readonly string[],
): TradeView[] | null {
  return readAll(json, (tradeID, item) => readTrade(tradeID, item, venueSymbols));
}

function readPage<T>(
  json: Json | undefined,
  name: string,
  read: (list: Json | undefined) => T[] | null,
): Page<T> | null {
  if (!isObject(json)) return null;
  const items = read(json[name]);
  const count = Number(wholeIDOf(json, 'count') ?? items?.length ?? 0);
  return items === null ? null : { items, count };
}

/** Null where one of them cannot be read: a list with a hole proves nothing. */
function readAll<T>(
  json: Json | undefined,
  read: (id: string, item: JsonObject) => T | null,
): T[] | null {
  if (!isObject(json)) return null;
  const items: T[] = [];
  for (const [id, item] of Object.entries(json)) {
    const value = isObject(item) ? read(id, item) : null;
    if (value === null) return null;
    items.push(value);
  }
  return items;
}

function readOrder(
  orderID: string,
  item: JsonObject,
  venueSymbols: readonly string[],
): RestOrder | null {
  const description = item['descr'];
  const status = textOf(item, 'status');
  const executedQty = qtyOf(item, 'vol_exec');
  if (!isObject(description) || status === null || executedQty === null) return null;
  return {
    venueSymbol: symbolOf(description, venueSymbols),
    venueOrderID: asVenueOrderID(orderID),
    clientOrderID: textOf(item, 'cl_ord_id') ?? '',
    status,
    side: textOf(description, 'type'),
    price: priceOf(description, 'price'),
    origQty: qtyOf(item, 'vol'),
    executedQty,
    tradeIDs: readTradeIDs(item['trades']),
  };
}

function readTradeIDs(json: Json | undefined): readonly VenueExecID[] {
  if (!isArray(json)) return [];
  return json.flatMap((one) => (typeof one === 'string' ? [asVenueExecID(one)] : []));
}

/** The symbol under its name of version 2; as the venue writes it, where it is none of ours. */
function symbolOf(item: JsonObject, venueSymbols: readonly string[]): string {
  const name = textOf(item, 'pair') ?? '';
  return symbolOfNames([name], venueSymbols) ?? name;
}

/** Fees of the history are in the quote currency. */
function readTrade(
  tradeID: string,
  item: JsonObject,
  venueSymbols: readonly string[],
): TradeView | null {
  const orderID = textOf(item, 'ordertxid');
  const lastPx = priceOf(item, 'price');
  const lastQty = qtyOf(item, 'vol');
  const feeAmount = decimalOf(item, 'fee');
  const transactTime = secondsOf(item, 'time');
  if (orderID === null || lastPx === null || lastQty === null) return null;
  if (feeAmount === null || transactTime === null) return null;
  const venueSymbol = symbolOf(item, venueSymbols);
  return {
    venueSymbol,
    fill: {
      venueOrderID: asVenueOrderID(orderID),
      venueExecID: asVenueExecID(tradeID),
      lastQty,
      lastPx,
      liquidity: item['maker'] === true ? 'maker' : 'taker',
      feeAmount,
      feeAsset: venueSymbol.split('/')[1] ?? '',
      transactTime,
    },
  };
}
