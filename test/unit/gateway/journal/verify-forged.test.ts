// What verify says of entries that are whole in themselves: a commit that tells of another log than the one that is there.
import { createHash } from 'node:crypto';
import { readdirSync, readlinkSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import {
  type CommitRecord,
  commitKey,
  decodeCommit,
  draftCommit,
  finishCommit,
} from '../../../../gateway/journal/commit-entry.ts';
import {
  openInlineJournal,
  openJournal,
  verifyDisk,
  verifyJournal,
} from '../../../../gateway/journal/index.ts';
import { encodeStart, startKey, startTable } from '../../../../gateway/journal/log-start.ts';
import { sealed } from '../../../../gateway/journal/sealed.ts';
import {
  type MemoryDisk,
  batchOf,
  bytesOf,
  inFolder,
  memoryDisk,
  optionsFor,
  realClock,
} from './support.ts';

const tables = ['orders'];
const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex');
const noHash = '00'.repeat(32);

function opened(disk: MemoryDisk, commits: 'on-append' | 'when-told' = 'on-append') {
  return openInlineJournal({ disk, tables, clock: realClock, epoch: null, commits });
}

/** Three commits of two records each: to 2, 4 and 6. */
function written(): MemoryDisk {
  const disk = memoryDisk();
  const journal = opened(disk);
  for (let turn = 1; turn <= 3; turn += 1) journal.append(batchOf(journal, ['a', 'b']));
  return disk;
}

const log = (disk: MemoryDisk) => disk.tables.get('log') ?? new Map<string, Uint8Array>();
const recordKey = (sequence: number) => sequence.toString(16).padStart(16, '0');
const recordAt = (disk: MemoryDisk, sequence: number) =>
  log(disk).get(recordKey(sequence)) ?? new Uint8Array(0);

function commitAt(disk: MemoryDisk, lastSequence: number) {
  const key = commitKey(lastSequence);
  const bytes = log(disk).get(hex(key)) ?? new Uint8Array(0);
  return { bytes, commit: decodeCommit(key, bytes.slice()) };
}

/** The commit says something else, and its checksum holds. */
function forge(disk: MemoryDisk, lastSequence: number, change: Partial<CommitRecord>): void {
  const { bytes, commit } = commitAt(disk, lastSequence);
  finishCommit(bytes, { ...commit, ...change });
}

/** The hash of a commit of these bytes. */
function hashOf(previousHash: Uint8Array, ...parts: readonly Uint8Array[]): Uint8Array {
  const chain = createHash('sha256').update(previousHash);
  for (const part of parts) chain.update(part);
  return chain.digest();
}

const problemsOf = (disk: MemoryDisk) => verifyDisk(disk, tables).problems;

test('an empty journal has nothing, and begins with record 1', () => {
  expect(verifyDisk(memoryDisk(), tables)).toEqual({
    records: 0,
    commits: 0,
    snapshots: 0,
    values: 0,
    firstSequence: 1,
    lastSequence: 0,
    problems: [],
  });
});

test.each([
  [2, 2, '1, where the log begins'],
  [4, 4, '3, behind the commit before it'],
])(
  'the commit to %d begins a record late: which has none, and which is expected',
  (last, first, expected) => {
    const disk = written();
    const { commit } = commitAt(disk, last);
    forge(disk, last, { firstSequence: first });
    const found = hashOf(commit.previousHash, recordAt(disk, last), commit.body);
    expect(problemsOf(disk)).toEqual([
      { place: `commit ${last}`, found: `first sequence ${first}`, expected },
      { place: `record ${last - 1}`, found: 'no commit for it', expected: 'one' },
      {
        place: `commit ${last}, records ${first} to ${last}`,
        found: `hash ${hex(found)}`,
        expected: hex(commit.hash),
      },
    ]);
  },
);

test.each([
  [2, () => noHash],
  [4, (disk: MemoryDisk) => hex(commitAt(disk, 2).commit.hash)],
])('the commit to %d is chained to another than the one before it', (last, expected) => {
  const disk = written();
  const { commit } = commitAt(disk, last);
  const previousHash = new Uint8Array(32).fill(7);
  const parts = [recordAt(disk, last - 1), recordAt(disk, last), commit.body];
  forge(disk, last, { previousHash, hash: hashOf(previousHash, ...parts) });
  expect(problemsOf(disk)[0]).toEqual({
    place: `commit ${last}`,
    found: `previous hash ${'07'.repeat(32)}`,
    expected: expected(disk),
  });
});

test('a commit within a batch: that its last record does not end one', () => {
  const disk = memoryDisk();
  const journal = opened(disk);
  journal.append(batchOf(journal, ['a', 'b']));
  const { commit } = commitAt(disk, 2);
  log(disk).clear();
  const other = written();
  const { bytes, body } = draftCommit([]);
  const record = recordAt(other, 1);
  const hash = hashOf(commit.previousHash, record, body);
  finishCommit(bytes, { ...commit, records: 1, lastSequence: 1, hash });
  log(disk).set(recordKey(1), record);
  log(disk).set(hex(commitKey(1)), bytes);
  expect(problemsOf(disk)).toEqual([
    {
      place: 'commit 1',
      found: 'its last record does not end a batch',
      expected: 'whole batches',
    },
  ]);
});

test('a commit whose records are all gone: each of them, and all that follows from it', () => {
  const disk = written();
  const { commit } = commitAt(disk, 4);
  log(disk).delete(recordKey(3));
  log(disk).delete(recordKey(4));
  expect(problemsOf(disk)).toEqual([
    { place: 'record 3', found: 'none', expected: 'one' },
    { place: 'record 4', found: 'none', expected: 'one' },
    {
      place: 'commit 4',
      found: 'its last record does not end a batch',
      expected: 'whole batches',
    },
    {
      place: 'commit 4, records 3 to 4',
      found: `hash ${hex(hashOf(commit.previousHash, commit.body))}`,
      expected: hex(commit.hash),
    },
  ]);
});

test.each([
  ['an old one', 1],
  ['one that was trimmed', 21],
])(
  'a log without a commit, %s: each record is named, those before its beginning too',
  (_title, first) => {
    const disk = written();
    for (const last of [2, 4, 6]) log(disk).delete(hex(commitKey(last)));
    const mark = encodeStart({ firstSequence: first, previousHash: new Uint8Array(32) });
    disk.commit([{ table: startTable, key: startKey, value: sealed(startTable, startKey, mark) }]);
    expect(problemsOf(disk).map(({ place }) => place)).toEqual(
      [1, 2, 3, 4, 5, 6].map((sequence) => `record ${sequence}`),
    );
  },
);

test('a mark of the beginning that does not read is named, and the log is read as from record 1', () => {
  const disk = written();
  disk.commit([{ table: startTable, key: startKey, value: new Uint8Array(44) }]);
  const { firstSequence, lastSequence, problems } = verifyDisk(disk, tables);
  expect({ firstSequence, lastSequence }).toEqual({ firstSequence: 1, lastSequence: 6 });
  expect(new Set(problems.map(({ place }) => place))).toEqual(new Set(['table log-start, key 01']));
});

test('a value within a commit has its seal, though the chain of hashes holds', () => {
  const disk = memoryDisk();
  const journal = opened(disk);
  const puts = [
    { table: 'orders', key: bytesOf('gone'), value: null },
    { table: 'orders', key: bytesOf('k'), value: ['x'] },
  ];
  journal.append(batchOf(journal, ['a'], puts));
  expect(problemsOf(disk)).toEqual([]);
  const { bytes, commit } = commitAt(disk, 1);
  const at = bytes.length - 5; // The value, before its seal.
  bytes[at] = (bytes[at] ?? 0) ^ 1;
  const hash = hashOf(commit.previousHash, recordAt(disk, 1), bytes.subarray(112));
  finishCommit(bytes, { ...commit, hash });
  expect(problemsOf(disk).map(({ place }) => place)).toEqual(['table orders, key 6b']);
});

test('a value in its table has its seal', () => {
  const disk = memoryDisk();
  const journal = opened(disk);
  const puts = Array.from({ length: 64 }, (_, index) => {
    return { table: 'orders', key: bytesOf(`${index}`), value: ['x'] };
  });
  journal.append(batchOf(journal, ['a'], puts));
  const value = disk.tables.get('orders')?.get(hex(bytesOf('7'))) ?? new Uint8Array(0);
  value[0] = (value[0] ?? 0) ^ 1;
  expect(problemsOf(disk).map(({ place }) => place)).toEqual(['table orders, key 37']);
});

test('a snapshot that lacks a part is named, though each part that is there is whole', async () => {
  const disk = memoryDisk();
  const journal = opened(disk);
  journal.append(batchOf(journal, ['a']));
  await journal.writeSnapshot(1, new Uint8Array(600_000), bytesOf('hash'));
  const parts = disk.tables.get('snapshot-parts');
  expect(problemsOf(disk)).toEqual([]);
  parts?.delete([...parts.keys()][1] ?? '');
  expect(problemsOf(disk).map(({ place }) => place)).toEqual([
    expect.stringContaining('snapshot 1'),
  ]);
});

test('logs and tables longer than what is read in one go are read whole', () => {
  const disk = memoryDisk();
  const journal = opened(disk);
  for (let commit = 0; commit < 5; commit += 1) {
    const payloads = Array.from({ length: 500 }, () => 'a');
    const puts = payloads.map((_, index) => {
      return { table: 'orders', key: bytesOf(`${commit}/${index}`), value: ['x'] };
    });
    journal.append(batchOf(journal, payloads, puts));
  }
  expect(verifyDisk(disk, tables)).toMatchObject({
    records: 2_500,
    commits: 5,
    values: 2_500,
    problems: [],
  });
  disk.tables.get('orders')?.set('ff', new Uint8Array(8)); // Behind all the others.
  expect(problemsOf(disk).map(({ place }) => place)).toEqual(['table orders, key ff']);
});

test('a disk that cannot be read is no finding about the journal', () => {
  const disk = { ...written(), get: () => fails() };
  expect(() => verifyDisk(disk, tables)).toThrow('Input/output error');
});

function fails(): never {
  throw new Error('Input/output error');
}

test('a verified folder is let go: no file of its store stays open', () =>
  inFolder(async (folder) => {
    const journal = await openJournal(optionsFor(folder, tables));
    journal.append(batchOf(journal, ['a']));
    await journal.close();
    expect(await verifyJournal(folder)).toMatchObject({ records: 1, problems: [] });
    expect(openFiles().filter((file) => file.startsWith(folder))).toEqual([]);
  }));

/** What this process has open. */
function openFiles(): readonly string[] {
  return readdirSync('/proc/self/fd').flatMap((fd) => {
    try {
      return [readlinkSync(`/proc/self/fd/${fd}`)];
    } catch {
      return []; // The listing itself.
    }
  });
}
