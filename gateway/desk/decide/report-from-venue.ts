// What a venue says of a child: booked once (I2), and only evidence moves it (I7).

import { unreachable } from '../../../spec/proof/index.ts';
import type {
  Child,
  ChildFill,
  Event,
  ParentOrder,
  ReportFromVenue,
} from '../../../spec/events/index.ts';
import type { ChildID, VenueID } from '../../../spec/terms/index.ts';
import type { Fill, VenueReport } from '../../../spec/venues/index.ts';
import { CANCEL_REFUSALS_BOUND } from '../doubts.ts';
import type { DeskView } from '../evolve/state.ts';
import { amendRefused, amendUnknown, amended } from './amend-answer.ts';
import { provenBy, takeTerms } from './amend-terms.ts';
import type { Context } from './context.ts';
import { Draft } from './draft.ts';
import { endWhenComplete } from './end-child.ts';
import { excludeVenue } from './exclude-venue.ts';
import { cancelAtKilledVenues } from './kill-order.ts';
import { openQtyOf } from './order-kind.ts';
import { cancelChildren, isWindingDown, settle } from './settle.ts';

export function reportFromVenue(
  state: DeskView,
  command: ReportFromVenue,
  context: Context,
): readonly Event[] {
  const { report, venueID } = command;
  const ofAccount = chainAccountEvents(state, command);
  if (ofAccount !== null) return ofAccount;
  const order = orderOf(state, report.childID, context);
  const child = order?.children.find((one) => one.childID === report.childID);
  if (order === null || child === undefined || child.venueID !== venueID) {
    return unmatched(command);
  }
  const draft = new Draft(state, context, order);
  applyReport(draft, child, report);
  if (draft.events.length === 0 || order.endedHow === null) return draft.events;
  return recalledFor(state, context, order, draft.events);
}

function orderOf(state: DeskView, childID: ChildID | null, context: Context): ParentOrder | null {
  const hot = childID === null ? undefined : state.byChild.get(childID);
  const open = hot === undefined ? undefined : state.orders.get(hot);
  return open ?? context.lookedUp.order;
}

/** An ended order comes back whole, takes the events, and leaves again as it had ended. */
function recalledFor(
  state: DeskView,
  context: Context,
  order: ParentOrder,
  events: readonly Event[],
): readonly Event[] {
  const draft = new Draft(state, context, order);
  draft.emit({ type: 'OrderRecalled', order });
  for (const event of events) draft.emit(event);
  const { orderID } = order;
  // A fill that was taken back leaves less than was asked for: that is not filled any more.
  const isShort = order.endedHow === 'Filled' && draft.order.deadQty > 0n;
  const how = isShort ? 'Canceled' : (order.endedHow ?? 'Canceled');
  draft.emit({ type: 'OrderEnded', orderID, how, text: '' });
  return draft.events;
}

/** What a chain's account has signed or settled concerns no order; null: the report is another. */
function chainAccountEvents(state: DeskView, command: ReportFromVenue): readonly Event[] | null {
  const { report, venueID } = command;
  switch (report.type) {
    case 'TransactionsSigned':
      return report.transactions.map((transaction) => ({
        type: 'TransactionSigned',
        venueID,
        transaction,
      }));
    case 'NonceSettled': {
      const { nonce, hash } = report;
      const account = state.chainAccounts.get(venueID);
      const isKnown = account?.transactions.some((one) => one.nonce === nonce) ?? false;
      return isKnown ? [{ type: 'TransactionSettled', venueID, nonce, hash }] : [];
    }
    default:
      return null;
  }
}

function unmatched(command: ReportFromVenue): readonly Event[] {
  const { report, venueID } = command;
  if (report.type !== 'Filled') return [];
  const { venueOrderID, venueExecID, lastQty, lastPx } = report.fill;
  const { venueSymbol } = report;
  return [
    { type: 'FillUnmatched', venueID, venueSymbol, venueOrderID, venueExecID, lastQty, lastPx },
  ];
}

/** What the report comes to for the child's order, behind what the draft holds already. */
export function applyReport(draft: Draft, child: Child, report: VenueReport): void {
  const { orderID } = draft.order;
  const { childID } = child;
  switch (report.type) {
    case 'Acknowledged':
      return acknowledged(draft, child, report);
    case 'Refused':
      return refused(draft, child, report);
    case 'Unknown':
      if (child.phase !== 'Sent') return;
      draft.emit({ type: 'ChildPutInDoubt', orderID, childID, cause: report.cause });
      return;
    case 'Absent':
      // A child that the venue has named once is not absent: it stays as it is, in doubt at most.
      if (child.phase === 'Ended' || child.venueOrderID !== null) return;
      draft.emit({ type: 'ChildProvenAbsent', orderID, childID, evidence: report.evidence });
      // Not the first: to a venue that takes none it would go anew with each proof, for as long as it rests.
      if (hasLostOneBefore(draft, child)) {
        excludeVenue(draft, child.venueID, { how: 'NotSent', text: 'it never reached the venue' });
      }
      // Proof takes longer than an order that does not rest may live.
      settle(draft, { text: 'it never reached the venue', mayGoOn: false });
      return;
    case 'Filled':
      return filled(draft, child, report);
    case 'Ended':
      return ended(draft, child, report);
    case 'CancelRefused':
      if (child.phase === 'Ended' || child.cancel === 'None') return;
      return cancelRefused(draft, child, report.text);
    case 'CancelUnknown':
      if (child.phase === 'Ended' || child.cancel !== 'Sent') return;
      draft.emit({ type: 'ChildCancelPutInDoubt', orderID, childID, cause: report.cause });
      return;
    case 'FillCancelled':
      return fillCancelled(draft, child, report);
    case 'Amended':
      return amended(draft, child, report);
    case 'AmendRefused':
      return amendRefused(draft, child, report.text);
    case 'AmendUnknown':
      return amendUnknown(draft, child, report.cause);
    case 'TransactionsSigned':
    case 'NonceSettled':
      return; // Of the account, not of the order: told above.
    default:
      return unreachable(report);
  }
}

type ReportOf<T extends VenueReport['type']> = Extract<VenueReport, { readonly type: T }>;

/** Whether a child before it ended at its venue without ever having been named by it. */
function hasLostOneBefore({ order }: Draft, { childID, venueID }: Child): boolean {
  return order.children.some(
    (one) =>
      one.childID !== childID &&
      one.venueID === venueID &&
      one.phase === 'Ended' &&
      one.venueOrderID === null,
  );
}

function acknowledged(draft: Draft, child: Child, report: ReportOf<'Acknowledged'>): void {
  const { orderID } = draft.order;
  const { childID } = child;
  const { venueOrderID } = report;
  if (child.phase === 'Working' && child.venueOrderID !== null) return;
  // One whose end the venue has told needs no sweep: the answer to that would be this report again.
  if (child.phase === 'Ended' && (child.endedHow !== 'Rejected' || child.endReported !== null))
    return;
  draft.emit({ type: 'ChildAcknowledged', orderID, childID, venueOrderID });
  if (child.phase === 'Ended') {
    // It was held for dead and lives: swept from the venue; what it fills meanwhile is booked late.
    draft.emit({ type: 'ChildCancelDecided', orderID, childID });
    return;
  }
  if (isWindingDown(draft.order)) cancelChildren(draft, 'again');
  else cancelAtKilledVenues(draft);
}

/** Once: what is not booked, or was taken back before, changes nothing. */
function fillCancelled(draft: Draft, child: Child, report: ReportOf<'FillCancelled'>): void {
  const fill = fillNamed(child, report);
  if (fill === null) return;
  takeBack(draft, child, { fill, text: report.text });
  if (isWindingDown(draft.order)) cancelChildren(draft, 'again');
}

function fillNamed(
  { fills }: Child,
  { venueOrderID, venueExecID }: Pick<Fill, 'venueOrderID' | 'venueExecID'>,
): ChildFill | null {
  const isIt = (one: ChildFill): boolean =>
    one.venueOrderID === venueOrderID && one.venueExecID === venueExecID;
  return fills.find(isIt) ?? null;
}

function takeBack(
  draft: Draft,
  { childID }: Child,
  { fill, text }: { readonly fill: ChildFill; readonly text: string },
): void {
  const { sequence: refSequence, ...figures } = fill;
  const { orderID } = draft.order;
  draft.emit({ type: 'ChildFillCancelled', orderID, childID, ...figures, refSequence, text });
}

function cancelRefused(draft: Draft, child: Child, text: string): void {
  const { orderID } = draft.order;
  const { childID } = child;
  draft.emit({ type: 'ChildCancelRefused', orderID, childID, text });
  const refusals = (child.cancelRefusals ?? 0) + 1;
  if (refusals === CANCEL_REFUSALS_BOUND) {
    draft.emit({ type: 'CancelOverdue', orderID, childID, refusals });
  }
}

function refused(draft: Draft, child: Child, report: ReportOf<'Refused'>): void {
  const { orderID } = draft.order;
  const { childID, venueID } = child;
  const { text, notSent = false } = report;
  if (child.phase === 'Ended') return;
  if (child.venueOrderID !== null) {
    // The venue knew it and now says that it never did: only a query can tell.
    if (child.phase === 'InDoubt') return;
    const cause = `refused after it was known to work: ${text}`;
    draft.emit({ type: 'ChildPutInDoubt', orderID, childID, cause });
    return;
  }
  draft.emit({ type: 'ChildRefused', orderID, childID, text, notSent });
  excludeVenue(draft, venueID, { how: notSent ? 'NotSent' : 'Refused', text });
  settle(draft, { text, mayGoOn: true });
}

function filled(draft: Draft, child: Child, report: ReportOf<'Filled'>): void {
  const { orderID } = draft.order;
  const { childID } = child;
  const { fill } = report;
  const known = fillNamed(child, fill);
  const isSame = known?.lastQty === fill.lastQty && known?.lastPx === fill.lastPx;
  if (known !== null && isSame) return;
  if (known !== null && isProvisional(draft.state, child.venueID, fill)) {
    takeBack(draft, child, { fill: known, text: 'its transaction is in another block now' });
  } else if (known !== null) {
    draft.emit({
      type: 'FillConflicted',
      orderID,
      childID,
      venueExecID: fill.venueExecID,
      bookedQty: known.lastQty,
      bookedPx: known.lastPx,
      reportedQty: fill.lastQty,
      reportedPx: fill.lastPx,
    });
    return;
  }
  if (provenBy(draft.order, child, fill)) takeTerms(draft, child, child.amend);
  draft.emit({
    type: 'ChildFilled',
    orderID,
    childID,
    venueOrderID: fill.venueOrderID,
    venueExecID: fill.venueExecID,
    lastQty: fill.lastQty,
    lastPx: fill.lastPx,
    liquidity: fill.liquidity,
    feeAmount: fill.feeAmount,
    feeAsset: fill.feeAsset,
    transactTime: fill.transactTime,
    grossTradeAmt: fill.grossTradeAmt ?? null,
  });
  const isLate = draft.order.children.some(
    (one) => one.childID === childID && one.phase === 'Ended',
  );
  if (isLate) return filledLate(draft);
  endWhenComplete(draft, childID);
  // A venue that fills more than it was sent leaves its siblings open for more than is left.
  const { order } = draft;
  if (order.endedHow === null && openQtyOf(order) > order.leavesQty) cancelChildren(draft);
}

/** On a chain, and not final: a reorganisation may bring it back with other figures. */
function isProvisional(
  { chainAccounts }: DeskView,
  venueID: VenueID,
  { venueExecID }: Pick<Fill, 'venueExecID'>,
): boolean {
  const fills = chainAccounts.get(venueID)?.fills ?? [];
  return fills.some((one) => one.venueExecID === venueExecID);
}

/** What took the dead child's place may be too much now, or all may be done. */
function filledLate(draft: Draft): void {
  if (draft.order.endedHow !== null) return;
  if (isWindingDown(draft.order)) cancelChildren(draft);
  if (draft.order.leavesQty === 0n) settle(draft, { text: '', mayGoOn: false });
}

function ended(draft: Draft, child: Child, report: ReportOf<'Ended'>): void {
  // Of one that is dead here it is news if fills are missing, or if it never worked so far as we knew.
  const isKnown = child.endedHow !== 'Rejected' && report.cumQty <= child.cumQty;
  if (child.phase === 'Ended' && isKnown) return;
  const { orderID } = draft.order;
  const { childID } = child;
  const { venueOrderID, how, cumQty, text, fee } = report;
  const isNews =
    child.endReported === null ||
    child.endReported.how !== how ||
    child.endReported.finalCumQty !== cumQty;
  if (isNews) {
    draft.emit({
      type: 'ChildEndReported',
      orderID,
      childID,
      venueOrderID,
      how,
      finalCumQty: cumQty,
      text,
      feeAmount: fee?.amount ?? null,
      feeAsset: fee?.asset ?? null,
    });
  }
  endWhenComplete(draft, childID);
}
