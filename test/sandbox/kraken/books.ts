// The `book` channel: a snapshot, then what has changed since the last message, each with the checksum of
// the ten best of each side. Levels that better ones push out of the depth are never deleted.
// Source: Kraken API Center, websocket-v2/book, guides/spot-ws-book-v2.

import type { Faults } from '../exchange/faults.ts';
import type { BookSide } from '../exchange/book.ts';
import type { Market } from '../exchange/market.ts';
import { checksumOf, levelJson, timestamp } from './frames.ts';

export const DEPTHS = [10, 25, 100, 500, 1_000];

/** One subscriber's view of one book. */
export interface BookFeed {
  readonly market: Market;
  readonly depth: number;
  send(frame: string): void;
  bids: Map<bigint, bigint>;
  asks: Map<bigint, bigint>;
}

export function openFeed(market: Market, depth: number, send: (frame: string) => void): BookFeed {
  return { market, depth, send, bids: new Map(), asks: new Map() };
}

export function sendSnapshot(feed: BookFeed): void {
  const { market } = feed;
  feed.bids = top(market.bids, feed.depth);
  feed.asks = top(market.asks, feed.depth);
  const json = `${sidesJson(all(feed.bids), all(feed.asks))},"checksum":${checksumOf(market)}`;
  feed.send(
    `{"channel":"book","type":"snapshot","data":[{"symbol":"${market.rules.symbol}",${json}}]}`,
  );
}

/** Sends what has changed, if anything has. */
export function sendUpdate(feed: BookFeed, faults: Faults, now: number): void {
  const { market, depth } = feed;
  const bids = top(market.bids, depth);
  const asks = top(market.asks, depth);
  const changes = {
    bids: changed(feed.bids, bids, market.bids),
    asks: changed(feed.asks, asks, market.asks),
  };
  if (changes.bids.length === 0 && changes.asks.length === 0) return;
  feed.bids = bids;
  feed.asks = asks;
  const { symbol } = market.rules;
  if (faults.any() && faults.take('depthGap', { symbol }) !== null) return;
  const isWrong = faults.any() && faults.take('checksum', { symbol }) !== null;
  const checksum = (checksumOf(market) ^ (isWrong ? 1 : 0)) >>> 0;
  feed.send(
    `{"channel":"book","type":"update","data":[{"symbol":"${symbol}",` +
      `${sidesJson(changes.bids, changes.asks)},"checksum":${checksum},"timestamp":"${timestamp(now)}"}]}`,
  );
}

function top(side: BookSide, depth: number): Map<bigint, bigint> {
  return new Map([...side.fromBest(depth)].map(({ price, quantity }) => [price, quantity]));
}

function all(levels: ReadonlyMap<bigint, bigint>): string[] {
  return [...levels].map(([price, quantity]) => levelJson(price, quantity));
}

function changed(
  before: ReadonlyMap<bigint, bigint>,
  after: ReadonlyMap<bigint, bigint>,
  side: BookSide,
): string[] {
  const changes: string[] = [];
  for (const price of before.keys()) {
    if (side.quantityAt(price) === 0n) changes.push(levelJson(price, 0n));
  }
  for (const [price, quantity] of after) {
    if (before.get(price) !== quantity) changes.push(levelJson(price, quantity));
  }
  return changes;
}

function sidesJson(bids: readonly string[], asks: readonly string[]): string {
  return `"bids":[${bids.join(',')}],"asks":[${asks.join(',')}]`;
}
