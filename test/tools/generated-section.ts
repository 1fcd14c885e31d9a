// Pages of docs/ that are in part made from the code: the part stands between two comments, the rest is a person's.

import { readFileSync, writeFileSync } from 'node:fs';

export interface Section {
  readonly file: string;
  /** As in `<!-- keys: made by npm run generate -->`. */
  readonly name: string;
  /** What stands there now, for what only a person can say; lines. */
  readonly make: (before: string) => string;
}

/** Writes the section, or with `check` says whether it is as made. Throws where the page has no place for it. */
export function generateSection({ file, name, make }: Section, check: boolean): boolean {
  const page = readFileSync(file, 'utf8');
  const begin = `<!-- ${name}: made by npm run generate -->\n`;
  const end = `<!-- /${name} -->`;
  const from = page.indexOf(begin) + begin.length;
  const to = page.indexOf(end);
  if (from < begin.length || to < from) throw new Error(`${file} has no place for ${name}`);
  const before = page.slice(from, to);
  const made = `\n${make(before).trim()}\n\n`;
  if (made === before) return true;
  if (check) console.error(`${file}: ${name} is not what the code gives: npm run generate`);
  else writeFileSync(file, page.slice(0, from) + made + page.slice(to));
  return !check;
}

/** Cells of a row of a Markdown table, trimmed. */
export function cellsOf(line: string): readonly string[] {
  return line
    .split('|')
    .slice(1, -1)
    .map((cell) => cell.trim());
}

export function rowOf(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`;
}
