// What an operator's request must say. Bad input is answered with all that is wrong with it.

import * as z from 'zod';
import type { AdminCommand, Finding, LimitPlace } from '../../spec/events/index.ts';
import type { Result } from '../../spec/proof/index.ts';
import {
  type KillTarget,
  type LimitName,
  asChildID,
  asVenueExecID,
  asVenueID,
  asVenueOrderID,
  limitKinds,
  parseLimit,
} from '../../spec/terms/index.ts';
import { asPrice, asQty, parseDecimal } from '../../spec/units/index.ts';
import type { BookQuestion } from './book.ts';

/** Printable, and no longer than a line in an audit. */
const line = (most: number) =>
  z
    .string()
    .min(1)
    .max(most)
    .regex(/^[^\p{Cc}]*$/u, 'no control characters');

const operator = { who: line(64), reason: line(300) };
const resume = z.strictObject({ ...operator, venue: line(64) });
/** `id` is a name, or an instrument's symbol; the firm has none. */
const killScope = z.enum(['firm', 'account', 'session', 'venue', 'instrument']);
const target = { scope: killScope, id: line(64).optional() };
const reached = z.strictObject(target);
const kill = z.strictObject({ ...operator, ...target });

const limit = {
  ...operator,
  scope: z.enum(['firm', 'session', 'account', 'instrument']),
  id: line(64).optional(),
  name: line(64),
};
const limitToSet = z.strictObject({ ...limit, value: line(64) });
const limitToReset = z.strictObject(limit);

const resolved = { ...operator, child: line(64) };
const foundAbsent = z.strictObject({ ...resolved, finding: z.literal('absent') });
const foundFilled = z.strictObject({
  ...resolved,
  finding: z.literal('filled'),
  venueOrderID: line(128),
  venueExecID: line(128),
  lastQty: line(64),
  lastPx: line(64),
  feeAmount: line(64),
  /** Left out: the instrument's quote. */
  feeAsset: line(16).optional(),
});
const foundEnded = z.strictObject({
  ...resolved,
  finding: z.literal('ended'),
  venueOrderID: line(128),
  cumQty: line(64),
});
const finding = z.discriminatedUnion('finding', [foundAbsent, foundFilled, foundEnded]);

const agreed = z.strictObject({ ...operator, venue: line(64), asset: line(16), total: line(64) });

/** As many as an adapter publishes. */
const BOOK_DEPTH_MOST = 50;
const book = z.strictObject({
  symbol: line(64),
  depth: z.int().min(1).max(BOOK_DEPTH_MOST),
  allIn: z.boolean(),
});

export type Problems = readonly string[];
type Reader = (body: unknown) => Result<AdminCommand, Problems>;

const instrument = z.strictObject({ symbol: line(64) });

export function readInstrument(body: unknown): Result<{ readonly symbol: string }, Problems> {
  return read(instrument, body, (asked) => done(asked));
}

export function readBookQuestion(body: unknown): Result<BookQuestion, Problems> {
  return read(book, body, (question) => done(question));
}

/** Each command by the last part of its path. */
export const commandReaders: ReadonlyMap<string, Reader> = new Map<string, Reader>([
  [
    'venues/resume',
    (body) =>
      read(resume, body, ({ who, reason, venue }) =>
        done({ type: 'ResumeVenue', who, reason, venueID: asVenueID(venue) }),
      ),
  ],
  ['kill', killing('EngageKill')],
  ['kill/rearm', killing('RearmKill')],
  ['resolve', (body) => read(finding, body, resolving)],
  ['recon/accept', (body) => read(agreed, body, agreeing)],
  ['limits/set', (body) => read(limitToSet, body, limitSetting)],
  ['limits/reset', (body) => read(limitToReset, body, limitResetting)],
]);

function killing(type: 'EngageKill' | 'RearmKill'): Reader {
  return (body) =>
    read(kill, body, ({ who, reason, ...asked }) => {
      const found = targetOf(asked);
      return found.ok ? done({ type, who, reason, ...found.value }) : found;
    });
}

/** Quantities and prices are plain decimals, exact with 18 of them; zero only where nothing is meant. */
function resolving(asked: z.infer<typeof finding>): Result<AdminCommand, Problems> {
  const { who, reason, child } = asked;
  const problems: string[] = [];
  const decimal = (name: string, text: string, least: bigint): bigint => {
    const found = parseDecimal(text);
    if (found.type === 'Exact' && found.value >= least) return found.value;
    const expected = least > 0n ? 'a decimal above 0' : 'a decimal, 0 or more';
    problems.push(`${name}: found ${JSON.stringify(text)}, expected ${expected}`);
    return least;
  };
  const found = ((): Finding => {
    switch (asked.finding) {
      case 'absent':
        return { type: 'Absent' };
      case 'ended':
        return {
          type: 'Ended',
          venueOrderID: asVenueOrderID(asked.venueOrderID),
          cumQty: asQty(decimal('cumQty', asked.cumQty, 0n)),
        };
      case 'filled':
        return {
          type: 'Filled',
          venueOrderID: asVenueOrderID(asked.venueOrderID),
          venueExecID: asVenueExecID(asked.venueExecID),
          lastQty: asQty(decimal('lastQty', asked.lastQty, 1n)),
          lastPx: asPrice(decimal('lastPx', asked.lastPx, 1n)),
          feeAmount: decimal('feeAmount', asked.feeAmount, 0n),
          feeAsset: asked.feeAsset ?? null,
        };
    }
  })();
  if (problems.length > 0) return { ok: false, error: problems };
  return done({ type: 'ResolveChild', who, reason, childID: asChildID(child), finding: found });
}

function agreeing(asked: z.infer<typeof agreed>): Result<AdminCommand, Problems> {
  const { who, reason, venue, asset } = asked;
  const total = parseDecimal(asked.total);
  if (total.type !== 'Exact' || total.value < 0n) {
    return wrong(`total: found ${JSON.stringify(asked.total)}, expected a decimal, 0 or more`);
  }
  const venueID = asVenueID(venue);
  return done({ type: 'AgreeHolding', who, reason, venueID, asset, total: asQty(total.value) });
}

function limitSetting(asked: z.infer<typeof limitToSet>): Result<AdminCommand, Problems> {
  const { who, reason, value } = asked;
  const place = limitPlace(asked);
  if (!place.ok) return place;
  const typed = parseLimit(place.value.name, value);
  if (!typed.ok) {
    const found = `${place.value.name}: found ${JSON.stringify(value)}`;
    return wrong(`${found}, expected ${typed.error}`);
  }
  return done({ type: 'SetLimit', who, reason, ...place.value, ...typed.value });
}

function limitResetting(asked: z.infer<typeof limitToReset>): Result<AdminCommand, Problems> {
  const { who, reason } = asked;
  const place = limitPlace(asked);
  return place.ok ? done({ type: 'ResetLimit', who, reason, ...place.value }) : place;
}

function limitPlace(asked: z.infer<typeof limitToReset>): Result<LimitPlace, Problems> {
  const target = targetOf(asked);
  if (!target.ok) return target;
  if (isLimitName(asked.name)) {
    return done({ scope: asked.scope, scopeID: target.value.scopeID, name: asked.name });
  }
  const known = Object.keys(limitKinds).join(', ');
  return wrong(`name: found ${JSON.stringify(asked.name)}, expected one of ${known}`);
}

function isLimitName(name: string): name is LimitName {
  return Object.hasOwn(limitKinds, name);
}

/** What a kill switch is for, of a request that only looks. */
export function readKillTarget(body: unknown): Result<KillTarget, Problems> {
  return read(reached, body, targetOf);
}

function targetOf({ scope, id }: z.infer<typeof reached>): Result<KillTarget, Problems> {
  if (scope === 'firm' && id !== undefined) return wrong('id: the firm has none');
  if (scope !== 'firm' && id === undefined) return wrong(`id: expected the name of a ${scope}`);
  return done({ scope, scopeID: id ?? '' });
}

function read<W, T>(
  schema: z.ZodType<W>,
  body: unknown,
  use: (request: W) => Result<T, Problems>,
): Result<T, Problems> {
  const parsed = schema.safeParse(body);
  if (parsed.success) return use(parsed.data);
  const error = parsed.error.issues.map(
    ({ path, message }) => `${path.length === 0 ? 'the body' : path.join('.')}: ${message}`,
  );
  return { ok: false, error };
}

function done<T>(value: T): Result<T, never> {
  return { ok: true, value };
}

function wrong(problem: string): Result<never, Problems> {
  return { ok: false, error: [problem] };
}
