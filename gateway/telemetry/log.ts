// The log's port over pino: one JSON object a line.

import { openSync } from 'node:fs';
import { pino } from 'pino';
import type { Clock, Log, LogFields } from '../../spec/ports/index.ts';
import { isoTime } from '../../spec/units/index.ts';
import type { LogConfig } from '../config/index.ts';
import { printable } from './printable.ts';

export interface ClosableLog extends Log {
  /** Writes what is queued, then closes. Waits as long as a full pipe is not read. What is said later is lost. */
  close(): Promise<void>;
  /** Lines that were lost because whoever reads the log did not keep up, or the disk is full. */
  readonly droppedLines: () => number;
}

/** 8 MiB: past that lines are dropped, because a log that nobody reads must not stop the desk. */
const MAX_QUEUED_BYTES = 8_388_608;
const STDOUT = 1;

/** Throws where the file cannot be opened. `base` is on every line. */
export function createLog(config: LogConfig, clock: Clock, base: LogFields): ClosableLog {
  const descriptor = config.file === null ? STDOUT : openSync(config.file, 'a', 0o600);
  const destination = pino.destination({
    dest: descriptor,
    sync: false,
    maxLength: MAX_QUEUED_BYTES,
  });
  let dropped = 0;
  let isClosed = false;
  destination.on('drop', () => (dropped += 1));
  destination.on('error', () => (dropped += 1)); // ENOSPC, EPIPE: the desk goes on.
  const logger = pino(
    {
      level: config.level,
      base: Object.fromEntries(Object.entries(base).map(([key, one]) => [key, printable(one)])),
      messageKey: 'sentence',
      timestamp: () => `,"time":"${isoTime(clock.now())}"`,
      formatters: { level: (label) => ({ level: label }) },
    },
    destination,
  );
  const line =
    (level: LogConfig['level']) =>
    (fields: LogFields, sentence: string): void => {
      if (!logger.isLevelEnabled(level)) return;
      // A desk that ends has parts that still speak: pino would throw, in the middle of one of them.
      if (isClosed) dropped += 1;
      else logger[level](printable(fields), sentence);
    };
  return {
    error: line('error'),
    warn: line('warn'),
    info: line('info'),
    debug: line('debug'),
    droppedLines: () => dropped,
    close: () =>
      new Promise((resolve) => {
        isClosed = true;
        destination.once('close', () => resolve());
        destination.once('error', () => resolve());
        destination.end();
      }),
  };
}
