// A situation from its file: all that is wrong with it at once, or what the router is to be asked.

import { readFileSync, statSync } from 'node:fs';
import type { RouteOrder, Source } from '../../router/index.ts';
import { type Result, err, ok } from '../../spec/proof/index.ts';
import { asVenueID } from '../../spec/terms/index.ts';
import { asPrice, asQty } from '../../spec/units/index.ts';
import type { ConfigProblem, ConfigWarning } from '../config/index.ts';
import { lineAt, lineOf } from './json-places.ts';
import { bookSource, v2Source, v3Source } from './route-sources.ts';
import { KEYS, type WrittenOrder, type WrittenVenue, schema } from './route-schema.ts';

/** A venue that can be asked, or why it is left out. */
export type VenueRead =
  | { readonly type: 'Source'; readonly source: Source }
  | { readonly type: 'Excluded'; readonly name: string; readonly why: string };

export interface RouteInput {
  readonly order: RouteOrder;
  /** In the order of the file. */
  readonly venues: readonly VenueRead[];
  readonly warnings: readonly ConfigWarning[];
}

/** 8 MiB: some 64 venues, each with thousands of levels. Read in half a second. */
const MAX_FILE_BYTES = 8 * 1024 * 1024;
const MAX_FOUND_CHARACTERS = 60;

/** `file`, or `-` for standard input. */
export function readRouteInput(file: string): Result<RouteInput, readonly ConfigProblem[]> {
  const text = readText(file);
  return text.ok ? readSituation(file, text.value) : text;
}

/** `file`: where the text is from, for what is wrong with it. */
export function readSituation(
  file: string,
  text: string,
): Result<RouteInput, readonly ConfigProblem[]> {
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch (error) {
    return err([brokenJson(file, text, error)]);
  }
  const parsed = schema.safeParse(data);
  if (!parsed.success) {
    return err(
      parsed.error.issues.map(({ path, message }) => ({
        place: `${file}:${lineAt(text, path)}`,
        key: keyOf(path),
        found: found(data, path),
        expected: message,
      })),
    );
  }
  const { order, venues } = parsed.data;
  const clashes = sameNames(venues, (path) => `${file}:${lineAt(text, path)}`);
  if (venues.length === 0) {
    const place = `${file}:${lineAt(text, ['venues'])}`;
    clashes.push({ place, key: 'venues', found: 'an empty list', expected: 'at least one venue' });
  }
  if (clashes.length > 0) return err(clashes);
  const warnings = unknownKeys(data).map((path) => ({
    place: `${file}:${lineAt(text, path)}`,
    key: keyOf(path),
    text: 'no such key: not looked at',
  }));
  const asked = orderOf(order);
  return ok({ order: asked, venues: venues.map((venue) => venueOf(venue, asked)), warnings });
}

function orderOf({ side, orderQty, limit, limitBasis }: WrittenOrder): RouteOrder {
  return {
    side,
    orderQty: asQty(orderQty),
    limit: limit === null || limit === undefined ? null : asPrice(limit),
    limitBasis: limitBasis ?? 'gross',
  };
}

function venueOf(venue: WrittenVenue, order: RouteOrder): VenueRead {
  const common = { venueID: asVenueID(venue.name) };
  const made =
    venue.kind === 'book'
      ? bookSource(venue, order, common)
      : venue.kind === 'v2'
        ? v2Source(venue, common)
        : v3Source(venue, common);
  return typeof made === 'string'
    ? { type: 'Excluded', name: venue.name, why: made }
    : { type: 'Source', source: made };
}

function readText(file: string): Result<string, readonly ConfigProblem[]> {
  const refused = (what: string, expected: string) =>
    err([{ place: file, key: '', found: what, expected }]);
  try {
    if (file !== '-') {
      const stat = statSync(file);
      if (!stat.isFile()) return refused('no regular file', 'a JSON file');
      if (stat.size > MAX_FILE_BYTES)
        return refused(`${stat.size} bytes`, `at most ${MAX_FILE_BYTES}`);
    }
    const bytes = readFileSync(file === '-' ? 0 : file);
    if (bytes.length > MAX_FILE_BYTES) {
      return refused(`${bytes.length} bytes`, `at most ${MAX_FILE_BYTES}`);
    }
    return ok(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch (error) {
    const code = (error as { code?: unknown } | null)?.code;
    if (code === 'ERR_ENCODING_INVALID_ENCODED_DATA') {
      return refused('bytes that are no UTF-8', 'a JSON file in UTF-8');
    }
    return refused(`a file that cannot be read (${String(code)})`, 'a JSON file');
  }
}

function brokenJson(file: string, text: string, error: unknown): ConfigProblem {
  const message = String((error as { message?: unknown } | null)?.message ?? error);
  const offset = /position (\d+)/.exec(message)?.[1];
  const line = offset === undefined ? lineOf(text, text.length) : lineOf(text, Number(offset));
  const what = text.trim() === '' ? 'an empty file' : 'broken JSON';
  return { place: `${file}:${line}`, key: '', found: what, expected: 'one JSON object' };
}

function sameNames(
  venues: readonly WrittenVenue[],
  placeOf: (path: readonly PropertyKey[]) => string,
): ConfigProblem[] {
  const first = new Map<string, number>();
  return venues.flatMap(({ name }, at) => {
    const earlier = first.get(name);
    if (earlier === undefined) first.set(name, at);
    if (earlier === undefined) return [];
    const path = ['venues', at, 'name'];
    return [
      {
        place: placeOf(path),
        key: keyOf(path),
        found: `${JSON.stringify(name)} again, first at venues[${earlier}]`,
        expected: 'a name of its own',
      },
    ];
  });
}

/** Keys that are none of the form's: a slip of the pen in an optional one would else go unseen. */
function unknownKeys(data: unknown): readonly (readonly PropertyKey[])[] {
  const beside = (value: unknown, kind: string, path: readonly PropertyKey[]) =>
    Object.keys(isMap(value) ? value : {})
      .filter((key) => !(KEYS[kind] ?? []).includes(key))
      .map((key) => [...path, key]);
  if (!isMap(data)) return [];
  const venues = Array.isArray(data['venues']) ? (data['venues'] as unknown[]) : [];
  return [
    ...beside(data, 'situation', []),
    ...beside(data['order'], 'order', ['order']),
    ...venues.flatMap((venue, at) =>
      isMap(venue) ? beside(venue, String(venue['kind']), ['venues', at]) : [],
    ),
  ];
}

function isMap(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** `['venues', 0, 'tick']` is `venues[0].tick`. */
function keyOf(path: readonly PropertyKey[]): string {
  return path
    .map((part, at) =>
      typeof part === 'number' ? `[${part}]` : `${at === 0 ? '' : '.'}${String(part)}`,
    )
    .join('');
}

/** The value as it is written, cut to a line. */
function found(data: unknown, path: readonly PropertyKey[]): string {
  let value: unknown = data;
  for (const part of path) {
    value = (value as Readonly<Record<PropertyKey, unknown>> | null | undefined)?.[part];
  }
  if (value === undefined) return 'nothing';
  if (Array.isArray(value))
    return value.length > 2 ? `a list of ${value.length}` : cut(JSON.stringify(value));
  return isMap(value) ? 'a map' : cut(JSON.stringify(value));
}

function cut(text: string): string {
  return text.length <= MAX_FOUND_CHARACTERS ? text : `${text.slice(0, MAX_FOUND_CHARACTERS)}…`;
}
