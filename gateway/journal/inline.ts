// A journal without a thread, over any disk: for the simulator and for tests.
import type { Clock, Disk } from '../../spec/ports/index.ts';
import { logTable } from './commit-entry.ts';
import { Committer } from './commits.ts';
import { type Backing, JournalCore, frameTables } from './core.ts';
import type { Journal } from './face.ts';
import { keyAfterAll, sequenceKey } from './keys.ts';
import { saysOutOfSpace, textOf } from './problems.ts';

export interface InlineJournalOptions {
  readonly disk: Disk;
  readonly tables: readonly string[];
  readonly clock: Clock;
  /** Null: one more than the last that wrote. */
  readonly epoch: number | null;
  /** When a batch is committed: within `append` itself, or by `commitNow`. */
  readonly commits: 'on-append' | 'when-told';
  /** Frees space held back for a full disk. */
  readonly releaseReserve?: () => boolean;
  /** Entries of one slice of a trim. */
  readonly trimEntries?: number;
  /** How far a table may stay behind its log, in sequences. */
  readonly foldBehind?: number;
}

export interface InlineJournal extends Journal {
  /** Commits all that has queued as one group, then tells the listeners. */
  commitNow(): void;
}

/** The same face, records and commits as the threaded journal, in one thread and in the caller's time. */
export function openInlineJournal(options: InlineJournalOptions): InlineJournal {
  const committer = new Committer({
    disk: options.disk,
    tables: frameTables(options.tables),
    releaseReserve: options.releaseReserve ?? (() => false),
    ...(options.foldBehind === undefined ? {} : { foldBehind: options.foldBehind }),
  });
  let queue: Uint8Array[] = [];
  let queuedBytes = 0;

  const backing: Backing = {
    disk: options.disk,
    refresh: () => undefined,
    submit(frame) {
      queue.push(frame.slice());
      queuedBytes += frame.length;
      if (options.commits === 'on-append') commitNow();
      return true;
    },
    urge: commitNow,
    queuedBytes: () => queuedBytes,
    logBytes: () => bytesOfLog(options.disk),
    durable: () => committer.lastSequence,
    spaceLow: () => false,
    close: () => Promise.resolve(),
  };
  const core = new JournalCore(backing, options);
  return Object.assign(core, { commitNow });

  function commitNow(): void {
    if (queue.length === 0 || core.failed) return;
    const group = Buffer.concat(queue);
    queue = [];
    queuedBytes = 0;
    try {
      committer.commit(group);
    } catch (error) {
      const type = saysOutOfSpace(error) ? 'OutOfSpace' : 'CommitFailed';
      core.fail({ type, text: `the journal failed: ${textOf(error)}` });
      return;
    }
    core.poll();
  }
}

/** Of its keys and values: a modelled disk has no pages. */
function bytesOfLog(disk: Disk): number {
  let bytes = 0;
  for (const [key, value] of disk.range(logTable, sequenceKey(0), keyAfterAll)) {
    bytes += key.length + value.length;
  }
  return bytes;
}
