// A cancel/replace request. A child that rests alone at a venue that can is given the new terms there; else the new
// quantity goes out only when the old child is dead, on evidence.

import { coverAmend } from '../../../risk/index.ts';
import type { Event, ParentOrder, ReplaceOrder } from '../../../spec/events/index.ts';
import type { CxlRejReason, VenueDirectives, VenueID } from '../../../spec/terms/index.ts';
import { ZERO_QTY, subtractQty } from '../../../spec/units/index.ts';
import type { DeskView } from '../evolve/state.ts';
import { ordStatusOf } from '../order-status.ts';
import { amendInstead } from './amend-instead.ts';
import { isLatest } from './cancel-order.ts';
import type { Context } from './context.ts';
import { Draft } from './draft.ts';
import { otherCurrency, staleness } from './enter-order.ts';
import { findOrder, isClOrdIDTaken } from './find-order.ts';
import { shortOf } from './funds.ts';
import { type Judged, type Judgement, judge } from './judge.ts';
import { refuseRequest } from './refuse-request.ts';
import { cancelChildren, replaceTakesEffect, settle } from './settle.ts';
import { type Asking, venuesFor } from './venues-for.ts';

export function replaceOrder(
  state: DeskView,
  command: ReplaceOrder,
  context: Context,
): readonly Event[] {
  const { origin, origClOrdID, orderID } = command;
  const { sessionID } = origin;
  const found = findOrder(state, context, { sessionID, clOrdID: origClOrdID, orderID });
  if (found.type === 'Unknown') {
    return refused(command, null, 'UnknownOrder', `no order with ClOrdID(11) ${origClOrdID} here`);
  }
  const { order } = found;
  if (found.type === 'Ended') {
    return refused(command, order, 'TooLateToCancel', `the order has ended: ${ordStatusOf(order)}`);
  }
  const objection = objectionTo(state, command, context, order);
  if (objection !== null) return refused(command, order, objection.reason, objection.text);
  const judgement = judged(state, command, context, order);
  if (judgement.type === 'Refused') {
    return refused(command, order, 'BrokerOption', judgement.refusal.text);
  }
  const foreign = otherCurrency(command.currency, judgement.instrument);
  const short =
    foreign !== null || lowersRisk(command, order)
      ? foreign
      : shortOfFunds(state, command, context, { ...judgement, order });
  if (short !== null) return refused(command, order, 'BrokerOption', short);
  return accepted(state, command, context, order, judgement);
}

/** As the replace would leave it: the old children are dead when it takes effect. */
function shortOfFunds(
  state: DeskView,
  command: ReplaceOrder,
  context: Context,
  { order, instrument, worstPrice }: Judged & { readonly order: ParentOrder },
): string | null {
  const left =
    command.orderQty > order.cumQty ? subtractQty(command.orderQty, order.cumQty) : ZERO_QTY;
  const asked: Asking = { ...order, worstPrice, leavesQty: left, exclusions: [], children: [] };
  const { usable, covers } = venuesFor(state, context, { order: asked, instrument });
  return shortOf(left, { usable, covers, base: instrument.base });
}

function accepted(
  state: DeskView,
  command: ReplaceOrder,
  context: Context,
  order: ParentOrder,
  judgement: Judged,
): readonly Event[] {
  const draft = new Draft(state, context, order);
  const { origin, clOrdID, orderQty, price } = command;
  const { worstPrice, referencePrice } = judgement;
  draft.emit({
    type: 'ReplaceRequested',
    orderID: order.orderID,
    origin,
    clOrdID,
    origClOrdID: order.clOrdID,
    orderQty,
    price,
    worstPrice,
    referencePrice,
  });
  if (orderQty === order.orderQty && price === order.price) {
    // Nothing changes but the ClOrdID: the child keeps its place in the queue.
    draft.emit({
      type: 'OrderReplaced',
      orderID: order.orderID,
      clOrdID,
      origClOrdID: order.clOrdID,
      orderQty,
      price,
      worstPrice,
    });
    return draft.events;
  }
  const amend = amendInstead(draft, judgement.instrument);
  if (amend === null) {
    cancelChildren(draft);
    settle(draft, { text: 'replaced', mayGoOn: false });
    return draft.events;
  }
  const { childID, price: newPrice, orderQty: newQty } = coverAmend(amend, draft.order);
  const child = order.children.find((one) => one.childID === childID);
  if (child?.price === newPrice && child.orderQty === newQty) {
    // On its venue's tick the new limit is the old one.
    replaceTakesEffect(draft);
    return draft.events;
  }
  const { orderID } = order;
  draft.emit({ type: 'ChildAmendDecided', orderID, childID, price: newPrice, orderQty: newQty });
  return draft.events;
}

interface Objection {
  readonly reason: CxlRejReason;
  readonly text: string;
}

function objectionTo(
  state: DeskView,
  command: ReplaceOrder,
  context: Context,
  order: ParentOrder,
): Objection | null {
  const { origin, clOrdID } = command;
  if (isClOrdIDTaken(state, context, { sessionID: origin.sessionID, clOrdID })) {
    return { reason: 'DuplicateClOrdID', text: `ClOrdID(11) ${clOrdID} was used before` };
  }
  const pending = order.pendingCancel ?? order.pendingReplace;
  if (pending !== null) return { reason: 'AlreadyPending', text: `${pending.clOrdID} is pending` };
  if (!isLatest(order, command)) {
    return { reason: 'UnknownOrder', text: `the order is now ${order.clOrdID}` };
  }
  if (order.killedBy !== null) {
    return { reason: 'BrokerOption', text: `the kill switch of ${order.killedBy} has stopped it` };
  }
  if (order.expiring) return { reason: 'TooLateToCancel', text: 'its trading day is over' };
  if (context.closedFor !== null) return { reason: 'BrokerOption', text: context.closedFor };
  const profile = context.profile(origin.sessionID);
  const stale = staleness(command.sentAt, context.now, profile?.staleOrderAgeMs ?? 0);
  if (stale !== null) return { reason: 'BrokerOption', text: stale };
  return changeNotAllowed(command, order);
}

/** Account, side, symbol, type and time in force stay; only what rests can be replaced. */
function changeNotAllowed(command: ReplaceOrder, order: ParentOrder): Objection | null {
  const no = (text: string): Objection => ({ reason: 'BrokerOption', text });
  if (command.symbol !== order.symbol) return no(`Symbol(55) cannot change from ${order.symbol}`);
  if (command.account !== null && command.account !== order.account) {
    return no(`Account(1) cannot change from ${order.account}`);
  }
  if (command.side !== order.side) return no(`Side(54) cannot change from ${order.side}`);
  if (command.ordType !== order.ordType)
    return no(`OrdType(40) cannot change from ${order.ordType}`);
  if (command.timeInForce !== null && command.timeInForce !== order.timeInForce) {
    return no(`TimeInForce(59) cannot change from ${order.timeInForce}`);
  }
  if (command.directives !== null && !isSameWay(command.directives, order.directives)) {
    return no('ExDestination(100) and the lists of venues cannot change');
  }
  if (order.ordType !== 'Limit' || order.timeInForce === 'IOC' || order.timeInForce === 'FOK') {
    return no('only a limit order that rests (Day or GTC) can be replaced');
  }
  return null;
}

function isSameWay(asked: VenueDirectives, known: VenueDirectives | null): boolean {
  return (
    known !== null &&
    asked.exDestination === known.exDestination &&
    isSameSet(asked.include, known.include) &&
    isSameSet(asked.exclude, known.exclude)
  );
}

function isSameSet(a: readonly VenueID[], b: readonly VenueID[]): boolean {
  return a.length === b.length && a.every((one) => b.includes(one));
}

/** Checks that bound what an order may become; a replace that lowers its risk passes them (design, Risk). */
const LIMITS: ReadonlySet<string> = new Set([
  'maxOrderQty',
  'maxOrderNotional',
  'priceCollar',
  'maxLongPosition',
  'maxShortPosition',
  'maxOpenOrders',
  'maxOpenNotional',
]);

function judged(
  state: DeskView,
  command: ReplaceOrder,
  context: Context,
  order: ParentOrder,
): Judgement {
  const profile = context.profile(command.origin.sessionID);
  if (profile === null) throw new Error(`session ${command.origin.sessionID} has no profile`);
  const { account } = order;
  const judgement = judge(state, context, {
    ...command,
    profile,
    account,
    isClOrdIDTaken: false,
    replaced: order,
  });
  if (judgement.type === 'Passed' || !LIMITS.has(judgement.refusal.check)) return judgement;
  const instrument = state.instruments.get(order.instrumentID);
  if (instrument === undefined || !lowersRisk(command, order)) return judgement;
  const worstPrice = command.price ?? order.worstPrice;
  return { type: 'Passed', instrument, account, worstPrice, referencePrice: order.worstPrice };
}

/** No more than before, and no worse a price. */
function lowersRisk(command: ReplaceOrder, order: ParentOrder): boolean {
  if (command.orderQty > order.orderQty || command.price === null) return false;
  return order.side === 'buy'
    ? command.price <= order.worstPrice
    : command.price >= order.worstPrice;
}

function refused(
  command: ReplaceOrder,
  order: ParentOrder | null,
  cxlRejReason: CxlRejReason,
  text: string,
): readonly Event[] {
  return refuseRequest(command, order, { cxlRejReason, text });
}
