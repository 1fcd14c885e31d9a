// What a reader of tables keeps of the log, and what it lets go of.
import { expect, test } from '@jest/globals';
import { type Journal, openInlineJournal } from '../../../../gateway/journal/index.ts';
import { TableReader } from '../../../../gateway/journal/tail.ts';
import { type MemoryDisk, batchOf, bytesOf, memoryDisk, realClock, text } from './support.ts';

function opened(disk: MemoryDisk, foldBehind: number) {
  const tables = ['orders', 'sessions'];
  const [clock, epoch, commits] = [realClock, null, 'on-append'] as const;
  return openInlineJournal({ disk, tables, clock, epoch, commits, foldBehind });
}

/** Commits so many writes of one table, each of a key of its own, and one of each other table. */
function put(journal: Journal, table: string, writes: number, ...others: readonly string[]): void {
  const tables = [...Array.from({ length: writes }, () => table), ...others];
  const puts = tables.map((name, index) => {
    const key = bytesOf(`${journal.nextSequence}/${index + 100_000}`);
    return { table: name, key, value: ['x'] };
  });
  journal.append(batchOf(journal, ['a'], puts));
}

test.each([
  ['20,000 writes are kept, though their table has them', 19_998, { orders: 20_000, sessions: 1 }],
  ['with one more, what the tables have is let go', 19_999, { orders: 2, sessions: 0 }],
])('of what a reader has read of the log, %s', (_title, many, kept) => {
  const disk = memoryDisk();
  const journal = opened(disk, 3);
  put(journal, 'sessions', 1);
  put(journal, 'orders', many); // Into their table at once; that of the sessions holds the mark back.
  put(journal, 'orders', 1);
  const reader = new TableReader(disk);
  reader.catchUp();
  expect(reader.waiting('orders').size).toBe(many + 1);
  put(journal, 'orders', 1); // The turn of the sessions: the mark comes to the second commit.
  reader.catchUp();
  expect(reader.waiting('orders').size).toBe(kept.orders);
  expect(reader.waiting('sessions').size).toBe(kept.sessions);
});

test('what was read is let go when the mark has come to it', () => {
  const disk = memoryDisk();
  const journal = opened(disk, 4_096);
  const reader = new TableReader(disk);
  put(journal, 'orders', 1);
  put(journal, 'orders', 1);
  reader.catchUp();
  expect(reader.waiting('orders').size).toBe(2);
  put(journal, 'orders', 64, 'sessions'); // The mark stops before the commit with which the sessions begin to wait.
  reader.catchUp();
  expect(reader.waiting('orders').size).toBe(64);
  expect(reader.waiting('sessions').size).toBe(1);
});

test.each([
  ['in its table', 64, 64],
  ['in the log', 5, 0],
  ['in both', 66, 64],
])('a stretch of what is %s has its limit, from either end', (_title, writes, folded) => {
  const disk = memoryDisk();
  const journal = opened(disk, 4_096);
  if (folded > 0) put(journal, 'orders', folded);
  if (writes > folded) put(journal, 'orders', writes - folded);
  const reader = new TableReader(disk);
  reader.catchUp();
  const all = [...reader.range('orders', bytesOf('0'), bytesOf('9'))].map(([key]) => text(key));
  expect(all).toHaveLength(writes);
  expect(all.toSorted()).toEqual(all);
  const some = (options: { limit: number; reverse?: boolean }) =>
    [...reader.range('orders', bytesOf('0'), bytesOf('9'), options)].map(([key]) => text(key));
  expect(some({ limit: 3 })).toEqual(all.slice(0, 3));
  expect(some({ limit: 3, reverse: true })).toEqual(all.slice(-3).toReversed());
  expect(some({ limit: 0 })).toEqual([]);
});
