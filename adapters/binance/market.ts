// Binance's market data: one combined stream, a snapshot joined for each symbol, and a book that is
// Live only while nothing is missing in it.
//
// Source: binance-spot-api-docs, web-socket-streams.md and rest-api.md (depth), snapshot 2026-07-21.

import {
  type Grid,
  type JsonObject,
  RateBudget,
  backoffMs,
  isObject,
  parseBytes,
  parseText,
  sameListings,
  textOf,
} from '../connection/index.ts';
import type {
  HttpOutcome,
  MachineAction,
  MarketCounters,
  MarketInput,
  MarketOutput,
  VenueMarket,
  VenueSymbol,
} from '../port/index.ts';
import type { EpochNs } from '../../spec/ports/index.ts';
import { unreachable } from '../../spec/proof/index.ts';
import { ZERO_PRICE, ZERO_QTY, epochMs, epochNs } from '../../spec/units/index.ts';
import type {
  BookSnapshot,
  BookState,
  ListingFound,
  MarketTrade,
  VenueNotice,
  VenueState,
} from '../../spec/venues/index.ts';
import { Book, type BookTop, type DepthChange, DepthReader } from './book.ts';
import type { BinanceMarketConfig } from './config.ts';
import { backOffMs, retryAfterMs } from './errors.ts';
import { readListings } from './listings.ts';
import { readMarketTrade } from './trades.ts';
import { type RateLimitView, readRateLimits } from './wire.ts';

interface SymbolState {
  readonly symbol: VenueSymbol;
  grid: Grid | null;
  reader: DepthReader | null;
  state: BookState;
  book: Book | null;
  /** Changes since the stream began, until a snapshot is joined. */
  readonly buffer: DepthChange[];
  /** Tops that are ahead of the book. */
  readonly tops: BookTop[];
  receivedAt: EpochNs;
  /** The request on its way; null: none. */
  asking: string | null;
  askAt: EpochNs;
  attempt: number;
  liveSince: EpochNs;
  dirty: boolean;
}

interface Stream {
  readonly channel: string;
  /** Counts up: which of two is the newer. */
  readonly ordinal: number;
  open: boolean;
  openedAt: EpochNs;
  heardAt: EpochNs;
  /** When it was asked whether it lives; null: nothing is asked. */
  probedAt: EpochNs | null;
}

/** The venue takes so many on a line. */
const STREAMS_MOST = 1_024;
const BOOK_STREAMS = ['depth@100ms', 'bookTicker'] as const;
const TRADE_STREAM = 'aggTrade';
/** A frame of market data that is larger than this is none. */
const LARGEST_FRAME = 8 * 1024 * 1024;
/** Changes that wait for a snapshot; ten a second, so this is more than a minute. */
const BUFFER_MOST = 1_000;
const TOPS_MOST = 256;
/** Snapshots on their way at once. */
const SNAPSHOTS_MOST = 4;
const HTTP_TIMEOUT_MS = 10_000;
/** The venue closes a line after 24 h: the next one is opened before. */
const RENEW_AFTER_MS = 84_600_000; // 23.5 h
/** Both lines are read for so long, then the older one is closed. */
const OVERLAP_MS = 3_000;
/** A stream that opens must open within this. */
const OPEN_WITHIN_MS = 30_000;
/** Live for so long: the next failure is a new one. */
const STEADY_AFTER_MS = 10_000;
const LISTINGS_EVERY_MS = 300_000;
/** The share of a minute's weight that snapshots may use: orders need the rest. */
const SNAPSHOT_SHARE = 0.5;
const WEIGHT = 'REQUEST_WEIGHT';
const MINUTE_MS = 60_000;

/** Throws RangeError where the symbols do not fit on one line. */
export function createBinanceMarket(config: BinanceMarketConfig): VenueMarket {
  const most = Math.floor(STREAMS_MOST / streamsOf(config).length);
  if (config.symbols.length === 0 || config.symbols.length > most) {
    throw new RangeError(
      `symbols of one venue: found ${config.symbols.length}, expected 1 to ${most}`,
    );
  }
  const machine = new MarketMachine(config);
  return { step: (input) => machine.step(input), counters: () => machine.counters() };
}

/** Of each symbol. */
function streamsOf({ trades }: BinanceMarketConfig): readonly string[] {
  return trades ? [...BOOK_STREAMS, TRADE_STREAM] : BOOK_STREAMS;
}

/** Mutable and hot: one per venue, in a worker. All that it does is in the output of `step`. */
class MarketMachine {
  readonly #config: BinanceMarketConfig;
  readonly #symbols = new Map<string, SymbolState>();
  readonly #streams = new Map<string, Stream>();
  readonly #budget: RateBudget;
  /** As configured until the venue has said it. */
  #weightPerMinute: number;
  #heldBack = false;
  #channels = 0;
  #requests = 0;
  #attempt = 0;
  #connectAt: EpochNs | null = null;
  #listings: readonly ListingFound[] = [];
  #listingsAsked: string | null = null;
  #listingsAt: EpochNs = epochNs(0n);
  #listingsAttempt = 0;
  #listingsWhole = false;
  #state: VenueState = 'Down';
  #running = false;
  #now: EpochNs = epochNs(0n);
  #compared = 0;
  #differing = 0;
  #gaps = 0;
  #actions: MachineAction[] = [];
  #trades: MarketTrade[] = [];
  #notices: VenueNotice[] = [];

  constructor(config: BinanceMarketConfig) {
    this.#config = config;
    this.#weightPerMinute = config.requestWeightPerMinute;
    this.#budget = new RateBudget([
      { kind: WEIGHT, windowMs: MINUTE_MS, limit: config.requestWeightPerMinute },
    ]);
    for (const symbol of config.symbols) {
      this.#symbols.set(symbol.venueSymbol, {
        symbol,
        grid: null,
        reader: null,
        state: 'Syncing',
        book: null,
        buffer: [],
        tops: [],
        receivedAt: epochNs(0n),
        asking: null,
        askAt: epochNs(0n),
        attempt: 0,
        liveSince: epochNs(0n),
        dirty: false,
      });
    }
  }

  counters(): MarketCounters {
    return { gaps: this.#gaps, compared: this.#compared, differing: this.#differing };
  }

  step(input: MarketInput): MarketOutput {
    this.#actions = [];
    this.#trades = [];
    this.#notices = [];
    this.#now = input.now;
    this.#take(input);
    const books = this.#publish();
    return { actions: this.#actions, books, trades: this.#trades, notices: this.#notices };
  }

  #take(input: MarketInput): void {
    switch (input.type) {
      case 'FrameReceived':
        return this.#received(input.channel, input.frame);
      case 'ClockTicked':
        return this.#ticked();
      case 'HttpReplied':
        return this.#replied(input.requestID, input.outcome);
      case 'Started':
        if (this.#running) return;
        this.#running = true;
        this.#listingsAt = this.#now;
        this.#open('starting');
        return this.#askListings();
      case 'ChannelOpened':
        return this.#opened(input.channel);
      case 'ChannelClosed':
        return this.#closed(input.channel, input.cause);
      default:
        return unreachable(input);
    }
  }

  // ---- The stream --------------------------------------------------------------------------------

  #open(cause: string): void {
    this.#channels += 1;
    const channel = `market.${this.#channels}`;
    this.#connectAt = null;
    const now = this.#now;
    this.#streams.set(channel, {
      channel,
      ordinal: this.#channels,
      open: false,
      openedAt: now,
      heardAt: now,
      probedAt: null,
    });
    this.#actions.push({ type: 'OpenChannel', channel, url: this.#streamURL() });
    this.#tell(cause);
  }

  #streamURL(): string {
    const names = this.#config.symbols.flatMap(({ venueSymbol }) => {
      const symbol = encodeURIComponent(venueSymbol.toLowerCase());
      return streamsOf(this.#config).map((stream) => `${symbol}@${stream}`);
    });
    return `${this.#config.streamURL}/stream?streams=${names.join('/')}`;
  }

  /** What came before this line is not known to be whole, unless another line was read all the while. */
  #opened(channel: string): void {
    const stream = this.#streams.get(channel);
    if (stream === undefined) return;
    stream.open = true;
    stream.openedAt = this.#now;
    stream.heardAt = this.#now;
    if (this.#openStreams() === 1) {
      for (const symbol of this.#symbols.values()) this.#restart(symbol);
    }
    this.#tell('connected');
    this.#askSnapshots();
  }

  #closed(channel: string, cause: string): void {
    const stream = this.#streams.get(channel);
    if (stream === undefined) return;
    this.#streams.delete(channel);
    if (!this.#running) return;
    if (stream.open && this.#aged(stream.openedAt, STEADY_AFTER_MS)) this.#attempt = 0;
    if (this.#openStreams() === 0) {
      for (const symbol of this.#symbols.values())
        this.#invalidate(symbol, `the line was lost: ${cause}`, false);
    }
    if (this.#streams.size === 0) {
      this.#connectAt = this.#in(
        Math.max(backoffMs(this.#config.backoff, this.#attempt), this.#blockedMs()),
      );
      this.#attempt += 1;
    }
    this.#tell(cause);
  }

  #giveUp(stream: Stream, cause: string): void {
    this.#actions.push({ type: 'CloseChannel', channel: stream.channel, cause });
    this.#closed(stream.channel, cause);
  }

  #openStreams(): number {
    let open = 0;
    for (const stream of this.#streams.values()) if (stream.open) open += 1;
    return open;
  }

  #received(channel: string, frame: Uint8Array): void {
    const stream = this.#streams.get(channel);
    if (stream === undefined) return;
    stream.heardAt = this.#now;
    stream.probedAt = null;
    if (frame.byteLength > LARGEST_FRAME) return this.#unreadable(`${frame.byteLength} bytes`);
    const json = parseBytes(frame);
    if (!isObject(json)) return this.#unreadable('no JSON object');
    const data = isObject(json['data']) ? json['data'] : json;
    const event = textOf(data, 'e');
    if (event === 'serverShutdown') return this.#openNext();
    const venueSymbol = textOf(data, 's');
    const symbol = venueSymbol === null ? undefined : this.#symbols.get(venueSymbol);
    if (symbol === undefined) return; // The answer to a probe, or what nobody asked for.
    if (event === 'depthUpdate') return this.#changed(symbol, data);
    if (event === 'aggTrade' || event === 'trade') return this.#traded(symbol, data);
    const name = textOf(json, 'stream') ?? '';
    if (event === 'bookTicker' || name.endsWith('@bookTicker')) return this.#topped(symbol, data);
  }

  /** It may have been a change of any symbol: none is known to be whole. */
  #unreadable(reason: string): void {
    this.#remark('error', 'a frame of market data cannot be read', { reason });
    for (const symbol of this.#symbols.values()) {
      if (symbol.state === 'Live') this.#invalidate(symbol, `an unreadable frame: ${reason}`, true);
    }
  }

  #openNext(): void {
    if (this.#connectAt !== null) return;
    for (const stream of this.#streams.values()) if (!stream.open) return;
    if (this.#streams.size < 2) this.#open('renewing the line');
  }

  // ---- Books -------------------------------------------------------------------------------------

  #changed(symbol: SymbolState, data: JsonObject): void {
    symbol.receivedAt = this.#now;
    if (symbol.reader === null) return; // Its grid is not known yet; the snapshot comes after it.
    const change = symbol.reader.change(data);
    if ('unusable' in change) return this.#exclude(symbol, change.unusable, change.offGrid);
    if (symbol.book === null || symbol.state !== 'Live') {
      symbol.buffer.push(change);
      if (symbol.buffer.length > BUFFER_MOST) symbol.buffer.shift();
      return;
    }
    this.#apply(symbol, symbol.book, change);
  }

  /** False: the book is one no more. */
  #apply(symbol: SymbolState, book: Book, change: DepthChange): boolean {
    const before = book.updateID;
    const applied = book.apply(change);
    switch (applied) {
      case 'Old':
        return true;
      case 'Applied':
        symbol.dirty = true;
        return this.#compareTops(symbol, book);
      case 'Gap':
        this.#gaps += 1;
        this.#invalidate(symbol, `a gap: had ${before}, got ${change.firstUpdateID}`, true);
        return false;
      case 'Crossed':
        this.#exclude(symbol, 'a crossed book', false);
        return false;
      default:
        return unreachable(applied);
    }
  }

  #topped(symbol: SymbolState, data: JsonObject): void {
    if (symbol.reader === null) return;
    const top = symbol.reader.top(data);
    if ('unusable' in top) return this.#exclude(symbol, top.unusable, top.offGrid);
    symbol.tops.push(top);
    if (symbol.tops.length > TOPS_MOST) symbol.tops.shift();
    if (symbol.state === 'Live' && symbol.book !== null) this.#compareTops(symbol, symbol.book);
  }

  #traded({ symbol }: SymbolState, data: JsonObject): void {
    if (!this.#config.trades) return;
    const trade = readMarketTrade(data, this.#config.venueID, symbol);
    if (trade !== null) this.#trades.push(trade);
    else this.#remark('warn', 'a trade cannot be read', { venueSymbol: symbol.venueSymbol });
  }

  /** An independent word on the top of the book, where both speak of the same update. False: differing. */
  #compareTops(symbol: SymbolState, book: Book): boolean {
    while (symbol.tops.length > 0) {
      const top = symbol.tops[0];
      if (top === undefined || top.updateID > book.updateID) return true;
      symbol.tops.shift();
      if (top.updateID < book.updateID) continue;
      this.#compared += 1;
      if (book.agrees(top)) continue;
      this.#differing += 1;
      this.#exclude(symbol, `a top that bookTicker contradicts at update ${top.updateID}`, false);
      return false;
    }
    return true;
  }

  /** Bad data: the book goes, a person is told, and a new snapshot is asked for. */
  #exclude(symbol: SymbolState, reason: string, offGrid: boolean): void {
    const fields = { venueSymbol: symbol.symbol.venueSymbol, reason };
    this.#remark('warn', 'a book is not used', fields);
    this.#invalidate(symbol, reason, true);
    if (offGrid) this.#listingsAt = this.#now; // Its tick or lot may have changed.
  }

  /** At once not for trading. `again`: a snapshot is asked for, later and later while it keeps failing. */
  #invalidate(symbol: SymbolState, reason: string, again: boolean): void {
    if (symbol.state === 'Live') {
      this.#remark('info', 'a book is invalid', { venueSymbol: symbol.symbol.venueSymbol, reason });
      if (this.#aged(symbol.liveSince, STEADY_AFTER_MS)) symbol.attempt = 0;
    }
    if (symbol.state !== 'Invalid') symbol.dirty = true;
    symbol.state = 'Invalid';
    symbol.book = null;
    symbol.buffer.length = 0;
    symbol.tops.length = 0;
    symbol.asking = null; // A snapshot on its way may be older than what was missed.
    if (!again) return;
    symbol.askAt = this.#in(backoffMs(this.#config.backoff, symbol.attempt));
    symbol.attempt += 1;
  }

  #restart(symbol: SymbolState): void {
    symbol.book = null;
    symbol.buffer.length = 0;
    symbol.tops.length = 0;
    symbol.asking = null;
    symbol.askAt = this.#now;
  }

  #askSnapshots(): void {
    if (this.#openStreams() === 0) return;
    let asking = 0;
    for (const symbol of this.#symbols.values()) if (symbol.asking !== null) asking += 1;
    for (const symbol of this.#symbols.values()) {
      if (asking >= SNAPSHOTS_MOST) return;
      if (symbol.state === 'Live' || symbol.asking !== null || symbol.reader === null) continue;
      if (this.#now < symbol.askAt) continue;
      const weight = this.#config.depthLimit === 1000 ? 50 : 250;
      if (!this.#budget.fits(WEIGHT, weight, SNAPSHOT_SHARE, this.#ms())) return this.#holdBack();
      this.#heldBack = false;
      const query = `symbol=${encodeURIComponent(symbol.symbol.venueSymbol)}&limit=${this.#config.depthLimit}`;
      symbol.asking = this.#get('depth', query, weight);
      asking += 1;
    }
  }

  /** Said once each time: until the venue's minute is over there is no market in what is not Live. */
  #holdBack(): void {
    if (this.#heldBack) return;
    this.#heldBack = true;
    this.#remark('warn', 'snapshots wait: the rest of the request weight is kept for orders', {
      weightPerMinute: this.#weightPerMinute,
    });
  }

  #snapshotReplied(symbol: SymbolState, outcome: HttpOutcome): void {
    symbol.asking = null;
    const body = this.#bodyOf(outcome);
    if (body === null || symbol.reader === null) return this.#snapshotLater(symbol, 'no snapshot');
    const snapshot = symbol.reader.snapshot(parseText(body));
    if ('unusable' in snapshot) return this.#exclude(symbol, snapshot.unusable, snapshot.offGrid);
    const first = symbol.buffer.find((change) => change.lastUpdateID > snapshot.lastUpdateID);
    if (first !== undefined && first.firstUpdateID > snapshot.lastUpdateID + 1) {
      return this.#snapshotLater(symbol, 'a snapshot older than the stream'); // The buffer is kept.
    }
    this.#join(symbol, new Book(snapshot));
  }

  #snapshotLater(symbol: SymbolState, reason: string): void {
    symbol.askAt = this.#in(backoffMs(this.#config.backoff, symbol.attempt));
    symbol.attempt += 1;
    if (symbol.attempt % 5 !== 0) return;
    this.#remark('warn', 'a book cannot be joined', {
      venueSymbol: symbol.symbol.venueSymbol,
      reason,
    });
  }

  #join(symbol: SymbolState, book: Book): void {
    if (book.isCrossed()) return this.#exclude(symbol, 'a crossed snapshot', false);
    symbol.book = book;
    symbol.state = 'Live';
    symbol.liveSince = this.#now;
    symbol.receivedAt = this.#now;
    symbol.dirty = true;
    if (!this.#compareTops(symbol, book)) return;
    for (const change of symbol.buffer.splice(0)) {
      if (!this.#apply(symbol, book, change)) return;
    }
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
    const book = symbol.state === 'Live' ? symbol.book : null;
    return {
      venueID: this.#config.venueID,
      instrumentID: symbol.symbol.instrumentID,
      venueSymbol: symbol.symbol.venueSymbol,
      state: symbol.state,
      updateID: book === null ? 0 : book.updateID,
      receivedAt: symbol.receivedAt,
      tick: symbol.grid === null ? ZERO_PRICE : symbol.grid.tick,
      lot: symbol.grid === null ? ZERO_QTY : symbol.grid.lot,
      bids: book === null ? [] : book.bids(this.#config.publishedLevels),
      asks: book === null ? [] : book.asks(this.#config.publishedLevels),
    };
  }

  // ---- HTTP --------------------------------------------------------------------------------------

  #get(path: string, query: string, weight: number): string {
    this.#requests += 1;
    const requestID = `${path}.${this.#requests}`;
    this.#budget.spend(WEIGHT, weight, this.#ms());
    this.#actions.push({
      type: 'SendHttp',
      requestID,
      method: 'GET',
      url: `${this.#config.restURL}/api/v3/${path}${query === '' ? '' : `?${query}`}`,
      headers: {},
      body: null,
      timeoutMs: HTTP_TIMEOUT_MS,
    });
    return requestID;
  }

  #replied(requestID: string, outcome: HttpOutcome): void {
    if (requestID === this.#listingsAsked) this.#listingsReplied(outcome);
    for (const symbol of this.#symbols.values()) {
      if (symbol.asking === requestID) this.#snapshotReplied(symbol, outcome);
    }
    this.#askSnapshots();
  }

  /** The body of a good answer. What the venue says of its patience is heeded on the way. */
  #bodyOf(outcome: HttpOutcome): string | null {
    if (outcome.type === 'Failed') return null;
    const used = outcome.headers['x-mbx-used-weight-1m'];
    if (used !== undefined && /^\d{1,9}$/.test(used)) {
      const limit = { kind: WEIGHT, windowMs: MINUTE_MS, limit: this.#weightPerMinute };
      this.#budget.observe(limit, Number(used), 0, this.#ms());
    }
    if (outcome.status === 429 || outcome.status === 418) {
      const waitMs = backOffMs(
        outcome.status === 418,
        retryAfterMs(outcome.headers['retry-after']),
      );
      this.#budget.block(WEIGHT, this.#ms() + waitMs);
      this.#remark('error', 'the venue asks for patience with market data', {
        status: outcome.status,
        waitMs,
      });
    }
    return outcome.status === 200 ? outcome.body : null;
  }

  /** The venue's own word on its limits. */
  #heed(limits: readonly RateLimitView[]): void {
    for (const { limit } of limits) {
      if (limit.kind !== WEIGHT || limit.windowMs !== MINUTE_MS) continue;
      this.#weightPerMinute = limit.limit;
      this.#budget.setLimit(limit);
    }
  }

  #askListings(): void {
    if (this.#listingsAsked !== null || !this.#budget.fits(WEIGHT, 20, SNAPSHOT_SHARE, this.#ms()))
      return;
    const names = JSON.stringify(this.#config.symbols.map((symbol) => symbol.venueSymbol));
    const query = this.#listingsWhole ? '' : `symbols=${encodeURIComponent(names)}`;
    this.#listingsAsked = this.#get('exchangeInfo', query, 20);
  }

  #listingsReplied(outcome: HttpOutcome): void {
    this.#listingsAsked = null;
    const body = this.#bodyOf(outcome);
    const names = this.#config.symbols.map((symbol) => symbol.venueSymbol);
    const info = body === null ? undefined : parseText(body);
    const read = readListings(info, names);
    if (isObject(info)) this.#heed(readRateLimits(info['rateLimits']));
    // One delisted symbol makes the venue refuse the list: then all of its symbols are asked for.
    if (outcome.type === 'Answered' && outcome.status === 400) this.#listingsWhole = true;
    if (read === null) {
      this.#listingsAt = this.#in(
        Math.max(1_000, backoffMs(this.#config.backoff, this.#listingsAttempt)),
      );
      this.#listingsAttempt += 1;
      return this.#remark('warn', 'no grid from the venue; no book without it', {
        status: outcome.type === 'Answered' ? outcome.status : outcome.cause,
      });
    }
    this.#listingsAttempt = 0;
    this.#listingsAt = this.#in(LISTINGS_EVERY_MS);
    const faulty = new Set<string>();
    for (const { venueSymbol, fault } of read.faults) {
      faulty.add(venueSymbol);
      this.#remark('error', 'a configured symbol cannot be traded', { venueSymbol, fault });
      const symbol = this.#symbols.get(venueSymbol);
      if (symbol === undefined) continue;
      symbol.grid = null;
      symbol.reader = null;
      this.#invalidate(symbol, fault, false);
    }
    for (const listing of read.listings)
      if (!faulty.has(listing.venueSymbol)) this.#regrid(listing);
    if (!sameListings(read.listings, this.#listings)) {
      this.#listings = read.listings;
      this.#notices.push({
        type: 'ListingsFound',
        venueID: this.#config.venueID,
        listings: read.listings,
      });
    }
  }

  #regrid(listing: ListingFound): void {
    const symbol = this.#symbols.get(listing.venueSymbol);
    if (symbol === undefined) return;
    if (symbol.grid?.tick === listing.tick && symbol.grid.lot === listing.lot) return;
    const had = symbol.grid !== null;
    symbol.grid = { tick: listing.tick, lot: listing.lot };
    symbol.reader = new DepthReader(symbol.grid);
    if (had) this.#invalidate(symbol, 'its grid has changed', true);
    else symbol.askAt = this.#now;
  }

  // ---- Time --------------------------------------------------------------------------------------

  #ticked(): void {
    if (!this.#running) return;
    if (this.#connectAt !== null && this.#now >= this.#connectAt) this.#open('connecting again');
    for (const stream of [...this.#streams.values()]) this.#watch(stream);
    if (this.#now >= this.#listingsAt) this.#askListings();
    this.#askSnapshots();
  }

  #watch(stream: Stream): void {
    if (!stream.open) {
      if (this.#aged(stream.openedAt, OPEN_WITHIN_MS)) this.#giveUp(stream, 'it did not open');
      return;
    }
    if (this.#outlived(stream)) return this.#giveUp(stream, 'replaced by a newer line');
    if (this.#aged(stream.openedAt, RENEW_AFTER_MS)) this.#openNext();
    if (stream.probedAt !== null) {
      if (this.#aged(stream.probedAt, this.#config.silenceMs)) this.#giveUp(stream, 'it is silent');
      return;
    }
    if (!this.#aged(stream.heardAt, this.#config.silenceMs)) return;
    stream.probedAt = this.#now;
    this.#requests += 1;
    const text = `{"method":"LIST_SUBSCRIPTIONS","id":${this.#requests}}`; // Any answer will do.
    this.#actions.push({ type: 'SendFrame', channel: stream.channel, text });
  }

  /** Whether a newer line has been read beside it for long enough. */
  #outlived(stream: Stream): boolean {
    for (const other of this.#streams.values()) {
      if (other.open && other.ordinal > stream.ordinal && this.#aged(other.openedAt, OVERLAP_MS)) {
        return true;
      }
    }
    return false;
  }

  // ---- Small parts -------------------------------------------------------------------------------

  #blockedMs(): number {
    const until = this.#budget.blockedUntil(WEIGHT, this.#ms());
    return until === null ? 0 : until - this.#ms();
  }

  /** Windows are the venue's minutes; a second's difference of clocks is within the share. */
  #ms(): number {
    return epochMs(this.#now);
  }

  #in(ms: number): EpochNs {
    return epochNs(this.#now + BigInt(ms) * 1_000_000n);
  }

  #aged(since: EpochNs, ms: number): boolean {
    return this.#now - since >= BigInt(ms) * 1_000_000n;
  }

  #tell(cause: string): void {
    const state: VenueState =
      this.#openStreams() > 0 ? 'Ready' : this.#streams.size > 0 ? 'Connecting' : 'Down';
    if (state === this.#state) return;
    this.#state = state;
    this.#notices.push({ type: 'StateChanged', venueID: this.#config.venueID, state, cause });
  }

  #remark(
    level: 'error' | 'warn' | 'info',
    sentence: string,
    fields: Readonly<Record<string, string | number>>,
  ): void {
    this.#notices.push({
      type: 'Remarked',
      venueID: this.#config.venueID,
      level,
      sentence,
      fields,
    });
  }
}
