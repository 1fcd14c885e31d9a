// `causeway resolve`: children of which it is not known what became of them, and a person's word about one.

import type { DoubtRow } from '../operator/index.ts';
import { ExitCode } from './exit-codes.ts';
import { askDesk, failure, userName, withheld } from './operator-client.ts';
import { type Output, createOutput, table, visible } from './output.ts';

export interface ResolveOptions {
  readonly data: string;
  readonly json: boolean;
}

/** What was found out at the venue, as it was typed. */
export type Found =
  | { readonly finding: 'absent' }
  | { readonly finding: 'ended'; readonly cumQty: string; readonly venueOrderID?: string }
  | {
      readonly finding: 'filled';
      readonly venueExecID: string;
      readonly lastQty: string;
      readonly lastPx: string;
      readonly feeAmount: string;
      readonly feeAsset?: string;
      readonly venueOrderID?: string;
    };

export interface ResolveChildOptions extends ResolveOptions {
  readonly reason: string;
  readonly yes: boolean;
}

export async function showDoubts(options: ResolveOptions): Promise<ExitCode> {
  const out = createOutput(options);
  const rows = await doubtsOf(options.data, out);
  if (typeof rows === 'number') return rows;
  for (const row of rows) out.object(Object.fromEntries(Object.entries(row)));
  out.line(rows.length === 0 ? 'Nothing is in doubt.' : tableOf(rows));
  return ExitCode.Done;
}

export async function resolveChild(
  childID: string,
  found: Found,
  options: ResolveChildOptions,
): Promise<ExitCode> {
  const out = createOutput(options);
  const rows = await doubtsOf(options.data, out);
  if (typeof rows === 'number') return rows;
  const row = rows.find((one) => one.childID === childID);
  const id = visible(childID);
  if (row === undefined) {
    out.error(
      `causeway: refused: nothing about a child ${id} is in doubt; causeway resolve lists what is`,
    );
    out.object({ type: 'Refused', problems: [`nothing about a child ${id} is in doubt`] });
    return ExitCode.Refused;
  }
  const venueOrder = venueOrderOf(row, found);
  if (venueOrder === null) {
    out.error(
      `causeway: ${visible(row.venueID)} has not named it to the desk: say --venue-order; --help says more`,
    );
    return ExitCode.Usage;
  }
  out.line(table(HEAD, [cellsOf(row)], RIGHT));
  out.line(effectOf(row, found));
  const unwanted = await withheld(out, 'Is that what the venue shows?', options.yes);
  if (unwanted !== null) return unwanted;
  const by = { who: userName(), reason: options.reason };
  const body = { ...found, ...venueOrder, child: childID, ...by };
  const answered = await askDesk(options.data, 'resolve', body);
  if (answered.type !== 'Done') return failure(out, answered, `child ${id} was resolved`);
  out.line('It is resolved so; on record with your name and reason.');
  out.object({ type: 'Resolved', childID, orderID: row.orderID, finding: found.finding });
  return ExitCode.Done;
}

/** Null: it has to be said. */
function venueOrderOf(row: DoubtRow, found: Found): { readonly venueOrderID?: string } | null {
  if (found.finding === 'absent') return {};
  const venueOrderID = found.venueOrderID ?? row.venueOrderID;
  return venueOrderID === null ? null : { venueOrderID };
}

/** An exit code where the desk does not answer. */
async function doubtsOf(data: string, out: Output): Promise<readonly DoubtRow[] | ExitCode> {
  const answered = await askDesk(data, 'doubts', {});
  if (answered.type !== 'Done') return failure(out, answered);
  return (answered.body as { readonly doubts: readonly DoubtRow[] }).doubts;
}

function effectOf({ venueID, side, cumQty, orderQty }: DoubtRow, found: Found): string {
  const venue = visible(venueID);
  switch (found.finding) {
    case 'absent':
      return `${venue} has never had it: its ${orderQty} are free, and go to a venue again where its order goes on.`;
    case 'filled':
      return (
        `A fill of ${visible(found.lastQty)} at ${visible(found.lastPx)} is booked as execution ` +
        `${visible(found.venueExecID)} of ${venue} (${side}, so far ${cumQty} of ${orderQty}) and reported to the client.`
      );
    case 'ended':
      return `It is dead at ${venue} with ${visible(found.cumQty)} executed: the rest is free, and goes to a venue again where its order goes on.`;
  }
}

const HEAD = [
  'child',
  'order',
  'venue',
  'terms',
  'booked',
  'not known',
  'since (UTC)',
  'what to do',
];
const RIGHT = ['booked'];
const NOT_KNOWN: Record<DoubtRow['doubt'], string> = {
  Order: 'whether it arrived',
  Cancel: 'what its cancel did',
  Amend: 'which terms it has',
  Fills: 'where its fills are',
};

function tableOf(rows: readonly DoubtRow[]): string {
  return table(HEAD, rows.map(cellsOf), RIGHT);
}

function cellsOf(row: DoubtRow) {
  const text = NOT_KNOWN[row.doubt];
  return [
    row.childID,
    row.orderID,
    row.venueID,
    `${row.side} ${row.orderQty} ${row.venueSymbol} @ ${row.price}`,
    row.cumQty,
    row.isOverdue ? ({ text: `${text}, too long`, style: 'red' } as const) : text,
    (row.since ?? row.decidedAt).slice(0, 19),
    row.toDo,
  ];
}
