// Tables are brought up to date many writes at a time; whoever reads them never sees that.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  type Journal,
  openInlineJournal,
  openJournal,
  openJournalReader,
  verifyDisk,
  verifyJournal,
} from '../../../../gateway/journal/index.ts';
import { foldedThrough } from '../../../../gateway/journal/folding.ts';
import { lmdbTables, openLmdbDisk } from '../../../../gateway/journal/lmdb-disk.ts';
import { readRecord } from '../../../../gateway/journal/records.ts';
import {
  type MemoryDisk,
  batchOf,
  bytesOf,
  inFolder,
  memoryDisk,
  optionsFor,
  realClock,
  text,
} from './support.ts';

const tables = ['orders', 'sessions'];
const lowest = new Uint8Array(1);
const highest = new Uint8Array(9).fill(255);

function opened(disk: MemoryDisk) {
  return openInlineJournal({ disk, tables, clock: realClock, epoch: null, commits: 'when-told' });
}

function contents(journal: Pick<Journal, 'range'>, table: string, reverse = false): string[] {
  const entries = [...journal.range(table, lowest, highest, { reverse })];
  return entries.map(([key, value]) => `${text(key)}=${text(value)}`);
}

interface Step {
  readonly table: string;
  readonly key: number;
  readonly removes: boolean;
  readonly commits: boolean;
}

const steps = fc.array(
  fc.record({
    table: fc.constantFrom(...tables),
    key: fc.nat(99),
    removes: fc.boolean(),
    commits: fc.boolean(),
  }),
  { minLength: 100, maxLength: 600 },
);

/** What a table without any delay holds. */
class Model {
  readonly #values = new Map<string, string>();

  write(step: Step, value: string): void {
    if (step.removes) this.#values.delete(`${step.table} ${step.key + 100}`);
    else this.#values.set(`${step.table} ${step.key + 100}`, value);
  }

  contents(table: string): string[] {
    return [...this.#values]
      .filter(([name]) => name.startsWith(`${table} `))
      .map(([name, value]) => `${name.split(' ')[1]}=${value}`)
      .sort();
  }
}

// A process may die behind any commit: the next one reads what the dead one would have read.
test('tables read as if each write had gone there at once, in the process that wrote and in the next', () => {
  fc.assert(
    fc.property(steps, (script) => {
      const disk = memoryDisk();
      let journal = opened(disk);
      const model = new Model();
      const perTable = () => tables.map((table) => model.contents(table));
      script.forEach((step, index) => {
        const value = `${index}`;
        const key = bytesOf(`${step.key + 100}`);
        const put = { table: step.table, key, value: step.removes ? null : bytesOf(value) };
        journal.append(batchOf(journal, [], [put]));
        model.write(step, value);
        if (!step.commits) return;
        journal.commitNow();
        const found = journal.get(step.table, key);
        expect(found === null ? null : text(found)).toBe(step.removes ? null : value);
        if (index % 16 !== 0) return;
        expect(tables.map((table) => contents(journal, table))).toEqual(perTable());
        journal = opened(disk);
        expect(tables.map((table) => contents(journal, table))).toEqual(perTable());
      });
      journal.commitNow();
      const next = opened(disk);
      expect(tables.map((table) => contents(next, table, true).toReversed())).toEqual(perTable());
      expect(verifyDisk(disk, tables)).toMatchObject({
        values: perTable().flat().length,
        problems: [],
      });
    }),
    { numRuns: 40 },
  );
});

test('a limit counts what is there, not what was removed since the table was written', () => {
  const journal = opened(memoryDisk());
  const key = (index: number) => bytesOf(`${100 + index}`);
  const puts = Array.from({ length: 70 }, (_, index) => {
    return { table: 'orders', key: key(index), value: key(index) };
  });
  journal.append(batchOf(journal, [], puts));
  journal.commitNow();
  const removals = [0, 1, 3].map((index) => ({ table: 'orders', key: key(index), value: null }));
  journal.append(batchOf(journal, [], removals));
  journal.commitNow();
  const first = [...journal.range('orders', key(0), key(70), { limit: 3 })];
  expect(first.map(([found]) => text(found))).toEqual(['102', '104', '105']);
});

test('a table of 64 waiting writes is written in the commit at hand, one table a commit', () => {
  const disk = memoryDisk();
  const journal = opened(disk);
  const put = (table: string, index: number) => {
    return { table, key: bytesOf(`${100 + index}`), value: bytesOf('v') };
  };
  const sizes: unknown[] = [];
  for (let index = 0; index < 66; index += 1) {
    const both = [put('orders', index), put('sessions', index), put('orders', index)];
    journal.append(batchOf(journal, [], both));
    journal.commitNow();
    sizes.push(tables.map((table) => disk.tables.get(table)?.size ?? 0));
  }
  expect(sizes.slice(62)).toEqual([
    [0, 0],
    [64, 0],
    [64, 65],
    [64, 65],
  ]);
  expect(disk.commits).toBe(66);
});

test('a table that is seldom written is written when the log has gone 4,096 records on', () => {
  const disk = memoryDisk();
  const journal = opened(disk);
  const put = { table: 'sessions', key: bytesOf('s'), value: bytesOf('1') };
  journal.append(batchOf(journal, [], [put]));
  journal.commitNow();
  for (let count = 0; count < 5; count += 1) {
    journal.append(batchOf(journal, Array.from<string>({ length: 1_000 }).fill('x')));
    journal.commitNow();
  }
  expect(disk.tables.get('sessions')?.size).toBe(1);
  expect(foldedThrough(disk)).toBe(5_001);
});

test('a journal that is closed leaves its tables whole', () =>
  inFolder(async (folder) => {
    const journal = await openJournal(optionsFor(folder, tables));
    const put = { table: 'orders', key: bytesOf('k'), value: bytesOf('v') };
    journal.append(batchOf(journal, ['a'], [put]));
    await journal.flush();
    // Beside the gateway, which has it in the log alone so far.
    const reader = openJournalReader(folder);
    expect(text(reader.get('orders', bytesOf('k')) ?? lowest)).toBe('v');
    reader.close();
    await journal.close();
    const store = join(folder, 'store');
    const disk = openLmdbDisk({ folder: store, tables: lmdbTables(store), durability: 'fsync' });
    expect(disk.get('orders', bytesOf('k'))).toHaveLength(5); // With its seal.
    disk.close();
  }));

/** Written by the last build of format 1, of appends, a snapshot and a second start. */
function ofFormat1(): MemoryDisk {
  const dump = JSON.parse(readFileSync('test/fixtures/journal-store/format-1.json', 'utf8'));
  const disk = memoryDisk();
  for (const [table, entries] of Object.entries<Record<string, string>>(dump)) {
    for (const [key, value] of Object.entries(entries)) {
      const write = { table, key: Buffer.from(key, 'hex'), value: Buffer.from(value, 'hex') };
      disk.commit([write]);
    }
  }
  return disk;
}

function checkFormat1(journal: Journal): void {
  expect([...journal.replay(1)].map(({ payload }) => text(payload))).toEqual(['a', 'b', 'c', 'd']);
  expect(contents(journal, 'orders')).toEqual(['k2=two', 'k3=three']);
  expect(contents(journal, 'sessions')).toEqual(['s=2']);
  expect(text(journal.newestSnapshot()?.bytes ?? lowest)).toBe('state as of 4');
  expect([journal.epoch, journal.nextSequence]).toEqual([3, 8]);
}

test('a journal of format 1 opens and goes on in format 2, its chain of hashes unbroken', () => {
  const disk = ofFormat1();
  const before = disk.tables.get('commits')?.size;
  const journal = opened(disk);
  checkFormat1(journal);
  const put = { table: 'orders', key: bytesOf('k2'), value: bytesOf('changed') };
  journal.append(batchOf(journal, ['e'], [put]));
  journal.commitNow();
  const again = opened(disk);
  expect([...again.replay(6)].map(({ payload }) => text(payload))).toEqual(['d', 'e']);
  expect(contents(again, 'orders')).toEqual(['k2=changed', 'k3=three']);
  expect(disk.tables.get('commits')?.size).toBe(before);
  expect(verifyDisk(disk, tables)).toMatchObject({
    records: 8,
    commits: 6,
    lastSequence: 8,
    values: 3,
    problems: [],
  });
});

test('a store of format 1 is verified and read as it is, and opens', () =>
  inFolder(async (folder) => {
    const { mkdir } = await import('node:fs/promises');
    const store = join(folder, 'store');
    await mkdir(store);
    const memory = ofFormat1();
    const names = [...memory.tables.keys()];
    const disk = openLmdbDisk({ folder: store, tables: names, durability: 'fsync' });
    for (const [table, entries] of memory.tables) {
      const writes = [...entries].map(([key, value]) => {
        return { table, key: Buffer.from(key, 'hex'), value };
      });
      disk.commit(writes);
    }
    disk.close();
    expect(await verifyJournal(folder)).toMatchObject({ records: 7, values: 3, problems: [] });
    const reader = openJournalReader(folder);
    expect([...reader.range('orders', lowest, highest)]).toHaveLength(2);
    reader.close();
    const journal = await openJournal(optionsFor(folder, tables));
    checkFormat1(journal);
    journal.append(batchOf(journal, ['e']));
    await journal.close();
    expect(await verifyJournal(folder)).toMatchObject({ records: 8, commits: 6, problems: [] });
  }));

// It reads the log from its end, and takes what it finds there for a record.
test('a build that knows format 1 alone refuses a journal of format 2 by its version', () => {
  const disk = memoryDisk();
  const journal = opened(disk);
  journal.append(batchOf(journal, ['a']));
  journal.commitNow();
  const [, last] = [...disk.range('log', lowest, highest, { reverse: true, limit: 1 })][0] ?? [];
  expect(() => readRecord(last ?? lowest, 'record 1')).toThrow(
    'found record format version 2, expected version 1',
  );
});
