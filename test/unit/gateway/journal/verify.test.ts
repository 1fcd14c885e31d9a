// What verify finds, and that it finds it wherever it is.
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  type InlineJournal,
  openInlineJournal,
  verifyDisk,
} from '../../../../gateway/journal/index.ts';
import { proveLog } from '../../../../gateway/journal/log-proof.ts';
import { type MemoryDisk, batchOf, bytesOf, memoryDisk, realClock } from './support.ts';

const tables = ['orders'];

/** Of the keys of the log those of records, and those of commits. */
const recordsOf = (disk: MemoryDisk) => [...(disk.tables.get('log')?.keys() ?? [])].filter(isShort);
const isShort = (key: string) => key.length === 16;

async function written(keysABatch = 1): Promise<MemoryDisk> {
  const disk = memoryDisk();
  const journal: InlineJournal = openInlineJournal({
    disk,
    tables,
    clock: realClock,
    epoch: null,
    commits: 'when-told',
  });
  for (let commit = 0; commit < 10; commit += 1) {
    for (let batch = 0; batch < 3; batch += 1) {
      const value = bytesOf(`value ${batch}`);
      const puts = Array.from({ length: keysABatch }, (_, index) => {
        const more = index === 0 ? '' : `.${index}`;
        return { table: 'orders', key: bytesOf(`k${commit}${batch}${more}`), value };
      });
      journal.append(batchOf(journal, [`event ${commit}/${batch}`, 'and one more'], puts));
    }
    journal.commitNow();
  }
  const stored = journal.writeSnapshot(60, new Uint8Array(600_000).fill(5), bytesOf('hash'));
  for (let turn = 0; turn < 50; turn += 1) {
    journal.commitNow();
    await Promise.resolve();
  }
  await stored;
  return disk;
}

test('a journal as written has no problem, and every part of it is counted', async () => {
  const verified = verifyDisk(await written(), tables);
  // 60 records, and a marker for each of the snapshot's three parts and its manifest.
  expect(verified).toEqual({
    records: 64,
    commits: 14,
    snapshots: 1,
    values: 30,
    firstSequence: 1,
    lastSequence: 64,
    problems: [],
  });
});

test('the log is proved to its end by whoever follows it, and how far is said on the way', async () => {
  const disk = await written();
  expect([...proveLog(disk, 64)].at(-1)).toBe(64);
  expect([...proveLog(memoryDisk(), 0)]).toEqual([]);
});

test('one bit flipped anywhere in the log stops whoever follows it, at its place or before its end', async () => {
  const disk = await written();
  const log = disk.tables.get('log') ?? new Map<string, Uint8Array>();
  const keys = [...log.keys()];
  fc.assert(
    fc.property(fc.nat(), fc.nat(), (which, where) => {
      const bytes = log.get(keys[which % keys.length] ?? '') ?? new Uint8Array(0);
      const bit = where % (bytes.length * 8);
      flip(bytes, bit);
      expect(() => [...proveLog(disk, 64)]).toThrow('journal corrupt at');
      flip(bytes, bit);
    }),
    { numRuns: 200 },
  );
});

test.each([
  ['a record', isShort],
  ['a commit', (key: string) => !isShort(key)],
])('%s taken out of the log stops whoever follows it', async (_name, isOne) => {
  const disk = await written();
  const log = disk.tables.get('log') ?? new Map<string, Uint8Array>();
  for (const key of [...log.keys()].filter(isOne)) {
    const bytes = log.get(key) ?? new Uint8Array(0);
    log.delete(key);
    expect(() => [...proveLog(disk, 64)]).toThrow('journal corrupt at');
    log.set(key, bytes);
  }
});

test('one bit flipped anywhere in a record is found, and the record is named', async () => {
  const disk = await written();
  const log = disk.tables.get('log') ?? new Map<string, Uint8Array>();
  const keys = recordsOf(disk);
  fc.assert(
    fc.property(fc.nat(), fc.nat(), (which, where) => {
      const key = keys[which % keys.length] ?? '';
      const bytes = log.get(key) ?? new Uint8Array(0);
      const bit = where % (bytes.length * 8);
      flip(bytes, bit);
      const { problems } = verifyDisk(disk, tables);
      flip(bytes, bit);
      expect(problems.map((problem) => problem.place)).toContain(`record ${Number(`0x${key}`)}`);
    }),
    { numRuns: 1_000 },
  );
});

test.each(['commits', 'orders', 'folded', 'snapshots', 'snapshot-parts'])(
  'one bit flipped anywhere in %s is found and named',
  async (name) => {
    // 90 keys: some are in their table, some in the log alone.
    const disk = await written(3);
    const table =
      disk.tables.get(name === 'commits' ? 'log' : name) ?? new Map<string, Uint8Array>();
    const keys = [...table.keys()].filter((key) => name !== 'commits' || !isShort(key));
    expect(keys.length).toBeGreaterThan(0);
    fc.assert(
      fc.property(fc.nat(), fc.nat(), (which, where) => {
        const bytes = table.get(keys[which % keys.length] ?? '') ?? new Uint8Array(0);
        const bit = where % (bytes.length * 8);
        flip(bytes, bit);
        const { problems } = verifyDisk(disk, tables);
        flip(bytes, bit);
        expect(problems.length).toBeGreaterThan(0);
      }),
      { numRuns: 100 },
    );
  },
);

test.each([
  ['a record is gone', 'record 7', (disk: MemoryDisk) => drop(disk, 'log', 7)],
  ['the last record is gone', 'record 64', (disk: MemoryDisk) => drop(disk, 'log', 64)],
  ['the first record is gone', 'record 1', (disk: MemoryDisk) => drop(disk, 'log', 1)],
  ['the last commit is gone', 'record 64', (disk: MemoryDisk) => dropCommit(disk, 64)],
  ['a commit is gone', 'record 7', (disk: MemoryDisk) => dropCommit(disk, 12)],
  ['two records changed places', 'record 3', (disk: MemoryDisk) => swap(disk, 3, 4)],
])('%s: named with its place', async (_title, place, damage) => {
  const disk = await written();
  damage(disk);
  const { problems } = verifyDisk(disk, tables);
  expect(problems.map((problem) => problem.place)).toContain(place);
});

test('a record replaced by a well-formed one is found by the chain of hashes', async () => {
  const disk = await written();
  const other = memoryDisk();
  const forged = openInlineJournal({
    disk: other,
    tables,
    clock: realClock,
    epoch: null,
    commits: 'on-append',
  });
  forged.append(batchOf(forged, ['event 0/0', 'and another']));
  const key = '0000000000000002';
  disk.tables.get('log')?.set(key, other.tables.get('log')?.get(key) ?? new Uint8Array(0));
  const { problems } = verifyDisk(disk, tables);
  expect(problems.map((problem) => problem.place)).toEqual(['commit 6, records 1 to 6']);
});

function flip(bytes: Uint8Array, bit: number): void {
  const at = bit >> 3;
  bytes[at] = (bytes[at] ?? 0) ^ (1 << (bit & 7));
}

function keyOf(sequence: number): string {
  return sequence.toString(16).padStart(16, '0');
}

function drop(disk: MemoryDisk, table: string, sequence: number): void {
  disk.tables.get(table)?.delete(keyOf(sequence));
}

function dropCommit(disk: MemoryDisk, lastSequence: number): void {
  expect(disk.tables.get('log')?.delete(`${keyOf(lastSequence)}01`)).toBe(true);
}

function swap(disk: MemoryDisk, one: number, other: number): void {
  const log = disk.tables.get('log');
  const first = log?.get(keyOf(one)) ?? new Uint8Array(0);
  log?.set(keyOf(one), log.get(keyOf(other)) ?? new Uint8Array(0));
  log?.set(keyOf(other), first);
}
