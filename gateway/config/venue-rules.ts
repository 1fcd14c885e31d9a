// What holds between the keys of an exchange, and between it and the instruments that are listed there.

import type { Finding } from './references.ts';
import {
  type PlaceOf,
  type RuleWarning,
  type WrittenFile,
  unique,
  venueNames,
} from './written-file.ts';
import { type Entry, items, record } from './written.ts';

/** websocket-v2/add_order: `deadline` is at least so far ahead. */
const KRAKEN_DEADLINE_LEAST_MS = 500;

/** Exactly one of `kind` and `kindFile`. */
export function oneSecret(entry: Entry, kind: string): readonly Finding[] {
  const file = `${kind}File`;
  const inline = entry.value[kind] !== undefined;
  const inFile = entry.value[file] !== undefined;
  if (inline !== inFile) return [];
  if (inline) {
    const path = [...entry.path, file];
    return [{ path, found: `${kind} and ${file}`, expected: 'one of the two' }];
  }
  return [{ path: [...entry.path, file], found: null, expected: `${file} or ${kind}: \${NAME}` }];
}

export function venueSecrets(venue: Entry): readonly Finding[] {
  const has = (kind: string) =>
    venue.value[kind] !== undefined || venue.value[`${kind}File`] !== undefined;
  const key = oneSecret(venue, 'apiKey');
  if (has('secret') && has('privateKey')) {
    const expected = 'secretFile (HMAC) or privateKeyFile (Ed25519)';
    return [...key, { path: [...venue.path], found: 'secret and privateKey', expected }];
  }
  return [...key, ...oneSecret(venue, has('privateKey') ? 'privateKey' : 'secret')];
}

/** What Kraken wants otherwise: its deadline's least, its kind of key, its names of pairs; and it alone has tiers. */
export function krakenRules(file: WrittenFile): readonly Finding[] {
  const krakens = file.venues.filter(({ value }) => value['adapter'] === 'kraken');
  const tiers = file.venues
    .filter(({ value }) => value['tier'] !== undefined && value['adapter'] !== 'kraken')
    .map(({ path }) => ({
      path: [...path, 'tier'],
      found: null,
      expected: 'no tier: kraken alone',
    }));
  const names = new Set(krakens.map(({ path }) => path.at(-1)));
  const own = krakens.flatMap(({ path, value }): readonly Finding[] => {
    const { recvWindowMs } = value;
    const isShort = typeof recvWindowMs === 'number' && recvWindowMs < KRAKEN_DEADLINE_LEAST_MS;
    const keys = ['privateKey', 'privateKeyFile'].filter((key) => value[key] !== undefined);
    return [
      ...(isShort
        ? [{ path: [...path, 'recvWindowMs'], found: null, expected: '500 to 60000 for kraken' }]
        : []),
      ...keys.map((key) => ({ path: [...path, key], found: null, expected: 'secretFile: kraken' })),
    ];
  });
  const pairs = file.instruments
    .flatMap(({ path, value }) => items(value['listings'], [...path, 'listings']))
    .filter(({ value }) => typeof value['venue'] === 'string' && names.has(value['venue']))
    .filter(({ value }) => typeof value['symbol'] === 'string' && !value['symbol'].includes('/'))
    .map(({ path }) => ({
      path: [...path, 'symbol'],
      found: null,
      expected: 'a pair of kraken, as BTC/USDT',
    }));
  return [...tiers, ...own, ...pairs];
}

/** Where an instrument has several venues, one without fees looks free, and draws the orders. */
export function withoutFees(file: WrittenFile): readonly RuleWarning[] {
  const rivals = new Set(
    file.instruments.flatMap(({ path, value }) => {
      const all = items(value['listings'], [...path, 'listings']).map((one) => one.value['venue']);
      return new Set(all).size > 1 ? all : [];
    }),
  );
  return file.venues.flatMap(({ path, value }) =>
    rivals.has(path.at(-1)) && value['fees'] === undefined
      ? [{ path, text: 'no fees are set: routing takes it for free beside other venues' }]
      : [],
  );
}

export function listings(file: WrittenFile, placeOf: PlaceOf): readonly Finding[] {
  const venues = new Set<unknown>(venueNames(file));
  const known = [...venues].join(', ');
  const all = file.instruments.flatMap(({ path, value }) =>
    items(value['listings'], [...path, 'listings']),
  );
  const unknown = all.flatMap(({ path, value }): readonly Finding[] => {
    const { venue } = value;
    if (typeof venue !== 'string' || venues.has(venue)) return [];
    const expected = known === '' ? 'a venue of this file' : `a venue of this file: ${known}`;
    return [{ path: [...path, 'venue'], found: null, expected }];
  });
  const twice = unique(
    all.map(({ path, value: { venue, symbol } }) => [
      [...path, 'symbol'],
      typeof venue === 'string' && typeof symbol === 'string' ? `${symbol} at ${venue}` : null,
    ]),
    placeOf,
  );
  return [...unknown, ...twice];
}

export function noVenue(data: unknown): readonly Finding[] {
  const { venues } = record(data);
  if (venues === undefined || typeof venues !== 'object') return []; // The schema says so.
  return [{ path: ['venues'], found: 'none', expected: 'at least one venue' }];
}
