// `causeway order cancel` and `order replace`: of an open order, which the running desk itself is asked about.

import type { OrdType, Side, TimeInForce } from '../../spec/terms/index.ts';
import { asPrice, asQty, parseDecimal } from '../../spec/units/index.ts';
import type { OrderRow } from '../operator/index.ts';
import type { ExitCode } from './exit-codes.ts';
import type { Amendment, OrderTerms } from './fix-messages.ts';
import { askDesk, failure } from './operator-client.ts';
import { newClOrdID, performed, positive } from './order.ts';
import { type SessionArguments, misused, quoted, sessionOf } from './order-session.ts';
import { createOutput } from './output.ts';

/** As typed. */
export interface AmendArguments extends SessionArguments {
  readonly type: Amendment['type'];
  /** ClOrdID(11) or OrderID(37) of an open order. */
  readonly id: string;
  /** Replace: what it is to be; what is not said stays. */
  readonly qty?: string;
  readonly limit?: string;
  readonly json: boolean;
}

export async function amendOrder(args: AmendArguments): Promise<ExitCode> {
  const out = createOutput(args);
  const found = sessionOf(args);
  if ('misuse' in found) return misused(out, found);
  const change = changeOf(args);
  if ('misuse' in change) return misused(out, change);
  const answered = await askDesk(found.config.dataFolder, 'orders', {});
  if (answered.type !== 'Done') return failure(out, answered);
  const { orders } = answered.body as { readonly orders: readonly OrderRow[] };
  const open = orders.filter(({ sessionID }) => sessionID === found.sessionID);
  const order = open.find(({ orderID, clOrdID }) => [orderID, clOrdID].includes(args.id));
  if (order === undefined) {
    const problem = `session ${found.sessionID} has no open order ${quoted(args.id)}`;
    return failure(out, { type: 'Refused', status: 404, problems: [problem] });
  }
  const terms = { ...termsOf(order), ...change };
  const amends = { type: args.type, origClOrdID: order.clOrdID };
  const staying = { cancelAfterMs: null, wait: false };
  return performed(out, found.peer, { ...terms, clOrdID: newClOrdID(), amends, ...staying });
}

type Change = Partial<Pick<OrderTerms, 'orderQty' | 'price' | 'ordType'>>;

function changeOf({ type, qty, limit }: AmendArguments): Change | { readonly misuse: string } {
  if (type === 'Cancel') return {};
  if (qty === undefined && limit === undefined) {
    return { misuse: 'a replace has a new --qty, a new --limit, or both' };
  }
  const [orderQty, price] = [qty, limit].map((text) =>
    text === undefined ? undefined : positive(text),
  );
  if (orderQty === null)
    return { misuse: `the quantity ${quoted(qty ?? '')} is no decimal above 0` };
  if (price === null) return { misuse: `the limit ${quoted(limit ?? '')} is no decimal above 0` };
  return {
    ...(orderQty === undefined ? {} : { orderQty: asQty(orderQty) }),
    ...(price === undefined ? {} : { price: asPrice(price), ordType: 'Limit' }),
  };
}

/** As the desk shows it: it wrote these words itself. */
function termsOf(row: OrderRow): Omit<OrderTerms, 'clOrdID' | 'amends'> {
  const { account, symbol, side, ordType, timeInForce, orderQty, price } = row;
  return {
    account,
    symbol,
    side: side as Side,
    orderQty: asQty(exact(orderQty)),
    ordType: ordType as OrdType,
    price: price === null ? null : asPrice(exact(price)),
    timeInForce: timeInForce as TimeInForce,
    directives: { exDestination: null, include: [], exclude: [] },
  };
}

function exact(text: string): bigint {
  const decimal = parseDecimal(text);
  if (decimal.type !== 'Exact') throw new Error(`the desk shows no decimal: ${text}`);
  return decimal.value;
}
