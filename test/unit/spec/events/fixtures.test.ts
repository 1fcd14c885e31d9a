// Records that earlier builds wrote still open, and every event type has one.
import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { restoreState, stateHash } from '../../../../gateway/desk/index.ts';
import { readRecord } from '../../../../gateway/journal/records.ts';
import {
  decodeDeskSnapshot,
  decodeEvent,
  recordTypes,
} from '../../../../spec/events/codec.generated.ts';
import { WireReader } from '../../../../spec/events/wire.ts';
import {
  fieldsWithout,
  fixtureFillings,
  fixtures,
  fromFixtureJson,
} from '../../../tools/write-journal-fixtures.ts';
import { journalSchema } from '../../../tools/schema-arbitraries.ts';

const files = fixtures();
const isSnapshot = (file: string) => file.includes('/DeskSnapshot.');
const eventFiles = files.filter((file) => !isSnapshot(file));
const written = (file: string) => new Uint8Array(readFileSync(`${file}.bin`));
const json = (file: string) => fromFixtureJson(readFileSync(`${file}.json`, 'utf8'));
const messageOf = (file: string) => /([^/]+)\.\w+$/.exec(file)?.[1] ?? '';
/** The event that it was; fields that came later hold nothing. */
const expected = (file: string) => withLaterFields(messageOf(file), json(file));

function withLaterFields(name: string, value: unknown): unknown {
  const message = journalSchema.messages.find((one) => one.name === name);
  if (message === undefined || typeof value !== 'object' || value === null) return value;
  const fields: Record<string, unknown> = { ...value };
  for (const { name: field, form, presence } of message.fields) {
    const found = fields[field];
    if (found === undefined) fields[field] = presence === 'repeated' ? [] : null;
    else if (form.kind === 'message') {
      fields[field] = Array.isArray(found)
        ? found.map((one) => withLaterFields(form.name, one))
        : withLaterFields(form.name, found);
    }
  }
  return fields;
}

test('every event type has a record written by the build that brought it', () => {
  const found = files.map((file) => file.split('/').at(-1));
  const needed = Object.keys(recordTypes).flatMap((name) =>
    fixtureFillings.map((filling) => `${name}.${filling}`),
  );
  // A new event type: run `node dist/test/tools/write-journal-fixtures.js` and commit what it writes.
  expect(needed.filter((file) => !found.includes(file))).toEqual([]);
});

test('every field of every event and of the snapshot stands in some full record', () => {
  for (const name of [...Object.keys(recordTypes), 'DeskSnapshot']) {
    const full = files.filter((file) => file.endsWith(`/${name}.full`));
    const lacking = full.map((file) => fieldsWithout(name, json(file)));
    // New fields: the same command writes the event once more, into the folder of the schema's version.
    expect(lacking).toContainEqual([]);
  }
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

test.each(files.filter(isSnapshot))('the snapshot %s still opens', (file) => {
  expect(decodeDeskSnapshot(new WireReader(written(file)))).toEqual(expected(file));
});

// As printed by the builds that wrote the snapshots: a start refuses one that gives another hash.
test.each([
  ['v1/DeskSnapshot.full', '01674e7fb1aae4c8'],
  ['v1/DeskSnapshot.bare', 'e7d3f9cac8a98d4e'],
])('the snapshot %s still gives the state hash %s', (name, hash) => {
  const file = files.find((one) => one.endsWith(name)) ?? '';
  const snapshot = decodeDeskSnapshot(new WireReader(written(file)));
  expect(stateHash(restoreState(snapshot))).toBe(hash);
});
