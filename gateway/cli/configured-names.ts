// The names in a configuration, whole or not: for whoever completes a command line, and at once. The configuration's own
// reader says what is wrong with a file, and takes half a second of loading.

import { readFileSync } from 'node:fs';
import { parse } from 'yaml';

export interface ConfiguredNames {
  readonly instruments: readonly string[];
  readonly venues: readonly string[];
  readonly sessions: readonly string[];
  readonly accounts: readonly string[];
}

/** As a configuration. */
const CHARACTERS_MOST = 262_144;

/** Empty lists where the file is not there or cannot be read. */
export function namesIn(file: string): ConfiguredNames {
  const data = dataOf(file);
  const sessions = listIn(data, 'sessions');
  return {
    instruments: texts(listIn(data, 'instruments').map((one) => fieldOf(one, 'symbol'))),
    venues: Object.keys(Object(fieldOf(data, 'venues'))),
    sessions: texts(sessions.map((one) => fieldOf(one, 'id'))),
    accounts: [...new Set(texts(sessions.flatMap((one) => listIn(one, 'accounts'))))],
  };
}

function dataOf(file: string): unknown {
  try {
    const text = readFileSync(file, 'utf8');
    return text.length > CHARACTERS_MOST ? null : parse(text, { maxAliasCount: 0 });
  } catch {
    return null; // There is none: nothing to offer.
  }
}

function listIn(data: unknown, key: string): readonly unknown[] {
  const value = fieldOf(data, key);
  return Array.isArray(value) ? value : [];
}

function fieldOf(data: unknown, key: string): unknown {
  return Object.entries(Object(data)).find(([name]) => name === key)?.[1];
}

function texts(values: readonly unknown[]): readonly string[] {
  return values.filter((value) => typeof value === 'string');
}
