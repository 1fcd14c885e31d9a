// Proves the log beside whoever writes it: every record whole and in its place, every commit chained to the one before.
import type { Disk } from '../../spec/ports/index.ts';
import { ChainCheck } from './chain-check.ts';
import { commitsTable, isCommitKey, logTable } from './commit-entry.ts';
import { keyAfterAll, sequenceKey, sequenceOfKey } from './keys.ts';
import { logStart } from './log-start.ts';
import { JournalCorrupt } from './problems.ts';

/** Entries read in one go. */
const chunk = 512;

/**
 * Follows the log from where it begins until `through` is proved, and says after each commit how far it has come: then
 * the disk may be refreshed. What retention takes away meanwhile is passed over. Throws JournalCorrupt, with
 * the place, at what is missing or damaged.
 */
export function* proveLog(disk: Disk, through: number): Generator<number, void, undefined> {
  let chain = new ChainCheck(logStart(disk));
  const oldCommits = lastOfFormat1(disk);
  let from = sequenceKey(logStart(disk).firstSequence);
  while (chain.lastSequence < through) {
    const start = logStart(disk);
    if (start.firstSequence > sequenceOfKey(from)) {
      chain = new ChainCheck(start);
      from = sequenceKey(start.firstSequence);
    }
    let last: Uint8Array | null = null;
    for (const [key, value] of disk.range(logTable, from, keyAfterAll, { limit: chunk })) {
      last = key;
      if (isCommitKey(key)) {
        yield chain.commit(value, 2).lastSequence;
        continue;
      }
      const { sequence } = chain.record(value);
      const old = sequence > oldCommits ? null : disk.get(commitsTable, sequenceKey(sequence));
      if (old !== null) yield chain.commit(old, 1).lastSequence;
    }
    if (last === null) {
      throw new JournalCorrupt(
        'the end of the log',
        `record ${chain.lastSequence} the last that a commit proves`,
        `record ${through}, which was read at the start`,
      );
    }
    from = new Uint8Array([...last, 0]);
  }
}

/** The last record with a commit of format 1; 0: the journal has none. */
function lastOfFormat1(disk: Disk): number {
  const options = { limit: 1, reverse: true };
  for (const [key] of disk.range(commitsTable, sequenceKey(0), keyAfterAll, options)) {
    return sequenceOfKey(key);
  }
  return 0;
}
