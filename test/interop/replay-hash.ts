// Replays a journal under whichever Node runs it, and prints the state hash on the way, one a line.

import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { emptyState, evolve, restoreState, stateHash } from '../../gateway/desk/index.ts';
import { openJournalReader } from '../../gateway/journal/index.ts';
import { stateOfJournal } from '../../gateway/process/index.ts';
import { WireReader, decodeDeskSnapshot, decodeEvent } from '../../spec/events/index.ts';

const HASH_EVERY = 100;
const [folder = '', fixtures = ''] = process.argv.slice(2);

const say = (what: string, hash: string): void => void process.stdout.write(`${what} ${hash}\n`);
say('node', process.versions.node);

const reader = openJournalReader(folder);
const state = emptyState();
let replayed = 0;
for (const record of reader.replay(reader.firstSequence)) {
  const event = decodeEvent(record.type, record.schemaVersion, record.payload);
  evolve(state, { sequence: record.sequence, at: record.time, event });
  replayed += 1;
  if (replayed % HASH_EVERY === 0) say(`after ${record.sequence}`, stateHash(state));
}
say('at the end', stateHash(state));
say('from the snapshot', (await stateOfJournal(reader)).stateHash);
reader.close();

// Every field of every entity, as each schema version wrote it.
for (const version of readdirSync(fixtures)) {
  for (const name of readdirSync(join(fixtures, version))) {
    if (!/^DeskSnapshot.*\.bin$/.test(name)) continue;
    const snapshot = decodeDeskSnapshot(
      new WireReader(readFileSync(join(fixtures, version, name))),
    );
    say(`${version} ${name}`, stateHash(restoreState(snapshot)));
  }
}
