// What a client may have done, whichever way it comes in: orders placed, amended and cancelled.
// Source: Kraken API Center, websocket-v2/{add_order,amend_order,cancel_order}, rest-api/{add-order,amend-order,
// cancel-order}, guides/spot-amends.

import { parseDecimal } from '../exchange/decimal.ts';
import type { Account, NewOrder, Order, Rejection, SymbolRules } from '../exchange/terms.ts';
import { isOpen } from '../exchange/terms.ts';
import { isNamed } from './names.ts';
import { type Answer, type Venue, failure, openOrderOf, rulesOf, success } from './venue.ts';

/** A new order in words that both transports have; each amount as text. */
export interface AddOrder {
  readonly symbol: string;
  readonly side: string;
  readonly orderType: string;
  readonly limitPrice: string;
  readonly orderQty: string;
  readonly timeInForce: string;
  readonly postOnly: boolean;
  readonly clOrdID: string | null;
  /** RFC 3339. */
  readonly deadline: string | null;
}

export interface Added {
  readonly answer: Answer;
  readonly order: Order | null;
}

const DEADLINE_LEAST_MS = 0;
const DEADLINE_MOST_MS = 60_000;
const CLIENT_ID =
  /^([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}|[0-9a-f]{32}|[\x21-\x7e]{1,18})$/i;

export function addOrder(venue: Venue, account: Account, asked: AddOrder): Added {
  const refused = (error: string): Added => ({ answer: failure(error), order: null });
  const objection = objectionTo(venue, account, asked);
  if (objection !== null) return refused(objection);
  const market = [...venue.exchange.markets.values()].find(({ rules }) =>
    isNamed(rules, asked.symbol),
  );
  if (market === undefined) return refused('EQuery:Unknown asset pair');
  const { rules } = market;
  const order = newOrder(rules, asked, venue.random.id(12));
  if (typeof order === 'string') return refused(order);
  if (!venue.counters.add(account.name, rules.symbol)) {
    return refused('EOrder:Rate limit exceeded');
  }
  const placed = venue.exchange.place(account, order);
  if (!placed.ok) return refused(sentence(placed, order.quantity, rules));
  const clientID = asked.clOrdID === null ? '' : `,"cl_ord_id":"${asked.clOrdID}"`;
  const json = `{"order_id":"${venue.ids.orderID(placed.order)}"${clientID}}`;
  return { answer: success(json), order: placed.order };
}

function objectionTo(venue: Venue, account: Account, asked: AddOrder): string | null {
  const closed = closedTo(venue, asked.postOnly);
  if (closed !== null) return closed;
  if (asked.clOrdID !== null) {
    if (!CLIENT_ID.test(asked.clOrdID)) return 'EGeneral:Invalid arguments:cl_ord_id';
    if (openOrderOf(account, asked.clOrdID) !== null) return 'EOrder:cl_ord_id already in use';
  }
  return lateness(venue, asked.deadline);
}

function closedTo(venue: Venue, postOnly: boolean): string | null {
  const system = venue.system();
  if (system === 'maintenance') return 'EService:Unavailable';
  if (system === 'online' || (system === 'post_only' && postOnly)) return null;
  return `EService:Market in ${system} mode`;
}

function lateness(venue: Venue, deadline: string | null): string | null {
  if (deadline === null) return null;
  const left = Date.parse(deadline) - venue.now();
  if (Number.isNaN(left) || left > DEADLINE_MOST_MS) return 'EGeneral:Invalid arguments:deadline';
  return left < DEADLINE_LEAST_MS ? 'EService:Deadline elapsed' : null;
}

/** The order for the engine, or the sentence that refuses it. */
function newOrder(rules: SymbolRules, asked: AddOrder, generated: string): NewOrder | string {
  const { side, orderType, timeInForce } = asked;
  if (side !== 'buy' && side !== 'sell') return 'EGeneral:Invalid arguments:side';
  if (orderType !== 'limit' && orderType !== 'market')
    return 'EGeneral:Invalid arguments:ordertype';
  const quantity = parseDecimal(asked.orderQty);
  if (quantity.type !== 'Amount') return 'EGeneral:Invalid arguments:volume';
  const price = parseDecimal(orderType === 'market' ? '0' : asked.limitPrice);
  if (price.type !== 'Amount') return 'EGeneral:Invalid arguments:price';
  const lifetimes = { gtc: 'GTC', ioc: 'IOC', fok: 'FOK' } as const;
  const lifetime = lifetimes[timeInForce.toLowerCase() as keyof typeof lifetimes];
  if (lifetime === undefined) return 'EGeneral:Invalid arguments:timeinforce';
  if (quantity.amount < rules.minQty) return 'EOrder:Order minimum not met';
  return {
    symbol: rules.symbol,
    side: side === 'buy' ? 'BUY' : 'SELL',
    type: orderType === 'market' ? 'MARKET' : asked.postOnly ? 'LIMIT_MAKER' : 'LIMIT',
    timeInForce: lifetime,
    price: price.amount,
    quantity: quantity.amount,
    quoteOrderQty: 0n,
    clientOrderId: asked.clOrdID ?? `#${generated}`,
  };
}

/** New terms in words that both transports have; a term that is not given stays. */
export interface AmendOrder {
  readonly orderID: string | null;
  readonly clOrdID: string | null;
  readonly limitPrice: string | null;
  readonly orderQty: string | null;
  readonly postOnly: boolean;
  /** RFC 3339. */
  readonly deadline: string | null;
}

export interface AmendedOrder extends Added {
  /** Empty where it was refused. */
  readonly amendID: string;
}

export function amendOrder(venue: Venue, account: Account, asked: AmendOrder): AmendedOrder {
  const refused = (error: string): AmendedOrder => ({
    answer: failure(error),
    order: null,
    amendID: '',
  });
  const objection = closedTo(venue, asked.postOnly) ?? lateness(venue, asked.deadline);
  if (objection !== null) return refused(objection);
  const order = openNamed(venue, account, asked);
  if (order === null) return refused('EOrder:Unknown order');
  const price = asked.limitPrice === null ? order.price : amountOf(asked.limitPrice);
  const quantity = asked.orderQty === null ? order.origQty : amountOf(asked.orderQty);
  if (price === null) return refused('EGeneral:Invalid arguments:limit_price');
  if (quantity === null) return refused('EGeneral:Invalid arguments:order_qty');
  const { postOnly } = asked;
  const rules = rulesOf(venue, order);
  if (quantity < rules.minQty) return refused('EOrder:Order minimum not met');
  if (!venue.counters.amend(account.name, order.symbol, venue.now() - order.time)) {
    return refused('EOrder:Rate limit exceeded');
  }
  const rejection = venue.exchange.revise(order, { price, quantity, postOnly });
  if (rejection !== null) return refused(sentence(rejection, quantity, rules));
  const amendID = venue.nextAmendID();
  const name =
    asked.orderID === null
      ? `"cl_ord_id":${JSON.stringify(asked.clOrdID)}`
      : `"order_id":"${asked.orderID}"`;
  return { answer: success(`{"amend_id":"${amendID}",${name}}`), order, amendID };
}

function amountOf(text: string): bigint | null {
  const parsed = parseDecimal(text);
  return parsed.type === 'Amount' ? parsed.amount : null;
}

/** By the exchange's id or by the client's own; null where it is not open. */
function openNamed(
  venue: Venue,
  account: Account,
  named: { readonly orderID: string | null; readonly clOrdID: string | null },
): Order | null {
  const found =
    named.orderID === null
      ? openOrderOf(account, named.clOrdID ?? '')
      : venue.ids.orderOf(named.orderID);
  return found !== null && found.account === account && isOpen(found) ? found : null;
}

/** The engine's word in Kraken's. */
function sentence({ msg }: Rejection, quantity: bigint, rules: SymbolRules): string {
  if (msg.includes('insufficient balance')) return 'EOrder:Insufficient funds';
  if (msg.includes('immediately match')) return 'EOrder:Post only order';
  if (msg.includes('Market is closed')) return 'EService:Market in cancel_only mode';
  if (msg.includes('MAX_NUM_ORDERS')) return 'EOrder:Orders limit exceeded';
  if (msg.includes('PRICE_FILTER')) return 'EOrder:Invalid price:Invalid price argument';
  if (msg.includes('NOTIONAL') || quantity < rules.minQty) {
    return 'EOrder:Order minimum not met';
  }
  return 'EGeneral:Invalid arguments:volume';
}

/** By the exchange's id or by the client's own. */
export function cancelOrder(
  venue: Venue,
  account: Account,
  named: { readonly orderID: string | null; readonly clOrdID: string | null },
): Added {
  const found = openNamed(venue, account, named);
  if (found === null) {
    return { answer: failure('EOrder:Unknown order'), order: null };
  }
  if (!venue.counters.cancel(account.name, found.symbol, venue.now() - found.time)) {
    return { answer: failure('EOrder:Rate limit exceeded'), order: null };
  }
  const orderID = venue.ids.orderID(found);
  venue.exchange.cancel(found, null);
  const clientID = found.placedClientOrderId.startsWith('#')
    ? ''
    : `,"cl_ord_id":"${found.placedClientOrderId}"`;
  return { answer: success(`{"order_id":"${orderID}"${clientID}}`), order: found };
}
