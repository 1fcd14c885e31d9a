// One symbol's book from a snapshot and the differences behind it, or the word why there is none.
//
// Source: binance-spot-api-docs, web-socket-streams.md, "How to manage a local order book correctly",
// snapshot 2026-07-21.

import type { BookLevel } from '../../spec/venues/index.ts';
import {
  BookSide,
  type Grid,
  type Json,
  type JsonObject,
  LevelReader,
  OFF_GRID,
  type Unusable,
  integerOf,
  isArray,
  isObject,
  unusable,
} from '../connection/index.ts';

/** Levels kept on one side; the farthest go first, and are unknown until they change. */
const LEVELS_MOST = 20_000;

/** One difference: sequence numbers and changed levels, as `[ticks, lots, ticks, lots …]`. */
export interface DepthChange {
  readonly firstUpdateID: number;
  readonly lastUpdateID: number;
  readonly bids: readonly number[];
  readonly asks: readonly number[];
}

export interface DepthSnapshot {
  readonly lastUpdateID: number;
  readonly bids: readonly number[];
  readonly asks: readonly number[];
}

/** `bookTicker`: the top of the book as of one update. */
export interface BookTop {
  readonly updateID: number;
  readonly bidTicks: number;
  readonly bidLots: number;
  readonly askTicks: number;
  readonly askLots: number;
}

/** Reads the messages of one symbol on its grid. */
export class DepthReader {
  readonly #levels: LevelReader;

  constructor(grid: Grid) {
    this.#levels = new LevelReader(grid, (level) => (isArray(level) ? [level[0], level[1]] : null));
  }

  change(json: JsonObject): DepthChange | Unusable {
    const firstUpdateID = integerOf(json, 'U');
    const lastUpdateID = integerOf(json, 'u');
    if (firstUpdateID === null || lastUpdateID === null) return unusable('no update ids');
    if (firstUpdateID > lastUpdateID) return unusable('update ids that run backwards');
    const bids = this.#levels.read(json['b']);
    if (!Array.isArray(bids)) return bids;
    const asks = this.#levels.read(json['a']);
    if (!Array.isArray(asks)) return asks;
    return { firstUpdateID, lastUpdateID, bids, asks };
  }

  snapshot(json: Json | undefined): DepthSnapshot | Unusable {
    if (!isObject(json)) return unusable('no JSON object');
    const lastUpdateID = integerOf(json, 'lastUpdateId');
    if (lastUpdateID === null) return unusable('no lastUpdateId');
    const bids = this.#levels.read(json['bids']);
    if (!Array.isArray(bids)) return bids;
    const asks = this.#levels.read(json['asks']);
    if (!Array.isArray(asks)) return asks;
    return { lastUpdateID, bids, asks };
  }

  top(json: JsonObject): BookTop | Unusable {
    const updateID = integerOf(json, 'u');
    if (updateID === null) return unusable('no update id');
    const bidTicks = this.#levels.ticks(json['b']);
    const bidLots = this.#levels.lots(json['B']);
    const askTicks = this.#levels.ticks(json['a']);
    const askLots = this.#levels.lots(json['A']);
    if (Math.min(bidTicks, bidLots, askTicks, askLots) >= 0) {
      return { updateID, bidTicks, bidLots, askTicks, askLots };
    }
    const offGrid = [bidTicks, bidLots, askTicks, askLots].includes(OFF_GRID);
    return { unusable: 'a best price or quantity that cannot be read', offGrid };
  }
}

/** What came of a change. */
export type Applied = 'Applied' | 'Old' | 'Gap' | 'Crossed';

/** Mutable and hot: both sides sorted with the best last, so that a change at the top moves little. */
export class Book {
  readonly #bids = new BookSide(1, LEVELS_MOST);
  readonly #asks = new BookSide(-1, LEVELS_MOST);
  #updateID: number;

  constructor(snapshot: DepthSnapshot) {
    this.#updateID = snapshot.lastUpdateID;
    this.#bids.apply(snapshot.bids);
    this.#asks.apply(snapshot.asks);
  }

  get updateID(): number {
    return this.#updateID;
  }

  /** On `Gap` and `Crossed` the book is no longer one. Updates that it already holds are `Old`. */
  apply(change: DepthChange): Applied {
    if (change.lastUpdateID <= this.#updateID) return 'Old';
    if (change.firstUpdateID > this.#updateID + 1) return 'Gap';
    this.#bids.apply(change.bids);
    this.#asks.apply(change.asks);
    this.#updateID = change.lastUpdateID;
    return this.isCrossed() ? 'Crossed' : 'Applied';
  }

  isCrossed(): boolean {
    const bid = this.#bids.bestTicks();
    const ask = this.#asks.bestTicks();
    return bid !== null && ask !== null && bid >= ask;
  }

  /** Whether the book's best prices and quantities are those of `top`. A side that is empty is 0 at 0. */
  agrees(top: BookTop): boolean {
    return (
      (this.#bids.bestTicks() ?? 0) === top.bidTicks &&
      this.#bids.bestLots() === top.bidLots &&
      (this.#asks.bestTicks() ?? 0) === top.askTicks &&
      this.#asks.bestLots() === top.askLots
    );
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
