// I5 over Node's versions: what one of them replays to, another one does, state by state.

import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, test } from '@jest/globals';
import { buildStore } from '../bench/recovery-store.ts';

// Installed by `npm install --no-audit --no-fund --prefix test/interop/newest-node`, next to this file's source.
const packageFile = fileURLToPath(
  new URL('../../../test/interop/newest-node/package.json', import.meta.url),
);
const newest = join(dirname(packageFile), 'node_modules/.bin/node');
const isInstalled = existsSync(newest);
if (!isInstalled) {
  process.stderr.write(
    'the newest Node is not installed: replay is not compared with it. ' +
      'Install it with: npm install --no-audit --no-fund --prefix test/interop/newest-node\n',
  );
}
const program = fileURLToPath(new URL('replay-hash.js', import.meta.url));
const fixtures = fileURLToPath(new URL('../../../test/fixtures/journal', import.meta.url));
const around = mkdtempSync(join(tmpdir(), 'causeway-node-'));

afterAll(() => rmSync(around, { recursive: true }));

function linesUnder(node: string, folder: string): readonly string[] {
  return execFileSync(node, [program, folder, fixtures], { encoding: 'utf8' }).trim().split('\n');
}

(isInstalled ? test : test.skip)(
  'I5: a journal gives the same state hash on this Node and on the newest, at each hundredth record and from its snapshot',
  async () => {
    const folder = join(around, 'journal');
    await buildStore(folder, { records: 80_000, open: 300 });
    const [here = '', ...ours] = linesUnder(process.execPath, folder);
    const [there = '', ...theirs] = linesUnder(newest, folder);
    expect(here).toBe(`node ${process.versions.node}`);
    const major = (line: string): number => Number(/^node (\d+)\./.exec(line)?.[1]);
    expect(major(there)).toBeGreaterThan(major(here));
    expect(ours.length).toBeGreaterThan(800);
    expect(new Set(ours.map((line) => line.split(' ').at(-1))).size).toBeGreaterThan(790);
    expect(theirs).toEqual(ours);
  },
  180_000,
);
