// A commit's entry in the log, byte by byte as commit-entry.ts lays it out, and what is refused of one.
import { describe, expect, test } from '@jest/globals';
import { crc32 } from 'node:zlib';
import {
  type CommitRecord,
  commitAt,
  commitKey,
  commitsBehind,
  decodeCommit,
  draftCommit,
  finishCommit,
  newestCommit,
  writesOf,
} from '../../../../gateway/journal/commit-entry.ts';
import type { FramedWrite } from '../../../../gateway/journal/batch.ts';
import { sequenceKey } from '../../../../gateway/journal/keys.ts';
import { JournalCorrupt } from '../../../../gateway/journal/problems.ts';
import type { EpochNs } from '../../../../spec/ports/index.ts';
import { type MemoryDisk, bytesOf, memoryDisk } from './support.ts';

/** A write as a frame has it: its table's place there (9), removes, lengths, key, value. */
function framed(table: string, key: string, value: string | null): FramedWrite {
  const [keyBytes, valueBytes] = [bytesOf(key), bytesOf(value ?? '')];
  const head = [9, value === null ? 1 : 0, 0, keyBytes.length, 0, 0, 0, valueBytes.length];
  return {
    table,
    key: keyBytes,
    value: value === null ? null : valueBytes,
    framed: Uint8Array.from([...head, ...keyBytes, ...valueBytes]),
  };
}

const writes = [framed('b', 'k', 'xy'), framed('ab', 'kk', null), framed('b', 'l', 'z')];

/** Two tables, `b` and `ab`; then the three writes, each with its table's place among those two. */
const bodyBytes = [
  ...[2, 1, 98, 2, 97, 98],
  ...[0, 0, 0, 1, 0, 0, 0, 2, 107, 120, 121],
  ...[1, 1, 0, 2, 0, 0, 0, 0, 107, 107],
  ...[0, 0, 0, 1, 0, 0, 0, 1, 108, 122],
];

function commitOf(body: Uint8Array, lastSequence = 2 ** 32 + 7): CommitRecord {
  return {
    records: 3,
    firstSequence: lastSequence - 2,
    lastSequence,
    epoch: 5,
    time: 1_763_700_000_000_000_000n as EpochNs,
    previousHash: new Uint8Array(32).fill(0xaa),
    hash: new Uint8Array(32).fill(0xbb),
    body,
  };
}

function entry(lastSequence?: number): Uint8Array {
  const { bytes, body } = draftCommit(writes);
  finishCommit(bytes, commitOf(body, lastSequence));
  return bytes;
}

/** The entry with one of its fields changed, and a CRC that fits it again. */
function forged(change: (bytes: Uint8Array, view: DataView) => void): Uint8Array {
  const bytes = Uint8Array.from(entry());
  const view = new DataView(bytes.buffer);
  change(bytes, view);
  view.setUint32(0, crc32(bytes.subarray(4)));
  return bytes;
}

const key = commitKey(2 ** 32 + 7);

describe('an entry', () => {
  test('lies as its layout says', () => {
    const bytes = Uint8Array.from(entry());
    const view = new DataView(bytes.buffer);
    expect([...bytes.subarray(112)]).toEqual(bodyBytes);
    expect(view.getUint32(0)).toBe(crc32(bytes.subarray(4)));
    expect(view.getUint32(4)).toBe(112 + bodyBytes.length);
    expect([view.getUint8(8), ...bytes.subarray(9, 12)]).toEqual([2, 0, 0, 0]);
    expect(view.getUint32(12)).toBe(3);
    expect(view.getBigUint64(16)).toBe(4_294_967_301n);
    expect(view.getBigUint64(24)).toBe(4_294_967_303n);
    expect(view.getUint32(32)).toBe(5);
    expect(view.getUint32(36)).toBe(0);
    expect(view.getBigInt64(40)).toBe(1_763_700_000_000_000_000n);
    expect([...bytes.subarray(48, 80)]).toEqual(Array.from({ length: 32 }, () => 0xaa));
    expect([...bytes.subarray(80, 112)]).toEqual(Array.from({ length: 32 }, () => 0xbb));
  });

  test('is read as it was written', () => {
    expect(decodeCommit(key, Uint8Array.from(entry()))).toEqual(
      commitOf(Uint8Array.from(bodyBytes)),
    );
  });

  test('its writes are those that came, with their tables by name; a removal has no value', () => {
    const expected = [
      ['b', 'k', 'xy'],
      ['ab', 'kk', null],
      ['b', 'l', 'z'],
    ];
    const told = (all: ReturnType<typeof writesOf>) =>
      all.map((write) => [
        write.table,
        Buffer.from(write.key).toString(),
        write.value === null ? null : Buffer.from(write.value).toString(),
      ]);
    expect(told(writesOf(decodeCommit(key, entry())))).toEqual(expected);
    expect(told(draftCommit(writes).writes)).toEqual(expected);
  });

  test('without a write has none; so has one of format 1, which has no body', () => {
    expect(writesOf(commitOf(draftCommit([]).body))).toEqual([]);
    expect(writesOf(commitOf(new Uint8Array(0)))).toEqual([]);
  });
});

describe('refused with its place, though its CRC holds:', () => {
  test.each([
    ['a later format', (_: Uint8Array, view: DataView) => view.setUint8(8, 3), 'format version 3'],
    ['format 1 in the log', (_: Uint8Array, view: DataView) => view.setUint8(8, 1), 'version 2'],
    [
      'another length',
      (_: Uint8Array, view: DataView) => view.setUint32(4, 112),
      '112 bytes by its header',
    ],
    [
      'a last sequence that is not that of its key',
      (_: Uint8Array, view: DataView) => view.setUint32(28, 8),
      'last sequence 4294967304, expected the sequence of its key',
    ],
  ])('%s', (_title, change, words) => {
    expect(() => decodeCommit(key, forged(change))).toThrow(words);
    expect(() => decodeCommit(key, forged(change))).toThrow('corrupt at commit 4294967303');
  });

  test('fewer bytes than its header has; just these are enough', () => {
    expect(() => decodeCommit(key, entry().subarray(0, 111))).toThrow(
      'found 111 bytes, expected at least 112 bytes',
    );
    const bare = Uint8Array.from(entry().subarray(0, 112));
    new DataView(bare.buffer).setUint32(4, 112);
    new DataView(bare.buffer).setUint32(0, crc32(bare.subarray(4)));
    expect(decodeCommit(key, bare).body).toHaveLength(0);
  });

  test('format 2 in the table of format 1', () => {
    expect(() => decodeCommit(sequenceKey(2 ** 32 + 7), entry())).toThrow('expected version 1');
  });

  test.each(Array.from({ length: bodyBytes.length - 6 - 1 }, (_, index) => index + 7))(
    'writes cut off behind byte %i of the body',
    (length) => {
      const wholeAt = [17, 27]; // Where a write ends.
      const read = () => writesOf(commitOf(Uint8Array.from(bodyBytes.slice(0, length))));
      if (wholeAt.includes(length)) expect(read()).toHaveLength(wholeAt.indexOf(length) + 1);
      else expect(read).toThrow(JournalCorrupt);
    },
  );

  test('a write of a table that is not among those named', () => {
    const body = Uint8Array.from(bodyBytes);
    body[6] = 2;
    expect(() => writesOf(commitOf(body))).toThrow(
      'corrupt at commit 4294967303: found writes that do not read, expected whole ones',
    );
  });
});

describe('commits are found', () => {
  function diskWith(...sequences: readonly number[]): MemoryDisk {
    const disk = memoryDisk();
    for (const sequence of sequences) {
      const [record, commit] = [sequenceKey(sequence), commitKey(sequence)];
      const value = Uint8Array.from(entry(sequence));
      disk.commit([
        { table: 'log', key: record, value: bytesOf('a record') },
        { table: 'log', key: commit, value },
      ]);
    }
    return disk;
  }

  /** As format 1 had it: the header alone, under a sequence, in a table of its own. */
  function putOld(disk: MemoryDisk, sequence: number): void {
    const value = Uint8Array.from(entry(sequence).subarray(0, 112));
    const view = new DataView(value.buffer);
    view.setUint8(8, 1);
    view.setUint32(4, 112);
    view.setUint32(0, crc32(value.subarray(4)));
    disk.commit([{ table: 'commits', key: sequenceKey(sequence), value }]);
  }

  test('the newest is the one in the log; where that has none, the last of format 1', () => {
    expect(newestCommit(memoryDisk())).toBeNull();
    const disk = memoryDisk();
    putOld(disk, 4);
    putOld(disk, 9);
    expect(newestCommit(disk)?.lastSequence).toBe(9);
    const both = diskWith(12, 15);
    putOld(both, 9);
    expect(newestCommit(both)?.lastSequence).toBe(15);
  });

  test('by the sequence that they end with, of either format', () => {
    const disk = diskWith(12);
    putOld(disk, 9);
    expect(commitAt(disk, 12)?.lastSequence).toBe(12);
    expect(commitAt(disk, 9)?.lastSequence).toBe(9);
    expect(commitAt(disk, 11)).toBeNull();
  });

  test('behind a sequence, without it and without the records between them', () => {
    const all = Array.from({ length: 700 }, (_, index) => index + 3); // More than are read in one go.
    const behind = [...commitsBehind(diskWith(...all), 5)].map((one) => one.lastSequence);
    expect(behind).toEqual(all.filter((sequence) => sequence > 5));
    expect([...commitsBehind(diskWith(3, 4), 4)]).toEqual([]);
  });
});
