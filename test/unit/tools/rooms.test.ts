// Each rule of the rooms refuses one import that it forbids, and lets pass one that it allows.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type Cruise, cruise, typescriptFiles } from '../../tools/cruise.ts';
import { rules, sourceFolders } from '../../tools/rooms.ts';

const CONFIG = '.dependency-cruiser.mjs';

/** One import: in which file, of what, and the rule that refuses it. `null`: none does. */
type Import = readonly [from: string, to: string, rule: string | null];

const forbidden: readonly Import[] = [
  ['spec/units/a.ts', 'risk/index.ts', 'room spec/*'],
  ['risk/a.ts', 'gateway/fix/index.ts', 'room risk'],
  ['risk/b.ts', 'spec/dictionaries/index.ts', 'room risk'],
  ['risk/checks/c.ts', 'router/index.ts', 'room risk'],
  ['router/a.ts', 'risk/index.ts', 'room router'],
  ['router/b.ts', 'spec/dictionaries/index.ts', 'room router'],
  ['adapters/port/a.ts', 'adapters/kraken/index.ts', 'room adapters/port'],
  ['adapters/connection/a.ts', 'adapters/kraken/index.ts', 'room adapters/connection'],
  ['adapters/chain/a.ts', 'gateway/config/index.ts', 'room adapters/chain'],
  ['adapters/kraken/a.ts', 'adapters/okx/index.ts', 'room adapters/*'],
  ['adapters/kraken/b.ts', 'gateway/desk/index.ts', 'room adapters/*'],
  ['adapters/kraken/c.ts', 'gateway/fix/index.ts', 'room adapters/*'],
  ['adapters/fixvenue/a.ts', 'gateway/desk/index.ts', 'room adapters/fixvenue'],
  ['gateway/fix/codec/a.ts', 'spec/units/index.ts', 'room gateway/fix'],
  ['gateway/fix/session/b.ts', 'gateway/desk/index.ts', 'room gateway/fix'],
  ['gateway/journal/a.ts', 'spec/events/index.ts', 'room gateway/journal'],
  ['gateway/desk/a.ts', 'gateway/fix/index.ts', 'room gateway/desk'],
  ['gateway/desk/b.ts', 'adapters/port/index.ts', 'room gateway/desk'],
  ['gateway/orderentry/a.ts', 'adapters/port/index.ts', 'room gateway/orderentry'],
  ['gateway/dropcopy/a.ts', 'gateway/desk/index.ts', 'room gateway/dropcopy'],
  ['gateway/config/b.ts', 'gateway/homeless.ts', 'room gateway/*'],
  ['gateway/config/a.ts', 'test/tool.ts', 'no test in the product'],
  [
    'gateway/process/a.ts',
    'gateway/fix/codec/deep.ts',
    'face only, from spec, adapters and gateway',
  ],
  ['gateway/process/b.ts', 'risk/deep.ts', 'face only, from spec, adapters and gateway'],
  ['gateway/cli/c.ts', 'spec/units/deep.ts', 'face only, from spec, adapters and gateway'],
  ['risk/d.ts', 'spec/units/deep.ts', 'face only, from risk and router'],
  ['gateway/desk/c.ts', 'rxjs', 'package rxjs'],
  ['gateway/journal/b.ts', 'rxjs', 'package rxjs'],
  ['gateway/process/c.ts', 'lmdb', 'package lmdb'],
  ['gateway/process/t.ts', 'temporal-polyfill', 'package temporal-polyfill'],
  ['gateway/process/x.ts', 'saxes', 'package saxes'],
  ['adapters/kraken/d.ts', 'ws', 'package ws'],
  ['gateway/desk/d.ts', 'pino', 'package pino'],
  ['gateway/cli/d.ts', 'pino-pretty', 'package pino-pretty'],
  ['spec/units/b.ts', 'node:fs', 'no node: modules'],
  ['risk/e.ts', 'node:crypto', 'no node: modules'],
  ['router/c.ts', 'node:worker_threads', 'no node: modules'],
  ['adapters/kraken/e.ts', 'node:crypto', 'no node: modules'],
  ['gateway/desk/e.ts', 'fs', 'no node: modules'],
  ['gateway/fix/codec/b.ts', 'node:buffer', 'no node: modules'],
  ['gateway/config/b.ts', 'gateway/homeless.ts', 'every file in a room'],
  ['spec/terms/one.ts', 'spec/terms/two.ts', 'no cycles'],
  ['gateway/config/c.ts', 'jest', 'no development packages in the product'],
  ['gateway/config/d.ts', 'unlisted', 'no development packages in the product'],
  ['gateway/config/e.ts', './not-there.ts', 'every import resolves'],
];

const allowed: readonly Import[] = [
  ['spec/events/ok.ts', 'spec/units/index.ts', null],
  ['risk/ok.ts', 'spec/units/index.ts', null],
  ['risk/checks/ok.ts', 'risk/deep.ts', null],
  ['router/ok.ts', 'spec/proof/index.ts', null],
  ['adapters/kraken/ok1.ts', 'adapters/connection/index.ts', null],
  ['adapters/kraken/ok2.ts', 'spec/units/index.ts', null],
  ['adapters/kraken/ok3.ts', 'adapters/kraken/index.ts', null],
  ['adapters/fixvenue/ok.ts', 'gateway/fix/index.ts', null],
  ['adapters/connection/ok1.ts', 'ws', null],
  ['adapters/connection/ok2.ts', 'rxjs', null],
  ['gateway/fix/codec/ok1.ts', 'spec/dictionaries/index.ts', null],
  ['gateway/fix/session/ok2.ts', 'gateway/fix/codec/deep.ts', null],
  ['gateway/fix/session/schedule.ts', 'temporal-polyfill', null],
  ['gateway/fix/dictionary/xml.ts', 'saxes', null],
  ['gateway/fix/transport/ok3.ts', 'node:net', null],
  ['gateway/journal/ok1.ts', 'lmdb', null],
  ['gateway/journal/ok2.ts', 'node:zlib', null],
  ['gateway/journal/ok3.ts', 'gateway/fix/index.ts', null],
  ['gateway/desk/ok.ts', 'risk/index.ts', null],
  ['gateway/desk/pipeline.ts', 'rxjs', null],
  ['gateway/orderentry/ok.ts', 'gateway/fix/index.ts', null],
  ['gateway/dropcopy/ok.ts', 'gateway/orderentry/index.ts', null],
  ['gateway/telemetry/ok1.ts', 'pino', null],
  ['gateway/cli/ok1.ts', 'gateway/process/index.ts', null],
  ['gateway/process/ok1.ts', 'adapters/kraken/index.ts', null],
  ['gateway/process/ok2.ts', 'ws', null],
  ['gateway/process/ok3.ts', 'node:fs', null],
  ['test/unit/ok1.ts', 'gateway/fix/codec/deep.ts', null],
  ['test/unit/ok2.ts', 'jest', null],
];

const shipped = ['rxjs', 'lmdb', 'ws', 'pino', 'pino-pretty', 'saxes', 'temporal-polyfill'];
const notShipped = ['jest'];

describe('every rule', () => {
  let root: string;
  let seen: Cruise;
  beforeAll(() => {
    root = fixtureTree([...forbidden, ...allowed]);
    seen = cruise(root, CONFIG);
  });
  afterAll(() => rmSync(root, { recursive: true }));

  test.each(forbidden)('%s may not import %s: %s', (from, _to, rule) => {
    expect(rulesBrokenBy(seen, from)).toContain(rule);
  });

  test.each(allowed)('%s may import %s', (from) => {
    expect(rulesBrokenBy(seen, from)).toEqual([]);
  });

  test('has an import here that it refuses', () => {
    const tried = new Set(forbidden.map(([, , rule]) => rule));
    const untried = rules().filter((rule) => !tried.has(rule.name));
    expect(untried.map((rule) => rule.name)).toEqual([]);
  });

  test('sees `import type` as an import', () => {
    const typed = fixtureTree([]);
    try {
      write(typed, 'risk/a.ts', `import type { it } from '../gateway/fix/index.ts';\n`);
      expect(rulesBrokenBy(cruise(typed, CONFIG), 'risk/a.ts')).toContain('room risk');
    } finally {
      rmSync(typed, { recursive: true });
    }
  });

  test('is asked of every file in the tree', () => {
    expect(seen.unread).toEqual([]);
  });
});

describe('the project', () => {
  const seen = cruise('.', CONFIG);

  test('is read whole: at least one module for each TypeScript file', () => {
    const files = sourceFolders.flatMap((folder) => existing(folder));
    expect(files.length).toBeGreaterThan(0);
    expect(seen.unread).toEqual([]);
    expect(seen.modules.length).toBeGreaterThanOrEqual(files.length);
  });

  test('breaks no rule', () => {
    expect(seen.violations).toEqual([]);
  });
});

test('a configuration that reads nothing is found out, not passed', () => {
  const root = fixtureTree([]);
  try {
    write(root, 'blind.mjs', `export default { options: { includeOnly: '^nowhere/' } };\n`);
    const blind = cruise(root, join(root, 'blind.mjs'));
    expect(blind.violations).toEqual([]);
    expect(blind.unread.length).toBeGreaterThan(0);
  } finally {
    rmSync(root, { recursive: true });
  }
});

function rulesBrokenBy(seen: Cruise, file: string): readonly string[] {
  return seen.violations.filter(({ from }) => from === file).map(({ rule }) => rule);
}

function existing(folder: string): readonly string[] {
  try {
    return typescriptFiles('.', folder);
  } catch {
    return []; // A room that does not exist yet.
  }
}

/** A house with a face in every room, packages to import, and the given imports. */
function fixtureTree(imports: readonly Import[]): string {
  const root = mkdtempSync(join(tmpdir(), 'causeway-rooms-'));
  const nothing = 'export const it = 1;\n';
  for (const file of faces) write(root, file, nothing);
  for (const file of ['spec/units/deep.ts', 'risk/deep.ts', 'gateway/fix/codec/deep.ts']) {
    write(root, file, nothing);
  }
  write(root, 'gateway/homeless.ts', nothing);
  write(root, 'test/tool.ts', nothing);
  write(root, 'spec/terms/two.ts', `import './one.ts';\n`);
  write(root, 'tsconfig.json', '{}');
  write(root, 'package.json', JSON.stringify(fixturePackage()));
  for (const name of [...shipped, ...notShipped, 'unlisted']) {
    write(root, `node_modules/${name}/package.json`, JSON.stringify({ name, main: 'index.js' }));
    write(root, `node_modules/${name}/index.js`, '');
  }
  const lines = new Map<string, string>();
  for (const [from, to] of imports) {
    lines.set(from, `import '${specifier(from, to)}';\n`);
  }
  for (const [file, line] of lines) write(root, file, line);
  return root;
}

const faces = [
  ...['units', 'terms', 'events', 'ports', 'proof', 'dictionaries'].map((room) => `spec/${room}`),
  'risk',
  'router',
  ...['port', 'connection', 'chain', 'kraken', 'okx', 'fixvenue'].map((room) => `adapters/${room}`),
  ...['fix', 'desk', 'journal', 'orderentry', 'dropcopy', 'config', 'telemetry', 'process'].map(
    (room) => `gateway/${room}`,
  ),
].map((room) => `${room}/index.ts`);

function fixturePackage(): Readonly<Record<string, unknown>> {
  const versions = (names: readonly string[]) =>
    Object.fromEntries(names.map((name) => [name, '1.0.0']));
  return {
    name: 'house',
    type: 'module',
    dependencies: versions(shipped),
    devDependencies: versions(notShipped),
  };
}

function specifier(from: string, to: string): string {
  if (!to.endsWith('.ts') || to.startsWith('.')) return to;
  const path = relative(dirname(from), to);
  return path.startsWith('.') ? path : `./${path}`;
}

function write(root: string, file: string, text: string): void {
  const path = join(root, file);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}
