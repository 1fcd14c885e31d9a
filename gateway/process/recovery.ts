// From the journal to the desk's state: newest snapshot, then every event behind it.

import { WireReader, decodeDeskSnapshot, decodeEvent } from '../../spec/events/index.ts';
import type { EpochNs } from '../../spec/ports/index.ts';
import { epochNs } from '../../spec/units/index.ts';
import { type DeskState, emptyState, evolve, restoreState, stateHash } from '../desk/index.ts';
import { type Journal, keyOf } from '../journal/index.ts';
import { bytesText, tables } from './tables.ts';

export interface Recovered {
  readonly state: DeskState;
  readonly replayedRecords: number;
  /** The time of the last record; zero for a new journal. */
  readonly lastTime: EpochNs;
  /** Commands that stopped an earlier process. */
  readonly marks: Set<string>;
}

/** Throws JournalCorrupt, or UnreadableEvent, with the place: nothing is skipped in silence. */
export function recover(journal: Journal): Recovered {
  const snapshot = journal.newestSnapshot();
  let lastTime = snapshot?.takenAt ?? epochNs(0n);
  const state =
    snapshot === null
      ? emptyState()
      : restoreState(decodeDeskSnapshot(new WireReader(snapshot.bytes)));
  if (snapshot !== null) verifyHash(state, snapshot.stateHash, snapshot.sequence);
  let replayedRecords = 0;
  for (const record of journal.replay((snapshot?.sequence ?? 0) + 1)) {
    const event = decodeEvent(record.type, record.schemaVersion, record.payload);
    evolve(state, { sequence: record.sequence, at: record.time, event });
    replayedRecords += 1;
    lastTime = record.time;
  }
  return { state, replayedRecords, lastTime, marks: marksOf(journal) };
}

function verifyHash(state: DeskState, expected: Uint8Array, sequence: number): void {
  const found = stateHash(state);
  const wanted = bytesText(expected);
  if (found === wanted) return;
  throw new Error(
    `the snapshot at ${sequence} gives the state hash ${found}, its record says ${wanted} (I5)`,
  );
}

function marksOf(journal: Journal): Set<string> {
  const marks = new Set<string>();
  for (const [key] of journal.range(tables.marks, new Uint8Array(0), new Uint8Array([0xff]))) {
    marks.add(bytesText(key.subarray(0, -1)));
  }
  return marks;
}

/** The key of a mark; long keys are cut, which can only refuse more than was marked. */
export function markKey(key: string): Uint8Array {
  return keyOf(key.slice(0, 500));
}
