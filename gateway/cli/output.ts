// What commands print: tables for people, one JSON object a line for programs.

import { styleText } from 'node:util';
import Table from 'cli-table3';

export interface Output {
  readonly json: boolean;
  /** A line for people; nothing with --json. */
  line(text?: string): void;
  /** One object on a line of its own, with --json only. bigints become text. */
  object(value: Readonly<Record<string, unknown>>): void;
  /** For people, on standard error. */
  error(text: string): void;
  style(style: Style, text: string): string;
}

export type Style = 'bold' | 'dim' | 'green' | 'red' | 'yellow';

export function createOutput(options: { readonly json: boolean }): Output {
  const colours = hasColours();
  return {
    json: options.json,
    line: (text = '') => {
      if (!options.json) process.stdout.write(`${text}\n`);
    },
    object: (value) => {
      if (options.json) process.stdout.write(`${toJson(value)}\n`);
    },
    error: (text) => void process.stderr.write(`${text}\n`),
    style: (style, text) => (colours ? styleText(style, text) : text),
  };
}

/** Of a table; what has a style is plain where there are no colours. */
export type Cell = string | { readonly text: string; readonly style: Style };

/** No frame. On a terminal the last column is wrapped to its width; elsewhere a row is a line. */
export function table(
  head: readonly string[],
  rows: readonly (readonly Cell[])[],
  rightAligned: readonly string[] = [],
): string {
  const made = new Table({
    head: [...head],
    colAligns: head.map((name) => (rightAligned.includes(name) ? 'right' : 'left')),
    ...(process.stdout.isTTY ? wrapped(head, rows, process.stdout.columns) : {}),
    style: { head: [], border: [], 'padding-left': 0, 'padding-right': 2 },
    chars: NO_FRAME,
  });
  const colours = hasColours();
  made.push(...rows.map((row) => row.map((cell) => drawn(cell, colours))));
  return made
    .toString()
    .split('\n')
    .map((line) => line.trimEnd())
    .join('\n');
}

function drawn(cell: Cell, colours: boolean): string {
  const text = visible(textOf(cell));
  return typeof cell === 'string' || !colours ? text : styleText(cell.style, text);
}

function textOf(cell: Cell): string {
  return typeof cell === 'string' ? cell : cell.text;
}

/** Narrower than this the last column is not wrapped: it would be a column of words. */
const LEAST_WRAPPED = 30;

function wrapped(
  head: readonly string[],
  rows: readonly (readonly Cell[])[],
  columns: number,
): { readonly wordWrap?: true; readonly colWidths?: number[] } {
  const widths = head.map((name, at) =>
    Math.max(name.length, ...rows.map((row) => textOf(row[at] ?? '').length)),
  );
  const last = columns - widths.slice(0, -1).reduce((sum, width) => sum + width + 2, 0);
  if (last < LEAST_WRAPPED || last >= (widths.at(-1) ?? 0) + 2) return {};
  return { wordWrap: true, colWidths: [...widths.slice(0, -1).map((width) => width + 2), last] };
}

/** A text of someone else's: nothing in it moves the cursor or changes a colour. */
export function visible(text: string): string {
  return text.replaceAll('\x01', '|').replace(/\p{Cc}/gu, '?');
}

/** Full, half or no block for each part of the whole; a trace of what is less than half a block. */
export function bar(part: number, whole: number, width: number): string {
  const halves = whole === 0 ? 0 : Math.round((part / whole) * width * 2);
  const drawn = '█'.repeat(Math.floor(halves / 2)) + (halves % 2 === 1 ? '▌' : '');
  return (drawn === '' && part > 0 ? '▏' : drawn).padEnd(width, '·');
}

export function toJson(value: unknown): string {
  return JSON.stringify(value, (_key, one: unknown) =>
    typeof one === 'bigint' ? one.toString() : one,
  );
}

/** https://no-color.org: set and not empty means none. */
function hasColours(): boolean {
  const asked = process.env['NO_COLOR'];
  return process.stdout.isTTY && (asked === undefined || asked === '');
}

const NO_FRAME = {
  top: '',
  'top-mid': '',
  'top-left': '',
  'top-right': '',
  bottom: '',
  'bottom-mid': '',
  'bottom-left': '',
  'bottom-right': '',
  left: '',
  'left-mid': '',
  mid: '',
  'mid-mid': '',
  right: '',
  'right-mid': '',
  middle: '',
};
