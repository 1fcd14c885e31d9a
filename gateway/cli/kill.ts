// `causeway kill`: stops what a switch reaches, waits for the venues' word, and says what is left; lifts a
// switch; shows those that are active.

import type { KillRow, LeftRow, UnknownLeft } from '../operator/index.ts';
import { realTimers } from '../process/index.ts';
import { ExitCode } from './exit-codes.ts';
import { askDesk, failure, userName, withheld } from './operator-client.ts';
import { type Output, createOutput, table, visible } from './output.ts';

export interface KillOptions {
  readonly data: string;
  readonly json: boolean;
  readonly firm?: boolean;
  readonly account?: string;
  readonly session?: string;
  readonly venue?: string;
  readonly instrument?: string;
  readonly rearm?: boolean;
  readonly reason?: string;
  readonly yes?: boolean;
  /** Seconds: so long is waited for what is open to end. */
  readonly wait: number;
}

interface Target {
  readonly scope: LeftRow['scope'];
  readonly id?: string;
}

/** Cancels are answered within this, or the venues are asked. */
const ASK_AFTER_MS = 2_000;
const LOOK_EACH_MS = 100;
/** Ids of unknown orders at one venue that a line of text names; JSON has them all. */
const IDS_SHOWN = 5;

export async function kill(options: KillOptions): Promise<ExitCode> {
  const out = createOutput(options);
  const targets = targetsIn(options);
  const [target] = targets;
  if (target === undefined && options.rearm !== true) return list(options, out);
  if (target === undefined || targets.length > 1) {
    return usage(out, 'say one of --firm, --account, --session, --venue and --instrument');
  }
  if (options.reason === undefined) return usage(out, 'say why, for the record: --reason "…"');
  const asked = { who: userName(), reason: options.reason, ...target };
  return options.rearm === true ? rearm(options, asked, out) : engage(options, asked, out);
}

type Asked = Target & { readonly who: string; readonly reason: string };

async function engage(options: KillOptions, asked: Asked, out: Output): Promise<ExitCode> {
  const { scope, id } = asked;
  const what = named(asked);
  const reached = await askDesk(options.data, 'kill/reach', { scope, id });
  if (reached.type !== 'Done') return failure(out, reached);
  out.line(effectOf(reached.body as LeftRow, what));
  const refused = await withheld(out, `Kill ${what}?`, options.yes === true);
  if (refused !== null) return refused;
  const answered = await askDesk(options.data, 'kill', asked);
  if (answered.type !== 'Done') return failure(out, answered, `${what} was killed`);
  out.line(`${what}: the kill switch is active; on record with your name and reason.`);
  return untilNothingIsLeft(options, asked, out);
}

/** Only a venue's word ends a child: what is left when the time is up is left, and said. */
async function untilNothingIsLeft(
  options: KillOptions,
  asked: Asked,
  out: Output,
): Promise<ExitCode> {
  const { scope, id } = asked;
  const looks = Math.max(1, Math.ceil((options.wait * 1_000) / LOOK_EACH_MS));
  let left: LeftRow | null = null;
  for (let look = 1; look <= looks; look += 1) {
    const reached = await askDesk(options.data, 'kill/reach', { scope, id });
    if (reached.type !== 'Done') return outOfSight(out);
    left = reached.body as LeftRow;
    if (isNothing(left)) break;
    // Active already: a further one asks the venues what became of each child that is left.
    if (look % (ASK_AFTER_MS / LOOK_EACH_MS) === 0) await askDesk(options.data, 'kill', asked);
    await new Promise<void>((resolve) => realTimers().after(LOOK_EACH_MS, resolve));
  }
  if (left === null) return ExitCode.InDoubt;
  out.object({ type: 'Killed', ...left });
  if (isNothing(left)) {
    out.line('Nothing is open there any more: each child has ended by its venue’s word.');
    return ExitCode.Done;
  }
  out.error(
    `causeway: after ${options.wait} s there is left: ${leftOf(left)}. It goes on being cancelled and asked for; ` +
      '`causeway kill list` shows it',
  );
  return ExitCode.InDoubt;
}

/** The switch is durable: the desk's next start goes on with it. */
function outOfSight(out: Output): ExitCode {
  out.error(
    'causeway: the kill switch is active, and the desk does not answer any more: what is left is not known. ' +
      'Started again, it goes on cancelling',
  );
  out.object({ type: 'InDoubt', cause: 'the desk does not answer any more' });
  return ExitCode.InDoubt;
}

async function rearm(options: KillOptions, asked: Asked, out: Output): Promise<ExitCode> {
  const what = named(asked);
  out.line(`Lifted, ${what} takes orders again. What was cancelled stays cancelled.`);
  const refused = await withheld(out, `Lift the kill switch of ${what}?`, options.yes === true);
  if (refused !== null) return refused;
  const answered = await askDesk(options.data, 'kill/rearm', asked);
  if (answered.type !== 'Done') return failure(out, answered, `${what} was re-armed`);
  out.line(`${what}: the kill switch is lifted; on record with your name and reason.`);
  out.object({ type: 'Rearmed', scope: asked.scope, id: asked.id ?? '' });
  return ExitCode.Done;
}

async function list(options: KillOptions, out: Output): Promise<ExitCode> {
  const answered = await askDesk(options.data, 'kills', {});
  if (answered.type !== 'Done') return failure(out, answered);
  const { kills } = answered.body as { readonly kills: readonly KillRow[] };
  for (const row of kills) out.object(Object.fromEntries(Object.entries(row)));
  if (kills.length === 0) {
    out.line('No kill switch is active.');
    return ExitCode.Done;
  }
  const rows = kills.map((row) => [
    out.style('red', named(row)),
    row.since.slice(0, 19),
    visible(row.who),
    isNothing(row) ? 'nothing' : leftOf(row),
    visible(row.reason),
  ]);
  out.line(table(['kill switch of', 'since (UTC)', 'by', 'left', 'why'], rows));
  return ExitCode.Done;
}

function usage(out: Output, text: string): ExitCode {
  out.error(`causeway: ${text}; --help says more`);
  return ExitCode.Usage;
}

function targetsIn(options: KillOptions): readonly Target[] {
  const scopes = ['account', 'session', 'venue', 'instrument'] as const;
  const named = scopes.flatMap((scope): readonly Target[] => {
    const id = options[scope];
    return id === undefined ? [] : [{ scope, id }];
  });
  return options.firm === true ? [{ scope: 'firm' }, ...named] : named;
}

function named({ scope, id }: Target): string {
  return scope === 'firm' ? 'the firm' : `${scope} ${visible(id ?? '')}`;
}

function effectOf(left: LeftRow, what: string): string {
  const open = isNothing(left) ? 'nothing that is open now' : leftOf(left);
  if (left.scope === 'venue') {
    return `Killed, ${what} gets no new order: they go over the others. It cancels ${open}.`;
  }
  return `Killed, ${what} has no new order and no replace taken. It cancels ${open}.`;
}

function leftOf({ orders, venues, unknown }: LeftRow): string {
  const at = venues.map(
    ({ venueID, open, inDoubt }) =>
      `${venueID} ${open} open${inDoubt === 0 ? '' : ` (${inDoubt} in doubt)`}`,
  );
  const known = `${orders} ${orders === 1 ? 'order' : 'orders'}`;
  return [known, ...at, ...unknown.map(unknownOf)].join(', ');
}

/** By the venue's own order ids: with them a person finds them there. */
function unknownOf({ venueID, isAnswered, orders, more }: UnknownLeft): string {
  const shown = orders
    .slice(0, IDS_SHOWN)
    .map(
      ({ venueOrderID, isCancelled }) =>
        `${visible(venueOrderID)}${isCancelled ? ' (cancelled)' : ''}`,
    );
  const further = orders.length - shown.length + more;
  const ids = [...shown, ...(further > 0 ? [`${further} more`] : [])].join(' ');
  const named = `${venueID} ${orders.length + more} unknown open: ${ids}`;
  if (isAnswered) return named;
  const awaited = `${venueID} has not answered what is open there`;
  return orders.length === 0 ? awaited : `${named}; ${awaited}`;
}

/** Of a venue its orders go on elsewhere: its children are what counts. */
function isNothing({ orders, venues, unknown }: LeftRow): boolean {
  return orders === 0 && venues.length === 0 && unknown.length === 0;
}
