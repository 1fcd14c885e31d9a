// One side of a venue's book in whole ticks and lots, and the reader of the levels that change it.

import type { BookLevel } from '../../spec/venues/index.ts';
import { asLots, asTicks } from '../../spec/units/index.ts';
import { type GridReader, MALFORMED, OFF_GRID, gridReader } from './grid-reader.ts';
import { type Json, isArray } from './json.ts';
import type { Grid } from './listings.ts';

/** Levels in one message; more is no market, and would hold up the thread. */
export const LEVELS_PER_MESSAGE_MOST = 20_000;

/** What could not be taken from a message, in words; `offGrid`: the grid may have changed. */
export interface Unusable {
  readonly unusable: string;
  readonly offGrid: boolean;
}

export function unusable(reason: string): Unusable {
  return { unusable: reason, offGrid: false };
}

/** Price and quantity of one level as the venue writes it; null where it is no level. */
export type LevelForm = (level: Json) => readonly [price: unknown, qty: unknown] | null;

/** Reads one symbol's levels on its grid. */
export class LevelReader {
  readonly ticks: GridReader;
  readonly lots: GridReader;
  readonly #form: LevelForm;

  constructor(grid: Grid, form: LevelForm) {
    this.ticks = gridReader(grid.tick);
    this.lots = gridReader(grid.lot);
    this.#form = form;
  }

  /** `[ticks, lots, ticks, lots …]`. */
  read(json: Json | undefined): number[] | Unusable {
    if (!isArray(json)) return unusable('a side that is no list');
    if (json.length > LEVELS_PER_MESSAGE_MOST)
      return unusable(`${json.length} levels in one message`);
    const levels: number[] = [];
    for (const item of json) {
      const level = this.#form(item);
      if (level === null) return unusable('a level that is no pair');
      const ticks = this.ticks(level[0]);
      const lots = this.lots(level[1]);
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

function describe(level: readonly unknown[]): string {
  return JSON.stringify(level).slice(0, 80);
}

/** Mutable and hot: one side of a book, sorted with the best last, so that a change at the top moves little. */
export class BookSide {
  /** Sorted so that `#ticks[i] * #direction` grows: the best is the last. */
  readonly #ticks: number[] = [];
  readonly #lots: number[] = [];
  readonly #direction: 1 | -1;
  readonly #most: number;

  /** `direction`: 1 for bids, -1 for asks. `most`: levels that are kept; the farthest go first. */
  constructor(direction: 1 | -1, most: number) {
    this.#direction = direction;
    this.#most = most;
  }

  /** `levels`: `[ticks, lots, ticks, lots …]`; no lots take a level away. */
  apply(levels: readonly number[]): void {
    for (let index = 0; index + 1 < levels.length; index += 2) {
      this.#set(levels[index] ?? 0, levels[index + 1] ?? 0);
    }
    const excess = this.#ticks.length - this.#most;
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
