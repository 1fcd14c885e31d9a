// A desk's journal, opened with the real clock and timers: the first thing that a start does.

import type { Clock, Log, MonotonicNs, Timers } from '../../spec/ports/index.ts';
import type { GatewayConfig } from '../config/index.ts';
import { type Journal, journalDefaults, openJournal } from '../journal/index.ts';
import { realClock, realSoon, realTimers } from './real-world.ts';
import { tableNames } from './tables.ts';

export interface OpenedJournal {
  readonly clock: Clock;
  readonly timers: Timers;
  readonly journal: Journal;
  /** When it was begun. */
  readonly startedAt: MonotonicNs;
}

/** Throws JournalRefused, or JournalCorrupt. */
export async function openDeskJournal(
  { dataFolder, durability }: GatewayConfig,
  log: Log,
): Promise<OpenedJournal> {
  const clock = realClock((byMs) => {
    const how =
      byMs > 0 ? 'forward: followed at once' : 'back: time goes on, slower, until it fits';
    log.error({ byMs }, `the system clock was set ${how}`);
  });
  const timers = realTimers();
  const startedAt = clock.monotonic();
  const journal = await openJournal({
    ...journalDefaults,
    folder: dataFolder,
    tables: tableNames,
    clock,
    timers,
    soon: realSoon,
    durability,
  });
  return { clock, timers, startedAt, journal };
}
