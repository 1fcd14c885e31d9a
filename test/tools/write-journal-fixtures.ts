// Writes a journal record of each event type that has no fixture yet, with the event it stands for as JSON. What is
// there is never written again: it is what an older build wrote.
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import fc from 'fast-check';
import { writeRecord } from '../../gateway/journal/records.ts';
import {
  encodeDeskSnapshot,
  encodeEvent,
  eventSchemaVersion,
  recordTypes,
} from '../../spec/events/codec.generated.ts';
import type { DeskSnapshot, Event } from '../../spec/events/index.ts';
import { WireWriter } from '../../spec/events/wire.ts';
import type { EpochNs } from '../../spec/ports/index.ts';
import { type Filling, arbitraryOf, eventNames } from './schema-arbitraries.ts';

/** The events with every optional field, and with none. */
export const fixtureFillings: readonly Filling[] = ['full', 'bare'];
export const fixtureFolder = 'test/fixtures/journal/v1';

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
  mkdirSync(fixtureFolder, { recursive: true });
  const writer = new WireWriter();
  for (const filling of fixtureFillings) {
    for (const name of eventNames()) {
      write(name, filling, (value) => recordOf(value as unknown as Event, writer));
    }
    write('DeskSnapshot', filling, (value) => {
      encodeDeskSnapshot(value as unknown as DeskSnapshot, writer);
      return writer.finish();
    });
  }
}

function write(name: string, filling: Filling, bytesOf: (value: unknown) => Uint8Array): void {
  const file = join(fixtureFolder, `${name}.${filling}`);
  if (existsSync(`${file}.bin`)) return;
  const [value] = fc.sample(arbitraryOf(name, filling), { numRuns: 1, seed: 4_711 });
  writeFileSync(`${file}.bin`, bytesOf(value));
  writeFileSync(`${file}.json`, toFixtureJson(value));
}

function recordOf(event: Event, writer: WireWriter): Uint8Array {
  const target = new Uint8Array(65_536);
  const end = writeRecord(target, new DataView(target.buffer), 0, {
    sequence: 123_456_789_012,
    type: recordTypes[event.type],
    schemaVersion: eventSchemaVersion,
    epoch: 7,
    time: 1_763_700_000_123_456_789n as EpochNs,
    ordinal: 3,
    endsBatch: true,
    payload: encodeEvent(event, writer),
  });
  return target.subarray(0, end);
}

const started = process.argv[1];
if (started !== undefined && import.meta.url === pathToFileURL(started).href) writeMissing();
