// What is taken from the log's beginning, what never is, and what readers are told of it.
import { dirname, join } from 'node:path';
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  type InlineJournal,
  type Journal,
  openInlineJournal,
  openJournal,
  openJournalReader,
  openJournalView,
  stageImport,
  verifyDisk,
  verifyJournal,
} from '../../../../gateway/journal/index.ts';
import { witnessFile } from '../../../../gateway/journal/witness.ts';
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

const tables = ['orders'];
/** Tables are brought up to date when the log has gone so far on, or 64 of their writes wait. */
const manyPuts = Array.from({ length: 64 }, (_, index) => index);

function opened(disk: MemoryDisk): InlineJournal {
  return openInlineJournal({ disk, tables, clock: realClock, epoch: null, commits: 'on-append' });
}

/** A commit of two records, which brings its table up to date. */
function commit(journal: Journal): void {
  const { nextSequence } = journal;
  const puts = manyPuts.map((index) => {
    return { table: 'orders', key: ['k', index], value: [`${nextSequence}`] };
  });
  journal.append(batchOf(journal, [`event ${nextSequence}`, 'its second'], puts));
}

const snapshot = (journal: Journal, readers: readonly number[] = []): Promise<void> =>
  journal.writeSnapshot(journal.nextSequence - 1, bytesOf('state'), bytesOf('hash'), readers);

async function trimmed(journal: Journal, through: number, readers?: readonly number[]) {
  let slices = 0;
  while (await journal.trim(through, readers)) slices += 1;
  return slices;
}

test('nothing goes before there are two snapshots, and then nothing behind the older of them', async () => {
  const disk = memoryDisk();
  const journal = opened(disk);
  for (let turn = 0; turn < 10; turn += 1) commit(journal);
  expect(await trimmed(journal, 20)).toBe(0);
  await snapshot(journal); // At 20; two markers.
  commit(journal);
  expect(await trimmed(journal, 24)).toBe(0);
  await snapshot(journal); // At 24.
  commit(journal);
  expect(journal.mayTrimThrough()).toBe(20);
  expect(await trimmed(journal, 28)).toBe(1);
  expect(journal.firstSequence).toBe(21);
  expect(verifyDisk(disk, tables)).toMatchObject({ firstSequence: 21, values: 64, problems: [] });
});

test('whole commits go, as far as was asked, and the log says where it begins', async () => {
  const disk = memoryDisk();
  const journal = opened(disk);
  for (let turn = 0; turn < 10; turn += 1) commit(journal);
  await snapshot(journal);
  await snapshot(journal);
  commit(journal);
  await snapshot(journal);
  expect(await trimmed(journal, 5)).toBe(1);
  expect(journal.firstSequence).toBe(5); // 5 and 6 are one commit.
  const payloads = [...journal.replay(5)].map(({ payload }) => text(payload));
  expect(payloads.slice(0, 2)).toEqual(['event 5', 'its second']);
  expect(() => [...journal.replay(4)]).toThrow(
    'journal corrupt at record 4: found none: the log begins with record 5, expected one: 4 to',
  );
  const again = opened(disk);
  expect(again.firstSequence).toBe(5);
  expect(again.nextSequence).toBe(journal.nextSequence);
  expect(text(again.get('orders', bytesOf('k\0\0\0\0\0\0\0\0\0')) ?? bytesOf(''))).toBe('25'); // 20, and four of two snapshots.
});

test('what somebody who reads behind a sequence begins with stays, and all of it where he has no snapshot', async () => {
  const journal = opened(memoryDisk());
  for (let round = 0; round < 5; round += 1) {
    for (let turn = 0; turn < 10; turn += 1) commit(journal);
    await snapshot(journal, [45]);
  }
  // Snapshots at 20, 42, 64, 86, 108; each takes two markers, and one more to let others go.
  expect(journal.mayTrimThrough([45])).toBe(42);
  expect(journal.mayTrimThrough([19])).toBe(0);
  expect(await trimmed(journal, 1_000, [45, 19])).toBe(0);
  await trimmed(journal, 1_000, [45]);
  expect(journal.firstSequence).toBe(43);
  await trimmed(journal, 1_000);
  expect(journal.firstSequence).toBeGreaterThan(64);
});

test('writes that are in the log alone stay there', async () => {
  const journal = opened(memoryDisk());
  const put = { table: 'orders', key: ['seldom'], value: ['x'] };
  for (let turn = 0; turn < 5; turn += 1) journal.append(batchOf(journal, ['a'], [put]));
  await snapshot(journal);
  await snapshot(journal);
  await journal.writeSnapshot(6, bytesOf('state'), bytesOf('hash'));
  expect(journal.mayTrimThrough()).toBe(0);
});

test('a slice is of some 500 entries, so that no commit waits long for one', async () => {
  const disk = memoryDisk();
  const journal = opened(disk);
  for (let turn = 0; turn < 1_000; turn += 1) journal.append(batchOf(journal, [`event ${turn}`]));
  commit(journal);
  await snapshot(journal);
  commit(journal);
  await snapshot(journal);
  const before = disk.tables.get('log')?.size ?? 0;
  expect(await journal.trim(1_000)).toBe(true);
  // 250 records with their commits are 500 entries; the slice itself leaves a marker and a commit.
  expect(journal.firstSequence).toBe(251);
  expect(disk.tables.get('log')?.size).toBe(before - 500 + 2);
});

test('any trims between appends leave a journal that verifies, its newest records untouched', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.constantFrom('commit', 'snapshot', 'trim', 'reopen'), { maxLength: 40 }),
      async (steps) => {
        const disk = memoryDisk();
        let journal = opened(disk);
        const events: string[] = [];
        for (const step of steps) {
          if (step === 'commit') {
            events.push(`event ${journal.nextSequence}`);
            commit(journal);
          } else if (step === 'snapshot') await snapshot(journal);
          else if (step === 'trim') await journal.trim(Number.MAX_SAFE_INTEGER);
          else journal = opened(disk);
        }
        expect(verifyDisk(disk, tables).problems).toEqual([]);
        const { firstSequence } = journal;
        const kept = [...journal.replay(firstSequence)]
          .map(({ payload }) => text(payload))
          .filter((payload) => payload.startsWith('event'));
        const expected = events.filter((event) => Number(event.slice(6)) >= firstSequence);
        expect(kept).toEqual(expected);
        const [newest, older] = [journal.newestSnapshot(), 0];
        expect((newest?.sequence ?? older) + 1).toBeGreaterThanOrEqual(firstSequence);
      },
    ),
    { numRuns: 60 },
  );
});

test('on a real disk: a reader, a witness and an archive of what is left know where the log begins', () =>
  inFolder(async (folder) => {
    const journal = await openJournal(optionsFor(folder, tables));
    for (let turn = 1; turn <= 600; turn += 1) {
      commit(journal);
      if (turn % 50 === 0) await journal.flush();
    }
    const whole = journal.logBytes;
    await snapshot(journal);
    commit(journal);
    await snapshot(journal);
    while (await journal.trim(1_000));
    const first = journal.firstSequence; // Commits are of what had queued, up to 100 records.
    expect(first).toBeGreaterThan(800);
    expect(first).toBeLessThanOrEqual(1_001);
    expect(journal.logBytes).toBeLessThan(whole / 2);
    await journal.close();
    expect(await verifyJournal(folder)).toMatchObject({ firstSequence: first, problems: [] });
    const reader = openJournalReader(folder);
    expect(reader.firstSequence).toBe(first);
    expect([...reader.replay(first)]).toHaveLength(1_203 - first); // 1,202 events.
    reader.close();

    const { writeFile } = await import('node:fs/promises');
    await writeFile(witnessFile(folder), `epoch 1 sequence 40 hash ${'0'.repeat(64)}\n`);
    await (await openJournal(optionsFor(folder, tables))).close();

    const view = openJournalView(folder);
    const file = join(dirname(folder), 'rest');
    const stretch = { type: 'All' } as const;
    view.exportTo(file, { stretch, schema: 3, desk: 1, stateHash: null });
    expect(() =>
      view.exportTo(`${file}2`, {
        stretch: { type: 'Sequences', from: 1, through: 2_000 },
        schema: 3,
        desk: 1,
        stateHash: null,
      }),
    ).toThrow(`the log begins with record ${first}: what was before it has been taken away`);
    await view.closed();
    const to = join(dirname(folder), 'to');
    const staged = await stageImport([file], { folder: to, schema: 3, tables });
    staged.publish();
    expect(await verifyJournal(to)).toMatchObject({
      firstSequence: first,
      snapshots: 2,
      values: 64,
      problems: [],
    });
  }));
