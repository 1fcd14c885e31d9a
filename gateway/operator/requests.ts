// What an operator's request must say. Bad input is answered with all that is wrong with it.

import { z } from 'zod';
import type { AdminCommand } from '../../spec/events/index.ts';
import type { Result } from '../../spec/proof/index.ts';
import { asVenueID } from '../../spec/terms/index.ts';

/** Printable, and no longer than a line in an audit. */
const line = (most: number) =>
  z
    .string()
    .min(1)
    .max(most)
    .regex(/^[^\p{Cc}]*$/u, 'no control characters');

const operator = { who: line(64), reason: line(300) };
const resume = z.strictObject({ ...operator, venue: line(64) });

export type Problems = readonly string[];

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

function read<T>(
  schema: z.ZodType<T>,
  body: unknown,
  command: (request: T) => AdminCommand,
): Result<AdminCommand, Problems> {
  const parsed = schema.safeParse(body);
  if (parsed.success) return { ok: true, value: command(parsed.data) };
  const error = parsed.error.issues.map(
    ({ path, message }) => `${path.length === 0 ? 'the body' : path.join('.')}: ${message}`,
  );
  return { ok: false, error };
}
