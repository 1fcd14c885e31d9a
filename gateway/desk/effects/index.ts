// What follows outside from each event: reports, orders to venues, alarms. Computed from events, with
// identifiers that follow from them, so that doing one again is recognised.

import { coverAmend, coverChild } from '../../../risk/index.ts';
import { unreachable } from '../../../spec/proof/index.ts';
import type { Reserved } from '../../../spec/proof/index.ts';
import type { ClientReport, EventOf, ParentOrder, Recorded } from '../../../spec/events/index.ts';
import {
  type ChildID,
  type LimitName,
  type VenueID,
  asVenueID,
  formatLimit,
} from '../../../spec/terms/index.ts';
import { formatDecimal, formatNotional } from '../../../spec/units/index.ts';
import type { ChildAmend, ChildOrder } from '../../../spec/venues/index.ts';
import type { Evolved } from '../evolve/index.ts';
import { orderReport, rejectionReport, requestRejectReport, statusReport } from './reports.ts';

/** Nothing of this may be done before the event is durable (I1). */
export type Effect =
  | { readonly type: 'ReportToClient'; readonly report: ClientReport }
  | { readonly type: 'SubmitChild'; readonly child: Reserved<ChildOrder> }
  | { readonly type: 'CancelChild'; readonly venueID: VenueID; readonly childID: ChildID }
  | { readonly type: 'AmendChild'; readonly amend: Reserved<ChildAmend> }
  | { readonly type: 'ResolveChild'; readonly venueID: VenueID; readonly childID: ChildID }
  | { readonly type: 'ForgetChild'; readonly venueID: VenueID; readonly childID: ChildID }
  /**
   * Whatever the venue knows of our open orders is asked for again, fills that were said before too. Only
   * of children below this intent: a later one's SubmitChild is still to come.
   */
  | { readonly type: 'AskAgain'; readonly venueID: VenueID; readonly nextIntent: number }
  /**
   * What is open at the venue, or at each (null), is asked for: what no child is, is shown, and cancelled
   * where its id is one of this desk.
   */
  | { readonly type: 'FindUnknown'; readonly venueID: VenueID | null; readonly desk: number }
  | { readonly type: 'BroadcastTransaction'; readonly venueID: VenueID; readonly hash: string }
  | {
      readonly type: 'RaiseAlarm';
      readonly level: 'warn' | 'error';
      readonly sentence: string;
      readonly fields: Readonly<Record<string, string | number>>;
    };

/** `evolved` is the order that the event changed; `desk` names the desk in ExecIDs. */
export function effectsOf(recorded: Recorded, evolved: Evolved, desk: number): readonly Effect[] {
  const { event } = recorded;
  const { before, after } = evolved;
  const stamp = { desk, sequence: recorded.sequence, at: recorded.at };
  switch (event.type) {
    case 'OrderAccepted':
      return [report(orderReport(the(after), stamp, { execType: 'New' }))];
    case 'OrderRejected':
      return [report(rejectionReport(event, after, stamp))];
    case 'CancelRequested':
      return [report(orderReport(the(after), stamp, { execType: 'PendingCancel' }))];
    case 'ReplaceRequested':
      return [report(orderReport(the(after), stamp, { execType: 'PendingReplace' }))];
    case 'RequestRejected':
      return [report(requestRejectReport(event, stamp))];
    case 'OrderReplaced': {
      const { origClOrdID } = event;
      return [report(orderReport(the(after), stamp, { execType: 'Replaced', origClOrdID }))];
    }
    case 'OrderEnded':
      return endReport(recorded, event, evolved, desk);
    case 'StatusReported':
      return [report(statusReport(event, after ?? event.recalled, stamp))];
    case 'MessageRefused':
      return [refusalOfMessage(event.origin, event)];
    case 'CommandRefused':
      return commandRefused(event);
    case 'VenueQuarantined':
      return [
        alarm('error', 'venue quarantined: it gets no new order until a person has looked', {
          venueID: event.venueID,
          cause: event.cause,
        }),
      ];
    case 'VenueResumed': {
      const { venueID, who, reason, nextIntent } = event;
      const resumed = alarm('warn', 'venue resumed by an operator', { venueID, who, reason });
      return [{ type: 'AskAgain', venueID, nextIntent }, resumed];
    }
    case 'AdminRefused': {
      const { commandType, who, reason, text } = event;
      const fields = { commandType, who, reason, text };
      return [alarm('warn', 'a command of an operator was refused', fields)];
    }
    case 'HoldingAgreed': {
      const { venueID, asset, total, before, who, reason } = event;
      if (before === null) return []; // Told for the first time: nobody has to look.
      const [told, booked] = [formatDecimal(total), formatNotional(before)];
      const fields = { venueID, asset, told, booked, who, reason };
      return [alarm('warn', 'a balance that differed was agreed by an operator', fields)];
    }
    case 'ChildResolved': {
      const { orderID, childID, how, who, reason } = event;
      const fields = { orderID, childID, how, who, reason };
      return [alarm('warn', 'a child in doubt was resolved by an operator', fields)];
    }
    case 'KillEngaged':
      return [
        killAlarm('a kill switch was engaged by an operator', event),
        ...findUnknown(event, desk),
      ];
    case 'KillRearmed':
      return [killAlarm('a kill switch was lifted by an operator', event)];
    case 'LimitChanged':
    case 'LimitReset':
      return [limitAlarm(event)];
    case 'KillVerified':
      return [
        ...event.asked.map(({ venueID, childID }): Effect => {
          return { type: 'ResolveChild', venueID, childID };
        }),
        ...findUnknown(event, desk),
      ];
    case 'ChildDecided':
      return [{ type: 'SubmitChild', child: childOrder(event, the(after)) }];
    case 'ChildFilled':
      return tradeEffects(event, the(before), the(after), stamp);
    case 'ChildFillCancelled':
      return tradeCancelEffects(event, the(after), stamp);
    case 'TransactionSigned': {
      const { venueID, transaction } = event;
      return [{ type: 'BroadcastTransaction', venueID, hash: transaction.hash }];
    }
    case 'ChildCancelDecided':
      return [{ type: 'CancelChild', ...childAt(the(after), event.childID) }];
    case 'ChildAmendDecided': {
      const { childID, price, orderQty } = event;
      const { venueID } = childAt(the(after), childID);
      const amend = coverAmend({ childID, venueID, price, orderQty }, the(after));
      return [{ type: 'AmendChild', amend }];
    }
    case 'ChildPutInDoubt':
    case 'ChildAmendPutInDoubt':
    case 'ChildCancelPutInDoubt':
      return inDoubt(event, the(after));
    case 'ChildEndReported':
      return missingFills(event, the(after));
    case 'ChildEnded':
    case 'ChildRefused':
    case 'ChildProvenAbsent':
      return [forgetChild(the(after), event.childID)];
    case 'InDoubtOverdue':
      return [
        alarm('error', 'child in doubt past its bound', {
          orderID: event.orderID,
          childID: event.childID,
          ageMs: event.ageMs,
          invariant: 'I7',
        }),
      ];
    case 'CancelOverdue':
      return [
        alarm('error', 'a venue keeps refusing to cancel a child; it is asked again all the same', {
          orderID: event.orderID,
          childID: event.childID,
          refusals: event.refusals,
          invariant: 'I7',
        }),
      ];
    case 'FillUnmatched':
      return [
        alarm('warn', 'a fill for no order of ours was shown and not booked', {
          venueID: event.venueID,
          venueSymbol: event.venueSymbol,
          venueOrderID: event.venueOrderID,
          venueExecID: event.venueExecID,
          lastQty: formatDecimal(event.lastQty),
          lastPx: formatDecimal(event.lastPx),
        }),
      ];
    case 'FillConflicted':
      return [
        alarm('error', 'the venue reported a booked execution with other figures', {
          childID: event.childID,
          venueExecID: event.venueExecID,
          bookedQty: formatDecimal(event.bookedQty),
          bookedPx: formatDecimal(event.bookedPx),
          reportedQty: formatDecimal(event.reportedQty),
          reportedPx: formatDecimal(event.reportedPx),
        }),
      ];
    case 'DeskStarted':
    case 'InstrumentDefined':
    case 'LimitsSet':
    case 'OrderExpiring':
    case 'OrderKilled':
    case 'OrderRecalled':
    case 'ChildAcknowledged':
    case 'ChildAmended':
    case 'ChildAmendRefused':
    case 'ChildCancelRefused':
    case 'VenueExcluded':
    case 'RouteDecided':
    case 'TransactionSettled':
      return [];
    default:
      return unreachable(event);
  }
}

/** A child as its venue gets it, covered by its parent's reservation. */
export function childOrder(
  event: EventOf<'ChildDecided'>,
  parent: ParentOrder,
): Reserved<ChildOrder> {
  const { childID, venueID, venueSymbol, price, orderQty, timeInForce, swaps } = event;
  const { instrumentID, side } = parent;
  const child = { childID, venueID, instrumentID, venueSymbol, side, price, orderQty, timeInForce };
  return coverChild(swaps.length === 0 ? child : { ...child, swaps }, parent);
}

interface Stamp {
  readonly desk: number;
  readonly sequence: number;
  readonly at: Recorded['at'];
}

/** The end is reported once: not for a fill, which said so itself, nor for a recalled order. */
function endReport(
  recorded: Recorded,
  event: EventOf<'OrderEnded'>,
  evolved: Evolved,
  desk: number,
): readonly Effect[] {
  const { before, after } = evolved;
  if (before === null || after === null || before.endedHow !== null) return [];
  if (event.how === 'Filled') return [];
  const stamp = { desk, sequence: recorded.sequence, at: recorded.at };
  const text = event.text === '' ? null : event.text;
  return [report(orderReport(after, stamp, { execType: event.how, text }))];
}

function tradeEffects(
  event: EventOf<'ChildFilled'>,
  before: ParentOrder,
  after: ParentOrder,
  stamp: Stamp,
): readonly Effect[] {
  const { venueID } = childAt(after, event.childID);
  const overfill = after.overfillQty - before.overfillQty;
  const text =
    overfill > 0n ? `of this ${formatDecimal(overfill)} is over the order's quantity` : null;
  const trade = report(
    orderReport(after, stamp, { execType: 'Trade', fill: event, venueID, text }),
  );
  if (overfill === 0n) return [trade];
  return [
    trade,
    alarm('error', 'a venue filled what it had reported dead: booked as overfill', {
      orderID: after.orderID,
      childID: event.childID,
      overfillQty: formatDecimal(overfill),
      invariant: 'I3',
    }),
  ];
}

/** ExecType H, with what it takes back: the client unwinds by ExecRefID(19). Source: FIX 4.4 Vol 4, ExecType. */
function tradeCancelEffects(
  event: EventOf<'ChildFillCancelled'>,
  after: ParentOrder,
  stamp: Stamp,
): readonly Effect[] {
  const { venueID } = childAt(after, event.childID);
  const { text } = event;
  const told = { execType: 'TradeCancel', cancelled: event, venueID, text } as const;
  return [
    report(orderReport(after, stamp, told)),
    alarm('error', 'a reported fill was taken back by its chain', {
      orderID: event.orderID,
      childID: event.childID,
      venueExecID: event.venueExecID,
      text,
    }),
  ];
}

function inDoubt(
  event: EventOf<'ChildPutInDoubt' | 'ChildCancelPutInDoubt' | 'ChildAmendPutInDoubt'>,
  after: ParentOrder,
): readonly Effect[] {
  const { orderID, childID, cause } = event;
  const at = childAt(after, childID);
  return [
    { type: 'ResolveChild', ...at },
    alarm('warn', 'in doubt: sent, outcome not known; the venue is being asked', {
      orderID,
      childID,
      venueID: at.venueID,
      cause,
      invariant: 'I7',
    }),
  ];
}

/** No fill is ever inferred: a gap opens a query (I7). */
function missingFills(event: EventOf<'ChildEndReported'>, after: ParentOrder): readonly Effect[] {
  const child = after.children.find((one) => one.childID === event.childID);
  if (child === undefined || child.cumQty >= event.finalCumQty) return [];
  return [{ type: 'ResolveChild', ...childAt(after, event.childID) }];
}

function commandRefused(event: EventOf<'CommandRefused'>): readonly Effect[] {
  const { source, key, commandType, error } = event;
  const raised = alarm('error', 'a command was refused because deciding it failed', {
    source,
    key,
    commandType,
    error,
  });
  if (event.origin === null) return [raised];
  const text = 'this message could not be processed; nothing was changed; support has been called';
  const refMsgType = MSG_TYPE_OF[commandType] ?? '';
  const about = { refMsgType, businessRejectReason: 'Other' as const, refID: null, text };
  return [refusalOfMessage(event.origin, about), raised];
}

/** The FIX message that a command came in, for RefMsgType(372). */
const MSG_TYPE_OF: Readonly<Record<string, string>> = {
  EnterOrder: 'D',
  RejectOrder: 'D',
  CancelOrder: 'F',
  ReplaceOrder: 'G',
  RequestOrderStatus: 'H',
};

function refusalOfMessage(
  origin: EventOf<'MessageRefused'>['origin'],
  about: Pick<EventOf<'MessageRefused'>, 'refMsgType' | 'businessRejectReason' | 'refID' | 'text'>,
): Effect {
  const { refMsgType, businessRejectReason, refID, text } = about;
  return report({
    type: 'BusinessMessageReject',
    sessionID: origin.sessionID,
    refSeqNum: origin.msgSeqNum,
    refMsgType,
    refID,
    businessRejectReason,
    text,
  });
}

/** An account of a venue serves the whole desk: what it holds beside the desk's orders is asked of it where it is all stopped. */
function findUnknown(
  { scope, scopeID }: EventOf<'KillEngaged' | 'KillVerified'>,
  desk: number,
): readonly Effect[] {
  if (scope === 'session' || scope === 'instrument') return [];
  return [{ type: 'FindUnknown', venueID: scope === 'venue' ? asVenueID(scopeID) : null, desk }];
}

function killAlarm(sentence: string, event: EventOf<'KillEngaged' | 'KillRearmed'>): Effect {
  const { scope, scopeID, who, reason } = event;
  return alarm('warn', sentence, { scope, scopeID, who, reason });
}

function limitAlarm(event: EventOf<'LimitChanged' | 'LimitReset'>): Effect {
  const { type, scope, scopeID, name, who, reason, before, after } = event;
  const sentence =
    type === 'LimitChanged' ? 'a limit was changed' : 'the change of a limit is over';
  const figures = { before: figure(name, before), after: figure(name, after) };
  return alarm('warn', sentence, { scope, scopeID, name, ...figures, who, reason });
}

function figure(name: LimitName, value: bigint | null): string {
  return value === null ? 'none' : formatLimit(name, value);
}

function report(one: ClientReport): Effect {
  return { type: 'ReportToClient', report: one };
}

function alarm(
  level: 'warn' | 'error',
  sentence: string,
  fields: Readonly<Record<string, string | number>>,
): Effect {
  return { type: 'RaiseAlarm', level, sentence, fields };
}

function childAt(
  order: ParentOrder,
  childID: ChildID,
): { readonly venueID: VenueID; readonly childID: ChildID } {
  const child = order.children.find((one) => one.childID === childID);
  if (child === undefined) throw new Error(`order ${order.orderID} has no child ${childID}`);
  return { venueID: child.venueID, childID };
}

function forgetChild(order: ParentOrder, childID: ChildID): Effect {
  return { type: 'ForgetChild', venueID: childAt(order, childID).venueID, childID };
}

function the(order: ParentOrder | null): ParentOrder {
  if (order === null) throw new Error('an event of an order came without its order');
  return order;
}
