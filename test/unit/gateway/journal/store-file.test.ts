// What stands in a store's place is told before LMDB maps it, which would end the process without a word.
import { execFileSync } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, symlink, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { lmdbTables, openLmdbDisk } from '../../../../gateway/journal/lmdb-disk.ts';
import { lockFolder } from '../../../../gateway/journal/folder.ts';
import { JournalCorrupt, openJournal } from '../../../../gateway/journal/index.ts';
import { readWitness } from '../../../../gateway/journal/witness.ts';
import { bytesOf, optionsFor } from './support.ts';

let around = '';
let whole: Buffer = Buffer.alloc(0);

beforeAll(async () => {
  around = await mkdtemp(join(tmpdir(), 'causeway-store-'));
  const folder = await storeOf('whole', null);
  const disk = openLmdbDisk({ folder, tables: ['log'], durability: 'os' });
  for (let at = 0; at < 40; at += 1) {
    disk.commit([{ table: 'log', key: bytesOf(`k${at}`), value: new Uint8Array(3_000).fill(at) }]);
  }
  await disk.closed();
  whole = await readFile(join(folder, 'data.mdb'));
});
afterAll(() => rm(around, { recursive: true, force: true }));

/** A folder with these bytes as its store; null: with none. */
async function storeOf(name: string, bytes: Uint8Array | null): Promise<string> {
  const folder = join(around, name);
  await mkdir(folder, { recursive: true });
  if (bytes !== null) await writeFile(join(folder, 'data.mdb'), bytes);
  return folder;
}

const writing = (folder: string): unknown =>
  openLmdbDisk({ folder, tables: ['log'], durability: 'os' });

test('a whole store opens, for reading too', async () => {
  expect(lmdbTables(await storeOf('copy', whole))).toEqual(['log']);
});

test.each([
  ['text', Buffer.from('hello there\n'), 'no header of a store'],
  ['other bytes, as long as a store', Buffer.alloc(100_000, 0x5a), 'no header of a store'],
])('%s is no store, for reading or writing', async (name, bytes, found) => {
  const folder = await storeOf(name, bytes);
  const refusal = `journal corrupt at ${folder}/data.mdb: found ${found}, expected what LMDB writes there`;
  expect(() => lmdbTables(folder)).toThrow(refusal);
  expect(() => writing(folder)).toThrow(refusal);
});

test('a store without its second header is none', async () => {
  const folder = await storeOf('one page', whole);
  await truncate(join(folder, 'data.mdb'), 4_096);
  expect(() => writing(folder)).toThrow('found no header of a store');
});

test('a store that was cut before its newest root is told from a whole one', async () => {
  const folder = await storeOf('cut', whole.subarray(0, 3 * 4_096));
  expect(() => lmdbTables(folder)).toThrow(
    /found an end behind 12288 bytes, expected page \d+: it/,
  );
  expect(() => writing(folder)).toThrow(/it was cut/);
});

test('a desk`s start over it says so too, as damage and not as a folder that it may not have', async () => {
  const folder = join(around, 'desk');
  await storeOf('desk/store', Buffer.from('hello there'));
  await expect(openJournal(optionsFor(folder))).rejects.toThrow(JournalCorrupt);
});

test('an empty file is none to read; whoever writes begins one there', async () => {
  const folder = await storeOf('empty', Buffer.alloc(0));
  expect(() => lmdbTables(folder)).toThrow(`there is no journal in ${folder}`);
  const disk = openLmdbDisk({ folder, tables: ['log'], durability: 'os' });
  expect(disk.get('log', bytesOf('k'))).toBeNull();
  await disk.closed();
});

const ODD: readonly (readonly [string, string, (path: string) => unknown])[] = [
  ['a folder', 'is no regular file', (path) => mkdir(path)],
  ['a pipe', 'is no regular file', (path) => execFileSync('mkfifo', [path])],
  ['a link to nothing', 'is a link to nothing', (path) => symlink('/nonexistent/causeway', path)],
];

test.each(ODD)('%s in the place of a file is refused, not waited for', async (what, says, make) => {
  const folder = await storeOf(what, whole);
  await make(join(folder, 'lock.mdb'));
  expect(() => writing(folder)).toThrow(`lock.mdb ${says}`);
  const journal = join(around, `journal of ${what}`);
  await mkdir(journal);
  await make(join(journal, 'gateway.pid'));
  await expect(lockFolder(journal)).rejects.toThrow(`gateway.pid ${says}`);
  await make(`${journal}.witness`);
  await expect(readWitness(journal)).rejects.toThrow(`.witness ${says}`);
});

test('a store whose file cannot be looked at is not one that is missing', async () => {
  const folder = await storeOf('loop', null);
  await symlink('data.mdb', join(folder, 'data.mdb')); // To itself: as unreadable to root as to anyone.
  expect(() => lmdbTables(folder)).toThrow(`${folder} cannot be read: ELOOP`);
  expect(() => lmdbTables(join(around, 'nowhere'))).toThrow('there is no journal in');
});

test('a pipe in the place of a store is refused, for reading or writing', async () => {
  const folder = await storeOf('pipe', null);
  execFileSync('mkfifo', [join(folder, 'data.mdb')]);
  expect(() => lmdbTables(folder)).toThrow('data.mdb is no regular file');
  expect(() => writing(folder)).toThrow('data.mdb is no regular file');
});
