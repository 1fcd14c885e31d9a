// `causeway route` of an order on a running desk: its books as they stand, in the form of a situation.

import { askDesk, failure } from './operator-client.ts';
import { ExitCode } from './exit-codes.ts';
import { misused } from './order-session.ts';
import { createOutput } from './output.ts';
import type { Situation } from '../operator/index.ts';
import { readSituation } from './route-input.ts';
import { showPlan } from './route.ts';

/** As typed. */
export interface LiveRoute {
  readonly side: string;
  readonly orderQty: string;
  readonly symbol: string;
  readonly limit?: string;
  readonly allIn: boolean;
  /** Write the situation, and ask the router nothing. */
  readonly situation: boolean;
  readonly data: string;
  readonly json: boolean;
}

export async function routeLive(asked: LiveRoute): Promise<ExitCode> {
  const out = createOutput(asked);
  const answered = await askDesk(asked.data, 'situation', { symbol: asked.symbol });
  if (answered.type !== 'Done') return failure(out, answered);
  const { venues, unused } = answered.body as Situation;
  const { side, orderQty, limit = null, allIn } = asked;
  const order = { side, orderQty, limit, limitBasis: allIn ? 'allIn' : 'gross' };
  if (asked.situation) {
    process.stdout.write(`${JSON.stringify({ order, venues }, null, 1)}\n`);
    return ExitCode.Done;
  }
  const excluded = unused.map(
    ({ venue, why }) => ({ type: 'Excluded', name: venue, why }) as const,
  );
  if (venues.length === 0) {
    const why = excluded.map((one) => `${one.name} ${one.why}`).join('; ');
    return failure(out, { type: 'Refused', status: 409, problems: [`no venue: ${why}`] });
  }
  const read = readSituation('the order', JSON.stringify({ order, venues }));
  if (!read.ok) {
    const [first] = read.error;
    const misuse = `${first?.key ?? ''} ${first?.found ?? ''} is not ${first?.expected ?? ''}`;
    return misused(out, { misuse });
  }
  return showPlan(out, { ...read.value, venues: [...read.value.venues, ...excluded] });
}
