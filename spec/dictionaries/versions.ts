// The versions that are compiled in. Each is compiled when it is first asked for: most processes speak one.

import type { DictionaryData } from './data.ts';
import { compileDictionary, type Dictionary } from './dictionary.ts';
import { fix40 } from './generated/fix40.ts';
import { fix41 } from './generated/fix41.ts';
import { fix42 } from './generated/fix42.ts';
import { fix43 } from './generated/fix43.ts';
import { fix44 as fix44Data } from './generated/fix44.ts';
import { fix50 } from './generated/fix50.ts';
import { fix50sp1 } from './generated/fix50sp1.ts';
import { fix50sp2 } from './generated/fix50sp2.ts';
import { fixt11 } from './generated/fixt11.ts';
import { withUserTags } from './user-tags.ts';

/** Their BeginString(8) says which they are. */
export const VERSIONS_OVER_THEMSELVES = [
  'FIX.4.0',
  'FIX.4.1',
  'FIX.4.2',
  'FIX.4.3',
  'FIX.4.4',
] as const;

/** They travel over FIXT.1.1. */
export const VERSIONS_OVER_FIXT = ['FIX.5.0', 'FIX.5.0SP1', 'FIX.5.0SP2'] as const;

export type VersionOverItself = (typeof VERSIONS_OVER_THEMSELVES)[number];
export type FixVersion = VersionOverItself | (typeof VERSIONS_OVER_FIXT)[number];

/** The version that a BeginString(8) says; null for FIXT.1.1, which says none, and for what is not known. */
export function versionOfBeginString(beginString: string): VersionOverItself | null {
  return VERSIONS_OVER_THEMSELVES.find((version) => version === beginString) ?? null;
}

/** Without the user tags. */
const generated: Readonly<Record<FixVersion, DictionaryData>> = {
  'FIX.4.0': fix40,
  'FIX.4.1': fix41,
  'FIX.4.2': fix42,
  'FIX.4.3': fix43,
  'FIX.4.4': fix44Data,
  'FIX.5.0': fix50,
  'FIX.5.0SP1': fix50sp1,
  'FIX.5.0SP2': fix50sp2,
};

/** ApplVerID(1128) and DefaultApplVerID(1137). Source: FIXT 1.1, volume 1. */
const versionOfApplVerID: ReadonlyMap<string, FixVersion> = new Map([
  ['2', 'FIX.4.0'],
  ['3', 'FIX.4.1'],
  ['4', 'FIX.4.2'],
  ['5', 'FIX.4.3'],
  ['6', 'FIX.4.4'],
  ['7', 'FIX.5.0'],
  ['8', 'FIX.5.0SP1'],
  ['9', 'FIX.5.0SP2'],
]);

const compiled = new Map<string, Dictionary>();
const tagged = new Map<FixVersion, DictionaryData>();

/** The dictionary of a version over its own session layer: FIXT.1.1 from 5.0 on. */
export function dictionaryOf(version: FixVersion): Dictionary {
  return version.startsWith('FIX.5.')
    ? overFixt(version)
    : kept(version, () => overItself(version));
}

/** A version with the user tags, for another to be laid over it; `session`: what it travels over, null: itself. */
export function dictionaryDataOf(version: FixVersion): {
  readonly data: DictionaryData;
  readonly session: DictionaryData | null;
} {
  return { data: sourceOf(version), session: version.startsWith('FIX.5.') ? fixt11 : null };
}

/** With the user tags. A start reads through the text of the versions that it speaks, not of all eight: 20 ms. */
function sourceOf(version: FixVersion): DictionaryData {
  const known = tagged.get(version);
  if (known !== undefined) return known;
  const data = withUserTags(generated[version]);
  tagged.set(version, data);
  return data;
}

function overItself(version: FixVersion): Dictionary {
  return compileDictionary(sourceOf(version));
}

/** Any version's application messages over FIXT.1.1. */
function overFixt(version: FixVersion): Dictionary {
  return kept(`FIXT.1.1 ${version}`, () => ({
    ...compileDictionary(sourceOf(version), fixt11),
    applVerID: applVerIDOf(version),
    withApplVerID(applVerID) {
      const other = versionOfApplVerID.get(applVerID);
      return other === undefined ? null : overFixt(other);
    },
  }));
}

function kept(key: string, compile: () => Dictionary): Dictionary {
  const known = compiled.get(key);
  if (known !== undefined) return known;
  const dictionary = compile();
  compiled.set(key, dictionary);
  return dictionary;
}

function applVerIDOf(version: FixVersion): string {
  for (const [applVerID, one] of versionOfApplVerID) if (one === version) return applVerID;
  throw new Error(`no ApplVerID(1128) says ${version}`);
}

/** FIX 4.4. */
export const fix44: Dictionary = dictionaryOf('FIX.4.4');
