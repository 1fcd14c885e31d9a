// The committer by itself: what it refuses to write, what it says when the disk refuses twice, and what it leaves.
import { expect, test } from '@jest/globals';
import { type BatchPut, FrameEncoder } from '../../../../gateway/journal/batch.ts';
import { commitAt } from '../../../../gateway/journal/commit-entry.ts';
import { Committer } from '../../../../gateway/journal/commits.ts';
import { frameTables } from '../../../../gateway/journal/core.ts';
import { foldedThrough } from '../../../../gateway/journal/folding.ts';
import { startKey, startTable } from '../../../../gateway/journal/log-start.ts';
import { unseal } from '../../../../gateway/journal/sealed.ts';
import { type MemoryDisk, batchOf, bytesOf, memoryDisk, text } from './support.ts';

const tables = frameTables(['orders']);
const noSpace = (): Error => Object.assign(new Error('No space left on device'), { code: 28 });

function committerOn(disk: MemoryDisk): Committer {
  return new Committer({ disk, tables, releaseReserve: () => true });
}

/** The frame of one batch whose first record is `firstSequence`. */
function frame(firstSequence: number, payloads: readonly string[], puts: readonly BatchPut[] = []) {
  const batch = batchOf({ nextSequence: firstSequence }, payloads, puts);
  return new FrameEncoder(tables, 1, 1024 * 1024).encode(batch);
}

function thrownBy(run: () => void): unknown {
  try {
    run();
    return null;
  } catch (error) {
    return error;
  }
}

test('each commit says how many records it has, and which', () => {
  const disk = memoryDisk();
  const committer = committerOn(disk);
  expect(committer.commit(frame(1, ['a', 'b']))).toBe(2);
  expect(committer.commit(Buffer.concat([frame(3, ['c', 'd']), frame(5, ['e'])]))).toBe(5);
  expect(commitAt(disk, 2)).toMatchObject({ records: 2, firstSequence: 1, lastSequence: 2 });
  expect(commitAt(disk, 5)).toMatchObject({ records: 3, firstSequence: 3, lastSequence: 5 });
});

test('a record out of its turn is a broken invariant, and nothing of its group is written', () => {
  const disk = memoryDisk();
  const committer = committerOn(disk);
  committer.commit(frame(1, ['a']));
  for (const sequence of [1, 3]) {
    const error = thrownBy(() => committer.commit(Buffer.from(frame(sequence, ['b']))));
    expect(error).toMatchObject({
      message: expect.stringMatching(/^I1 broken.*a record out of its turn/),
      facts: { expected: 2, found: sequence },
    });
  }
  expect(disk.commits).toBe(1);
  expect(committer.lastSequence).toBe(1);
  expect(committer.commit(frame(2, ['b']))).toBe(2);
});

test('a group without a record is refused', () => {
  const disk = memoryDisk();
  expect(() => committerOn(disk).commit(new Uint8Array(0))).toThrow('a group without a record');
  expect(disk.commits).toBe(0);
});

test('the mark of where the log begins is never taken away', () => {
  const disk = memoryDisk();
  const removal = { table: startTable, key: startKey, value: null };
  expect(() => committerOn(disk).commit(frame(1, [], [removal]))).toThrow(
    "the mark of the log's beginning is never taken away",
  );
  expect(disk.commits).toBe(0);
});

test('refused for space, and then for a reason that this brought about: both are said, and that it is space', () => {
  const disk = memoryDisk();
  const second = new Error('Invalid argument');
  disk.refusals.push(noSpace(), second);
  const error = thrownBy(() => committerOn(disk).commit(frame(1, ['a'])));
  expect(error).toMatchObject({
    message: 'No space left on device; again, with the reserve released: Invalid argument',
    code: 'ENOSPC',
    cause: second,
  });
});

test('refused for space twice: the second refusal as it came', () => {
  const disk = memoryDisk();
  const second = noSpace();
  disk.refusals.push(noSpace(), second);
  expect(thrownBy(() => committerOn(disk).commit(frame(1, ['a'])))).toBe(second);
});

test('a store that is left has all of its tables; a second time there is nothing to write', () => {
  const disk = memoryDisk();
  const committer = committerOn(disk);
  committer.settle();
  expect(disk.commits).toBe(0);
  const key = bytesOf('k');
  committer.commit(frame(1, ['a'], [{ table: 'orders', key, value: ['x'] }]));
  expect(disk.get('orders', key)).toBeNull();
  committer.settle();
  expect(text(unseal('orders', key, disk.get('orders', key) ?? bytesOf('')))).toBe('x');
  expect(foldedThrough(disk)).toBe(1);
  committer.settle();
  expect(disk.commits).toBe(2);
});
