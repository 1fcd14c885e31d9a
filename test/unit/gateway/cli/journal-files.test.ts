// `causeway journal export`, `import`, `backup`, `compact` and `verify` as a shell runs them, beside a journal that is written.
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type Journal, openJournal } from '../../../../gateway/journal/index.ts';
import {
  type Event,
  WireWriter,
  encodeEvent,
  eventSchemaVersion,
  recordTypes,
} from '../../../../spec/events/index.ts';
import { optionsFor, realClock } from '../journal/support.ts';
import { objectsOf, runCli } from './run-cli.ts';

const around = mkdtempSync(join(tmpdir(), 'causeway-cli-journal-'));
const path = (name: string): string => join(around, name);
const running = path('running');
const file = path('file');
let journal: Journal;

function append(event: Event): void {
  journal.append({
    firstSequence: journal.nextSequence,
    time: realClock.now(),
    records: [
      {
        type: recordTypes[event.type],
        schemaVersion: eventSchemaVersion,
        payload: encodeEvent(event, new WireWriter()).slice(),
      },
    ],
    puts: [{ table: 'marks', key: ['m', journal.nextSequence], value: [event.type] }],
  });
}

beforeAll(async () => {
  writeFileSync(file, 'hello there');
  mkdirSync(path('garbage/store'), { recursive: true });
  writeFileSync(path('garbage/store/data.mdb'), 'hello there');
  journal = await openJournal(optionsFor(running, ['marks']));
  for (let epoch = 1; epoch <= 50; epoch += 1) append({ type: 'DeskStarted', desk: 3, epoch });
  await journal.flush();
});

afterAll(async () => {
  await journal.close();
  rmSync(around, { recursive: true });
});

describe('beside a gateway that writes', () => {
  test('an export is imported: the state hash is what the archive says', async () => {
    const out = await runCli(['journal', 'export', '--data', running, '--to', path('a'), '--json']);
    expect(out.stderr).toBe('');
    const [written] = objectsOf(out.stdout);
    expect(written).toMatchObject({ type: 'Exported', desk: 3, first: 1, last: 50, records: 50 });
    const back = await runCli(['journal', 'import', path('a'), '--data', path('to'), '--json']);
    expect(back.stderr).toBe('');
    expect(objectsOf(back.stdout)[0]).toEqual({
      type: 'Imported',
      folder: path('to'),
      desk: 3,
      first: 1,
      last: 50,
      records: 50,
      stateHash: written?.['stateHash'],
    });
    const verified = await runCli(['journal', 'verify', path('a')]);
    expect(verified.stdout).toBe(
      `ok  ${path('a')}: records 1 to 50 of desk 3; all checksums and hashes hold\n`,
    );
    const compacted = await runCli(['journal', 'compact', '--data', path('to')]);
    expect(compacted.stderr).toBe('');
    expect(compacted.stdout).toMatch(
      /^ok  .*: 50 records in .* MB, where it had .* MB; verified\n$/,
    );
    expect((await runCli(['journal', 'verify', '--data', path('to')])).code).toBe(0);
  });

  test('a state that is not what the archive says is not imported', async () => {
    const out = await runCli(['journal', 'export', '--data', running, '--to', path('b'), '--json']);
    const hash = String(objectsOf(out.stdout)[0]?.['stateHash']);
    const { ArchiveReader, ArchiveWriter } = await import('../../../../gateway/journal/archive.ts');
    const honest = new ArchiveReader(path('b'));
    const forged = new ArchiveWriter(path('forged'), {
      ...honest.header,
      stateHash: `not ${hash}`,
    });
    for (const [kind, bytes] of honest.entries()) forged.entry(kind, bytes);
    forged.finish();
    forged.close();
    honest.close();
    const back = await runCli(['journal', 'import', path('forged'), '--data', path('none')]);
    expect(back.code).toBe(1);
    expect(back.stderr).toBe(
      `causeway: the state hash is ${hash}, the archive says not ${hash}: nothing was imported\n`,
    );
    expect(existsSync(path('none'))).toBe(false);
    expect(readdirSync(around).filter((name) => name.startsWith('none'))).toEqual([]);
  });

  test('a backup is a journal as of one moment, and the gateway goes on', async () => {
    const copying = runCli([
      'journal',
      'backup',
      '--data',
      running,
      '--to',
      path('copy'),
      '--json',
    ]);
    let isDone = false;
    void copying.then(() => (isDone = true));
    while (!isDone) {
      append({ type: 'DeskStarted', desk: 3, epoch: 51 });
      await journal.flush();
      await new Promise((resolve) => setTimeout(resolve, 1));
    }
    const { code, stdout, stderr } = await copying;
    expect(stderr).toBe('');
    expect(code).toBe(0);
    const [copied] = objectsOf(stdout);
    expect(copied).toMatchObject({ type: 'BackedUp', folder: path('copy'), desk: 3, first: 1 });
    expect(copied?.['last']).toBe(copied?.['records']);
    expect((await runCli(['journal', 'verify', '--data', path('copy')])).code).toBe(0);
  });
});

test.each<readonly [string, readonly string[], number, string]>([
  ['no journal', ['export', '--data', '/nonexistent', '--to', path('x')], 3, 'there is no journal'],
  ['no day', ['export', '--to', path('x'), '--day', '2026-02-30'], 2, 'a day such as 2026-11-20'],
  [
    'a day and sequences',
    ['export', '--to', 'x', '--day', '2026-02-03', '--from', '1'],
    2,
    'not both',
  ],
  ['no sequence', ['export', '--to', path('x'), '--from', '0'], 2, 'the number of a record'],
  ['no archive', ['import', '/dev/null', '--data', path('x')], 3, 'is not an archive of a journal'],
  ['no file', ['verify', '/nonexistent'], 3, '/nonexistent cannot be read'],
  ['a folder in use', ['import', '/dev/null', '--data', running], 3, 'is not empty'],
  ['a copy onto it', ['backup', '--data', running, '--to', running], 3, 'is not empty'],
  ['a running gateway', ['compact', '--data', running], 3, 'belongs to a running gateway'],
  ['a folder for an archive', ['verify', around], 3, `${around} is a folder, not an archive`],
  ['the same', ['import', around, '--data', path('x')], 3, `${around} is a folder, not an archive`],
  ['a file for a folder', ['import', '/dev/null', '--data', file], 3, `${file} is no folder`],
  ['the same', ['backup', '--data', running, '--to', file], 3, `${file} is no folder`],
  ['under a file', ['backup', '--data', running, '--to', join(file, 'x')], 3, 'cannot be made'],
  ['no such folder', ['export', '--data', running, '--to', path('no/x')], 3, 'there is no folder'],
  ['under a file', ['export', '--data', running, '--to', join(file, 'x')], 3, 'there is no folder'],
  ['no folder to write', ['export', '--data', running, '--to', '/proc/x'], 3, '/proc/x'],
  ['a store that is none', ['verify', '--data', path('garbage')], 1, 'no header of a store'],
  ['the same', ['compact', '--data', path('garbage')], 1, 'no header of a store'],
  ['nothing to compact', ['compact', '--data', '/nonexistent'], 3, 'there is no journal'],
])('%s: %j ends with %d and one line', async (_what, args, code, words) => {
  const run = await runCli(['journal', ...args]);
  expect(run.stderr).toMatch(/^causeway: [^\n]+\n$/);
  expect(run.stderr).toContain(words);
  expect(run.code).toBe(code);
  expect(run.stdout).toBe('');
});

test('a damaged archive ends with 1 and names the block', async () => {
  await runCli(['journal', 'export', '--data', running, '--to', path('damaged')]);
  const bytes = readFileSync(path('damaged'));
  bytes[bytes.length - 100] = (bytes[bytes.length - 100] ?? 0) ^ 1;
  writeFileSync(path('damaged'), bytes);
  const run = await runCli(['journal', 'import', path('damaged'), '--data', path('no')]);
  expect(run.code).toBe(1);
  expect(run.stderr).toMatch(/^causeway: journal corrupt at .*damaged, block \d: found CRC-32/);
});
