// Reading a request's parameters, with Binance's own words for what is wrong with them.

import type { Params } from './auth.ts';
import { parseDecimal } from '../exchange/decimal.ts';
import { reject } from '../exchange/terms.ts';
import type { NewOrder, OrderType, Rejection, Side, TimeInForce } from '../exchange/terms.ts';

const CLIENT_ORDER_ID = /^[a-zA-Z0-9-_]{1,36}$/;
const STOP_TYPES: Readonly<Record<string, string>> = {
  STOP_LOSS: 'Stop loss orders are not supported for this symbol.',
  STOP_LOSS_LIMIT: 'Stop loss limit orders are not supported for this symbol.',
  TAKE_PROFIT: 'Take profit orders are not supported for this symbol.',
  TAKE_PROFIT_LIMIT: 'Take profit limit orders are not supported for this symbol.',
};

export type Read<T> = { readonly ok: true; readonly value: T } | Rejection;
export type ResponseForm = 'ACK' | 'RESULT' | 'FULL';

/** Absent parameters read as null; numbers and booleans as their text. */
export function text(params: Params, name: string): string | null {
  const value = params[name];
  if (typeof value === 'string') return value;
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  return null;
}

export function mandatory(params: Params, name: string): Read<string> {
  const value = text(params, name);
  return value === null || value === '' ? missing(name) : { ok: true, value };
}

/** A whole number, or null where the parameter is absent. */
export function whole(params: Params, name: string): Read<number | null> {
  const value = text(params, name);
  if (value === null) return { ok: true, value: null };
  if (/^\d{1,15}$/.test(value)) return { ok: true, value: Number(value) };
  return reject(
    -1100,
    `Illegal characters found in parameter '${name}'; legal range is '^[0-9]{1,20}$'.`,
  );
}

export function limitOf(
  params: Params,
  of: { readonly usual: number; readonly most: number },
): Read<number> {
  const limit = whole(params, 'limit');
  if (!limit.ok) return limit;
  if (limit.value === 0) return reject(-1130, "Data sent for parameter 'limit' is not valid.");
  return { ok: true, value: Math.min(limit.value ?? of.usual, of.most) };
}

export function clientOrderId(params: Params, name: string): Read<string | null> {
  const value = text(params, name);
  if (value === null) return { ok: true, value: null };
  if (CLIENT_ORDER_ID.test(value)) return { ok: true, value };
  return reject(
    -1100,
    `Illegal characters found in parameter '${name}'; legal range is '^[a-zA-Z0-9-_]{1,36}$'.`,
  );
}

export function decimalParam(params: Params, name: string): Read<bigint> {
  const value = mandatory(params, name);
  if (!value.ok) return value;
  const parsed = parseDecimal(value.value);
  if (parsed.type === 'TooPrecise')
    return reject(-1111, `Parameter '${name}' has too much precision.`);
  if (parsed.type === 'Malformed') {
    return reject(
      -1100,
      `Illegal characters found in parameter '${name}'; legal range is '^([0-9]{1,20})(\\.[0-9]{1,20})?$'.`,
    );
  }
  return { ok: true, value: parsed.amount };
}

/** The parameters of a new order, without a look at symbol, book or balance. */
export function newOrder(
  params: Params,
): Read<{ readonly order: NewOrder; readonly form: ResponseForm }> {
  const symbol = mandatory(params, 'symbol');
  if (!symbol.ok) return symbol;
  const side = sideOf(params);
  if (!side.ok) return side;
  const type = typeOf(params);
  if (!type.ok) return type;
  const form = formOf(params, type.value);
  if (!form.ok) return form;
  const id = clientOrderId(params, 'newClientOrderId');
  if (!id.ok) return id;
  const unsupported = unsupportedOption(params);
  if (unsupported !== null) return unsupported;
  const figures =
    type.value === 'MARKET' ? marketFigures(params) : limitFigures(params, type.value);
  if (!figures.ok) return figures;
  return {
    ok: true,
    value: {
      order: {
        symbol: symbol.value,
        side: side.value,
        type: type.value,
        clientOrderId: id.value,
        ...figures.value,
      },
      form: form.value,
    },
  };
}

type Figures = Pick<NewOrder, 'timeInForce' | 'price' | 'quantity' | 'quoteOrderQty'>;

function limitFigures(params: Params, type: 'LIMIT' | 'LIMIT_MAKER'): Read<Figures> {
  const timeInForce: Read<TimeInForce> =
    type === 'LIMIT' ? timeInForceOf(params) : postOnlyTif(params);
  if (!timeInForce.ok) return timeInForce;
  if (text(params, 'quoteOrderQty') !== null) return notRequired('quoteOrderQty');
  const quantity = decimalParam(params, 'quantity');
  if (!quantity.ok) return quantity;
  const price = decimalParam(params, 'price');
  if (!price.ok) return price;
  return {
    ok: true,
    value: {
      timeInForce: timeInForce.value,
      price: price.value,
      quantity: quantity.value,
      quoteOrderQty: 0n,
    },
  };
}

function marketFigures(params: Params): Read<Figures> {
  for (const name of ['timeInForce', 'price']) {
    if (text(params, name) !== null) return notRequired(name);
  }
  const byQuote = text(params, 'quoteOrderQty') !== null;
  if (byQuote && text(params, 'quantity') !== null) return notRequired('quantity');
  const figure = decimalParam(params, byQuote ? 'quoteOrderQty' : 'quantity');
  if (!figure.ok) return figure;
  if (byQuote && figure.value === 0n) return missing('quoteOrderQty');
  return {
    ok: true,
    value: {
      timeInForce: 'GTC',
      price: 0n,
      quantity: byQuote ? 0n : figure.value,
      quoteOrderQty: byQuote ? figure.value : 0n,
    },
  };
}

function sideOf(params: Params): Read<Side> {
  const side = mandatory(params, 'side');
  if (!side.ok) return side;
  if (side.value === 'BUY' || side.value === 'SELL') return { ok: true, value: side.value };
  return reject(-1117, 'Invalid side.');
}

function typeOf(params: Params): Read<OrderType> {
  const type = mandatory(params, 'type');
  if (!type.ok) return type;
  const value = type.value;
  if (value === 'LIMIT' || value === 'MARKET' || value === 'LIMIT_MAKER')
    return { ok: true, value };
  const stop = STOP_TYPES[value];
  return stop === undefined ? reject(-1116, 'Invalid orderType.') : reject(-2010, stop);
}

function timeInForceOf(params: Params): Read<TimeInForce> {
  const found = mandatory(params, 'timeInForce');
  if (!found.ok) return found;
  const value = found.value;
  if (value === 'GTC' || value === 'IOC' || value === 'FOK') return { ok: true, value };
  return reject(-1115, 'Invalid timeInForce.');
}

function postOnlyTif(params: Params): Read<TimeInForce> {
  const value = text(params, 'timeInForce');
  return value === null ? { ok: true, value: 'GTC' } : notRequired('timeInForce');
}

function formOf(params: Params, type: OrderType): Read<ResponseForm> {
  const value = text(params, 'newOrderRespType');
  if (value === null) return { ok: true, value: type === 'LIMIT_MAKER' ? 'ACK' : 'FULL' };
  if (value === 'ACK' || value === 'RESULT' || value === 'FULL') return { ok: true, value };
  return reject(-1130, "Data sent for parameter 'newOrderRespType' is not valid.");
}

function unsupportedOption(params: Params): Rejection | null {
  const stp = text(params, 'selfTradePreventionMode');
  if (stp !== null && stp !== 'NONE') {
    return reject(-1013, 'This symbol does not allow the specified self-trade prevention mode.');
  }
  if (text(params, 'icebergQty') !== null) {
    return reject(-2010, 'Iceberg orders are not supported for this symbol.');
  }
  for (const name of ['stopPrice', 'trailingDelta']) {
    if (text(params, name) !== null) return notRequired(name);
  }
  if (text(params, 'pegPriceType') !== null) {
    return reject(-2010, 'Pegged orders are not supported for this symbol.');
  }
  return null;
}

function missing(name: string): Rejection {
  return reject(-1102, `Mandatory parameter '${name}' was not sent, was empty/null, or malformed.`);
}

function notRequired(name: string): Rejection {
  return reject(-1106, `Parameter '${name}' sent when not required.`);
}
