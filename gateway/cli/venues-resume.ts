// `causeway venues resume`: a person has looked, and the venue gets new orders again.

import type { VenueRow } from '../operator/index.ts';
import { ExitCode } from './exit-codes.ts';
import { askDesk, failure, userName, withheld } from './operator-client.ts';
import { createOutput, visible } from './output.ts';

export interface ResumeOptions {
  readonly data: string;
  readonly reason: string;
  readonly yes: boolean;
  readonly json: boolean;
}

export async function resumeVenue(venue: string, options: ResumeOptions): Promise<ExitCode> {
  const out = createOutput(options);
  const looked = await askDesk(options.data, 'venues', {});
  if (looked.type !== 'Done') return failure(out, looked);
  const { venues } = looked.body as { readonly venues: readonly VenueRow[] };
  const row = venues.find(({ venueID }) => venueID === venue);
  if (row !== undefined) {
    const { quarantined, openChildren, inDoubtOrders } = row;
    if (quarantined !== null) {
      out.line(`${venue} is quarantined since ${quarantined.since}: ${visible(quarantined.cause)}`);
    }
    out.line(
      `Resumed, it is asked again for its ${openChildren} open orders (${inDoubtOrders} in doubt) and ` +
        'their fills, and gets new orders.',
    );
  }
  const unwanted = await withheld(out, `Resume ${venue}?`, options.yes);
  if (unwanted !== null) return unwanted;
  const asked = { who: userName(), reason: options.reason, venue };
  const answered = await askDesk(options.data, 'venues/resume', asked);
  if (answered.type !== 'Done') return failure(out, answered, `${venue} was resumed`);
  out.line(`${venue} is resumed; on record with your name and reason.`);
  out.object({ type: 'Resumed', venue });
  return ExitCode.Done;
}
