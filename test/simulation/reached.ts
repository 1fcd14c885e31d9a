// What a run of many seeds has reached, and which kinds of fault and rows of the crash table it never met.

import { ORDER_VERSIONS } from '../fixtures/fix-versions.ts';
import { FAULT_KINDS } from './faults.ts';
import { isPair, pairTable } from './pairs.ts';
import { CRASH_ROWS } from './rows.ts';
import { spokenBy } from './versions.ts';

/** With fewer seeds than this some may be missing by chance. */
const ENOUGH_SEEDS = 500;
/** Met less than a dozen times in some 500 seeds: with fewer than this they may be missing, too. */
const ENOUGH_FOR_THE_RAREST = 2_000;
const RAREST: ReadonlySet<string> = new Set([
  'chain: a swap is lost behind a start',
  'chain: a swap is lost with its block',
  'chain: left out of a block',
  'chain: process killed behind a swap',
  'chain: the older of two is mined',
  'chain: transaction dropped',
  'venue: fill behind its final word',
  'row 11: signed and durable, not broadcast',
]);

const ROWS: ReadonlySet<string> = new Set(CRASH_ROWS);

const SPOKEN: readonly string[] = ORDER_VERSIONS.flatMap((version) => [
  spokenBy('client', version),
  spokenBy('drop copy', version),
]);

export type Counts = ReadonlyMap<string, number>;

export interface Reached {
  readonly lines: readonly string[];
  /** Why the run fails; null: it does not. */
  readonly failure: string | null;
}

export function reached(counts: Counts, seeds: number): Reached {
  const line = ([name, count]: readonly [string, number]): string =>
    `  ${String(count).padStart(8)}  ${name}`;
  const others = [...counts].filter(([name]) => !isPair(name) && !ROWS.has(name));
  const lines = [
    ...others.toSorted(([a], [b]) => (a < b ? -1 : 1)).map(line),
    'processes that died at these rows of the crash table:',
    ...CRASH_ROWS.map((row) => line([row, counts.get(row) ?? 0])),
    'children by the state of their order, seen in events:',
    ...pairTable(counts),
  ];
  const never = [...FAULT_KINDS, ...CRASH_ROWS, ...SPOKEN].filter((kind) => !counts.has(kind));
  if (never.length === 0) return { lines, failure: null };
  const missing = `never met in ${seeds} seeds: ${never.join('; ')}`;
  const isChance = never.every(
    (kind) => seeds < (RAREST.has(kind) ? ENOUGH_FOR_THE_RAREST : ENOUGH_SEEDS),
  );
  return isChance ? { lines: [...lines, missing], failure: null } : { lines, failure: missing };
}
