// What every command of the bin has: help, one line for a wrong line, and how it is run.

import { readFileSync } from 'node:fs';
import { type Command, InvalidArgumentError } from 'commander';
import type { ExitCode } from '../exit-codes.ts';

/** Where a desk keeps its journal unless it is said. */
export const DATA_FOLDER = 'data/journal';

/** Runs what was asked for; its code is the process's. */
export type Runner = (run: () => Promise<ExitCode>) => Promise<void>;

/** Adds one command, with its sub-commands, to the table. */
export type AddCommand = (program: Command, runs: Runner) => void;

export function command(parent: Command, name: string): Command {
  return parent
    .command(name)
    .helpCommand(false)
    .helpOption('-h, --help', 'print this help')
    .configureOutput({ outputError: (text, write) => write(oneLine(text)) })
    .exitOverride();
}

export function oneLine(text: string): string {
  return `causeway: ${text
    .replace(/^error: /, '')
    .trim()
    .replaceAll('\n', ' ')}; --help says more\n`;
}

/** For the number of an option: from 1 to `max`. */
export function wholeNumber(text: string, max: number): number {
  const value = /^\d{1,9}$/.test(text) ? Number(text) : 0;
  if (value >= 1 && value <= max) return value;
  throw new InvalidArgumentError(`It is a whole number from 1 to ${max}.`);
}

export function packageVersion(): string {
  const file = new URL('../../../../package.json', import.meta.url);
  const { version } = JSON.parse(readFileSync(file, 'utf8')) as { readonly version: string };
  return version;
}
