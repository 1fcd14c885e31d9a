// A time that a test sets, for programs that read the system's clock: libfaketime (Debian's package faketime) under them, and the
// Clock port of ours. Time runs as always between two settings.

import { existsSync, readdirSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Clock, EpochNs } from '../../spec/ports/index.ts';

const LIBRARIES = '/usr/lib';

/** The library's file; null: it is not here. */
export function fakeTimeLibrary(): string | null {
  if (!existsSync(LIBRARIES)) return null;
  const found = readdirSync(LIBRARIES)
    .map((name) => join(LIBRARIES, name, 'faketime', 'libfaketimeMT.so.1'))
    .find(existsSync);
  return found ?? null;
}

export interface SimulatedTime {
  readonly clock: Clock;
  /** `instant` as `2026-10-31T12:00:00Z`, for all at once. */
  set(instant: string): void;
  /** What a program is started with: `env` and then these, then its command and arguments. */
  environment(timeZone: string): readonly string[];
}

/** `folder` is there, and the test's own. */
export function simulatedTime(library: string, folder: string, instant: string): SimulatedTime {
  const file = join(folder, 'offset');
  let offsetS = 0;
  const set = (to: string): void => {
    offsetS = Math.round((Date.parse(to) - Date.now()) / 1000);
    // It is read at each look at the clock: never half of it.
    writeFileSync(`${file}.new`, `${offsetS < 0 ? '' : '+'}${offsetS}\n`);
    renameSync(`${file}.new`, file);
  };
  set(instant);
  return {
    clock: {
      now: () => (BigInt(Date.now() + offsetS * 1000) * 1_000_000n) as EpochNs,
      monotonic: () => process.hrtime.bigint() as ReturnType<Clock['monotonic']>,
    },
    set,
    environment: (timeZone) => [
      `LD_PRELOAD=${library}`,
      `FAKETIME_TIMESTAMP_FILE=${file}`,
      'FAKETIME_NO_CACHE=1',
      'FAKETIME_DONT_FAKE_MONOTONIC=1',
      `TZ=${timeZone}`,
    ],
  };
}
