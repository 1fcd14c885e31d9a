// Does the simulator find bugs? Each of `planted.ts` is put into a copy of what was built, and must be caught. A check
// that cannot fail checks nothing. `--only TEXT`: those whose description has it; `--part 2/5`: the second of five parts.

import { spawn } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { type Mutation, mutations } from './planted.ts';
import { wholeNumber } from './seeds.ts';

/** Each must be caught within so many seeds. */
const SEEDS = 200;
/** So many are tried at a time: one for each core of the machines that run this. */
const AT_A_TIME = 2;
const COPIED = [
  'spec',
  'risk',
  'router',
  'adapters',
  'gateway',
  'test/simulation',
  'test/fixtures',
];

function planted(mutation: Mutation, folder: string): void {
  for (const one of COPIED) {
    const source = join('dist', one);
    cpSync(source, join(folder, 'dist', one), { recursive: true, filter: isWanted });
  }
  writeFileSync(join(folder, 'package.json'), '{ "type": "module" }');
  symlinkSync(resolve('node_modules'), join(folder, 'node_modules'));
  const file = join(folder, 'dist', mutation.file);
  const before = readFileSync(file, 'utf8');
  const parts = before.split(mutation.from);
  if (parts.length !== 2) {
    throw new Error(
      `${mutation.file}: found ${parts.length - 1} times, expected once: ${mutation.from}`,
    );
  }
  writeFileSync(file, parts.join(mutation.to));
}

function isWanted(path: string): boolean {
  return !path.endsWith('.map') && !path.endsWith('.d.ts');
}

interface Caught {
  readonly seeds: number;
  /** By which rule, and what was found. */
  readonly what: string;
}

/** Null: no seed caught it. */
async function caught(mutation: Mutation): Promise<Caught | null> {
  const folder = mkdtempSync(join(tmpdir(), 'causeway-mutation-'));
  try {
    planted(mutation, folder);
    const main = join(folder, 'dist/test/simulation/main.js');
    const many = ['--seed', '1', '--seeds', String(SEEDS), '--until-failure', '--no-shrink'];
    const only = mutation.needs === undefined ? [] : ['--with', mutation.needs];
    const stdout = await outputOf([main, ...many, ...only]);
    const found = /^seed \d+ failed: (.*)/m.exec(stdout);
    const seeds = Number(/^(\d+) seeds, /m.exec(stdout)?.[1] ?? Number.NaN);
    return found === null ? null : { seeds, what: found[1] ?? '' };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function outputOf(args: readonly string[]): Promise<string> {
  return new Promise((done, failed) => {
    const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
    let text = '';
    child.stdout.on('data', (chunk: Buffer) => {
      text += chunk.toString('utf8');
    });
    child.on('error', failed);
    child.on('close', () => done(text));
  });
}

async function main(): Promise<void> {
  const { values } = parseArgs({ options: { only: { type: 'string' }, part: { type: 'string' } } });
  const only = values.only ?? '';
  const [part = 1, parts = 1] = (values.part ?? '1/1')
    .split('/')
    .map((text) => wholeNumber('--part', text));
  const wanted = mutations
    .filter(({ bug, breaks }) => `${breaks} ${bug}`.includes(only))
    .filter((_, index) => index % parts === part - 1);
  const survivors: Mutation[] = [];
  const waiting = [...wanted];
  const work = async (): Promise<void> => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      const found = await caught(next).catch((error: unknown) => {
        console.error(String(error));
        return null; // What could not be planted is not caught.
      });
      if (found === null) survivors.push(next);
      const seeds = found === null ? `NONE of ${SEEDS}` : String(found.seeds);
      console.log(`${next.breaks.padEnd(8)}  ${next.bug}`);
      console.log(`          seeds: ${seeds}; ${found?.what.slice(0, 140) ?? 'not caught'}`);
    }
  };
  await Promise.all(Array.from({ length: AT_A_TIME }, work));
  for (const { breaks, bug } of survivors) console.log(`SURVIVED  ${breaks}: ${bug}`);
  console.log(`${wanted.length - survivors.length} passed, ${survivors.length} failed`);
  process.exitCode = survivors.length === 0 ? 0 : 1;
}

await main();
