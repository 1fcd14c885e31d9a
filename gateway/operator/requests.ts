// What an operator's request must say. Bad input is answered with all that is wrong with it.

import { z } from 'zod';
import type { AdminCommand } from '../../spec/events/index.ts';
import type { Result } from '../../spec/proof/index.ts';
import { asVenueID } from '../../spec/terms/index.ts';
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

/** As many as an adapter publishes. */
export const BOOK_DEPTH_MOST = 50;
const book = z.strictObject({
  symbol: line(64),
  depth: z.int().min(1).max(BOOK_DEPTH_MOST),
  allIn: z.boolean(),
});

export type Problems = readonly string[];

const instrument = z.strictObject({ symbol: line(64) });

export function readInstrument(body: unknown): Result<{ readonly symbol: string }, Problems> {
  return read(instrument, body, (asked) => asked);
}

export function readBookQuestion(body: unknown): Result<BookQuestion, Problems> {
  return read(book, body, (question) => question);
}

/** Each command by the last part of its path. */
export const commandReaders: ReadonlyMap<
  string,
  (body: unknown) => Result<AdminCommand, Problems>
> = new Map([
  [
    'venues/resume',
    (body: unknown): Result<AdminCommand, Problems> =>
      read(resume, body, ({ who, reason, venue }) => ({
        type: 'ResumeVenue',
        who,
        reason,
        venueID: asVenueID(venue),
      })),
  ],
]);

function read<T, Asked>(
  schema: z.ZodType<T>,
  body: unknown,
  asked: (request: T) => Asked,
): Result<Asked, Problems> {
  const parsed = schema.safeParse(body);
  if (parsed.success) return { ok: true, value: asked(parsed.data) };
  const error = parsed.error.issues.map(
    ({ path, message }) => `${path.length === 0 ? 'the body' : path.join('.')}: ${message}`,
  );
  return { ok: false, error };
}
