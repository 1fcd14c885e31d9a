// Kraken's market data: one line, the `instrument` channel for the grids, a book for each symbol, and the
// venue's checksum after each message. A sum that differs takes the book away at once.
//
// Source: Kraken API Center, websocket-v2/{book,instrument,ping}, guides/spot-ws-book-v2, mirrored 2026-08.

import {
  type Json,
  type JsonObject,
  MarketLines,
  Turn,
  checkedListings,
  isArray,
  isObject,
  parseBytesExactly,
  sameListings,
  textOf,
} from '../connection/index.ts';
import type {
  MarketCounters,
  MarketInput,
  MarketOutput,
  VenueMarket,
  VenueSymbol,
} from '../port/index.ts';
import { unreachable } from '../../spec/proof/index.ts';
import type { ListingFound, MarketTrade } from '../../spec/venues/index.ts';
import { Books } from './books.ts';
import type { KrakenMarketConfig } from './config.ts';
import { listingOf, readInstruments } from './listings.ts';
import { readMarketTrade } from './trades.ts';

/** A frame of market data that is larger than this is none; all pairs of the venue have half a megabyte. */
const LARGEST_FRAME = 8 * 1024 * 1024;
const SYMBOLS_MOST = 500;

/** Throws RangeError where there are none or too many symbols. */
export function createKrakenMarket(config: KrakenMarketConfig): VenueMarket {
  const { length } = config.symbols;
  if (length === 0 || length > SYMBOLS_MOST) {
    throw new RangeError(`symbols of one venue: found ${length}, expected 1 to ${SYMBOLS_MOST}`);
  }
  const machine = new MarketMachine(config);
  return { step: (input) => machine.step(input), counters: () => machine.counters() };
}

/** Mutable and hot: one per venue, in a worker. All that it does is in the output of `step`. */
class MarketMachine {
  readonly #config: KrakenMarketConfig;
  readonly #turn: Turn;
  readonly #lines: MarketLines;
  readonly #books: Books;
  readonly #symbols: ReadonlyMap<string, VenueSymbol>;
  #requests = 0;
  #listings: readonly ListingFound[] = [];
  /** What each pair was last said to be: updates name only what has changed. */
  readonly #pairs = new Map<string, JsonObject>();
  #running = false;
  #trades: MarketTrade[] = [];

  constructor(config: KrakenMarketConfig) {
    const turn = new Turn(config.venueID);
    this.#config = config;
    this.#turn = turn;
    this.#symbols = new Map(config.symbols.map((symbol) => [symbol.venueSymbol, symbol]));
    this.#books = new Books({
      config,
      turn,
      say: (method, params) => this.#say(method, params),
    });
    this.#lines = new MarketLines({
      turn,
      url: config.marketURL,
      backoff: config.backoff,
      silenceMs: config.silenceMs, // It sends a heartbeat each second in which nothing else is sent.
      renewAfterMs: null,
      opened: () => this.#opened(),
      lost: (cause) => this.#books.lost(cause),
      probe: () => this.#say('ping', null),
      blockedMs: () => 0,
    });
  }

  counters(): MarketCounters {
    // The venue numbers no change: a missing one is found by the checksum after it.
    return { gaps: 0, ...this.#books.counts };
  }

  step(input: MarketInput): MarketOutput {
    this.#turn.begin(input.now);
    this.#trades = [];
    this.#take(input);
    const books = this.#books.changed();
    const { actions, notices } = this.#turn.output();
    return { actions, books, trades: this.#trades, notices };
  }

  #take(input: MarketInput): void {
    switch (input.type) {
      case 'FrameReceived':
        return this.#received(input.channel, input.frame);
      case 'ClockTicked':
        return this.#ticked();
      case 'Started':
        if (this.#running) return;
        this.#running = true;
        return this.#lines.start();
      case 'ChannelOpened':
        return this.#lines.opened(input.channel);
      case 'ChannelClosed':
        return this.#lines.closed(input.channel, input.cause);
      case 'HttpReplied':
        return; // This machine asks nothing over HTTP.
      default:
        return unreachable(input);
    }
  }

  // ---- The line ----------------------------------------------------------------------------------

  #opened(): void {
    this.#books.opened();
    this.#say('subscribe', '{"channel":"instrument","snapshot":true}');
    if (this.#config.trades) {
      const names = JSON.stringify([...this.#symbols.keys()]);
      this.#say('subscribe', `{"channel":"trade","symbol":${names},"snapshot":false}`);
    }
  }

  #say(method: 'subscribe' | 'unsubscribe' | 'ping', params: string | null): void {
    const channel = this.#lines.newest;
    if (channel === null) return;
    this.#requests += 1;
    const body = params === null ? '' : `,"params":${params}`;
    const text = `{"method":"${method}"${body},"req_id":${this.#requests}}`;
    this.#turn.act({ type: 'SendFrame', channel, text });
  }

  #received(channel: string, frame: Uint8Array): void {
    if (!this.#lines.heard(channel)) return;
    if (frame.byteLength > LARGEST_FRAME)
      return this.#books.unreadable(`${frame.byteLength} bytes`);
    const json = parseBytesExactly(frame);
    if (!isObject(json)) return this.#books.unreadable('no JSON object');
    switch (json['channel']) {
      case 'book':
        return this.#books.told(json['data'], json['type'] === 'snapshot');
      case 'instrument':
        return this.#instruments(json['data'], json['type'] === 'snapshot');
      case 'trade':
        if (json['type'] === 'update') this.#traded(json['data']); // A snapshot tells what is past.
        return;
      default:
        if (json['method'] === 'subscribe' && json['success'] === false) this.#books.refused(json);
    }
  }

  // ---- Instruments -------------------------------------------------------------------------------

  #instruments(data: Json | undefined, isSnapshot: boolean): void {
    const names = [...this.#symbols.keys()];
    const pairs = readInstruments(data, names);
    if (pairs === null) return this.#books.unreadable('an instrument message without pairs');
    if (!isSnapshot && pairs.size === 0) return; // Of other pairs.
    for (const [name, pair] of pairs) {
      this.#pairs.set(name, isSnapshot ? pair : { ...this.#pairs.get(name), ...pair });
    }
    if (isSnapshot) {
      for (const name of names) if (!pairs.has(name)) this.#pairs.delete(name);
    }
    const listings = checkedListings(
      names,
      new Map([...this.#pairs].map(([name, pair]) => [name, listingOf(name, pair)])),
    );
    for (const { venueSymbol, fault } of listings.faults) {
      this.#turn.remark('error', 'a configured symbol cannot be traded', { venueSymbol, fault });
    }
    this.#books.regrid(this.#pairs);
    if (!sameListings(listings.listings, this.#listings)) {
      this.#listings = listings.listings;
      const { venueID } = this.#config;
      this.#turn.notice({ type: 'ListingsFound', venueID, listings: listings.listings });
    }
    this.#books.subscribe();
  }

  #traded(data: Json | undefined): void {
    if (!this.#config.trades || !isArray(data)) return;
    for (const item of data) {
      const symbol = isObject(item) ? this.#symbols.get(textOf(item, 'symbol') ?? '') : undefined;
      if (!isObject(item) || symbol === undefined) continue;
      const trade = readMarketTrade(item, this.#config.venueID, symbol);
      const { venueSymbol } = symbol;
      if (trade !== null) this.#trades.push(trade);
      else this.#turn.remark('warn', 'a trade cannot be read', { venueSymbol });
    }
  }

  #ticked(): void {
    if (!this.#running) return;
    this.#lines.ticked();
    if (this.#lines.isOpen) this.#books.ticked();
  }
}
