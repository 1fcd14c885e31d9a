// `causeway complete`, which the shells' scripts ask: one candidate a line, its description behind a tab; `:files` and
// `:folders` ask the shell for its own.

import { dirname, join } from 'node:path';
import type { Command } from 'commander';
import { namesIn } from './configured-names.ts';
import { completionOf } from './completion.ts';
import { ExitCode } from './exit-codes.ts';

const USUAL_CONFIG = 'data/desk.yaml';

/** Says nothing where there is nothing to say: a shell shows whatever is written. */
export function complete(program: Command, words: readonly string[]): ExitCode {
  const { candidates, values } = completionOf(program, words);
  const last = words.at(-1) ?? '';
  const lines = candidates.map(({ value, description }) => `${value}\t${description}`);
  if (values === 'files' || values === 'folders') lines.push(`:${values}`);
  else if (values !== null) {
    const names = namesIn(configOf(words))[values];
    lines.push(...lastOfList(last, names).map((name) => `${name}\t`));
  }
  process.stdout.write(lines.map((line) => `${line}\n`).join(''));
  return ExitCode.Done;
}

/** The configuration that this line speaks of, or the one beside its data folder. */
function configOf(words: readonly string[]): string {
  const valueOf = (option: string): string => {
    const at = words.indexOf(option);
    return at < 0 ? '' : (words[at + 1] ?? '');
  };
  const [config, data] = [valueOf('--config'), valueOf('--data')];
  if (config !== '') return config;
  return data === '' ? USUAL_CONFIG : join(dirname(data), 'desk.yaml');
}

/** Names that go on with what is written, where that may be a list with commas. */
function lastOfList(last: string, names: readonly string[]): readonly string[] {
  const comma = last.lastIndexOf(',') + 1;
  const [head, rest] = [last.slice(0, comma), last.slice(comma)];
  const listed = new Set(head.split(','));
  return names
    .filter((name) => name.startsWith(rest) && !listed.has(name))
    .map((name) => `${head}${name}`);
}
