// What Kraken says on its private socket, as data, and what we say to it, as text. REST is in `rest.ts`.
//
// Source: Kraken API Center, websocket-v2/{add_order,amend_order,cancel_order,executions,ping,status}, mirrored 2026-08.

import {
  type Json,
  type JsonObject,
  decimalOf,
  isArray,
  isObject,
  parseBytesExactly,
  priceOf,
  qtyOf,
  textOf,
  type Terms,
  timestampOf,
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
import { type Price, type Qty, formatDecimal, isoTime } from '../../spec/units/index.ts';
import { type BalancesTold, readBalances } from './balances.ts';
import type { ChildEndHow, ChildOrder, Fill } from '../../spec/venues/index.ts';

/** The answer to a request of ours. */
export interface Reply {
  readonly type: 'Replied';
  /** `req_id`, as we counted it; null where the answer names none. */
  readonly id: string | null;
  readonly method: string;
  /** The venue's own sentence; empty: it was done. */
  readonly error: string;
  readonly result: JsonObject | null;
  /** When the venue had our request, on its clock; null where it does not say so. */
  readonly timeIn: EpochNs | null;
}

/** One item of `executions`: only what has changed, but for the order's id and the event's type. */
export interface ExecutionPart {
  readonly venueOrderID: VenueOrderID;
  readonly execType: string;
  readonly clientOrderID: string | null;
  readonly venueSymbol: string | null;
  readonly status: string | null;
  readonly side: string | null;
  readonly price: Price | null;
  readonly orderQty: Qty | null;
  readonly cumQty: Qty | null;
  readonly reason: string;
  /** Of a `trade` alone. */
  readonly fill: Fill | null;
  /** Fees of a trade in further assets than the fill's, in words; empty as a rule. */
  readonly otherFees: string;
}

export type OrderFrame =
  | Reply
  | {
      readonly type: 'Executed';
      readonly isSnapshot: boolean;
      /** Grows by one with each message of the line. */
      readonly sequence: number;
      readonly parts: readonly ExecutionPart[];
    }
  | BalancesTold
  /** `online`, `maintenance`, `cancel_only` or `post_only`. */
  | { readonly type: 'SystemTold'; readonly system: string }
  /** Known, and not about orders. */
  | { readonly type: 'Other' }
  | { readonly type: 'Unreadable'; readonly reason: string };

/** A frame of the private socket that is larger than this is none. */
export const LARGEST_ORDER_FRAME = 8 * 1024 * 1024;

export function readOrderFrame(frame: Uint8Array): OrderFrame {
  if (frame.byteLength > LARGEST_ORDER_FRAME) return unreadable(`${frame.byteLength} bytes`);
  const json = parseBytesExactly(frame);
  if (!isObject(json)) return unreadable('no JSON object');
  switch (json['channel']) {
    case 'executions':
      return readExecutions(json);
    case 'balances':
      return readBalances(json) ?? unreadable('balances that cannot be read');
    case 'status':
      return readStatus(json['data']);
    case undefined:
      return readReply(json);
    default:
      return { type: 'Other' };
  }
}

function unreadable(reason: string): OrderFrame {
  return { type: 'Unreadable', reason };
}

function readReply(json: JsonObject): OrderFrame {
  const method = textOf(json, 'method');
  if (method === null) return unreadable('neither a channel nor an answer');
  const isDone = json['success'] === true || method === 'pong';
  const error = textOf(json, 'error') ?? '';
  return {
    type: 'Replied',
    id: wholeIDOf(json, 'req_id'),
    method,
    error: isDone ? '' : error === '' ? 'no text' : error,
    result: isObject(json['result']) ? json['result'] : null,
    timeIn: timestampOf(json, 'time_in'),
  };
}

function readStatus(data: Json | undefined): OrderFrame {
  const [item] = isArray(data) ? data : [];
  const system = isObject(item) ? textOf(item, 'system') : null;
  return system === null ? { type: 'Other' } : { type: 'SystemTold', system };
}

function readExecutions(json: JsonObject): OrderFrame {
  const sequence = Number(wholeIDOf(json, 'sequence') ?? -1);
  const data = json['data'];
  if (!Number.isSafeInteger(sequence) || sequence < 0 || !isArray(data)) {
    return unreadable('executions without a sequence or without data');
  }
  const parts: ExecutionPart[] = [];
  for (const item of data) {
    const part = isObject(item) ? readPart(item) : null;
    if (part === null) return unreadable('an execution with a field missing or malformed');
    parts.push(part);
  }
  return { type: 'Executed', isSnapshot: json['type'] === 'snapshot', sequence, parts };
}

function readPart(item: JsonObject): ExecutionPart | null {
  const orderID = textOf(item, 'order_id');
  const execType = textOf(item, 'exec_type');
  if (orderID === null || execType === null) return null;
  for (const name of ['cum_qty', 'order_qty'] as const) {
    if (item[name] !== undefined && qtyOf(item, name) === null) return null;
  }
  const venueOrderID = asVenueOrderID(orderID);
  const fees = readFees(item['fees']);
  const fill = execType === 'trade' && fees !== null ? readFill(item, venueOrderID, fees) : null;
  if (execType === 'trade' && fill === null) return null;
  return {
    venueOrderID,
    execType,
    clientOrderID: textOf(item, 'cl_ord_id'),
    venueSymbol: textOf(item, 'symbol'),
    status: textOf(item, 'order_status'),
    side: textOf(item, 'side'),
    price: priceOf(item, 'limit_price'),
    orderQty: qtyOf(item, 'order_qty'),
    cumQty: qtyOf(item, 'cum_qty'),
    reason: textOf(item, 'reason') ?? '',
    fill,
    otherFees: fees?.others ?? '',
  };
}

interface Fees {
  readonly amount: bigint;
  readonly asset: string;
  readonly others: string;
}

/** A trade has its fee in one asset as a rule: we ask for the quote's. Null where it cannot be read. */
function readFees(json: Json | undefined): Fees | null {
  if (json === undefined) return { amount: 0n, asset: '', others: '' };
  if (!isArray(json)) return null;
  const read: { asset: string; amount: bigint }[] = [];
  for (const item of json) {
    const asset = isObject(item) ? textOf(item, 'asset') : null;
    const amount = isObject(item) ? decimalOf(item, 'qty') : null;
    if (asset === null || amount === null) return null;
    read.push({ asset, amount });
  }
  const [first, ...rest] = read;
  const others = rest.map(({ asset, amount }) => `${formatDecimal(amount)} ${asset}`).join(', ');
  return { amount: first?.amount ?? 0n, asset: first?.asset ?? '', others };
}

function readFill(item: JsonObject, venueOrderID: VenueOrderID, fees: Fees): Fill | null {
  const execID = textOf(item, 'exec_id');
  const lastQty = qtyOf(item, 'last_qty');
  const lastPx = priceOf(item, 'last_price');
  const transactTime = timestampOf(item, 'timestamp');
  const liquidity = textOf(item, 'liquidity_ind');
  if (execID === null || lastQty === null || lastPx === null || transactTime === null) return null;
  if (textOf(item, 'symbol') === null || (liquidity !== 't' && liquidity !== 'm')) return null;
  return {
    venueOrderID,
    venueExecID: asVenueExecID(execID),
    lastQty,
    lastPx,
    liquidity: liquidity === 'm' ? 'maker' : 'taker',
    feeAmount: fees.amount,
    feeAsset: fees.asset,
    transactTime,
  };
}

/** A private request's parameters, each as its JSON; the token goes in last. */
export type Params = readonly (readonly [name: string, json: string])[];

/** One request as the frame that carries it. */
export function writeRequest(id: string, method: string, params: Params | null): string {
  const body = params?.map(([name, json]) => `"${name}":${json}`).join(',');
  const written = body === undefined ? '' : `,"params":{${body}}`;
  return `{"method":"${method}"${written},"req_id":${id}}`;
}

/**
 * `deadline`: past it the engine does not match the order any more. Price and quantity are JSON numbers
 * with all their digits. The fee is asked for in the quote currency, which is how the trades' history
 * counts it; without that a sell's default is the base currency.
 */
export function addOrderParams(child: ChildOrder, deadline: EpochNs): Params {
  return [
    ['order_type', '"limit"'],
    ['side', `"${child.side}"`],
    ['limit_price', formatDecimal(child.price)],
    ['order_qty', formatDecimal(child.orderQty)],
    ['symbol', JSON.stringify(child.venueSymbol)],
    ['cl_ord_id', `"${child.childID}"`],
    ['time_in_force', `"${child.timeInForce.toLowerCase()}"`],
    ['fee_preference', '"quote"'],
    ['deadline', `"${toMilliseconds(deadline)}"`],
  ];
}

/** `order_qty` is the whole, what is filled included. `deadline`: as of an order. */
export function amendOrderParams(
  childID: ChildID,
  { price, orderQty }: Terms,
  deadline: EpochNs,
): Params {
  return [
    ['cl_ord_id', `"${childID}"`],
    ['order_qty', formatDecimal(orderQty)],
    ['limit_price', formatDecimal(price)],
    ['deadline', `"${toMilliseconds(deadline)}"`],
  ];
}

/** RFC 3339, milliseconds, cut and never rounded up. */
function toMilliseconds(at: EpochNs): string {
  return `${isoTime(at).slice(0, 23)}Z`;
}

/** The child that a client order id names: the venue keeps 128 bits, with dashes or without. */
export function childIDOfClientOrderID(clientOrderID: string): ChildID | null {
  const hex = /^([0-9a-f]{8})-?([0-9a-f]{4})-?([0-9a-f]{4})-?([0-9a-f]{4})-?([0-9a-f]{12})$/i.exec(
    clientOrderID,
  );
  if (hex === null) return null;
  const text = hex.slice(1).join('-').toLowerCase();
  return intentOfChildID(text) === null ? null : asChildID(text);
}

/** How an order in this state has ended, on the socket or on REST (`closed`); null while it lives. */
export function endOf(status: string): ChildEndHow | null {
  switch (status) {
    case 'filled':
    case 'closed':
      return 'Filled';
    case 'canceled':
      return 'Canceled';
    case 'expired':
      return 'Expired';
    default:
      return null;
  }
}
