// Append to durable: LMDB alone, in the thread that appends, and the journal, round by round in one run, at a steady rate;
// one record after the other, beside a loop of write and fdatasync; and how many a second go in groups.
//
//   node dist/test/bench/journal.js [seconds per round] [rounds]
import {
  closeSync,
  fdatasyncSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  rmSync,
  writeSync,
} from 'node:fs';
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

const options = { ...journalDefaults, tables: [], clock, timers, reserveBytes: 1_048_576 };

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
  const opened = await openJournal({ ...options, folder });
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

/** Milliseconds of each: what `write` takes until its record is on disk, one after the other. */
async function serial(
  seconds: number,
  write: () => Promise<void> | void,
): Promise<Float64Array<ArrayBuffer>> {
  const spent: number[] = [];
  for (const end = performance.now() + seconds * 1_000; performance.now() < end; ) {
    const from = performance.now();
    const written = write();
    if (written !== undefined) await written;
    spent.push(performance.now() - from);
  }
  return Float64Array.from(spent).sort();
}

type Serial = (folder: string, seconds: number) => Promise<Float64Array<ArrayBuffer>>;

const serials: readonly (readonly [name: string, run: Serial])[] = [
  [
    'write and fdatasync',
    async (folder, seconds) => {
      const file = openSync(join(folder, 'floor'), 'w');
      const bytes = new Uint8Array(recordBytes).fill(7);
      const spent = await serial(seconds, () => {
        writeSync(file, bytes);
        fdatasyncSync(file);
      });
      closeSync(file);
      return spent;
    },
  ],
  [
    'LMDB alone',
    async (folder, seconds) => {
      const disk = openLmdbDisk({ folder, tables: ['log'], durability: 'fsync' });
      const value = new Uint8Array(recordBytes).fill(7);
      let written = 0;
      const spent = await serial(seconds, () => {
        written += 1;
        disk.commit([{ table: 'log', key: sequenceKey(written), value }]);
      });
      await disk.closed();
      return spent;
    },
  ],
  [
    'journal',
    async (folder, seconds) => {
      const opened = await openJournal({ ...options, folder });
      const spent = await serial(seconds, () => {
        const records = [{ type: 7, schemaVersion: 1, payload }];
        opened.append({ firstSequence: opened.nextSequence, time, records, puts: [] });
        return opened.flush();
      });
      await opened.close();
      return spent;
    },
  ],
];

/** Records a second that become durable when as many are appended as the queue takes, in batches of five. */
async function grouped(folder: string, total: number): Promise<number> {
  const opened = await openJournal({ ...options, folder });
  const records = Array.from({ length: 5 }, () => ({ type: 7, schemaVersion: 1, payload }));
  const from = performance.now();
  while (opened.nextSequence <= total) {
    for (let batch = 0; batch < 1_000; batch += 1) {
      opened.append({ firstSequence: opened.nextSequence, time, records, puts: [] });
    }
    opened.poll();
    while (opened.queueDepth.records > 50_000) {
      await new Promise<void>((resolve) => setImmediate(resolve));
      opened.poll();
    }
  }
  await opened.flush();
  const rate = (opened.nextSequence - 1) / ((performance.now() - from) / 1_000);
  await opened.close();
  return rate;
}

async function inFolder<T>(run: (folder: string) => Promise<T>): Promise<T> {
  const around = mkdtempSync(join(tmpdir(), 'causeway-bench-'));
  try {
    const folder = join(around, 'journal');
    mkdirSync(folder);
    return await run(folder);
  } finally {
    rmSync(around, { recursive: true });
  }
}

const seconds = Number(process.argv[2] ?? 2);
const rounds = Number(process.argv[3] ?? 5);
const alone = serials.map(() => ({ p50: [] as number[], p99: [] as number[] }));
for (let round = 0; round < rounds; round += 1) {
  for (const [index, [, run]] of serials.entries()) {
    const spent = await inFolder((folder) => run(folder, seconds));
    alone[index]?.p50.push(percentile(spent, 0.5));
    alone[index]?.p99.push(percentile(spent, 0.99));
  }
}
for (const [index, [name]] of serials.entries()) {
  const { p50, p99 } = alone[index] ?? { p50: [], p99: [] };
  const over = alone[1];
  const ratio = (ours: readonly number[], theirs: readonly number[] | undefined): string =>
    median(ours.map((one, round) => one / (theirs?.[round] ?? Number.NaN))).toFixed(2);
  console.log(
    `one by one  ${name}: p50 ${median(p50).toFixed(2)} ms, p99 ${median(p99).toFixed(2)} ms; ` +
      `over LMDB alone, pair by pair ${ratio(p50, over?.p50)} and ${ratio(p99, over?.p99)}`,
  );
}
const rates: number[] = [];
for (let round = 0; round < rounds; round += 1) {
  rates.push(await inFolder((folder) => grouped(folder, 300_000)));
}
console.log(
  `in groups  journal: ${median(rates).toFixed(0)} records/s durable (${rates.map((rate) => rate.toFixed(0)).join(' ')})`,
);
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
