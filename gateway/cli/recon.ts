// `causeway recon`: what venues say that we have, beside the desk's books, and a person's word that a difference is explained.

import type { HoldingRow } from '../operator/index.ts';
import type { View } from './desk-views.ts';
import { ExitCode } from './exit-codes.ts';
import { askDesk, failure, userName, withheld } from './operator-client.ts';
import { createOutput, table, visible } from './output.ts';

/** `venue` null: all of them. */
export const reconView = (venue: string | null): View<HoldingRow> => ({
  path: 'recon',
  rows: (body) => rowsOf(body).filter(({ venueID }) => venue === null || venueID === venue),
  shown: (_out, rows) =>
    rows.length === 0
      ? 'No venue tells its balances now.'
      : table(
          ['venue', 'asset', 'own', 'told', 'difference', 'since (UTC)', ''],
          rows.map((row) => [
            visible(row.venueID),
            visible(row.asset),
            row.own ?? 'in no book yet',
            row.told,
            row.difference === '0'
              ? '0'
              : { text: signed(row.difference), style: row.isRaised ? 'red' : 'yellow' },
            row.since?.slice(0, 19) ?? '',
            row.isRaised ? { text: 'to be explained', style: 'red' } : '',
          ]),
          ['own', 'told', 'difference'],
        ),
});

export interface AcceptOptions {
  readonly data: string;
  readonly reason: string;
  readonly yes: boolean;
  readonly json: boolean;
}

export async function acceptBalance(
  venue: string,
  asset: string,
  options: AcceptOptions,
): Promise<ExitCode> {
  const out = createOutput(options);
  const looked = await askDesk(options.data, 'recon', {});
  if (looked.type !== 'Done') return failure(out, looked);
  const row = rowsOf(looked.body).find((one) => one.venueID === venue && one.asset === asset);
  const name = `${visible(asset)} at ${visible(venue)}`;
  if (row === undefined) {
    const text = `no balance of ${name} is told now; causeway recon shows those that are`;
    out.error(`causeway: refused: ${text}`);
    out.object({ type: 'Refused', problems: [text] });
    return ExitCode.Refused;
  }
  out.line(
    `${name}: the venue says ${row.told}, the desk has booked ${row.own ?? 'nothing'}. Accepted, the difference of ` +
      `${signed(row.difference)} counts as paid in or out; no order and no position changes.`,
  );
  const unwanted = await withheld(out, 'Is it explained?', options.yes);
  if (unwanted !== null) return unwanted;
  const asked = { who: userName(), reason: options.reason, venue, asset, total: row.told };
  const answered = await askDesk(options.data, 'recon/accept', asked);
  if (answered.type !== 'Done') return failure(out, answered, `${name} was accepted`);
  out.line('It is accepted; on record with your name and reason.');
  out.object({ type: 'Accepted', venueID: venue, asset, total: row.told });
  return ExitCode.Done;
}

function rowsOf(body: unknown): readonly HoldingRow[] {
  return (body as { readonly holdings: readonly HoldingRow[] }).holdings;
}

function signed(difference: string): string {
  return difference.startsWith('-') || difference === '0' ? difference : `+${difference}`;
}
