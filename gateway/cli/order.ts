// `causeway order`: one order as a client would send it, and its reports as they come.

import { formatProblems, loadConfig, type SessionConfig } from '../config/index.ts';
import { tcpNetwork } from '../fix/index.ts';
import { realClock, realRandom, realTimers } from '../process/index.ts';
import type { OrdType, Side, TimeInForce } from '../../spec/terms/index.ts';
import {
  asPrice,
  asQty,
  epochMs,
  formatDecimal,
  isoTime,
  parseDecimal,
} from '../../spec/units/index.ts';
import { ExitCode } from './exit-codes.ts';
import {
  type Counterparty,
  type OrderTerms,
  type Outcome,
  type ReportLine,
  sendOverFix,
} from './fix-client.ts';
import { createOutput, type Output, type Style, visible } from './output.ts';

/** As typed. */
export interface OrderArguments {
  readonly side: Side;
  readonly qty: string;
  readonly symbol: string;
  readonly limit?: string;
  readonly market?: boolean;
  readonly tif?: string;
  readonly account?: string;
  readonly cancelAfter?: number;
  readonly wait?: boolean;
  readonly config: string;
  readonly session: string;
  readonly host?: string;
  readonly port?: number;
  readonly json: boolean;
}

/** A command line that makes no order: one sentence. */
interface Misuse {
  readonly misuse: string;
}

export async function sendOrder(args: OrderArguments): Promise<ExitCode> {
  const out = createOutput(args);
  const terms = termsOf(args);
  if ('misuse' in terms) return misused(out, terms);
  const session = sessionOf(args);
  if ('misuse' in session) return misused(out, session);
  const account = args.account ?? session.accounts[0];
  const peer = session.peer;
  const clock = realClock();
  const world = { clock, timers: realTimers(), network: tcpNetwork() };
  const order = { ...terms, account, clOrdID: clOrdIDAt(epochMs(clock.now())) };
  announce(out, order, peer);
  const startedAt = clock.monotonic();
  const staying = { cancelAfterMs: args.cancelAfter ?? null, wait: args.wait === true };
  const outcome = await sendOverFix(world, peer, { ...order, ...staying }, (report) =>
    show(out, report),
  );
  const ms = Number(clock.monotonic() - startedAt) / 1_000_000;
  return conclude(out, { outcome, order, peer, ms });
}

function misused(out: Output, { misuse }: Misuse): ExitCode {
  out.error(`causeway: ${misuse}; --help says more`);
  return ExitCode.Usage;
}

type Terms = Omit<OrderTerms, 'clOrdID' | 'account'>;

function termsOf(args: OrderArguments): Terms | Misuse {
  const orderQty = positive(args.qty);
  if (orderQty === null)
    return { misuse: `the quantity ${quoted(args.qty)} is no decimal above 0` };
  if (args.limit !== undefined && args.market === true) {
    return { misuse: 'an order has --limit or --market, not both' };
  }
  const price = args.limit === undefined ? null : positive(args.limit);
  if (args.limit !== undefined && price === null) {
    return { misuse: `the limit ${quoted(args.limit)} is no decimal above 0` };
  }
  const ordType: OrdType = price === null ? 'Market' : 'Limit';
  const timeInForce = TIF[args.tif ?? (price === null ? 'ioc' : 'day')];
  if (timeInForce === undefined)
    return { misuse: `no such time in force: ${quoted(args.tif ?? '')}` };
  if (!/^[\x21-\x7e]{1,64}$/.test(args.symbol)) return { misuse: 'the symbol is one word' };
  return {
    side: args.side,
    symbol: args.symbol,
    orderQty: asQty(orderQty),
    ordType,
    price: price === null ? null : asPrice(price),
    timeInForce,
  };
}

const TIF: Readonly<Record<string, TimeInForce>> = {
  day: 'Day',
  gtc: 'GTC',
  ioc: 'IOC',
  fok: 'FOK',
};

function positive(text: string): bigint | null {
  const decimal = parseDecimal(text);
  return decimal.type === 'Exact' && decimal.value > 0n ? decimal.value : null;
}

function quoted(text: string): string {
  return JSON.stringify(text.slice(0, 40));
}

interface Found {
  readonly peer: Counterparty;
  readonly accounts: readonly [string, ...string[]];
}

function sessionOf(args: OrderArguments): Found | Misuse {
  const loaded = loadConfig(args.config);
  if (!loaded.ok) {
    const isMissing = loaded.error.some(
      ({ found }) => found.includes('ENOENT') && loaded.error.length === 1,
    );
    const isUsual = args.config === 'data/desk.yaml';
    if (isMissing && isUsual) {
      return {
        misuse: 'there is no data/desk.yaml here: `npm start` writes it, or name one with --config',
      };
    }
    return { misuse: `${args.config} cannot be used:\n${formatProblems(loaded.error)}\n` };
  }
  const { sessions, listen } = loaded.value.config;
  const session = sessions.find(({ sessionID }) => sessionID === args.session);
  if (session === undefined) {
    const known = sessions.map(({ sessionID }) => sessionID).join(', ');
    return { misuse: `no session ${quoted(args.session)} in ${args.config}, there is: ${known}` };
  }
  const [first, ...others] = session.accounts;
  if (first === undefined) return { misuse: `session ${args.session} has no account` };
  const port = args.port ?? listen.fix.port;
  if (port === 0) return { misuse: `${args.config} leaves the port open: name it with --port` };
  const host = args.host ?? reachable(listen.fix.host);
  return { peer: peerOf(session, { host, port }), accounts: [first, ...others] };
}

/** Who listens everywhere is called at home. */
function reachable(host: string): string {
  return host === '0.0.0.0' || host === '::' ? '127.0.0.1' : host;
}

/** The other side of the session: the client's CompID is ours here. */
function peerOf(
  session: SessionConfig,
  address: { readonly host: string; readonly port: number },
): Counterparty {
  const { beginString, senderCompID, targetCompID, username, password, heartBtInt } = session;
  return {
    ...address,
    beginString,
    senderCompID: targetCompID,
    targetCompID: senderCompID,
    heartBtInt: heartBtInt.min,
    username,
    password: password.reveal(),
  };
}

/** Unique for a client that sends less than a million orders a millisecond. */
function clOrdIDAt(ms: number): string {
  const spread = realRandom().below(36 ** 4);
  return `C${ms.toString(36)}${spread.toString(36).padStart(4, '0')}`.toUpperCase();
}

function announce(out: Output, order: OrderTerms, peer: Counterparty): void {
  const price = order.price === null ? 'at the market' : `limit ${formatDecimal(order.price)}`;
  const what = `${order.side} ${formatDecimal(order.orderQty)} ${order.symbol} ${price} ${order.timeInForce}`;
  out.line(out.style('bold', what));
  const who = `${peer.senderCompID} to ${peer.targetCompID} at ${peer.host}:${peer.port}`;
  out.line(out.style('dim', `${who}, account ${order.account}, ClOrdID ${order.clOrdID}`));
  out.line();
  out.line(out.style('bold', row(HEAD)));
}

const HEAD = ['time (UTC)', 'report', 'status', 'last', 'cum', 'leaves', 'avg px', 'text'] as const;
/** Negative: right-aligned. Rows are written as they come, so widths are set beforehand. */
const WIDTHS = [12, 13, 15, -22, -12, -12, -14] as const;

function row(cells: readonly string[]): string {
  return cells
    .map((cell, at) => {
      const width = WIDTHS[at] ?? 0;
      return width < 0 ? cell.padStart(-width) : cell.padEnd(width);
    })
    .join('  ')
    .trimEnd();
}

function show(out: Output, report: ReportLine): void {
  const { at, execType, ordStatus, lastQty, lastPx, lastMkt, cumQty, leavesQty, avgPx } = report;
  out.object({ type: 'Report', ...report, at: isoTime(at) });
  const last = lastQty === '' ? '' : `${lastQty} @ ${lastPx}`;
  const text = [lastMkt, report.text].filter((part) => part !== '').join(': ');
  const average = avgPx === '0' ? '' : avgPx;
  const cells = [isoTime(at).slice(11, 23), execType, ordStatus, last, cumQty, leavesQty, average];
  const line = row([...cells, text].map(visible));
  const style = STYLES[execType];
  out.line(style === undefined ? line : out.style(style, line));
}

const STYLES: Readonly<Record<string, Style>> = {
  Trade: 'green',
  Rejected: 'red',
  CancelReject: 'red',
  PendingCancel: 'dim',
};

interface Conclusion {
  readonly outcome: Outcome;
  readonly order: OrderTerms;
  readonly peer: Counterparty;
  readonly ms: number;
}

function conclude(out: Output, { outcome, order, peer, ms }: Conclusion): ExitCode {
  const { clOrdID } = order;
  const took = `${ms.toFixed(ms < 10 ? 1 : 0)} ms`;
  switch (outcome.type) {
    case 'Ended':
    case 'Resting': {
      const { last } = outcome;
      const { cumQty, avgPx, leavesQty, orderID } = last;
      const of = `${cumQty} of ${formatDecimal(order.orderQty)}`;
      const average = cumQty === '0' ? '' : ` at ${avgPx}`;
      const state =
        outcome.type === 'Resting' ? `rests, ${leavesQty} open, filled` : words(last.ordStatus);
      out.line();
      out.line(`${state} ${of}${average}, after ${took}`);
      out.line(out.style('dim', `its story: causeway story ${orderID}`));
      out.object({
        type: outcome.type,
        clOrdID,
        orderID,
        ordStatus: last.ordStatus,
        cumQty,
        leavesQty,
        avgPx,
        ms,
      });
      return ExitCode.Done;
    }
    case 'Rejected':
      out.line();
      out.line(out.style('red', `rejected: ${visible(outcome.text)}`));
      out.object({ type: 'Rejected', clOrdID, text: outcome.text, ms });
      return ExitCode.Refused;
    case 'Unreachable':
      out.error(
        `causeway: ${peer.host}:${peer.port} takes no order: ${outcome.cause}; nothing was sent`,
      );
      out.object({ type: 'Unreachable', clOrdID, cause: outcome.cause });
      return ExitCode.Unreachable;
    case 'InDoubt': {
      const orderID = outcome.last?.orderID ?? clOrdID;
      out.error(
        `causeway: in doubt: ${outcome.cause}. The order was sent and may work or fill; ` +
          `do not send it again before you have looked: causeway story ${orderID}`,
      );
      out.object({ type: 'InDoubt', clOrdID, cause: outcome.cause });
      return ExitCode.InDoubt;
    }
  }
}

/** How it ended, before the quantity that was filled. */
function words(status: string): string {
  return status === 'Filled' ? 'filled' : `${status.toLowerCase()}, filled`;
}
