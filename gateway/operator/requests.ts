// What an operator's request must say. Bad input is answered with all that is wrong with it.

import { z } from 'zod';
import type { AdminCommand, LimitPlace } from '../../spec/events/index.ts';
import type { Result } from '../../spec/proof/index.ts';
import {
  type KillTarget,
  type LimitName,
  asVenueID,
  limitKinds,
  parseLimit,
} from '../../spec/terms/index.ts';
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
