// `npm run --silent sim -- [--seeds N] [--seed S] [--steps K] [--fresh] [--plain] [--with PART] [--without LIST] [--verbose]
// [--until-failure] [--no-shrink] [--threads N]`: seeds that once failed, then others. How to use it: docs/simulator.md.

import { randomInt } from 'node:crypto';
import { parseArgs, styleText } from 'node:util';
import { isoTime } from '../../spec/units/index.ts';
import { partsOf } from './parts.ts';
import { playAll } from './players.ts';
import { reached } from './reached.ts';
import { type Seed, keepSeed, keptSeeds, wholeNumber } from './seeds.ts';
import { readNumbers, shrink, written } from './shrink.ts';
import { type Run, type RunOptions, simulate } from './simulate.ts';

interface Arguments {
  readonly seeds: readonly Seed[];
  readonly steps: number;
  readonly without: ReadonlySet<number>;
  readonly isVerbose: boolean;
  readonly stopsAtFailure: boolean;
  readonly shrinks: boolean;
  /** Seeds that nobody has seen: one that fails is kept. */
  readonly isFresh: boolean;
  /** Runs side by side; with more than one a failure does not stop the others at once. */
  readonly threads: number;
}

const DEFAULT_SEEDS = 300;
const DEFAULT_STEPS = 1_000;
const MOST_SEED = 2 ** 32 - 1;
/** Lines of the story that are shown of a run that failed. */
const LAST_LINES = 25;

function readArguments(): Arguments {
  const { values } = parseArgs({
    options: {
      seeds: { type: 'string' },
      seed: { type: 'string' },
      steps: { type: 'string' },
      without: { type: 'string' },
      fresh: { type: 'boolean' },
      plain: { type: 'boolean' },
      with: { type: 'string' },
      verbose: { type: 'boolean' },
      'until-failure': { type: 'boolean' },
      'no-shrink': { type: 'boolean' },
      threads: { type: 'string' },
    },
  });
  const isFresh = values.fresh === true;
  const isPlain = values.plain === true;
  const given = values.seed;
  const count = wholeNumber('--seeds', values.seeds ?? String(DEFAULT_SEEDS));
  const first = wholeNumber('--seed', given ?? process.env['SEED'] ?? '1');
  const drawn: Seed[] = [];
  for (let index = 0; drawn.length < count; index += 1) {
    const seed = isFresh ? randomInt(MOST_SEED) : first + index;
    if (hasPart(seed, values.with)) drawn.push({ seed, isPlain });
  }
  return {
    // Left out where one seed, or fresh ones, are asked for.
    seeds: given === undefined && !isFresh ? [...keptSeeds(), ...drawn] : drawn,
    steps: wholeNumber('--steps', values.steps ?? String(DEFAULT_STEPS)),
    without: readNumbers(values.without ?? ''),
    isVerbose: values.verbose === true,
    stopsAtFailure: values['until-failure'] === true,
    shrinks: values['no-shrink'] !== true,
    isFresh,
    threads: wholeNumber('--threads', values.threads ?? '1'),
  };
}

/** `--with PART`: of the seeds only those whose world has it. */
function hasPart(seed: number, part: string | undefined): boolean {
  const parts = partsOf(seed, false);
  const { chainChance, dropCopies, amendChance, retention, clockChance, spoken } = parts;
  const { dayEnds, reorgChance } = parts;
  switch (part) {
    case undefined:
      return true;
    case 'chain':
      return chainChance !== null;
    case 'copies':
      return dropCopies.length > 0;
    case 'amends':
      return amendChance !== null;
    case 'retention':
      return retention !== null;
    case 'days':
      return dayEnds;
    case 'reorganisations':
      return reorgChance !== null;
    case 'versions':
      return spoken.size > 0;
    case 'clocks':
      return clockChance !== null;
    default:
      throw new Error(
        `--with: found "${part}", expected chain, copies, amends, retention, versions, clocks, days or reorganisations`,
      );
  }
}

function printStory({ lines }: Pick<Run, 'lines'>): void {
  for (const { at, who, what } of lines) {
    const time = isoTime(at).slice(11, 26);
    console.log(`${time}  ${styleText('dim', who.padEnd(13))}  ${what}`);
  }
}

async function printFailure(run: Run, options: RunOptions, shrinks: boolean): Promise<void> {
  console.log(`\nseed ${run.seed} failed: ${run.failure?.what ?? ''}`);
  if (options.isVerbose) return console.log(`replay: ${replayOf(options)}\n`);
  let told = options;
  if (shrinks) {
    const { options: smaller, run: least, runs } = await shrink(options, run);
    const left = least.happened.length - (smaller.without?.size ?? 0);
    console.log(
      `shrunk in ${runs} runs from ${run.happened.length} happenings in ${options.steps} steps to ${left} in ${smaller.steps}`,
    );
    told = smaller;
  }
  const { lines } = await simulate({ ...told, isVerbose: true });
  printStory({ lines: lines.slice(-LAST_LINES) });
  console.log(`replay: ${replayOf(options)}`);
  if (told !== options) console.log(`the shorter story: ${replayOf(told)}`);
  console.log('');
}

function replayOf({ seed, steps, isPlain, without }: RunOptions): string {
  const plain = isPlain === true ? ' --plain' : '';
  const less = without === undefined || without.size === 0 ? '' : ` --without ${written(without)}`;
  return `npm run --silent sim -- --seed ${seed} --seeds 1 --steps ${steps}${plain}${less} --verbose`;
}

async function main(): Promise<void> {
  const { seeds, steps, without, isVerbose, stopsAtFailure, shrinks, isFresh, threads } =
    readArguments();
  const totals = new Map<string, number>();
  let passed = 0;
  let failed = 0;
  let seconds = 0;
  const startedAt = Date.now();
  const note = (run: Pick<Run, 'seconds' | 'counts'>): void => {
    seconds += run.seconds;
    for (const [name, count] of run.counts) totals.set(name, (totals.get(name) ?? 0) + count);
  };
  const fails = async (options: RunOptions, run: Run): Promise<void> => {
    failed += 1;
    if (isFresh)
      keepSeed({ seed: options.seed, isPlain: options.isPlain === true }, run.failure?.what ?? '');
    await printFailure(run, options, shrinks);
  };
  const all = seeds.map((seed): RunOptions => ({ ...seed, steps, isVerbose, without }));
  if (threads > 1) {
    await playAll(all, threads, async (options, outcome) => {
      note(outcome);
      if (outcome.isBroken) await fails(options, await simulate(options));
      else passed += 1;
    });
  } else {
    for (const options of all) {
      const run = await simulate(options);
      note(run);
      if (isVerbose) printStory(run);
      if (run.failure === null) passed += 1;
      else {
        await fails(options, run);
        if (stopsAtFailure) break;
      }
    }
  }
  const tookMs = Date.now() - startedAt;
  const ran = passed + failed;
  const { lines, failure } = reached(totals, ran);
  console.log(['reached:', ...lines].join('\n'));
  if (failure !== null) {
    failed += 1;
    console.log(failure);
  }
  console.log(
    `${ran} seeds, ${(seconds / 60).toFixed(0)} simulated minutes in ${(tookMs / 1_000).toFixed(1)} s, ${(tookMs / ran).toFixed(1)} ms a seed`,
  );
  console.log(`${passed} passed, ${failed} failed`);
  process.exitCode = failed === 0 ? 0 : 1;
}

await main();
