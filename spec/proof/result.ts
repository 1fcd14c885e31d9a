// Bad input at an edge is a value, with all of its problems at once.

/** What was wrong with one part of an input: where, what was found, what was expected. */
export interface Problem {
  readonly place: string;
  readonly found: string;
  readonly expected: string;
}

export type Result<T, E = readonly Problem[]> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly error: E };

export function ok<T>(value: T): Result<T, never> {
  return { ok: true, value };
}

export function err<E>(error: E): Result<never, E> {
  return { ok: false, error };
}
