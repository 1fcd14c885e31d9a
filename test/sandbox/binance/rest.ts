// REST, `/api/v3/...`: the same operations as the WS API under verbs and paths.
// Source: rest-api.md (binance-spot-api-docs, snapshot 2026-07-21).

import type { IncomingMessage, ServerResponse } from 'node:http';
import { identify } from './auth.ts';
import type { Params } from './auth.ts';
import { readBody, sendJson } from '../exchange/http.ts';
import { OPERATIONS } from './operations.ts';
import type { Operation } from './operations.ts';
import { perform } from './perform.ts';
import type { Performed } from './perform.ts';
import type { Account } from '../exchange/terms.ts';
import { failure, refusal, tooMany } from './venue.ts';
import type { Answer, Venue } from './venue.ts';

const MAX_BODY_BYTES = 65_536;
const HTML = '<html><head><title>502 Bad Gateway</title></head><body>Bad Gateway</body></html>';

const ROUTES: Readonly<Record<string, string>> = {
  'GET /api/v3/ping': 'ping',
  'GET /api/v3/time': 'time',
  'GET /api/v3/exchangeInfo': 'exchangeInfo',
  'GET /api/v3/depth': 'depth',
  'GET /api/v3/trades': 'trades.recent',
  'GET /api/v3/ticker/bookTicker': 'ticker.book',
  'GET /api/v3/ticker/price': 'ticker.price',
  'POST /api/v3/order': 'order.place',
  'POST /api/v3/order/test': 'order.test',
  'DELETE /api/v3/order': 'order.cancel',
  'GET /api/v3/order': 'order.status',
  'POST /api/v3/order/cancelReplace': 'order.cancelReplace',
  'PUT /api/v3/order/amend/keepPriority': 'order.amend.keepPriority',
  'GET /api/v3/order/amendments': 'order.amendments',
  'GET /api/v3/openOrders': 'openOrders.status',
  'DELETE /api/v3/openOrders': 'openOrders.cancelAll',
  'GET /api/v3/allOrders': 'allOrders',
  'GET /api/v3/myTrades': 'myTrades',
  'GET /api/v3/account': 'account.status',
  'GET /api/v3/account/commission': 'account.commission',
  'GET /api/v3/rateLimit/order': 'account.rateLimits.orders',
};

interface Asked {
  readonly method: string;
  readonly operation: Operation;
  readonly params: Params;
  /** What the client signed: query string and body as they came, without the signature. */
  readonly payload: string;
  readonly apiKey: string | undefined;
  readonly address: string;
}

/** Serves one request. Everything that goes wrong on the way is answered. */
export async function serveRest(
  venue: Venue,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const url = new URL(request.url ?? '/', 'http://sandbox');
  const body = await readBody(request, MAX_BODY_BYTES);
  if (body === null) return sendJson(response, 413, failure(413, -1100, 'Body too large.').json);
  const method = ROUTES[`${request.method} ${url.pathname}`];
  const operation = method === undefined ? undefined : OPERATIONS.get(method);
  if (method === undefined || operation === undefined) {
    return sendJson(response, 404, failure(404, -1020, 'This operation is not supported.').json);
  }
  if (String(request.headers['x-mbx-time-unit']).toUpperCase() === 'MICROSECOND') {
    const msg = 'Microseconds are not simulated.';
    return sendJson(response, 400, failure(400, -1194, msg).json);
  }
  const query = url.search.slice(1);
  const apiKey = request.headers['x-mbx-apikey'];
  return answer(venue, response, {
    method,
    operation,
    params: readParams(query, body),
    payload: withoutSignature(query) + withoutSignature(body),
    apiKey: Array.isArray(apiKey) ? apiKey[0] : apiKey,
    address: request.socket.remoteAddress ?? '',
  });
}

function answer(venue: Venue, response: ServerResponse, asked: Asked): void {
  const { address, method, operation, params } = asked;
  const refused = venue.limits.charge(address, operation.weight(params));
  if (refused !== null) {
    const times = { now: venue.now(), retryAfter: refused.retryAfter };
    const late = tooMany(refused.status, -1003, refused.msg, times);
    return write(venue, response, { answer: late, address, account: null });
  }
  let account: Account | null = null;
  if (operation.security === 'SIGNED') {
    const who = identify(venue.keys, {
      apiKey: asked.apiKey,
      payload: asked.payload,
      params,
      serverTime: venue.now(),
    });
    if (!who.ok) return write(venue, response, { answer: refusal(who), address, account });
    account = who.key.account;
  }
  const done = perform(venue, { method, operation, params, account });
  return deliver(venue, response, done, { address, account });
}

function deliver(
  venue: Venue,
  response: ServerResponse,
  done: Performed,
  to: { readonly address: string; readonly account: Account | null },
): void {
  const full = (): void => write(venue, response, { answer: done.answer, ...to });
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
      // The declared length is right for what is sent: the JSON is cut, not the transfer.
      return sendJson(response, 200, done.answer.json.slice(0, done.answer.json.length >> 1));
    }
  }
}

function write(
  venue: Venue,
  response: ServerResponse,
  of: { readonly answer: Answer; readonly address: string; readonly account: Account | null },
): void {
  const headers: Record<string, string | number> = {
    'X-MBX-USED-WEIGHT-1M': venue.limits.used(of.address),
  };
  if (of.answer.counted === true && of.account !== null) {
    for (const count of of.account.orderCounts) {
      headers[`X-MBX-ORDER-COUNT-${count.intervalNum}${count.interval.charAt(0)}`] = count.count;
    }
  }
  if (of.answer.retryAfter !== undefined) {
    headers['Retry-After'] = Math.max(1, Math.ceil((of.answer.retryAfter - venue.now()) / 1_000));
  }
  sendJson(response, of.answer.status, of.answer.json, headers);
}

// Sent twice, the query string's value counts.
function readParams(query: string, body: string): Params {
  const params: Record<string, string> = Object.create(null);
  for (const part of [body, query]) {
    for (const [name, value] of new URLSearchParams(part)) params[name] = value;
  }
  return params;
}

function withoutSignature(encoded: string): string {
  return encoded
    .split('&')
    .filter((pair) => !pair.startsWith('signature='))
    .join('&');
}
