// A desk's journal, opened with the real clock and timers: the first thing that a start does.

import type { Clock, EpochNs, Log, MonotonicNs, Timers } from '../../spec/ports/index.ts';
import { isoTime } from '../../spec/units/index.ts';
import type { GatewayConfig } from '../config/index.ts';
import { type Journal, journalDefaults, openJournal } from '../journal/index.ts';
import { realClock, realSoon, realTimers } from './real-world.ts';
import { tableNames } from './tables.ts';
import type { WallClock } from './wall-clock.ts';

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
  const clock = realClock({
    stepped(byMs) {
      const how =
        byMs > 0 ? 'forward: followed at once' : 'back: time goes on, slower, until it fits';
      log.error({ byMs }, `the system clock was set ${how}`);
    },
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
  goOn(clock, journal.lastTime, log);
  return { clock, timers, startedAt, journal };
}

/** Recorded time does not run backwards where a machine's clock was set back across a restart, up to a bound. */
function goOn(clock: WallClock, lastTime: EpochNs, log: Log): void {
  const going = clock.goOnFrom(lastTime);
  if (going.type === 'Ahead') return;
  const fields = { behindMs: Number(going.behindNs / 1_000_000n), lastRecord: isoTime(lastTime) };
  if (going.type === 'Held') {
    const how = 'time goes on from there, slower, until it fits';
    return log.warn(fields, `the system clock is behind the journal's last record: ${how}`);
  }
  const what = 'it is followed, and must be right: clients are refused by SendingTime(52) if not';
  log.error(fields, `the system clock is far behind the journal's last record: ${what}`);
}
