// What is proved beside a desk that has started, over a real store.
import { afterAll, expect, test } from '@jest/globals';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { emptyState, snapshotOf, stateHash } from '../../../../gateway/desk/index.ts';
import { diskTables } from '../../../../gateway/journal/core.ts';
import { journalDefaults, openJournal } from '../../../../gateway/journal/index.ts';
import { openLmdbDisk } from '../../../../gateway/journal/lmdb-disk.ts';
import { sequenceKey } from '../../../../gateway/journal/keys.ts';
import { realClock, realTimers } from '../../../../gateway/process/index.ts';
import { startProof } from '../../../../gateway/process/proof.ts';
import { tableNames, textBytes } from '../../../../gateway/process/tables.ts';
import { WireWriter, encodeDeskSnapshot } from '../../../../spec/events/index.ts';

const base = mkdtempSync(join(tmpdir(), 'causeway-proof-'));
afterAll(() => rmSync(base, { recursive: true, force: true }));

/** Ten records without an effect, and a snapshot of the empty state behind the fifth. */
async function journalWith(name: string, hash: string): Promise<string> {
  const folder = join(base, name);
  const journal = await openJournal({
    ...journalDefaults,
    reserveBytes: 0,
    folder,
    tables: tableNames,
    clock: realClock(),
    timers: realTimers(),
    durability: 'os',
  });
  const writer = new WireWriter();
  encodeDeskSnapshot(snapshotOf(emptyState()), writer);
  for (let turn = 1; turn <= 10; turn += 1) {
    const [firstSequence, time] = [journal.nextSequence, realClock().now()];
    journal.append({ firstSequence, time, records: [], puts: [] });
    await journal.flush();
    if (turn === 5) await journal.writeSnapshot(5, writer.finish(), textBytes(hash));
  }
  await journal.close();
  return folder;
}

interface Said {
  readonly level: string;
  readonly sentence: string;
  readonly text: string | null;
}

/** What the log says, and whether the state is refuted, when the proof has ended. */
async function proof(folder: string, through: number): Promise<readonly [Said, boolean]> {
  let isRefuted = false;
  const said = await new Promise<Said>((resolve) => {
    const line = (level: string) => (fields: object, sentence: string) =>
      resolve({ level, sentence, text: 'text' in fields ? String(fields.text) : null });
    startProof({
      data: { folder, durability: 'os', snapshotAt: 5, through },
      log: { error: line('error'), warn: line('warn'), info: line('info'), debug: line('debug') },
      refuted: () => (isRefuted = true),
    });
  });
  return [said, isRefuted];
}

/** Changes a byte of a record's payload or header, on disk. */
function spoil(folder: string, sequence: number): void {
  const disk = openLmdbDisk({
    folder: join(folder, 'store'),
    tables: diskTables(tableNames),
    durability: 'os',
  });
  const bytes = Uint8Array.from(disk.get('log', sequenceKey(sequence)) ?? []);
  bytes[20] = (bytes[20] ?? 0) ^ 1;
  disk.commit([{ table: 'log', key: sequenceKey(sequence), value: bytes }]);
  disk.close();
}

test('a journal that is as it was written is proved from its beginning', async () => {
  const folder = await journalWith('whole', stateHash(emptyState()));
  expect(await proof(folder, 10)).toEqual([
    { level: 'info', sentence: 'the journal is proved from its beginning', text: null },
    false,
  ]);
});

test('a snapshot that gives another hash than its record names refutes the state', async () => {
  const folder = await journalWith('other-hash', '00112233445566ff');
  const [said, isRefuted] = await proof(folder, 10);
  expect(said.sentence).toBe('the journal does not prove the state that the desk has started with');
  expect(said.text).toContain('its record says 00112233445566ff (I5)');
  expect(isRefuted).toBe(true);
});

test.each([
  ['before its snapshot is told, and refutes nothing', 3, false],
  ['behind its snapshot refutes the state', 9, true],
])('a record damaged %s', async (name, sequence, refutes) => {
  const folder = await journalWith(`damaged ${sequence}`, stateHash(emptyState()));
  spoil(folder, sequence);
  const [said, isRefuted] = await proof(folder, 10);
  expect(said.level).toBe('error');
  expect(said.text).toContain(`record ${sequence}`);
  expect(isRefuted).toBe(refutes);
  expect(name).toContain(refutes ? 'refutes the state' : 'refutes nothing');
});
