// What of the journal's tables is older than anyone can ask for: found a page at a time, oldest first.
//
// A page is read when the one before it has gone, so that what the reading finds is what there is.

import { WireReader, decodeParentOrder } from '../../spec/events/index.ts';
import type { EpochNs } from '../../spec/ports/index.ts';
import { tradeDate } from '../../spec/units/index.ts';
import { type BatchPut, type Journal, keyOf } from '../journal/index.ts';
import { decodeMessage, utcTimestampIn } from '../fix/index.ts';
import { auditedAt } from './audit-trail.ts';
import { decodeIncoming, ended, loadDelivery } from './fix-records.ts';
import { bytesText, tables } from './tables.ts';

/** Values that go in one commit, about: an order goes with all of its ids. */
const PAGE = 64;

export type Horizon =
  /** Sent and got before that; none of the sessions in `held`, by the engine's names. */
  | {
      readonly type: 'Messages';
      readonly before: EpochNs;
      readonly now: EpochNs;
      readonly held: readonly string[];
    }
  /** Ended on a day before that one's. */
  | { readonly type: 'Orders'; readonly before: EpochNs };

type Tables = Pick<Journal, 'get' | 'range'>;

/** The pages of what goes, each to be durable before the next is asked for. */
export function removalsOf(
  journal: Tables,
  horizon: Horizon,
): Generator<readonly BatchPut[], void, undefined> {
  return horizon.type === 'Messages'
    ? oldMessages(journal, horizon)
    : oldOrders(journal, horizon.before);
}

function* oldMessages(
  journal: Tables,
  { before, now, held }: Extract<Horizon, { readonly type: 'Messages' }>,
): Generator<readonly BatchPut[], void, undefined> {
  for (const { table, rest, at: timeOf } of MESSAGES) {
    for (const session of groups(journal, table, rest)) {
      const name = bytesText(session.subarray(0, -1));
      if (held.includes(name)) continue;
      const delivery = loadDelivery(journal, name);
      // What may not have arrived is sent again in a new epoch, however old it is.
      const cutoff = delivery === null ? before : earlier(before, ended(delivery, now).cutoff);
      const behind = afterAll(session);
      for (;;) {
        const page: BatchPut[] = [];
        for (const [key, value] of journal.range(table, session, behind, { limit: PAGE })) {
          const at = timeOf(key, value);
          if (at !== null && at >= cutoff) break;
          page.push({ table, key, value: null });
        }
        if (page.length > 0) yield page;
        if (page.length < PAGE) break;
      }
    }
  }
}

/** Tables of messages by session: how long the rest of their keys is, and when a message was. */
const MESSAGES = [
  { table: tables.fixOutgoing, rest: 16, at: outgoingAt },
  { table: tables.fixIncoming, rest: 16, at: incomingAt },
  { table: tables.fixAudit, rest: 12, at: (key: Uint8Array) => auditedAt(key) },
] as const;

function outgoingAt(key: Uint8Array, value: Uint8Array): EpochNs {
  return decodeMessage(key, value).sendingTime;
}

const SENDING_TIME = Buffer.from('\u000152=', 'latin1');

/** Of an older build's the SendingTime(52); null for one without, which is older than any that counts. */
function incomingAt(_key: Uint8Array, value: Uint8Array): EpochNs | null {
  const { at } = decodeIncoming(value);
  if (at !== null) return at;
  const bytes = Buffer.from(value.buffer, value.byteOffset, value.byteLength);
  const start = bytes.indexOf(SENDING_TIME) + SENDING_TIME.length;
  if (start < SENDING_TIME.length) return null;
  return utcTimestampIn(bytes, start, bytes.indexOf(1, start));
}

function* oldOrders(
  journal: Tables,
  before: EpochNs,
): Generator<readonly BatchPut[], void, undefined> {
  const today = tradeDate(before);
  for (const session of groups(journal, tables.clOrdIDs, null)) {
    const behind = keyOf(bytesText(session.subarray(0, -1)), today);
    for (;;) {
      const page: BatchPut[] = [];
      const orderIDs = new Set<string>();
      let ids = 0;
      for (const [key, value] of journal.range(tables.clOrdIDs, session, behind, { limit: PAGE })) {
        ids += 1;
        page.push({ table: tables.clOrdIDs, key, value: null });
        const orderID = bytesText(value);
        // Another of its ClOrdIDs may have taken it along.
        if (!orderIDs.has(orderID)) page.push(...orderWithChildren(journal, orderID));
        orderIDs.add(orderID);
        if (page.length >= PAGE) break;
      }
      if (ids === 0) break;
      yield page;
    }
  }
}

/** Nothing where it has gone. */
function orderWithChildren(journal: Tables, orderID: string): readonly BatchPut[] {
  const key = keyOf(orderID);
  const bytes = journal.get(tables.orders, key);
  if (bytes === null) return [];
  const { children } = decodeParentOrder(new WireReader(bytes));
  return [
    { table: tables.orders, key, value: null },
    ...children.map(({ childID }) => ({ table: tables.children, key: [childID], value: null })),
  ];
}

/** The first part of a table's keys, each once: a text with its end, before `rest` bytes or anything. */
function* groups(
  journal: Tables,
  table: string,
  rest: number | null,
): Generator<Uint8Array, void, undefined> {
  let from: Uint8Array = new Uint8Array(1);
  for (;;) {
    const [first] = journal.range(table, from, HIGHEST, { limit: 1 });
    if (first === undefined) return;
    const [key] = first;
    const end = rest === null ? key.indexOf(0) + 1 : key.length - rest;
    const group = key.slice(0, end);
    yield group;
    from = afterAll(group);
  }
}

const HIGHEST = new Uint8Array([0xff]);

/** Behind every key that begins with the text: its end is a zero. */
function afterAll(text: Uint8Array): Uint8Array {
  return new Uint8Array([...text.subarray(0, -1), 1]);
}

function earlier(one: EpochNs, other: EpochNs): EpochNs {
  return one < other ? one : other;
}
