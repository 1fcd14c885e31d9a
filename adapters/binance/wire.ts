// What Binance says on its order socket, as data, and what we say to it, as text.
//
// Source: binance-spot-api-docs, web-socket-api.md and user-data-stream.md, snapshot 2026-07-21.

import type { RequestSigner } from '../port/index.ts';
import {
  type ExecutionView,
  type Json,
  type Members,
  type OrderView,
  ParsedMembers,
  PlainJson,
  type RateLimit,
  type TradeView,
  instantIn,
  isArray,
  isObject,
  nameOf,
  parseBytes,
  priceIn,
  qtyIn,
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
import { readPosition } from './balances.ts';
import type { AssetBalance, ChildEndHow, Fill } from '../../spec/venues/index.ts';

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
  /** The result where it is an order. */
  readonly order: OrderView | null;
  /** To be read before the next frame is. */
  readonly result: Json | undefined;
  readonly rateLimits: readonly RateLimitView[];
}

export type OrderFrame =
  | Reply
  | { readonly type: 'Executed'; readonly execution: ExecutionView }
  | { readonly type: 'BalancesTold'; readonly balances: readonly AssetBalance[] }
  | { readonly type: 'ShuttingDown' }
  | { readonly type: 'StreamEnded' }
  /** Known, and not about orders: lists, locks. */
  | { readonly type: 'Other'; readonly name: string }
  | { readonly type: 'Unreadable'; readonly reason: string };

/** A frame of the order socket that is larger than this is none. */
export const LARGEST_ORDER_FRAME = 8 * 1024 * 1024;

/** Names of members, as the venue writes them. */
const NAME = {
  event: nameOf('event'),
  id: nameOf('id'),
  status: nameOf('status'),
  error: nameOf('error'),
  code: nameOf('code'),
  msg: nameOf('msg'),
  data: nameOf('data'),
  retryAfter: nameOf('retryAfter'),
  result: nameOf('result'),
  rateLimits: nameOf('rateLimits'),
  rateLimitType: nameOf('rateLimitType'),
  interval: nameOf('interval'),
  intervalNum: nameOf('intervalNum'),
  limit: nameOf('limit'),
  count: nameOf('count'),
  symbol: nameOf('symbol'),
  orderId: nameOf('orderId'),
  origClientOrderId: nameOf('origClientOrderId'),
  clientOrderId: nameOf('clientOrderId'),
  executedQty: nameOf('executedQty'),
  side: nameOf('side'),
  price: nameOf('price'),
  origQty: nameOf('origQty'),
  qty: nameOf('qty'),
  commission: nameOf('commission'),
  commissionAsset: nameOf('commissionAsset'),
  time: nameOf('time'),
  isMaker: nameOf('isMaker'),
  serverTime: nameOf('serverTime'),
} as const;

/** Members of an execution report. */
const REPORT = {
  event: nameOf('e'),
  symbol: nameOf('s'),
  orderID: nameOf('i'),
  clientOrderID: nameOf('c'),
  originalClientOrderID: nameOf('C'),
  status: nameOf('X'),
  executionType: nameOf('x'),
  executedQty: nameOf('z'),
  side: nameOf('S'),
  price: nameOf('p'),
  qty: nameOf('q'),
  rejectReason: nameOf('r'),
  expiryReason: nameOf('eR'),
  tradeID: nameOf('t'),
  lastQty: nameOf('l'),
  lastPrice: nameOf('L'),
  commission: nameOf('n'),
  commissionAsset: nameOf('N'),
  transactTime: nameOf('T'),
  isMaker: nameOf('m'),
} as const;

// Used again for each frame: of what it gives nothing is kept.
const plain = new PlainJson();

export function readOrderFrame(frame: Uint8Array): OrderFrame {
  if (frame.byteLength > LARGEST_ORDER_FRAME) return unreadable(`${frame.byteLength} bytes`);
  const members = plain.read(frame) ?? parsed(parseBytes(frame));
  if (members === null) return unreadable('no JSON object');
  const event = members.object(NAME.event);
  if (event !== null) return readEvent(event);
  if (members.text(REPORT.event) !== null) return readEvent(members);
  return readReply(members);
}

function parsed(json: Json | undefined): Members | null {
  return isObject(json) ? new ParsedMembers(json) : null;
}

function unreadable(reason: string): OrderFrame {
  return { type: 'Unreadable', reason };
}

function readEvent(event: Members): OrderFrame {
  const name = event.text(REPORT.event);
  if (name === null) return unreadable('an event without a name');
  if (name === 'serverShutdown') return { type: 'ShuttingDown' };
  if (name === 'eventStreamTerminated') return { type: 'StreamEnded' };
  if (name === 'outboundAccountPosition') {
    const balances = readPosition(event);
    return balances === null
      ? unreadable('an outboundAccountPosition with a field missing or malformed')
      : { type: 'BalancesTold', balances };
  }
  if (name !== 'executionReport') return { type: 'Other', name };
  const execution = readExecution(event);
  return execution === null
    ? unreadable('an executionReport with a field missing or malformed')
    : { type: 'Executed', execution };
}

function readExecution(event: Members): ExecutionView | null {
  const venueSymbol = event.word(REPORT.symbol);
  const venueOrderID = event.wholeID(REPORT.orderID);
  const current = event.text(REPORT.clientOrderID);
  const status = event.word(REPORT.status);
  const executionType = event.word(REPORT.executionType);
  const executedQty = qtyIn(event, REPORT.executedQty);
  if (venueSymbol === null || venueOrderID === null || current === null) return null;
  if (status === null || executionType === null || executedQty === null) return null;
  const original = event.text(REPORT.originalClientOrderID) ?? '';
  const order: OrderView = {
    venueSymbol,
    venueOrderID: asVenueOrderID(venueOrderID),
    clientOrderID: original === '' ? current : original,
    status,
    side: event.word(REPORT.side),
    price: priceIn(event, REPORT.price),
    origQty: qtyIn(event, REPORT.qty),
    executedQty,
  };
  const fill = executionType === 'TRADE' ? readEventFill(event, order.venueOrderID) : null;
  if (executionType === 'TRADE' && fill === null) return null;
  return { order, executionType, fill, reason: reasonOf(event) };
}

function reasonOf(event: Members): string {
  const rejected = event.word(REPORT.rejectReason) ?? 'NONE';
  return event.text(REPORT.expiryReason) ?? (rejected === 'NONE' ? '' : rejected);
}

function readEventFill(event: Members, venueOrderID: VenueOrderID): Fill | null {
  const tradeID = event.wholeID(REPORT.tradeID);
  const lastQty = qtyIn(event, REPORT.lastQty);
  const lastPx = priceIn(event, REPORT.lastPrice);
  const feeAmount = event.decimal(REPORT.commission);
  const transactTime = instantIn(event, REPORT.transactTime);
  const maker = event.bool(REPORT.isMaker);
  if (tradeID === null || tradeID.startsWith('-') || lastQty === null || lastPx === null)
    return null;
  if (feeAmount === null || transactTime === null || maker === null) return null;
  if (lastQty === 0n || lastPx <= 0n) return null;
  return {
    venueOrderID,
    venueExecID: asVenueExecID(tradeID),
    lastQty,
    lastPx,
    liquidity: maker ? 'maker' : 'taker',
    feeAmount,
    feeAsset: event.word(REPORT.commissionAsset) ?? '',
    transactTime,
  };
}

function readReply(members: Members): OrderFrame {
  const status = members.integer(NAME.status);
  if (status === null) return unreadable('neither an event nor an answer with a status');
  return new Answer(members, status);
}

/** A class, because its result is made when it is asked for: most answers are orders, and those are read in place. */
class Answer implements Reply {
  readonly type = 'Replied';
  readonly id: string | null;
  readonly status: number;
  readonly code: number | null;
  readonly msg: string;
  readonly retryAt: number | null;
  readonly order: OrderView | null;
  readonly rateLimits: readonly RateLimitView[];
  readonly #members: Members;

  constructor(members: Members, status: number) {
    const error = members.object(NAME.error);
    const result = members.object(NAME.result);
    this.id = idIn(members);
    this.status = status;
    this.code = error === null ? null : error.integer(NAME.code);
    this.msg = error === null ? '' : (error.text(NAME.msg) ?? '').slice(0, 300);
    this.retryAt = error?.object(NAME.data)?.number(NAME.retryAfter) ?? null;
    this.order = result === null ? null : readOrderOf(result);
    this.rateLimits = readRateLimitsOf(members.objects(NAME.rateLimits));
    this.#members = members;
  }

  get result(): Json | undefined {
    return this.#members.json(NAME.result);
  }
}

function idIn(members: Members): string | null {
  const id = members.text(NAME.id) ?? members.wholeID(NAME.id);
  if (id !== null) return id;
  const number = members.number(NAME.id);
  return number === null ? null : String(number);
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
  return readRateLimitsOf(json.filter(isObject).map((one) => new ParsedMembers(one)));
}

function readRateLimitsOf(list: readonly Members[]): RateLimitView[] {
  const limits: RateLimitView[] = [];
  for (const item of list) {
    const kind = item.word(NAME.rateLimitType);
    const intervalMs = INTERVAL_MS.get(item.word(NAME.interval) ?? '');
    const intervalNum = item.integer(NAME.intervalNum);
    const limit = item.integer(NAME.limit);
    if (kind === null || intervalMs === undefined || intervalNum === null || limit === null)
      continue;
    if (intervalNum < 1 || limit < 1) continue;
    const windowMs = intervalMs * intervalNum;
    limits.push({ limit: { kind, windowMs, limit }, count: item.integer(NAME.count) });
  }
  return limits;
}

/** An order of `order.place`, `order.cancel`, `order.status`, `openOrders.status` or `allOrders`. */
export function readOrder(json: Json | undefined): OrderView | null {
  const members = parsed(json);
  return members === null ? null : readOrderOf(members);
}

function readOrderOf(order: Members): OrderView | null {
  const venueSymbol = order.word(NAME.symbol);
  const venueOrderID = order.wholeID(NAME.orderId);
  const before = order.text(NAME.origClientOrderId) ?? '';
  const original = before === '' ? order.text(NAME.clientOrderId) : before;
  const status = order.word(NAME.status);
  const executedQty = qtyIn(order, NAME.executedQty);
  if (venueSymbol === null || venueOrderID === null || original === null) return null;
  if (status === null || executedQty === null) return null;
  return {
    venueSymbol,
    venueOrderID: asVenueOrderID(venueOrderID),
    clientOrderID: original,
    status,
    side: order.word(NAME.side),
    price: priceIn(order, NAME.price),
    origQty: qtyIn(order, NAME.origQty),
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
  const trade = parsed(json);
  if (trade === null) return null;
  const venueSymbol = trade.word(NAME.symbol);
  const tradeID = trade.wholeID(NAME.id);
  const venueOrderID = trade.wholeID(NAME.orderId);
  const lastPx = priceIn(trade, NAME.price);
  const lastQty = qtyIn(trade, NAME.qty);
  const feeAmount = trade.decimal(NAME.commission);
  const transactTime = instantIn(trade, NAME.time);
  const maker = trade.bool(NAME.isMaker);
  if (venueSymbol === null || tradeID === null || venueOrderID === null || lastPx === null)
    return null;
  if (lastQty === null || feeAmount === null || transactTime === null || maker === null)
    return null;
  if (lastQty === 0n || lastPx <= 0n) return null;
  const fill: Fill = {
    venueOrderID: asVenueOrderID(venueOrderID),
    venueExecID: asVenueExecID(tradeID),
    lastQty,
    lastPx,
    liquidity: maker ? 'maker' : 'taker',
    feeAmount,
    feeAsset: trade.word(NAME.commissionAsset) ?? '',
    transactTime,
  };
  return { venueSymbol, fill };
}

/** `serverTime` of `time`. */
export function readServerTime(json: Json | undefined): EpochNs | null {
  const members = parsed(json);
  return members === null ? null : instantIn(members, NAME.serverTime);
}

/** A parameter: text, a whole number (a bigint where it may be long), or a list of texts. */
export type Param = string | number | bigint | readonly string[];
export type Params = Readonly<Record<string, Param>>;

/**
 * One request as the frame that carries it, the members of `further` last. Whole numbers are written out, never
 * as 1e21.
 */
export function writeRequest(
  id: string,
  method: string,
  params: Params,
  further: Params | null = null,
): string {
  let text = `{"id":"${id}","method":"${method}","params":{`;
  let comma = '';
  for (const name in params) {
    text += `${comma}"${name}":${writeParam(params[name])}`;
    comma = ',';
  }
  for (const name in further) {
    text += `${comma}"${name}":${writeParam(further[name])}`;
    comma = ',';
  }
  return `${text}}}`;
}

/** What JSON writes as it is: a test of it takes a sixth of JSON.stringify's time. */
const AS_IT_IS = /^[ !#-[\]-~]*$/;

function writeParam(value: Param | undefined): string {
  if (typeof value === 'number' || typeof value === 'bigint') return String(value);
  if (typeof value === 'string' && AS_IT_IS.test(value)) return `"${value}"`;
  return JSON.stringify(value);
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
