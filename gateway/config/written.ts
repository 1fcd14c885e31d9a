// A configuration as it is written, for the rules between keys: what is malformed is passed over.

import type { Path } from './problems.ts';

/** A map with its place. */
export interface Entry {
  readonly path: Path;
  readonly value: Readonly<Record<string, unknown>>;
}

export type Placed = readonly [path: Path, value: unknown];

export function record(value: unknown): Readonly<Record<string, unknown>> {
  const isRecord = typeof value === 'object' && value !== null && !Array.isArray(value);
  return isRecord ? (value as Readonly<Record<string, unknown>>) : {};
}

/** The maps of a map. */
export function entries(value: unknown, path: Path): readonly Entry[] {
  return Object.entries(record(value)).map(([key, one]) => ({
    path: [...path, key],
    value: record(one),
  }));
}

/** The maps of a list. */
export function items(value: unknown, path: Path): readonly Entry[] {
  return list(value, path).map(([at, one]) => ({ path: at, value: record(one) }));
}

export function list(value: unknown, path: Path): readonly Placed[] {
  return Array.isArray(value) ? value.map((one: unknown, at) => [[...path, at], one]) : [];
}
