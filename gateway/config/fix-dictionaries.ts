// What a session checks of its messages: its own dictionary's file, and the checks that it does without.

import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { type Dictionary, dictionaryOf, type FixVersion } from '../../spec/dictionaries/index.ts';
import { defaultValidationRules, readDictionary, type ValidationRules } from '../fix/index.ts';
import type { Path } from './problems.ts';
import type { Finding } from './references.ts';
import type { Written, WrittenDropCopy, WrittenSession, WrittenValidation } from './schema.ts';

/** Those of the sessions' own files, by version and name as it is written. */
export type Dictionaries = ReadonlyMap<string, Dictionary>;

export interface ReadDictionaries {
  readonly dictionaries: Dictionaries;
  readonly findings: readonly Finding[];
}

type WrittenFixSession = WrittenSession | WrittenDropCopy;

const EXPECTED = "a FIX dictionary in QuickFIX's XML form or FIX Orchestra's";

/** The version of its messages. Over FIXT.1.1 the rules require `defaultApplVerID`. */
export function versionOf({ beginString, defaultApplVerID }: WrittenFixSession): FixVersion {
  return beginString === 'FIXT.1.1' ? (defaultApplVerID ?? 'FIX.5.0SP2') : beginString;
}

/** The version as it is published, or with the session's own file laid over it. */
export function dictionaryIn(session: WrittenFixSession, dictionaries: Dictionaries): Dictionary {
  const version = versionOf(session);
  return dictionaries.get(keyOf(version, session.dictionary ?? '')) ?? dictionaryOf(version);
}

function keyOf(version: FixVersion, file: string): string {
  return `${version} ${file}`;
}

/** Reads each file that a session or a drop copy names, once a version. Relative names start from `folder`. */
export function readDictionaries(written: Written, folder: string): ReadDictionaries {
  const dictionaries = new Map<string, Dictionary>();
  const findings: Finding[] = [];
  const named: readonly (readonly [Path, WrittenFixSession])[] = [
    ...written.sessions.map((one, at) => [['sessions', at, 'dictionary'], one] as const),
    ...(written.dropCopies ?? []).map(
      (one, at) => [['dropCopies', at, 'dictionary'], one] as const,
    ),
  ];
  for (const [path, session] of named) {
    const { dictionary: file } = session;
    if (file === undefined) continue;
    const version = versionOf(session);
    const key = keyOf(version, file);
    if (dictionaries.has(key)) continue;
    try {
      const text = readFileSync(resolve(folder, file), 'utf8');
      dictionaries.set(key, readDictionary(file, text, version));
    } catch (error) {
      const found = error instanceof Error ? error.message : String(error);
      findings.push({ path, found, expected: EXPECTED });
    }
  }
  return { dictionaries, findings };
}

const CHECKS = [
  'allowUnknownUserTags',
  'checkRequired',
  'checkKnownTags',
  'checkMembership',
  'checkHasValue',
  'checkFormats',
  'checkValues',
  'checkPlaces',
  'checkRepeatedTags',
  'checkGroupCounts',
  'checkGroupOrder',
  'checkNestedGroups',
  'checkDataLengths',
] as const satisfies readonly (keyof ValidationRules)[];

/** The rules of a session; what it does not say is checked. */
export function validationOf(written: WrittenValidation): ValidationRules {
  const rules: { -readonly [Check in keyof ValidationRules]: boolean } = {
    ...defaultValidationRules,
  };
  for (const check of CHECKS) rules[check] = written?.[check] ?? rules[check];
  return rules;
}
