// What `npm pack` ships: the product alone, and under it only licences that ask for no more than a notice.
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { BIN, BUNDLE } from '../../tools/bin.ts';

const permissive = new Set(['MIT', 'ISC', 'BSD-2-Clause', 'BSD-3-Clause', 'Apache-2.0', '0BSD']);

interface Manifest {
  readonly version?: string;
  readonly bin?: Readonly<Record<string, string>>;
  readonly license?: string;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

interface Installed {
  readonly folder: string;
  readonly license: string;
}

describe('the package', () => {
  const files = packedFiles();

  test('ships the built product, its documents and nothing else', () => {
    const mayShip =
      /^(dist\/(spec|risk|router|adapters|gateway)\/|docs\/|(LICENSE|README\.md|CHANGELOG\.md|package\.json)$)/;
    expect(files.length).toBeGreaterThan(0);
    expect(files.filter((file) => !mayShip.test(file))).toEqual([]);
  });

  test('ships no test and no package of others', () => {
    expect(files.filter((file) => /(^|\/)(test|node_modules)\//.test(file))).toEqual([]);
  });

  test('ships its licence, Apache-2.0', () => {
    expect(files).toContain('LICENSE');
    expect(manifestIn('.').license).toBe('Apache-2.0');
    expect(readFileSync('LICENSE', 'utf8')).toMatch(/Apache License\s+Version 2\.0, January 2004/);
  });

  test('ships every product folder that exists', () => {
    for (const folder of ['spec', 'risk', 'router', 'adapters', 'gateway']) {
      if (!existsSync(folder)) continue;
      expect(files.some((file) => file.startsWith(`dist/${folder}/`))).toBe(true);
    }
  });
});

describe('the bundle that the bin is', () => {
  const files = packedFiles().filter((file) => file.startsWith(`${BUNDLE}/`));
  const code = files.filter((file) => file.endsWith('.js'));
  const bundled = new Set(code.flatMap((file) => packagesNamedIn(readFileSync(file, 'utf8'))));

  test('ships, with its threads', () => {
    expect(manifestIn('.').bin).toEqual({ causeway: BIN });
    expect(files).toContain(BIN);
    expect(code.filter((file) => /\/(thread|\w+-worker)\.js$/.test(file))).toEqual(
      [
        'market-worker',
        'page-worker',
        'pools-worker',
        'proof-worker',
        'retention-worker',
        'thread',
      ].map((thread) => `${BUNDLE}/${thread}.js`),
    );
  });

  test('has production packages alone in it, and tells the licence of each', () => {
    const installed = productionTree().map(({ folder }) => relative('node_modules', folder));
    const told = readFileSync(`${BUNDLE}/licences.txt`, 'utf8');
    expect([...bundled]).toEqual(expect.arrayContaining(['zod', 'yaml', 'ws', 'pino']));
    for (const name of bundled) {
      expect(installed).toContain(name);
      const { version, license } = manifestIn(join('node_modules', name));
      expect(told).toContain(`${name} ${version}, ${license}\n`);
    }
  });
});

/** Those that the bundler says a part of its output comes from. */
function packagesNamedIn(code: string): readonly string[] {
  const places = code.matchAll(/^\/\/ node_modules\/((?:@[^/]+\/)?[^/]+)\//gm);
  return [...places].map(([, name = '']) => name);
}

/** Development packages under the GPL or the BUSL, and what only they are used with. */
const NEVER_SHIPPED = ['@uniswap', '@foundry-rs', '@openzeppelin', 'solc', 'viem'];

describe('contracts of others and the node that runs them', () => {
  test('are named by no file that ships', () => {
    const code = packedFiles().filter((file) => file.endsWith('.js') || file.endsWith('.d.ts'));
    expect(code.length).toBeGreaterThan(100);
    const importing = code.filter((file) => {
      const text = readFileSync(file, 'utf8');
      return NEVER_SHIPPED.some((name) => new RegExp(`['"]${name}[/'"]`).test(text));
    });
    expect(importing).toEqual([]);
  });

  test('come with no production dependency', () => {
    const folders = productionTree().map(({ folder }) => folder);
    const found = folders.filter((folder) =>
      NEVER_SHIPPED.some((name) => folder.includes(`${join('node_modules', name)}`)),
    );
    expect(found).toEqual([]);
  });
});

describe('the production dependencies', () => {
  const installed = productionTree();

  test('are found, the direct ones all', () => {
    const direct = Object.keys(manifestIn('.').dependencies ?? {});
    expect(direct.length).toBeGreaterThan(0);
    for (const name of direct) {
      expect(installed.map(({ folder }) => folder)).toContain(resolve('node_modules', name));
    }
  });

  test('have permissive licences, each of them', () => {
    expect(installed.filter(({ license }) => !isPermissive(license))).toEqual([]);
  });
});

test.each([
  ['MIT', true],
  ['(MIT OR GPL-3.0)', true],
  ['MIT AND BSD-3-Clause', true],
  ['MIT AND LGPL-2.1', false],
  ['GPL-3.0-or-later', false],
  ['BUSL-1.1', false],
  ['UNLICENSED', false],
  ['', false],
])('licence %j is permissive: %s', (license, expected) => {
  expect(isPermissive(license)).toBe(expected);
});

function packedFiles(): readonly string[] {
  const json = execFileSync('npm', ['pack', '--dry-run', '--json', '--ignore-scripts'], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const [pack] = JSON.parse(json) as readonly { readonly files: readonly { path: string }[] }[];
  return (pack?.files ?? []).map((file) => file.path);
}

/** Every package that a production install brings, found as Node finds it. Ones for other systems are absent. */
function productionTree(): readonly Installed[] {
  const found = new Map<string, Installed>();
  const visit = (name: string, from: string, optional: boolean): void => {
    const folder = folderOf(name, from);
    if (folder === null) {
      if (optional) return;
      throw new Error(`${name}, which ${from} depends on, is not installed`);
    }
    if (found.has(folder)) return;
    const manifest = manifestIn(folder);
    found.set(folder, { folder, license: manifest.license ?? '' });
    visitAll(manifest, folder);
  };
  const visitAll = (manifest: Manifest, from: string): void => {
    const optional = new Set(Object.keys(manifest.optionalDependencies ?? {}));
    for (const name of new Set([...Object.keys(manifest.dependencies ?? {}), ...optional])) {
      visit(name, from, optional.has(name));
    }
  };
  visitAll(manifestIn('.'), resolve('.'));
  return [...found.values()];
}

function folderOf(name: string, from: string): string | null {
  const folder = join(from, 'node_modules', name);
  if (existsSync(join(folder, 'package.json'))) return folder;
  return from === dirname(from) ? null : folderOf(name, dirname(from));
}

function manifestIn(folder: string): Manifest {
  return JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Manifest;
}

/** A licence expression: all of its `AND`s, and one of each `OR`. */
function isPermissive(expression: string): boolean {
  const bare = expression.replaceAll(/[()]/g, '').trim();
  if (bare.includes(' OR ') && bare.includes(' AND ')) return false; // Read it by hand, then list it.
  if (bare.includes(' OR ')) return bare.split(' OR ').some((part) => permissive.has(part));
  return bare.split(' AND ').every((part) => permissive.has(part));
}
