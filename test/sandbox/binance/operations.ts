// What can be asked of the exchange, under the WS API's method names, with what each request weighs.
// REST asks for the same things. Source: web-socket-api.md (binance-spot-api-docs, 2026-07-21).

import * as account from './account-operations.ts';
import type { Params } from './auth.ts';
import { hasSymbol } from './lookups.ts';
import * as market from './market-operations.ts';
import * as orders from './order-operations.ts';
import { success } from './venue.ts';
import type { Account } from '../exchange/terms.ts';
import type { Answer, Venue } from './venue.ts';

export interface PublicOperation {
  readonly security: 'NONE';
  weight(params: Params): number;
  run(venue: Venue, params: Params): Answer;
}

export interface SignedOperation {
  readonly security: 'SIGNED';
  weight(params: Params): number;
  run(venue: Venue, params: Params, account: Account): Answer;
}

export type Operation = PublicOperation | SignedOperation;

export const OPERATIONS: ReadonlyMap<string, Operation> = new Map<string, Operation>([
  ['ping', open(1, () => success('{}'))],
  ['time', open(1, (venue) => success(`{"serverTime":${venue.now()}}`))],
  ['exchangeInfo', open(20, market.exchangeInfo)],
  ['depth', open(market.depthWeight, market.depth)],
  ['trades.recent', open(25, market.recentTrades)],
  ['ticker.book', open(tickerWeight, market.bookTicker)],
  ['ticker.price', open(tickerWeight, market.priceTicker)],
  ['order.place', signed(1, orders.place)],
  ['order.test', signed(1, orders.testOrder)],
  ['order.cancel', signed(1, orders.cancel)],
  ['order.cancelReplace', signed(1, orders.cancelReplace)],
  ['order.amend.keepPriority', signed(4, orders.amend)],
  ['openOrders.cancelAll', signed(1, orders.cancelAll)],
  ['order.status', signed(4, account.status)],
  ['openOrders.status', signed((params) => (hasSymbol(params) ? 6 : 80), account.openOrders)],
  ['allOrders', signed(20, account.allOrders)],
  ['myTrades', signed((params) => (params['orderId'] === undefined ? 20 : 5), account.myTrades)],
  ['order.amendments', signed(4, account.amendments)],
  ['account.status', signed(20, account.accountStatus)],
  ['account.commission', signed(20, account.commission)],
  ['account.rateLimits.orders', signed(40, account.rateLimitsOrders)],
]);

type Weight = number | ((params: Params) => number);

function open(weight: Weight, run: PublicOperation['run']): PublicOperation {
  return { security: 'NONE', weight: weigh(weight), run };
}

function signed(weight: Weight, run: SignedOperation['run']): SignedOperation {
  return { security: 'SIGNED', weight: weigh(weight), run };
}

function weigh(weight: Weight): (params: Params) => number {
  return typeof weight === 'number' ? () => weight : weight;
}

function tickerWeight(params: Params): number {
  return hasSymbol(params) ? 2 : 4;
}
