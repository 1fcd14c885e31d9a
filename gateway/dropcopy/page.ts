// The reports that a stretch of the journal makes: read on demand, in bounded pages, by whoever follows.

import type { ClientReport, Event, ParentOrder, Recorded } from '../../spec/events/index.ts';
import type { SessionID } from '../../spec/terms/index.ts';
import { MessageWriter } from '../fix/index.ts';
import type { Dialect } from '../orderentry/index.ts';
import { childReportOf } from './child-report.ts';
import { type CopyFilter, isFor } from './filter.ts';
import { type VenueNames, writeChildReport, writeCopy } from './write.ts';

/** One copy, ready for a header. */
export interface Copy {
  /** Of the event that it tells of. */
  readonly sequence: number;
  readonly msgType: string;
  readonly bytes: Uint8Array;
  /** OnBehalfOfCompID(115): the client whose order it is. */
  readonly clientCompID: string;
}

/** The copies of the events behind `after` and up to `through`; there may be none. */
export interface Page {
  readonly through: number;
  readonly copies: readonly Copy[];
}

/** What is durable, as events. */
export interface EventSource {
  /** The newest snapshot of a sequence below `before`. */
  newestSnapshot(before: number): { readonly sequence: number; readonly bytes: Uint8Array } | null;
  /** In order, from <= sequence <= through. */
  events(from: number, through: number): Iterable<Recorded>;
}

/** What an event makes of the desk, and what clients are told of it: the desk's own rules. */
export interface Projection {
  /** Null: a desk that has not begun. */
  restore(snapshot: Uint8Array | null): void;
  apply(recorded: Recorded): Applied;
  /** Lets go of what only a live desk needs. */
  rest(): void;
}

export interface Applied {
  readonly desk: number;
  readonly reports: readonly ClientReport[];
  /** The order that the event changed. */
  readonly after: ParentOrder | null;
}

export interface PageBounds {
  /** An event's copies are never parted, so that one more than this may come. */
  readonly maxCopies: number;
  readonly maxEvents: number;
}

export interface PageReaderParts {
  readonly source: EventSource;
  readonly projection: Projection;
  readonly filter: CopyFilter;
  readonly bounds: PageBounds;
  readonly dialect: Dialect;
  /** The client's CompID. */
  compIDOf(sessionID: SessionID): string;
}

/**
 * Reads in pages, each from where the one before ended; from anywhere else it begins again at the
 * newest snapshot before that. The same stretch gives the same copies whenever it is read (I5).
 */
export class PageReader {
  readonly #parts: PageReaderParts;
  readonly #out = new MessageWriter();
  /** The projection has every event up to here; null: none. */
  #at: number | null = null;

  constructor(parts: PageReaderParts) {
    this.#parts = parts;
  }

  /** Throws what the source throws at a damaged record: nothing is skipped in silence. */
  read(after: number, through: number): Page {
    const { source, projection, bounds } = this.#parts;
    const before = this.#at;
    // A throw on the way leaves the projection unfit for the next page.
    this.#at = null;
    if (before !== after) this.#rewind(after);
    const copies: Copy[] = [];
    let events = 0;
    let end = through;
    for (const recorded of source.events(after + 1, through)) {
      this.#copy(recorded, copies);
      events += 1;
      if (copies.length < bounds.maxCopies && events < bounds.maxEvents) continue;
      end = recorded.sequence;
      break;
    }
    projection.rest();
    this.#at = end;
    return { through: end, copies };
  }

  #rewind(to: number): void {
    const { source, projection } = this.#parts;
    const snapshot = source.newestSnapshot(to + 1);
    projection.restore(snapshot?.bytes ?? null);
    for (const recorded of source.events((snapshot?.sequence ?? 0) + 1, to)) {
      projection.apply(recorded);
    }
  }

  #copy(recorded: Recorded, copies: Copy[]): void {
    const { projection, filter, compIDOf, dialect } = this.#parts;
    const { sequence, at, event } = recorded;
    const { desk, reports, after } = projection.apply(recorded);
    for (const report of reports) {
      if (report.type !== 'ExecutionReport' || !isFor(filter, report)) continue;
      const clientCompID = compIDOf(report.sessionID);
      const body = writeCopy(this.#out, report, {
        clientCompID,
        venue: venueNamesOf(event),
        dialect,
      });
      copies.push({ sequence, clientCompID, msgType: body.msgType, bytes: body.bytes.slice() });
    }
    if (!filter.children || after === null || !isFor(filter, after)) return;
    const child = childReportOf(event, after, { desk, sequence, at });
    if (child === null) return;
    const clientCompID = compIDOf(after.sessionID);
    const body = writeChildReport(this.#out, child, { clientCompID, dialect });
    copies.push({ sequence, clientCompID, msgType: body.msgType, bytes: body.bytes.slice() });
  }
}

function venueNamesOf(event: Event): VenueNames | null {
  return event.type === 'ChildFilled' ? event : null;
}
