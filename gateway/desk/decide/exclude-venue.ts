// A venue that failed an order that rests is left alone by it for a while, each time for longer.

import type { ExclusionHow } from '../../../spec/events/index.ts';
import type { VenueID } from '../../../spec/terms/index.ts';
import { epochNs } from '../../../spec/units/index.ts';
import type { Draft } from './draft.ts';
import { isImmediate } from './order-kind.ts';

const NS_PER_MS = 1_000_000n;

/**
 * Milliseconds: the first time, and at most. A venue's own word holds for longer than a full rate budget
 * or a book that was a moment old.
 */
const WAITS: Readonly<Record<ExclusionHow, { readonly first: number; readonly most: number }>> = {
  Refused: { first: 60_000, most: 3_600_000 },
  Ended: { first: 60_000, most: 3_600_000 },
  NotSent: { first: 1_000, most: 60_000 },
  Faded: { first: 1_000, most: 60_000 },
};

/**
 * An order that does not rest needs no waits: it goes to a venue that failed it no second time. Nor does
 * one that is to end, or whose terms are to change.
 */
export function excludeVenue(
  draft: Draft,
  venueID: VenueID,
  why: { readonly how: ExclusionHow; readonly text: string },
): void {
  const { order, context } = draft;
  if (isImmediate(order) || order.expiring || order.killedBy !== null) return;
  if (order.pendingCancel !== null || order.pendingReplace !== null) return;
  const known = order.exclusions.find((one) => one.venueID === venueID);
  const { first, most } = WAITS[why.how];
  const waitMs = Math.min(first * 2 ** (known?.times ?? 0), most);
  const until = epochNs(context.now + BigInt(waitMs) * NS_PER_MS);
  if (known !== undefined && known.until >= until) return;
  draft.emit({ type: 'VenueExcluded', orderID: order.orderID, venueID, ...why, until });
}
