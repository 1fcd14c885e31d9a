// A new order: is it one that we have, is it fresh, may it be sent, and where does it go?

import type { EnterOrder, Event } from '../../../spec/events/index.ts';
import type { EpochNs } from '../../../spec/ports/index.ts';
import {
  type Instrument,
  type OrderID,
  type OrdRejReason,
  type TimeInForce,
  asOrderID,
} from '../../../spec/terms/index.ts';
import { nextUtcMidnight } from '../../../spec/units/index.ts';
import type { DeskView } from '../evolve/state.ts';
import type { Context } from './context.ts';
import { Draft } from './draft.ts';
import { isClOrdIDTaken } from './find-order.ts';
import { shortOf } from './funds.ts';
import { judge } from './judge.ts';
import { placeChildren } from './place-children.ts';
import { type Asking, type Barred, venuesFor } from './venues-for.ts';
import { reportStatus } from './report-status.ts';
import { settle } from './settle.ts';

export function enterOrder(
  state: DeskView,
  command: EnterOrder,
  context: Context,
): readonly Event[] {
  const { origin, clOrdID } = command;
  const taken = isClOrdIDTaken(state, context, { sessionID: origin.sessionID, clOrdID });
  if (taken && command.possResend) {
    return reportStatus(
      state,
      { ...command, type: 'RequestOrderStatus', orderID: null, ordStatusReqID: null },
      context,
    );
  }
  const profile = context.profile(origin.sessionID);
  if (profile === null) return rejected(command, 'Other', 'this session may not enter orders');
  if (context.closedFor !== null) return rejected(command, 'BrokerOption', context.closedFor);
  const stale = staleness(command.sentAt, context.now, profile.staleOrderAgeMs);
  if (stale !== null && !taken) return rejected(command, 'StaleOrder', stale);
  const judgement = judge(state, context, {
    profile,
    clOrdID,
    account: command.account,
    symbol: command.symbol,
    side: command.side,
    ordType: command.ordType,
    price: command.price,
    orderQty: command.orderQty,
    isClOrdIDTaken: taken,
    replaced: null,
  });
  if (judgement.type === 'Refused') {
    const { check, ordRejReason, text } = judgement.refusal;
    return rejected(command, ordRejReason, text, check);
  }
  const { instrument, account, referencePrice, worstPrice } = judgement;
  const other = otherCurrency(command.currency, instrument) ?? unknownVenueIn(command, context);
  if (other !== null) return rejected(command, 'UnsupportedOrderCharacteristic', other);
  const { sessionID } = origin;
  const { ordType, timeInForce, directives } = command;
  const { side, orderQty } = command;
  const order: Asking = {
    orderID: null,
    sessionID,
    side,
    ordType,
    timeInForce,
    worstPrice,
    leavesQty: orderQty,
    directives,
    exclusions: [],
    children: [],
  };
  const venues = venuesFor(state, context, { order, instrument });
  const { usable, barred, covers } = venues;
  const short = shortOf(orderQty, { usable, covers, base: instrument.base });
  if (short !== null) return rejected(command, 'OrderExceedsLimit', short, 'venueBalance');
  if (usable.length === 0) {
    const text = `${command.symbol} cannot be traded now: ${whyNot(barred)}`;
    return rejected(command, 'ExchangeClosed', text);
  }
  const draft = new Draft(state, context, null);
  draft.emit({
    type: 'OrderAccepted',
    orderID: orderIDOf(state),
    origin,
    clOrdID,
    account,
    instrumentID: instrument.instrumentID,
    instrumentVersion: instrument.version,
    symbol: instrument.symbol,
    side: command.side,
    ordType: command.ordType,
    price: command.price,
    worstPrice,
    timeInForce: command.timeInForce,
    orderQty: command.orderQty,
    referencePrice,
    expireAt: command.timeInForce === 'Day' ? nextUtcMidnight(context.now) : null,
    limitBasis: profile.limitBasis,
    directives: command.directives,
  });
  if (!placeChildren(draft, venues)) {
    settle(draft, { text: UNPLACED[command.timeInForce], mayGoOn: false });
  }
  return draft.events;
}

/** Why an order that does not rest ends in the moment in which it was taken. */
const UNPLACED: Readonly<Record<TimeInForce, string>> = {
  Day: '',
  GTC: '',
  IOC: 'immediate or cancel: no venue takes this quantity now',
  FOK: 'fill or kill: no venue shows the whole quantity within the limit',
};

/** Null, or why Currency(15) is none of the instrument's two: FIX has it as what the price is in, or what is dealt. */
export function otherCurrency(
  currency: string | null,
  { symbol, base, quote }: Pick<Instrument, 'symbol' | 'base' | 'quote'>,
): string | null {
  if (currency === null || currency === base || currency === quote) return null;
  return `Currency(15)=${currency} is none of ${symbol}: quantities are in ${base}, prices in ${quote}`;
}

/** Null, or which venue the order names that is none here. */
function unknownVenueIn({ directives }: EnterOrder, context: Context): string | null {
  if (directives === null) return null;
  const { exDestination, include, exclude } = directives;
  if (exDestination !== null && context.venue(exDestination) === null) {
    return `ExDestination(100) names ${exDestination}, which is no venue here`;
  }
  const unknown = [...include, ...exclude].find((venueID) => context.venue(venueID) === null);
  return unknown === undefined ? null : `the order names ${unknown}, which is no venue here`;
}

function whyNot(barred: readonly Barred[]): string {
  if (barred.length === 0) return 'no venue lists it';
  return barred.map(({ venueID, why }) => `${venueID} ${why}`).join(', ');
}

/** Null while fresh; else why an order of that age is not executed (crash row 1). */
export function staleness(sentAt: EpochNs, now: EpochNs, boundMs: number): string | null {
  const ageMs = (now - sentAt) / 1_000_000n;
  if (ageMs <= BigInt(boundMs)) return null;
  return `sent ${ageMs} ms ago, this session's limit is ${boundMs} ms`;
}

function orderIDOf(state: DeskView): OrderID {
  return asOrderID(`ORD-${state.desk}-${state.nextOrder}`);
}

function rejected(
  command: EnterOrder,
  ordRejReason: OrdRejReason,
  text: string,
  check = '',
): readonly Event[] {
  const { origin, clOrdID, account, symbol, side, orderQty } = command;
  return [
    {
      type: 'OrderRejected',
      origin,
      clOrdID,
      account,
      symbol,
      side,
      orderQty,
      ordRejReason,
      check,
      text,
    },
  ];
}
