// Percentiles, medians of rounds, and what a process has cost in CPU.

import { readFileSync, readdirSync } from 'node:fs';

export interface Percentiles {
  readonly p50: number;
  readonly p99: number;
  readonly p999: number;
}

/** Of `values` in any order; NaN where there are none. */
export function percentiles(values: Float64Array): Percentiles {
  const sorted = values.slice().sort();
  return { p50: at(sorted, 0.5), p99: at(sorted, 0.99), p999: at(sorted, 0.999) };
}

export function median(values: Iterable<number>): number {
  return at(Float64Array.from(values).sort(), 0.5);
}

/** Median, and between which two figures the rounds lay. */
export function spread(values: readonly number[], digits = 2): string {
  const low = Math.min(...values).toFixed(digits);
  const high = Math.max(...values).toFixed(digits);
  return `${median(values).toFixed(digits)} (${low} to ${high})`;
}

function at(sorted: Float64Array, share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

/** CPU of a process so far, in microseconds: its main thread's, and that of each other thread. */
export interface Cpu {
  readonly all: number;
  readonly threads: ReadonlyMap<number, number>;
}

const US_PER_TICK = 10_000; // USER_HZ is 100 on every Linux.

export function cpuOf(pid: number): Cpu {
  const threads = new Map<number, number>();
  for (const tid of readdirSync(`/proc/${pid}/task`)) {
    threads.set(Number(tid), ticksIn(`/proc/${pid}/task/${tid}/stat`) * US_PER_TICK);
  }
  return { all: ticksIn(`/proc/${pid}/stat`) * US_PER_TICK, threads };
}

/** What was spent between the two, by thread, the costliest first; the main thread has the process's id. */
export function cpuSpent(before: Cpu, after: Cpu): readonly (readonly [number, number])[] {
  return [...after.threads]
    .map(([tid, us]) => [tid, us - (before.threads.get(tid) ?? 0)] as const)
    .filter(([, us]) => us > 0)
    .sort((a, b) => b[1] - a[1]);
}

/** utime + stime: fields 14 and 15; the second, the command, may hold spaces. */
function ticksIn(file: string): number {
  const stat = readFileSync(file, 'utf8');
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return Number(fields[11]) + Number(fields[12]);
}

export function load(): string {
  return readFileSync('/proc/loadavg', 'utf8').split(' ').slice(0, 3).join(' ');
}
