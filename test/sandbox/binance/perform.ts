// One request carried out, with the faults that a test armed for it: what to answer, and how.

import type { Params } from './auth.ts';
import { amount } from './decimal.ts';
import type { Fault, Occasion } from './faults.ts';
import type { Operation } from './operations.ts';
import { text } from './params.ts';
import { isOpen } from './terms.ts';
import type { Account, Order } from './terms.ts';
import { failure, tooMany } from './venue.ts';
import type { Answer, Venue } from './venue.ts';

export type Delivery =
  | { readonly type: 'Now' }
  | { readonly type: 'Later'; readonly delayMs: number }
  | { readonly type: 'Never' }
  | { readonly type: 'CutConnections' }
  | { readonly type: 'Html' }
  | { readonly type: 'HalfJson' };

export interface Performed {
  readonly answer: Answer;
  readonly delivery: Delivery;
}

export interface Call {
  readonly method: string;
  readonly operation: Operation;
  readonly params: Params;
  /** Null for operations that need nobody. */
  readonly account: Account | null;
}

const NOW: Delivery = { type: 'Now' };
const DEFAULT_DELAY_MS = 50;

export function perform(venue: Venue, call: Call): Performed {
  if (!venue.faults.any()) return { answer: run(venue, call), delivery: NOW };
  const occasion = occasionOf(call);
  return before(venue, call, occasion) ?? after(venue, call, occasion);
}

// Operations that need an account are only ever called with one: the transports see to it.
function run(venue: Venue, call: Call): Answer {
  if (call.operation.security === 'NONE') return call.operation.run(venue, call.params);
  if (call.account === null)
    return failure(401, -2015, 'Invalid API-key, IP, or permissions for action.');
  return call.operation.run(venue, call.params, call.account);
}

// Faults that answer in the request's place.
function before(venue: Venue, call: Call, occasion: Occasion): Performed | null {
  const now = venue.now();
  const tired = venue.faults.take('tooManyRequests', occasion);
  if (tired !== null) {
    const retryAfter = now + (tired.delayMs ?? 1_000);
    return plain(
      tooMany(429, -1003, 'Too much request weight used; please slow down.', { now, retryAfter }),
    );
  }
  const banned = venue.faults.take('banned', occasion);
  if (banned !== null) {
    const retryAfter = now + (banned.delayMs ?? 1_000);
    venue.limits.ban(retryAfter);
    const msg = `Way too much request weight used; IP banned until ${retryAfter}. Please use WebSocket Streams for live updates to avoid bans.`;
    return plain(tooMany(418, -1003, msg, { now, retryAfter }));
  }
  if (venue.faults.take('notFound', occasion) !== null) {
    return plain(failure(400, -2013, 'Order does not exist.'));
  }
  const busy = venue.faults.take('unavailable', occasion);
  if (busy !== null) {
    if (busy.executed === true) run(venue, call);
    return plain(
      failure(
        503,
        -1008,
        'Server is currently overloaded with other requests. Please try again in a few minutes.',
      ),
    );
  }
  const broken = venue.faults.take('serverError', occasion);
  if (broken !== null) {
    if (broken.executed !== false) run(venue, call);
    const msg = 'An unknown error occurred while processing the request.';
    return plain(failure(broken.status ?? 500, broken.code ?? -1000, msg));
  }
  const timeout = venue.faults.take('timeout', occasion);
  if (timeout !== null) {
    if (timeout.executed !== false) run(venue, call);
    const msg =
      'Timeout waiting for response from backend server. Send status unknown; execution status unknown.';
    return plain(failure(timeout.status ?? 504, timeout.code ?? -1007, msg));
  }
  return null;
}

// Faults that carry the request out and then go wrong.
function after(venue: Venue, call: Call, occasion: Occasion): Performed {
  const answer = run(venue, call);
  followUps(venue, call, occasion, answer);
  const filled = fillBeforeAck(venue, call, occasion, answer);
  if (filled !== null)
    return { answer, delivery: { type: 'Later', delayMs: filled.delayMs ?? DEFAULT_DELAY_MS } };
  const slow = venue.faults.take('slowAck', occasion);
  if (slow !== null)
    return { answer, delivery: { type: 'Later', delayMs: slow.delayMs ?? DEFAULT_DELAY_MS } };
  if (venue.faults.take('lostAck', occasion) !== null)
    return { answer, delivery: { type: 'Never' } };
  if (venue.faults.take('disconnect', occasion) !== null) {
    return { answer, delivery: { type: 'CutConnections' } };
  }
  if (venue.faults.take('html', occasion) !== null) return { answer, delivery: { type: 'Html' } };
  if (venue.faults.take('cutJson', occasion) !== null)
    return { answer, delivery: { type: 'HalfJson' } };
  return { answer, delivery: NOW };
}

function followUps(venue: Venue, call: Call, occasion: Occasion, answer: Answer): void {
  if (!answer.ok || call.account === null) return;
  if (call.method === 'order.cancel') {
    const fault = venue.faults.take('lateFill', occasion);
    const order = fault === null ? null : canceledOrder(venue, answer);
    if (fault === null || order === null) return;
    const quantity = fault.quantity === undefined ? order.origQty : amount(fault.quantity);
    venue.after(fault.delayMs ?? DEFAULT_DELAY_MS, () => {
      venue.exchange.fillDirectly(order, quantity, venue.house);
    });
  }
  if (call.method === 'order.place') {
    const fault = venue.faults.take('lateReject', occasion);
    const order = newestOrder(call.account);
    if (fault === null || order === null) return;
    venue.after(fault.delayMs ?? DEFAULT_DELAY_MS, () => {
      venue.exchange.end(order, 'REJECTED');
    });
  }
}

// The order fills after its answer was made and before the answer is sent.
function fillBeforeAck(venue: Venue, call: Call, occasion: Occasion, answer: Answer): Fault | null {
  if (!answer.ok || call.method !== 'order.place' || call.account === null) return null;
  const order = newestOrder(call.account);
  if (order === null || !isOpen(order)) return null;
  const fault = venue.faults.take('fillBeforeAck', occasion);
  if (fault === null) return null;
  const quantity = fault.quantity === undefined ? order.origQty : amount(fault.quantity);
  venue.exchange.fillDirectly(order, quantity, venue.house);
  return fault;
}

function plain(answer: Answer): Performed {
  return { answer, delivery: NOW };
}

function newestOrder(account: Account): Order | null {
  return account.orders[account.orders.length - 1] ?? null;
}

function canceledOrder(venue: Venue, answer: Answer): Order | null {
  const { symbol, orderId } = JSON.parse(answer.json);
  return venue.exchange.market(symbol)?.orders.get(orderId) ?? null;
}

function occasionOf(call: Call): Occasion {
  const { params } = call;
  return {
    method: call.method,
    symbol: text(params, 'symbol') ?? undefined,
    side: text(params, 'side') ?? undefined,
    clientOrderId:
      text(params, 'newClientOrderId') ?? text(params, 'origClientOrderId') ?? undefined,
  };
}
