// Reading a journal back: records in order, and the check that it ends where its last commit says.
import type { Disk, EpochNs } from '../../spec/ports/index.ts';
import { isCommitKey, logTable, newestCommit } from './commit-entry.ts';
import { keyAfterAll, sequenceKey, sequenceOfKey } from './keys.ts';
import { logStart } from './log-start.ts';
import { JournalCorrupt } from './problems.ts';
import { type JournalRecord, readRecord } from './records.ts';

/** Records read in one go: a reader keeps no transaction open between two of them. */
const chunk = 512;

export interface JournalEnd {
  /** 0 in an empty journal. */
  readonly lastSequence: number;
  /** Of the last record; 0 in an empty journal. */
  readonly epoch: number;
  /** Of the last record; 0 in an empty journal. */
  readonly time: EpochNs;
}

/**
 * Where the journal ends. Throws JournalCorrupt when log and commits do not end together: a tail was torn or lost.
 */
export function journalEnd(disk: Disk): JournalEnd {
  const commit = newestCommit(disk);
  const newest = newestRecord(disk);
  const committed = commit === null ? 0 : commit.lastSequence;
  const logged = newest === null ? 0 : newest.sequence;
  if (committed !== logged) {
    throw new JournalCorrupt(
      `the end of ${committed > logged ? 'log' : 'commits'}`,
      `record ${logged} last`,
      `record ${committed}, the last of the newest commit`,
    );
  }
  if (newest !== null && !newest.endsBatch) {
    throw new JournalCorrupt(`record ${logged}`, 'the log ends here', 'the rest of its batch');
  }
  const { epoch, time } = newest ?? { epoch: 0, time: 0n as EpochNs };
  return { lastSequence: committed, epoch, time };
}

/**
 * The records `from` to `through`, in order, markers included. Throws JournalCorrupt, with the place, at the first
 * that is missing, misplaced or damaged.
 */
export function* readRecords(
  disk: Disk,
  from: number,
  through: number,
): Generator<JournalRecord, void, undefined> {
  let next = from;
  while (next <= through) {
    const end = Math.min(next + chunk, through + 1);
    const before = next;
    for (const [key, value] of disk.range(logTable, sequenceKey(next), sequenceKey(end))) {
      if (isCommitKey(key)) continue;
      if (sequenceOfKey(key) !== next) break;
      yield readPlaced(key, value);
      next += 1;
    }
    if (next !== end) {
      const { firstSequence } = logStart(disk);
      throw new JournalCorrupt(
        `record ${next}`,
        next < firstSequence ? `none: the log begins with record ${firstSequence}` : 'none',
        `one: ${before} to ${through} were asked for`,
      );
    }
  }
}

/** The record under `key`. Throws JournalCorrupt if it is damaged or belongs elsewhere. */
export function readPlaced(key: Uint8Array, value: Uint8Array): JournalRecord {
  const sequence = sequenceOfKey(key);
  const record = readRecord(value, `record ${sequence}`);
  if (record.sequence !== sequence) {
    throw new JournalCorrupt(
      `record ${sequence}`,
      `sequence ${record.sequence}`,
      'that of its key',
    );
  }
  return record;
}

function newestRecord(disk: Disk): JournalRecord | null {
  const options = { reverse: true };
  for (const [key, value] of disk.range(logTable, sequenceKey(0), keyAfterAll, options)) {
    if (!isCommitKey(key)) return readPlaced(key, value);
  }
  return null;
}
