// `causeway book`: an instrument's books at all its venues as one ladder.

import type { BookLevelRow, BookVenueRow, ConsolidatedBook } from '../operator/index.ts';
import { type View, seconds } from './desk-views.ts';
import { type Cell, type Output, bar, table } from './output.ts';

export interface BookOptions {
  readonly depth: number;
  readonly allIn: boolean;
}

/** The first row: what the ladder comes to. */
type BookHead = { readonly type: 'Book' } & Omit<ConsolidatedBook, 'venues' | 'levels'>;
type BookRow = BookHead | BookVenueRow | BookLevelRow;

/** Characters of the bar that is all that a side shows. */
const BAR = 16;

export function bookView(symbol: string, { depth, allIn }: BookOptions): View<BookRow> {
  return {
    path: 'book',
    body: { symbol, depth, allIn },
    rows(body) {
      const { venues, levels, ...head } = body as ConsolidatedBook;
      return [{ type: 'Book', ...head }, ...venues, ...levels];
    },
    shown(out, rows) {
      const of = <Type extends BookRow['type']>(type: Type) =>
        rows.filter((row): row is Extract<BookRow, { type: Type }> => row.type === type);
      const levels = of('Level');
      return [
        ...of('Book').map((head) => headText(out, head, levels)),
        '',
        venuesText(of('Venue')),
        '',
        ladderText(levels),
      ].join('\n');
    },
  };
}

function headText(out: Output, head: BookHead, levels: readonly BookLevelRow[]): string {
  const prices = head.allIn ? "prices with taker's fees" : 'prices as quoted, without fees';
  const best = (side: 'bid' | 'ask'): string => {
    const level = levels.find((one) => one.side === side);
    return level === undefined ? 'none' : `${short(level.price)} at ${venuesOf(level)}`;
  };
  const title = out.style('bold', `${head.symbol}  bid ${best('bid')}, ask ${best('ask')}`);
  return `${title}\n${spreadText(out, head)}; ${prices}`;
}

/** For the eye: a pool's price may have 18 decimals. `--json` has all of them. */
function short(price: string): string {
  return price.replace(/(\.\d{6})\d+$/, '$1');
}

function venuesOf({ venues }: BookLevelRow): string {
  return venues.map(({ venueID }) => venueID).join(' and ');
}

function spreadText(out: Output, { crossedBy }: BookHead): string {
  if (crossedBy === null) return out.style('yellow', 'a side is empty');
  if (crossedBy.startsWith('-')) return `spread ${crossedBy.slice(1)}`;
  return out.style('yellow', `CROSSED between venues by ${crossedBy}`);
}

function venuesText(rows: readonly BookVenueRow[]): string {
  return table(
    ['venue', 'state', 'book', 'age', 'costs', 'bid', 'ask', 'of the bids', 'of the asks'],
    rows.map((row) => [
      row.venueID,
      row.state,
      row.book === 'Live' ? 'live' : { text: MARKS[row.book], style: 'red' },
      row.ageMs === null ? '' : seconds(row.ageMs),
      row.gasCost === null ? `${row.takerFeeBps} bp` : `gas ${Number(row.gasCost).toFixed(2)}`,
      short(row.bid ?? ''),
      short(row.ask ?? ''),
      `${(row.bidShare * 100).toFixed(1)} %`,
      `${(row.askShare * 100).toFixed(1)} %`,
    ]),
    ['age', 'costs', 'bid', 'ask', 'of the bids', 'of the asks'],
  );
}

/** In capitals what the router does not take. */
const MARKS: Readonly<Record<Exclude<BookVenueRow['book'], 'Live'>, string>> = {
  Stale: 'STALE',
  Crossed: 'CROSSED',
  Invalid: 'NOT LIVE',
  NoBook: 'NO BOOK',
};

/** The asks above the bids, the best of both in the middle. */
function ladderText(levels: readonly BookLevelRow[]): string {
  const bids = levels.filter(({ side }) => side === 'bid');
  const asks = levels.filter(({ side }) => side === 'ask');
  const most = Math.max(...levels.map(({ totalQty }) => Number(totalQty)), 0);
  const row = (level: BookLevelRow): readonly Cell[] => [
    { text: level.side, style: level.side === 'bid' ? 'green' : 'red' },
    short(level.price),
    level.qty,
    level.totalQty,
    bar(Number(level.totalQty), most, BAR),
    level.venues.map(({ venueID, qty }) => `${venueID} ${qty}`).join(', '),
  ];
  return table(
    ['', 'price', 'qty', 'total', '', 'at'],
    [...asks.toReversed().map(row), ...bids.map(row)],
    ['price', 'qty', 'total'],
  );
}
