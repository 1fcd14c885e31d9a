// What live books and pools show, and whether they may be traded on.

import type { ParentOrder } from '../../../spec/events/index.ts';
import { type Qty, asQty } from '../../../spec/units/index.ts';
import type { BookSnapshot, PoolSnapshot } from '../../../spec/venues/index.ts';
import type { Context, DeskSettings } from './context.ts';

export interface Moment extends Pick<Context, 'now'> {
  readonly settings: Pick<DeskSettings, 'staleBookMs'>;
}

/** Live, young enough to be traded on, and not crossed. */
export function isFresh(context: Moment, book: BookSnapshot): boolean {
  const ageNs = context.now - book.receivedAt;
  const boundNs = BigInt(context.settings.staleBookMs) * 1_000_000n;
  return book.state === 'Live' && ageNs <= boundNs && !isCrossed(book);
}

/** Of the head, and that was seen not long ago. */
export function isFreshPool(context: Moment, { state, receivedAt }: PoolSnapshot): boolean {
  const boundNs = BigInt(context.settings.staleBookMs) * 1_000_000n;
  return state === 'Live' && context.now - receivedAt <= boundNs;
}

/** A bid at or above the ask of the same venue: its data are wrong, whatever their age. */
export function isCrossed({ bids, asks }: BookSnapshot): boolean {
  const [bid, ask] = [bids[0], asks[0]];
  return bid !== undefined && ask !== undefined && bid[0] >= ask[0];
}

/** Zero where the book is not live or too old to be traded on. */
export function shownWithin(
  context: Context,
  book: BookSnapshot | null,
  { side, worstPrice }: Pick<ParentOrder, 'side' | 'worstPrice'>,
): Qty {
  if (book === null || !isFresh(context, book)) return asQty(0n);
  let lots = 0n;
  for (const [ticks, shown] of side === 'buy' ? book.asks : book.bids) {
    const price = BigInt(ticks) * book.tick;
    if (side === 'buy' ? price > worstPrice : price < worstPrice) break;
    lots += BigInt(shown);
  }
  return asQty(lots * book.lot);
}
