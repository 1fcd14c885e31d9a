// Yesterday's journal put back is recognised by its witness, which stands beside the folder.
import { cp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { expect, test } from '@jest/globals';
import { JournalRefused, openJournal } from '../../../../gateway/journal/index.ts';
import { witnessFile } from '../../../../gateway/journal/witness.ts';
import { batchOf, inFolder, optionsFor } from './support.ts';

/** Opens the journal, appends these, one a commit, and closes it. */
async function appended(folder: string, payloads: readonly string[]): Promise<void> {
  const journal = await openJournal(optionsFor(folder));
  for (const payload of payloads) {
    journal.append(batchOf(journal, [payload]));
    await journal.flush();
  }
  await journal.close();
}

async function putBack(copy: string, folder: string): Promise<void> {
  await rm(folder, { recursive: true });
  await cp(copy, folder, { recursive: true });
}

test('an older copy of the folder is refused, with how far it had come and how far it comes now', () =>
  inFolder(async (folder) => {
    await appended(folder, ['a', 'b']);
    await cp(folder, `${folder}.yesterday`, { recursive: true });
    await appended(folder, ['c', 'd', 'e']);
    await putBack(`${folder}.yesterday`, folder);
    const opened = openJournal(optionsFor(folder));
    await expect(opened).rejects.toThrow(JournalRefused);
    await expect(openJournal(optionsFor(folder))).rejects.toThrow(
      /had come to record 5 of epoch 2 and now ends at record 2: an older copy was put back/,
    );
    // Who has looked removes the witness, as the text says.
    await rm(witnessFile(folder));
    await appended(folder, ['x']);
  }));

test('an older copy that has grown past it since is refused: its chain is another', () =>
  inFolder(async (folder) => {
    await appended(folder, ['a']);
    await cp(folder, `${folder}.yesterday`, { recursive: true });
    await appended(folder, ['b', 'c']);
    const seen = await readFile(witnessFile(folder));
    await putBack(`${folder}.yesterday`, folder);
    await rm(witnessFile(folder));
    await appended(folder, ['other', 'others', 'still others']);
    await writeFile(witnessFile(folder), seen);
    await expect(openJournal(optionsFor(folder))).rejects.toThrow(
      /has another history there, and ends at record 4/,
    );
  }));

test('an empty folder in the place of a journal is refused', () =>
  inFolder(async (folder) => {
    await appended(folder, ['a']);
    await rm(folder, { recursive: true });
    await expect(openJournal(optionsFor(folder))).rejects.toThrow(/now ends at record 0/);
  }));

test('the newest copy is taken, and one whose witness is behind it', () =>
  inFolder(async (folder) => {
    await appended(folder, ['a']);
    const before = await readFile(witnessFile(folder));
    await appended(folder, ['b']);
    await writeFile(witnessFile(folder), before);
    await appended(folder, ['c']);
    expect(await readFile(witnessFile(folder), 'utf8')).toMatch(
      /^epoch 3 sequence 3 hash [0-9a-f]{64}\n$/,
    );
    expect((await stat(witnessFile(folder))).mode & 0o777).toBe(0o600);
  }));

test('with durability `os` the newest records may be gone, and the rest is taken', () =>
  inFolder(async (folder) => {
    await appended(folder, ['a']);
    await cp(folder, `${folder}.yesterday`, { recursive: true });
    await appended(folder, ['b']);
    await putBack(`${folder}.yesterday`, folder);
    const journal = await openJournal({ ...optionsFor(folder), durability: 'os' });
    expect(journal.nextSequence).toBe(2);
    await journal.close();
  }));

test('a witness that does not read is refused by name', () =>
  inFolder(async (folder) => {
    await appended(folder, ['a']);
    await writeFile(witnessFile(folder), 'epoch 1 sequ');
    await expect(openJournal(optionsFor(folder))).rejects.toThrow(/journal\.witness does not read/);
  }));
