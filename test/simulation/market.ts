// The venues' books: thin, each on its own grid, other ones every half second, and at times none. What a
// venue then fills is its own affair: a book promises nothing.

import type { EpochNs } from '../../spec/ports/index.ts';
import type { VenueID } from '../../spec/terms/index.ts';
import { asLots, asTicks } from '../../spec/units/index.ts';
import type { BookLevel, BookSnapshot } from '../../spec/venues/index.ts';
import { bookAt, otherBookAt, venueID } from '../fixtures/desk.ts';
import { chanceOf } from './chance.ts';
import type { World } from './world.ts';

/** Levels on a side at most, and what one shows at most, in lots. */
const LEVELS = 4;
const SHOWN = { sandbox: 6_000, other: 600 };

/** Half a minute in every ten there is no live book, and never of both venues at once. */
/** `receivedAt` is by the clock of whoever looks. */
export function simulatedBook(
  world: World,
  venue: VenueID,
  receivedAt: EpochNs,
): BookSnapshot | null {
  const isFirst = venue === venueID;
  const phase = (world.seconds + (isFirst ? 0 : 300)) % 600;
  if (phase >= 570) return null;
  const whole = isFirst ? bookAt(receivedAt) : otherBookAt(receivedAt);
  // Not the world's own chance: a book is looked at as often as the desk likes.
  const chance = chanceOf(Math.floor(world.seconds * 2) * 2 + (isFirst ? 1 : 0));
  const most = isFirst ? SHOWN.sandbox : SHOWN.other;
  const side = (best: number, step: number): readonly BookLevel[] =>
    Array.from({ length: chance.below(LEVELS + 1) }, (_, at) => [
      asTicks(best + step * at),
      asLots(chance.between(1, most)),
    ]);
  const [bid, ask] = isFirst ? [9_999, 10_001] : [1_999, 2_001];
  return { ...whole, bids: side(bid - chance.below(3), -1), asks: side(ask + chance.below(3), 1) };
}
