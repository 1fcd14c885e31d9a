// `npm run --silent sim -- --seeds N [--seed S] [--steps K] [--verbose] [--until-failure]`:
// seeds that once failed, then new ones.

import { readFileSync } from 'node:fs';
import { parseArgs, styleText } from 'node:util';
import { isoTime } from '../../spec/units/index.ts';
import { type Run, simulate } from './simulate.ts';

interface Arguments {
  readonly first: number;
  readonly count: number;
  readonly steps: number;
  readonly isVerbose: boolean;
  readonly stopsAtFailure: boolean;
  /** Seeds that found a bug once; left out where one seed is asked for. */
  readonly kept: readonly number[];
}

const DEFAULT_SEEDS = 300;
const DEFAULT_STEPS = 1_000;
/** Lines of the story that are shown of a run that failed. */
const LAST_LINES = 25;

function readArguments(): Arguments {
  const { values } = parseArgs({
    options: {
      seeds: { type: 'string' },
      seed: { type: 'string' },
      steps: { type: 'string' },
      verbose: { type: 'boolean' },
      'until-failure': { type: 'boolean' },
    },
  });
  const count = wholeNumber('--seeds', values.seeds ?? String(DEFAULT_SEEDS));
  const given = values.seed;
  return {
    first: wholeNumber('--seed', given ?? process.env['SEED'] ?? '1'),
    count,
    steps: wholeNumber('--steps', values.steps ?? String(DEFAULT_STEPS)),
    isVerbose: values.verbose === true,
    stopsAtFailure: values['until-failure'] === true,
    kept: given === undefined ? keptSeeds() : [],
  };
}

function wholeNumber(name: string, text: string): number {
  const value = Number(text);
  if (Number.isSafeInteger(value) && value >= 0) return value;
  throw new Error(`${name}: found "${text}", expected a whole number`);
}

/** One seed a line; what stands behind a # is its story. */
function keptSeeds(): readonly number[] {
  const file = 'test/simulation/seeds.txt';
  return readFileSync(file, 'utf8')
    .split('\n')
    .map((line) => line.replace(/#.*/, '').trim())
    .filter((line) => line !== '')
    .map((line) => wholeNumber(file, line));
}

function printStory({ lines }: Run): void {
  for (const { at, who, what } of lines) {
    const time = isoTime(at).slice(11, 26);
    console.log(`${time}  ${styleText('dim', who.padEnd(11))}  ${what}`);
  }
}

async function printFailure(run: Run, { steps, isVerbose }: Arguments): Promise<void> {
  const replay = `npm run --silent sim -- --seed ${run.seed} --seeds 1 --steps ${steps} --verbose`;
  console.log(`\nseed ${run.seed} failed: ${run.failure?.what ?? ''}`);
  if (!isVerbose) {
    const told = await simulate({ seed: run.seed, steps, isVerbose: true });
    printStory({ ...told, lines: told.lines.slice(-LAST_LINES) });
  }
  console.log(`replay: ${replay}\n`);
}

function printReached(totals: ReadonlyMap<string, number>): void {
  for (const [name, count] of [...totals].toSorted(([a], [b]) => (a < b ? -1 : 1))) {
    console.log(`  ${String(count).padStart(8)}  ${name}`);
  }
}

async function main(): Promise<void> {
  const given = readArguments();
  const fresh = Array.from({ length: given.count }, (_, index) => given.first + index);
  const totals = new Map<string, number>();
  let passed = 0;
  let failed = 0;
  let seconds = 0;
  const startedAt = Date.now();
  for (const seed of [...given.kept, ...fresh]) {
    const run = await simulate({ seed, steps: given.steps, isVerbose: given.isVerbose });
    seconds += run.seconds;
    for (const [name, count] of run.counts) totals.set(name, (totals.get(name) ?? 0) + count);
    if (given.isVerbose) printStory(run);
    if (run.failure === null) passed += 1;
    else {
      failed += 1;
      await printFailure(run, given);
      if (given.stopsAtFailure) break;
    }
  }
  const tookMs = Date.now() - startedAt;
  console.log('reached:');
  printReached(totals);
  const seeds = passed + failed;
  console.log(
    `${seeds} seeds, ${(seconds / 60).toFixed(0)} simulated minutes in ${(tookMs / 1_000).toFixed(1)} s, ${(tookMs / seeds).toFixed(1)} ms a seed`,
  );
  console.log(`${passed} passed, ${failed} failed`);
  process.exitCode = failed === 0 ? 0 : 1;
}

await main();
