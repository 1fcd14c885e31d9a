// What a person sees of an order that is sent: what it is, each report as it comes, how it ended.

import { formatDecimal, isoTime } from '../../spec/units/index.ts';
import { ExitCode } from './exit-codes.ts';
import type { Counterparty, Outcome } from './fix-client.ts';
import type { OrderTerms, ReportLine } from './fix-messages.ts';
import { type Output, type Style, visible } from './output.ts';

export function announce(out: Output, order: OrderTerms, peer: Counterparty): void {
  const price = order.price === null ? 'at the market' : `limit ${formatDecimal(order.price)}`;
  const verb = order.amends === null ? '' : `${order.amends.type.toLowerCase()} `;
  const of = order.amends === null ? '' : ` of ${order.amends.origClOrdID}`;
  const what = `${verb}${order.side} ${formatDecimal(order.orderQty)} ${order.symbol} ${price} ${order.timeInForce}${of}`;
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

export function show(out: Output, report: ReportLine): void {
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

export function conclude(out: Output, { outcome, order, peer, ms }: Conclusion): ExitCode {
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
