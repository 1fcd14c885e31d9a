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
}

/** A backing that commits nothing by itself, and counts what it is asked for. */
function coreOver() {
  const counts: Counts = { refreshed: 0, closed: 0, durable: 0, hasRoom: true };
  const backing: Backing = {
    disk: memoryDisk(),
    refresh: () => void (counts.refreshed += 1),
    submit: () => counts.hasRoom,
    urge: () => undefined,
    queuedBytes: () => 0,
    logBytes: () => 0,
    durable: () => counts.durable,
    spaceLow: () => false,
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
