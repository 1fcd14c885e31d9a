// An order's events in words: one sentence each, with what a person would look up next.

import { tellRoute } from './story-route.ts';
import type { Event, ExclusionHow, FindingHow, OrderEndHow } from '../../spec/events/index.ts';
import { unreachable } from '../../spec/proof/index.ts';
import { type Price, type Qty, formatDecimal, isoTime } from '../../spec/units/index.ts';

/** What happened, in two words, and its particulars. */
export interface Told {
  readonly what: string;
  readonly how: string;
}

export function tellEvent(event: Event): Told {
  switch (event.type) {
    case 'OrderAccepted': {
      const { orderID, side, orderQty, symbol, timeInForce, account, expireAt } = event;
      const terms = `${side} ${formatDecimal(orderQty)} ${symbol} ${priceOf(event)} ${timeInForce}`;
      const until = expireAt === null ? '' : ', expires at the end of its day';
      return { what: 'accepted', how: `${orderID}: ${terms}, account ${account}${until}` };
    }
    case 'OrderRejected': {
      const check = event.check === '' ? '' : `${event.check}: `;
      return { what: 'rejected', how: `${check}${event.text} (${event.ordRejReason})` };
    }
    case 'CancelRequested':
      return { what: 'cancel requested', how: `by ClOrdID ${event.clOrdID}` };
    case 'ReplaceRequested': {
      const terms = `${formatDecimal(event.orderQty)} ${priceOf(event)}`;
      return { what: 'replace requested', how: `by ClOrdID ${event.clOrdID}: ${terms}` };
    }
    case 'RequestRejected':
      return {
        what: `${event.responseTo.toLowerCase()} rejected`,
        how: `${event.clOrdID}: ${event.text} (${event.cxlRejReason})`,
      };
    case 'OrderReplaced':
      return {
        what: 'replaced',
        how: `now ClOrdID ${event.clOrdID}: ${formatDecimal(event.orderQty)} ${priceOf(event)}`,
      };
    case 'OrderExpiring':
      return { what: 'expiring', how: 'its day is over; its open children are cancelled' };
    case 'OrderKilled':
      return { what: 'stopped', how: `by the kill switch of ${event.by}` };
    case 'OrderEnded':
      return {
        what: 'ended',
        how: `${ENDED[event.how]}${event.text === '' ? '' : `: ${event.text}`}`,
      };
    case 'OrderRecalled':
      return { what: 'recalled', how: 'a venue spoke of it again after its end' };
    case 'StatusReported':
      return { what: 'status told', how: `for ClOrdID ${event.clOrdID}${tail(event.text)}` };
    case 'MessageRefused':
      return { what: 'message refused', how: `${event.text} (${event.businessRejectReason})` };
    case 'CommandRefused':
      return { what: 'command refused', how: `${event.commandType}: ${event.error}` };
    case 'ChildDecided': {
      const { venueID, venueSymbol, orderQty, price, timeInForce, childID, why } = event;
      const terms = `${formatDecimal(orderQty)} ${venueSymbol} @ ${formatDecimal(price)} ${timeInForce}`;
      return { what: `child to ${venueID}`, how: `${childID}: ${terms}; why: ${why}` };
    }
    case 'ChildAcknowledged':
      return { what: 'child works', how: `${event.childID}: venue order ${event.venueOrderID}` };
    case 'ChildRefused':
      return { what: 'child refused', how: `${event.childID}${tail(event.text)}` };
    case 'ChildPutInDoubt':
      return { what: 'child in doubt', how: `${event.childID}: ${event.cause}` };
    case 'ChildProvenAbsent':
      return { what: 'child never arrived', how: `${event.childID}: ${event.evidence}` };
    case 'ChildFilled': {
      const { lastQty, lastPx, liquidity, feeAmount, feeAsset, venueExecID, childID } = event;
      const trade = `${formatDecimal(lastQty)} @ ${formatDecimal(lastPx)} as ${liquidity}`;
      const fee = `fee ${formatDecimal(feeAmount)} ${feeAsset}`;
      return {
        what: 'filled',
        how: `${trade}, ${fee}, venue execution ${venueExecID}, ${childID}`,
      };
    }
    case 'ChildEndReported': {
      const { childID, how, finalCumQty, text, feeAmount, feeAsset } = event;
      const word = `${childID}: ${how} with ${formatDecimal(finalCumQty)} filled`;
      const fee = feeAmount === null ? '' : `, fee ${formatDecimal(feeAmount)} ${feeAsset ?? ''}`;
      return { what: 'venue ended it', how: `${word}${tail(text)}${fee}` };
    }
    case 'ChildEnded':
      return { what: 'child ended', how: `${event.childID}: ${event.how}` };
    case 'ChildCancelDecided':
      return { what: 'child cancel sent', how: event.childID };
    case 'ChildCancelRefused':
      return { what: 'child cancel refused', how: `${event.childID}${tail(event.text)}` };
    case 'ChildCancelPutInDoubt':
      return { what: 'child cancel in doubt', how: `${event.childID}: ${event.cause}` };
    case 'ChildAmendDecided': {
      const { childID, price, orderQty } = event;
      return { what: 'child amend sent', how: `${childID}: ${termsOf(orderQty, price)}` };
    }
    case 'ChildAmended': {
      const { childID, price, orderQty } = event;
      return { what: 'child amended', how: `${childID}: ${termsOf(orderQty, price)}` };
    }
    case 'ChildAmendRefused':
      return { what: 'child amend refused', how: `${event.childID}${tail(event.text)}` };
    case 'ChildAmendPutInDoubt':
      return { what: 'child amend in doubt', how: `${event.childID}: ${event.cause}` };
    case 'InDoubtOverdue':
      return { what: 'in doubt too long', how: `${event.childID}: for ${event.ageMs} ms` };
    case 'RouteDecided':
      return { what: event.routing === 1 ? 'routed' : 'routed again', how: tellRoute(event) };
    case 'VenueExcluded': {
      const { venueID, how, text, until } = event;
      const why = EXCLUDED[how];
      return {
        what: `not to ${venueID}`,
        how: `until ${isoTime(until).slice(11, 23)}: ${why}${tail(text)}`,
      };
    }
    case 'CancelOverdue':
      return { what: 'cancel overdue', how: `${event.childID}: refused ${event.refusals} times` };
    case 'FillConflicted': {
      const booked = `${formatDecimal(event.bookedQty)} @ ${formatDecimal(event.bookedPx)}`;
      const reported = `${formatDecimal(event.reportedQty)} @ ${formatDecimal(event.reportedPx)}`;
      return { what: 'fill conflicts', how: `booked ${booked}, the venue now says ${reported}` };
    }
    case 'ChildResolved': {
      const { childID, how, who, reason } = event;
      return { what: 'resolved by hand', how: `${childID}: ${FOUND[how]}, by ${who}: ${reason}` };
    }
    case 'ChildFillCancelled': {
      const { lastQty, lastPx, text } = event;
      const fill = `${formatDecimal(lastQty)} @ ${formatDecimal(lastPx)}`;
      return { what: 'fill taken back', how: `${fill}${tail(text)}` };
    }
    case 'TransactionSigned': {
      const { nonce, purpose, hash } = event.transaction;
      return { what: 'signed', how: `${purpose} as nonce ${nonce}: ${hash}` };
    }
    case 'TransactionSettled':
      return { what: 'settled', how: `nonce ${event.nonce}: ${event.hash}` };
    case 'DeskStarted':
      return { what: 'desk started', how: `epoch ${event.epoch}` };
    case 'InstrumentDefined':
    case 'LimitsSet':
    case 'VenueQuarantined':
    case 'VenueResumed':
    case 'AdminRefused':
    case 'KillEngaged':
    case 'KillRearmed':
    case 'KillVerified':
    case 'LimitChanged':
    case 'LimitReset':
    case 'FillUnmatched':
    case 'HoldingAgreed':
      return { what: event.type, how: '' };
    default:
      return unreachable(event);
  }
}

const EXCLUDED: Record<ExclusionHow, string> = {
  Refused: 'it refused the child',
  Ended: 'it ended the child unasked',
  NotSent: 'the child could not be sent',
  Faded: 'what its book showed was not there',
};

const FOUND: Record<FindingHow, string> = {
  Absent: 'it never reached its venue',
  Filled: 'a fill that its venue has not told',
  Ended: 'it is dead at its venue',
};

const ENDED: Record<OrderEndHow, string> = {
  Filled: 'filled',
  Canceled: 'cancelled',
  Expired: 'expired',
  Rejected: 'rejected',
};

function priceOf({
  price,
  worstPrice,
}: {
  readonly price: bigint | null;
  readonly worstPrice: bigint;
}): string {
  if (price !== null) return `limit ${formatDecimal(price)}`;
  return `at the market, ${formatDecimal(worstPrice)} at worst`;
}

function termsOf(orderQty: Qty, price: Price): string {
  return `${formatDecimal(orderQty)} in all @ ${formatDecimal(price)}`;
}

function tail(text: string): string {
  return text === '' ? '' : `: ${text}`;
}
