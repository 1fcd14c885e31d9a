// A failing seed made smaller: fewer steps, and every happening left out without which it fails all the
// same. Source: Zeller, Hildebrandt, Simplifying and isolating failure-inducing input, 2002 (ddmin).

import { type Run, type RunOptions, simulate } from './simulate.ts';

export interface Shrunk {
  readonly options: RunOptions;
  readonly run: Run;
  /** How many worlds that took. */
  readonly runs: number;
}

/** So many worlds are tried: at a tenth of a second each, half a minute. */
const MOST_RUNS = 300;

/** `failed` is the run with `options`. It must go on failing by the same rule. */
export async function shrink(
  options: RunOptions,
  failed: Run,
  play: (options: RunOptions) => Promise<Run> = simulate,
): Promise<Shrunk> {
  const rule = failed.failure?.rule;
  let best: Shrunk = { options, run: failed, runs: 0 };
  let runs = 0;
  const tryWith = async (next: RunOptions): Promise<boolean> => {
    if (runs >= MOST_RUNS) return false;
    runs += 1;
    const run = await play(next);
    if (run.failure === null || run.failure.rule !== rule) return false;
    best = { options: next, run, runs };
    return true;
  };
  await fewerSteps(best.options, tryWith);
  const left = (): readonly number[] => {
    const out = best.options.without ?? new Set();
    return best.run.happened.map((_, number) => number).filter((number) => !out.has(number));
  };
  for (let size = Math.ceil(left().length / 2); size >= 1; size = Math.floor(size / 2)) {
    // From the end: what is left out there changes nothing before it.
    for (let end = left().length; end > 0; end = Math.min(end - size, left().length)) {
      const some = left().slice(Math.max(0, end - size), end);
      const without = new Set([...(best.options.without ?? []), ...some]);
      await tryWith({ ...best.options, without });
    }
  }
  return { ...best, runs };
}

async function fewerSteps(
  options: RunOptions,
  tryWith: (next: RunOptions) => Promise<boolean>,
): Promise<void> {
  let [fails, passes] = [options.steps, 0];
  while (fails - passes > Math.max(8, fails / 16)) {
    const steps = (fails + passes) >> 1;
    if (await tryWith({ ...options, steps })) fails = steps;
    else passes = steps;
  }
}

/** `3,7-12`: as `--without` takes it. */
export function written(numbers: ReadonlySet<number>): string {
  const parts: string[] = [];
  for (const number of [...numbers].toSorted((a, b) => a - b)) {
    const [from = number, to = from] = (parts.at(-1) ?? '').split('-').map(Number);
    if (parts.length > 0 && to + 1 === number) parts[parts.length - 1] = `${from}-${number}`;
    else parts.push(String(number));
  }
  return parts.join(',');
}

/** Throws where it is no list of whole numbers and ranges. */
export function readNumbers(text: string): ReadonlySet<number> {
  const numbers = new Set<number>();
  for (const part of text.split(',').filter((one) => one !== '')) {
    const range = /^(\d+)(?:-(\d+))?$/.exec(part);
    if (range === null) throw new Error(`--without: found "${part}", expected a number or a range`);
    const [from, to] = [Number(range[1]), Number(range[2] ?? range[1])];
    for (let number = from; number <= to; number += 1) numbers.add(number);
  }
  return numbers;
}
