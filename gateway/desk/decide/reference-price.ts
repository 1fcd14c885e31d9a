// What an instrument is worth now: what orders are judged against, and gas is valued at.

import { middlePrice } from '../../../spec/pools/index.ts';
import type { Instrument } from '../../../spec/terms/index.ts';
import { type Price, asPrice } from '../../../spec/units/index.ts';
import type { Context } from './context.ts';
import { type Moment, isFresh, isFreshPool } from './shown.ts';

/** What is asked for a price: the market, and the time. */
export type PriceContext = Moment & Pick<Context, 'market'>;

/**
 * The middle between the best bid and the best ask of all live, fresh books; with one side empty
 * everywhere, the other side's best. Where no book is live, the pools speak: with a book they do not, since
 * whoever pays for it moves a pool's price, for a block.
 */
export function referencePriceOf(context: PriceContext, instrument: Instrument): Price | null {
  return ofBooks(context, instrument) ?? ofPools(context, instrument);
}

function ofBooks(context: PriceContext, instrument: Instrument): Price | null {
  let bid: bigint | null = null;
  let ask: bigint | null = null;
  for (const listing of instrument.listings) {
    const book = context.market.book(listing.venueID, instrument.instrumentID);
    if (book === null || !isFresh(context, book)) continue;
    const bestBid = book.bids[0];
    const bestAsk = book.asks[0];
    if (bestBid !== undefined) {
      const price = BigInt(bestBid[0]) * book.tick;
      if (bid === null || price > bid) bid = price;
    }
    if (bestAsk !== undefined) {
      const price = BigInt(bestAsk[0]) * book.tick;
      if (ask === null || price < ask) ask = price;
    }
  }
  return middleOf(bid ?? ask, ask ?? bid);
}

/** Between the lowest and the highest of them. */
function ofPools(context: PriceContext, instrument: Instrument): Price | null {
  let low: bigint | null = null;
  let high: bigint | null = null;
  for (const { venueID, venueSymbol } of instrument.listings) {
    const pool = context.market.pool(venueID, venueSymbol);
    if (pool === null || !isFreshPool(context, pool)) continue;
    const price = middlePrice(pool.pool, pool);
    if (price === null || price === 0n) continue;
    if (low === null || price < low) low = price;
    if (high === null || price > high) high = price;
  }
  return middleOf(low, high);
}

function middleOf(low: bigint | null, high: bigint | null): Price | null {
  return low === null || high === null ? null : asPrice((low + high) / 2n);
}
