// The children that an order's shares at its venues go out as, and what becomes of the rest that nobody shows.

import type { ParentOrder } from '../../../spec/events/index.ts';
import type { Listing, VenueID } from '../../../spec/terms/index.ts';
import { type Price, type Qty, ZERO_QTY, addQty, subtractQty } from '../../../spec/units/index.ts';
import type { ChildSwap, ChildTimeInForce } from '../../../spec/venues/index.ts';
import type { Draft } from './draft.ts';
import { feeFor, fittingQty, priceAt } from './fit.ts';
import { restPlace } from './rest.ts';
import type { Usable } from './venues-for.ts';

export interface ChildTerms {
  readonly listing: Listing;
  readonly price: Price;
  readonly orderQty: Qty;
  readonly timeInForce: ChildTimeInForce;
  readonly why: string;
  /** At a venue of pools: its parts, which are one transaction. */
  readonly swaps?: readonly ChildSwap[];
}

export interface Shares {
  readonly taken: ReadonlyMap<VenueID, Qty>;
  /** What nobody shows within the limit. */
  readonly rest: Qty;
}

/**
 * Each share as IOC. The rest goes along where most is taken: a book is a picture of a moment ago, and
 * hidden orders are on none.
 */
export function immediate(
  order: ParentOrder,
  usable: readonly Usable[],
  shares: Shares,
): readonly ChildTerms[] {
  const takesIOC = usable.filter(({ venue }) => venue.capabilities.timesInForce.includes('IOC'));
  const most = takesIOC.toSorted((a, b) => {
    const [one, other] = [shareAt(a, shares), shareAt(b, shares)];
    return one === other ? 0 : one > other ? -1 : 1;
  });
  let { rest } = shares;
  return most.flatMap((one) => {
    const share = shareAt(one, shares);
    const wider = { qty: addQty(share, rest), timeInForce: 'IOC', why: ALONG } as const;
    const [child] = rest > 0n ? fitting(order, one, wider) : [];
    if (child === undefined || child.orderQty <= share) return shownAt(order, one, share);
    rest = subtractQty(rest, subtractQty(child.orderQty, share));
    return [child];
  });
}

const SHARE = 'its share of what is shown';
const ALONG = 'its share, and what nobody shows';
const WITH_SHARE = 'its share, and a rest too small to stand alone';

/**
 * What is shown is taken as IOC, and at the same moment the rest is posted, good till cancelled. Where the
 * rest goes to a venue that has a share, the two are one order.
 */
export function resting(
  draft: Draft,
  usable: readonly Usable[],
  shares: Shares,
): readonly ChildTerms[] {
  const { order } = draft;
  const posted = new Map<VenueID, ChildTerms>();
  let { rest } = shares;
  const post = (at: Usable, why: string): void => {
    const share = shareAt(at, shares);
    const [child] = fitting(order, at, { qty: addQty(share, rest), timeInForce: 'GTC', why });
    if (child === undefined || child.orderQty <= share) return;
    rest = subtractQty(rest, subtractQty(child.orderQty, share));
    posted.set(at.listing.venueID, child);
  };
  let left = usable.filter(({ venue }) => venue.capabilities.timesInForce.includes('GTC'));
  while (rest > 0n && left.length > 0) {
    const place = restPlace(draft, left, rest);
    if (place === null) break;
    post(place.at, place.why);
    left = left.filter((one) => one !== place.at);
  }
  // A rest too small to stand alone goes out with a share.
  for (const one of left) if (rest > 0n && shareAt(one, shares) > 0n) post(one, WITH_SHARE);
  return usable.flatMap((one) => {
    const child = posted.get(one.listing.venueID);
    return child === undefined ? shownAt(order, one, shareAt(one, shares)) : [child];
  });
}

function shownAt(order: ParentOrder, one: Usable, share: Qty): readonly ChildTerms[] {
  if (share === 0n) return [];
  return fitting(order, one, { qty: share, timeInForce: 'IOC', why: SHARE });
}

function shareAt({ listing }: Usable, { taken }: Shares): Qty {
  return taken.get(listing.venueID) ?? ZERO_QTY;
}

/** At most one child: none where the venue takes no quantity so small. */
export function fitting(
  order: ParentOrder,
  { listing, venue }: Usable,
  terms: { readonly qty: Qty; readonly timeInForce: ChildTimeInForce; readonly why: string },
): readonly ChildTerms[] {
  const { qty, timeInForce, why } = terms;
  const price = priceAt(order, listing, feeFor(timeInForce, venue.fees));
  const orderQty = fittingQty(listing, qty, price);
  return orderQty === 0n ? [] : [{ listing, price, orderQty, timeInForce, why }];
}
