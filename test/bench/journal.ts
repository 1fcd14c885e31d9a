// Append to durable: the floor (LMDB alone, in the thread that appends) and the journal, round by round in one run.
//
//   node dist/test/bench/journal.js [seconds per round] [rounds]
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { journalDefaults, openJournal } from '../../gateway/journal/index.ts';
import { sequenceKey } from '../../gateway/journal/keys.ts';
import { openLmdbDisk } from '../../gateway/journal/lmdb-disk.ts';
import type { Clock, EpochNs, MonotonicNs, Timers } from '../../spec/ports/index.ts';

const recordBytes = 300;
/** Says each half millisecond how many are due: as sockets do, it wakes a thread that sleeps in between. */
const pacer = `
  const { parentPort, workerData } = require('node:worker_threads');
  const never = new Int32Array(new SharedArrayBuffer(4));
  const start = performance.now();
  for (let due = 0; due < workerData.total; ) {
    Atomics.wait(never, 0, 0, 0.5);
    due = Math.min(workerData.total, Math.floor(((performance.now() - start) * workerData.rate) / 1000));
    parentPort.postMessage({ due, at: Number(process.hrtime.bigint()) / 1e6 });
  }`;
const payload = new Uint8Array(recordBytes - 36).fill(7);
const time = 1_763_700_000_000_000_000n as EpochNs;
const clock: Clock = { now: () => time, monotonic: () => process.hrtime.bigint() as MonotonicNs };
const timers: Timers = {
  after(delayMs, fire) {
    const handle = setTimeout(fire, delayMs);
    return { cancel: () => clearTimeout(handle) };
  },
  every(periodMs, fire) {
    const handle = setInterval(fire, periodMs);
    return { cancel: () => clearInterval(handle) };
  },
};

/** One who takes records and says how many are durable. */
interface Contender {
  append(): void;
  /** At the end of a turn of the event loop. */
  turnEnded(): void;
  close(): Promise<void>;
}

type Open = (folder: string, durable: (records: number) => void) => Promise<Contender>;

const floor: Open = async (folder, durable) => {
  const disk = openLmdbDisk({ folder, tables: ['log'], durability: 'fsync' });
  const value = new Uint8Array(recordBytes).fill(7);
  let queued = 0;
  let written = 0;
  return {
    append: () => void (queued += 1),
    turnEnded() {
      if (queued === 0) return;
      const writes = Array.from({ length: queued }, () => {
        written += 1;
        return { table: 'log', key: sequenceKey(written), value };
      });
      queued = 0;
      disk.commit(writes);
      durable(written);
    },
    close: async () => disk.close(),
  };
};

const journal: Open = async (folder, durable) => {
  const opened = await openJournal({
    ...journalDefaults,
    folder,
    tables: [],
    clock,
    timers,
    reserveBytes: 1_048_576,
  });
  opened.onDurable(durable);
  return {
    append() {
      const records = [{ type: 7, schemaVersion: 1, payload }];
      opened.append({ firstSequence: opened.nextSequence, time, records, puts: [] });
    },
    turnEnded: () => undefined,
    close: () => opened.close(),
  };
};

/** The delay of each record in ms, at a steady rate. */
async function delays(open: Open, rate: number, seconds: number): Promise<Float64Array> {
  const folder = mkdtempSync(join(tmpdir(), 'causeway-bench-'));
  const total = rate * seconds;
  const sentAt = new Float64Array(total);
  const delay = new Float64Array(total);
  let done = 0;
  const contender = await open(folder, (durable) => {
    const now = Number(process.hrtime.bigint()) / 1e6;
    for (; done < durable; done += 1) delay[done] = now - (sentAt[done] ?? 0);
  });
  const pace = new Worker(pacer, { eval: true, workerData: { rate, total } });
  let sent = 0;
  await new Promise<void>((resolve) => {
    pace.on('message', ({ due, at }: { readonly due: number; readonly at: number }) => {
      for (; sent < due; sent += 1) {
        // When it was sent, not when we came to it: a thread that blocks on the disk hears late.
        sentAt[sent] = at;
        contender.append();
      }
      contender.turnEnded();
    });
    const watch = setInterval(() => {
      if (done < total) return;
      clearInterval(watch);
      resolve();
    }, 10);
  });
  await pace.terminate();
  await contender.close();
  rmSync(folder, { recursive: true });
  return delay;
}

function percentile(sorted: Float64Array, share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}

function median(values: readonly number[]): number {
  return percentile(Float64Array.from(values).sort(), 0.5);
}

const seconds = Number(process.argv[2] ?? 2);
const rounds = Number(process.argv[3] ?? 5);
for (const rate of [2_000, 20_000]) {
  const figures = {
    floor: { p50: [] as number[], p99: [] as number[] },
    journal: { p50: [] as number[], p99: [] as number[] },
  };
  for (let round = 0; round < rounds; round += 1) {
    for (const [name, open] of [
      ['floor', floor],
      ['journal', journal],
    ] as const) {
      const sorted = (await delays(open, rate, seconds)).sort();
      figures[name].p50.push(percentile(sorted, 0.5));
      figures[name].p99.push(percentile(sorted, 0.99));
    }
  }
  for (const share of ['p50', 'p99'] as const) {
    const [ours, theirs] = [median(figures.journal[share]), median(figures.floor[share])];
    console.log(
      `${rate}/s  ${share}  LMDB alone ${theirs.toFixed(2)} ms  journal ${ours.toFixed(2)} ms  ratio ${(ours / theirs).toFixed(2)}` +
        `   (rounds: ${figures.floor[share].map((one) => one.toFixed(2)).join(' ')} | ${figures.journal[share].map((one) => one.toFixed(2)).join(' ')})`,
    );
  }
}
