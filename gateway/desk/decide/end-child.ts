// A child ends on evidence: when its fills add up to all of it, or to what its venue calls final.

import { mostQtyOf } from '../../../risk/index.ts';
import type { Child } from '../../../spec/events/index.ts';
import type { ChildID } from '../../../spec/terms/index.ts';
import { isFilledAsAmended, takeTerms } from './amend-terms.ts';
import type { Draft } from './draft.ts';
import { excludeVenue } from './exclude-venue.ts';
import { settle } from './settle.ts';

/** A child ends when its fills add up to what the venue calls final, or to all of it. */
export function endWhenComplete(draft: Draft, childID: ChildID): void {
  const { orderID } = draft.order;
  const childNow = (): Child | undefined =>
    draft.order.children.find((one) => one.childID === childID);
  const before = childNow();
  if (before === undefined || before.phase === 'Ended') return;
  if (isFilledAsAmended(before)) takeTerms(draft, before, before.amend);
  const child = childNow() ?? before;
  const said = child.endReported;
  // With new terms under way, all of the old ones may not be all of it.
  if (child.cumQty >= mostQtyOf(child)) {
    draft.emit({ type: 'ChildEnded', orderID, childID, how: 'Filled' });
  } else if (said !== null && child.cumQty >= said.finalCumQty) {
    draft.emit({ type: 'ChildEnded', orderID, childID, how: said.how });
  } else {
    return;
  }
  shortOf(draft, child, said);
  // A fill or kill that was killed has had its moment.
  const mayGoOn = draft.order.timeInForce !== 'FOK';
  settle(draft, { text: said === null ? '' : said.text, mayGoOn });
}

/** Its venue did not fill it, and we did not ask for its end: it is left alone for a while. */
function shortOf(draft: Draft, child: Child, said: Child['endReported']): void {
  if (said === null || child.cumQty >= child.orderQty) return;
  const { venueID, timeInForce } = child;
  const { text } = said;
  if (timeInForce === 'IOC') return excludeVenue(draft, venueID, { how: 'Faded', text });
  if (child.cancel !== 'None' && said.how === 'Canceled') return;
  excludeVenue(draft, venueID, { how: 'Ended', text });
}
