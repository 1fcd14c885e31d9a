// A secret that cannot be printed by accident (I8): only `reveal` gives it.

import { inspect } from 'node:util';

const REDACTED = '[redacted]';

/** A password or key. Text, JSON and `util.inspect` of it are `[redacted]`; structuredClone throws. */
export interface Secret {
  /** For the one place that sends it or signs with it. */
  readonly reveal: () => string;
  readonly toString: () => string;
  readonly toJSON: () => string;
}

const made = new WeakSet<object>();

export function secretOf(value: string): Secret {
  const secret = Object.freeze({
    reveal: () => value,
    toString: () => REDACTED,
    toJSON: () => REDACTED,
    [Symbol.toPrimitive]: () => REDACTED,
    [inspect.custom]: () => REDACTED,
  });
  made.add(secret);
  return secret;
}

export function isSecret(value: unknown): value is Secret {
  return typeof value === 'object' && value !== null && made.has(value);
}
