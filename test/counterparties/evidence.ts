// What must hold of the reports that a client was sent: with themselves, and with the exchange's ledger.

import { MsgType, OrdStatus, Tag } from '../../spec/dictionaries/index.ts';
import type { Message } from './client.ts';
import { readable } from './client.ts';

/** One client's reports in the order of their arrival. */
export interface Account {
  readonly client: string;
  readonly received: readonly Message[];
}

/** The end of one order as its reports tell it. */
export interface OrderTold {
  readonly orderID: string;
  readonly clOrdID: string;
  readonly ordStatus: string;
  readonly symbol: string;
  readonly side: string;
  readonly cumQty: bigint;
  readonly leavesQty: bigint;
}

interface Running {
  told: OrderTold;
  cumNotional: bigint;
  openQty: bigint;
}

const UNIT = 10n ** 18n;
const FINAL: ReadonlySet<string> = new Set(['2', '4', '8', 'C']);
const TRADE = 'F';
const STATUS = 'I';
const REJECTED = '8';

/**
 * Goes through one client's reports: each ExecID counts once (a repetition says PossDup or PossResend, and
 * the same), CumQty grows by LastQty with each trade and by nothing else, LeavesQty is what is left of
 * OrderQty until the order is final, AvgPx is the average of its trades.
 */
export function auditReports({ client, received }: Account): ReadonlyMap<string, OrderTold> {
  const seen = new Map<string, string>();
  const orders = new Map<string, Running>();
  for (const message of received) {
    const report = { message, client };
    if (message.get(Tag.MsgType) === MsgType.OrderCancelReject) requestRejected(report, orders);
    if (message.get(Tag.MsgType) !== MsgType.ExecutionReport) continue;
    const execID = text(report, Tag.ExecID);
    const before = seen.get(execID);
    const body = bodyOf(message);
    if (before !== undefined) {
      const isDeclared =
        message.get(Tag.PossDupFlag) === 'Y' || message.get(Tag.PossResend) === 'Y';
      if (!isDeclared) fail(report, 'repeats an ExecID without saying so');
      if (body !== before) fail(report, `is not what it repeats: ${before}`);
      continue;
    }
    seen.set(execID, body);
    if (text(report, Tag.ExecType) === REJECTED) rejected(report, orders);
    else if (text(report, Tag.ExecType) !== STATUS || text(report, Tag.OrderID) !== 'NONE') {
      audit(report, orders);
    }
  }
  return new Map([...orders].map(([orderID, { told }]) => [orderID, told]));
}

/** Every fill that clients were told of: symbol, side, quantity, price, in the ledger's words. */
export function fillsTold(accounts: readonly Account[]): readonly string[] {
  return accounts
    .flatMap(({ received }) => {
      const execIDs = new Set<string>();
      return received.filter((message) => {
        const execID = message.get(Tag.ExecID);
        if (message.get(Tag.ExecType) !== TRADE || execID === undefined) return false;
        const isNew = !execIDs.has(execID);
        execIDs.add(execID);
        return isNew;
      });
    })
    .map((message) => {
      const symbol = (message.get(Tag.Symbol) ?? '').replace('/', '');
      const side = message.get(Tag.Side) === '1' ? 'BUY' : 'SELL';
      return fillLine(symbol, side, message.get(Tag.LastQty) ?? '', message.get(Tag.LastPx) ?? '');
    })
    .sort();
}

export interface Ledger {
  readonly orders: readonly {
    readonly symbol: string;
    readonly clientOrderId: string;
    readonly status: string;
    readonly executedQty: string;
  }[];
  readonly trades: readonly {
    readonly symbol: string;
    readonly side: string;
    readonly qty: string;
    readonly price: string;
  }[];
}

/** Every fill of the exchange's own ledger, in the same words. */
export function fillsBooked(ledger: Ledger): readonly string[] {
  return ledger.trades
    .map(({ symbol, side, qty, price }) => fillLine(symbol, side, qty, price))
    .sort();
}

/** The ledger of the only client that the exchange has. */
export function ledgerOf(answer: unknown): Ledger {
  const { accounts } = answer as { readonly accounts: readonly Ledger[] };
  const [only] = accounts;
  if (only === undefined || accounts.length > 1) throw new Error('expected one account');
  return only;
}

export function isFinal(ordStatus: string): boolean {
  return FINAL.has(ordStatus);
}

/** A plain decimal as a count of 10^-18. */
export function exact(decimal: string): bigint {
  const match = /^(-?)(\d+)(?:\.(\d{1,18}))?$/.exec(decimal);
  if (match === null) throw new Error(`${decimal} is no plain decimal`);
  const size = BigInt(match[2] ?? '0') * UNIT + BigInt((match[3] ?? '').padEnd(18, '0'));
  return match[1] === '-' ? -size : size;
}

interface Report {
  readonly message: Message;
  readonly client: string;
}

function audit(report: Report, orders: Map<string, Running>): void {
  const orderID = text(report, Tag.OrderID);
  const before = orders.get(orderID);
  const execType = text(report, Tag.ExecType);
  const told: OrderTold = {
    orderID,
    clOrdID: text(report, Tag.ClOrdID),
    ordStatus: text(report, Tag.OrdStatus),
    symbol: text(report, Tag.Symbol),
    side: text(report, Tag.Side),
    cumQty: amount(report, Tag.CumQty),
    leavesQty: amount(report, Tag.LeavesQty),
  };
  const lastQty = execType === TRADE ? amount(report, Tag.LastQty) : 0n;
  if (execType === TRADE && lastQty <= 0n) fail(report, 'is a trade of nothing');
  const cumBefore = before?.told.cumQty ?? 0n;
  if (told.cumQty !== cumBefore + lastQty) fail(report, `CumQty is not ${cumBefore} + ${lastQty}`);
  const open = amount(report, Tag.OrderQty) - told.cumQty;
  const leaves = isFinal(told.ordStatus) ? 0n : open;
  if (told.leavesQty !== leaves) fail(report, `LeavesQty is not ${leaves}`);
  if (told.ordStatus === OrdStatus.Filled && open !== 0n)
    fail(report, 'is Filled with something left');
  if (before !== undefined && isFinal(before.told.ordStatus) && !isFinal(told.ordStatus)) {
    fail(report, 'comes alive again');
  }
  const cumNotional =
    (before?.cumNotional ?? 0n) + (lastQty > 0n ? lastQty * amount(report, Tag.LastPx) : 0n);
  const average = told.cumQty === 0n ? 0n : cumNotional / told.cumQty;
  const off = amount(report, Tag.AvgPx) - average;
  if (off < 0n || off > 1n) fail(report, `AvgPx is not ${average}`); // Rounded once, half-even: 0 or 1.
  orders.set(orderID, { told, cumNotional, openQty: open });
}

/** A rejected order never worked. */
function rejected(report: Report, orders: Map<string, Running>): void {
  const before = orders.get(text(report, Tag.OrderID));
  if (before === undefined) {
    if (amount(report, Tag.CumQty) !== 0n) fail(report, 'is rejected, and filled');
    if (amount(report, Tag.LeavesQty) !== 0n) fail(report, 'is rejected, and open');
    return;
  }
  audit(report, orders);
}

/**
 * The order is again what it was before the request. That is how an order that was filled while a cancel
 * was pending becomes Filled: the trade itself says PendingCancel. Source: FIX 4.4 Vol 4, Order State
 * Changes, B.1.c.
 */
function requestRejected(report: Report, orders: Map<string, Running>): void {
  const order = orders.get(text(report, Tag.OrderID));
  if (order === undefined) return;
  const ordStatus = text(report, Tag.OrdStatus);
  if (ordStatus === OrdStatus.Filled && order.openQty !== 0n) {
    fail(report, 'calls an order Filled that is not');
  }
  order.told = { ...order.told, ordStatus };
}

/** What a repetition has in common with its first: all but the header and CheckSum(10). */
function bodyOf(message: Message): string {
  const header: ReadonlySet<number> = new Set<number>([
    Tag.BeginString,
    Tag.BodyLength,
    Tag.MsgSeqNum,
    Tag.SendingTime,
    Tag.OrigSendingTime,
    Tag.PossDupFlag,
    Tag.PossResend,
    Tag.CheckSum,
  ]);
  return readable(new Map([...message].filter(([tag]) => !header.has(tag))));
}

function fillLine(symbol: string, side: string, qty: string, price: string): string {
  return `${symbol} ${side} ${exact(qty)} @ ${exact(price)}`;
}

function amount(report: Report, tag: number): bigint {
  return exact(text(report, tag));
}

function text(report: Report, tag: number): string {
  const value = report.message.get(tag);
  if (value === undefined) fail(report, `has no field ${tag}`);
  return value;
}

function fail({ message, client }: Report, why: string): never {
  throw new Error(`a report to ${client} ${why}: ${readable(message)}`);
}
