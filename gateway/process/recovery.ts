// From the journal to the desk's state: newest snapshot, then every event behind it.

import {
  SnapshotReader,
  WireReader,
  decodeDeskSnapshot,
  decodeEvent,
} from '../../spec/events/index.ts';
import type { EpochNs } from '../../spec/ports/index.ts';
import { epochNs } from '../../spec/units/index.ts';
import {
  type DeskState,
  emptyState,
  evolve,
  hashOfSnapshot,
  restoreState,
  restoreTrusting,
  stateHash,
} from '../desk/index.ts';
import { type Journal, type Snapshot, keyOf } from '../journal/index.ts';
import { bytesText, tables } from './tables.ts';

export interface Recovered {
  readonly state: DeskState;
  /** Of the snapshot that it began with; 0: none. */
  readonly snapshotAt: number;
  readonly replayedRecords: number;
  /** The time of the last record; zero for a new journal. */
  readonly lastTime: EpochNs;
  /** Commands that stopped an earlier process. */
  readonly marks: Set<string>;
}

/** What recovery needs of a journal. */
export type RecoverySource = Pick<Journal, 'newestSnapshot' | 'replay' | 'range'>;

/**
 * Throws JournalCorrupt, or UnreadableEvent, with the place: nothing is skipped in silence. Every byte that is read is
 * verified before it is used. That the state has the hash that the snapshot's record names, which proves how it was
 * decoded, is computed `Now`, or `Beside`: by whoever calls this so, in another thread (`proveSnapshot`).
 */
export function recover(journal: RecoverySource, proof: 'Now' | 'Beside' = 'Now'): Recovered {
  const snapshot = journal.newestSnapshot();
  let lastTime = snapshot?.takenAt ?? epochNs(0n);
  const state = stateOf(snapshot, proof);
  let replayedRecords = 0;
  for (const record of journal.replay((snapshot?.sequence ?? 0) + 1)) {
    const event = decodeEvent(record.type, record.schemaVersion, record.payload);
    evolve(state, { sequence: record.sequence, at: record.time, event });
    replayedRecords += 1;
    lastTime = record.time;
  }
  const snapshotAt = snapshot?.sequence ?? 0;
  return { state, snapshotAt, replayedRecords, lastTime, marks: marksOf(journal) };
}

function stateOf(snapshot: Snapshot | null, proof: 'Now' | 'Beside'): DeskState {
  if (snapshot === null) return emptyState();
  const { bytes } = snapshot;
  if (proof === 'Beside') {
    return restoreTrusting(new SnapshotReader(bytes), bytesText(snapshot.stateHash));
  }
  const state = restoreState(decodeDeskSnapshot(new WireReader(bytes)));
  verifyHash(stateHash(state), snapshot.stateHash, snapshot.sequence);
  return state;
}

/** Throws where the snapshot does not give the hash that its record names. */
export function proveSnapshot(snapshot: Snapshot): void {
  const { bytes, stateHash: recorded, sequence } = snapshot;
  verifyHash(hashOfSnapshot(new SnapshotReader(bytes)), recorded, sequence);
}

function verifyHash(found: string, expected: Uint8Array, sequence: number): void {
  const wanted = bytesText(expected);
  if (found === wanted) return;
  throw new Error(
    `the snapshot at ${sequence} gives the state hash ${found}, its record says ${wanted} (I5)`,
  );
}

function marksOf(journal: RecoverySource): Set<string> {
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
