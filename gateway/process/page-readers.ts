// The readers of one thread, one for each drop copy, each with its own projection of the desk.

import { type SessionID, madeOf } from '../../spec/terms/index.ts';
import { type CopyFilter, type EventSource, PageReader } from '../dropcopy/index.ts';
import type { Dialect } from '../orderentry/index.ts';
import { createDeskProjection } from './desk-projection.ts';

/** Copies of one page: a batch of about 50 KB in the journal. */
const MAX_COPIES = 100;
/** Events of one page: some 20 ms of a worker's time. */
const MAX_EVENTS = 5_000;

export interface Consumer {
  readonly sessionID: SessionID;
  readonly filter: CopyFilter;
  /** How its messages are written. */
  readonly dialect: Dialect;
}

/** Client sessions and the CompIDs that their clients have. */
export type CompIDs = readonly (readonly [SessionID, string])[];

export function createPageReaders(
  source: EventSource,
  consumers: readonly Consumer[],
  compIDs: CompIDs,
): ReadonlyMap<SessionID, PageReader> {
  const known = new Map(compIDs);
  return new Map(
    consumers.map(({ sessionID, filter, dialect }) => [
      sessionID,
      new PageReader({
        source,
        filter,
        dialect,
        projection: createDeskProjection(),
        bounds: { maxCopies: MAX_COPIES, maxEvents: MAX_EVENTS },
        // A session that is configured no more is called by its name.
        compIDOf: (client) => known.get(client) ?? madeOf(client)?.compID ?? client,
      }),
    ]),
  );
}
