// The desk's own rules over a stretch of its journal, for readers of the past: the same events give the
// same reports, with the same ExecIDs, whenever and wherever they are read (I5).

import {
  type ClientReport,
  type Recorded,
  WireReader,
  decodeDeskSnapshot,
  decodeEvent,
} from '../../spec/events/index.ts';
import { type DeskState, effectsOf, emptyState, evolve, restoreState } from '../desk/index.ts';
import type { EventSource, Projection } from '../dropcopy/index.ts';
import type { JournalFollower, JournalRecord } from '../journal/index.ts';

export function createDeskProjection(): Projection {
  let state: DeskState = emptyState();
  return {
    restore(snapshot) {
      state =
        snapshot === null
          ? emptyState()
          : restoreState(decodeDeskSnapshot(new WireReader(snapshot)));
    },
    apply(recorded) {
      const evolved = evolve(state, recorded);
      const reports: ClientReport[] = [];
      for (const effect of effectsOf(recorded, evolved, state.desk)) {
        if (effect.type === 'ReportToClient') reports.push(effect.report);
      }
      return { desk: state.desk, reports, after: evolved.after };
    },
    // Nobody asks this state for its hash, and what it notes for one would grow without end.
    rest: () => state.hash.touched.clear(),
  };
}

/** A journal that is read in another thread. */
export function eventsOfFollower(follower: JournalFollower): EventSource {
  return {
    newestSnapshot: (before) => follower.newestSnapshot(before),
    *events(from, through) {
      for (const record of follower.replay(from, through)) yield recordedOf(record);
    },
  };
}

function recordedOf(record: JournalRecord): Recorded {
  const { sequence, time, type, schemaVersion, payload } = record;
  return { sequence, at: time, event: decodeEvent(type, schemaVersion, payload) };
}
