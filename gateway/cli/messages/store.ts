// Messages out of a gateway's store, of all sessions in the order of time, from either end.

import type { EpochNs } from '../../../spec/ports/index.ts';
import { epochNs } from '../../../spec/units/index.ts';
import { type JournalReader, keyOf } from '../../journal/index.ts';
import type { JournalForms } from '../../process/index.ts';
import { utcTimestampIn } from '../../fix/index.ts';
import type { FoundMessage } from './found.ts';

export interface StoreSource extends JournalForms {
  readonly journal: JournalReader;
}

/** A found message has its time here. */
export interface StoredMessage extends FoundMessage {
  readonly at: EpochNs;
}

/** Where reading goes on: by session and table, the key behind which it does. */
export type Places = Map<string, Uint8Array>;

interface Reading {
  readonly reverse: boolean;
  /** Read from there, and noted there as it is read; null: all is read. */
  readonly places: Places | null;
}

/** Ascending, or descending with `reverse`. */
export function* storedMessages(
  source: StoreSource,
  reading: Reading,
): Generator<StoredMessage, void, undefined> {
  const runs = sessionsIn(source).flatMap((session) => [
    gotIn(source, session, reading),
    sentBy(source, session, reading),
    auditedOf(source, session, reading),
  ]);
  yield* merged(runs, reading.reverse);
}

const LAST: Reading = { reverse: true, places: null };

/** Where reading goes on that is to find only what comes from now on. */
export function placesAtTheEnd(source: StoreSource): Places {
  const { tables } = source;
  const places: Places = new Map();
  for (const session of sessionsIn(source)) {
    for (const table of [tables.fixIncoming, tables.fixOutgoing, tables.fixAudit]) {
      const last = [...entriesOf(source, table, session, LAST, { limit: 1 })][0];
      if (last !== undefined) places.set(placeOf(table, session), behind(last[0]));
    }
  }
  return places;
}

function placeOf(table: Table, session: string): string {
  return `${table} ${session}`;
}

function behind(key: Uint8Array): Uint8Array {
  return Buffer.concat([key, Uint8Array.of(0)]);
}

/** The names that the FIX engine gives to sessions. */
function sessionsIn({ journal, tables }: StoreSource): readonly string[] {
  const found = new Set<string>();
  for (const table of [
    tables.fixSessions,
    tables.fixIncoming,
    tables.fixOutgoing,
    tables.fixAudit,
  ]) {
    if (!journal.tables.includes(table)) continue;
    let from: Uint8Array = new Uint8Array(1);
    for (;;) {
      const [first] = [...journal.range(table, from, BEHIND_ALL, { limit: 1 })];
      if (first === undefined) break;
      const session = Buffer.from(first[0].subarray(0, first[0].indexOf(0))).toString('utf8');
      found.add(session);
      from = keyOf(`${session}\x01`);
    }
  }
  return [...found].toSorted();
}

const BEHIND_ALL = Uint8Array.of(0xff);

type Run = Generator<StoredMessage, void, undefined>;
type Table = JournalForms['tables'][keyof JournalForms['tables']];

/** Its entries in a table, from where reading had come. */
function* entriesOf(
  { journal }: StoreSource,
  table: Table,
  session: string,
  { reverse, places }: Reading,
  options: { readonly limit?: number } = {},
): Generator<readonly [Uint8Array, Uint8Array], void, undefined> {
  if (!journal.tables.includes(table)) return;
  const place = placeOf(table, session);
  const from = places?.get(place) ?? keyOf(session);
  const to = keyOf(`${session}\x01`);
  for (const entry of journal.range(table, from, to, { ...options, reverse })) {
    places?.set(place, behind(entry[0]));
    yield entry;
  }
}

function* gotIn(source: StoreSource, session: string, reading: Reading): Run {
  for (const [, value] of entriesOf(source, source.tables.fixIncoming, session, reading)) {
    const { at, bytes } = source.decodeIncoming(value);
    const text = textOf(bytes);
    yield { text, at: at ?? sendingTimeOf(text), direction: 'in', session, notes: [] };
  }
}

function* sentBy(source: StoreSource, session: string, reading: Reading): Run {
  for (const [key, value] of entriesOf(source, source.tables.fixOutgoing, session, reading)) {
    const { sendingTime, bytes } = source.decodeMessage(key, value);
    yield { text: textOf(bytes), at: sendingTime, direction: 'out', session, notes: [] };
  }
}

const NOTES = {
  Taken: [],
  Early: ['behind a gap: its turn came later'],
  Garbled: ['garbled: ignored, its number not used up'],
} as const;

function* auditedOf(source: StoreSource, session: string, reading: Reading): Run {
  for (const [key, value] of entriesOf(source, source.tables.fixAudit, session, reading)) {
    const entry = source.decodeAudit(key, value);
    const { at } = entry;
    if (entry.type === 'SentAgain') {
      yield* sentAgain(source, session, entry, reading.reverse);
      continue;
    }
    const { direction, reception, bytes } = entry;
    yield { text: textOf(bytes), at, direction, session, notes: NOTES[reception] };
  }
}

function* sentAgain(
  source: StoreSource,
  session: string,
  range: Extract<ReturnType<JournalForms['decodeAudit']>, { type: 'SentAgain' }>,
  reverse: boolean,
): Run {
  const { at, epoch, fromSeqNum, toSeqNum } = range;
  const from = keyOf(session, epoch, fromSeqNum);
  const to = keyOf(session, epoch, toSeqNum + 1);
  const notes = ['sent again with PossDupFlag(43)=Y; here as it was at first'];
  for (const [key, value] of source.journal.range(source.tables.fixOutgoing, from, to, {
    reverse,
  })) {
    const { bytes } = source.decodeMessage(key, value);
    yield { text: textOf(bytes), at, direction: 'out', session, notes };
  }
}

function* merged(runs: readonly Run[], reverse: boolean): Run {
  const open = runs.flatMap((run) => {
    const head = run.next().value;
    return head === undefined ? [] : [{ run, head }];
  });
  while (open.length > 0) {
    let first = 0;
    for (let at = 1; at < open.length; at += 1) {
      const [one, best] = [open[at], open[first]];
      if (one === undefined || best === undefined) continue;
      if (reverse ? one.head.at > best.head.at : one.head.at < best.head.at) first = at;
    }
    const chosen = open[first];
    if (chosen === undefined) return;
    yield chosen.head;
    const head = chosen.run.next().value;
    if (head === undefined) open.splice(first, 1);
    else chosen.head = head;
  }
}

function textOf(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
}

/** 1970 where it says none: such a message sorts first. */
export function sendingTimeOf(text: string): EpochNs {
  const value = /\x0152=([^\x01]*)/.exec(text)?.[1] ?? '';
  return utcTimestampIn(Buffer.from(value, 'latin1'), 0, value.length) ?? epochNs(0n);
}
