// The threaded journal over real LMDB.
import { mkdtemp, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import {
  type JournalFatal,
  type RangeOptions,
  openJournal,
  verifyJournal,
} from '../../../../gateway/journal/index.ts';
import { openLmdbDisk } from '../../../../gateway/journal/lmdb-disk.ts';
import type { MonotonicNs } from '../../../../spec/ports/index.ts';
import { batchOf, bytesOf, inFolder, optionsFor, realClock, realTimers, text } from './support.ts';

test('what was appended is durable in order, and replays after the folder is opened again', () =>
  inFolder(async (folder) => {
    const journal = await openJournal(optionsFor(folder));
    const told: number[] = [];
    journal.onDurable((sequence) => told.push(sequence));
    expect(journal.epoch).toBe(1);
    expect(journal.append(batchOf(journal, ['a', 'b']))).toBe(2);
    expect(journal.append(batchOf(journal, ['c']))).toBe(3);
    await journal.flush();
    expect(told.at(-1)).toBe(3);
    expect(journal.durableSequence).toBe(3);
    await journal.close();

    const again = await openJournal(optionsFor(folder));
    expect(again.epoch).toBe(2);
    expect(again.nextSequence).toBe(4);
    const records = [...again.replay(1)];
    expect(records.map((record) => text(record.payload))).toEqual(['a', 'b', 'c']);
    expect(records.map((record) => record.sequence)).toEqual([1, 2, 3]);
    expect(records.map((record) => record.endsBatch)).toEqual([false, true, true]);
    expect([...again.replay(3)].map((record) => text(record.payload))).toEqual(['c']);
    await again.close();
  }));

test('a put is read by key and by range once its batch is durable, and null removes it', () =>
  inFolder(async (folder) => {
    const journal = await openJournal(optionsFor(folder));
    const put = (key: string, value: string | null) => ({
      table: 'orders',
      key: bytesOf(key),
      value: value === null ? null : bytesOf(value),
    });
    for (let round = 0; round < 50; round += 1) {
      journal.append(batchOf(journal, ['x'], [put('k', `${round}`), put(`n${round}`, 'v')]));
      await journal.flush();
      const value = journal.get('orders', bytesOf('k'));
      expect(value === null ? null : text(value)).toBe(`${round}`);
    }
    const keys = (reverse: boolean) =>
      [...journal.range('orders', bytesOf('n10'), bytesOf('n13'), { reverse })].map(([key]) =>
        text(key),
      );
    expect(keys(false)).toEqual(['n10', 'n11', 'n12']);
    expect(keys(true)).toEqual(['n12', 'n11', 'n10']);
    journal.append(batchOf(journal, [], [put('k', null)]));
    await journal.flush();
    expect(journal.get('orders', bytesOf('k'))).toBeNull();
    await journal.close();
  }));

test('a batch of puts alone takes one sequence, which replay passes over', () =>
  inFolder(async (folder) => {
    const journal = await openJournal(optionsFor(folder));
    journal.append(batchOf(journal, ['a']));
    const put = { table: 'orders', key: bytesOf('k'), value: new Uint8Array(0) };
    expect(journal.append(batchOf(journal, [], [put]))).toBe(2);
    journal.append(batchOf(journal, ['b']));
    await journal.flush();
    expect([...journal.replay(1)].map((record) => record.sequence)).toEqual([1, 3]);
    expect(journal.get('orders', bytesOf('k'))).toHaveLength(0);
    await journal.close();
  }));

test('a second gateway on the same folder is refused, and the text names the pid', () =>
  inFolder(async (folder) => {
    const journal = await openJournal(optionsFor(folder));
    await expect(openJournal(optionsFor(folder))).rejects.toThrow(`pid ${process.pid}`);
    await journal.close();
    const again = await openJournal(optionsFor(folder));
    await again.close();
  }));

test('the data folder is for its owner alone', () =>
  inFolder(async (folder) => {
    const journal = await openJournal(optionsFor(join(folder, 'data')));
    expect((await stat(join(folder, 'data'))).mode & 0o777).toBe(0o700);
    await journal.close();
  }));

test('a data folder whose path is longer than a socket address can be locked', () =>
  inFolder(async (folder) => {
    const long = join(folder, 'x'.repeat(120));
    const journal = await openJournal(optionsFor(long));
    await expect(openJournal(optionsFor(long))).rejects.toThrow('belongs to a running gateway');
    await journal.close();
  }));

test.each(['gateway.lock', '.'])('losing %s of the data folder while running is fatal', (name) =>
  inFolder(async (folder) => {
    const data = join(folder, 'data');
    const journal = await openJournal({ ...optionsFor(data), commitBoundMs: 400 });
    const fatal = new Promise<JournalFatal>((resolve) => journal.onFatal(resolve));
    if (name === '.') await rename(data, join(folder, 'elsewhere'));
    else await rm(join(data, name));
    expect((await fatal).type).toBe('FolderLost');
    expect(() => journal.append(batchOf(journal, ['a']))).toThrow('the journal has failed');
    await journal.close();
  }),
);

test('a reader on the main thread sees what it was told is durable, each time (lmdb.md, L15)', () =>
  inFolder(async (folder) => {
    const journal = await openJournal(optionsFor(folder));
    let stale = 0;
    let last = 0;
    journal.onDurable((sequence) => {
      const value = journal.get('orders', bytesOf('k'));
      if (value === null || Number(text(value)) < sequence) stale += 1;
      last = sequence;
    });
    for (let round = 1; round <= 500; round += 1) {
      const value = bytesOf(`${round}`);
      journal.append(batchOf(journal, ['x'], [{ table: 'orders', key: bytesOf('k'), value }]));
      if (round % 3 === 0) await journal.flush();
    }
    await journal.flush();
    expect(last).toBe(500);
    expect(stale).toBe(0);
    await journal.close();
  }));

test('a store that cannot be opened is refused with its cause', () =>
  inFolder(async (folder) => {
    const { writeFile } = await import('node:fs/promises');
    await writeFile(join(folder, 'store'), 'not a folder');
    await expect(openJournal(optionsFor(folder))).rejects.toThrow(/did not open/);
    expect(await mkdtemp(join(folder, 'still-usable-'))).toContain('still-usable');
  }));

test('a folder without a journal, or one that a gateway has, is not verified but refused', () =>
  inFolder(async (folder) => {
    await expect(verifyJournal(folder)).rejects.toThrow('there is no journal in');
    const journal = await openJournal(optionsFor(folder));
    await expect(verifyJournal(folder)).rejects.toThrow('belongs to a running gateway');
    journal.append(
      batchOf(journal, ['a'], [{ table: 'orders', key: bytesOf('k'), value: bytesOf('v') }]),
    );
    await journal.close();
    expect(await verifyJournal(folder)).toMatchObject({ records: 1, values: 1, problems: [] });
  }));

test('a commit that has not returned within its bound is fatal, and nothing is acknowledged after it', () =>
  inFolder(async (folder) => {
    const fires: (() => void)[] = [];
    let elapsed = 0n;
    const journal = await openJournal({
      ...optionsFor(folder),
      clock: { ...realClock, monotonic: () => elapsed as MonotonicNs },
      timers: {
        ...realTimers,
        every: (_ms, fire) => (fires.push(fire), { cancel: () => undefined }),
      },
    });
    const fatals: JournalFatal[] = [];
    const told: number[] = [];
    journal.onFatal((fatal) => fatals.push(fatal));
    journal.onDurable((sequence) => told.push(sequence));
    const look = () => fires.forEach((fire) => fire());
    // 16 MB take the disk some 20 ms at least; the two looks happen at once, 10 s apart by their clock.
    const value = new Uint8Array(16_000_000);
    journal.append(batchOf(journal, ['a'], [{ table: 'orders', key: bytesOf('k'), value }]));
    look();
    elapsed = 9_999_000_000n;
    look();
    expect(fatals).toEqual([]);
    elapsed = 10_000_000_000n;
    look();
    expect(fatals.map((fatal) => fatal.text)).toEqual([
      'a commit of the journal did not return in 10000 ms',
    ]);
    await expect(journal.flush()).rejects.toThrow('did not return');
    await new Promise((resolve) => setTimeout(resolve, 300));
    journal.poll();
    expect(told).toEqual([]);
    await journal.close();
  }));

test('the disk below its watermark is said to be low, and appending goes on', () =>
  inFolder(async (folder) => {
    const journal = await openJournal({ ...optionsFor(folder), spaceWatermarkBytes: 2 ** 52 });
    expect(journal.spaceLow).toBe(true);
    journal.append(batchOf(journal, ['a']));
    await journal.flush();
    await journal.close();
  }));

test('with durability `os` the journal is read back after it was closed', () =>
  inFolder(async (folder) => {
    const journal = await openJournal({ ...optionsFor(folder), durability: 'os' });
    journal.append(batchOf(journal, ['a']));
    await journal.close();
    const again = await openJournal({ ...optionsFor(folder), durability: 'os' });
    expect([...again.replay(1)]).toHaveLength(1);
    await again.close();
  }));

test('a range longer than what is read at once comes whole, in either direction', () =>
  inFolder(async (folder) => {
    const journal = await openJournal(optionsFor(folder));
    const key = (index: number) => bytesOf(`${1_000 + index}`);
    const puts = Array.from({ length: 700 }, (_, index) => ({
      table: 'orders',
      key: key(index),
      value: key(index),
    }));
    journal.append(batchOf(journal, [], puts));
    await journal.flush();
    const keys = (options?: RangeOptions) =>
      [...journal.range('orders', key(0), key(699), options)].map(
        ([found]) => Number(text(found)) - 1_000,
      );
    const all = Array.from({ length: 699 }, (_, index) => index);
    expect(keys()).toEqual(all);
    expect(keys({ reverse: true })).toEqual(all.toReversed());
    expect(keys({ limit: 600 })).toEqual(all.slice(0, 600));
    expect(keys({ limit: 256, reverse: true })).toEqual(all.toReversed().slice(0, 256));
    await journal.close();
  }));

// LMDB maps half a megabyte at first. Whoever had it open before reads what lies beyond.
test('the map grows with what is written, within one commit too, and for whoever had the store open', () =>
  inFolder(async (folder) => {
    const journal = await openJournal(optionsFor(folder));
    const store = join(folder, 'store');
    const earlier = openLmdbDisk({ folder: store, tables: ['log'], durability: 'fsync' });
    const large = 'x'.repeat(1_000_000);
    for (let round = 0; round < 3; round += 1) {
      journal.append(
        batchOf(
          journal,
          Array.from({ length: 12 }, () => large),
        ),
      );
      await journal.flush();
    }
    expect([...journal.replay(1)].map(({ payload }) => payload.length)).toEqual(
      Array.from({ length: 36 }, () => 1_000_000),
    );
    earlier.refresh();
    expect(earlier.get('log', new Uint8Array([0, 0, 0, 0, 0, 0, 0, 36]))).toHaveLength(1_000_036);
    earlier.close();
    await journal.close();
    expect((await verifyJournal(folder)).problems).toEqual([]);
  }));
