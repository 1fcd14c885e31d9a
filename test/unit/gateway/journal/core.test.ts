// The journal over whatever commits for it: when it looks at the disk anew, and how it ends.
import { expect, test } from '@jest/globals';
import { type Backing, JournalCore } from '../../../../gateway/journal/core.ts';
import { type JournalFatal, openInlineJournal } from '../../../../gateway/journal/index.ts';
import { batchOf, bytesOf, memoryDisk, realClock } from './support.ts';

interface Counts {
  refreshed: number;
  closed: number;
  /** The last durable sequence as the backing has it. */
  durable: number;
  hasRoom: boolean;
  isSpaceLow: boolean;
  logBytes: number;
}

/** A backing that commits nothing by itself, and counts what it is asked for. */
function coreOver() {
  const counts: Counts = {
    refreshed: 0,
    closed: 0,
    durable: 0,
    hasRoom: true,
    isSpaceLow: false,
    logBytes: 0,
  };
  const backing: Backing = {
    disk: memoryDisk(),
    refresh: () => void (counts.refreshed += 1),
    submit: () => counts.hasRoom,
    urge: () => undefined,
    queuedBytes: () => 0,
    logBytes: () => counts.logBytes,
    durable: () => counts.durable,
    spaceLow: () => counts.isSpaceLow,
    close: () => {
      counts.closed += 1;
      return Promise.resolve();
    },
  };
  const core = new JournalCore(backing, {
    tables: ['orders'],
    clock: realClock,
    epoch: null,
  });
  return { core, counts };
}

test('the disk is looked at anew before the first read, and behind each commit; not for each read', () => {
  const { core, counts } = coreOver();
  core.get('orders', bytesOf('k'));
  core.get('orders', bytesOf('k'));
  expect(counts.refreshed).toBe(1);
  core.append(batchOf(core, ['a']));
  counts.durable = 1;
  core.poll();
  expect(counts.refreshed).toBe(1);
  core.get('orders', bytesOf('k'));
  core.get('orders', bytesOf('k'));
  expect(counts.refreshed).toBe(2);
  core.poll(); // Nothing more is durable.
  core.get('orders', bytesOf('k'));
  expect(counts.refreshed).toBe(2);
});

test('a flush waits for all that was appended before it, and for nothing that comes behind', async () => {
  const { core, counts } = coreOver();
  core.append(batchOf(core, ['a']));
  core.append(batchOf(core, ['b', 'c']));
  let isFlushed = false;
  const flushed = core.flush().then(() => (isFlushed = true));
  core.append(batchOf(core, ['d']));
  for (const durable of [1, 2]) {
    counts.durable = durable;
    core.poll();
    await Promise.resolve();
    await Promise.resolve();
    expect(isFlushed).toBe(false);
  }
  counts.durable = 3;
  core.poll();
  await flushed;
  expect(isFlushed).toBe(true);
});

test('whoever listens is told each time until it stops listening', () => {
  const { core, counts } = coreOver();
  const told: number[] = [];
  const fatals: JournalFatal[] = [];
  const offDurable = core.onDurable((sequence) => told.push(sequence));
  const offFatal = core.onFatal((fatal) => fatals.push(fatal));
  for (const durable of [1, 2]) {
    counts.durable = durable;
    core.poll();
  }
  expect(told).toEqual([1, 2]);
  offDurable();
  offFatal();
  counts.durable = 3;
  core.poll();
  core.fail({ type: 'CommitFailed', text: 'Input/output error' });
  expect(told).toEqual([1, 2]);
  expect(fatals).toEqual([]);
});

test('the first cause is the one that counts, for those who ask later too, and nothing is acknowledged behind it', () => {
  const { core, counts } = coreOver();
  const told: number[] = [];
  const fatals: JournalFatal[] = [];
  core.onDurable((sequence) => told.push(sequence));
  core.onFatal((fatal) => fatals.push(fatal));
  core.append(batchOf(core, ['a']));
  const first = { type: 'CommitTimedOut', text: '10 s' } as const;
  core.fail(first);
  core.fail({ type: 'ThreadEnded', text: 'and then its thread' });
  counts.durable = 1;
  core.poll();
  expect(told).toEqual([]);
  expect(core.durableSequence).toBe(0);
  core.onFatal((fatal) => fatals.push(fatal));
  expect(fatals).toEqual([first, first]);
});

test('what ends behind a close is no failure', async () => {
  const { core } = coreOver();
  const fatals: JournalFatal[] = [];
  core.onFatal((fatal) => fatals.push(fatal));
  await core.close();
  core.fail({ type: 'ThreadEnded', text: 'as it was told to' });
  expect(fatals).toEqual([]);
  expect(core.failed).toBe(false);
});

test('how much room is left is what the backing says', () => {
  const { core, counts } = coreOver();
  expect(core.spaceLow).toBe(false);
  counts.isSpaceLow = true;
  expect(core.spaceLow).toBe(true);
  counts.logBytes = 4_096;
  expect(core.logBytes).toBe(4_096);
});

test('a queue without room is fatal, in words that say how much did not fit', () => {
  const { core, counts } = coreOver();
  const fatals: JournalFatal[] = [];
  core.onFatal((fatal) => fatals.push(fatal));
  counts.hasRoom = false;
  const text = /^the journal's queue has no room for \d+ bytes: the disk does not keep up$/;
  expect(() => core.append(batchOf(core, ['a']))).toThrow(text);
  expect(fatals).toEqual([{ type: 'QueueFull', text: expect.stringMatching(text) }]);
  expect(core.failed).toBe(true);
});

test('a batch out of its turn is refused with the turn that it had', () => {
  const { core } = coreOver();
  const batch = { ...batchOf(core, ['a']), firstSequence: 2 };
  expect(() => core.append(batch)).toThrow(
    'I1 broken: text=a batch was numbered out of turn firstSequence=2 nextSequence=1',
  );
});

test('a close waits for what was appended, closes once, and nothing is appended behind it', async () => {
  const { core, counts } = coreOver();
  core.append(batchOf(core, ['a']));
  const closed = core.close();
  await Promise.resolve();
  expect(counts.closed).toBe(0);
  counts.durable = 1;
  core.poll();
  await closed;
  await core.close();
  expect(counts.closed).toBe(1);
  expect(() => core.append(batchOf(core, ['b']))).toThrow('the journal is closed');
});

test('a journal that has failed is closed without waiting for what will never be durable', async () => {
  const { core, counts } = coreOver();
  core.append(batchOf(core, ['a']));
  core.fail({ type: 'CommitFailed', text: 'Input/output error' });
  await core.close();
  expect(counts.closed).toBe(1);
});

test('the epoch of the last that wrote may go on; an earlier one is refused, with both', () => {
  const disk = memoryDisk();
  const opened = (epoch: number) =>
    openInlineJournal({ disk, tables: [], clock: realClock, epoch, commits: 'on-append' });
  const journal = opened(5);
  journal.append(batchOf(journal, ['a']));
  expect(opened(5).epoch).toBe(5);
  expect(() => opened(4)).toThrow(
    'I1 broken: text=a desk of a later epoch has written here epoch=4 lastEpoch=5',
  );
});

test('the snapshots that are there are named by their sequences, the newest first', async () => {
  const disk = memoryDisk();
  const journal = openInlineJournal({
    disk,
    tables: [],
    clock: realClock,
    epoch: null,
    commits: 'on-append',
  });
  expect(journal.snapshots()).toEqual([]);
  for (const at of [1, 2]) {
    journal.append(batchOf(journal, ['a']));
    await journal.writeSnapshot(at, bytesOf('state'), bytesOf('hash'));
  }
  expect(journal.snapshots()).toEqual([2, 1]);
});
