// One symbol's book from a snapshot and the differences behind it, or the word why there is none.
//
// Source: binance-spot-api-docs, web-socket-streams.md, "How to manage a local order book correctly",
// snapshot 2026-07-21.

import type { BookLevel } from '../../spec/venues/index.ts';
import { asLots, asTicks } from '../../spec/units/index.ts';
import { type GridReader, MALFORMED, OFF_GRID, gridReader } from './grid-reader.ts';
import { type Json, type JsonObject, integerOf, isArray, isObject, textOf } from './json.ts';
import type { Grid } from './listings.ts';

/** Levels in one message; more is no market, and would hold up the thread. */
export const LEVELS_PER_MESSAGE_MOST = 20_000;
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

/** What could not be taken from a message, in words; `offGrid`: the grid may have changed. */
export interface Unusable {
  readonly unusable: string;
  readonly offGrid: boolean;
}

/** Reads the messages of one symbol on its grid. */
export class DepthReader {
  readonly #ticks: GridReader;
  readonly #lots: GridReader;

  constructor(grid: Grid) {
    this.#ticks = gridReader(grid.tick);
    this.#lots = gridReader(grid.lot);
  }

  change(json: JsonObject): DepthChange | Unusable {
    const firstUpdateID = integerOf(json, 'U');
    const lastUpdateID = integerOf(json, 'u');
    if (firstUpdateID === null || lastUpdateID === null) return unusable('no update ids');
    if (firstUpdateID > lastUpdateID) return unusable('update ids that run backwards');
    const bids = this.#levels(json['b']);
    if (!Array.isArray(bids)) return bids;
    const asks = this.#levels(json['a']);
    if (!Array.isArray(asks)) return asks;
    return { firstUpdateID, lastUpdateID, bids, asks };
  }

  snapshot(json: Json | undefined): DepthSnapshot | Unusable {
    if (!isObject(json)) return unusable('no JSON object');
    const lastUpdateID = integerOf(json, 'lastUpdateId');
    if (lastUpdateID === null) return unusable('no lastUpdateId');
    const bids = this.#levels(json['bids']);
    if (!Array.isArray(bids)) return bids;
    const asks = this.#levels(json['asks']);
    if (!Array.isArray(asks)) return asks;
    return { lastUpdateID, bids, asks };
  }

  top(json: JsonObject): BookTop | Unusable {
    const updateID = integerOf(json, 'u');
    if (updateID === null) return unusable('no update id');
    const bidTicks = this.#ticks(textOf(json, 'b'));
    const bidLots = this.#lots(textOf(json, 'B'));
    const askTicks = this.#ticks(textOf(json, 'a'));
    const askLots = this.#lots(textOf(json, 'A'));
    if (Math.min(bidTicks, bidLots, askTicks, askLots) >= 0) {
      return { updateID, bidTicks, bidLots, askTicks, askLots };
    }
    const offGrid = [bidTicks, bidLots, askTicks, askLots].includes(OFF_GRID);
    return { unusable: 'a best price or quantity that cannot be read', offGrid };
  }

  #levels(json: Json | undefined): number[] | Unusable {
    if (!isArray(json)) return unusable('a side that is no list');
    if (json.length > LEVELS_PER_MESSAGE_MOST)
      return unusable(`${json.length} levels in one message`);
    const levels: number[] = [];
    for (const level of json) {
      if (!isArray(level)) return unusable('a level that is no pair');
      const ticks = this.#ticks(level[0]);
      const lots = this.#lots(level[1]);
      if (ticks === MALFORMED || lots === MALFORMED) return unusable(`a level ${describe(level)}`);
      if (ticks === OFF_GRID || lots === OFF_GRID) {
        return { unusable: `a level off the grid: ${describe(level)}`, offGrid: true };
      }
      if (ticks === 0) return unusable('a price of zero');
      levels.push(ticks, lots);
    }
    return levels;
  }
}

function unusable(reason: string): Unusable {
  return { unusable: reason, offGrid: false };
}

function describe(level: readonly Json[]): string {
  return JSON.stringify(level.slice(0, 2)).slice(0, 80);
}

/** What came of a change. */
export type Applied = 'Applied' | 'Old' | 'Gap' | 'Crossed';

/** Mutable and hot: both sides sorted with the best last, so that a change at the top moves little. */
export class Book {
  readonly #bids = new BookSide(1);
  readonly #asks = new BookSide(-1);
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

class BookSide {
  /** Sorted so that `#ticks[i] * #direction` grows: the best is the last. */
  readonly #ticks: number[] = [];
  readonly #lots: number[] = [];
  readonly #direction: 1 | -1;

  constructor(direction: 1 | -1) {
    this.#direction = direction;
  }

  apply(levels: readonly number[]): void {
    for (let index = 0; index + 1 < levels.length; index += 2) {
      this.#set(levels[index] ?? 0, levels[index + 1] ?? 0);
    }
    const excess = this.#ticks.length - LEVELS_MOST;
    if (excess <= 0) return;
    this.#ticks.splice(0, excess);
    this.#lots.splice(0, excess);
  }

  #set(ticks: number, lots: number): void {
    const place = this.#place(ticks);
    const present = this.#ticks[place] === ticks;
    if (lots > 0 && present) {
      this.#lots[place] = lots;
    } else if (lots > 0) {
      this.#ticks.splice(place, 0, ticks);
      this.#lots.splice(place, 0, lots);
    } else if (present) {
      this.#ticks.splice(place, 1);
      this.#lots.splice(place, 1);
    }
  }

  /** Where `ticks` is, or belongs. */
  #place(ticks: number): number {
    const wanted = ticks * this.#direction;
    let low = 0;
    let high = this.#ticks.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.#ticks[middle] ?? 0) * this.#direction < wanted) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  bestTicks(): number | null {
    return this.#ticks.at(-1) ?? null;
  }

  bestLots(): number {
    return this.#lots.at(-1) ?? 0;
  }

  best(levels: number): BookLevel[] {
    const best: BookLevel[] = [];
    const end = Math.max(0, this.#ticks.length - levels);
    for (let index = this.#ticks.length - 1; index >= end; index -= 1) {
      best.push([asTicks(this.#ticks[index] ?? 0), asLots(this.#lots[index] ?? 0)]);
    }
    return best;
  }
}
