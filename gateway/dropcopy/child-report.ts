// What is told of a child order, from the events of its life. The venue's words, and our own intent.

import type { Child, Event, EventOf, ParentOrder } from '../../spec/events/index.ts';
import type { EpochNs } from '../../spec/ports/index.ts';
import { type ChildID, type ExecID, asExecID } from '../../spec/terms/index.ts';
import {
  type Notional,
  type Qty,
  ZERO_NOTIONAL,
  ZERO_QTY,
  asNotional,
  grossOf,
  subtractQty,
} from '../../spec/units/index.ts';

export type ChildExecType =
  | 'PendingNew'
  | 'New'
  | 'Trade'
  | 'TradeCancel'
  | 'Replaced'
  | 'Canceled'
  | 'Expired'
  | 'Rejected';
export type ChildStatus =
  | Exclude<ChildExecType, 'Trade' | 'TradeCancel' | 'Replaced'>
  | 'PartiallyFilled'
  | 'Filled';

export interface ChildReport {
  readonly parent: ParentOrder;
  readonly child: Child;
  readonly execID: ExecID;
  readonly execType: ChildExecType;
  readonly ordStatus: ChildStatus;
  readonly leavesQty: Qty;
  readonly cumNotional: Notional;
  readonly fill: EventOf<'ChildFilled'> | null;
  /** Of a trade that is taken back: what it was. */
  readonly cancelled: CancelledTrade | null;
  readonly transactTime: EpochNs;
  readonly text: string | null;
}

export interface CancelledTrade {
  readonly execRefID: ExecID;
  readonly fill: EventOf<'ChildFillCancelled'>;
}

/** Where in the journal the event stands. */
export interface Place {
  readonly desk: number;
  readonly sequence: number;
  readonly at: EpochNs;
}

/**
 * The report of an event, whose order is `parent` behind it; null: it tells nothing new of a child.
 * In doubt is no status of FIX: such a child stays in the status that it has.
 */
export function childReportOf(event: Event, parent: ParentOrder, place: Place): ChildReport | null {
  switch (event.type) {
    case 'ChildDecided':
      return report(parent, event.childID, place, { execType: 'PendingNew', text: event.why });
    case 'ChildAcknowledged':
      return report(parent, event.childID, place, { execType: 'New' });
    case 'ChildAmended':
      return report(parent, event.childID, place, { execType: 'Replaced' });
    case 'ChildFilled':
      return report(parent, event.childID, place, { execType: 'Trade', fill: event });
    case 'ChildFillCancelled': {
      // What an older build booked has no place: then the taking back names itself.
      const sequence = event.refSequence ?? place.sequence;
      const cancelled = { execRefID: childExecIDOf({ ...place, sequence }), fill: event };
      const { text } = event;
      return report(parent, event.childID, place, { execType: 'TradeCancel', cancelled, text });
    }
    case 'ChildRefused':
      return report(parent, event.childID, place, { execType: 'Rejected', text: event.text });
    case 'ChildProvenAbsent':
      return report(parent, event.childID, place, { execType: 'Rejected', text: event.evidence });
    case 'ChildEnded':
      // Its last fill has said so itself.
      if (event.how === 'Filled') return null;
      return report(parent, event.childID, place, { execType: event.how });
    default:
      return null;
  }
}

interface Told {
  readonly execType: ChildExecType;
  readonly fill?: EventOf<'ChildFilled'>;
  readonly cancelled?: CancelledTrade;
  readonly text?: string;
}

function report(
  parent: ParentOrder,
  childID: ChildID,
  place: Place,
  told: Told,
): ChildReport | null {
  const child = parent.children.find((one) => one.childID === childID);
  if (child === undefined) return null;
  const { execType, fill = null, cancelled = null, text = '' } = told;
  const ordStatus = statusOf(child, execType);
  return {
    parent,
    child,
    execID: childExecIDOf(place),
    execType,
    ordStatus,
    leavesQty: leavesOf(child),
    cumNotional: cumNotionalOf(child),
    fill,
    cancelled,
    transactTime: fill?.transactTime ?? place.at,
    text: text === '' ? null : text,
  };
}

/** The parent's report of the same event has ordinal 0. */
function childExecIDOf({ desk, sequence }: Place): ExecID {
  return asExecID(`${desk}-${sequence}-1`);
}

/** A late fill is told with the status in which the child had ended. */
function statusOf(child: Child, execType: ChildExecType): ChildStatus {
  if (child.cumQty >= child.orderQty) return 'Filled';
  if (child.phase === 'Ended' && child.endedHow !== null && child.endedHow !== 'Filled') {
    return child.endedHow;
  }
  // It had ended with all its fills, and one of them is none any more.
  if (child.phase === 'Ended' && execType === 'TradeCancel') return 'Canceled';
  if (child.cumQty > ZERO_QTY) return 'PartiallyFilled';
  if (execType === 'TradeCancel' || execType === 'Replaced') return 'New';
  return execType === 'Trade' ? 'PartiallyFilled' : execType;
}

function leavesOf(child: Child): Qty {
  if (child.phase === 'Ended' || child.cumQty >= child.orderQty) return ZERO_QTY;
  return subtractQty(child.orderQty, child.cumQty);
}

function cumNotionalOf(child: Child): Notional {
  return child.fills.reduce((sum, fill) => asNotional(sum + grossOf(fill)), ZERO_NOTIONAL);
}
