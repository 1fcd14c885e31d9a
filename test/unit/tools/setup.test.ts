// `.ci/setup` does what is needed, once. Its npm is a stand-in that writes down how it was called.
import { spawnSync } from 'node:child_process';
import {
  appendFileSync,
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';

const INSTALL = 'install --no-audit --no-fund --loglevel=error';
const BUILD = 'run --silent build';
const LATER_MS = 60_000; // File times differ for certain, however coarse the file system's clock.

let clone: string;

beforeEach(() => {
  clone = mkdtempSync(join(tmpdir(), 'causeway-setup-'));
  for (const folder of ['.ci', 'bin', 'spec/units', 'risk']) {
    mkdirSync(join(clone, folder), { recursive: true });
  }
  copyFileSync('.ci/setup', join(clone, '.ci/setup'));
  for (const file of ['package.json', 'package-lock.json', 'tsconfig.json']) write(file, '{}');
  write('spec/units/a.ts', '');
  write('spec/units/b.ts', '');
  write('risk/index.ts', '');
  program('npm', 'echo "$*" >> calls; mkdir -p node_modules; test ! -e broken');
});
afterEach(() => rmSync(clone, { recursive: true }));

describe('a fresh clone', () => {
  test('is installed and built, never by `npm ci`', () => {
    expect(setUp()).toMatchObject({ calls: [INSTALL, BUILD], status: 0 });
  });

  test('once ready is left alone, in silence', () => {
    setUp();
    expect(setUp()).toEqual({ calls: [], status: 0, said: '' });
  });
});

describe('after a set-up', () => {
  beforeEach(() => void setUp());

  test('a lockfile with other contents is installed, and one that is only touched is not', () => {
    touch('package-lock.json');
    expect(setUp().calls).toEqual([]);
    appendFileSync(join(clone, 'package-lock.json'), '\n');
    expect(setUp().calls).toEqual([INSTALL]);
  });

  test('a changed source is built', () => {
    touch('spec/units/a.ts');
    expect(setUp().calls).toEqual([BUILD]);
  });

  test('a deleted source is built', () => {
    rmSync(join(clone, 'spec/units/b.ts'));
    touch('spec/units');
    expect(setUp().calls).toEqual([BUILD]);
  });

  test('a deleted folder is built', () => {
    rmSync(join(clone, 'risk'), { recursive: true });
    expect(setUp().calls).toEqual([BUILD]);
  });

  test('a failed build is built again, not taken for a good one', () => {
    write('broken', '');
    touch('spec/units/a.ts');
    expect(setUp()).toMatchObject({ calls: [BUILD], status: 1 });
    expect(setUp()).toMatchObject({ calls: [BUILD], status: 1 });
  });
});

test('a failed install is installed again', () => {
  write('broken', '');
  expect(setUp()).toMatchObject({ calls: [INSTALL], status: 1 });
  expect(setUp()).toMatchObject({ calls: [INSTALL], status: 1 });
});

test('linked packages belong to another checkout: nothing is installed into them', () => {
  mkdirSync(join(clone, 'elsewhere'));
  symlinkSync(join(clone, 'elsewhere'), join(clone, 'node_modules'));
  expect(setUp().calls).toEqual([BUILD]);
});

test.each(['18.19.0', '20.17.0'])('Node %s is refused in a plain sentence', (version) => {
  program('node', `echo ${version}`);
  expect(setUp()).toEqual({
    calls: [],
    status: 1,
    said: `causeway: Node is ${version}, 20.18 or newer is needed\n`,
  });
});

test.each(['20.18.0', '22.0.0', '26.10.0'])('Node %s will do', (version) => {
  program('node', `echo ${version}`);
  expect(setUp().status).toBe(0);
});

/** Runs set-up; answers what npm was asked for, the exit and what was said. */
function setUp() {
  const { status, stderr, stdout } = spawnSync('bash', ['.ci/setup'], {
    cwd: clone,
    encoding: 'utf8',
    env: { ...process.env, PATH: `${join(clone, 'bin')}:${process.env['PATH']}` },
  });
  const log = join(clone, 'calls');
  const calls = existsSync(log) ? readFileSync(log, 'utf8').trimEnd().split('\n') : [];
  rmSync(log, { force: true });
  return { calls, status, said: stdout + stderr };
}

function write(file: string, text: string): void {
  writeFileSync(join(clone, file), text);
}

function program(name: string, script: string): void {
  write(`bin/${name}`, `#!/bin/sh\n${script}\n`);
  chmodSync(join(clone, 'bin', name), 0o755);
}

/** Gives a file or folder a time after the last build. */
function touch(path: string): void {
  const later = new Date(Date.now() + LATER_MS);
  utimesSync(join(clone, path), later, later);
}
