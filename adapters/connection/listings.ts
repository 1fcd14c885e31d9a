// What a venue lists, symbol by symbol, with what is wrong in it: shared by its readers, its market
// machine and its order machine.

import type { Price, Qty } from '../../spec/units/index.ts';
import type { ListingFound } from '../../spec/venues/index.ts';

/** Tick and lot of one symbol. */
export interface Grid {
  readonly tick: Price;
  readonly lot: Qty;
}

export interface ListingsRead {
  readonly listings: readonly ListingFound[];
  /** What is wrong, symbol by symbol. A symbol with a fault is halted or left out. */
  readonly faults: readonly { readonly venueSymbol: string; readonly fault: string }[];
}

/** `read`: the listing of each wanted symbol, null where its grid cannot be read; the rest is not listed. */
export function checkedListings(
  venueSymbols: readonly string[],
  read: ReadonlyMap<string, ListingFound | null>,
): ListingsRead {
  const listings: ListingFound[] = [];
  const faults: { venueSymbol: string; fault: string }[] = [];
  for (const [venueSymbol, listing] of read) {
    if (listing === null) {
      faults.push({ venueSymbol, fault: 'its grid cannot be read' });
      continue;
    }
    const fault = faultOf(listing);
    if (fault !== null) faults.push({ venueSymbol, fault });
    listings.push(fault === null ? listing : { ...listing, state: 'Halted' });
  }
  for (const venueSymbol of venueSymbols) {
    if (!read.has(venueSymbol)) faults.push({ venueSymbol, fault: 'it is not listed' });
  }
  return { listings, faults };
}

function faultOf(listing: ListingFound): string | null {
  if (listing.tick <= 0n) return 'its tick is not positive';
  if (listing.lot <= 0n) return 'its lot is not positive';
  if (listing.minQty > listing.maxQty) return 'its least quantity is above its greatest';
  return null;
}

/** Whether two readings say the same. */
export function sameListings(a: readonly ListingFound[], b: readonly ListingFound[]): boolean {
  return describe(a) === describe(b);
}

function describe(listings: readonly ListingFound[]): string {
  return listings.map((listing) => Object.values(listing).join(' ')).join('\n');
}
