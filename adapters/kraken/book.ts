// One symbol's book from a snapshot and the updates behind it, held to the venue's checksum.
//
// Source: Kraken API Center, guides/spot-ws-book-v2, mirrored 2026-08.

import {
  BookSide,
  LevelReader,
  type Grid,
  type Json,
  type JsonObject,
} from '../connection/index.ts';
import { type Unusable, crc32, isObject, unusable, wholeIDOf } from '../connection/index.ts';
import type { BookLevel } from '../../spec/venues/index.ts';
import type { Depth } from './config.ts';

/** The grid of one symbol, and the decimals that its checksum is written with. */
export interface BookGrid extends Grid {
  /** Units of the last decimal of `price_precision` in one tick, and of `qty_precision` in one lot. */
  readonly unitsPerTick: number;
  readonly unitsPerLot: number;
}

/** One message: changed levels as `[ticks, lots, ticks, lots …]`, and the checksum after them. */
export interface BookMessage {
  readonly bids: readonly number[];
  readonly asks: readonly number[];
  readonly checksum: number;
}

/** What came of a message. On `Checksum` and `Crossed` the book is no longer one. */
export type Applied = 'Applied' | 'Checksum' | 'Crossed';

/** Levels of each side that the checksum counts. */
const SUMMED = 10;
const CHECKSUM_MOST = 0xffffffff;

/** Reads the messages of one symbol on its grid. */
export class BookReader {
  readonly #levels: LevelReader;

  constructor(grid: BookGrid) {
    this.#levels = new LevelReader(grid, pairOf);
  }

  message(json: JsonObject): BookMessage | Unusable {
    const checksum = Number(wholeIDOf(json, 'checksum') ?? -1);
    if (checksum < 0 || checksum > CHECKSUM_MOST) return unusable('no checksum');
    const bids = this.#levels.read(json['bids']);
    if (!Array.isArray(bids)) return bids;
    const asks = this.#levels.read(json['asks']);
    if (!Array.isArray(asks)) return asks;
    return { bids, asks, checksum };
  }
}

function pairOf(level: Json): readonly [Json | undefined, Json | undefined] | null {
  return isObject(level) ? [level['price'], level['qty']] : null;
}

/** Mutable and hot. */
export class Book {
  readonly #grid: BookGrid;
  readonly #bids: BookSide;
  readonly #asks: BookSide;

  constructor(grid: BookGrid, depth: Depth) {
    this.#grid = grid;
    this.#bids = new BookSide(1, depth);
    this.#asks = new BookSide(-1, depth);
  }

  /** All levels first, then what is beyond the depth goes (the venue never deletes it), then the sum. */
  apply(message: BookMessage): Applied {
    this.#bids.apply(message.bids);
    this.#asks.apply(message.asks);
    if (this.checksum() !== message.checksum) return 'Checksum';
    return this.isCrossed() ? 'Crossed' : 'Applied';
  }

  isCrossed(): boolean {
    const bid = this.#bids.bestTicks();
    const ask = this.#asks.bestTicks();
    return bid !== null && ask !== null && bid >= ask;
  }

  checksum(): number {
    return crc32(this.#digits(this.#asks.best(SUMMED)) + this.#digits(this.#bids.best(SUMMED)));
  }

  /**
   * Price and quantity with all their decimals, without the point and without leading zeros: that is
   * the whole number of their last decimal's units.
   */
  #digits(levels: readonly BookLevel[]): string {
    const { unitsPerTick, unitsPerLot } = this.#grid;
    let digits = '';
    for (const [ticks, lots] of levels) digits += `${ticks * unitsPerTick}${lots * unitsPerLot}`;
    return digits;
  }

  /** Best first, at most `levels`. */
  bids(levels: number): BookLevel[] {
    return this.#bids.best(levels);
  }

  /** Best first, at most `levels`. */
  asks(levels: number): BookLevel[] {
    return this.#asks.best(levels);
  }
}
