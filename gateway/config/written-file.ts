// The parts of a file as it is written that the rules between keys speak of.

import type { Path } from './problems.ts';
import type { Finding } from './references.ts';
import { type Entry, type Placed, entries, items, record } from './written.ts';

/** Accepted, but someone should look: `text` in place of what was found and expected. */
export interface RuleWarning {
  readonly path: Path;
  readonly text: string;
}

/** Names the place of a path, as in `desk.yaml:14`. */
export type PlaceOf = (path: Path) => string;

export interface LimitEntry extends Entry {
  readonly scope: 'firm' | 'session' | 'account' | 'instrument';
  readonly scopeID: string;
}

export interface WrittenFile {
  readonly sessions: readonly Entry[];
  readonly dropCopies: readonly Entry[];
  readonly instruments: readonly Entry[];
  readonly venues: readonly Entry[];
  readonly chainVenues: readonly Entry[];
  readonly limits: readonly LimitEntry[];
}

export function readFile(data: unknown): WrittenFile {
  const file = record(data);
  const risk = record(file['risk']);
  const scoped = (key: string, scope: LimitEntry['scope']): readonly LimitEntry[] =>
    entries(risk[key], ['risk', key]).map((entry) => ({
      ...entry,
      scope,
      scopeID: String(entry.path.at(-1)),
    }));
  const firm: LimitEntry = {
    path: ['risk', 'firm'],
    value: record(risk['firm']),
    scope: 'firm',
    scopeID: '',
  };
  return {
    sessions: items(file['sessions'], ['sessions']),
    dropCopies: items(file['dropCopies'], ['dropCopies']),
    instruments: items(file['instruments'], ['instruments']),
    venues: entries(file['venues'], ['venues']),
    chainVenues: entries(file['chainVenues'], ['chainVenues']),
    limits: [
      firm,
      ...scoped('sessions', 'session'),
      ...scoped('accounts', 'account'),
      ...scoped('instruments', 'instrument'),
    ],
  };
}

/** Clients' sessions and drop copies: both are the acceptor's, and known by their CompIDs. */
export function fixSessions(file: WrittenFile): readonly Entry[] {
  return [...file.sessions, ...file.dropCopies];
}

export function venueNames(file: WrittenFile): readonly string[] {
  return [...file.venues, ...file.chainVenues].map(({ path }) => String(path.at(-1)));
}

export function unique(values: readonly Placed[], placeOf: PlaceOf): readonly Finding[] {
  const first = new Map<string, Path>();
  const findings: Finding[] = [];
  for (const [path, value] of values) {
    if (typeof value !== 'string') continue;
    const earlier = first.get(value);
    if (earlier === undefined) first.set(value, path);
    else {
      const found = `${JSON.stringify(value)} again, first at ${placeOf(earlier)}`;
      findings.push({ path, found, expected: 'each once' });
    }
  }
  return findings;
}
