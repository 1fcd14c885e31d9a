// Writes a journal record of each event type that has no fixture yet, or none with all its fields, with the event it
// stands for as JSON. What is there is never written again: it is what an older build wrote.
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import fc from 'fast-check';
import { sealRecord, writeRecord } from '../../gateway/journal/records.ts';
import {
  encodeDeskSnapshot,
  encodeEvent,
  eventSchemaVersion,
  recordTypes,
} from '../../spec/events/codec.generated.ts';
import type { DeskSnapshot, Event } from '../../spec/events/index.ts';
import { WireWriter } from '../../spec/events/wire.ts';
import type { EpochNs } from '../../spec/ports/index.ts';
import { type Filling, arbitraryOf, eventNames, journalSchema } from './schema-arbitraries.ts';

/** The events with every optional field, and with none. */
export const fixtureFillings: readonly Filling[] = ['full', 'bare'];
const allFixtures = 'test/fixtures/journal';
const fixtureFolder = join(allFixtures, `v${eventSchemaVersion}`);

/** The paths of all fixtures, of every schema version, without their endings. */
export function fixtures(): readonly string[] {
  return readdirSync(allFixtures).flatMap((version) =>
    readdirSync(join(allFixtures, version))
      .filter((file) => file.endsWith('.bin'))
      .map((file) => join(allFixtures, version, file.slice(0, -'.bin'.length))),
  );
}

/** Fields of the message that `value`, a full one, does not have: they came behind it. */
export function fieldsWithout(name: string, value: unknown): readonly string[] {
  const message = journalSchema.messages.find((one) => one.name === name);
  const entries: ReadonlyMap<string, unknown> = new Map(Object.entries(value ?? {}));
  return (message?.fields ?? []).flatMap(({ name: field, form }): readonly string[] => {
    const found = entries.get(field);
    if (found === undefined) return [`${name}.${field}`];
    if (form.kind !== 'message') return [];
    return fieldsWithout(form.name, Array.isArray(found) ? found[0] : found);
  });
}

function isCovered(name: string): boolean {
  return fixtures().some(
    (file) =>
      file.endsWith(`/${name}.full`) &&
      fieldsWithout(name, fromFixtureJson(readFileSync(`${file}.json`, 'utf8'))).length === 0,
  );
}

/** JSON that keeps bigints and bytes apart from text. */
export function toFixtureJson(value: unknown): string {
  return `${JSON.stringify(
    value,
    (_key, part: unknown) => {
      if (typeof part === 'bigint') return { $bigint: `${part}` };
      if (part instanceof Uint8Array) return { $bytes: Buffer.from(part).toString('hex') };
      return part;
    },
    2,
  )}\n`;
}

export function fromFixtureJson(json: string): unknown {
  return JSON.parse(json, (_key, part: { $bigint?: string; $bytes?: string } | null) => {
    if (typeof part !== 'object' || part === null) return part;
    if (part.$bigint !== undefined) return BigInt(part.$bigint);
    if (part.$bytes !== undefined) return new Uint8Array(Buffer.from(part.$bytes, 'hex'));
    return part;
  });
}

function writeMissing(): void {
  const writer = new WireWriter();
  const missing = [...eventNames(), 'DeskSnapshot'].filter((name) => !isCovered(name));
  for (const filling of fixtureFillings) {
    for (const name of missing.filter((one) => one !== 'DeskSnapshot')) {
      write(name, filling, (value) => recordOf(value as unknown as Event, writer));
    }
    if (missing.includes('DeskSnapshot'))
      write('DeskSnapshot', filling, (value) => {
        encodeDeskSnapshot(value as unknown as DeskSnapshot, writer);
        return writer.finish();
      });
  }
}

function write(name: string, filling: Filling, bytesOf: (value: unknown) => Uint8Array): void {
  const file = freeFile(`${name}.${filling}`);
  const [value] = fc.sample(arbitraryOf(name, filling), { numRuns: 1, seed: 4_711 });
  writeFileSync(`${file}.bin`, bytesOf(value));
  writeFileSync(`${file}.json`, toFixtureJson(value));
}

/** In the folder of the schema's version; where an earlier build of that version wrote one, in the next, such as v4.1. */
function freeFile(name: string): string {
  for (let more = 0; ; more += 1) {
    const folder = more === 0 ? fixtureFolder : `${fixtureFolder}.${more}`;
    if (existsSync(join(folder, `${name}.bin`))) continue;
    mkdirSync(folder, { recursive: true });
    return join(folder, name);
  }
}

function recordOf(event: Event, writer: WireWriter): Uint8Array {
  const target = new Uint8Array(65_536);
  const view = new DataView(target.buffer);
  writeRecord(target, view, 0, {
    sequence: 123_456_789_012,
    type: recordTypes[event.type],
    schemaVersion: eventSchemaVersion,
    epoch: 7,
    time: 1_763_700_000_123_456_789n as EpochNs,
    ordinal: 3,
    endsBatch: true,
    payload: encodeEvent(event, writer),
  });
  return target.subarray(0, sealRecord(target, view, 0));
}

const started = process.argv[1];
if (started !== undefined && import.meta.url === pathToFileURL(started).href) writeMissing();
