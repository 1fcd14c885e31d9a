// One request carried out, with the faults that a test armed for it: what to answer, and how.

import { type Delivery, NOW, deliveryAfter } from '../exchange/delivery.ts';
import type { Occasion } from '../exchange/faults.ts';
import type { Account, Order } from '../exchange/terms.ts';
import type { Params } from './auth.ts';
import type { Operation } from './operations.ts';
import { text } from './params.ts';
import { failure, tooMany } from './venue.ts';
import type { Answer, Venue } from './venue.ts';

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

export function perform(venue: Venue, call: Call): Performed {
  if (!venue.faults.any()) return { answer: run(venue, call), delivery: NOW };
  const occasion = occasionOf(call);
  return before(venue, call, occasion) ?? after(venue, call, occasion);
}

// Operations that need an account are only ever called with one: the transports see to it.
function run(venue: Venue, call: Call): Answer {
  if (call.operation.security === 'NONE') return call.operation.run(venue, call.params);
  if (call.account === null) return notPermitted();
  return call.operation.run(venue, call.params, call.account);
}

function notPermitted(): Answer {
  return failure(401, -2015, 'Invalid API-key, IP, or permissions for action.');
}

// Faults that answer in the request's place.
function before(venue: Venue, call: Call, occasion: Occasion): Performed | null {
  const held = venue.faults.take('heldRequest', occasion);
  if (held !== null) {
    if (held.delayMs !== undefined) venue.after(held.delayMs, () => void run(venue, call));
    return { answer: failure(503, -1000, ''), delivery: { type: 'Never' } };
  }
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
  if (venue.faults.take('notPermitted', occasion) !== null) return plain(notPermitted());
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
  const { account, method } = call;
  const did = (what: string): boolean => answer.ok && account !== null && method === what;
  const delivery = deliveryAfter(venue, occasion, {
    placed: did('order.place') && account !== null ? newestOrder(account) : null,
    cancelled: did('order.cancel') ? canceledOrder(venue, answer) : null,
  });
  return { answer, delivery };
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
