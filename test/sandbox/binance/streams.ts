// Market data streams: `/ws/<stream>` raw, `/stream?streams=a/b` combined, SUBSCRIBE and its kin.
// Source: web-socket-streams.md (binance-spot-api-docs, snapshot 2026-07-21).

import type { WebSocket } from 'ws';
import type { Exchange, ExchangeListener } from '../exchange/exchange.ts';
import type { Market } from '../exchange/market.ts';
import type { Faults } from '../exchange/faults.ts';
import {
  aggTradeEventJson,
  bookTickerEventJson,
  depthJson,
  depthUpdateJson,
  levelJson,
  tradeEventJson,
} from './frames.ts';
import { frameText, sendBounded } from '../exchange/sockets.ts';
import type { PublicTrade, Side } from '../exchange/terms.ts';

export interface MarketStreams {
  readonly listener: Pick<ExchangeListener, 'traded' | 'levelChanged' | 'settled'>;
  /** The markets exist from here on. */
  attach(exchange: Exchange): void;
  accept(socket: WebSocket, url: URL): void;
  /** Sends what has changed since the last time, at one of the two update speeds. */
  flush(speed: Speed): void;
  readonly sockets: ReadonlySet<WebSocket>;
}

export type Speed = '100ms' | '1000ms';

interface Connection {
  readonly socket: WebSocket;
  combined: boolean;
  readonly streams: Set<string>;
  second: number;
  messages: number;
}

/** Changed prices since the last difference; kept up only while somebody listens. */
interface Difference {
  first: number;
  readonly bids: Set<bigint>;
  readonly asks: Set<bigint>;
}

interface Feed {
  readonly market: Market;
  readonly name: string;
  /** Stream names, written once: every change of a level asks whether somebody listens. */
  readonly streams: {
    readonly difference: Readonly<Record<Speed, string>>;
    readonly trade: string;
    readonly aggTrade: string;
    readonly bookTicker: string;
  };
  readonly differences: Readonly<Record<Speed, Difference>>;
  top: { bid: bigint; bidQty: bigint; ask: bigint; askQty: bigint };
  aggregate: { taker: number; first: PublicTrade; last: PublicTrade; qty: bigint } | null;
  nextAggregateId: number;
  /** Update id of the last snapshot sent, by stream. */
  readonly snapshots: Map<string, number>;
}

/** Inbound messages a second (JSON, ping and pong alike) beyond which a connection is cut. */
const MAX_INBOUND_PER_SECOND = 5;
const MAX_STREAMS = 1_024;
const PARTIAL_DEPTHS = [5, 10, 20];
const SPEEDS: readonly Speed[] = ['100ms', '1000ms'];

export function createMarketStreams(now: () => number, faults: Faults): MarketStreams {
  const sockets = new Set<WebSocket>();
  const listeners = new Map<string, Set<Connection>>();
  const feeds = new Map<Market, Feed>();
  const bySymbol = new Map<string, Feed>();

  const publish = (stream: string, data: string): void => {
    const to = listeners.get(stream);
    if (to === undefined) return;
    const wrapped = `{"stream":"${stream}","data":${data}}`;
    for (const connection of to)
      sendBounded(connection.socket, connection.combined ? wrapped : data);
  };
  const heard = (stream: string): boolean => listeners.has(stream);
  const subscribe = (connection: Connection, stream: string): void => {
    if (connection.streams.size >= MAX_STREAMS || connection.streams.has(stream)) return;
    connection.streams.add(stream);
    const found = listeners.get(stream);
    if (found !== undefined) return void found.add(connection);
    listeners.set(stream, new Set([connection]));
    for (const feed of feeds.values()) restart(feed, stream);
  };
  const unsubscribe = (connection: Connection, stream: string): void => {
    connection.streams.delete(stream);
    const found = listeners.get(stream);
    found?.delete(connection);
    if (found?.size === 0) listeners.delete(stream);
  };

  const flushDifference = (feed: Feed, speed: Speed): void => {
    const difference = feed.differences[speed];
    if (difference.bids.size === 0 && difference.asks.size === 0) return;
    const { market } = feed;
    const gap = faults.any() && faults.take('depthGap', { symbol: market.rules.symbol }) !== null;
    if (!gap) {
      const data = depthUpdateJson({
        symbol: market.rules.symbol,
        time: now(),
        first: difference.first,
        last: market.lastUpdateId,
        bids: [...difference.bids]
          .map((price) => levelJson(price, market.bids.quantityAt(price)))
          .join(','),
        asks: [...difference.asks]
          .map((price) => levelJson(price, market.asks.quantityAt(price)))
          .join(','),
      });
      publish(feed.streams.difference[speed], data);
    }
    clear(difference, market);
  };
  const flushSnapshots = (feed: Feed, speed: Speed): void => {
    for (const levels of PARTIAL_DEPTHS) {
      const stream = `${feed.name}@depth${levels}${speed === '100ms' ? '@100ms' : ''}`;
      if (!heard(stream) || feed.snapshots.get(stream) === feed.market.lastUpdateId) continue;
      feed.snapshots.set(stream, feed.market.lastUpdateId);
      publish(stream, depthJson(feed.market, levels));
    }
  };
  const flushAggregate = (feed: Feed): void => {
    const aggregate = feed.aggregate;
    if (aggregate === null) return;
    feed.aggregate = null;
    const id = feed.nextAggregateId;
    feed.nextAggregateId += 1;
    const { first, last, qty } = aggregate;
    const stream = feed.streams.aggTrade;
    if (heard(stream)) publish(stream, aggTradeEventJson({ id, first, last, qty, time: now() }));
  };

  return {
    sockets,
    attach: (exchange) => {
      for (const market of exchange.markets.values()) {
        const feed = newFeed(market);
        feeds.set(market, feed);
        bySymbol.set(market.rules.symbol, feed);
      }
    },
    listener: {
      levelChanged: (market, side, price) => {
        const feed = feeds.get(market);
        if (feed === undefined) return;
        const { difference } = feed.streams;
        if (heard(difference['100ms'])) note(feed.differences['100ms'], side, price);
        if (heard(difference['1000ms'])) note(feed.differences['1000ms'], side, price);
      },
      traded: (trade, taker) => {
        const feed = bySymbol.get(trade.symbol);
        if (feed === undefined) return;
        const stream = feed.streams.trade;
        if (heard(stream)) publish(stream, tradeEventJson(trade, now()));
        aggregateTrade(feed, trade, taker, flushAggregate);
      },
      settled: (market) => {
        const feed = feeds.get(market);
        if (feed === undefined) return;
        flushAggregate(feed);
        const stream = feed.streams.bookTicker;
        if (topMoved(feed) && heard(stream)) publish(stream, bookTickerEventJson(market));
      },
    },
    accept: (socket, url) => {
      const connection: Connection = {
        socket,
        combined: url.pathname.startsWith('/stream'),
        streams: new Set(),
        second: 0,
        messages: 0,
      };
      sockets.add(socket);
      for (const stream of streamsOf(url)) subscribe(connection, stream);
      const inbound = (): boolean => withinRate(connection, now());
      socket.on('ping', inbound);
      socket.on('pong', inbound);
      socket.on('message', (data) => {
        if (!inbound()) return;
        sendBounded(socket, reply(connection, frameText(data), { subscribe, unsubscribe }));
      });
      socket.on('close', () => {
        sockets.delete(socket);
        for (const stream of [...connection.streams]) unsubscribe(connection, stream);
      });
    },
    flush: (speed) => {
      for (const feed of feeds.values()) {
        flushDifference(feed, speed);
        flushSnapshots(feed, speed);
      }
    },
  };
}

function newFeed(market: Market): Feed {
  const difference = (): Difference => ({
    first: market.lastUpdateId + 1,
    bids: new Set(),
    asks: new Set(),
  });
  const name = market.rules.symbol.toLowerCase();
  return {
    market,
    name,
    streams: {
      difference: { '100ms': `${name}@depth@100ms`, '1000ms': `${name}@depth` },
      trade: `${name}@trade`,
      aggTrade: `${name}@aggTrade`,
      bookTicker: `${name}@bookTicker`,
    },
    differences: { '100ms': difference(), '1000ms': difference() },
    top: { bid: 0n, bidQty: 0n, ask: 0n, askQty: 0n },
    aggregate: null,
    nextAggregateId: 1,
    snapshots: new Map(),
  };
}

// Nobody listened until now, so the next difference begins here.
function restart(feed: Feed, stream: string): void {
  for (const speed of SPEEDS) {
    if (stream === feed.streams.difference[speed]) clear(feed.differences[speed], feed.market);
  }
  feed.snapshots.delete(stream);
}

function clear(difference: Difference, market: Market): void {
  difference.bids.clear();
  difference.asks.clear();
  difference.first = market.lastUpdateId + 1;
}

function note(difference: Difference, side: Side, price: bigint): void {
  (side === 'BUY' ? difference.bids : difference.asks).add(price);
}

function topMoved(feed: Feed): boolean {
  const bid = feed.market.bids.best();
  const ask = feed.market.asks.best();
  const { top } = feed;
  const same =
    top.bid === (bid?.price ?? 0n) &&
    top.bidQty === (bid?.quantity ?? 0n) &&
    top.ask === (ask?.price ?? 0n) &&
    top.askQty === (ask?.quantity ?? 0n);
  if (same) return false;
  feed.top = {
    bid: bid?.price ?? 0n,
    bidQty: bid?.quantity ?? 0n,
    ask: ask?.price ?? 0n,
    askQty: ask?.quantity ?? 0n,
  };
  return true;
}

// Trades of one taker at one price are one aggregate.
function aggregateTrade(
  feed: Feed,
  trade: PublicTrade,
  taker: number,
  flushAggregate: (feed: Feed) => void,
): void {
  const open = feed.aggregate;
  if (open !== null && open.taker === taker && open.first.price === trade.price) {
    open.last = trade;
    open.qty += trade.qty;
    return;
  }
  flushAggregate(feed);
  feed.aggregate = { taker, first: trade, last: trade, qty: trade.qty };
}

function streamsOf(url: URL): readonly string[] {
  const named = url.pathname.startsWith('/stream')
    ? (url.searchParams.get('streams') ?? '')
    : url.pathname.replace(/^\/ws\/?/, '');
  return named.split('/').filter((name) => name !== '');
}

function withinRate(connection: Connection, time: number): boolean {
  const second = Math.floor(time / 1_000);
  if (second !== connection.second) {
    connection.second = second;
    connection.messages = 0;
  }
  connection.messages += 1;
  if (connection.messages <= MAX_INBOUND_PER_SECOND) return true;
  connection.socket.terminate();
  return false;
}

type Change = (connection: Connection, stream: string) => void;

// The answer to a control message; `result: null` is success.
function reply(
  connection: Connection,
  frame: string,
  change: { readonly subscribe: Change; readonly unsubscribe: Change },
): string {
  const request = readControl(frame);
  if (request === null) return '{"code":3,"msg":"Invalid JSON: expected value at line 1 column 1"}';
  const { id, method, params } = request;
  switch (method) {
    case 'SUBSCRIBE':
      for (const stream of params) change.subscribe(connection, String(stream));
      return `{"result":null,"id":${id}}`;
    case 'UNSUBSCRIBE':
      for (const stream of params) change.unsubscribe(connection, String(stream));
      return `{"result":null,"id":${id}}`;
    case 'LIST_SUBSCRIPTIONS':
      return `{"result":${JSON.stringify([...connection.streams])},"id":${id}}`;
    case 'GET_PROPERTY':
      return `{"result":${connection.combined},"id":${id}}`;
    case 'SET_PROPERTY': {
      const [property, value] = params;
      if (property !== 'combined') return `{"code":0,"msg":"Unknown property","id":${id}}`;
      if (typeof value !== 'boolean')
        return '{"code":1,"msg":"Invalid value type: expected Boolean"}';
      connection.combined = value;
      return `{"result":null,"id":${id}}`;
    }
    default:
      return '{"code":2,"msg":"Invalid request: unknown variant, expected one of `SUBSCRIBE`, `UNSUBSCRIBE`, `LIST_SUBSCRIPTIONS`, `SET_PROPERTY`, `GET_PROPERTY`"}';
  }
}

function readControl(
  frame: string,
): { readonly id: string; readonly method: string; readonly params: readonly unknown[] } | null {
  try {
    const parsed: unknown = JSON.parse(frame);
    if (typeof parsed !== 'object' || parsed === null || !('method' in parsed)) return null;
    const id = 'id' in parsed ? JSON.stringify(parsed.id) : 'null';
    const params = 'params' in parsed && Array.isArray(parsed.params) ? parsed.params : [];
    return { id, method: String(parsed.method), params };
  } catch {
    return null; // The reply says so.
  }
}
