// The rules of the journal over a modelled disk: grouping, refusals, snapshots, the end of the log.
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  type InlineJournal,
  type JournalFatal,
  keyOf,
  openInlineJournal,
} from '../../../../gateway/journal/index.ts';
import { type MemoryDisk, batchOf, bytesOf, memoryDisk, realClock, text } from './support.ts';

function opened(
  disk: MemoryDisk,
  more: {
    commits?: 'on-append' | 'when-told';
    releaseReserve?: () => boolean;
    epoch?: number;
  } = {},
): InlineJournal {
  return openInlineJournal({
    disk,
    tables: ['orders'],
    clock: realClock,
    epoch: more.epoch ?? null,
    commits: more.commits ?? 'when-told',
    releaseReserve: more.releaseReserve ?? (() => false),
  });
}

const noBytes = new Uint8Array(0);
const noSpace = (): Error => Object.assign(new Error('No space left on device'), { code: 28 });

test('batches that queue while the disk is busy share one commit', () => {
  const disk = memoryDisk();
  const journal = opened(disk);
  const told: number[] = [];
  journal.onDurable((sequence) => told.push(sequence));
  journal.append(batchOf(journal, ['a']));
  journal.append(batchOf(journal, ['b', 'c']));
  expect(told).toEqual([]);
  expect(journal.queueDepth.records).toBe(3);
  expect([...journal.replay(1)]).toEqual([]);
  journal.commitNow();
  expect(told).toEqual([3]);
  expect(disk.commits).toBe(1);
  expect(journal.queueDepth).toEqual({ records: 0, bytes: 0 });
});

test('a commit refused for space releases the reserve and writes the same batch again', () => {
  const disk = memoryDisk();
  disk.refusals.push(noSpace());
  let released = 0;
  const journal = opened(disk, { releaseReserve: () => (released += 1) === 1 });
  journal.append(batchOf(journal, ['a']));
  journal.commitNow();
  expect(released).toBe(1);
  expect(journal.durableSequence).toBe(1);
  expect([...journal.replay(1)].map((record) => text(record.payload))).toEqual(['a']);
});

test.each([
  ['space with the reserve used up', 'OutOfSpace', [noSpace()], false],
  ['space, and again after the reserve', 'OutOfSpace', [noSpace(), noSpace()], true],
  [
    'space, and then LMDB is broken by it',
    'OutOfSpace',
    [noSpace(), new Error('Invalid argument')],
    true,
  ],
  [
    'an I/O error',
    'CommitFailed',
    [Object.assign(new Error('Input/output error'), { code: 5 })],
    true,
  ],
] as const)(
  'a commit refused for %s is fatal, and nothing is acknowledged',
  async (_title, type, refusals, reserve) => {
    const disk = memoryDisk();
    disk.refusals.push(...refusals);
    const journal = opened(disk, { releaseReserve: () => reserve });
    const fatals: JournalFatal[] = [];
    const told: number[] = [];
    journal.onFatal((fatal) => fatals.push(fatal));
    journal.onDurable((sequence) => told.push(sequence));
    journal.append(batchOf(journal, ['a']));
    await expect(journal.flush()).rejects.toThrow('the journal failed');
    journal.commitNow();
    expect(fatals.map((fatal) => fatal.type)).toEqual([type]);
    expect(told).toEqual([]);
    expect(() => journal.append(batchOf(journal, ['b']))).toThrow('the journal has failed');
  },
);

test('a batch numbered out of turn is a broken invariant and changes nothing', () => {
  const journal = opened(memoryDisk());
  expect(() => journal.append({ ...batchOf(journal, ['a']), firstSequence: 2 })).toThrow(
    'I1 broken',
  );
  expect(journal.nextSequence).toBe(1);
});

test.each([
  ['an unknown table', [{ table: 'log', key: bytesOf('k'), value: null }], 'without a table "log"'],
  ['an empty key', [{ table: 'orders', key: bytesOf(''), value: null }], 'a key of 0 bytes'],
  [
    'a key over 1,024 bytes',
    [{ table: 'orders', key: new Uint8Array(1_025), value: null }],
    'a key of 1025 bytes',
  ],
  [
    'a batch over 16 MiB',
    [{ table: 'orders', key: bytesOf('k'), value: new Uint8Array(1 << 24) }],
    "the journal's bound is 16777216",
  ],
])('%s is refused by name and takes no sequence', (_title, puts, words) => {
  const journal = opened(memoryDisk());
  expect(() => journal.append(batchOf(journal, ['a'], puts))).toThrow(words);
  expect(journal.nextSequence).toBe(1);
  expect(journal.append(batchOf(journal, ['a']))).toBe(1);
});

test('record types 0 and 65536 are no events', () => {
  const journal = opened(memoryDisk());
  const batch = batchOf(journal, []);
  for (const type of [0, 65_536, 1.5]) {
    const records = [{ type, schemaVersion: 1, payload: bytesOf('') }];
    expect(() => journal.append({ ...batch, records })).toThrow(`record type ${type}`);
  }
});

test('a desk of a lower epoch than the last that wrote is refused', () => {
  const disk = memoryDisk();
  const journal = opened(disk, { epoch: 5, commits: 'on-append' });
  journal.append(batchOf(journal, ['a']));
  expect(opened(disk).epoch).toBe(6);
  expect(() => opened(disk, { epoch: 4 })).toThrow('I1 broken');
});

test.each([
  ['record', '0000000000000002', 'the end of log'],
  ['commit', '000000000000000201', 'the end of commits'],
])('a torn tail, where the newest %s is lost, refuses to open', (_what, key, place) => {
  const disk = memoryDisk();
  const journal = opened(disk, { commits: 'on-append' });
  journal.append(batchOf(journal, ['a']));
  journal.append(batchOf(journal, ['b']));
  expect(disk.tables.get('log')?.delete(key)).toBe(true);
  expect(() => opened(disk)).toThrow(`journal corrupt at ${place}`);
});

test('a tail that is lost whole leaves a journal that goes on from there', () => {
  const disk = memoryDisk();
  const journal = opened(disk, { commits: 'on-append' });
  journal.append(batchOf(journal, ['a']));
  journal.append(batchOf(journal, ['b']));
  disk.tables.get('log')?.delete('0000000000000002');
  disk.tables.get('log')?.delete('000000000000000201');
  const again = opened(disk, { commits: 'on-append' });
  expect(again.nextSequence).toBe(2);
  again.append(batchOf(again, ['c']));
  expect([...again.replay(1)].map((record) => text(record.payload))).toEqual(['a', 'c']);
});

test('a record that a later build wrote is refused by its format version', async () => {
  const { crc32 } = await import('node:zlib');
  const disk = memoryDisk();
  const journal = opened(disk, { commits: 'on-append' });
  journal.append(batchOf(journal, ['a']));
  const bytes = Buffer.from(disk.tables.get('log')?.get('0000000000000001') ?? []);
  bytes.writeUInt8(2, 8);
  bytes.writeUInt32BE(crc32(bytes.subarray(4)), 0);
  disk.tables.get('log')?.set('0000000000000001', bytes);
  expect(() => [...journal.replay(1)]).toThrow(
    'journal corrupt at record 1: found record format version 2, expected version 1',
  );
});

test('replay stops at a damaged record and names it, and gives what is before it', () => {
  const disk = memoryDisk();
  const journal = opened(disk, { commits: 'on-append' });
  for (const word of ['a', 'b', 'c']) journal.append(batchOf(journal, [word]));
  const bytes = disk.tables.get('log')?.get('0000000000000002') ?? new Uint8Array(0);
  bytes[36] = 0;
  const read: string[] = [];
  expect(() => {
    for (const record of journal.replay(1)) read.push(text(record.payload));
  }).toThrow('journal corrupt at record 2: found CRC-32');
  expect(read).toEqual(['a']);
});

test('a value put under another key than its own does not read', () => {
  const disk = memoryDisk();
  const journal = opened(disk, { commits: 'on-append' });
  // As many as are brought into their table at once.
  const puts = Array.from({ length: 64 }, (_, index) => {
    return { table: 'orders', key: bytesOf(`k${index}`), value: bytesOf('v') };
  });
  journal.append(batchOf(journal, ['a'], puts));
  const orders = disk.tables.get('orders');
  const value = orders?.get(Buffer.from('k0').toString('hex')) ?? bytesOf('');
  expect(value.length).toBe(5);
  orders?.set(Buffer.from('l').toString('hex'), value);
  expect(() => journal.get('orders', bytesOf('l'))).toThrow(
    'journal corrupt at table orders, key 6c',
  );
});

test('a key by its parts: texts in UTF-8 with a zero behind each, numbers as eight big-endian bytes', () => {
  const disk = memoryDisk();
  const journal = opened(disk);
  const value = [-2n, 258, 'né', bytesOf('raw')];
  const key = ['Aé', 2 ** 40 + 7];
  journal.append(batchOf(journal, [], [{ table: 'orders', key, value }]));
  journal.commitNow();
  const bytes = [0x41, 0xc3, 0xa9, 0, 0, 0, 1, 0, 0, 0, 0, 7];
  expect([...keyOf(...key)]).toEqual(bytes);
  // -2 in two's complement, 258, n, é in UTF-8, raw.
  const expected = 'fffffffffffffffe 0000000000000102 6e c3a9 726177'.replaceAll(' ', '');
  const found = journal.get('orders', new Uint8Array(bytes));
  expect(Buffer.from(found ?? []).toString('hex')).toBe(expected);
});

test('a batch that outgrows the encoder in its middle is written whole', () => {
  const disk = memoryDisk();
  const journal = opened(disk);
  const large = 'x'.repeat(70_000);
  const puts = [
    { table: 'orders', key: ['first'], value: [large] },
    { table: 'orders', key: ['second'], value: bytesOf(large) },
  ];
  journal.append(batchOf(journal, ['small', large], puts));
  journal.commitNow();
  expect([...journal.replay(1)].map(({ payload }) => text(payload))).toEqual(['small', large]);
  expect(text(journal.get('orders', keyOf('first')) ?? noBytes)).toBe(large);
  expect(text(journal.get('orders', keyOf('second')) ?? noBytes)).toBe(large);
});

test('snapshots: the newest reads back whole, the last two are kept, parts without a manifest go', async () => {
  const disk = memoryDisk();
  const journal = opened(disk, { commits: 'on-append' });
  journal.append(
    batchOf(
      journal,
      ['a'],
      [
        {
          table: 'snapshot-parts',
          key: new Uint8Array([0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 9]),
          value: bytesOf('left by a crash'),
        },
      ],
    ),
  );
  expect(journal.newestSnapshot()).toBeNull();
  for (let sequence = 1; sequence <= 4; sequence += 1) {
    await journal.writeSnapshot(
      sequence,
      new Uint8Array(300_000).fill(sequence),
      bytesOf(`hash ${sequence}`),
    );
  }
  const newest = journal.newestSnapshot();
  expect(newest?.sequence).toBe(4);
  expect(newest?.bytes).toEqual(new Uint8Array(300_000).fill(4));
  expect(text(newest?.stateHash ?? bytesOf(''))).toBe('hash 4');
  expect(journal.newestSnapshot(4)?.sequence).toBe(3);
  expect(journal.newestSnapshot(3)).toBeNull();
  expect(disk.tables.get('snapshot-parts')?.size).toBe(4);
});

test('of older snapshots the one stays that a reader behind a sequence begins with', async () => {
  const journal = opened(memoryDisk(), { commits: 'on-append' });
  const write = (sequence: number, readers: readonly number[]): Promise<void> =>
    journal.writeSnapshot(sequence, bytesOf(`state ${sequence}`), bytesOf('hash'), readers);
  for (const sequence of [10, 20, 30, 40, 50]) await write(sequence, [25]);
  const kept = [11, 21, 31, 41, 51].map((before) => journal.newestSnapshot(before)?.sequence);
  expect(kept).toEqual([undefined, 20, 20, 40, 50]);
  expect(text(journal.newestSnapshot(26)?.bytes ?? bytesOf(''))).toBe('state 20');
  await write(60, [45]);
  expect(journal.newestSnapshot(26)).toBeNull();
});

test('a snapshot that is asked for while another is written does not remove its parts', async () => {
  const journal = opened(memoryDisk(), { commits: 'on-append' });
  for (const payload of ['a', 'b', 'c']) journal.append(batchOf(journal, [payload]));
  const large = new Uint8Array(300_000).fill(1);
  const both = [
    journal.writeSnapshot(1, bytesOf('small'), bytesOf('')),
    journal.writeSnapshot(2, large, bytesOf('')),
    journal.writeSnapshot(3, large, bytesOf('')),
  ];
  await Promise.all(both);
  const found = [journal.newestSnapshot(), journal.newestSnapshot(3)];
  expect(found.map((one) => one?.bytes.length)).toEqual([large.length, large.length]);
});

test('a damaged snapshot is named, and the one before it still reads', async () => {
  const disk = memoryDisk();
  const journal = opened(disk, { commits: 'on-append' });
  journal.append(batchOf(journal, ['a']));
  await journal.writeSnapshot(1, bytesOf('one'), bytesOf(''));
  await journal.writeSnapshot(2, bytesOf('two'), bytesOf(''));
  disk.tables.get('snapshot-parts')?.delete('000000000000000200000000');
  expect(() => journal.newestSnapshot()).toThrow('journal corrupt at snapshot 2, part 0');
  expect(journal.newestSnapshot(2)?.sequence).toBe(1);
});

// However batches are grouped into commits, what is read back is what was appended.
test('any batches under any grouping replay as they were appended', () => {
  fc.assert(
    fc.property(
      fc.array(
        fc.record({ payloads: fc.array(fc.string(), { maxLength: 4 }), commit: fc.boolean() }),
        {
          maxLength: 30,
        },
      ),
      (batches) => {
        const disk = memoryDisk();
        const journal = opened(disk);
        for (const { payloads, commit } of batches) {
          journal.append(batchOf(journal, payloads));
          if (commit) journal.commitNow();
        }
        journal.commitNow();
        const again = opened(disk);
        expect(again.nextSequence).toBe(journal.nextSequence);
        expect([...again.replay(1)].map((record) => text(record.payload))).toEqual(
          batches.flatMap((batch) => batch.payloads),
        );
      },
    ),
  );
});
