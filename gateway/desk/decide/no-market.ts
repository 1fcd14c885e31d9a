// Why no venue shows a market in an instrument, as a client is to read it.

import type { Instrument, VenueID } from '../../../spec/terms/index.ts';
import { asPrice, formatDecimal } from '../../../spec/units/index.ts';
import type { BookSnapshot } from '../../../spec/venues/index.ts';
import type { Context } from './context.ts';

export function whyNoMarket(context: Context, instrument: Instrument): string {
  const { instrumentID, listings } = instrument;
  if (listings.length === 0) return 'no venue lists it';
  return listings
    .map(({ venueID }) =>
      context.venue(venueID)?.chain == null
        ? whyNot(context, venueID, context.market.book(venueID, instrumentID))
        : `${venueID} has no live pool`,
    )
    .join(', ');
}

function whyNot(context: Context, venueID: VenueID, book: BookSnapshot | null): string {
  if (book === null || book.state !== 'Live') return `${venueID} has no live book`;
  const ageMs = (context.now - book.receivedAt) / 1_000_000n;
  const { staleBookMs } = context.settings;
  if (ageMs > BigInt(staleBookMs)) {
    return `${venueID}'s book is ${ageMs} ms old, at most ${staleBookMs} is allowed`;
  }
  const [bid, ask] = [book.bids[0], book.asks[0]];
  if (bid === undefined || ask === undefined) return `${venueID}'s book is empty`;
  const priceOf = (ticks: number): string => formatDecimal(asPrice(BigInt(ticks) * book.tick));
  return `${venueID}'s book is crossed, bid ${priceOf(bid[0])} and ask ${priceOf(ask[0])}`;
}
