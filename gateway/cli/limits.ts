// `causeway limits`: what holds and how much of it is taken; changes one while the desk runs, or takes the
// change back.

import type { LimitRow } from '../operator/index.ts';
import { ExitCode } from './exit-codes.ts';
import { askDesk, failure, userName, withheld } from './operator-client.ts';
import { type Output, createOutput, table, visible } from './output.ts';

export interface LimitsOptions {
  readonly data: string;
  readonly json: boolean;
  readonly session?: string;
  readonly account?: string;
  readonly instrument?: string;
}

export async function showLimits(options: LimitsOptions): Promise<ExitCode> {
  const out = createOutput(options);
  const looked = await rowsOf(options.data, out);
  if (typeof looked === 'number') return looked;
  const rows = looked.filter((row) => isAsked(row, options));
  for (const row of rows) out.object(Object.fromEntries(Object.entries(row)));
  if (rows.length === 0) out.line('No limit is set there.');
  else out.line(tableOf(out, rows));
  return ExitCode.Done;
}

export interface LimitChangeOptions {
  readonly data: string;
  readonly json: boolean;
  readonly reason: string;
  readonly yes: boolean;
}

/** `change` as `maxOrderNotional=2000000`; of a reset the name alone. */
export async function changeLimit(
  how: 'set' | 'reset',
  asked: { readonly scope: string; readonly change: string },
  options: LimitChangeOptions,
): Promise<ExitCode> {
  const out = createOutput(options);
  const [name = '', ...rest] = asked.change.split('=');
  const value = rest.join('=');
  if (how === 'set' && (rest.length === 0 || value === '')) {
    return usage(out, `found ${visible(asked.change)}, expected LIMIT=VALUE`);
  }
  const [scope = '', ...ids] = asked.scope.split('/');
  const id = ids.length === 0 ? undefined : ids.join('/');
  const rows = await rowsOf(options.data, out);
  if (typeof rows === 'number') return rows;
  const known = rows.find(
    (row) => row.scope === scope && row.id === (id ?? '') && row.name === name,
  );
  const what = `${visible(asked.scope)}: ${visible(name)}`;
  const becomes = how === 'set' ? visible(value) : (known?.changed?.configured ?? 'as configured');
  out.line(`${what} is ${limitOf(known)} and becomes ${becomes}.`);
  out.line(EFFECT[how]);
  const unwanted = await withheld(out, 'Change it?', options.yes);
  if (unwanted !== null) return unwanted;
  const place = { scope, id, name };
  const by = { who: userName(), reason: options.reason };
  const body = how === 'set' ? { ...by, ...place, value } : { ...by, ...place };
  const answered = await askDesk(options.data, `limits/${how}`, body);
  if (answered.type !== 'Done') return failure(out, answered, `${what} was changed`);
  out.line(
    `${what} is ${how === 'set' ? 'changed' : 'reset'}; on record with your name and reason.`,
  );
  out.object({ type: how === 'set' ? 'LimitChanged' : 'LimitReset', ...place, id: id ?? '' });
  return ExitCode.Done;
}

const EFFECT = {
  set: 'New orders are judged by it at once; orders that are open stay. It stands, over restarts too, until the configuration has another figure or it is reset.',
  reset: 'New orders are judged by the configured figure at once; orders that are open stay.',
} as const;

/** An exit code where the desk does not answer. */
async function rowsOf(data: string, out: Output): Promise<readonly LimitRow[] | ExitCode> {
  const answered = await askDesk(data, 'limits', {});
  if (answered.type !== 'Done') return failure(out, answered);
  return (answered.body as { readonly limits: readonly LimitRow[] }).limits;
}

function isAsked(row: LimitRow, { session, account, instrument }: LimitsOptions): boolean {
  const asked = { session, account, instrument };
  const isAny = session === undefined && account === undefined && instrument === undefined;
  return isAny || (row.scope !== 'firm' && asked[row.scope] === row.id);
}

function tableOf(out: Output, rows: readonly LimitRow[]): string {
  const head = ['scope', 'limit', 'at most', 'used', 'reserved', 'headroom', 'nearest', 'changed'];
  const cells = rows.map((row) => [
    row.scope === 'firm' ? 'firm' : `${row.scope}/${visible(row.id)}`,
    row.name,
    limitOf(row),
    row.used ?? '',
    row.reserved ?? '',
    headroomOf(out, row),
    row.nearest ?? '',
    row.changed === null
      ? ''
      : `${row.changed.when.slice(0, 19)} by ${visible(row.changed.who)}, configured ${row.changed.configured}: ${visible(row.changed.reason)}`,
  ]);
  return table(head, cells, ['at most', 'used', 'reserved', 'headroom']);
}

function headroomOf(out: Output, { headroom }: LimitRow): string {
  if (headroom === null) return '';
  return headroom.startsWith('-') || headroom === '0' ? out.style('red', headroom) : headroom;
}

function limitOf(row: LimitRow | undefined): string {
  if (row === undefined || row.limit === 'none') return 'no limit';
  return row.unit === '' ? row.limit : `${row.limit} ${row.unit}`;
}

function usage(out: Output, text: string): ExitCode {
  out.error(`causeway: ${text}; --help says more`);
  return ExitCode.Usage;
}
