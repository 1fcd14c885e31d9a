// A command answers at once because what it loads is little: journal, FIX and schemas only where they are used.

import { readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { expect, test } from '@jest/globals';

const IMPORT = /^(?:import|export)\s(?:[^'";]*?\sfrom\s)?'([^']+)';/gm;

/** Packages that a built file loads, by the imports that are not put off. */
function packagesOf(file: string, seen = new Set<string>()): ReadonlySet<string> {
  const found = new Set<string>();
  if (seen.has(file)) return found;
  seen.add(file);
  for (const [, name = ''] of readFileSync(file, 'utf8').matchAll(IMPORT)) {
    if (name.startsWith('node:')) continue;
    if (!name.startsWith('.')) found.add(name);
    else for (const one of packagesOf(resolve(dirname(file), name), seen)) found.add(one);
  }
  return found;
}

const of = (name: string): readonly string[] =>
  [...packagesOf(join(process.cwd(), 'dist/gateway/cli', name))].toSorted((a, b) =>
    a < b ? -1 : 1,
  );

test.each([
  ['main.js', ['commander']],
  ['desk-views.js', ['cli-table3']],
  ['book.js', ['cli-table3']],
  ['kill.js', ['cli-table3']],
  ['limits.js', ['cli-table3']],
  ['complete.js', ['commander', 'yaml']],
  ['completion-script.js', []],
])('%s loads no package but %j', (name, packages) => {
  expect(of(name).filter((one) => !packages.includes(one))).toEqual([]);
});

test('the walk sees what is heavy where it is', () => {
  expect(of('start.js')).toEqual(expect.arrayContaining(['zod', 'pino', 'prom-client']));
});
