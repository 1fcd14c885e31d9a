// Books as they are shown: those that changed in a step, each whole to a depth, and none that is not known to be.

import type { VenueSymbol } from '../port/index.ts';
import type { EpochNs } from '../../spec/ports/index.ts';
import { ZERO_PRICE, ZERO_QTY } from '../../spec/units/index.ts';
import type { BookLevel, BookSnapshot, BookState } from '../../spec/venues/index.ts';
import type { Grid } from './listings.ts';
import type { Turn } from './turn.ts';

/** One symbol's book, there while it is live. */
export interface ShownBook<B> {
  readonly symbol: VenueSymbol;
  grid: Grid | null;
  state: BookState;
  book: B | null;
  receivedAt: EpochNs;
  /** Changed since it was shown last. */
  dirty: boolean;
}

interface Levels {
  bids(levels: number): BookLevel[];
  asks(levels: number): BookLevel[];
}

/** At once not for trading. */
export function invalidate<B>(turn: Turn, shown: ShownBook<B>, reason: string): void {
  if (shown.state === 'Live') {
    const { venueSymbol } = shown.symbol;
    turn.remark('info', 'a book is invalid', { venueSymbol, reason });
  }
  if (shown.state !== 'Invalid') shown.dirty = true;
  shown.state = 'Invalid';
  shown.book = null;
}

/** Those that changed, `levels` deep. `updateIDOf`: which update it is as of. */
export function changedBooks<B extends Levels, S extends ShownBook<B>>(
  shown: Iterable<S>,
  how: {
    readonly turn: Turn;
    readonly levels: number;
    updateIDOf(one: S): number;
  },
): BookSnapshot[] {
  const books: BookSnapshot[] = [];
  for (const one of shown) {
    if (!one.dirty) continue;
    one.dirty = false;
    const { symbol, state, receivedAt, grid, book } = one;
    books.push({
      venueID: how.turn.venueID,
      instrumentID: symbol.instrumentID,
      venueSymbol: symbol.venueSymbol,
      state,
      updateID: how.updateIDOf(one),
      receivedAt,
      tick: grid?.tick ?? ZERO_PRICE,
      lot: grid?.lot ?? ZERO_QTY,
      bids: book?.bids(how.levels) ?? [],
      asks: book?.asks(how.levels) ?? [],
    });
  }
  return books;
}
