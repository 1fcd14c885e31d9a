// What Binance says on its order socket, as data, and what we say to it, as text.
//
// Source: binance-spot-api-docs, web-socket-api.md and user-data-stream.md, snapshot 2026-07-21.

import type { RequestSigner } from '../port/index.ts';
import {
  type ExecutionView,
  type OrderView,
  type RateLimit,
  type TradeView,
  type Json,
  type JsonObject,
  decimalOf,
  instantOf,
  integerOf,
  isArray,
  isObject,
  numberOf,
  parseBytes,
  priceOf,
  qtyOf,
  textOf,
  wholeIDOf,
} from '../connection/index.ts';
import type { EpochNs } from '../../spec/ports/index.ts';
import {
  type ChildID,
  type VenueOrderID,
  asChildID,
  asVenueExecID,
  asVenueOrderID,
  intentOfChildID,
} from '../../spec/terms/index.ts';
import type { ChildEndHow, Fill } from '../../spec/venues/index.ts';

export interface RateLimitView {
  readonly limit: RateLimit;
  readonly count: number | null;
}

export interface Reply {
  readonly type: 'Replied';
  /** Null where the venue names no request: it speaks of the session. */
  readonly id: string | null;
  readonly status: number;
  readonly code: number | null;
  readonly msg: string;
  /** When the venue will listen again, milliseconds since 1970; null where it does not say so. */
  readonly retryAt: number | null;
  readonly result: Json | undefined;
  readonly rateLimits: readonly RateLimitView[];
}

export type OrderFrame =
  | Reply
  | { readonly type: 'Executed'; readonly execution: ExecutionView }
  | { readonly type: 'ShuttingDown' }
  | { readonly type: 'StreamEnded' }
  /** Known, and not about orders: balances, lists, locks. */
  | { readonly type: 'Other'; readonly name: string }
  | { readonly type: 'Unreadable'; readonly reason: string };

/** A frame of the order socket that is larger than this is none. */
export const LARGEST_ORDER_FRAME = 8 * 1024 * 1024;

export function readOrderFrame(frame: Uint8Array): OrderFrame {
  if (frame.byteLength > LARGEST_ORDER_FRAME) return unreadable(`${frame.byteLength} bytes`);
  const json = parseBytes(frame);
  if (!isObject(json)) return unreadable('no JSON object');
  const event = json['event'];
  if (isObject(event)) return readEvent(event);
  if (textOf(json, 'e') !== null) return readEvent(json);
  return readReply(json);
}

function unreadable(reason: string): OrderFrame {
  return { type: 'Unreadable', reason };
}

function readEvent(event: JsonObject): OrderFrame {
  const name = textOf(event, 'e');
  if (name === null) return unreadable('an event without a name');
  if (name === 'serverShutdown') return { type: 'ShuttingDown' };
  if (name === 'eventStreamTerminated') return { type: 'StreamEnded' };
  if (name !== 'executionReport') return { type: 'Other', name };
  const execution = readExecution(event);
  return execution === null
    ? unreadable('an executionReport with a field missing or malformed')
    : { type: 'Executed', execution };
}

function readExecution(event: JsonObject): ExecutionView | null {
  const venueSymbol = textOf(event, 's');
  const venueOrderID = wholeIDOf(event, 'i');
  const current = textOf(event, 'c');
  const status = textOf(event, 'X');
  const executionType = textOf(event, 'x');
  const executedQty = qtyOf(event, 'z');
  if (venueSymbol === null || venueOrderID === null || current === null) return null;
  if (status === null || executionType === null || executedQty === null) return null;
  const original = textOf(event, 'C') ?? '';
  const order: OrderView = {
    venueSymbol,
    venueOrderID: asVenueOrderID(venueOrderID),
    clientOrderID: original === '' ? current : original,
    status,
    side: textOf(event, 'S'),
    price: priceOf(event, 'p'),
    origQty: qtyOf(event, 'q'),
    executedQty,
  };
  const fill = executionType === 'TRADE' ? readEventFill(event, order.venueOrderID) : null;
  if (executionType === 'TRADE' && fill === null) return null;
  return { order, executionType, fill, reason: reasonOf(event) };
}

function reasonOf(event: JsonObject): string {
  const rejected = textOf(event, 'r') ?? 'NONE';
  return textOf(event, 'eR') ?? (rejected === 'NONE' ? '' : rejected);
}

function readEventFill(event: JsonObject, venueOrderID: VenueOrderID): Fill | null {
  const tradeID = wholeIDOf(event, 't');
  const lastQty = qtyOf(event, 'l');
  const lastPx = priceOf(event, 'L');
  const feeAmount = decimalOf(event, 'n');
  const transactTime = instantOf(event, 'T');
  const maker = event['m'];
  if (tradeID === null || tradeID.startsWith('-') || lastQty === null || lastPx === null)
    return null;
  if (feeAmount === null || transactTime === null || typeof maker !== 'boolean') return null;
  return {
    venueOrderID,
    venueExecID: asVenueExecID(tradeID),
    lastQty,
    lastPx,
    liquidity: maker ? 'maker' : 'taker',
    feeAmount,
    feeAsset: textOf(event, 'N') ?? '',
    transactTime,
  };
}

function readReply(json: JsonObject): OrderFrame {
  const status = integerOf(json, 'status');
  if (status === null) return unreadable('neither an event nor an answer with a status');
  const id = json['id'];
  const error = json['error'];
  const data = isObject(error) && isObject(error['data']) ? error['data'] : null;
  return {
    type: 'Replied',
    id: typeof id === 'string' || typeof id === 'number' ? String(id) : null,
    status,
    code: isObject(error) ? integerOf(error, 'code') : null,
    msg: isObject(error) ? (textOf(error, 'msg') ?? '').slice(0, 300) : '',
    retryAt: data === null ? null : numberOf(data, 'retryAfter'),
    result: json['result'],
    rateLimits: readRateLimits(json['rateLimits']),
  };
}

const INTERVAL_MS: ReadonlyMap<string, number> = new Map([
  ['SECOND', 1_000],
  ['MINUTE', 60_000],
  ['HOUR', 3_600_000],
  ['DAY', 86_400_000],
]);

/** What cannot be read is left out. */
export function readRateLimits(json: Json | undefined): RateLimitView[] {
  if (!isArray(json)) return [];
  const limits: RateLimitView[] = [];
  for (const item of json) {
    if (!isObject(item)) continue;
    const kind = textOf(item, 'rateLimitType');
    const intervalMs = INTERVAL_MS.get(textOf(item, 'interval') ?? '');
    const intervalNum = integerOf(item, 'intervalNum');
    const limit = integerOf(item, 'limit');
    if (kind === null || intervalMs === undefined || intervalNum === null || limit === null)
      continue;
    if (intervalNum < 1 || limit < 1) continue;
    const windowMs = intervalMs * intervalNum;
    limits.push({ limit: { kind, windowMs, limit }, count: integerOf(item, 'count') });
  }
  return limits;
}

/** An order of `order.place`, `order.cancel`, `order.status`, `openOrders.status` or `allOrders`. */
export function readOrder(json: Json | undefined): OrderView | null {
  if (!isObject(json)) return null;
  const venueSymbol = textOf(json, 'symbol');
  const venueOrderID = wholeIDOf(json, 'orderId');
  const original = textOf(json, 'origClientOrderId') ?? textOf(json, 'clientOrderId');
  const status = textOf(json, 'status');
  const executedQty = qtyOf(json, 'executedQty');
  if (venueSymbol === null || venueOrderID === null || original === null) return null;
  if (status === null || executedQty === null) return null;
  return {
    venueSymbol,
    venueOrderID: asVenueOrderID(venueOrderID),
    clientOrderID: original,
    status,
    side: textOf(json, 'side'),
    price: priceOf(json, 'price'),
    origQty: qtyOf(json, 'origQty'),
    executedQty,
  };
}

/** Null where one of them cannot be read: a list with a hole proves nothing. */
export function readOrders(json: Json | undefined): OrderView[] | null {
  return readAll(json, readOrder);
}

/** Null where one of them cannot be read. */
export function readTrades(json: Json | undefined): TradeView[] | null {
  return readAll(json, readTrade);
}

function readAll<T>(json: Json | undefined, read: (item: Json) => T | null): T[] | null {
  if (!isArray(json)) return null;
  const items: T[] = [];
  for (const item of json) {
    const value = read(item);
    if (value === null) return null;
    items.push(value);
  }
  return items;
}

function readTrade(json: Json): TradeView | null {
  if (!isObject(json)) return null;
  const venueSymbol = textOf(json, 'symbol');
  const tradeID = wholeIDOf(json, 'id');
  const venueOrderID = wholeIDOf(json, 'orderId');
  const lastPx = priceOf(json, 'price');
  const lastQty = qtyOf(json, 'qty');
  const feeAmount = decimalOf(json, 'commission');
  const feeAsset = textOf(json, 'commissionAsset');
  const transactTime = instantOf(json, 'time');
  const maker = json['isMaker'];
  if (venueSymbol === null || tradeID === null || venueOrderID === null || lastPx === null)
    return null;
  if (lastQty === null || feeAmount === null || transactTime === null) return null;
  if (typeof maker !== 'boolean') return null;
  const fill: Fill = {
    venueOrderID: asVenueOrderID(venueOrderID),
    venueExecID: asVenueExecID(tradeID),
    lastQty,
    lastPx,
    liquidity: maker ? 'maker' : 'taker',
    feeAmount,
    feeAsset: feeAsset ?? '',
    transactTime,
  };
  return { venueSymbol, fill };
}

/** `serverTime` of `time`. */
export function readServerTime(json: Json | undefined): EpochNs | null {
  return isObject(json) ? instantOf(json, 'serverTime') : null;
}

/** A parameter: text, a whole number (a bigint where it may be long), or a list of texts. */
export type Param = string | number | bigint | readonly string[];
export type Params = Readonly<Record<string, Param>>;

/** One request as the frame that carries it. Whole numbers are written out, never as 1e21. */
export function writeRequest(id: string, method: string, params: Params): string {
  const fields = Object.entries(params).map(([name, value]) => `"${name}":${writeParam(value)}`);
  return `{"id":"${id}","method":"${method}","params":{${fields.join(',')}}}`;
}

function writeParam(value: Param): string {
  return typeof value === 'number' || typeof value === 'bigint'
    ? String(value)
    : JSON.stringify(value);
}

/** `params` with key and signature: all sorted by name, joined, in raw UTF-8. */
export function signed(params: Params, signer: RequestSigner): Params {
  const withKey: Record<string, Param> = { ...params, apiKey: signer.apiKey };
  return { ...withKey, signature: signer.sign(signaturePayload(withKey)) };
}

export function signaturePayload(params: Params): string {
  return Object.keys(params)
    .sort()
    .map((name) => `${name}=${String(params[name])}`)
    .join('&');
}

/** An order id as the whole number that it is. Null where it is none, and was not Binance's. */
export function orderIDParam(venueOrderID: VenueOrderID): bigint | null {
  return /^\d+$/.test(venueOrderID) ? BigInt(venueOrderID) : null;
}

/**
 * The id that a cancelled order of ours carries from then on. A cancel gives the order a new client
 * id; this one can be read back, so a cancelled child is still found by its name.
 */
export function cancelIDOf(childID: ChildID): string {
  return `x${childID.replaceAll('-', '')}`;
}

/** The child that `clientOrderID` names, before or after a cancel; null for a stranger's order. */
export function childIDOfClientOrderID(clientOrderID: string): ChildID | null {
  if (intentOfChildID(clientOrderID) !== null) return asChildID(clientOrderID);
  const hex = /^x([0-9a-f]{8})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{12})$/.exec(
    clientOrderID,
  );
  if (hex === null) return null;
  const text = hex.slice(1).join('-');
  return intentOfChildID(text) === null ? null : asChildID(text);
}

/** How an order in this state has ended; null while it lives, and for a state that we do not know. */
export function endOf(status: string): ChildEndHow | null {
  switch (status) {
    case 'FILLED':
      return 'Filled';
    case 'CANCELED':
      return 'Canceled';
    case 'EXPIRED':
    case 'EXPIRED_IN_MATCH':
      return 'Expired';
    case 'REJECTED':
      return 'Rejected';
    default:
      return null;
  }
}
