// An operator has found out what became of a child whose venue does not say: his word, on record, is the
// evidence that leads out of the doubt (I7). It is then taken as the venue's own would be.

import { mostQtyOf } from '../../../risk/index.ts';
import type { Child, Event, ResolveChild } from '../../../spec/events/index.ts';
import type { EpochNs } from '../../../spec/ports/index.ts';
import { formatDecimal } from '../../../spec/units/index.ts';
import type { VenueReport } from '../../../spec/venues/index.ts';
import { doubtOf } from '../doubts.ts';
import type { DeskView } from '../evolve/state.ts';
import type { Context } from './context.ts';
import { Draft } from './draft.ts';
import { applyReport } from './report-from-venue.ts';
import { refuseOperator } from './resume-venue.ts';

export function resolveChild(
  state: DeskView,
  command: ResolveChild,
  context: Context,
): readonly Event[] {
  const { childID, finding, who, reason } = command;
  const orderID = state.byChild.get(childID);
  const order = orderID === undefined ? undefined : state.orders.get(orderID);
  const child = order?.children.find((one) => one.childID === childID);
  if (order === undefined || child === undefined) {
    return refuseOperator(command, `no open order has a child ${childID}`);
  }
  const objection = objectionTo(child, command);
  if (objection !== null) return refuseOperator(command, objection);
  const draft = new Draft(state, context, order);
  draft.emit({
    type: 'ChildResolved',
    orderID: order.orderID,
    childID,
    how: finding.type,
    who,
    reason,
  });
  const quote = state.instruments.get(order.instrumentID)?.quote ?? '';
  applyReport(draft, child, reportOf(child, { command, now: context.now, quote }));
  return draft.events;
}

/** Null: it can be so, by what is booked. */
function objectionTo(child: Child, { finding }: ResolveChild): string | null {
  if (doubtOf(child) === null) {
    if (child.phase === 'Ended') return 'that child has ended';
    return `nothing about that child is in doubt: ${child.venueID} has it`;
  }
  const booked = formatDecimal(child.cumQty);
  switch (finding.type) {
    case 'Absent':
      if (child.venueOrderID === null) return null;
      return `${child.venueID} has named it ${child.venueOrderID}, so it was there: say how it ended`;
    case 'Filled': {
      const { venueOrderID, venueExecID, lastQty } = finding;
      if (child.venueOrderID !== null && child.venueOrderID !== venueOrderID) {
        return `${child.venueID} calls it ${child.venueOrderID}, not ${venueOrderID}`;
      }
      if (child.fills.some((one) => one.venueExecID === venueExecID)) {
        return `its fill ${venueExecID} is booked already`;
      }
      const open = mostQtyOf(child) - child.cumQty;
      if (lastQty <= open) return null;
      return `it has ${formatDecimal(open)} open, a fill of ${formatDecimal(lastQty)} is more`;
    }
    case 'Ended': {
      const { venueOrderID, cumQty } = finding;
      if (child.venueOrderID !== null && child.venueOrderID !== venueOrderID) {
        return `${child.venueID} calls it ${child.venueOrderID}, not ${venueOrderID}`;
      }
      const said = formatDecimal(cumQty);
      if (cumQty > child.cumQty) {
        return `of the ${said} executed only ${booked} are booked: give each fill that is missing first`;
      }
      if (cumQty === child.cumQty) return null;
      return `${booked} of it are booked, more than ${said}`;
    }
  }
}

interface Told {
  readonly command: ResolveChild;
  readonly now: EpochNs;
  /** What a fee is of, where nobody said. */
  readonly quote: string;
}

/** The finding as its venue would have told it. */
function reportOf(child: Child, { command, now, quote }: Told): VenueReport {
  const { childID, venueSymbol, timeInForce } = child;
  const { finding, who, reason } = command;
  const text = `${who}: ${reason}`;
  switch (finding.type) {
    case 'Absent':
      return { type: 'Absent', childID, evidence: text };
    case 'Ended': {
      const { venueOrderID, cumQty } = finding;
      return { type: 'Ended', childID, venueOrderID, how: 'Canceled', cumQty, text };
    }
    case 'Filled': {
      const { type: _, feeAsset, ...trade } = finding;
      // Nobody is asked which side it was: what rests is a maker.
      const liquidity = timeInForce === 'GTC' ? 'maker' : 'taker';
      const fill = { ...trade, liquidity, feeAsset: feeAsset ?? quote, transactTime: now } as const;
      return { type: 'Filled', childID, venueSymbol, fill };
    }
  }
}
