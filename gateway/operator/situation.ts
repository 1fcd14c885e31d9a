// A running desk's market in an instrument, in the form that `causeway route` reads: what the router could take, and
// why it could take nothing elsewhere.

import type { Instrument, Listing } from '../../spec/terms/index.ts';
import {
  ONE,
  ZERO_NOTIONAL,
  asPrice,
  asQty,
  formatDecimal,
  formatNotional,
  priceOfTicks,
  qtyOfLots,
} from '../../spec/units/index.ts';
import type { BookLevel, BookSnapshot } from '../../spec/venues/index.ts';
import { type BookMark, type BookMoment, type VenueBook, markOf, nameOf } from './book.ts';
import type { VenuePool } from './pool-steps.ts';

type Pair = readonly [price: string, qty: string];

/** Decimals as text. */
export interface SituationBook {
  readonly name: string;
  readonly kind: 'book';
  readonly tick: string;
  readonly lot: string;
  readonly minQty: string;
  readonly maxQty: string;
  readonly minNotional: string;
  readonly takerFeeBps: string;
  readonly asks: readonly Pair[];
  readonly bids: readonly Pair[];
}

interface SituationPoolTerms {
  readonly name: string;
  readonly lot: string;
  readonly minQty: string;
  readonly gasCost: string;
}

/** Reserves in whole tokens. */
export interface SituationV2 extends SituationPoolTerms {
  readonly kind: 'v2';
  readonly reserves: { readonly base: string; readonly quote: string };
  readonly decimals: { readonly base: number; readonly quote: number };
  readonly feeBps: string;
}

export interface SituationV3 extends SituationPoolTerms {
  readonly kind: 'v3';
  readonly decimals: { readonly base: number; readonly quote: number };
  readonly baseIsToken0: boolean;
  readonly sqrtPriceX96: string;
  readonly tick: number;
  readonly liquidity: string;
  readonly tickSpacing: number;
  readonly feePips: number;
  readonly ticks: readonly (readonly [tick: number, liquidityNet: string])[];
}

export type SituationVenue = SituationBook | SituationV2 | SituationV3;

export interface Situation {
  readonly symbol: string;
  readonly venues: readonly SituationVenue[];
  /** Venues that list it and cannot be asked now. */
  readonly unused: readonly { readonly venue: string; readonly why: string }[];
}

export function situationOf(
  instrument: Instrument,
  books: readonly VenueBook[],
  moment: BookMoment,
): Situation {
  const venues: SituationVenue[] = [];
  const unused: { venue: string; why: string }[] = [];
  for (const one of books) {
    const listing = instrument.listings.find(
      ({ venueID, venueSymbol }) =>
        venueID === one.venueID && (one.poolName ?? venueSymbol) === venueSymbol,
    );
    const why = whyNot(one, listing, moment);
    if (listing === undefined || why !== null) {
      unused.push({ venue: nameOf(one), why: why ?? NOT_LISTED });
    } else if (one.pool !== null) venues.push(poolOf(nameOf(one), one.pool));
    else if (one.book !== null) venues.push(bookOf(one, one.book, listing));
  }
  return { symbol: instrument.symbol, venues, unused };
}

const NOT_LISTED = 'has not said its grid, or does not trade it now';

const WHY: Readonly<Record<Exclude<BookMark, 'Live'>, string>> = {
  Stale: 'has an old book',
  Crossed: 'has a crossed book',
  Invalid: 'has no live book',
  NoBook: 'has no book',
};

function whyNot(one: VenueBook, listing: Listing | undefined, moment: BookMoment): string | null {
  if (one.state !== 'Ready') return `is ${one.state}`;
  if (listing === undefined) return NOT_LISTED;
  if (one.pool !== null && one.pool.gasCost === null) return 'asks for gas that has no price now';
  const mark = markOf(one, moment);
  return mark === 'Live' ? null : WHY[mark];
}

function bookOf({ takerFee }: VenueBook, book: BookSnapshot, listing: Listing): SituationBook {
  const side = (levels: readonly BookLevel[]): readonly Pair[] =>
    levels.map(([ticks, lots]) => [
      formatDecimal(priceOfTicks(ticks, book.tick)),
      formatDecimal(qtyOfLots(lots, book.lot)),
    ]);
  return {
    name: listing.venueID,
    kind: 'book',
    tick: formatDecimal(listing.tick),
    lot: formatDecimal(listing.lot),
    minQty: formatDecimal(listing.minQty),
    maxQty: formatDecimal(listing.maxQty),
    minNotional: formatNotional(listing.minNotional),
    takerFeeBps: formatDecimal(asPrice(takerFee * 10_000n)),
    asks: side(book.asks),
    bids: side(book.bids),
  };
}

function poolOf(
  name: string,
  { snapshot, gasCost, lot, minQty }: VenuePool,
): SituationV2 | SituationV3 {
  const { pool, decimals, baseIsToken0 } = snapshot;
  const terms = {
    name,
    lot: formatDecimal(lot),
    minQty: formatDecimal(minQty),
    gasCost: formatNotional(gasCost ?? ZERO_NOTIONAL),
  };
  if (pool.type === 'V3') {
    const { sqrtPriceX96, tick, liquidity, tickSpacing, feePips, ticks } = pool;
    return {
      ...terms,
      kind: 'v3',
      decimals,
      baseIsToken0,
      sqrtPriceX96: String(sqrtPriceX96),
      tick,
      liquidity: String(liquidity),
      tickSpacing,
      feePips,
      ticks: ticks.map(([at, net]) => [at, String(net)]),
    };
  }
  const { reserve0, reserve1, feePips } = pool;
  const [base, quote] = baseIsToken0 ? [reserve0, reserve1] : [reserve1, reserve0];
  return {
    ...terms,
    kind: 'v2',
    reserves: {
      base: wholeTokens(base, decimals.base),
      quote: wholeTokens(quote, decimals.quote),
    },
    decimals,
    feeBps: String(feePips / PIPS_IN_BP),
  };
}

const PIPS_IN_BP = 100;

function wholeTokens(amount: bigint, decimals: number): string {
  return formatDecimal(asQty((amount * ONE) / 10n ** BigInt(decimals)));
}
