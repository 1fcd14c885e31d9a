// The journal over LMDB, in a thread of its own: opened here, watched here, read from here.
import { open } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { Clock, Disk, MonotonicNs, TimerHandle, Timers } from '../../spec/ports/index.ts';
import { logTable } from './commit-entry.ts';
import { JournalCore, diskTables, frameTables } from './core.ts';
import type { Journal } from './face.ts';
import { type FolderLock, lockFolder } from './folder.ts';
import { type Durability, type LmdbDiskOptions, openLmdbDisk } from './lmdb-disk.ts';
import { type JournalFatal, JournalRefused, textOf } from './problems.ts';
import { RingWriter, ringBytes, ringMemory } from './ring.ts';
import { type SpaceOptions, measureSpace } from './space.ts';
import { checkStoreFile } from './store-file.ts';
import type { ThreadData, ThreadMessage } from './thread.ts';
import { checkWitness, readWitness, witnessAt, writeWitness } from './witness.ts';

/** Which bounds a desk starts from. */
export const journalDefaults = {
  durability: 'fsync',
  epoch: null,
  reserveBytes: 64 * 1024 * 1024,
  spaceWatermarkBytes: 256 * 1024 * 1024,
  commitBoundMs: 10_000,
} as const;

export interface JournalOptions {
  readonly folder: string;
  /** The caller's tables: whoever opens the folder again names at least these. */
  readonly tables: readonly string[];
  readonly clock: Clock;
  readonly timers: Timers;
  /** Runs it behind what is ready now: what it appended goes into one commit. Absent: behind the code that runs now. */
  readonly soon?: (run: () => void) => void;
  /** `fsync`: what is durable survives a power cut. `os`: a killed process only. */
  readonly durability: Durability;
  /** The desk's incarnation; null: one more than the last that wrote. */
  readonly epoch: number | null;
  /** Held back on disk, so that a full disk still takes the batch at hand. */
  readonly reserveBytes: number;
  readonly spaceWatermarkBytes: number;
  /** A commit that takes longer has failed (I1). */
  readonly commitBoundMs: number;
}

/** A thread, a module and a store on a loaded machine; no commit's bound. */
const openBoundMs = 30_000;
/** Room, folder and commits are looked at this often. */
const watchPeriodMs = 1_000;
/** What a witness may be behind: so much of an older copy would go unnoticed, and a flush is spent as rarely. */
const witnessPeriodMs = 10_000;

/**
 * Opens the journal in `folder` and makes it this process's own. Throws JournalRefused when the folder cannot be had,
 * and JournalCorrupt when the journal's end is not what its last commit says.
 */
export async function openJournal(options: JournalOptions): Promise<Journal> {
  const lock = await lockFolder(options.folder);
  try {
    return await openLocked(options, lock);
  } catch (error) {
    await lock.release();
    throw error;
  }
}

async function openLocked(options: JournalOptions, lock: FolderLock): Promise<Journal> {
  const space: SpaceOptions = {
    folder: options.folder,
    reserveFile: join(options.folder, 'reserve'),
    reserveBytes: options.reserveBytes,
    watermarkBytes: options.spaceWatermarkBytes,
  };
  checkStoreFile(lmdbOptions(options).folder); // The thread could only say that it failed.
  let spaceLow = await measureSpace(space);
  const thread = await startThread(options, space.reserveFile);
  await syncFolders(options.folder).catch(async (error: unknown) => {
    await thread.stop();
    throw error;
  });
  const disk = openLmdbDisk(lmdbOptions(options));
  const timers: TimerHandle[] = [];
  const ring = thread.ring;
  /** Null until the journal is known to be no older copy. */
  let witnessed: number | null = null;
  let witnessing = Promise.resolve();
  /** One that cannot be written leaves the older one, which is further behind and as true. */
  const bearWitness = (): Promise<void> => {
    const sequence = ring.durableSequence;
    if (witnessed === null || sequence <= witnessed) return witnessing;
    witnessed = sequence;
    disk.refresh();
    const seen = witnessAt(disk, sequence);
    const settled = (): void => undefined;
    if (seen !== null) {
      witnessing = witnessing.then(() => writeWitness(options.folder, seen)).then(settled, settled);
    }
    return witnessing;
  };
  const close = async (): Promise<void> => {
    for (const timer of timers) timer.cancel();
    await thread.stop();
    await bearWitness();
    disk.close();
    await lock.release();
  };
  let core: JournalCore;
  try {
    core = new JournalCore(
      {
        disk,
        refresh: () => disk.refresh(),
        submit: (frame) => ring.write(frame),
        urge: () => ring.wake(),
        queuedBytes: () => ring.queuedBytes,
        logBytes: () => disk.bytesOf(logTable),
        durable() {
          ring.wake(); // Whoever polls may be waiting without a turn's end.
          return ring.durableSequence;
        },
        spaceLow: () => spaceLow,
        close,
      },
      options,
    );
    await refuseOlderCopy(options, disk, core.durableSequence);
    witnessed = core.durableSequence;
  } catch (error) {
    await close();
    throw error;
  }
  thread.onFailed((fatal) => core.fail(fatal));
  ring.watch(() => {
    core.poll();
    return !core.failed;
  });
  const stalled = stallWatch(core, ring, options);
  let looking = false;
  const look = async (): Promise<void> => {
    try {
      const lost = await lock.lost();
      if (lost !== null) return core.fail({ type: 'FolderLost', text: lost });
      spaceLow = await measureSpace(space);
    } catch (error) {
      core.fail({ type: 'FolderLost', text: textOf(error) });
    } finally {
      looking = false;
    }
  };
  timers.push(
    options.timers.every(Math.min(watchPeriodMs, options.commitBoundMs / 4), () => {
      if (stalled()) core.fail(timedOut(options.commitBoundMs));
      // A file system that hangs is asked once, not once a second.
      if (looking) return;
      looking = true;
      void look();
    }),
    options.timers.every(witnessPeriodMs, () => void bearWitness()),
  );
  return core;
}

/**
 * Throws JournalRefused for an older copy. With durability `os` a power cut may take the newest records
 * away, as that setting says: then what is left is no older copy, and is taken.
 */
async function refuseOlderCopy(
  { folder, durability }: JournalOptions,
  disk: Disk,
  lastSequence: number,
): Promise<void> {
  const seen = await readWitness(folder);
  if (seen !== null && durability === 'fsync') checkWitness(folder, disk, seen, lastSequence);
  const now = witnessAt(disk, lastSequence);
  if (now !== null) await writeWitness(folder, now);
}

interface JournalThread {
  readonly ring: RingWriter;
  /** `listener` hears of a failure, at once if it has happened. An end that nobody asked for is one. */
  onFailed(listener: (fatal: JournalFatal) => void): void;
  /** Settles when what was queued is committed and the thread has ended. */
  stop(): Promise<void>;
}

/** Starts the thread and waits until it has the store open. Throws JournalRefused with its cause if it cannot. */
function startThread(options: JournalOptions, reserveFile: string): Promise<JournalThread> {
  const memory = ringMemory(ringBytes);
  const ring = new RingWriter(memory, options.soon ?? queueMicrotask);
  const { folder, tables, durability } = lmdbOptions(options);
  const workerData: ThreadData = {
    folder,
    tables,
    frameTables: frameTables(options.tables),
    durability,
    reserveFile,
    memory,
  };
  const worker = new Worker(new URL('./thread.js', import.meta.url), { workerData });
  let failed: JournalFatal | null = null;
  let heard: ((fatal: JournalFatal) => void) | null = null;
  let stopping = false;
  const ended = new Promise<void>((resolve) => worker.once('exit', () => resolve()));

  function fail(fatal: JournalFatal): void {
    failed ??= fatal;
    heard?.(failed);
  }
  const thread: JournalThread = {
    ring,
    onFailed(listener) {
      heard = listener;
      if (failed !== null) listener(failed);
    },
    async stop() {
      stopping = true;
      ring.stop();
      if (failed !== null) await worker.terminate();
      await ended;
    },
  };
  return new Promise((resolve, reject) => {
    const late = options.timers.after(openBoundMs, () => {
      void worker.terminate();
      reject(new JournalRefused(`the journal in ${folder} did not open in ${openBoundMs} ms`));
    });
    worker.on('message', (message: ThreadMessage) => {
      late.cancel();
      if (message.type === 'Ready') return resolve(thread);
      fail(message.fatal);
      reject(new JournalRefused(`the journal in ${folder} did not open: ${message.fatal.text}`));
    });
    worker.once('error', (error) =>
      fail({ type: 'ThreadEnded', text: `the journal's thread failed: ${textOf(error)}` }),
    );
    worker.once('exit', (code) => {
      late.cancel();
      if (!stopping) fail({ type: 'ThreadEnded', text: `the journal's thread ended with ${code}` });
      reject(new JournalRefused(`the journal's thread ended with ${code} before it was open`));
    });
  });
}

/** True once something has waited for the disk for longer than the bound without any commit's return. */
function stallWatch(core: JournalCore, ring: RingWriter, options: JournalOptions): () => boolean {
  let since: { readonly durable: number; readonly at: MonotonicNs } | null = null;
  const boundNs = BigInt(options.commitBoundMs) * 1_000_000n;
  return () => {
    const durable = ring.durableSequence;
    if (durable >= core.nextSequence - 1) {
      since = null;
      return false;
    }
    const now = options.clock.monotonic();
    if (since === null || since.durable !== durable) {
      since = { durable, at: now };
      return false;
    }
    return now - since.at >= boundNs;
  };
}

function timedOut(boundMs: number): JournalFatal {
  return {
    type: 'CommitTimedOut',
    text: `a commit of the journal did not return in ${boundMs} ms`,
  };
}

/** A new file survives a power cut only with the folder that names it. */
async function syncFolders(folder: string): Promise<void> {
  for (const path of [join(folder, 'store'), folder, dirname(resolve(folder))]) {
    const handle = await open(path, 'r');
    await handle.sync();
    await handle.close();
  }
}

function lmdbOptions(options: JournalOptions): LmdbDiskOptions {
  return {
    folder: join(options.folder, 'store'),
    tables: diskTables(options.tables),
    durability: options.durability,
  };
}
