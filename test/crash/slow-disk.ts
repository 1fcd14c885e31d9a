// The preloaded disk of slow-disk.c: built once, told what to do, and asked what it did.

import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface SlowDisk {
  /** Of the gateway's process. */
  readonly environment: Readonly<Record<string, string>>;
  /** `sync delay 300`, `sync fail 5`, `write fail 28`; empty: as it is. */
  tell(line: string): void;
  calls(): readonly DiskCall[];
}

/** A call on the journal's store, in nanoseconds of CLOCK_MONOTONIC. */
export interface DiskCall {
  readonly begin: bigint;
  readonly end: bigint;
  readonly call: string;
  readonly result: number;
}

let library: string | null = null;

/** Throws where there is no C compiler. */
export function slowDisk(folder: string): SlowDisk {
  library ??= build();
  const control = join(folder, 'slow-disk.control');
  const log = join(folder, 'slow-disk.log');
  writeFileSync(control, '');
  return {
    environment: { LD_PRELOAD: library, SLOW_DISK_CONTROL: control, SLOW_DISK_LOG: log },
    tell: (line) => writeFileSync(control, line),
    calls: () => (existsSync(log) ? readFileSync(log, 'utf8') : '').split('\n').flatMap(callIn),
  };
}

/**
 * When the first commit was on disk that began behind `since`: its sync, and then the meta page, LMDB's
 * last write of a commit. Null while there is none.
 */
export function committedAfter(calls: readonly DiskCall[], since: bigint): bigint | null {
  const sync = calls.findIndex(({ call, begin, result }) => {
    return call === 'fdatasync' && begin >= since && result === 0;
  });
  if (sync < 0) return null;
  const meta = calls.slice(sync).find(({ call, result }) => call === 'meta' && result > 0);
  return meta?.end ?? null;
}

function callIn(line: string): readonly DiskCall[] {
  const [begin, end, call, result] = line.split(' ');
  if (begin === undefined || end === undefined || call === undefined) return [];
  return [{ begin: BigInt(begin), end: BigInt(end), call, result: Number(result) }];
}

function build(): string {
  const file = join(mkdtempSync(join(tmpdir(), 'causeway-shim-')), 'slow-disk.so');
  const options = ['-shared', '-fPIC', '-O2', '-o', file, 'test/crash/slow-disk.c', '-ldl'];
  execFileSync('cc', options, { stdio: 'inherit' });
  return file;
}
