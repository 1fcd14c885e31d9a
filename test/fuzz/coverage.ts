// jsfuzz around one target. It instruments what `require` loads: the target and what it imports are made CommonJS first.

import { spawn, spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative, resolve } from 'node:path';
import { transformSync } from '@swc/core';
import { encoded } from '../bench/fix/messages.ts';
import { RUNS } from './mutants.ts';

export interface Fuzzed {
  readonly text: string;
  /** Null: nothing was found. */
  readonly error: string | null;
}

const DIST = resolve('dist');
const OUT = resolve('dist/fuzz');
const HOME = 'test/fuzz';
/** Its package file. */
const JSFUZZ = 'test/fuzz/jsfuzz';
/** The worker's heap; what it needs beyond grew without a bound. */
const RSS_LIMIT_MB = 600;

/** To instrument what the target imports. */
const MOST_START_MS = 90_000;

/** Null, or why there is no fuzzer here. */
function install(): string | null {
  const done = spawnSync(
    'npm',
    ['install', '--no-audit', '--no-fund', '--silent', '--prefix', JSFUZZ],
    {
      encoding: 'utf8',
    },
  );
  return done.status === 0 ? null : `jsfuzz cannot be installed: ${done.stderr}`;
}

/** Writes the module and all that it imports of ours as CommonJS, once each. */
function makeCommonJs(file: string, made: Set<string>): void {
  if (made.has(file)) return;
  made.add(file);
  const source = readFileSync(file, 'utf8');
  const { code } = transformSync(source, {
    module: { type: 'commonjs' },
    jsc: { target: 'es2022' },
    sourceMaps: false,
  });
  const target = join(OUT, relative(DIST, file));
  mkdirSync(dirname(target), { recursive: true });
  writeFileSync(target, code);
  for (const [, specifier = ''] of source.matchAll(/from '(\.[^']+)'/g))
    makeCommonJs(resolve(dirname(file), specifier), made);
}

/** Fuzzes `test/fuzz/<target>.ts` for so long. */
export async function runCoverage(target: 'decoder' | 'session', ms: number): Promise<Fuzzed> {
  const program = join(JSFUZZ, 'node_modules/jsfuzz/build/src/index.js');
  if (!existsSync(program)) {
    const problem = install();
    if (problem !== null) return { text: 'not run', error: problem };
  }
  rmSync(OUT, { recursive: true, force: true });
  const made = new Set<string>();
  for (const module of [target, 'mutants']) makeCommonJs(join(DIST, HOME, `${module}.js`), made);
  writeFileSync(join(OUT, 'package.json'), '{"type":"commonjs"}');
  const name = target === 'decoder' ? 'fuzzDecoder' : 'fuzzSession';
  const entry = join(OUT, `fuzz-${target}.js`);
  writeFileSync(
    entry,
    `const { ${name} } = require('./${HOME}/${target}.js');
const { withMutants } = require('./${HOME}/mutants.js');
exports.fuzz = (input) => withMutants(${name}, input);
`,
  );
  const folder = mkdtempSync(join(tmpdir(), 'causeway-fuzz-'));
  const corpus = join(folder, 'corpus');
  mkdirSync(corpus);
  seeds(target).forEach((seed, at) => writeFileSync(join(corpus, `seed-${at}`), seed));
  const output = await run(resolve(program), entry, { folder, ms });
  const pulses = [...output.matchAll(/#(\d+) \w+\s+cov: (\d+) corp: (\d+)/g)].at(-1);
  const [, executions = '0', coverage = '0', corpusSize = '0'] = pulses ?? [];
  const text = `${Number(executions) * RUNS} executions, coverage ${coverage}, corpus ${corpusSize}`;
  const crash = readdirSync(folder).find((file) => file.startsWith('crash-'));
  if (crash !== undefined || /OOM|timeout reached/.test(output))
    return { text, error: `${output.slice(-2_000)}\nthe bytes: ${join(folder, crash ?? '')}` };
  rmSync(folder, { recursive: true, force: true });
  return {
    text,
    error: Number(executions) > 0 ? null : `nothing was run:\n${output.slice(-2_000)}`,
  };
}

function run(
  program: string,
  entry: string,
  { folder, ms }: { readonly folder: string; readonly ms: number },
): Promise<string> {
  return new Promise((done) => {
    const parameters = [
      program,
      relative(folder, entry), // From its own folder.
      join(folder, 'corpus'),
      '--rss-limit-mb',
      `${RSS_LIMIT_MB}`,
    ];
    // A group of its own: its worker ends with it.
    const child = spawn(process.execPath, parameters, { cwd: folder, detached: true });
    const end = (): void => {
      if (child.pid !== undefined) process.kill(-child.pid, 'SIGKILL');
    };
    let output = '';
    let timer = setTimeout(end, MOST_START_MS);
    let isRunning = false;
    const heard = (chunk: Buffer): void => {
      output = `${output}${chunk.toString()}`.slice(-65_536);
      if (isRunning || !output.includes(' NEW ')) return;
      isRunning = true; // The first of the corpus has been run: what it imports is instrumented.
      clearTimeout(timer);
      timer = setTimeout(end, ms);
    };
    child.stdout.on('data', heard);
    child.stderr.on('data', heard);
    child.once('exit', () => {
      clearTimeout(timer);
      done(output);
    });
  });
}

/** Where it begins: one of each, so that coverage does not have to be found by luck. */
function seeds(target: 'decoder' | 'session'): readonly Uint8Array[] {
  if (target === 'decoder')
    return Object.values(encoded).flatMap(([first = new Uint8Array(0)]) => [
      Buffer.concat([Uint8Array.of(4 + 8), first]),
      Buffer.concat([Uint8Array.of(4), Buffer.from(bodyOf(first))]),
      Buffer.concat([Uint8Array.of(4 + 16 + 96), Buffer.from(bodyOf(first))]),
    ]);
  return [
    'L\n0|\n1|112=T|\nsreport\n2|7=1|16=0|\n5|58=bye|',
    'L\n#\u00020|\n#\u00014|123=Y|36=9|\nD|11=A|55=X|54=1|60=20261121-12:00:00|40=1|38=1|\n+\u001f\n+\u002f\n+\u002f',
    'L141=Y|\nsx\nx\nL\n4|36=50|\no\n5|\n3|45=1|\n8|37=O|',
  ].map((text) => Buffer.from(text, 'latin1'));
}

/** From MsgType to the last field before CheckSum, with | for SOH. */
function bodyOf(message: Uint8Array): string {
  const text = Buffer.from(message).toString('latin1');
  return text.slice(text.indexOf('\u000135=') + 1, -7).replaceAll('\u0001', '|');
}
