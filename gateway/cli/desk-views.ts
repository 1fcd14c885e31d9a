// What a running desk shows, as tables or one JSON object a row; again each second with --watch.

import type { OrderRow, PositionRow, SessionRow, VenueRow } from '../operator/index.ts';
import { realTimers } from '../process/index.ts';
import { ExitCode } from './exit-codes.ts';
import { askDesk, failure } from './operator-client.ts';
import { createOutput, type Output, table, visible } from './output.ts';

export interface ViewOptions {
  readonly data: string;
  readonly json: boolean;
  readonly watch: boolean;
}

const WATCH_MS = 1_000;

/** A view's rows and how a person sees them. */
export interface View<Row extends object> {
  readonly path: string;
  /** What is asked for, where that is more than the view. */
  readonly body?: object;
  rows(body: unknown): readonly Row[];
  shown(out: Output, rows: readonly Row[]): string;
}

export async function showView<Row extends object>(
  view: View<Row>,
  options: ViewOptions,
): Promise<ExitCode> {
  const out = createOutput(options);
  for (;;) {
    const answered = await askDesk(options.data, view.path, view.body ?? {});
    if (answered.type !== 'Done') return failure(out, answered);
    const rows = view.rows(answered.body);
    for (const row of rows) out.object(Object.fromEntries(Object.entries(row)));
    if (options.watch && process.stdout.isTTY) out.line('\x1b[H\x1b[2J');
    out.line(view.shown(out, rows));
    if (!options.watch) return ExitCode.Done;
    await new Promise<void>((resolve) => realTimers().after(WATCH_MS, resolve));
  }
}

export const venuesView: View<VenueRow> = {
  path: 'venues',
  rows: (body) => (body as { readonly venues: readonly VenueRow[] }).venues,
  shown: (_out, rows) =>
    table(
      ['venue', 'state', 'book age', 'open', 'in doubt', 'oldest', 'quarantined', 'credentials'],
      rows.map((row) => [
        row.venueID,
        { text: row.state, style: row.state === 'Ready' ? 'green' : 'yellow' },
        row.bookAgeMs === null ? 'no book' : seconds(row.bookAgeMs),
        String(row.openChildren),
        String(row.inDoubtOrders),
        row.inDoubtOrders === 0 ? '' : seconds(row.inDoubtOldestAgeMs),
        row.quarantined === null
          ? ''
          : { text: `since ${row.quarantined.since}: ${row.quarantined.cause}`, style: 'red' },
        row.credentialsRefused === null
          ? ''
          : { text: `refused: ${row.credentialsRefused.text}`, style: 'red' },
      ]),
      ['book age', 'open', 'in doubt', 'oldest'],
    ),
};

/** Which of the open orders are shown. */
export interface OrderFilter {
  /** Only those with an order at a venue. */
  readonly working: boolean;
  /** Null: any. */
  readonly client: string | null;
  readonly account: string | null;
}

export const ordersView = ({ working, client, account }: OrderFilter): View<OrderRow> => ({
  path: 'orders',
  rows: (body) =>
    (body as { readonly orders: readonly OrderRow[] }).orders.filter(
      (row) =>
        (!working || row.children.length > 0) &&
        (client === null || row.sessionID === client) &&
        (account === null || row.account === account),
    ),
  shown: (_out, rows) =>
    table(
      [
        'order',
        'client',
        'ClOrdID',
        'account',
        'order',
        'status',
        'cum',
        'leaves',
        'avg',
        'at',
        'awaits',
      ],
      rows.map((row) => [
        row.orderID,
        row.sessionID,
        visible(row.clOrdID),
        row.account,
        `${row.side} ${row.orderQty} ${row.symbol} ${row.price ?? 'market'} ${row.timeInForce}`,
        row.ordStatus,
        row.cumQty,
        row.leavesQty,
        row.avgPx ?? '',
        row.children.map(({ venueID, phase }) => `${venueID} ${phase}`).join(', '),
        row.awaited,
      ]),
      ['cum', 'leaves', 'avg'],
    ),
});

export const sessionsView: View<SessionRow> = {
  path: 'sessions',
  rows: (body) => (body as { readonly sessions: readonly SessionRow[] }).sessions,
  shown: (_out, rows) =>
    table(
      ['session', 'state', 'open orders'],
      rows.map((row) => [row.sessionID, row.state, String(row.openOrders)]),
      ['open orders'],
    ),
};

export const positionsView: View<PositionRow> = {
  path: 'positions',
  rows: (body) => (body as { readonly positions: readonly PositionRow[] }).positions,
  shown: (_out, rows) =>
    table(
      ['account', 'symbol', 'position', 'bought', 'sold'],
      rows.map((row) => [row.account, row.symbol, row.qty, row.boughtNotional, row.soldNotional]),
      ['position', 'bought', 'sold'],
    ),
};

export function seconds(ms: number): string {
  return `${(ms / 1_000).toFixed(1)} s`;
}
