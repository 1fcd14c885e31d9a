// Writes every generated file, or with --check compares: the journal's codec, the FIX tables, tables of the docs.
// The tables' sources stand beside the project; without them the committed tables are left as they are.

import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';

const DICTIONARIES = '../shared/fix/dictionaries';

const check = process.argv.includes('--check') ? ['--check'] : [];
const runs: string[][] = [
  ['generate-codec.js', ...check],
  ['generate-pages.js', ...check],
];
if (existsSync(DICTIONARIES)) runs.push(['generate-dictionaries.js', DICTIONARIES, ...check]);
else console.log(`no ${DICTIONARIES} here: the FIX tables are taken as committed`);

for (const [script = '', ...args] of runs) {
  const file = join(import.meta.dirname, script);
  const { status } = spawnSync(process.execPath, [file, ...args], { stdio: 'inherit' });
  if (status !== 0) process.exitCode = status ?? 1;
}
