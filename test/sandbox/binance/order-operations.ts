// What changes orders: placing, cancelling, replacing, amending.
// Source: web-socket-api.md, "Trading requests" (binance-spot-api-docs, snapshot 2026-07-21).

import type { Params } from './auth.ts';
import { amendedJson, canceledJson, placedJson } from './frames.ts';
import { countOrder, windowEnd } from './limits.ts';
import { marketOf, openOf, orderOf, orderToCancel } from './lookups.ts';
import { clientOrderId, decimalParam, mandatory, newOrder, text } from './params.ts';
import type { ResponseForm } from './params.ts';
import { reject } from '../exchange/terms.ts';
import type { Account, NewOrder, Order, OrderCount } from '../exchange/terms.ts';
import { failure, refusal, success, tooMany } from './venue.ts';
import type { Answer, Venue } from './venue.ts';

export function place(venue: Venue, params: Params, account: Account): Answer {
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

export function testOrder(venue: Venue, params: Params, account: Account): Answer {
  const read = newOrder(params);
  if (!read.ok) return refusal(read);
  const objected = venue.exchange.test(account, read.value.order);
  return objected === null ? success('{}') : refusal(objected);
}

export function cancel(venue: Venue, params: Params, account: Account): Answer {
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
export function cancelReplace(venue: Venue, params: Params, account: Account): Answer {
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

export function amend(venue: Venue, params: Params, account: Account): Answer {
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

export function cancelAll(venue: Venue, params: Params, account: Account): Answer {
  const market = marketOf(venue, params);
  if (!market.ok) return refusal(market);
  const orders = openOf(account, market.value.rules.symbol);
  if (orders.length === 0) return failure(400, -2011, 'Unknown order sent.');
  return success(`[${orders.map((order) => canceled(venue, order, null).json).join(',')}]`);
}

function tooManyOrders(venue: Venue, full: OrderCount): Answer {
  const msg = `Too many new orders; current limit is ${full.limit} orders per ${full.intervalNum} ${full.interval}.`;
  const now = venue.now();
  return tooMany(429, -1015, msg, { now, retryAfter: windowEnd(full, now) });
}

function counted(answer: Answer): Answer {
  return { ...answer, counted: true };
}
