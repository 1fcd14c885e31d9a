// Each rule of the linter that the house leans on refuses one line; places that may, may.
import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';

/** One line of code and the rule that refuses it in a product room. */
const refused: readonly (readonly [line: string, rule: string])[] = [
  ['export const a = Date.now();', 'eslint(no-restricted-properties)'],
  ['export const a = new Date();', 'causeway(no-wall-clock)'],
  ['export const a = Date();', 'causeway(no-wall-clock)'],
  ['export const a = Math.random();', 'eslint(no-restricted-properties)'],
  ['export const a = process.hrtime.bigint();', 'eslint(no-restricted-properties)'],
  ['export const a = performance.now();', 'eslint(no-restricted-globals)'],
  ['export const a = crypto.randomUUID();', 'eslint(no-restricted-globals)'],
  ['setTimeout(() => {}, 1);', 'eslint(no-restricted-globals)'],
  ['setInterval(() => {}, 1);', 'eslint(no-restricted-globals)'],
  ['setImmediate(() => {});', 'eslint(no-restricted-globals)'],
  ['globalThis.setTimeout(() => {}, 1);', 'eslint(no-restricted-properties)'],
  ["import 'node:timers/promises';", 'eslint(no-restricted-imports)'],
  ["import { asyncScheduler as a } from 'rxjs'; a.now();", 'eslint(no-restricted-imports)'],
  ["eval('1');", 'eslint(no-eval)'],
  ["new Function('1');", 'eslint(no-new-func)'],
  ['try { parse(); } catch {}\ndeclare function parse(): void;', 'eslint(no-empty)'],
  [
    'try { parse(); } catch { /* well */ }\ndeclare function parse(): void;',
    'causeway(no-silent-catch)',
  ],
  ['export const a = [1][0]!;', 'typescript(no-non-null-assertion)'],
  ['export const a: any = 1;', 'typescript(no-explicit-any)'],
  ['export default 1;', 'import(no-default-export)'],
  ['declare function f(): Promise<void>;\nf();', 'typescript(no-floating-promises)'],
  ['declare function f(): Promise<void>;\n[1].forEach(f);', 'typescript(no-misused-promises)'],
  [
    "export function f(u: 'a' | 'b') { switch (u) { case 'a': return 1; } return 2; }",
    'typescript(switch-exhaustiveness-check)',
  ],
];

/** Lines that hold where they stand. */
const accepted: readonly (readonly [file: string, line: string])[] = [
  ['risk/ok.ts', 'export const a = (epochMs: number) => new Date(epochMs).toISOString();'],
  ['gateway/process/clock.ts', 'export const a = Date.now() + performance.now();'],
  ['gateway/process/timers.ts', 'setTimeout(() => {}, 1);'],
  ['test/unit/wait.ts', 'setTimeout(() => {}, Math.random());'],
];

interface Diagnostic {
  readonly code: string;
  readonly filename: string;
}

describe('the linter', () => {
  let root: string;
  let found: readonly Diagnostic[];
  beforeAll(() => {
    root = mkdtempSync(join(tmpdir(), 'causeway-lint-'));
    for (const file of ['.oxlintrc.json', 'test/tools/lint-rules.mjs']) copy(root, file);
    symlinkSync(resolve('node_modules'), join(root, 'node_modules')); // Where it finds its type checker.
    write(root, 'tsconfig.json', '{"compilerOptions":{"strict":true,"target":"es2023"}}');
    for (const [index, [line]] of refused.entries()) write(root, fileOf(index), `${line}\n`);
    for (const [file, line] of accepted) write(root, file, `${line}\n`);
    found = lint(root);
  });
  afterAll(() => rmSync(root, { recursive: true }));

  test.each(refused.map(([line, rule], index) => [line, rule, fileOf(index)] as const))(
    '%j: %s',
    (_line, rule, file) => {
      expect(codesIn(found, file)).toContain(rule);
    },
  );

  test.each(accepted)('%s may say %j', (file) => {
    expect(codesIn(found, file)).toEqual([]);
  });
});

function fileOf(index: number): string {
  return `risk/line-${index}.ts`;
}

function codesIn(found: readonly Diagnostic[], file: string): readonly string[] {
  return found.filter(({ filename }) => filename === file).map(({ code }) => code);
}

function lint(root: string): readonly Diagnostic[] {
  const { stdout, stderr } = spawnSync(
    resolve('node_modules/.bin/oxlint'),
    ['--type-aware', '--format', 'json'],
    { cwd: root, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 },
  );
  if (!stdout.startsWith('{')) throw new Error(`oxlint did not report: ${stdout}${stderr}`);
  const { diagnostics } = JSON.parse(stdout) as { readonly diagnostics: readonly Diagnostic[] };
  return diagnostics;
}

function copy(root: string, file: string): void {
  mkdirSync(dirname(join(root, file)), { recursive: true });
  copyFileSync(file, join(root, file));
}

function write(root: string, file: string, text: string): void {
  mkdirSync(dirname(join(root, file)), { recursive: true });
  writeFileSync(join(root, file), text);
}
