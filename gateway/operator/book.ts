// An instrument's books of all its venues as one ladder, as the router would see it: what may be traded on, and what
// may not beside it, with the reason.

import type { EpochNs } from '../../spec/ports/index.ts';
import type { VenueID } from '../../spec/terms/index.ts';
import {
  ONE,
  type Price,
  type Qty,
  type Rate,
  ZERO_QTY,
  addQty,
  asPrice,
  asQty,
  floorToLot,
  formatDecimal,
  formatNotional,
  priceOfTicks,
  qtyOfLots,
} from '../../spec/units/index.ts';
import type { BookLevel, BookSnapshot, VenueState } from '../../spec/venues/index.ts';
import { isCrossed, isFresh, isFreshPool } from '../desk/index.ts';
import { type Step, type VenuePool, poolSteps } from './pool-steps.ts';

/** One venue where the instrument is listed. */
export interface VenueBook {
  readonly venueID: VenueID;
  /** Which of several pools that the venue has of the instrument. */
  readonly poolName?: string;
  readonly state: VenueState;
  readonly takerFee: Rate;
  readonly book: BookSnapshot | null;
  /** Null: it has a book, or nothing yet. */
  readonly pool: VenuePool | null;
}

export interface BookQuestion {
  readonly symbol: string;
  /** Levels a side. */
  readonly depth: number;
  /** Prices with the taker's fee in them: what a buyer pays and a seller gets. */
  readonly allIn: boolean;
}

/** Only `Live` books are in the ladder: the router takes none of the others. */
export type BookMark = 'Live' | 'Stale' | 'Crossed' | 'Invalid' | 'NoBook';

export interface BookVenueRow {
  readonly type: 'Venue';
  readonly venueID: string;
  readonly state: VenueState;
  readonly book: BookMark;
  /** Since its line last proved alive; null: it has no book. */
  readonly ageMs: number | null;
  readonly takerFeeBps: string;
  /** Of one swap in a pool, whatever its size, in the quote currency; null: of no pool, or without a price now. */
  readonly gasCost: string | null;
  /** Its own best prices as quoted, without fees; null: none. */
  readonly bid: string | null;
  readonly ask: string | null;
  /** Parts of what the ladder shows of a side, 0 to 1. */
  readonly bidShare: number;
  readonly askShare: number;
}

export interface BookLevelRow {
  readonly type: 'Level';
  readonly side: 'bid' | 'ask';
  /** With fees where they were asked for. */
  readonly price: string;
  readonly qty: string;
  /** Of this level and all better ones. */
  readonly totalQty: string;
  readonly venues: readonly { readonly venueID: string; readonly qty: string }[];
}

export interface ConsolidatedBook {
  readonly symbol: string;
  readonly allIn: boolean;
  /** Above 0: so much a buyer at one venue pays less than a seller at another gets. Null: a side is empty. */
  readonly crossedBy: string | null;
  readonly venues: readonly BookVenueRow[];
  /** Each side best first, the bids before the asks. */
  readonly levels: readonly BookLevelRow[];
}

export interface BookMoment {
  readonly now: EpochNs;
  readonly staleBookMs: number;
}

interface Level {
  readonly price: Price;
  qty: Qty;
  readonly venues: Map<string, Qty>;
}

export function consolidatedBook(
  question: BookQuestion,
  books: readonly VenueBook[],
  moment: BookMoment,
): ConsolidatedBook {
  const usable = books.filter((one) => markOf(one, moment) === 'Live');
  const bids = ladder(question, usable, 'bid');
  const asks = ladder(question, usable, 'ask');
  const [bid, ask] = [bids[0], asks[0]];
  return {
    symbol: question.symbol,
    allIn: question.allIn,
    crossedBy:
      bid === undefined || ask === undefined ? null : formatDecimal(asPrice(bid.price - ask.price)),
    venues: books.map((one) => venueRow(one, moment, { bids, asks })),
    levels: [...rows(bids, 'bid'), ...rows(asks, 'ask')],
  };
}

/** Of several pools of a venue each has a name of its own. */
export function nameOf({ venueID, poolName }: Pick<VenueBook, 'venueID' | 'poolName'>): string {
  return poolName === undefined ? venueID : `${venueID}/${poolName}`;
}

/** Why a book is not traded on, or that it is. */
export function markOf({ book, pool }: VenueBook, { now, staleBookMs }: BookMoment): BookMark {
  const moment = { now, settings: { staleBookMs } };
  if (pool !== null) {
    if (pool.snapshot.state !== 'Live') return 'Invalid';
    return isFreshPool(moment, pool.snapshot) ? 'Live' : 'Stale';
  }
  if (book === null) return 'NoBook';
  if (book.state !== 'Live') return 'Invalid';
  if (isCrossed(book)) return 'Crossed';
  return isFresh(moment, book) ? 'Live' : 'Stale';
}

/** Best first, levels of one price together. */
function ladder(
  { depth, allIn }: BookQuestion,
  books: readonly VenueBook[],
  side: 'bid' | 'ask',
): readonly Level[] {
  const levels = new Map<bigint, Level>();
  const step = stepOf(books, side, depth);
  for (const one of books) {
    const { takerFee } = one;
    const name = nameOf(one);
    for (const { price: quoted, qty } of levelsOf(one, side, { qty: step, count: depth })) {
      const price = allIn ? withFee(quoted, takerFee, side) : quoted;
      const found = levels.get(price) ?? { price, qty: ZERO_QTY, venues: new Map<string, Qty>() };
      levels.set(price, found);
      found.qty = addQty(found.qty, qty);
      found.venues.set(name, addQty(found.venues.get(name) ?? ZERO_QTY, qty));
    }
  }
  const direction = side === 'bid' ? -1 : 1;
  return [...levels.values()]
    .sort((a, b) => (a.price < b.price ? -direction : direction))
    .slice(0, depth);
}

interface Steps {
  readonly qty: Qty;
  readonly count: number;
}

function levelsOf(one: VenueBook, side: 'bid' | 'ask', steps: Steps): readonly Step[] {
  const { book, pool } = one;
  if (pool !== null) {
    const qty = floorToLot(steps.qty, pool.lot);
    return poolSteps(pool, side, { ...steps, qty: qty > pool.lot ? qty : pool.lot });
  }
  if (book === null) return [];
  return (side === 'bid' ? book.bids : book.asks).map((level) => {
    const [price, qty] = amounts(book, level);
    return { price, qty };
  });
}

/** A pool's steps are as deep as the deepest book's usual level; where there are pools alone, a part of the most of one swap. */
function stepOf(books: readonly VenueBook[], side: 'bid' | 'ask', depth: number): Qty {
  let deepest = 0n;
  for (const { book } of books) {
    if (book === null) continue;
    let all = 0n;
    for (const level of (side === 'bid' ? book.bids : book.asks).slice(0, depth)) {
      all += amounts(book, level)[1];
    }
    if (all / BigInt(depth) > deepest) deepest = all / BigInt(depth);
  }
  if (deepest > 0n) return asQty(deepest);
  const most = books.reduce((max, { pool }) => (pool && pool.maxQty > max ? pool.maxQty : max), 0n);
  return asQty(most / (10n * BigInt(depth)));
}

function amounts(book: BookSnapshot, [ticks, lots]: BookLevel): readonly [Price, Qty] {
  return [priceOfTicks(ticks, book.tick), qtyOfLots(lots, book.lot)];
}

/** Against whoever takes: what a buyer pays is rounded up, what a seller gets down. */
function withFee(price: Price, fee: Rate, side: 'bid' | 'ask'): Price {
  if (side === 'bid') return asPrice((price * (ONE - fee)) / ONE);
  const paid = price * (ONE + fee);
  return asPrice(paid / ONE + (paid % ONE === 0n ? 0n : 1n));
}

function venueRow(
  one: VenueBook,
  moment: BookMoment,
  { bids, asks }: { readonly bids: readonly Level[]; readonly asks: readonly Level[] },
): BookVenueRow {
  const { state, takerFee, book, pool } = one;
  const name = nameOf(one);
  const seen = pool === null ? book : pool.snapshot;
  const best = (side: 'bid' | 'ask'): string | null => {
    const [level] = levelsOf(one, side, { qty: pool?.lot ?? ZERO_QTY, count: 1 });
    return level === undefined ? null : formatDecimal(level.price);
  };
  const gasCost = pool?.gasCost ?? null;
  return {
    type: 'Venue',
    venueID: name,
    state,
    book: markOf(one, moment),
    ageMs: seen === null ? null : Number(moment.now - seen.receivedAt) / 1_000_000,
    takerFeeBps: formatDecimal(asPrice(takerFee * 10_000n)),
    gasCost: gasCost === null ? null : formatNotional(gasCost),
    bid: best('bid'),
    ask: best('ask'),
    bidShare: shareOf(name, bids),
    askShare: shareOf(name, asks),
  };
}

function shareOf(name: string, levels: readonly Level[]): number {
  let own = 0n;
  let all = 0n;
  for (const { qty, venues } of levels) {
    own += venues.get(name) ?? 0n;
    all += qty;
  }
  return all === 0n ? 0 : Number((own * 10_000n) / all) / 10_000;
}

function rows(levels: readonly Level[], side: 'bid' | 'ask'): readonly BookLevelRow[] {
  let total = ZERO_QTY;
  return levels.map(({ price, qty, venues }) => {
    total = addQty(total, qty);
    return {
      type: 'Level',
      side,
      price: formatDecimal(price),
      qty: formatDecimal(qty),
      totalQty: formatDecimal(total),
      venues: [...venues].map(([venueID, of]) => ({ venueID, qty: formatDecimal(of) })),
    };
  });
}
