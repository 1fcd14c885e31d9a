// The books of Binance's symbols: a snapshot joined to the changes that the stream tells, each Live only while nothing
// is missing in it.
//
// Source: binance-spot-api-docs, web-socket-streams.md and rest-api.md (depth), snapshot 2026-07-21.

import {
  type JsonObject,
  type ShownBook,
  type Turn,
  backoffMs,
  changedBooks,
  invalidate,
  parseText,
} from '../connection/index.ts';
import type { EpochNs } from '../../spec/ports/index.ts';
import { unreachable } from '../../spec/proof/index.ts';
import { epochNs } from '../../spec/units/index.ts';
import type { BookSnapshot, ListingFound } from '../../spec/venues/index.ts';
import { Book, type BookTop, type DepthChange, DepthReader } from './book.ts';
import type { BinanceMarketConfig } from './config.ts';

export interface SymbolState extends ShownBook<Book> {
  reader: DepthReader | null;
  /** Changes since the stream began, until a snapshot is joined. */
  readonly buffer: DepthChange[];
  /** Tops that are ahead of the book. */
  readonly tops: BookTop[];
  /** The request on its way; null: none. */
  asking: string | null;
  askAt: EpochNs;
  attempt: number;
  liveSince: EpochNs;
}

/** Changes that wait for a snapshot; ten a second, so this is more than a minute. */
const BUFFER_MOST = 1_000;
const TOPS_MOST = 256;
/** Snapshots on their way at once. */
const SNAPSHOTS_MOST = 4;
/** Live for so long: the next failure is a new one. */
const STEADY_AFTER_MS = 10_000;

export interface BooksParts {
  readonly config: BinanceMarketConfig;
  readonly turn: Turn;
  /** A message is not on its grid: tick or lot may have changed. */
  gridDoubted(): void;
}

/** Mutable and hot: all books of one venue. */
export class Books {
  readonly #config: BinanceMarketConfig;
  readonly #turn: Turn;
  readonly #gridDoubted: () => void;
  readonly #symbols = new Map<string, SymbolState>();
  #compared = 0;
  #differing = 0;
  #gaps = 0;

  constructor({ config, turn, gridDoubted }: BooksParts) {
    this.#config = config;
    this.#turn = turn;
    this.#gridDoubted = gridDoubted;
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

  /** Changes that were missing; how often `bookTicker` was compared with our top, and differed. */
  get counts(): { readonly gaps: number; readonly compared: number; readonly differing: number } {
    return { gaps: this.#gaps, compared: this.#compared, differing: this.#differing };
  }

  get(venueSymbol: string): SymbolState | undefined {
    return this.#symbols.get(venueSymbol);
  }

  /** Those that changed since they were taken last. */
  changed(): BookSnapshot[] {
    return changedBooks(this.#symbols.values(), {
      turn: this.#turn,
      levels: this.#config.publishedLevels,
      updateIDOf: ({ book }) => book?.updateID ?? 0,
    });
  }

  /** What the stream tells begins now. */
  opened(): void {
    for (const symbol of this.#symbols.values()) this.#restart(symbol);
  }

  lost(cause: string): void {
    for (const symbol of this.#symbols.values()) this.#invalidate(symbol, cause, false);
  }

  /** It may have been a change of any symbol: none is known to be whole. */
  unreadable(reason: string): void {
    this.#turn.remark('error', 'a frame of market data cannot be read', { reason });
    for (const symbol of this.#symbols.values()) {
      if (symbol.state === 'Live') this.#invalidate(symbol, `an unreadable frame: ${reason}`, true);
    }
  }

  /** The venue has no grid for it. */
  withoutGrid(venueSymbol: string, fault: string): void {
    const symbol = this.#symbols.get(venueSymbol);
    if (symbol === undefined) return;
    symbol.grid = null;
    symbol.reader = null;
    this.#invalidate(symbol, fault, false);
  }

  regrid(listing: ListingFound): void {
    const symbol = this.#symbols.get(listing.venueSymbol);
    if (symbol === undefined) return;
    if (symbol.grid?.tick === listing.tick && symbol.grid.lot === listing.lot) return;
    const had = symbol.grid !== null;
    symbol.grid = { tick: listing.tick, lot: listing.lot };
    symbol.reader = new DepthReader(symbol.grid);
    if (had) this.#invalidate(symbol, 'its grid has changed', true);
    else symbol.askAt = this.#turn.now;
  }

  #restart(symbol: SymbolState): void {
    symbol.book = null;
    symbol.buffer.length = 0;
    symbol.tops.length = 0;
    symbol.asking = null;
    symbol.askAt = this.#turn.now;
  }

  told(symbol: SymbolState, data: JsonObject): void {
    symbol.receivedAt = this.#turn.now;
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

  toldTop(symbol: SymbolState, data: JsonObject): void {
    if (symbol.reader === null) return;
    const top = symbol.reader.top(data);
    if ('unusable' in top) return this.#exclude(symbol, top.unusable, top.offGrid);
    symbol.tops.push(top);
    if (symbol.tops.length > TOPS_MOST) symbol.tops.shift();
    if (symbol.state === 'Live' && symbol.book !== null) this.#compareTops(symbol, symbol.book);
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
    this.#turn.remark('warn', 'a book is not used', fields);
    this.#invalidate(symbol, reason, true);
    if (offGrid) this.#gridDoubted();
  }

  /** At once not for trading. `again`: a snapshot is asked for, later and later while it keeps failing. */
  #invalidate(symbol: SymbolState, reason: string, again: boolean): void {
    if (symbol.state === 'Live' && this.#turn.aged(symbol.liveSince, STEADY_AFTER_MS)) {
      symbol.attempt = 0;
    }
    invalidate(this.#turn, symbol, reason);
    symbol.buffer.length = 0;
    symbol.tops.length = 0;
    symbol.asking = null; // A snapshot on its way may be older than what was missed.
    if (!again) return;
    symbol.askAt = this.#turn.in(backoffMs(this.#config.backoff, symbol.attempt));
    symbol.attempt += 1;
  }

  /** Those whose snapshot is to be asked for now, of as many as may be on their way at once. */
  unasked(): readonly SymbolState[] {
    let room = SNAPSHOTS_MOST;
    for (const { asking } of this.#symbols.values()) if (asking !== null) room -= 1;
    const unasked: SymbolState[] = [];
    for (const symbol of this.#symbols.values()) {
      if (unasked.length >= room) break;
      if (symbol.state === 'Live' || symbol.asking !== null || symbol.reader === null) continue;
      if (this.#turn.now >= symbol.askAt) unasked.push(symbol);
    }
    return unasked;
  }

  /** Those that wait for the answer to this request. */
  asking(requestID: string): readonly SymbolState[] {
    return [...this.#symbols.values()].filter(({ asking }) => asking === requestID);
  }

  /** `body`: null where there was no good answer. */
  snapshotReplied(symbol: SymbolState, body: string | null): void {
    symbol.asking = null;
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
    symbol.askAt = this.#turn.in(backoffMs(this.#config.backoff, symbol.attempt));
    symbol.attempt += 1;
    if (symbol.attempt % 5 !== 0) return;
    this.#turn.remark('warn', 'a book cannot be joined', {
      venueSymbol: symbol.symbol.venueSymbol,
      reason,
    });
  }

  #join(symbol: SymbolState, book: Book): void {
    if (book.isCrossed()) return this.#exclude(symbol, 'a crossed snapshot', false);
    symbol.book = book;
    symbol.state = 'Live';
    symbol.liveSince = this.#turn.now;
    symbol.receivedAt = this.#turn.now;
    symbol.dirty = true;
    if (!this.#compareTops(symbol, book)) return;
    for (const change of symbol.buffer.splice(0)) {
      if (!this.#apply(symbol, book, change)) return;
    }
  }
}
