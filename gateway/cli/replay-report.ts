// What a replay tells: what happened, as it happened, the top of each book at the end of each second, and the sums.

import type { CaptureRecord, CapturedMarket, MarketCounters } from '../../adapters/port/index.ts';
import type { Replayed } from '../../adapters/connection/index.ts';
import {
  type Qty,
  addQty,
  epochNs,
  formatDecimal,
  isoTime,
  priceOfTicks,
  qtyOfLots,
  ZERO_QTY,
} from '../../spec/units/index.ts';
import type { BookLevel, BookSnapshot, MarketTrade, VenueNotice } from '../../spec/venues/index.ts';
import type { CaptureLine, CaptureProblem } from './capture-files.ts';
import { type Output, table, visible } from './output.ts';

/** Of one symbol. */
interface Followed {
  readonly venueSymbol: string;
  book: BookSnapshot | null;
  updates: number;
  trades: number;
  aggregateTrades: number;
  tradedQty: Qty;
  /** The same trades once more, where both streams were recorded. */
  aggregateQty: Qty;
  gaps: number;
  checksumFailures: number;
}

interface Counted {
  readonly before: MarketCounters;
  readonly after: MarketCounters;
}

const NS_PER_SECOND = 1_000_000_000n;
/** No frame for longer: the seconds between have no rows of their own. */
const SILENCE_SECONDS = 60n;
/** Levels of a book that are told at the end. */
const LEVELS = 10;

/** Mutable. Holds one line for each symbol, whatever the length of the capture. */
export class ReplayReport {
  readonly #out: Output;
  readonly #venue: string;
  readonly #symbols = new Map<string, Followed>();
  readonly #markets: readonly CapturedMarket[];
  /** The second that is being replayed; null: nothing had a time yet. */
  #second: bigint | null = null;
  #firstAt: bigint | null = null;
  #lastAt = 0n;
  #frames = 0;
  #answers = 0;
  #problems = 0;
  /** Remarks that a person should look at, besides gaps and checks. */
  #faults = 0;
  #tops = 0;

  constructor(out: Output, venue: string, markets: readonly CapturedMarket[]) {
    this.#out = out;
    this.#venue = venue;
    this.#markets = markets;
    for (const { venueSymbols } of markets) {
      for (const venueSymbol of venueSymbols) this.#symbols.set(venueSymbol, unseen(venueSymbol));
    }
  }

  problem({ file, line }: CaptureLine, { found, expected }: CaptureProblem): void {
    this.#problems += 1;
    this.#out.object({ type: 'Problem', file, line, found, expected });
    this.#out.error(`${file}:${line}  found ${visible(found)}  expected ${expected}`);
  }

  /** Before a record is taken: seconds that are over are told. */
  began(record: CaptureRecord): void {
    if (record.type === 'Frame') this.#frames += 1;
    if (record.type === 'Answer') this.#answers += 1;
    if (record.type === 'Aside' || record.at === null) return;
    this.#firstAt ??= record.at;
    if (record.at > this.#lastAt) this.#lastAt = record.at;
    const second = this.#lastAt / NS_PER_SECOND;
    this.#second ??= second;
    if (second - this.#second > SILENCE_SECONDS) {
      this.#tellTops(this.#second);
      this.#silence(this.#second, second);
      this.#second = second;
    }
    for (; this.#second < second; this.#second += 1n) this.#tellTops(this.#second);
  }

  took(line: CaptureLine, { books, trades, notices }: Replayed, counted: Counted): void {
    for (const book of books) {
      const followed = this.#of(book.venueSymbol);
      followed.book = book;
      if (book.state === 'Live') followed.updates += 1;
    }
    for (const trade of trades) this.#traded(trade);
    this.#heed(line, notices, counted);
  }

  /** The sums; false where something was missing, differed or could not be read. */
  end(files: readonly string[]): boolean {
    if (this.#second !== null) this.#tellTops(this.#second);
    const followed = [...this.#symbols.values()];
    for (const one of followed) this.#out.object(bookObject(one));
    const counters = this.#markets.map(({ market }) => market.counters());
    const sum = (of: (one: MarketCounters) => number): number =>
      counters.reduce((total, one) => total + of(one), 0);
    const gaps = sum((one) => one.gaps);
    const differing = sum((one) => one.differing);
    const counts = {
      frames: this.#frames,
      answers: this.#answers,
      seconds: Number(this.#lastAt - (this.#firstAt ?? this.#lastAt)) / 1e9,
      books: followed.length,
      liveBooks: followed.filter(({ book }) => book?.state === 'Live').length,
      bookUpdates: followed.reduce((total, one) => total + one.updates, 0),
      trades: followed.reduce((total, one) => total + one.trades, 0),
      aggregateTrades: followed.reduce((total, one) => total + one.aggregateTrades, 0),
      gaps,
      checksCompared: sum((one) => one.compared),
      checksumFailures: differing,
      topRows: this.#tops,
      faults: this.#faults,
      problems: this.#problems,
    };
    this.#out.object({ type: 'Replayed', venue: this.#venue, files, ...counts });
    if (followed.length > 0) this.#draw(followed);
    const isSound = gaps + differing + this.#faults + this.#problems === 0;
    const words = [
      `${counts.frames} frames and ${counts.answers} answers in ${counts.seconds.toFixed(1)} s`,
      `${counts.liveBooks} of ${counts.books} books live`,
      `${gaps} gaps`,
      `${differing} of ${counts.checksCompared} ${CHECKS[this.#venue] ?? 'checks'} differ`,
      `${this.#problems} lines cannot be read`,
    ];
    this.#out.line(this.#out.style(isSound ? 'green' : 'red', words.join(', ')));
    return isSound;
  }

  #of(venueSymbol: string): Followed {
    const followed = this.#symbols.get(venueSymbol) ?? unseen(venueSymbol);
    this.#symbols.set(venueSymbol, followed);
    return followed;
  }

  #traded(trade: MarketTrade): void {
    const { venueSymbol, tradeID, isAggregate, takerSide, price, qty, tradedAt } = trade;
    const followed = this.#of(venueSymbol);
    if (isAggregate) followed.aggregateTrades += 1;
    else followed.trades += 1;
    if (isAggregate) followed.aggregateQty = addQty(followed.aggregateQty, qty);
    else followed.tradedQty = addQty(followed.tradedQty, qty);
    this.#out.object({
      type: 'Trade',
      at: isoTime(tradedAt),
      symbol: venueSymbol,
      tradeID,
      isAggregate,
      side: takerSide,
      price: formatDecimal(price),
      qty: formatDecimal(qty),
    });
  }
  /** What a step remarked, once for each symbol and reason, as what the counters say that it was. */
  #heed(line: CaptureLine, notices: readonly VenueNotice[], { before, after }: Counted): void {
    const type =
      after.gaps > before.gaps
        ? 'Gap'
        : after.differing > before.differing
          ? 'ChecksumFailure'
          : 'Remark';
    const told = new Set<string>();
    for (const notice of notices) {
      if (notice.type !== 'Remarked') continue;
      const { level, sentence, fields } = notice;
      const reason = String(fields['reason'] ?? sentence);
      const symbol = fields['venueSymbol'] === undefined ? null : String(fields['venueSymbol']);
      if (type === 'Remark' && level !== 'info') this.#faults += 1;
      if (told.has(`${symbol} ${reason}`)) continue;
      told.add(`${symbol} ${reason}`);
      if (symbol !== null && type === 'Gap') this.#of(symbol).gaps += 1;
      if (symbol !== null && type === 'ChecksumFailure') this.#of(symbol).checksumFailures += 1;
      const at = isoTime(epochNs(this.#lastAt));
      const place = { file: line.file, line: line.line };
      this.#out.object({ type, at, symbol, level, sentence, ...fields, reason, ...place });
      const words = [sentence, symbol ?? '', reason === sentence ? '' : reason];
      const text = words.filter((word) => word !== '').join(': ');
      this.#out.line(this.#out.style('yellow', `${place.file}:${place.line}  ${visible(text)}`));
    }
  }

  #silence(from: bigint, to: bigint): void {
    const seconds = Number(to - from);
    this.#out.object({ type: 'Silence', from: secondText(from), to: secondText(to), seconds });
    this.#out.line(this.#out.style('dim', `nothing for ${seconds} s from ${secondText(from)}`));
  }

  #tellTops(second: bigint): void {
    for (const { venueSymbol, book } of this.#symbols.values()) {
      if (book === null || book.state === 'Syncing') continue;
      if (this.#tops === 0) this.#out.line(this.#out.style('bold', this.#row(HEAD)));
      this.#tops += 1;
      const { state, updateID } = book;
      const [bid, bidQty] = levelText(book, book.bids[0]);
      const [ask, askQty] = levelText(book, book.asks[0]);
      const at = secondText(second);
      const top = { second: at, symbol: venueSymbol, state, bid, bidQty, ask, askQty, updateID };
      this.#out.object({ type: 'Top', ...top });
      const prices = [bidQty, bid, ask, askQty].map((one) => one ?? '');
      this.#out.line(this.#row([at.slice(0, 19), venueSymbol, ...prices, state]));
    }
  }

  /** Rows are written as they come, so widths are set beforehand. */
  #row(cells: readonly string[]): string {
    const longest = Math.max(6, ...[...this.#symbols.keys()].map(({ length }) => length));
    const widths = [19, longest, -16, -14, -14, -16];
    return cells
      .map((cell, at) => {
        const width = widths[at] ?? 0;
        return width < 0 ? cell.padStart(-width) : cell.padEnd(width);
      })
      .join('  ')
      .trimEnd();
  }

  #draw(followed: readonly Followed[]): void {
    const rows = followed.map((one) => [
      one.venueSymbol,
      one.book?.state ?? 'no snapshot',
      String(one.updates),
      String(one.trades === 0 ? one.aggregateTrades : one.trades),
      formatDecimal(quantityOf(one)),
      String(one.gaps),
      String(one.checksumFailures),
    ]);
    const numbers = ['updates', 'trades', 'traded', 'gaps', 'failures'];
    this.#out.line();
    this.#out.line(table(['symbol', 'book', ...numbers], rows, numbers));
    this.#out.line();
  }
}

const HEAD = ['second (UTC)', 'symbol', 'bid qty', 'bid', 'ask', 'ask qty', 'book'] as const;

/** What the venue's own word on a book is, for a person. */
const CHECKS: Readonly<Record<string, string>> = {
  binance: 'tops of bookTicker',
  kraken: 'checksums',
};

function unseen(venueSymbol: string): Followed {
  return {
    venueSymbol,
    book: null,
    updates: 0,
    trades: 0,
    aggregateTrades: 0,
    tradedQty: ZERO_QTY,
    aggregateQty: ZERO_QTY,
    gaps: 0,
    checksumFailures: 0,
  };
}

/** Of the trades one by one where they were recorded, else of the aggregates. */
function quantityOf({ trades, tradedQty, aggregateQty }: Followed): Qty {
  return trades === 0 ? aggregateQty : tradedQty;
}

function bookObject(one: Followed) {
  const { venueSymbol, book, updates, trades, aggregateTrades, gaps, checksumFailures } = one;
  const levels = (side: readonly BookLevel[] = []) =>
    side.slice(0, LEVELS).map((level) => (book === null ? [] : levelText(book, level)));
  return {
    type: 'Book',
    symbol: venueSymbol,
    state: book?.state ?? 'NoSnapshot',
    updates,
    trades,
    aggregateTrades,
    tradedQty: formatDecimal(quantityOf(one)),
    gaps,
    checksumFailures,
    bids: levels(book?.bids),
    asks: levels(book?.asks),
  };
}

/** Price and quantity; null where the side is empty. */
function levelText(
  { tick, lot }: BookSnapshot,
  level: BookLevel | undefined,
): readonly [price: string | null, qty: string | null] {
  if (level === undefined) return [null, null];
  const [ticks, lots] = level;
  return [formatDecimal(priceOfTicks(ticks, tick)), formatDecimal(qtyOfLots(lots, lot))];
}

function secondText(second: bigint): string {
  return `${isoTime(epochNs(second * NS_PER_SECOND)).slice(0, 19)}Z`;
}
