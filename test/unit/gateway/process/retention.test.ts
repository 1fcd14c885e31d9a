// What retention lets go of, and what it never does, over a real journal and its worker.
import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { beforeEach, expect, test } from '@jest/globals';
import type { RetentionConfig } from '../../../../gateway/config/index.ts';
import {
  type BatchPut,
  type Journal,
  keyOf,
  openJournal,
  openJournalArchivist,
  stageImport,
  verifyJournal,
} from '../../../../gateway/journal/index.ts';
import { auditKey, auditedAt } from '../../../../gateway/process/audit-trail.ts';
import { deliveryPut } from '../../../../gateway/process/fix-records.ts';
import { type Retention, startRetention } from '../../../../gateway/process/retention.ts';
import { tableNames, tables } from '../../../../gateway/process/tables.ts';
import { workerPlanner } from '../../../../gateway/process/trim-planner.ts';
import { ColdOrders } from '../../../../gateway/process/cold-orders.ts';
import { asChildID, asClOrdID, asOrderID } from '../../../../spec/terms/index.ts';
import { childOf, enter, filled, newBench, orderOf } from '../../../fixtures/desk.ts';
import type { EpochNs, Log, MonotonicNs } from '../../../../spec/ports/index.ts';
import { batchOf, bytesOf, inFolder, optionsFor, realTimers, text } from '../journal/support.ts';

const DAY = 86_400_000_000_000n;
const now = 1_763_700_000_000_000_000n as EpochNs; // 2025-11-21 04:40 UTC
const daysAgo = (days: number): EpochNs =>
  (now - BigInt(Math.round(days * 24)) * (DAY / 24n)) as EpochNs;
/** Set forward by a test. */
let aheadNs = 0n;
const clock = { monotonic: () => 0n as MonotonicNs, now: () => (now + aheadNs) as EpochNs };
beforeEach(() => {
  aheadNs = 0n;
});
const nothing: RetentionConfig = {
  logDays: null,
  logMaxBytes: null,
  archiveFolder: null,
  messageDays: null,
  orderDays: null,
};

interface Desk {
  readonly journal: Journal;
  readonly folder: string;
  readonly archives: string;
  readonly errors: string[];
  start(
    config: Partial<RetentionConfig>,
    held?: readonly string[],
    readers?: readonly number[],
  ): Retention;
}

function withJournal(use: (desk: Desk) => Promise<void>): Promise<void> {
  return inFolder(async (folder) => {
    const journal = await openJournal({ ...optionsFor(folder, tableNames), clock });
    const archives = join(dirname(folder), 'archives');
    const errors: string[] = [];
    const started: Retention[] = [];
    const silent = (): void => undefined;
    const log: Log = {
      error: (fields) => errors.push(String(fields['error'])),
      warn: silent,
      info: silent,
      debug: silent,
    };
    try {
      await use({
        journal,
        folder,
        archives,
        errors,
        start(config, held = [], readers = []) {
          const all = { ...nothing, ...config };
          const { archiveFolder } = all;
          const one = startRetention({
            config: all,
            planner: workerPlanner({ folder, durability: 'fsync', desk: 1, archiveFolder }),
            journal,
            clock,
            timers: realTimers,
            log,
            readers: () => readers,
            unconfirmed: () => held,
            watchClock: () => undefined,
          });
          started.push(one);
          return one;
        },
      });
    } finally {
      for (const one of started) await one.close();
      await journal.close();
    }
  });
}

/** A commit of one record at that time; its 64 writes bring its table up to date. */
async function commit(journal: Journal, time: EpochNs): Promise<void> {
  const puts: BatchPut[] = Array.from({ length: 64 }, (_, index) => {
    return { table: tables.marks, key: ['m', index], value: ['x'] };
  });
  journal.append({ ...batchOf(journal, [`event ${journal.nextSequence}`], puts), time });
  await journal.flush();
}

/** One record for each of the last 20 days, the oldest first, then two snapshots. */
async function twentyDays(journal: Journal): Promise<void> {
  for (let day = 20; day >= 1; day -= 1) await commit(journal, daysAgo(day));
  for (let turn = 0; turn < 2; turn += 1) {
    await journal.writeSnapshot(journal.nextSequence - 1, bytesOf('state'), bytesOf('hash'));
  }
}

test('records older than logDays go, each archived before, and the archives and the rest are one journal', () =>
  withJournal(async ({ journal, folder, archives, errors, start }) => {
    await twentyDays(journal);
    // What a process left that died while it wrote goes.
    mkdirSync(archives);
    writeFileSync(join(archives, '0000000000000001-0000000000000009.cswy.incomplete'), 'CSWYJNL1');
    const retention = start({ logDays: 5, archiveFolder: archives });
    await retention.look();
    expect(errors).toEqual([]);
    // 20 to 6 days old, and not the one of 5 days ago to the hour.
    expect(journal.firstSequence).toBe(16);
    expect(retention.status()).toMatchObject({
      trimmedRecords: 15,
      archivedRecords: 15,
      failures: 0,
    });
    expect(readdirSync(archives)).toEqual(['0000000000000001-0000000000000015.cswy']);
    await retention.look(); // Nothing is due: not for each minute an archive.
    expect(readdirSync(archives)).toHaveLength(1);
    const to = join(dirname(folder), 'to');
    const files = readdirSync(archives).map((name) => join(archives, name));
    const staged = await stageImport(files, { folder: to, schema: 99, tables: tableNames });
    expect(staged.verification).toMatchObject({ records: 15, firstSequence: 1, problems: [] });
    staged.discard();
  }));

test('a log above logMaxMB goes down to seven eighths of it, whatever its age', () =>
  withJournal(async ({ journal, errors, start }) => {
    for (let turn = 0; turn < 200; turn += 1) await commit(journal, now);
    for (let turn = 0; turn < 2; turn += 1) {
      await journal.writeSnapshot(journal.nextSequence - 1, bytesOf('state'), bytesOf('hash'));
    }
    const bound = Math.floor(journal.logBytes / 2);
    const retention = start({ logMaxBytes: bound });
    await retention.look();
    expect(errors).toEqual([]);
    expect(journal.logBytes).toBeLessThan(bound);
    expect(journal.logBytes).toBeGreaterThan(bound / 2);
  }));

test('nothing goes behind what a drop copy begins with, or where an archive cannot be written', () =>
  withJournal(async ({ journal, archives, errors, start }) => {
    await twentyDays(journal);
    await start({ logDays: 5 }, [], [3]).look();
    expect(journal.firstSequence).toBe(1);
    writeFileSync(archives, 'a file where the folder should be');
    const retention = start({ logDays: 5, archiveFolder: archives });
    await retention.look();
    expect(journal.firstSequence).toBe(1);
    expect(retention.status().failures).toBe(1);
    expect(errors[0]).toMatch(/EEXIST|ENOTDIR/);
  }));

test('what stands in an archive of which a part has gone already goes too, and is not archived a second time', () =>
  withJournal(async ({ journal, folder, archives, errors, start }) => {
    await twentyDays(journal);
    const archivist = openJournalArchivist({ folder, durability: 'fsync', tables: tableNames });
    archivist.archive(archives, 15, { schema: 1, desk: 1 });
    archivist.close();
    await journal.trim(7);
    expect(journal.firstSequence).toBe(8);
    await start({ logDays: 5, archiveFolder: archives }).look();
    expect(errors).toEqual([]);
    expect(journal.firstSequence).toBe(16);
    expect(readdirSync(archives)).toEqual(['0000000000000001-0000000000000015.cswy']);
  }));

test("another journal's archive in the folder stops retention, in words", () =>
  withJournal(async ({ journal, archives, errors, start }) => {
    await twentyDays(journal);
    await inFolder(async (other) => {
      const { openJournalView } = await import('../../../../gateway/journal/index.ts');
      const written = await openJournal({ ...optionsFor(other, tableNames), clock });
      await commit(written, daysAgo(30));
      await written.close();
      const view = openJournalView(other);
      mkdirSync(archives);
      const file = join(archives, '0000000000000001-0000000000000001.cswy');
      const what = { stretch: { type: 'All' }, schema: 3, desk: 1, stateHash: null } as const;
      view.exportTo(file, what);
      await view.closed();
    });
    await start({ logDays: 5, archiveFolder: archives }).look();
    expect(journal.firstSequence).toBe(1);
    expect(errors[0]).toContain('is not of this journal: nothing goes before it is moved away');
  }));

const session = 'FIX.4.4:CAUSEWAY->ACME';
const other = 'FIX.4.4:CAUSEWAY->RISK1';

async function messages(journal: Journal): Promise<void> {
  for (const [epoch, number, days] of [
    [1, 7, 30],
    [1, 8, 12],
    [2, 1, 11],
    [2, 2, 9],
  ] as const) {
    const sent = [daysAgo(days), new Uint8Array([1, 0x38]), `message ${number}`];
    const time = new Date(Number(daysAgo(days) / 1_000_000n)).toISOString();
    const stamp = time.replaceAll('-', '').replace('T', '-').slice(0, 21);
    const got = `8=FIX.4.4\u00019=1\u000135=D\u000152=${stamp}\u000111=X\u0001`;
    const puts = [session, other].flatMap((name): BatchPut[] => [
      { table: tables.fixOutgoing, key: [name, epoch, number], value: sent },
      { table: tables.fixIncoming, key: [name, epoch, number], value: [got] },
      { table: tables.fixAudit, key: auditKey(name, daysAgo(days), number), value: [got] },
    ]);
    journal.append(batchOf(journal, ['e'], puts));
  }
  await journal.flush();
}

function kept(journal: Journal, table: string, name: string): readonly string[] {
  const all = journal.range(table, keyOf(name), keyOf(`${name}\x01`));
  return [...all].map(([key]) => {
    const view = new DataView(key.buffer, key.byteOffset, key.byteLength);
    const at = key.length - 16;
    return `${view.getBigUint64(at)}/${view.getBigUint64(at + 8)}`;
  });
}

test('messages older than messageDays go, sent and got, but none of a session that is held', () =>
  withJournal(async ({ journal, errors, start }) => {
    await messages(journal);
    await start({ messageDays: 10 }, [other]).look();
    expect(errors).toEqual([]);
    expect(kept(journal, tables.fixOutgoing, session)).toEqual(['2/2']);
    expect(kept(journal, tables.fixIncoming, session)).toEqual(['2/2']);
    expect(kept(journal, tables.fixOutgoing, other)).toHaveLength(4);
    expect(kept(journal, tables.fixIncoming, other)).toHaveLength(4);
    const audited = (name: string) => [
      ...journal.range(tables.fixAudit, keyOf(name), keyOf(`${name}\x01`)),
    ];
    expect(audited(session).map(([key]) => auditedAt(key))).toEqual([daysAgo(9)]);
    expect(audited(other)).toHaveLength(4);
  }));

test('what may not have arrived stays, however old it is', () =>
  withJournal(async ({ journal, start }) => {
    await messages(journal);
    const delivery = { epoch: 1, connection: null, cutoff: daysAgo(13) };
    journal.append(batchOf(journal, ['e'], [deliveryPut(session, delivery)]));
    await journal.flush();
    await start({ messageDays: 10 }).look();
    expect(kept(journal, tables.fixOutgoing, session)).toEqual(['1/8', '2/1', '2/2']);
  }));

test('orders that ended before orderDays go with their ClOrdIDs and children, others stay whole', () =>
  withJournal(async ({ journal, errors, start }) => {
    const bench = newBench();
    bench.send(enter(bench, 'A'));
    bench.send(filled(childOf(bench, 'A'), 'e1', 10));
    const template = orderOf(bench, 'A');
    const [child] = template.children;
    if (child === undefined) throw new Error('the order has no child');
    const cold = new ColdOrders(journal);
    for (const [orderID, days, ids] of [
      ['ORD-1', 20, ['A', 'B']],
      ['ORD-2', 6, ['C']],
    ] as const) {
      const order = {
        ...template,
        orderID: asOrderID(orderID),
        clOrdIDs: ids.map(asClOrdID),
        children: [{ ...child, childID: asChildID(`child of ${orderID}`) }],
      };
      const puts = cold.add(order, daysAgo(days), journal.nextSequence);
      journal.append(batchOf(journal, ['e'], puts));
    }
    await journal.flush();
    const retention = start({ orderDays: 10 });
    await retention.look();
    expect(errors).toEqual([]);
    const keysOf = (table: string): readonly string[] =>
      [...journal.range(table, new Uint8Array(1), new Uint8Array([255]))].map(([key]) =>
        text(key).replaceAll('\0', ' ').trim(),
      );
    expect(keysOf(tables.orders)).toEqual(['ORD-2']);
    expect(keysOf(tables.clOrdIDs)).toEqual([`${template.sessionID} 20251115 C`]);
    expect(keysOf(tables.children)).toEqual(['child of ORD-2']);
    expect(retention.status().removedValues).toBe(4); // The order, two ClOrdIDs, a child.
  }));

test('a clock that is set forward makes nothing old before the next start', () =>
  withJournal(async ({ journal, errors, start }) => {
    await twentyDays(journal);
    await messages(journal);
    const days = { logDays: 25, messageDays: 35, orderDays: 25 };
    const put = { table: tables.clOrdIDs, key: [session, '20251115', 'A'], value: ['ORD-1'] };
    journal.append(batchOf(journal, ['e'], [put]));
    const orders = () => [...journal.range(put.table, new Uint8Array(1), new Uint8Array([255]))];
    const left = () => [
      journal.firstSequence,
      kept(journal, tables.fixOutgoing, session).length,
      orders().length,
    ];
    const retention = start(days);
    aheadNs = 40n * DAY;
    await retention.look();
    expect(left()).toEqual([1, 4, 1]);
    const next = start(days);
    await next.look();
    expect(errors).toEqual([]);
    expect(left()).toEqual([21, 0, 0]);
  }));

test('without a setting nothing goes', () =>
  withJournal(async ({ journal, folder, start }) => {
    await twentyDays(journal);
    await messages(journal);
    const before = journal.nextSequence;
    await start({}).look();
    expect(journal.nextSequence).toBe(before);
    expect(existsSync(join(folder, 'store'))).toBe(true);
    await journal.close();
    expect((await verifyJournal(folder)).problems).toEqual([]);
  }));
