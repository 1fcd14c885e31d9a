// Seeds that found a bug once: `seeds.txt`, one a line, with its story. They run before all others.

import { appendFileSync, readFileSync } from 'node:fs';

const FILE = 'test/simulation/seeds.txt';

export interface Seed {
  readonly seed: number;
  /** A world of clients, exchanges and a disk, and nothing else. */
  readonly isPlain: boolean;
}

/** `plain` stands behind a seed from before there was more; behind a # stands its story. */
export function keptSeeds(): readonly Seed[] {
  return readFileSync(FILE, 'utf8')
    .split('\n')
    .map((line) => line.replace(/#.*/, '').trim())
    .filter((line) => line !== '')
    .map((line) => {
      const [seed = '', kind] = line.split(/ +/);
      return { seed: wholeNumber(FILE, seed), isPlain: kind === 'plain' };
    });
}

/** What became of it is for a person to write. */
export function keepSeed({ seed, isPlain }: Seed, what: string): void {
  const [first = ''] = what.split('\n');
  appendFileSync(FILE, `${seed}${isPlain ? ' plain' : ''} # ${first.slice(0, 120)}\n`);
}

export function wholeNumber(name: string, text: string): number {
  const value = Number(text);
  if (Number.isSafeInteger(value) && value >= 0) return value;
  throw new Error(`${name}: found "${text}", expected a whole number`);
}
