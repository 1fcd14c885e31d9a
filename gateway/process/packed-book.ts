// A book on its way from the market data worker to the desk's thread, and there, unpacked when somebody looks.
//
// A book of 50 levels a side costs the desk's thread 4 us as one array of numbers, 26 us as a hundred pairs; most
// books are never looked at.

import type { EpochNs } from '../../spec/ports/index.ts';
import type { InstrumentID, VenueID } from '../../spec/terms/index.ts';
import { type Price, type Qty, asLots, asTicks } from '../../spec/units/index.ts';
import type { BookLevel, BookSnapshot, BookState } from '../../spec/venues/index.ts';

/** What `BookSnapshot` says, its levels as `[ticks, lots, ticks, lots …]`: the bids, then the asks. */
export interface PackedBook extends Omit<BookSnapshot, 'bids' | 'asks'> {
  readonly bidLevels: number;
  readonly levels: Float64Array<ArrayBuffer>;
}

export function packBook(book: BookSnapshot): PackedBook {
  const { bids, asks, ...head } = book;
  const levels = new Float64Array(2 * (bids.length + asks.length));
  let at = 0;
  for (const side of [bids, asks]) {
    for (const [ticks, lots] of side) {
      levels[at] = ticks;
      levels[at + 1] = lots;
      at += 2;
    }
  }
  return { ...head, bidLevels: bids.length, levels };
}

/** Levels are made once, when they are first asked for. A copy by `{ ...book }` would lose them: ask for `as`. */
export class UnpackedBook implements BookSnapshot {
  readonly venueID: VenueID;
  readonly instrumentID: InstrumentID;
  readonly venueSymbol: string;
  readonly state: BookState;
  readonly updateID: number;
  readonly receivedAt: EpochNs;
  readonly tick: Price;
  readonly lot: Qty;
  readonly #packed: PackedBook;
  #bids: readonly BookLevel[] | null = null;
  #asks: readonly BookLevel[] | null = null;

  constructor(packed: PackedBook) {
    this.venueID = packed.venueID;
    this.instrumentID = packed.instrumentID;
    this.venueSymbol = packed.venueSymbol;
    this.state = packed.state;
    this.updateID = packed.updateID;
    this.receivedAt = packed.receivedAt;
    this.tick = packed.tick;
    this.lot = packed.lot;
    this.#packed = packed;
  }

  get bids(): readonly BookLevel[] {
    this.#bids ??= levelsOf(this.#packed.levels, 0, this.#packed.bidLevels);
    return this.#bids;
  }

  get asks(): readonly BookLevel[] {
    const { levels, bidLevels } = this.#packed;
    this.#asks ??= levelsOf(levels, bidLevels, levels.length / 2);
    return this.#asks;
  }

  /** The same book in another state, or known at a later time. */
  as(news: Partial<Pick<BookSnapshot, 'state' | 'receivedAt'>>): UnpackedBook {
    return new UnpackedBook({ ...this.#packed, ...news });
  }
}

function levelsOf(levels: Float64Array, from: number, to: number): readonly BookLevel[] {
  const side: BookLevel[] = [];
  for (let level = from; level < to; level += 1) {
    side.push([asTicks(levels[2 * level] ?? 0), asLots(levels[2 * level + 1] ?? 0)]);
  }
  return side;
}
