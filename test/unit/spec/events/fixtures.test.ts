// Records that earlier builds wrote still open, and every event type has one.
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { readRecord } from '../../../../gateway/journal/records.ts';
import {
  decodeDeskSnapshot,
  decodeEvent,
  recordTypes,
} from '../../../../spec/events/codec.generated.ts';
import { WireReader } from '../../../../spec/events/wire.ts';
import {
  fixtureFillings,
  fixtureFolder,
  fromFixtureJson,
} from '../../../tools/write-journal-fixtures.ts';

const files = readdirSync(fixtureFolder)
  .filter((file) => file.endsWith('.bin'))
  .map((file) => file.slice(0, -'.bin'.length));
const eventFiles = files.filter((file) => !file.startsWith('DeskSnapshot.'));
const expected = (file: string) =>
  fromFixtureJson(readFileSync(join(fixtureFolder, `${file}.json`), 'utf8'));
const written = (file: string) => new Uint8Array(readFileSync(join(fixtureFolder, `${file}.bin`)));

test('every event type has a record written by the build that brought it', () => {
  const needed = Object.keys(recordTypes).flatMap((name) =>
    fixtureFillings.map((filling) => `${name}.${filling}`),
  );
  // A new event type: run `node dist/test/tools/write-journal-fixtures.js` and commit what it writes.
  expect(needed.filter((file) => !files.includes(file))).toEqual([]);
});

test.each(eventFiles)('%s still opens as the event that it was', (file) => {
  const record = readRecord(written(file), file);
  expect(record).toMatchObject({
    sequence: 123_456_789_012,
    epoch: 7,
    time: 1_763_700_000_123_456_789n,
    ordinal: 3,
    endsBatch: true,
  });
  expect(decodeEvent(record.type, record.schemaVersion, record.payload)).toEqual(expected(file));
});

test.each(fixtureFillings)('the snapshot written %s still opens', (filling) => {
  const file = `DeskSnapshot.${filling}`;
  expect(decodeDeskSnapshot(new WireReader(written(file)))).toEqual(expected(file));
});
