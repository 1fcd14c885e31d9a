// What every journal does alike: it numbers batches, remembers who listens, and reads what is durable.
import type { Clock, Disk, EpochNs } from '../../spec/ports/index.ts';
import { invariant } from '../../spec/proof/index.ts';
import { type BatchPut, FrameEncoder, type JournalBatch, lastSequenceOf } from './batch.ts';
import { commitsTable, logTable } from './commit-entry.ts';
import type { Journal, QueueDepth, RangeOptions, Snapshot } from './face.ts';
import { foldedTable, foldedThrough } from './folding.ts';
import { encodeStart, logStart, nextStart, startKey, startTable } from './log-start.ts';
import type { JournalFatal } from './problems.ts';
import { journalEnd, readRecords } from './reading.ts';
import { type JournalRecord, markerType } from './records.ts';
import { unsealing } from './sealed.ts';
import {
  type SnapshotReader,
  manifestSequences,
  neededBehind,
  readNewestSnapshot,
  snapshotTables,
  storeSnapshot,
} from './snapshots.ts';
import { TableReader } from './tail.ts';

/** Two batches of this size fit in the smallest queue. */
export const maxBatchBytes = 16 * 1024 * 1024;

/** The tables that a frame can name: the caller's, the snapshots', the log's beginning. Log and commits belong to the committer. */
export function frameTables(tables: readonly string[]): readonly string[] {
  return [...tables, ...snapshotTables, startTable];
}

/** All tables of the store. */
export function diskTables(tables: readonly string[]): readonly string[] {
  return [logTable, commitsTable, foldedTable, ...frameTables(tables)];
}

/** What stands behind the core: who takes frames, and which disk shows what is durable. */
export interface Backing {
  /** A disk for reading alone, which shows at least what was durable when `refresh` was called. */
  readonly disk: Disk;
  refresh(): void;
  /** Queues a copy of the frame. False: the queue is full. */
  submit(frame: Uint8Array, lastSequence: number): boolean;
  /** Someone waits: commit now what would else wait to be told. */
  urge(): void;
  queuedBytes(): number;
  /** Bytes that the log takes in the store. */
  logBytes(): number;
  /** The last durable sequence as of now. */
  durable(): number;
  spaceLow(): boolean;
  close(): Promise<void>;
}

export interface CoreOptions {
  readonly tables: readonly string[];
  readonly clock: Clock;
  /** Null: one more than the last that wrote. */
  readonly epoch: number | null;
  /** Entries of one slice of a trim. */
  readonly trimEntries?: number;
}

/** The journal over its backing. The backing calls `poll` when something became durable and `fail` when nothing will. */
export class JournalCore implements Journal {
  readonly epoch: number;
  readonly lastTime: EpochNs;
  readonly #backing: Backing;
  readonly #clock: Clock;
  readonly #trimEntries: number | undefined;
  readonly #encoder: FrameEncoder;
  readonly #durableListeners = new Set<(sequence: number) => void>();
  readonly #fatalListeners = new Set<(fatal: JournalFatal) => void>();
  #nextSequence: number;
  #durableSequence: number;
  #fatal: JournalFatal | null = null;
  #closed = false;
  /** Settles with the snapshot that was asked for last. */
  #snapshots: Promise<void> = Promise.resolve();
  readonly #reader: TableReader;
  /** Of tables that are never behind their log, as those of snapshots. */
  readonly #direct: SnapshotReader;
  #stale = true;
  /** The reader has not read what the disk shows. */
  #isBehind = true;

  constructor(backing: Backing, options: CoreOptions) {
    const end = journalEnd(backing.disk);
    this.epoch = chosenEpoch(end.epoch, options.epoch);
    this.lastTime = end.time;
    this.#backing = backing;
    this.#clock = options.clock;
    this.#trimEntries = options.trimEntries;
    this.#encoder = new FrameEncoder(frameTables(options.tables), this.epoch, maxBatchBytes);
    this.#reader = new TableReader(backing.disk);
    const direct = unsealing(backing.disk);
    this.#direct = {
      get: (table, key) => {
        this.#refresh();
        return direct.get(table, key);
      },
      range: (...asked) => {
        this.#refresh();
        return direct.range(...asked);
      },
    };
    this.#nextSequence = end.lastSequence + 1;
    this.#durableSequence = end.lastSequence;
  }

  get nextSequence(): number {
    return this.#nextSequence;
  }

  get durableSequence(): number {
    return this.#durableSequence;
  }

  get queueDepth(): QueueDepth {
    return {
      records: this.#nextSequence - 1 - this.#durableSequence,
      bytes: this.#backing.queuedBytes(),
    };
  }

  get spaceLow(): boolean {
    return this.#backing.spaceLow();
  }

  append(batch: JournalBatch): number {
    this.#refuseIfEnded();
    invariant(batch.firstSequence === this.#nextSequence, 'I1', {
      text: 'a batch was numbered out of turn',
      firstSequence: batch.firstSequence,
      nextSequence: this.#nextSequence,
    });
    const last = lastSequenceOf(batch);
    const frame = this.#encoder.encode(batch);
    this.#nextSequence = last + 1;
    if (!this.#backing.submit(frame, last)) {
      const text = `the journal's queue has no room for ${frame.length} bytes: the disk does not keep up`;
      this.fail({ type: 'QueueFull', text });
      throw new Error(text);
    }
    return last;
  }

  poll(): void {
    if (this.#fatal !== null) return;
    const durable = this.#backing.durable();
    if (durable <= this.#durableSequence) return;
    this.#durableSequence = durable;
    this.#stale = true;
    for (const listener of this.#durableListeners) listener(durable);
  }

  onDurable(listener: (sequence: number) => void): () => void {
    this.#durableListeners.add(listener);
    return () => this.#durableListeners.delete(listener);
  }

  onFatal(listener: (fatal: JournalFatal) => void): () => void {
    if (this.#fatal !== null) listener(this.#fatal);
    this.#fatalListeners.add(listener);
    return () => this.#fatalListeners.delete(listener);
  }

  /** The first cause counts; from here on nothing is acknowledged. */
  fail(fatal: JournalFatal): void {
    if (this.#fatal !== null || this.#closed) return;
    this.#fatal = fatal;
    for (const listener of this.#fatalListeners) listener(fatal);
  }

  get failed(): boolean {
    return this.#fatal !== null;
  }

  flush(): Promise<void> {
    this.#backing.urge();
    return this.#durableAt(this.#nextSequence - 1);
  }

  get(table: string, key: Uint8Array): Uint8Array | null {
    return this.#current().get(table, key);
  }

  range(
    table: string,
    from: Uint8Array,
    to: Uint8Array,
    options?: RangeOptions,
  ): Iterable<readonly [Uint8Array, Uint8Array]> {
    return this.#current().range(table, from, to, options);
  }

  *replay(fromSequence: number): Generator<JournalRecord, void, undefined> {
    this.#refresh();
    const { disk } = this.#backing;
    for (const record of readRecords(disk, Math.max(fromSequence, 1), this.#durableSequence)) {
      if (record.type !== markerType) yield record;
    }
  }

  /** One at a time: the parts that one finds without a manifest may be another's, still under way. */
  writeSnapshot(
    sequence: number,
    bytes: Uint8Array,
    stateHash: Uint8Array,
    readers: readonly number[] = [],
  ): Promise<void> {
    const store = () => this.#storeSnapshot(sequence, bytes, stateHash, readers);
    const stored = this.#snapshots.then(store, store);
    this.#snapshots = stored;
    return stored;
  }

  async #storeSnapshot(
    sequence: number,
    bytes: Uint8Array,
    stateHash: Uint8Array,
    readers: readonly number[],
  ): Promise<void> {
    const takenAt = this.#clock.now();
    const commit = (puts: readonly BatchPut[]): Promise<void> =>
      this.#durableAt(
        this.append({
          firstSequence: this.#nextSequence,
          time: this.#clock.now(),
          records: [],
          puts,
        }),
      );
    const snapshot = { sequence, takenAt, stateHash, bytes };
    await storeSnapshot(snapshot, this.#direct, commit, readers);
  }

  newestSnapshot(before?: number): Snapshot | null {
    return readNewestSnapshot(this.#direct, before ?? Number.MAX_SAFE_INTEGER);
  }

  snapshots(): readonly number[] {
    return manifestSequences(this.#direct);
  }

  get firstSequence(): number {
    this.#refresh();
    return logStart(this.#backing.disk).firstSequence;
  }

  get logBytes(): number {
    this.#refresh();
    return this.#backing.logBytes();
  }

  mayTrimThrough(readers: readonly number[] = []): number {
    return Math.min(neededBehind(this.#direct, readers), foldedThrough(this.#backing.disk));
  }

  async trim(through: number, readers: readonly number[] = []): Promise<boolean> {
    this.#refresh();
    const bound = Math.min(through, this.mayTrimThrough(readers));
    const start = nextStart(this.#backing.disk, bound, this.#trimEntries);
    if (start === null) return false;
    const put = { table: startTable, key: startKey, value: encodeStart(start) };
    const [firstSequence, time] = [this.#nextSequence, this.#clock.now()];
    await this.#durableAt(this.append({ firstSequence, time, records: [], puts: [put] }));
    return true;
  }

  async close(): Promise<void> {
    if (this.#closed) return;
    if (this.#fatal === null) await this.flush();
    this.#closed = true;
    await this.#backing.close();
  }

  #current(): TableReader {
    this.#refresh();
    if (this.#isBehind) this.#reader.catchUp();
    this.#isBehind = false;
    return this.#reader;
  }

  #refresh(): void {
    if (!this.#stale) return;
    // Without it a reader saw values up to 7 commits old (416 of 500 reads).
    this.#backing.refresh();
    this.#stale = false;
    this.#isBehind = true;
  }

  #durableAt(sequence: number): Promise<void> {
    return new Promise((resolve, reject) => {
      if (this.#durableSequence >= sequence) return resolve();
      const offDurable = this.onDurable((durable) => {
        if (durable < sequence) return;
        offDurable();
        offFatal();
        resolve();
      });
      const offFatal = this.onFatal((fatal) => {
        offDurable();
        reject(new Error(fatal.text));
      });
    });
  }

  #refuseIfEnded(): void {
    if (this.#fatal !== null) throw new Error(`the journal has failed: ${this.#fatal.text}`);
    if (this.#closed) throw new Error('the journal is closed');
  }
}

function chosenEpoch(last: number, given: number | null): number {
  if (given === null) return last + 1;
  invariant(given >= last, 'I1', {
    text: 'a desk of a later epoch has written here',
    epoch: given,
    lastEpoch: last,
  });
  return given;
}
