// One order's story out of the journal: its events, the messages that it came and was told in, and
// the limits that it was judged by.

import type { Event, Origin } from '../../spec/events/index.ts';
import {
  WireReader,
  decodeDeskSnapshot,
  decodeEvent,
  recordTypes,
} from '../../spec/events/index.ts';
import type { EpochNs } from '../../spec/ports/index.ts';
import type { Limits } from '../../spec/terms/index.ts';
import { type JournalReader, type JournalRecord, keyOf } from '../journal/index.ts';
import type { JournalForms } from '../process/index.ts';

export interface StoryEvent {
  readonly sequence: number;
  readonly at: EpochNs;
  readonly event: Event;
}

export interface StoryMessage {
  readonly direction: 'in' | 'out';
  /** Of the event that it caused or tells of. */
  readonly sequence: number;
  readonly at: EpochNs;
  readonly bytes: Uint8Array;
}

export interface Story {
  /** Null: no order came of it. */
  readonly orderID: string | null;
  readonly events: readonly StoryEvent[];
  readonly messages: readonly StoryMessage[];
  /** All that were set when it was judged. */
  readonly limits: readonly Limits[];
}

/** The journal, and what the gateway's tables are in it. */
export interface StorySource extends JournalForms {
  readonly journal: JournalReader;
}

/** `id` is an OrderID or a ClOrdID; of several orders with the same ClOrdID the newest. */
export function readStory(source: StorySource, id: string): Story | null {
  const { journal } = source;
  const found = findOrder(journal, id);
  if (found === null) return null;
  const { orderID, clOrdID, from } = found;
  const events: StoryEvent[] = [];
  const needles = [orderID, clOrdID]
    .filter((text) => text !== null)
    .map((text) => Buffer.from(text));
  for (const record of journal.replay(from)) {
    if (!mentions(record, needles)) continue;
    const one = storyEvent(record);
    if (belongs(one.event, found)) events.push(one);
  }
  return { orderID, events, messages: messagesOf(source, found, events), limits: found.limits };
}

interface FoundOrder {
  readonly orderID: string | null;
  readonly clOrdID: string;
  /** Its first record. */
  readonly from: number;
  readonly limits: readonly Limits[];
}

/** The first record of the order: its acceptance, or its rejection. */
function findOrder(journal: JournalReader, id: string): FoundOrder | null {
  const needle = [Buffer.from(id)];
  const limits = new Map<string, Limits>();
  let found: FoundOrder | null = null;
  let deskIsOver = false;
  for (const record of journal.replay(journal.firstSequence)) {
    if (record.type === recordTypes.LimitsSet) {
      const { event } = storyEvent(record);
      if (event.type !== 'LimitsSet') continue;
      limits.set(`${event.limits.scope} ${event.limits.scopeID}`, event.limits);
    }
    if (deskIsOver || !mentions(record, needle)) continue;
    const { event } = storyEvent(record);
    const first = firstOf(event, id);
    if (first === null) continue;
    const { sequence: from } = record;
    found = { ...first, from, limits: limitsAt(journal, from, limits) };
    deskIsOver = first.orderID === id; // An OrderID is never used again, a ClOrdID may be.
  }
  return found;
}

/** Where the log no longer begins at 1, limits that were set before it are those of a snapshot on the way there. */
function limitsAt(
  journal: JournalReader,
  from: number,
  since: ReadonlyMap<string, Limits>,
): readonly Limits[] {
  const snapshot = journal.firstSequence === 1 ? null : journal.newestSnapshot(from);
  if (snapshot === null) return [...since.values()];
  const { limits } = decodeDeskSnapshot(new WireReader(snapshot.bytes));
  const all = new Map(limits.map((one) => [`${one.scope} ${one.scopeID}`, one]));
  for (const [scope, one] of since) all.set(scope, one);
  return [...all.values()];
}

function firstOf(event: Event, id: string): Pick<FoundOrder, 'orderID' | 'clOrdID'> | null {
  switch (event.type) {
    case 'OrderAccepted':
      if (event.orderID !== id && event.clOrdID !== id) return null;
      return { orderID: event.orderID, clOrdID: event.clOrdID };
    case 'OrderRejected':
      return event.clOrdID === id ? { orderID: null, clOrdID: event.clOrdID } : null;
    case 'ReplaceRequested': // By the ClOrdID of a later request: the order is the same.
    case 'CancelRequested':
      return event.clOrdID === id ? { orderID: event.orderID, clOrdID: event.clOrdID } : null;
    default:
      return null;
  }
}

/** Ids stand in the payload as they are: what does not hold one need not be decoded. */
function mentions(record: JournalRecord, needles: readonly Buffer[]): boolean {
  const { buffer, byteOffset, byteLength } = record.payload;
  const payload = Buffer.from(buffer, byteOffset, byteLength);
  return needles.some((needle) => payload.includes(needle));
}

function storyEvent(record: JournalRecord): StoryEvent {
  const { sequence, time } = record;
  const event = decodeEvent(record.type, record.schemaVersion, record.payload);
  return { sequence, at: time, event };
}

function belongs(event: Event, order: FoundOrder): boolean {
  if (event.type === 'OrderRecalled') return event.order.orderID === order.orderID;
  if ('orderID' in event && event.orderID !== null) return event.orderID === order.orderID;
  return 'clOrdID' in event && event.clOrdID === order.clOrdID;
}

type WithOrigin = Extract<Event, { readonly origin: Origin }>;

function hasOrigin(event: Event): event is WithOrigin {
  return 'origin' in event && event.origin !== null;
}

function messagesOf(
  source: StorySource,
  order: FoundOrder,
  events: readonly StoryEvent[],
): readonly StoryMessage[] {
  const { journal, tables, namesKept } = source;
  const sessions = journal.tables.includes(tables.fixSessions) ? namesKept(journal) : [];
  const messages: StoryMessage[] = [];
  const speaking = new Set<string>();
  for (const { sequence, at, event } of events) {
    if (!hasOrigin(event)) continue;
    for (const session of sessions) {
      const bytes = incoming(source, session, event);
      if (bytes === null) continue;
      speaking.add(session);
      if (messages.some((one) => Buffer.compare(one.bytes, bytes) === 0)) continue;
      messages.push({ direction: 'in', sequence, at, bytes });
    }
  }
  for (const session of speaking) messages.push(...outgoing(source, session, { order, events }));
  return messages;
}

/** The message of this number, if it is the one: another session may have had the number too. */
function incoming(
  { journal, tables, decodeIncoming }: StorySource,
  session: string,
  event: WithOrigin,
): Uint8Array | null {
  const { sessionEpoch, msgSeqNum } = event.origin;
  const value = journal.get(tables.fixIncoming, keyOf(session, sessionEpoch, msgSeqNum));
  if (value === null) return null;
  const { bytes } = decodeIncoming(value);
  const clOrdID = 'clOrdID' in event ? event.clOrdID : null;
  if (clOrdID !== null && !Buffer.from(bytes).includes(`\x0111=${clOrdID}\x01`)) return null;
  return bytes;
}

/** Reports of the order, by its OrderID or, where no order came of it, by the ExecID of its event. */
function outgoing(
  { journal, tables, decodeMessage }: StorySource,
  session: string,
  { order, events }: { readonly order: FoundOrder; readonly events: readonly StoryEvent[] },
): readonly StoryMessage[] {
  const found: StoryMessage[] = [];
  const byOrder = order.orderID === null ? null : `\x0137=${order.orderID}\x01`;
  const byRequest = `\x0111=${order.clOrdID}\x01`;
  const last = events.at(-1)?.sequence ?? order.from;
  const all = journal.range(tables.fixOutgoing, keyOf(session), keyOf(`${session}\x01`));
  for (const [key, value] of all) {
    const text = Buffer.from(value);
    if (!(byOrder !== null && text.includes(byOrder)) && !text.includes(byRequest)) continue;
    const message = decodeMessage(key, value);
    const execID = /\|17=\d+-(\d+)-\d+\|/.exec(fixText(message.bytes));
    const sequence =
      execID === null ? sequenceAt(events, message.sendingTime, last) : Number(execID[1]);
    found.push({ direction: 'out', sequence, at: message.sendingTime, bytes: message.bytes });
  }
  return found;
}

/** A message as people write it: `|` for SOH. */
export function fixText(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('latin1').replaceAll('\x01', '|');
}

/** A report without ExecID tells of the last event before it was sent. */
function sequenceAt(events: readonly StoryEvent[], at: EpochNs, otherwise: number): number {
  return events.findLast((one) => one.at <= at)?.sequence ?? otherwise;
}
