// Where the rest of a resting order is posted: at the least maker fee, then behind the shortest queue.

import type { Side } from '../../../spec/terms/index.ts';
import { type Price, formatDecimal } from '../../../spec/units/index.ts';
import type { BookSnapshot } from '../../../spec/venues/index.ts';
import type { Draft } from './draft.ts';
import { feeFor, priceAt } from './fit.ts';
import { isFresh } from './shown.ts';
import type { Usable } from './venues-for.ts';

export interface RestPlace {
  readonly at: Usable;
  readonly why: string;
}

interface Ranked extends RestPlace {
  /** Null: no live book, so nobody knows what stands before the order there. */
  readonly ahead: bigint | null;
}

const BPS_IN_ONE = 10_000n;

/** Best first; venues without a live book last. */
export function byRest(draft: Draft, usable: readonly Usable[]): readonly RestPlace[] {
  return usable
    .filter(({ venue }) => venue.capabilities.timesInForce.includes('GTC'))
    .map((at) => ranked(draft, at))
    .toSorted(better);
}

function ranked({ order, context }: Draft, at: Usable): Ranked {
  const { listing, venue } = at;
  const book = context.market.book(listing.venueID, order.instrumentID);
  const price = priceAt(order, listing, feeFor('GTC', venue.fees));
  const ahead =
    book === null || !isFresh(context, book) ? null : queueAhead(book, order.side, price);
  const queue = ahead === null ? 'no live book' : `${formatDecimal(ahead)} ahead of it`;
  const fee = formatDecimal(venue.fees.maker * BPS_IN_ONE);
  return { at, ahead, why: `the rest is posted there: maker fee ${fee} bps, ${queue}` };
}

function better(a: Ranked, b: Ranked): number {
  if ((a.ahead === null) !== (b.ahead === null)) return a.ahead === null ? 1 : -1;
  const [fee, otherFee] = [a.at.venue.fees.maker, b.at.venue.fees.maker];
  if (fee !== otherFee) return fee < otherFee ? -1 : 1;
  const [ahead, otherAhead] = [a.ahead ?? 0n, b.ahead ?? 0n];
  if (ahead === otherAhead) return 0;
  return ahead < otherAhead ? -1 : 1;
}

/** What trades before an order of that price: all at its own price or better. */
function queueAhead(book: BookSnapshot, side: Side, price: Price): bigint {
  let lots = 0n;
  for (const [ticks, shown] of side === 'buy' ? book.bids : book.asks) {
    const level = BigInt(ticks) * book.tick;
    if (side === 'buy' ? level < price : level > price) break;
    lots += BigInt(shown);
  }
  return lots * book.lot;
}
