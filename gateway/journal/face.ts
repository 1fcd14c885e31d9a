// What a journal is to the rest of the gateway, whatever disk and thread stand behind it.
import type { EpochNs } from '../../spec/ports/index.ts';
import type { JournalBatch } from './batch.ts';
import type { JournalFatal } from './problems.ts';
import type { JournalRecord } from './records.ts';

export interface Journal {
  /** This incarnation of the desk: one more than the last that wrote, or what `open` was given. */
  readonly epoch: number;
  /** The time of the last record that was there when it was opened; 0 in an empty journal. */
  readonly lastTime: EpochNs;
  /** The sequence of the next batch's first record. */
  readonly nextSequence: number;
  /** The last sequence that listeners were told of. */
  readonly durableSequence: number;
  /** What was appended and is not durable yet: above its own bounds the desk refuses new orders. */
  readonly queueDepth: QueueDepth;
  /** The disk has less room than the watermark: the desk refuses new orders, cancels and fills go on. */
  readonly spaceLow: boolean;
  /**
   * Hands the batch over and returns its last sequence. Never waits for the disk. Throws for a batch that no journal
   * can hold, which changes nothing, and once the journal has failed.
   */
  append(batch: JournalBatch): number;
  /** Tells listeners at once what has become durable, without waiting for the event loop's turn. */
  poll(): void;
  /** `listener` hears the last durable sequence, rising. Returns what takes it off. */
  onDurable(listener: (sequence: number) => void): () => void;
  /** Called once: nothing more becomes durable, and the process must end. Called at once if it has happened. */
  onFatal(listener: (fatal: JournalFatal) => void): () => void;
  /** Settles when all that was appended is durable; rejects if the journal fails first. */
  flush(): Promise<void>;
  /** The durable value, or null. Throws JournalCorrupt for a value whose checksum does not hold. */
  get(table: string, key: Uint8Array): Uint8Array | null;
  /** Durable entries with from <= key < to, in key order (reverse: descending), at most `limit`. */
  range(
    table: string,
    from: Uint8Array,
    to: Uint8Array,
    options?: RangeOptions,
  ): Iterable<readonly [Uint8Array, Uint8Array]>;
  /**
   * The durable records from `fromSequence` on, without markers. Throws JournalCorrupt at the first that is missing
   * or damaged.
   */
  replay(fromSequence: number): Iterable<JournalRecord>;
  /**
   * Keeps the state as of `sequence`, reads it back, then lets all but the last two snapshots go, and for each of
   * `readers` the one that a reader behind that sequence begins with.
   */
  writeSnapshot(
    sequence: number,
    bytes: Uint8Array,
    stateHash: Uint8Array,
    readers?: readonly number[],
  ): Promise<void>;
  /** The newest snapshot, of those before `before` if given. Throws JournalCorrupt if it is damaged. */
  newestSnapshot(before?: number): Snapshot | null;
  /** The sequences of the snapshots that there are, newest first. */
  snapshots(): readonly number[];
  /** The first record that the log has: 1, or behind what was trimmed. */
  readonly firstSequence: number;
  /** Bytes that the log takes in the store, of whole pages. */
  readonly logBytes: number;
  /**
   * How far the log is not needed any more: it is behind the last two snapshots, behind the one that each of `readers`
   * begins with (0 where one has none), and its writes are in their tables.
   */
  mayTrimThrough(readers?: readonly number[]): number;
  /**
   * Takes the log's oldest commits away, a slice of them, none with a record above `through` or that is needed. True: a
   * slice has gone, durably; false: nothing is left to go. One at a time.
   */
  trim(through: number, readers?: readonly number[]): Promise<boolean>;
  /** Makes durable what was appended, then lets the folder go. */
  close(): Promise<void>;
}

export interface QueueDepth {
  readonly records: number;
  readonly bytes: number;
}

export interface RangeOptions {
  readonly limit?: number;
  readonly reverse?: boolean;
}

export interface Snapshot {
  /** The last record whose effect is in it. */
  readonly sequence: number;
  readonly takenAt: EpochNs;
  readonly stateHash: Uint8Array;
  readonly bytes: Uint8Array;
}
