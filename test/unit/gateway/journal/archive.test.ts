// Archives: what is written can be read by whoever knows the form, comes back whole, and nothing comes of a bad one.
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { crc32, inflateSync } from 'node:zlib';
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  type Journal,
  type Stretch,
  compactJournal,
  openJournal,
  openJournalReader,
  openJournalView,
  stageBackup,
  stageImport,
  verifyArchive,
  verifyJournal,
} from '../../../../gateway/journal/index.ts';
import { openLmdbDisk } from '../../../../gateway/journal/lmdb-disk.ts';
import type { EpochNs } from '../../../../spec/ports/index.ts';
import { batchOf, bytesOf, inFolder, optionsFor, text } from './support.ts';

const lowest = new Uint8Array(1);
const highest = new Uint8Array([0xff]);
const tables = ['orders'];
const hash = 'the hash of the state';

/** `commits` commits of two records each, which put, change and remove values. */
async function written(
  folder: string,
  commits: number,
  { snapshotAt = 0, firstOfAll = 'event 1' } = {},
): Promise<void> {
  const journal = await openJournal(optionsFor(folder, tables));
  if (firstOfAll !== 'event 1') journal.append(batchOf(journal, [firstOfAll, 'and one more']));
  for (let turn = 0; turn < commits; turn += 1) await commit(journal, journal.nextSequence);
  if (snapshotAt > 0) await journal.writeSnapshot(snapshotAt, bytesOf('state'), bytesOf(hash));
  await journal.close();
}

async function commit(journal: Journal, turn: number): Promise<void> {
  const removed = { table: 'orders', key: ['k', turn - 6], value: null };
  const put = { table: 'orders', key: ['k', turn], value: [`value of ${turn} `, 'x'.repeat(50)] };
  const counted = { table: 'orders', key: ['last'], value: [turn] };
  journal.append(batchOf(journal, [`event ${turn}`, 'and one more'], [put, counted, removed]));
  await journal.flush();
}

async function exported(
  folder: string,
  file: string,
  stretch: Stretch = { type: 'All' },
  desk = 1,
): Promise<void> {
  const view = openJournalView(folder);
  try {
    view.exportTo(file, { stretch, schema: 2, desk, stateHash: hash });
  } finally {
    await view.closed();
  }
}

async function imported(files: readonly string[], folder: string): Promise<void> {
  const staged = await stageImport(files, { folder, schema: 2, tables });
  staged.publish();
}

/** All that a reader sees of it. */
function seen(folder: string): unknown {
  const reader = openJournalReader(folder);
  try {
    return {
      first: reader.firstSequence,
      last: reader.lastSequence,
      records: [...reader.replay(reader.firstSequence)].map((record) => ({
        ...record,
        payload: text(record.payload),
      })),
      orders: [...reader.range('orders', lowest, highest)].map((entry) => entry.map(text)),
    };
  } finally {
    reader.close();
  }
}

const from = (sequence: number, through = Number.MAX_SAFE_INTEGER): Stretch => ({
  type: 'Sequences',
  from: sequence,
  through,
});

test('an archive is read by its published form alone, and has every record with its header', () =>
  inFolder(async (folder) => {
    await written(folder, 3);
    const file = join(dirname(folder), 'a.cswy');
    await exported(folder, file);
    const bytes = readFileSync(file);
    expect(bytes.toString('latin1', 0, 8)).toBe('CSWYJNL1');
    const blocks: { readonly kind: string; readonly raw: Buffer }[] = [];
    let at = 8;
    while (at < bytes.length - 32) {
      const stored = bytes.subarray(at + 13, at + 13 + bytes.readUInt32BE(at + 1));
      expect(crc32(stored)).toBe(bytes.readUInt32BE(at + 9));
      const raw = inflateSync(stored);
      expect(raw.length).toBe(bytes.readUInt32BE(at + 5));
      blocks.push({ kind: String.fromCharCode(bytes[at] ?? 0), raw });
      at += 13 + stored.length;
    }
    const digest = createHash('sha256').update(bytes.subarray(0, at)).digest();
    expect(bytes.subarray(at).equals(digest)).toBe(true);
    expect(blocks.map(({ kind }) => kind)).toEqual(['H', 'D', 'T']);
    const [header, data, trailer] = blocks.map(({ raw }) => raw);
    expect(JSON.parse(String(header))).toMatchObject({
      archive: 'causeway-journal',
      format: 1,
      schema: 2,
      desk: 1,
      first: 1,
      last: 6,
      previousHash: '0'.repeat(64),
      isBase: false,
      stateHash: hash,
    });
    expect(JSON.parse(String(trailer))).toEqual({ records: 6, commits: 3, values: 0 });
    const found: string[] = [];
    for (let place = 0; data !== undefined && place < data.length; ) {
      const entry = data.subarray(place + 5, place + 5 + data.readUInt32BE(place + 1));
      if (data[place] === 1) {
        found.push(
          `${entry.readUInt16BE(10)} ${entry.readBigUInt64BE(16)} ${text(entry.subarray(36))}`,
        );
      } else found.push(`commit of ${entry.readUInt32BE(12)}`);
      place += 5 + entry.length;
    }
    expect(found).toEqual([
      '7 1 event 1',
      '7 2 and one more',
      'commit of 2',
      '7 3 event 3',
      '7 4 and one more',
      'commit of 2',
      '7 5 event 5',
      '7 6 and one more',
      'commit of 2',
    ]);
  }));

test('what was exported, whole or in stretches named in any order, is imported as the same journal', () =>
  inFolder(async (folder) => {
    await written(folder, 40, { snapshotAt: 20 });
    const around = dirname(folder);
    const [all, one, two, three] = ['all', 'one', 'two', 'three'].map((name) => join(around, name));
    if (!all || !one || !two || !three) throw new Error('unreachable');
    await exported(folder, all);
    await exported(folder, one, from(1, 9)); // 9 and 10 are one commit.
    await exported(folder, two, from(11, 60));
    await exported(folder, three, from(61));
    for (const [name, files] of [
      ['whole', [all]],
      ['parts', [three, one, two]],
    ] as const) {
      const to = join(around, name);
      await imported(files, to);
      expect(seen(to)).toEqual(seen(folder));
      expect(await verifyJournal(to)).toMatchObject({ problems: [], lastSequence: 82 });
      const journal = await openJournal(optionsFor(to, tables));
      await commit(journal, journal.nextSequence); // The chain goes on.
      await journal.close();
      expect((await verifyJournal(to)).problems).toEqual([]);
    }
  }));

test('a stretch by time is that of its commits', () =>
  inFolder(async (folder) => {
    const journal = await openJournal(optionsFor(folder, tables));
    for (const time of [10n, 20n, 30n]) {
      journal.append({ ...batchOf(journal, ['one']), time: time as EpochNs });
      await journal.flush();
    }
    await journal.close();
    const file = join(dirname(folder), 'time');
    const within = { type: 'Time', from: 20n as EpochNs, to: 30n as EpochNs } as const;
    await exported(folder, file, within);
    expect(verifyArchive(file)).toMatchObject({ first: 2, last: 2, records: 1, stateHash: null });
    const nothing = { type: 'Time', from: 31n as EpochNs, to: 40n as EpochNs } as const;
    await expect(exported(folder, join(dirname(folder), 'none'), nothing)).rejects.toThrow(
      'no record lies there',
    );
  }));

test('what is no archive, does not follow, or has no place is refused in words, and nothing is made', () =>
  inFolder(async (folder) => {
    await written(folder, 40);
    const around = dirname(folder);
    const path = (name: string) => join(around, name);
    await exported(folder, path('1-20'), from(1, 20));
    await exported(folder, path('21-60'), from(21, 60));
    await exported(folder, path('61-80'), from(61, 80));
    await exported(folder, path('desk 2'), from(61, 80), 2);
    const view = openJournalView(folder);
    const newer = { stretch: from(1), schema: 3, desk: 1, stateHash: null };
    view.exportTo(path('newer'), newer);
    await view.closed();
    writeFileSync(path('text'), 'not an archive of anything');
    writeFileSync(path('short'), 'abc');
    const other = path('other');
    await written(other, 39, { firstOfAll: 'another beginning' });
    await exported(other, path('other 61-80'), from(61, 80));
    const before = readdirSync(around);
    const refused: readonly (readonly [readonly string[], string])[] = [
      [['text'], 'text is not an archive of a journal'],
      [['short'], 'short is not an archive of a journal'],
      [['nothing'], 'nothing cannot be read: ENOENT'],
      [['1-20', '61-80'], 'a gap: no archive has records 21 to 60'],
      [['21-60'], 'records 1 to 20 are missing'],
      [['1-20', '21-60', '21-60'], 'both have record 21'],
      [['1-20', '21-60', 'desk 2'], 'of desk 2'],
      [['1-20', '21-60', 'other 61-80'], 'it is of another history'],
      [['newer'], 'has events of schema 3: this build reads up to 2'],
    ];
    for (const [names, words] of refused) {
      const files = names.map(path);
      const options = { folder: path('to'), schema: 2, tables };
      await expect(stageImport(files, options)).rejects.toThrow(words);
      await expect(stageImport(files, options)).rejects.toHaveProperty('name', 'JournalRefused');
    }
    const whole = [path('1-20')];
    const used = { folder: other, schema: 2, tables };
    await expect(stageImport(whole, used)).rejects.toThrow('other is not empty');
    await expect(stageBackup(folder, other)).rejects.toThrow('other is not empty');
    await expect(exported(folder, path('1-20'))).rejects.toThrow('1-20 is there already');
    expect(readdirSync(around)).toEqual(before);
    expect((await verifyJournal(other)).problems).toEqual([]);
  }));

test('one byte changed, or the end cut off, anywhere in an archive: it is damaged, and nothing is made', () =>
  inFolder(async (folder) => {
    await written(folder, 10);
    const around = dirname(folder);
    const file = join(around, 'a');
    await exported(folder, file);
    const whole = readFileSync(file);
    const bad = join(around, 'bad');
    const before = readdirSync(around);
    await fc.assert(
      fc.asyncProperty(
        fc.nat(whole.length - 1),
        fc.integer({ min: 1, max: 255 }),
        async (at, by) => {
          const bytes = Buffer.from(whole);
          bytes[at] = (bytes[at] ?? 0) ^ by;
          writeFileSync(bad, bytes);
          expect(() => verifyArchive(bad)).toThrow(
            at < 8 ? 'is not an archive' : /corrupt at .*bad/,
          );
          writeFileSync(bad, whole.subarray(0, at));
          expect(() => verifyArchive(bad)).toThrow(at < 8 ? 'is not an archive' : /it was cut/);
          const options = { folder: join(around, 'to'), schema: 2, tables };
          await expect(stageImport([bad], options)).rejects.toThrow();
        },
      ),
      { numRuns: 60 },
    );
    writeFileSync(bad, Buffer.concat([whole, whole]));
    expect(() => verifyArchive(bad)).toThrow('more bytes behind its end');
    expect(readdirSync(around)).toEqual([...before, 'bad'].toSorted());
  }));

test('a journal of format 1 is exported with its tables, and imported from them', () =>
  inFolder(async (folder) => {
    const store = join(folder, 'store');
    mkdirSync(store);
    const dump = JSON.parse(readFileSync('test/fixtures/journal-store/format-1.json', 'utf8'));
    const disk = openLmdbDisk({ folder: store, tables: Object.keys(dump), durability: 'os' });
    for (const [table, entries] of Object.entries<Record<string, string>>(dump)) {
      const writes = Object.entries(entries).map(([key, value]) => {
        return { table, key: Buffer.from(key, 'hex'), value: Buffer.from(value, 'hex') };
      });
      disk.commit(writes);
    }
    await disk.closed();
    const [file, to] = [join(dirname(folder), 'a'), join(dirname(folder), 'to')];
    await exported(folder, file);
    expect(verifyArchive(file)).toMatchObject({ first: 1, last: 7, isBase: true });
    await imported([file], to);
    expect(seen(to)).toEqual(seen(folder));
    const journal = await openJournal(optionsFor(to, ['orders', 'sessions']));
    expect(text(journal.newestSnapshot()?.bytes ?? lowest)).toBe('state as of 4');
    await journal.close();
    const part = join(dirname(folder), 'part');
    await exported(folder, part, from(1, 3));
    await expect(imported([part], `${to}2`)).rejects.toThrow('has commits of format 1');
  }));

test('a damaged journal is named by its record, and no archive of it is left', () =>
  inFolder(async (folder) => {
    await written(folder, 3);
    const store = join(folder, 'store', 'data.mdb');
    const bytes = readFileSync(store);
    for (let at = bytes.indexOf('event 3'); at >= 0; at = bytes.indexOf('event 3', at + 1)) {
      bytes[at] = 0x45;
    }
    writeFileSync(store, bytes);
    const file = join(dirname(folder), 'a');
    await expect(exported(folder, file)).rejects.toThrow('journal corrupt at record 3');
    expect(readdirSync(dirname(folder)).filter((name) => name.startsWith('a'))).toEqual([]);
  }));

test('a journal is written anew: the same to every reader, smaller, and refused while a gateway has it', () =>
  inFolder(async (folder) => {
    const journal = await openJournal(optionsFor(folder, tables));
    const large = new Uint8Array(4_000_000).fill(5);
    for (let turn = 1; turn <= 4; turn += 1) {
      await commit(journal, journal.nextSequence);
      await journal.writeSnapshot(turn, large, bytesOf(hash));
    }
    await expect(compactJournal(folder)).rejects.toThrow('belongs to a running gateway');
    await journal.close();
    const before = seen(folder);
    const { size } = statSync(join(folder, 'store', 'data.mdb'));
    const compacted = await compactJournal(folder);
    expect(compacted.bytesBefore).toBe(size);
    expect(statSync(join(folder, 'store', 'data.mdb')).size).toBe(compacted.bytes);
    expect(compacted.bytes).toBeLessThan(size);
    expect(seen(folder)).toEqual(before);
    expect(readdirSync(folder).filter((name) => name.startsWith('compacted'))).toEqual([]);
    const again = await openJournal(optionsFor(folder, tables));
    await commit(again, again.nextSequence);
    await again.close();
    expect(await verifyJournal(folder)).toMatchObject({ problems: [], snapshots: 2 });
  }));
