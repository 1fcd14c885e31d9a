// What is to be whole at its place: two commands at once, killed ones, links, and disks that have no room.
import { execFileSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  statfsSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { afterAll, expect, test } from '@jest/globals';
import { writtenWhole } from '../../../../gateway/journal/export.ts';
import { lockFolder } from '../../../../gateway/journal/folder.ts';
import {
  openJournal,
  openJournalView,
  stageBackup,
  stageImport,
  verifyJournal,
} from '../../../../gateway/journal/index.ts';
import { freeBytes } from '../../../../gateway/journal/space.ts';
import { makeFolder, roomAt, stagingBeside } from '../../../../gateway/journal/staging.ts';
import { batchOf, inFolder, optionsFor } from './support.ts';

const tables = ['orders'];
const COMMITS = 20;

const small = mkdtempSync(join(tmpdir(), 'causeway-staging-'));

function mayMount(): boolean {
  try {
    const options = ['-t', 'tmpfs', '-o', 'size=3m', 'tmpfs', small];
    execFileSync('mount', options, { stdio: 'pipe' });
    return true;
  } catch {
    return false;
  }
}

const isMounted = mayMount();

afterAll(() => {
  if (isMounted) execFileSync('umount', [small]);
  rmSync(small, { recursive: true });
});

async function written(folder: string): Promise<void> {
  const journal = await openJournal(optionsFor(folder, tables));
  for (let turn = 0; turn < COMMITS; turn += 1) {
    journal.append(batchOf(journal, [`event ${turn}`]));
    await journal.flush();
  }
  await journal.close();
}

/** What stands beside a folder and begins with its name. */
function beside(path: string): readonly string[] {
  return readdirSync(dirname(path)).filter((name) => name.startsWith(basename(path)));
}

test('of two backups to one place at once one is whole there, and the other is refused', () =>
  inFolder(async (folder) => {
    await written(folder);
    const to = join(dirname(folder), 'backup');
    const [one, other] = await Promise.all([stageBackup(folder, to), stageBackup(folder, to)]);
    for (const { verification } of [one, other]) expect(verification.records).toBe(COMMITS);
    one.publish();
    expect(() => other.publish()).toThrow(`the folder ${to} is not empty`);
    one.discard();
    other.discard();
    expect(await verifyJournal(to)).toMatchObject({ problems: [], records: COMMITS });
    expect(beside(to)).toEqual(['backup']);
  }));

test('of two files written to one place at once the first is whole there, and the other is refused', () =>
  inFolder((folder) => {
    mkdirSync(folder, { recursive: true });
    const file = join(folder, 'archive');
    const outer = (path: string): void => {
      writeFileSync(path, 'outer');
      writtenWhole(file, (inner) => writeFileSync(inner, 'inner'));
    };
    expect(() => writtenWhole(file, outer)).toThrow('is there already: give another name');
    expect(readFileSync(file, 'utf8')).toBe('inner');
    expect(beside(file)).toEqual(['archive']);
    return Promise.resolve();
  }));

test('what a killed command has left is removed, what a living one writes is not', () =>
  inFolder((folder) => {
    mkdirSync(folder, { recursive: true });
    const place = join(folder, 'copy');
    // Above what Linux numbers processes by.
    mkdirSync(`${place}.incomplete-99999999-Abcdef`);
    const living = stagingBeside(place);
    const another = stagingBeside(place);
    expect(beside(place).toSorted()).toEqual(
      [living, another].map((one) => basename(one)).toSorted(),
    );
    return Promise.resolve();
  }));

test('a backup to a link goes to the folder behind it', () =>
  inFolder(async (folder) => {
    await written(folder);
    const real = join(dirname(folder), 'real');
    const link = join(dirname(folder), 'link');
    mkdirSync(real);
    symlinkSync(real, link);
    const staged = await stageBackup(folder, link);
    staged.publish();
    expect(await verifyJournal(real)).toMatchObject({ problems: [], records: COMMITS });
  }));

const onLinux = process.platform === 'linux' ? test : test.skip;

onLinux('where folders can be neither made nor found it is said, not tried for ever', () => {
  expect(() => makeFolder('/proc/causeway/journal')).toThrow(/ENOENT.*\/proc\/causeway/);
});

onLinux('a file system that does not say how large it is is not full, for whoever asks', () => {
  expect(roomAt('/proc')).toBe(Number.POSITIVE_INFINITY);
  expect(freeBytes(statfsSync('/proc'), 'anyone')).toBe(Number.POSITIVE_INFINITY);
});

test('what a disk keeps for root is free to root, and to no one else', () => {
  const disk = { bavail: 3, bfree: 5, blocks: 9, bsize: 4_096 };
  expect(freeBytes(disk, 'anyone')).toBe(12_288);
  const isRoot = process.getuid?.() === 0;
  expect(freeBytes(disk, 'this process')).toBe(isRoot ? 20_480 : 12_288);
});

(isMounted ? test : test.skip)(
  'a disk without room is refused in words, before LMDB meets it',
  () =>
    inFolder(async (folder) => {
      await written(folder);
      const archive = join(dirname(folder), 'archive');
      const view = openJournalView(folder);
      const stretch = { type: 'All' } as const;
      view.exportTo(archive, { stretch, schema: 1, desk: 1, stateHash: null });
      await view.closed();
      writeFileSync(join(small, 'filler'), Buffer.alloc(3 * 1024 * 1024 - 32 * 1024));

      const to = join(small, 'copy');
      await expect(stageBackup(folder, to)).rejects.toThrow(/of room, which is not enough/);
      const options = { folder: to, schema: 1, tables };
      await expect(stageImport([archive], options)).rejects.toThrow(/of room, which is not enough/);
      await expect(lockFolder(to)).rejects.toThrow(/is full, \d+ bytes are left: make room/);
      expect(existsSync(join(to, 'gateway.pid'))).toBe(false);
      rmSync(to, { recursive: true });
      expect(readdirSync(small)).toEqual(['filler']);
    }),
);
