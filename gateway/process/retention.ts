// Lets go of what the journal keeps longer than it must: the log behind its snapshots, archived first where that is
// configured; messages that nobody can ask for again; ended orders.
//
// Everything goes in small slices, each a commit of its own between those of the desk, and none while the desk waits for
// its disk.

import type { Clock, EpochNs, Log, Timers } from '../../spec/ports/index.ts';
import { epochNs } from '../../spec/units/index.ts';
import type { RetentionConfig } from '../config/index.ts';
import type { BatchPut, Journal, TrimWish } from '../journal/index.ts';
import { withoutSteps } from './clock-steps.ts';
import { type Horizon, removalsOf } from './horizons.ts';
import type { TrimPlanner } from './trim-planner.ts';

/** How often it looks what is due. */
const LOOK_EVERY_MS = 60_000;
/** Between two slices: 25,000 entries a second at most. */
const SLICE_EVERY_MS = 20;
/** With more waiting for the disk than this a slice waits too. */
const QUIET_RECORDS = 500;
/** Above its bound the log goes down to so much of it, so that it does not go record by record. */
const DOWN_TO = 7 / 8;
const NS_PER_DAY = 86_400_000_000_000n;

export interface RetentionParts {
  readonly config: RetentionConfig;
  /** How long a day is, in nanoseconds: a simulated one is short. */
  readonly dayNs?: bigint;
  readonly planner: TrimPlanner;
  readonly journal: Journal;
  readonly clock: Clock;
  readonly timers: Timers;
  readonly log: Log;
  /** Sequences behind which somebody still reads the log. */
  readers(): readonly number[];
  /** Sessions whose messages are not all known to have arrived, by the engine's names. */
  unconfirmed(): readonly string[];
  /** Notes which connections the clock was set forward under: what may not have arrived is not told by its new time. */
  watchClock(): void;
}

/** What retention has done since the start. */
export interface RetentionStatus {
  readonly trimmedRecords: number;
  readonly archivedRecords: number;
  readonly removedValues: number;
  readonly failures: number;
}

export interface Retention {
  status(): RetentionStatus;
  /** Looks now; settles when what was due has gone. For tests; it looks by itself each minute. */
  look(): Promise<void>;
  close(): Promise<void>;
}

export function startRetention(parts: RetentionParts): Retention {
  const { config, dayNs = NS_PER_DAY, planner, journal, clock, timers, log } = parts;
  const trimsLog = config.logDays !== null || config.logMaxBytes !== null;
  /** A clock that is set forward makes nothing old: what has gone does not come back. */
  const ageClock = withoutSteps(clock);
  const done = { trimmedRecords: 0, archivedRecords: 0, removedValues: 0, failures: 0 };
  let isClosed = false;
  let looking: Promise<void> | null = null;
  const ticking = timers.every(LOOK_EVERY_MS, () => void look());

  function look(): Promise<void> {
    looking ??= looked().finally(() => (looking = null));
    return looking;
  }

  async function looked(): Promise<void> {
    try {
      if (trimsLog) await trimLog();
      const due = horizons(clock.now());
      if (due.length > 0) await noted();
      for (const horizon of due) await removeBefore(horizon);
    } catch (error) {
      if (!isClosed) failed(error instanceof Error ? error.message : String(error));
    }
  }

  async function trimLog(): Promise<void> {
    const wish = wishOf();
    if (wish.through === 0) return;
    const planned = await planner.plan(wish);
    if (planned.type === 'Failed') return failed(planned.error);
    const { through, archive } = planned;
    if (through === 0) return;
    if (archive !== null) {
      done.archivedRecords += archive.records;
      log.info({ ...archive }, 'a stretch of the log is archived');
    }
    const from = journal.firstSequence;
    while (!isClosed && (await journal.trim(through, parts.readers()))) await quiet();
    const firstSequence = journal.firstSequence;
    done.trimmedRecords += firstSequence - from;
    log.info({ firstSequence, records: firstSequence - from }, 'the log was trimmed');
  }

  function wishOf(): TrimWish {
    const { logDays, logMaxBytes } = config;
    const over = logMaxBytes !== null && journal.logBytes > logMaxBytes;
    return {
      through: journal.mayTrimThrough(parts.readers()),
      keepSince: logDays === null ? null : daysBefore(ageClock(), logDays),
      stretchNs: dayNs,
      bytesOver: over ? journal.logBytes - logMaxBytes * DOWN_TO : 0,
    };
  }

  function horizons(now: EpochNs): readonly Horizon[] {
    const { messageDays, orderDays } = config;
    const found: Horizon[] = [];
    if (messageDays !== null) {
      const before = daysBefore(ageClock(), messageDays);
      found.push({ type: 'Messages', before, now, held: parts.unconfirmed() });
    }
    if (orderDays !== null) {
      found.push({ type: 'Orders', before: daysBefore(ageClock(), orderDays) });
    }
    return found;
  }

  /**
   * What became of connections until the horizons' `now` is on disk, where it is read. The clock is watched behind that
   * `now`, or a step between the two would be missed.
   */
  async function noted(): Promise<void> {
    parts.watchClock();
    await journal.flush();
  }

  async function removeBefore(horizon: Horizon): Promise<void> {
    for (const puts of removalsOf(journal, horizon)) {
      await quiet();
      if (isClosed) return;
      append(puts);
      done.removedValues += puts.length;
      await journal.flush();
    }
  }

  function append(puts: readonly BatchPut[]): void {
    journal.append({ firstSequence: journal.nextSequence, time: clock.now(), records: [], puts });
  }

  function daysBefore(now: EpochNs, days: number): EpochNs {
    const length = BigInt(days) * dayNs;
    return epochNs(now > length ? now - length : 0n);
  }

  async function quiet(): Promise<void> {
    do await new Promise<void>((resolve) => timers.after(SLICE_EVERY_MS, resolve));
    while (!isClosed && journal.queueDepth.records > QUIET_RECORDS);
  }

  function failed(error: string): void {
    done.failures += 1;
    log.error({ error }, 'nothing more goes from the journal: retention failed');
  }

  return {
    status: () => ({ ...done }),
    look,
    async close() {
      isClosed = true;
      ticking.cancel();
      await planner.close();
      await looking;
    },
  };
}
