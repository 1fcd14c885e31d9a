// The WS API, `/ws-api/v3`: requests and answers in JSON frames, user data streams inside.
// Source: web-socket-api.md (binance-spot-api-docs, snapshot 2026-07-21).

import type { WebSocket } from 'ws';
import { identify, signaturePayload, timingObjection } from './auth.ts';
import type { ApiKey, Identified, Params } from './auth.ts';
import { orderCountsJson } from './limits.ts';
import { OPERATIONS } from './operations.ts';
import type { Operation } from './operations.ts';
import { text, whole } from './params.ts';
import { perform } from './perform.ts';
import type { Delivery } from '../exchange/delivery.ts';
import { frameText, sendBounded } from '../exchange/sockets.ts';
import { reject } from '../exchange/terms.ts';
import type { Account } from '../exchange/terms.ts';
import type { Subscription, UserStreams } from './user-streams.ts';
import { failure, refusal, success, tooMany } from './venue.ts';
import type { Answer, Venue } from './venue.ts';

export interface WsApi {
  accept(
    socket: WebSocket,
    from: { readonly address: string; readonly query: URLSearchParams },
  ): void;
  /** Tells every connection to move elsewhere. */
  announceShutdown(): void;
  readonly sockets: ReadonlySet<WebSocket>;
}

interface Connection {
  readonly socket: WebSocket;
  readonly address: string;
  readonly connectedSince: number;
  readonly returnRateLimits: boolean;
  readonly subscriptions: Map<number, Subscription>;
  nextSubscriptionId: number;
  logon: ApiKey | null;
  authorizedSince: number | null;
}

interface Request {
  readonly id: string;
  readonly method: string;
  readonly params: Params;
}

const CONNECT_WEIGHT = 2;
const MAX_SUBSCRIPTIONS = 1_000;
const HTML = '<html><head><title>502 Bad Gateway</title></head><body>Bad Gateway</body></html>';

export function createWsApi(venue: Venue, userStreams: UserStreams): WsApi {
  const sockets = new Set<WebSocket>();
  const connections = new Set<Connection>();
  return {
    sockets,
    accept: (socket, { address, query }) => {
      const connection: Connection = {
        socket,
        address,
        connectedSince: venue.now(),
        returnRateLimits: query.get('returnRateLimits') !== 'false',
        subscriptions: new Map(),
        nextSubscriptionId: 0,
        logon: null,
        authorizedSince: null,
      };
      venue.limits.charge(address, CONNECT_WEIGHT);
      sockets.add(socket);
      connections.add(connection);
      socket.on('message', (data) => answer(venue, userStreams, connection, frameText(data)));
      socket.on('close', () => {
        sockets.delete(socket);
        connections.delete(connection);
        for (const subscription of connection.subscriptions.values())
          userStreams.unsubscribe(subscription);
      });
    },
    announceShutdown: () => {
      const event = `{"event":{"e":"serverShutdown","E":${venue.now()}}}`;
      for (const connection of connections) sendBounded(connection.socket, event);
    },
  };
}

function answer(
  venue: Venue,
  userStreams: UserStreams,
  connection: Connection,
  frame: string,
): void {
  const request = readRequest(frame);
  if (request === null) {
    const broken = failure(400, -1135, 'Invalid JSON Request');
    return sendBounded(
      connection.socket,
      written(venue, connection, { request: NOBODYS, answer: broken, account: null }),
    );
  }
  if (connection.logon !== null && venue.keys.get(connection.logon.apiKey) !== connection.logon) {
    return revokeSession(venue, userStreams, connection);
  }
  const operation = OPERATIONS.get(request.method);
  const refused = venue.limits.charge(connection.address, operation?.weight(request.params) ?? 2);
  if (refused !== null) {
    const times = { now: venue.now(), retryAfter: refused.retryAfter };
    const late = tooMany(refused.status, -1003, refused.msg, times);
    return sendBounded(
      connection.socket,
      written(venue, connection, { request, answer: late, account: null }),
    );
  }
  if (operation === undefined) {
    const own = sessionAnswer(venue, userStreams, connection, request);
    return sendBounded(
      connection.socket,
      written(venue, connection, { request, answer: own, account: null }),
    );
  }
  return operate(venue, connection, request, operation);
}

function operate(
  venue: Venue,
  connection: Connection,
  request: Request,
  operation: Operation,
): void {
  let account: Account | null = null;
  if (operation.security === 'SIGNED') {
    const who = whoAsks(venue, connection, request.params);
    if (!who.ok) {
      const frame = written(venue, connection, { request, answer: refusal(who), account: null });
      return sendBounded(connection.socket, frame);
    }
    account = who.key.account;
  }
  const { method, params } = request;
  const done = perform(venue, { method, operation, params, account });
  return deliver(venue, connection, done.delivery, () =>
    written(venue, connection, { request, answer: done.answer, account }),
  );
}

// The key was taken back: the next request, whatever it asks, is answered by the session's end.
function revokeSession(venue: Venue, userStreams: UserStreams, connection: Connection): void {
  endSubscriptions(venue, userStreams, connection, null);
  connection.logon = null;
  connection.authorizedSince = null;
  const { json } = refusal(reject(-2015, 'Invalid API-key, IP, or permissions for action.'));
  sendBounded(connection.socket, `{"id":null,"status":401,"error":${json}}`);
}

function deliver(
  venue: Venue,
  connection: Connection,
  delivery: Delivery,
  write: () => string,
): void {
  switch (delivery.type) {
    case 'Now':
      return sendBounded(connection.socket, write());
    case 'Later':
      return venue.after(delivery.delayMs, () => sendBounded(connection.socket, write()));
    case 'Never':
      return undefined;
    case 'CutConnections':
      return venue.cut('all');
    case 'Html':
      return sendBounded(connection.socket, HTML);
    case 'HalfJson': {
      const frame = write();
      return sendBounded(connection.socket, frame.slice(0, frame.length >> 1));
    }
  }
}

// An explicit key and signature override the session's.
function whoAsks(venue: Venue, connection: Connection, params: Params): Identified {
  const serverTime = venue.now();
  if (
    params['apiKey'] === undefined &&
    params['signature'] === undefined &&
    connection.logon !== null
  ) {
    const late = timingObjection(params, serverTime);
    return late ?? { ok: true, key: connection.logon };
  }
  return identify(venue.keys, {
    apiKey: params['apiKey'],
    payload: signaturePayload(params),
    params,
    serverTime,
  });
}

function sessionAnswer(
  venue: Venue,
  userStreams: UserStreams,
  connection: Connection,
  request: Request,
): Answer {
  switch (request.method) {
    case 'session.logon':
      return logon(venue, connection, request.params);
    case 'session.status':
      return success(sessionJson(venue, connection));
    case 'session.logout':
      endSubscriptions(venue, userStreams, connection, null);
      connection.logon = null;
      connection.authorizedSince = null;
      return success(sessionJson(venue, connection));
    case 'session.subscriptions':
      return success(
        `[${[...connection.subscriptions.keys()].map((id) => `{"subscriptionId":${id}}`).join(',')}]`,
      );
    case 'userDataStream.subscribe':
      return connection.logon === null
        ? refusal(reject(-2015, 'Invalid API-key, IP, or permissions for action.'))
        : subscribe(userStreams, connection, connection.logon);
    case 'userDataStream.subscribe.signature': {
      const who = whoAsks(venue, connection, request.params);
      return who.ok ? subscribe(userStreams, connection, who.key) : refusal(who);
    }
    case 'userDataStream.unsubscribe':
      return unsubscribe(venue, userStreams, connection, request.params);
    default:
      return failure(400, -1100, `Method '${request.method}' is not known.`);
  }
}

function logon(venue: Venue, connection: Connection, params: Params): Answer {
  const who = identify(venue.keys, {
    apiKey: params['apiKey'],
    payload: signaturePayload(params),
    params,
    serverTime: venue.now(),
  });
  if (!who.ok) return refusal(who);
  if (who.key.type !== 'Ed25519')
    return failure(400, -4056, 'HMAC_SHA256 API key is not supported.');
  connection.logon = who.key;
  connection.authorizedSince = venue.now();
  return success(sessionJson(venue, connection));
}

function subscribe(userStreams: UserStreams, connection: Connection, key: ApiKey): Answer {
  if (connection.subscriptions.size >= MAX_SUBSCRIPTIONS) {
    return failure(
      400,
      -1191,
      `Too many subscriptions. Connection may create up to '${MAX_SUBSCRIPTIONS}' subscriptions at a time.`,
    );
  }
  const id = connection.nextSubscriptionId;
  connection.nextSubscriptionId += 1;
  const subscription: Subscription = {
    account: key.account,
    send: (event) => sendBounded(connection.socket, `{"subscriptionId":${id},"event":${event}}`),
  };
  connection.subscriptions.set(id, subscription);
  userStreams.subscribe(subscription);
  return success(`{"subscriptionId":${id}}`);
}

function unsubscribe(
  venue: Venue,
  userStreams: UserStreams,
  connection: Connection,
  params: Params,
): Answer {
  const id = whole(params, 'subscriptionId');
  if (!id.ok) return refusal(id);
  endSubscriptions(venue, userStreams, connection, id.value);
  return success('{}');
}

function endSubscriptions(
  venue: Venue,
  userStreams: UserStreams,
  connection: Connection,
  only: number | null,
): void {
  for (const [id, subscription] of connection.subscriptions) {
    if (only !== null && id !== only) continue;
    userStreams.unsubscribe(subscription);
    connection.subscriptions.delete(id);
    const event = `{"e":"eventStreamTerminated","E":${venue.now()}}`;
    queueMicrotask(() => subscription.send(event));
  }
}

function sessionJson(venue: Venue, connection: Connection): string {
  const apiKey = connection.logon === null ? null : connection.logon.apiKey;
  return (
    `{"apiKey":${JSON.stringify(apiKey)},"authorizedSince":${connection.authorizedSince},` +
    `"connectedSince":${connection.connectedSince},"returnRateLimits":${connection.returnRateLimits},` +
    `"serverTime":${venue.now()},"userDataStream":${connection.subscriptions.size > 0}}`
  );
}

const NOBODYS: Request = { id: 'null', method: '', params: {} };

// Binance wants one JSON object a frame: id (a whole number, a string or null), method, params.
function readRequest(frame: string): Request | null {
  let parsed: unknown;
  try {
    parsed = JSON.parse(frame);
  } catch {
    return null; // The answer says so; the connection lives on.
  }
  if (!isRecord(parsed)) return null;
  const { id, method, params } = parsed;
  if (typeof method !== 'string' || method.length > 100) return null;
  const idFits =
    id === null || (typeof id === 'string' && id.length <= 100) || Number.isSafeInteger(id);
  if (!idFits || (params !== undefined && !isRecord(params))) return null;
  return {
    id: JSON.stringify(id),
    method: method.startsWith('v3/') ? method.slice(3) : method,
    params: params ?? {},
  };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function written(
  venue: Venue,
  connection: Connection,
  of: { readonly request: Request; readonly answer: Answer; readonly account: Account | null },
): string {
  const { request, answer: made, account } = of;
  const body = `{"id":${request.id},"status":${made.status},"${made.ok ? 'result' : 'error'}":${made.json}`;
  const asked = text(request.params, 'returnRateLimits');
  const wanted = asked === null ? connection.returnRateLimits : asked === 'true';
  if (!wanted) return `${body}}`;
  const orders =
    made.counted === true && account !== null ? `${orderCountsJson(account, venue.now())},` : '';
  return `${body},"rateLimits":[${orders}${venue.limits.weightJson(connection.address)}]}`;
}
