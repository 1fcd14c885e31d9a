// The WebSocket API, version 2, public and private on one path: subscriptions, orders, pings.
// Source: Kraken API Center, websocket-v2, mirrored 2026-08.

import type { WebSocket } from 'ws';
import type { Delivery } from '../exchange/delivery.ts';
import type { Faults } from '../exchange/faults.ts';
import { frameText, sendBounded } from '../exchange/sockets.ts';
import type { Subscriber } from '../exchange/subscribers.ts';
import type { Account } from '../exchange/terms.ts';
import { type BookFeed, DEPTHS, openFeed, sendSnapshot, sendUpdate } from './books.ts';
import { type Executions, snapshotItems } from './executions.ts';
import { type EventJson, instrumentJson, n, timestamp } from './frames.ts';
import { addOrder, amendOrder, cancelOrder } from './operations.ts';
import { type Performed, perform } from './perform.ts';
import { type Answer, type Venue, failure, success } from './venue.ts';

export interface SocketApi {
  accept(socket: WebSocket): void;
  /** Sends what has changed in the books. */
  flush(): void;
  /** A heartbeat to each that has subscribed to anything. */
  beat(): void;
  /** To those who hear of that account's. */
  tellBalances(account: Account, assets: readonly string[]): void;
  tellSystem(): void;
  tellInstruments(): void;
  /** Those that have shown a token, and those that have not. */
  sockets(kind: 'private' | 'public'): readonly WebSocket[];
}

interface Connection {
  readonly socket: WebSocket;
  /** The token that was taken last; null: it is a public one. */
  shown: { readonly token: string; readonly account: Account } | null;
  hearsInstruments: boolean;
  readonly books: Map<string, BookFeed>;
  executions: { readonly subscription: Subscriber<EventJson>; sequence: number } | null;
  balances: { readonly account: Account; sequence: number } | null;
}

type Params = Readonly<Record<string, unknown>>;

interface Request {
  readonly method: string;
  readonly params: Params;
  /** Its own JSON; empty: none was given. */
  readonly reqID: string;
  readonly timeIn: number;
}

const HTML = '<html><head><title>502 Bad Gateway</title></head><body>Bad Gateway</body></html>';

export function createSocketApi(venue: Venue, executions: Executions): SocketApi {
  const connections = new Set<Connection>();
  const status = (): string =>
    `{"channel":"status","type":"update","data":[{"api_version":"v2","connection_id":1,` +
    `"system":"${venue.system()}","version":"2.0.0"}]}`;
  return {
    accept(socket) {
      const connection: Connection = {
        socket,
        shown: null,
        hearsInstruments: false,
        books: new Map(),
        executions: null,
        balances: null,
      };
      connections.add(connection);
      socket.on('message', (data) => answer(venue, executions, connection, frameText(data)));
      socket.on('close', () => {
        connections.delete(connection);
        unsubscribeExecutions(executions, connection);
      });
      sendBounded(socket, status());
    },
    flush() {
      for (const { books } of connections) {
        for (const feed of books.values()) sendUpdate(feed, venue.faults, venue.now());
      }
    },
    beat() {
      for (const { socket, books, executions: heard, hearsInstruments } of connections) {
        if (books.size > 0 || heard !== null || hearsInstruments) {
          sendBounded(socket, '{"channel":"heartbeat"}');
        }
      }
    },
    tellBalances(account, assets) {
      for (const connection of connections) {
        if (connection.balances?.account !== account) continue;
        const time = timestamp(venue.now());
        const items = assets.map((asset) => movedJson(account, asset, time));
        sendBalances(connection, 'update', items);
      }
    },
    tellSystem() {
      for (const { socket } of connections) sendBounded(socket, status());
    },
    tellInstruments() {
      for (const { socket, hearsInstruments } of connections) {
        if (hearsInstruments) sendBounded(socket, instrumentsJson(venue, 'update'));
      }
    },
    sockets: (kind) =>
      [...connections]
        .filter(({ shown }) => (shown === null) === (kind === 'public'))
        .map(({ socket }) => socket),
  };
}

function answer(venue: Venue, executions: Executions, connection: Connection, frame: string): void {
  const request = readRequest(frame, venue.now());
  if (request === null) {
    return sendBounded(connection.socket, '{"error":"Malformed request","success":false}');
  }
  switch (request.method) {
    case 'ping':
      return sendBounded(
        connection.socket,
        `{"method":"pong"${request.reqID},${times(venue, request)}}`,
      );
    case 'subscribe':
    case 'unsubscribe':
      return subscribe(venue, executions, connection, request);
    case 'add_order':
    case 'amend_order':
    case 'cancel_order':
      return trade(venue, connection, request);
    default:
      return reply(venue, connection, request, failure('EGeneral:Invalid arguments:method'));
  }
}

// ---- Orders ---------------------------------------------------------------------------------------

function trade(venue: Venue, connection: Connection, request: Request): void {
  const account = accountOf(venue, connection, request);
  if (account === null) {
    return reply(venue, connection, request, failure('ESession:Invalid session'));
  }
  if (request.method === 'add_order') {
    return deliver(venue, connection, request, performAdd(venue, account, request.params));
  }
  if (request.method === 'amend_order') {
    return deliver(venue, connection, request, performAmend(venue, account, request.params));
  }
  // Several ids have several answers, all under the one `req_id`.
  const { params } = request;
  for (const [name, id] of [
    ...texts(params['order_id']).map((one) => ['order_id', one] as const),
    ...texts(params['cl_ord_id']).map((one) => ['cl_ord_id', one] as const),
  ]) {
    const named = {
      orderID: name === 'order_id' ? id : null,
      clOrdID: name === 'cl_ord_id' ? id : null,
    };
    const occasion = { method: 'cancel_order', clientOrderId: named.clOrdID ?? undefined };
    const done = perform(venue, occasion, () => cancelOrder(venue, account, named));
    deliver(venue, connection, request, done);
  }
}

function performAdd(venue: Venue, account: Account, params: Params): Performed {
  const word = (name: string): string => texts([params[name]])[0] ?? '';
  const asked = {
    symbol: word('symbol'),
    side: word('side'),
    orderType: word('order_type'),
    limitPrice: word('limit_price'),
    orderQty: word('order_qty'),
    timeInForce: word('time_in_force') || 'gtc',
    postOnly: params['post_only'] === true,
    clOrdID: word('cl_ord_id') || null,
    deadline: word('deadline') || null,
  };
  const occasion = {
    method: 'add_order',
    symbol: asked.symbol,
    side: asked.side.toUpperCase(),
    clientOrderId: asked.clOrdID ?? undefined,
  };
  return perform(venue, occasion, () => addOrder(venue, account, asked));
}

function performAmend(venue: Venue, account: Account, params: Params): Performed {
  const word = (name: string): string | null => texts([params[name]])[0] ?? null;
  const asked = {
    orderID: word('order_id'),
    clOrdID: word('cl_ord_id'),
    limitPrice: word('limit_price'),
    orderQty: word('order_qty'),
    postOnly: params['post_only'] === true,
    deadline: word('deadline'),
  };
  const occasion = { method: 'amend_order', clientOrderId: asked.clOrdID ?? undefined };
  return perform(venue, occasion, () => amendOrder(venue, account, asked));
}

function deliver(venue: Venue, connection: Connection, request: Request, done: Performed): void {
  const full = (): void => reply(venue, connection, request, done.answer);
  const delivery: Delivery = done.delivery;
  switch (delivery.type) {
    case 'Now':
      return full();
    case 'Later':
      return venue.after(delivery.delayMs, full);
    case 'Never':
      return undefined;
    case 'CutConnections':
      return venue.cut('all');
    case 'Html':
      return sendBounded(connection.socket, HTML);
    case 'HalfJson': {
      const frame = replyJson(venue, request, done.answer);
      return sendBounded(connection.socket, frame.slice(0, frame.length >> 1));
    }
  }
}

// ---- Subscriptions --------------------------------------------------------------------------------

function subscribe(
  venue: Venue,
  executions: Executions,
  connection: Connection,
  request: Request,
): void {
  const isOn = request.method === 'subscribe';
  switch (request.params['channel']) {
    case 'book':
      return subscribeBooks(venue, connection, request, isOn);
    case 'instrument':
      connection.hearsInstruments = isOn;
      reply(venue, connection, request, success('{"channel":"instrument","snapshot":true}'));
      if (isOn) sendBounded(connection.socket, instrumentsJson(venue, 'snapshot'));
      return undefined;
    case 'balances':
      return subscribeBalances(venue, connection, request, isOn);
    case 'executions':
      return subscribeExecutions(venue, executions, connection, request, isOn);
    default:
      return reply(venue, connection, request, failure('Channel not supported'));
  }
}

function subscribeBooks(
  venue: Venue,
  connection: Connection,
  request: Request,
  isOn: boolean,
): void {
  const depth = Number(texts([request.params['depth']])[0] ?? '10');
  for (const symbol of texts(request.params['symbol'])) {
    const market = venue.exchange.market(symbol);
    if (market === undefined || !DEPTHS.includes(depth)) {
      const error = market === undefined ? `Currency pair not supported ${symbol}` : 'Bad depth';
      sendBounded(
        connection.socket,
        `{"error":"${error}","method":"${request.method}"${request.reqID},"success":false,` +
          `"symbol":${JSON.stringify(symbol)},${times(venue, request)}}`,
      );
      continue;
    }
    const result = `{"channel":"book","depth":${depth},"snapshot":true,"symbol":"${symbol}"}`;
    reply(venue, connection, request, success(result));
    if (!isOn) {
      connection.books.delete(symbol);
      continue;
    }
    const feed = openFeed(market, depth, (frame) => sendBounded(connection.socket, frame));
    connection.books.set(symbol, feed);
    sendSnapshot(feed);
  }
}

function subscribeBalances(
  venue: Venue,
  connection: Connection,
  request: Request,
  isOn: boolean,
): void {
  const account = accountOf(venue, connection, request);
  if (account === null) {
    return reply(venue, connection, request, failure('ESession:Invalid session'));
  }
  reply(venue, connection, request, success('{"channel":"balances","snapshot":true}'));
  const sequence = connection.balances?.sequence ?? 0;
  connection.balances = isOn ? { account, sequence } : null;
  if (!isOn) return;
  const items = [...account.balances].map(
    ([asset, { free, locked }]) =>
      `{"asset":"${asset}","asset_class":"currency","balance":${n(free + locked)},` +
      `"wallets":[{"type":"spot","id":"main","balance":${n(free + locked)}}]}`,
  );
  sendBalances(connection, 'snapshot', items);
}

/** What moved it is not told: nobody here reads `amount`, `ledger_id` and `ref_id`. */
function movedJson(account: Account, asset: string, time: string): string {
  const { free, locked } = account.balances.get(asset) ?? { free: 0n, locked: 0n };
  return (
    `{"asset":"${asset}","asset_class":"currency","balance":${n(free + locked)},"fee":0,` +
    `"timestamp":"${time}","type":"trade","subtype":"","category":"trade",` +
    `"wallet_type":"spot","wallet_id":"main"}`
  );
}

function sendBalances(
  connection: Connection,
  type: 'snapshot' | 'update',
  items: readonly string[],
): void {
  const heard = connection.balances;
  if (heard === null || items.length === 0) return;
  heard.sequence += 1;
  sendBounded(
    connection.socket,
    `{"channel":"balances","type":"${type}","data":[${items.join(',')}],"sequence":${heard.sequence}}`,
  );
}

function subscribeExecutions(
  venue: Venue,
  executions: Executions,
  connection: Connection,
  request: Request,
  isOn: boolean,
): void {
  const account = accountOf(venue, connection, request);
  if (account === null) {
    return reply(venue, connection, request, failure('ESession:Invalid session'));
  }
  const wanted = {
    orders: request.params['snap_orders'] !== false,
    trades: request.params['snap_trades'] === true,
  };
  const before = connection.executions?.sequence ?? 0;
  unsubscribeExecutions(executions, connection);
  const result =
    `{"channel":"executions","maxratecount":60,"snap_orders":${wanted.orders},` +
    `"snap_trades":${wanted.trades}}`;
  reply(venue, connection, request, success(result));
  if (!isOn) return undefined;
  const heard = { sequence: before, subscription: subscriptionOf(venue, connection, account) };
  connection.executions = heard;
  executions.subscribe(heard.subscription);
  const items = snapshotItems(account, venue.ids, wanted);
  return sendExecutions(connection, 'snapshot', items.join(','));
}

function subscriptionOf(
  venue: Venue,
  connection: Connection,
  account: Account,
): Subscriber<EventJson> {
  return {
    account,
    send: (event) => {
      if (connection.executions !== null && isLost(venue.faults, event)) {
        connection.executions.sequence += 1; // Counted, and never sent.
      } else sendExecutions(connection, 'update', event.json);
    },
  };
}

function isLost(faults: Faults, event: EventJson): boolean {
  return faults.any() && faults.take('sequenceGap', event) !== null;
}

function sendExecutions(connection: Connection, type: string, items: string): void {
  const heard = connection.executions;
  if (heard === null) return;
  heard.sequence += 1;
  sendBounded(
    connection.socket,
    `{"channel":"executions","type":"${type}","data":[${items}],"sequence":${heard.sequence}}`,
  );
}

function unsubscribeExecutions(executions: Executions, connection: Connection): void {
  if (connection.executions === null) return;
  executions.unsubscribe(connection.executions.subscription);
  connection.executions = null;
}

function instrumentsJson(venue: Venue, type: 'snapshot' | 'update'): string {
  const pairs = [...venue.exchange.markets.values()].map(instrumentJson).join(',');
  return `{"channel":"instrument","type":"${type}","data":{"assets":[],"pairs":[${pairs}]}}`;
}

// ---- Frames ---------------------------------------------------------------------------------------

function accountOf(venue: Venue, connection: Connection, request: Request): Account | null {
  const token = texts([request.params['token']])[0] ?? '';
  const { shown, executions, balances } = connection;
  // A token that was used in time stays good for as long as its connection has a private subscription.
  const isKept = shown?.token === token && (executions !== null || balances !== null);
  const account = isKept ? shown.account : venue.keys.accountOfToken(token);
  if (account !== null) connection.shown = { token, account };
  return account;
}

function reply(venue: Venue, connection: Connection, request: Request, made: Answer): void {
  sendBounded(connection.socket, replyJson(venue, request, made));
}

function replyJson(venue: Venue, request: Request, made: Answer): string {
  const { method, reqID } = request;
  const told = times(venue, request);
  return made.error === ''
    ? `{"method":"${method}"${reqID},"result":${made.json},"success":true,${told}}`
    : `{"error":${JSON.stringify(made.error)},"method":"${method}"${reqID},"success":false,${told}}`;
}

function times(venue: Venue, request: Request): string {
  return `"time_in":"${timestamp(request.timeIn)}","time_out":"${timestamp(venue.now())}"`;
}

const STRING_OR_NUMBER = /"(?:[^"\\]|\\.)*"|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/g;

/** Numbers become their own digits, so that 0.1 stays 0.1. */
function readRequest(frame: string, now: number): Request | null {
  let parsed: unknown;
  try {
    parsed = JSON.parse(
      frame.replace(STRING_OR_NUMBER, (token) => (token.startsWith('"') ? token : `"${token}"`)),
    );
  } catch {
    return null; // The answer says so; the connection lives on.
  }
  if (!isRecord(parsed)) return null;
  const { method, params, req_id: reqID } = parsed;
  if (typeof method !== 'string') return null;
  return {
    method,
    params: isRecord(params) ? params : {},
    reqID: typeof reqID === 'string' && /^\d+$/.test(reqID) ? `,"req_id":${reqID}` : '',
    timeIn: now,
  };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function texts(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((one) => typeof one === 'string') : [];
}
