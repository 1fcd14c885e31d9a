// Binance's market data: one combined stream, a snapshot joined for each symbol, and a book that is
// Live only while nothing is missing in it.
//
// Source: binance-spot-api-docs, web-socket-streams.md and rest-api.md (depth), snapshot 2026-07-21.

import {
  type JsonObject,
  MarketLines,
  RateBudget,
  Turn,
  backoffMs,
  isObject,
  parseBytes,
  parseText,
  sameListings,
  textOf,
} from '../connection/index.ts';
import type {
  HttpOutcome,
  MarketCounters,
  MarketInput,
  MarketOutput,
  VenueMarket,
  VenueSymbol,
} from '../port/index.ts';
import type { EpochNs } from '../../spec/ports/index.ts';
import { unreachable } from '../../spec/proof/index.ts';
import { epochMs, epochNs } from '../../spec/units/index.ts';
import type { ListingFound, MarketTrade } from '../../spec/venues/index.ts';
import { Books } from './books.ts';
import type { BinanceMarketConfig } from './config.ts';
import { backOffMs, retryAfterMs } from './errors.ts';
import { readListings } from './listings.ts';
import { readMarketTrade } from './trades.ts';
import { type RateLimitView, readRateLimits } from './wire.ts';

/** The venue takes so many on a line. */
const STREAMS_MOST = 1_024;
const BOOK_STREAMS = ['depth@100ms', 'bookTicker'] as const;
const TRADE_STREAM = 'aggTrade';
/** A frame of market data that is larger than this is none. */
const LARGEST_FRAME = 8 * 1024 * 1024;
const HTTP_TIMEOUT_MS = 10_000;
/** The venue closes a line after 24 h: the next one is opened before. */
const RENEW_AFTER_MS = 84_600_000; // 23.5 h
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

function streamURL(config: BinanceMarketConfig): string {
  const names = config.symbols.flatMap(({ venueSymbol }) => {
    const symbol = encodeURIComponent(venueSymbol.toLowerCase());
    return streamsOf(config).map((stream) => `${symbol}@${stream}`);
  });
  return `${config.streamURL}/stream?streams=${names.join('/')}`;
}

/** Mutable and hot: one per venue, in a worker. All that it does is in the output of `step`. */
class MarketMachine {
  readonly #config: BinanceMarketConfig;
  readonly #turn: Turn;
  readonly #lines: MarketLines;
  readonly #books: Books;
  readonly #budget: RateBudget;
  /** As configured until the venue has said it. */
  #weightPerMinute: number;
  #heldBack = false;
  #requests = 0;
  #listings: readonly ListingFound[] = [];
  #listingsAsked: string | null = null;
  #listingsAt: EpochNs = epochNs(0n);
  #listingsAttempt = 0;
  #listingsWhole = false;
  #running = false;
  #trades: MarketTrade[] = [];

  constructor(config: BinanceMarketConfig) {
    const turn = new Turn(config.venueID);
    this.#config = config;
    this.#turn = turn;
    this.#weightPerMinute = config.requestWeightPerMinute;
    this.#budget = new RateBudget([
      { kind: WEIGHT, windowMs: MINUTE_MS, limit: config.requestWeightPerMinute },
    ]);
    this.#books = new Books({
      config,
      turn,
      gridDoubted: () => void (this.#listingsAt = turn.now),
    });
    this.#lines = new MarketLines({
      turn,
      url: streamURL(config),
      backoff: config.backoff,
      silenceMs: config.silenceMs,
      renewAfterMs: RENEW_AFTER_MS,
      opened: (isOnly) => this.#opened(isOnly),
      lost: (cause) => this.#books.lost(cause),
      probe: (channel) => this.#probe(channel),
      blockedMs: () => this.#blockedMs(),
    });
  }

  counters(): MarketCounters {
    return this.#books.counts;
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
      case 'HttpReplied':
        return this.#replied(input.requestID, input.outcome);
      case 'Started':
        if (this.#running) return;
        this.#running = true;
        this.#listingsAt = this.#turn.now;
        this.#lines.start();
        return this.#askListings();
      case 'ChannelOpened':
        return this.#lines.opened(input.channel);
      case 'ChannelClosed':
        return this.#lines.closed(input.channel, input.cause);
      default:
        return unreachable(input);
    }
  }

  // ---- The stream --------------------------------------------------------------------------------

  #opened(isOnly: boolean): void {
    if (isOnly) this.#books.opened();
    this.#askSnapshots();
  }

  /** Any answer will do. */
  #probe(channel: string): void {
    this.#requests += 1;
    const text = `{"method":"LIST_SUBSCRIPTIONS","id":${this.#requests}}`;
    this.#turn.act({ type: 'SendFrame', channel, text });
  }

  #received(channel: string, frame: Uint8Array): void {
    if (!this.#lines.heard(channel)) return;
    if (frame.byteLength > LARGEST_FRAME)
      return this.#books.unreadable(`${frame.byteLength} bytes`);
    const json = parseBytes(frame);
    if (!isObject(json)) return this.#books.unreadable('no JSON object');
    const data = isObject(json['data']) ? json['data'] : json;
    const event = textOf(data, 'e');
    if (event === 'serverShutdown') return this.#lines.openNext();
    const venueSymbol = textOf(data, 's');
    const symbol = venueSymbol === null ? undefined : this.#books.get(venueSymbol);
    if (symbol === undefined) return; // The answer to a probe, or what nobody asked for.
    if (event === 'depthUpdate') return this.#books.told(symbol, data);
    if (event === 'aggTrade' || event === 'trade') return this.#traded(symbol.symbol, data);
    const name = textOf(json, 'stream') ?? '';
    if (event === 'bookTicker' || name.endsWith('@bookTicker'))
      return this.#books.toldTop(symbol, data);
  }

  #traded(symbol: VenueSymbol, data: JsonObject): void {
    if (!this.#config.trades) return;
    const trade = readMarketTrade(data, this.#config.venueID, symbol);
    if (trade !== null) this.#trades.push(trade);
    else this.#turn.remark('warn', 'a trade cannot be read', { venueSymbol: symbol.venueSymbol });
  }

  #askSnapshots(): void {
    if (!this.#lines.isOpen) return;
    const { depthLimit } = this.#config;
    const weight = depthLimit === 1000 ? 50 : 250;
    for (const symbol of this.#books.unasked()) {
      if (!this.#budget.fits(WEIGHT, weight, SNAPSHOT_SHARE, this.#ms())) return this.#holdBack();
      this.#heldBack = false;
      const { venueSymbol } = symbol.symbol;
      const query = `symbol=${encodeURIComponent(venueSymbol)}&limit=${depthLimit}`;
      symbol.asking = this.#get('depth', query, weight);
    }
  }

  /** Said once each time: until the venue's minute is over there is no market in what is not Live. */
  #holdBack(): void {
    if (this.#heldBack) return;
    this.#heldBack = true;
    this.#turn.remark('warn', 'snapshots wait: the rest of the request weight is kept for orders', {
      weightPerMinute: this.#weightPerMinute,
    });
  }

  // ---- HTTP --------------------------------------------------------------------------------------

  #get(path: string, query: string, weight: number): string {
    this.#requests += 1;
    const requestID = `${path}.${this.#requests}`;
    this.#budget.spend(WEIGHT, weight, this.#ms());
    this.#turn.act({
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
    for (const symbol of this.#books.asking(requestID)) {
      this.#books.snapshotReplied(symbol, this.#bodyOf(outcome));
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
      this.#turn.remark('error', 'the venue asks for patience with market data', {
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
      this.#listingsAt = this.#turn.in(
        Math.max(1_000, backoffMs(this.#config.backoff, this.#listingsAttempt)),
      );
      this.#listingsAttempt += 1;
      return this.#turn.remark('warn', 'no grid from the venue; no book without it', {
        status: outcome.type === 'Answered' ? outcome.status : outcome.cause,
      });
    }
    this.#listingsAttempt = 0;
    this.#listingsAt = this.#turn.in(LISTINGS_EVERY_MS);
    const faulty = new Set<string>();
    for (const { venueSymbol, fault } of read.faults) {
      faulty.add(venueSymbol);
      this.#turn.remark('error', 'a configured symbol cannot be traded', { venueSymbol, fault });
      this.#books.withoutGrid(venueSymbol, fault);
    }
    for (const listing of read.listings)
      if (!faulty.has(listing.venueSymbol)) this.#books.regrid(listing);
    if (!sameListings(read.listings, this.#listings)) {
      this.#listings = read.listings;
      this.#turn.notice({
        type: 'ListingsFound',
        venueID: this.#config.venueID,
        listings: read.listings,
      });
    }
  }

  // ---- Time --------------------------------------------------------------------------------------

  #ticked(): void {
    if (!this.#running) return;
    this.#lines.ticked();
    if (this.#turn.now >= this.#listingsAt) this.#askListings();
    this.#askSnapshots();
  }

  #blockedMs(): number {
    const until = this.#budget.blockedUntil(WEIGHT, this.#ms());
    return until === null ? 0 : until - this.#ms();
  }

  /** Windows are the venue's minutes; a second's difference of clocks is within the share. */
  #ms(): number {
    return epochMs(this.#turn.now);
  }
}
