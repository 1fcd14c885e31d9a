// The books of Kraken's symbols: each subscribed to once its grid is known, held to the venue's checksum after each
// message, and taken away at once when a sum differs.
//
// Source: Kraken API Center, websocket-v2/book, guides/spot-ws-book-v2, mirrored 2026-08.

import {
  type Json,
  type JsonObject,
  type ShownBook,
  type Turn,
  type Unusable,
  backoffMs,
  changedBooks,
  invalidate,
  isArray,
  isObject,
  textOf,
} from '../connection/index.ts';
import type { EpochNs } from '../../spec/ports/index.ts';
import { unreachable } from '../../spec/proof/index.ts';
import { epochNs } from '../../spec/units/index.ts';
import type { BookSnapshot } from '../../spec/venues/index.ts';
import { Book, type BookGrid, type BookMessage, BookReader } from './book.ts';
import type { KrakenMarketConfig } from './config.ts';
import { gridOf } from './listings.ts';

interface SymbolState extends ShownBook<Book> {
  grid: BookGrid | null;
  reader: BookReader | null;
  /** Messages that were applied, over all subscriptions: grows. */
  updateID: number;
  /** `Asked`: its snapshot is awaited, or it is live. */
  subscription: 'None' | 'Asked';
  askAt: EpochNs;
  askedAt: EpochNs;
  attempt: number;
  liveSince: EpochNs;
}

/** A snapshot that takes longer is asked for again. */
const SNAPSHOT_WITHIN_MS = 10_000;
/** Live for so long: the next failure is a new one. */
const STEADY_AFTER_MS = 10_000;

export interface BooksParts {
  readonly config: KrakenMarketConfig;
  readonly turn: Turn;
  /** On the line, where there is one. */
  say(method: 'subscribe' | 'unsubscribe', params: string): void;
}

/** Mutable and hot: all books of one venue. */
export class Books {
  readonly #config: KrakenMarketConfig;
  readonly #turn: Turn;
  readonly #say: BooksParts['say'];
  readonly #symbols = new Map<string, SymbolState>();
  #compared = 0;
  #differing = 0;

  constructor({ config, turn, say }: BooksParts) {
    this.#config = config;
    this.#turn = turn;
    this.#say = say;
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

  /** How often the venue's checksum was compared with ours, and differed. */
  get counts(): { readonly compared: number; readonly differing: number } {
    return { compared: this.#compared, differing: this.#differing };
  }

  /** Those that changed since they were taken last. */
  changed(): BookSnapshot[] {
    return changedBooks(this.#symbols.values(), {
      turn: this.#turn,
      levels: this.#config.publishedLevels,
      updateIDOf: ({ updateID }) => updateID,
    });
  }

  /** The line is open: all may be asked for. */
  opened(): void {
    for (const symbol of this.#symbols.values()) symbol.askAt = this.#turn.now;
  }

  lost(cause: string): void {
    for (const symbol of this.#symbols.values()) {
      symbol.subscription = 'None';
      symbol.reader = null; // The next line says first what the grid is.
      invalidate(this.#turn, symbol, cause);
    }
  }

  /** What the venue says of each pair. */
  regrid(pairs: ReadonlyMap<string, JsonObject>): void {
    for (const symbol of this.#symbols.values()) {
      this.#regrid(symbol, pairs.get(symbol.symbol.venueSymbol));
    }
  }

  #regrid(symbol: SymbolState, pair: JsonObject | undefined): void {
    const grid = pair === undefined ? null : gridOf(pair);
    const before = symbol.grid;
    symbol.grid = grid;
    if (grid === null) {
      symbol.reader = null;
      return invalidate(this.#turn, symbol, 'no grid');
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

  /** Whatever is due, in one request; the venue answers and sends a snapshot for each. */
  subscribe(): void {
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

  told(data: Json | undefined, isSnapshot: boolean): void {
    if (!isArray(data)) return this.unreadable('a book message without data');
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

  /** It may have been a change of any symbol: none is known to be whole. */
  unreadable(reason: string): void {
    this.#turn.remark('error', 'a frame of market data cannot be read', { reason });
    for (const symbol of this.#symbols.values()) {
      if (symbol.state === 'Live') this.#again(symbol, `an unreadable frame: ${reason}`);
    }
  }

  /** The venue refused a subscription. */
  refused(json: JsonObject): void {
    const text = (textOf(json, 'error') ?? '').slice(0, 200);
    const symbol = this.#symbols.get(textOf(json, 'symbol') ?? '');
    if (symbol === undefined) return this.#turn.remark('error', 'a subscription failed', { text });
    this.#exclude(symbol, { unusable: `no subscription: ${text}`, offGrid: false });
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
    invalidate(this.#turn, symbol, reason);
    symbol.askAt = this.#turn.in(backoffMs(this.#config.backoff, symbol.attempt));
    symbol.attempt += 1;
    if (symbol.subscription === 'None') return;
    symbol.subscription = 'None';
    this.#say('unsubscribe', `${this.#bookParams([symbol.symbol.venueSymbol])}}`);
  }

  /** Snapshots that have not come are asked for again, and whatever else is due. */
  ticked(): void {
    for (const symbol of this.#symbols.values()) {
      const isLate = this.#turn.aged(symbol.askedAt, SNAPSHOT_WITHIN_MS);
      if (symbol.subscription === 'Asked' && symbol.book === null && isLate) {
        this.#again(symbol, `no snapshot within ${SNAPSHOT_WITHIN_MS} ms`);
      }
    }
    this.subscribe();
  }
}
