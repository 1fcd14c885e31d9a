// What the journal's tests share: a real clock, folders that go again, a disk in memory, batches.
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  type BatchPut,
  type Journal,
  type JournalBatch,
  type JournalOptions,
  journalDefaults,
} from '../../../../gateway/journal/index.ts';
import type { Clock, Disk, EpochNs, MonotonicNs, Timers } from '../../../../spec/ports/index.ts';

export const realClock: Clock = {
  now: () => (BigInt(Date.now()) * 1_000_000n) as EpochNs,
  monotonic: () => process.hrtime.bigint() as MonotonicNs,
};

export const realTimers: Timers = {
  after(delayMs, fire) {
    const handle = setTimeout(fire, delayMs);
    return { cancel: () => clearTimeout(handle) };
  },
  every(periodMs, fire) {
    const handle = setInterval(fire, periodMs);
    handle.unref();
    return { cancel: () => clearInterval(handle) };
  },
};

export async function inFolder(run: (folder: string) => Promise<void>): Promise<void> {
  const around = await mkdtemp(join(tmpdir(), 'causeway-journal-')); // The witness stands beside the journal.
  const folder = join(around, 'journal');
  await mkdir(folder);
  try {
    await run(folder);
  } finally {
    await rm(around, { recursive: true, force: true });
  }
}

export function optionsFor(folder: string, tables: readonly string[] = ['orders']): JournalOptions {
  return {
    ...journalDefaults,
    folder,
    tables,
    clock: realClock,
    timers: realTimers,
    reserveBytes: 1024 * 1024,
    spaceWatermarkBytes: 1024 * 1024,
  };
}

export const text = (bytes: Uint8Array): string => Buffer.from(bytes).toString('utf8');
export const bytesOf = (words: string): Uint8Array => new Uint8Array(Buffer.from(words));

/** The next batch of `journal`: one record of type 7 per payload. */
export function batchOf(
  journal: Pick<Journal, 'nextSequence'>,
  payloads: readonly string[],
  puts: readonly BatchPut[] = [],
): JournalBatch {
  return {
    firstSequence: journal.nextSequence,
    time: 1_763_700_000_000_000_000n as EpochNs,
    records: payloads.map((payload) => ({
      type: 7,
      schemaVersion: 1,
      payload: bytesOf(payload),
    })),
    puts,
  };
}

export interface MemoryDisk extends Disk {
  /** The bytes themselves, for tests that damage them. */
  readonly tables: Map<string, Map<string, Uint8Array>>;
  /** The next commits throw these, in order, and change nothing. */
  readonly refusals: Error[];
  commits: number;
}

/** A disk that keeps everything in memory. */
export function memoryDisk(): MemoryDisk {
  const tables = new Map<string, Map<string, Uint8Array>>();
  const tableOf = (name: string): Map<string, Uint8Array> => {
    const table = tables.get(name) ?? new Map<string, Uint8Array>();
    tables.set(name, table);
    return table;
  };
  const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');
  return {
    tables,
    refusals: [],
    commits: 0,
    get: (table, key) => tableOf(table).get(hex(key)) ?? null,
    *range(table, from, to, options) {
      const [first, end] = [hex(from), hex(to)];
      const keys = [...tableOf(table).keys()].filter((key) => key >= first && key < end);
      keys.sort();
      if (options?.reverse === true) keys.reverse();
      for (const key of keys.slice(0, options?.limit ?? keys.length)) {
        const value = tableOf(table).get(key);
        if (value !== undefined) yield [new Uint8Array(Buffer.from(key, 'hex')), value] as const;
      }
    },
    commit(writes) {
      const refusal = this.refusals.shift();
      if (refusal !== undefined) throw refusal;
      this.commits += 1;
      for (const { table, key, value } of writes) {
        if (value === null) tableOf(table).delete(hex(key));
        else tableOf(table).set(hex(key), new Uint8Array(value)); // A Buffer's slice is a view.
      }
    },
    close: () => undefined,
  };
}
