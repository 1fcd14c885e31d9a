// What is wrong with a configuration: where, what was found, what was expected.

import type { Problem } from '../../spec/proof/index.ts';

/** `place` is file and line, as in `desk.yaml:14`. */
export interface ConfigProblem extends Problem {
  /** Path of the key, as in `risk.firm.maxOrderNotional`; empty for the whole file. */
  readonly key: string;
}

/** Accepted, but someone should look. */
export interface ConfigWarning {
  readonly place: string;
  readonly key: string;
  readonly text: string;
}

export type Path = readonly (string | number)[];

/** A file of nothing but faults does not fill the screen: more than this are counted only. */
const MOST_SHOWN = 100;

/** One line a problem, its columns aligned. */
export function formatProblems(problems: readonly ConfigProblem[]): string {
  const shown = problems.slice(0, MOST_SHOWN);
  const lines = aligned(
    shown.map(({ place, key, found, expected }) => [
      place,
      key,
      `found ${found}`,
      `expected ${expected}`,
    ]),
  );
  const rest = problems.length - shown.length;
  return (rest === 0 ? lines : [...lines, `and ${rest} more`]).join('\n');
}

export function formatWarnings(warnings: readonly ConfigWarning[]): string {
  return aligned(warnings.map(({ place, key, text }) => [place, key, `warning: ${text}`])).join(
    '\n',
  );
}

/** `['sessions', 0, 'id']` is `sessions[0].id`. */
export function keyOf(path: Path): string {
  return path
    .map((part, at) => (typeof part === 'number' ? `[${part}]` : `${at === 0 ? '' : '.'}${part}`))
    .join('');
}

function aligned(rows: readonly (readonly string[])[]): readonly string[] {
  const widths: number[] = [];
  for (const row of rows) {
    row.forEach((cell, at) => (widths[at] = Math.max(widths[at] ?? 0, cell.length)));
  }
  return rows.map((row) =>
    row
      .map((cell, at) => (at === row.length - 1 ? cell : cell.padEnd(widths[at] ?? 0)))
      .join('  ')
      .trimEnd(),
  );
}
