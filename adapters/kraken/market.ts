// Kraken's market data: one line, the `instrument` channel for the grids, a book for each symbol, and the
// venue's checksum after each message. A sum that differs takes the book away at once.
//
// Source: Kraken API Center, websocket-v2/{book,instrument,ping}, guides/spot-ws-book-v2, mirrored 2026-08.

import {
  type Json,
  type JsonObject,
  Turn,
  type Unusable,
  backoffMs,
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
import type { EpochNs } from '../../spec/ports/index.ts';
import { unreachable } from '../../spec/proof/index.ts';
import { ZERO_PRICE, ZERO_QTY, epochNs } from '../../spec/units/index.ts';
import type {
  BookSnapshot,
  BookState,
  ListingFound,
  MarketTrade,
  VenueState,
} from '../../spec/venues/index.ts';
import { Book, type BookGrid, type BookMessage, BookReader } from './book.ts';
import type { KrakenMarketConfig } from './config.ts';
import { gridOf, listingOf, readInstruments } from './listings.ts';
import { readMarketTrade } from './trades.ts';

interface SymbolState {
  readonly symbol: VenueSymbol;
  grid: BookGrid | null;
  reader: BookReader | null;
  state: BookState;
  book: Book | null;
  /** Messages that were applied, over all subscriptions: grows. */
  updateID: number;
  receivedAt: EpochNs;
  /** `Asked`: its snapshot is awaited, or it is live. */
  subscription: 'None' | 'Asked';
  askAt: EpochNs;
  askedAt: EpochNs;
  attempt: number;
  liveSince: EpochNs;
  dirty: boolean;
}

interface Line {
  readonly channel: string;
  open: boolean;
  openedAt: EpochNs;
  heardAt: EpochNs;
  /** When it was asked whether it lives; null: nothing is asked. */
  probedAt: EpochNs | null;
}

/** A frame of market data that is larger than this is none; all pairs of the venue have half a megabyte. */
const LARGEST_FRAME = 8 * 1024 * 1024;
const OPEN_WITHIN_MS = 30_000;
/** A snapshot that takes longer is asked for again. */
const SNAPSHOT_WITHIN_MS = 10_000;
/** Live for so long: the next failure is a new one. */
const STEADY_AFTER_MS = 10_000;
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
  readonly #symbols = new Map<string, SymbolState>();
  #line: Line | null = null;
  #channels = 0;
  #requests = 0;
  #attempt = 0;
  #connectAt: EpochNs | null = null;
  #listings: readonly ListingFound[] = [];
  /** What each pair was last said to be: updates name only what has changed. */
  readonly #pairs = new Map<string, JsonObject>();
  #state: VenueState = 'Down';
  #running = false;
  #compared = 0;
  #differing = 0;
  #trades: MarketTrade[] = [];

  constructor(config: KrakenMarketConfig) {
    this.#config = config;
    this.#turn = new Turn(config.venueID);
    for (const symbol of config.symbols) {
      this.#symbols.set(symbol.venueSymbol, {
        symbol,
        grid: null,
        reader: null,
        state: 'Syncing',
        book: null,
        updateID: 0,
        receivedAt: epochNs(0n),
        subscription: 'None',
        askAt: epochNs(0n),
        askedAt: epochNs(0n),
        attempt: 0,
        liveSince: epochNs(0n),
        dirty: false,
      });
    }
  }

  counters(): MarketCounters {
    // The venue numbers no change: a missing one is found by the checksum after it.
    return { gaps: 0, compared: this.#compared, differing: this.#differing };
  }

  step(input: MarketInput): MarketOutput {
    this.#turn.begin(input.now);
    this.#trades = [];
    this.#take(input);
    const books = this.#publish();
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
        return this.#open('starting');
      case 'ChannelOpened':
        return this.#opened(input.channel);
      case 'ChannelClosed':
        return this.#closed(input.channel, input.cause);
      case 'HttpReplied':
        return; // This machine asks nothing over HTTP.
      default:
        return unreachable(input);
    }
  }

  // ---- The line ----------------------------------------------------------------------------------

  #open(cause: string): void {
    this.#channels += 1;
    const channel = `market.${this.#channels}`;
    const { now } = this.#turn;
    this.#connectAt = null;
    this.#line = { channel, open: false, openedAt: now, heardAt: now, probedAt: null };
    this.#turn.act({ type: 'OpenChannel', channel, url: this.#config.marketURL });
    this.#tell(cause);
  }

  #opened(channel: string): void {
    const line = this.#line;
    if (line === null || line.channel !== channel) return;
    line.open = true;
    line.openedAt = this.#turn.now;
    line.heardAt = this.#turn.now;
    for (const symbol of this.#symbols.values()) symbol.askAt = this.#turn.now;
    this.#say('subscribe', '{"channel":"instrument","snapshot":true}');
    if (this.#config.trades) {
      const names = JSON.stringify([...this.#symbols.keys()]);
      this.#say('subscribe', `{"channel":"trade","symbol":${names},"snapshot":false}`);
    }
    this.#tell('connected');
  }

  #closed(channel: string, cause: string): void {
    const line = this.#line;
    if (line === null || line.channel !== channel) return;
    this.#line = null;
    if (line.open && this.#turn.aged(line.openedAt, STEADY_AFTER_MS)) this.#attempt = 0;
    for (const symbol of this.#symbols.values()) {
      symbol.subscription = 'None';
      symbol.reader = null; // The next line says first what the grid is.
      this.#invalidate(symbol, `the line was lost: ${cause}`);
    }
    this.#connectAt = this.#turn.in(backoffMs(this.#config.backoff, this.#attempt));
    this.#attempt += 1;
    this.#tell(cause);
  }

  #giveUp(line: Line, cause: string): void {
    this.#turn.act({ type: 'CloseChannel', channel: line.channel, cause });
    this.#closed(line.channel, cause);
  }

  #say(method: 'subscribe' | 'unsubscribe' | 'ping', params: string | null): void {
    if (this.#line === null) return;
    this.#requests += 1;
    const body = params === null ? '' : `,"params":${params}`;
    const text = `{"method":"${method}"${body},"req_id":${this.#requests}}`;
    this.#turn.act({ type: 'SendFrame', channel: this.#line.channel, text });
  }

  #received(channel: string, frame: Uint8Array): void {
    const line = this.#line;
    if (line === null || line.channel !== channel) return;
    line.heardAt = this.#turn.now;
    line.probedAt = null;
    if (frame.byteLength > LARGEST_FRAME) return this.#unreadable(`${frame.byteLength} bytes`);
    const json = parseBytesExactly(frame);
    if (!isObject(json)) return this.#unreadable('no JSON object');
    switch (json['channel']) {
      case 'book':
        return this.#booked(json['data'], json['type'] === 'snapshot');
      case 'instrument':
        return this.#instruments(json['data'], json['type'] === 'snapshot');
      case 'trade':
        if (json['type'] === 'update') this.#traded(json['data']); // A snapshot tells what is past.
        return;
      default:
        if (json['method'] === 'subscribe' && json['success'] === false) this.#refused(json);
    }
  }

  /** It may have been a change of any symbol: none is known to be whole. */
  #unreadable(reason: string): void {
    this.#turn.remark('error', 'a frame of market data cannot be read', { reason });
    for (const symbol of this.#symbols.values()) {
      if (symbol.state === 'Live') this.#again(symbol, `an unreadable frame: ${reason}`);
    }
  }

  #refused(json: JsonObject): void {
    const text = (textOf(json, 'error') ?? '').slice(0, 200);
    const symbol = this.#symbols.get(textOf(json, 'symbol') ?? '');
    if (symbol === undefined) return this.#turn.remark('error', 'a subscription failed', { text });
    this.#exclude(symbol, { unusable: `no subscription: ${text}`, offGrid: false });
  }

  // ---- Instruments -------------------------------------------------------------------------------

  #instruments(data: Json | undefined, isSnapshot: boolean): void {
    const names = [...this.#symbols.keys()];
    const pairs = readInstruments(data, names);
    if (pairs === null) return this.#unreadable('an instrument message without pairs');
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
    for (const symbol of this.#symbols.values()) this.#regrid(symbol);
    if (!sameListings(listings.listings, this.#listings)) {
      this.#listings = listings.listings;
      const { venueID } = this.#config;
      this.#turn.notice({ type: 'ListingsFound', venueID, listings: listings.listings });
    }
    this.#subscribe();
  }

  #regrid(symbol: SymbolState): void {
    const pair = this.#pairs.get(symbol.symbol.venueSymbol);
    const grid = pair === undefined ? null : gridOf(pair);
    const before = symbol.grid;
    symbol.grid = grid;
    if (grid === null) {
      symbol.reader = null;
      return this.#invalidate(symbol, 'no grid');
    }
    const isSame =
      before?.tick === grid.tick &&
      before.lot === grid.lot &&
      before.unitsPerTick === grid.unitsPerTick &&
      before.unitsPerLot === grid.unitsPerLot;
    if (isSame && symbol.reader !== null) return;
    symbol.reader = new BookReader(grid);
    if (before !== null && !isSame) this.#again(symbol, 'its grid has changed');
  }

  // ---- Books -------------------------------------------------------------------------------------

  /** Whatever is due, in one request; the venue answers and sends a snapshot for each. */
  #subscribe(): void {
    const due: string[] = [];
    for (const symbol of this.#symbols.values()) {
      if (symbol.subscription === 'Asked' || symbol.reader === null) continue;
      if (this.#turn.now < symbol.askAt) continue;
      symbol.subscription = 'Asked';
      symbol.askedAt = this.#turn.now;
      due.push(symbol.symbol.venueSymbol);
    }
    if (due.length === 0) return;
    this.#say('subscribe', `${this.#bookParams(due)},"snapshot":true}`);
  }

  #bookParams(names: readonly string[]): string {
    return `{"channel":"book","symbol":${JSON.stringify(names)},"depth":${this.#config.depth}`;
  }

  #booked(data: Json | undefined, isSnapshot: boolean): void {
    if (!isArray(data)) return this.#unreadable('a book message without data');
    for (const item of data) {
      const symbol = isObject(item) ? this.#symbols.get(textOf(item, 'symbol') ?? '') : undefined;
      if (!isObject(item) || symbol === undefined) continue;
      if (symbol.subscription === 'None' || symbol.reader === null) continue; // It was just ended.
      symbol.receivedAt = this.#turn.now;
      const message = symbol.reader.message(item);
      if ('unusable' in message) this.#exclude(symbol, message);
      else this.#apply(symbol, message, isSnapshot);
    }
  }

  #apply(symbol: SymbolState, message: BookMessage, isSnapshot: boolean): void {
    if (symbol.grid === null) return;
    if (isSnapshot) symbol.book = new Book(symbol.grid, this.#config.depth);
    const { book } = symbol;
    if (book === null) return; // An update of the subscription before this one.
    const applied = book.apply(message);
    this.#compared += 1;
    switch (applied) {
      case 'Applied':
        symbol.updateID += 1;
        symbol.dirty = true;
        if (symbol.state === 'Live') return;
        symbol.state = 'Live';
        symbol.liveSince = this.#turn.now;
        return;
      case 'Checksum': {
        this.#differing += 1;
        const sums = `the venue's ${message.checksum}, ours ${book.checksum()}`;
        return this.#exclude(symbol, { unusable: `checksum: ${sums}`, offGrid: false });
      }
      case 'Crossed':
        return this.#exclude(symbol, { unusable: 'a crossed book', offGrid: false });
      default:
        return unreachable(applied);
    }
  }

  #traded(data: Json | undefined): void {
    if (!this.#config.trades || !isArray(data)) return;
    for (const item of data) {
      const symbol = isObject(item) ? this.#symbols.get(textOf(item, 'symbol') ?? '') : undefined;
      if (!isObject(item) || symbol === undefined) continue;
      const trade = readMarketTrade(item, this.#config.venueID, symbol.symbol);
      const { venueSymbol } = symbol.symbol;
      if (trade !== null) this.#trades.push(trade);
      else this.#turn.remark('warn', 'a trade cannot be read', { venueSymbol });
    }
  }

  /** Bad data: the book goes at once, a person is told, and it is subscribed to again. */
  #exclude(symbol: SymbolState, { unusable: reason }: Unusable): void {
    const fields = { venueSymbol: symbol.symbol.venueSymbol, reason };
    this.#turn.remark('warn', 'a book is not used', fields);
    this.#again(symbol, reason);
  }

  /** A new snapshot is asked for, later and later while it keeps failing. */
  #again(symbol: SymbolState, reason: string): void {
    if (symbol.state === 'Live' && this.#turn.aged(symbol.liveSince, STEADY_AFTER_MS)) {
      symbol.attempt = 0;
    }
    this.#invalidate(symbol, reason);
    symbol.askAt = this.#turn.in(backoffMs(this.#config.backoff, symbol.attempt));
    symbol.attempt += 1;
    if (symbol.subscription === 'None') return;
    symbol.subscription = 'None';
    this.#say('unsubscribe', `${this.#bookParams([symbol.symbol.venueSymbol])}}`);
  }

  #invalidate(symbol: SymbolState, reason: string): void {
    if (symbol.state === 'Live') {
      const fields = { venueSymbol: symbol.symbol.venueSymbol, reason };
      this.#turn.remark('info', 'a book is invalid', fields);
    }
    if (symbol.state !== 'Invalid') symbol.dirty = true;
    symbol.state = 'Invalid';
    symbol.book = null;
  }

  #publish(): BookSnapshot[] {
    const books: BookSnapshot[] = [];
    for (const symbol of this.#symbols.values()) {
      if (!symbol.dirty) continue;
      symbol.dirty = false;
      books.push(this.#snapshotOf(symbol));
    }
    return books;
  }

  #snapshotOf(symbol: SymbolState): BookSnapshot {
    const { book, grid } = symbol;
    const { publishedLevels, venueID } = this.#config;
    return {
      venueID,
      instrumentID: symbol.symbol.instrumentID,
      venueSymbol: symbol.symbol.venueSymbol,
      state: symbol.state,
      updateID: symbol.updateID,
      receivedAt: symbol.receivedAt,
      tick: grid?.tick ?? ZERO_PRICE,
      lot: grid?.lot ?? ZERO_QTY,
      bids: book?.bids(publishedLevels) ?? [],
      asks: book?.asks(publishedLevels) ?? [],
    };
  }

  // ---- Time --------------------------------------------------------------------------------------

  #ticked(): void {
    if (!this.#running) return;
    if (this.#connectAt !== null && this.#turn.now >= this.#connectAt) {
      this.#open('connecting again');
    }
    if (this.#line !== null) this.#watch(this.#line);
    if (this.#line?.open !== true) return;
    for (const symbol of this.#symbols.values()) {
      const isLate = this.#turn.aged(symbol.askedAt, SNAPSHOT_WITHIN_MS);
      if (symbol.subscription === 'Asked' && symbol.book === null && isLate) {
        this.#again(symbol, `no snapshot within ${SNAPSHOT_WITHIN_MS} ms`);
      }
    }
    this.#subscribe();
  }

  /** The venue sends a heartbeat each second in which nothing else is sent. */
  #watch(line: Line): void {
    if (!line.open) {
      if (this.#turn.aged(line.openedAt, OPEN_WITHIN_MS)) this.#giveUp(line, 'it did not open');
      return;
    }
    const { silenceMs } = this.#config;
    if (line.probedAt !== null) {
      if (this.#turn.aged(line.probedAt, silenceMs)) this.#giveUp(line, 'it is silent');
      return;
    }
    if (!this.#turn.aged(line.heardAt, silenceMs)) return;
    line.probedAt = this.#turn.now;
    this.#say('ping', null);
  }

  #tell(cause: string): void {
    const isOpen = this.#line?.open === true;
    const state: VenueState = isOpen ? 'Ready' : this.#line === null ? 'Down' : 'Connecting';
    if (state === this.#state) return;
    this.#state = state;
    this.#turn.notice({ type: 'StateChanged', venueID: this.#config.venueID, state, cause });
  }
}
