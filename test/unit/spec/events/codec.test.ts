// The journal's form of events: what is written is read, by us and by protobufjs; nothing else is.
import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import protobuf from 'protobufjs';
import type { DeskSnapshot, Event } from '../../../../spec/events/index.ts';
import {
  decodeDeskSnapshot,
  decodeEvent,
  encodeDeskSnapshot,
  encodeEvent,
  eventSchemaVersion,
  recordTypes,
} from '../../../../spec/events/codec.generated.ts';
import { UnreadableEvent, WireReader, WireWriter } from '../../../../spec/events/wire.ts';
import { arbitraryOf, eventNames } from '../../../tools/schema-arbitraries.ts';

const writer = new WireWriter();
const anyEvent = (name: string) => arbitraryOf(name).map((value) => value as unknown as Event);

describe.each(eventNames())('%s', (name) => {
  test('reads back as it was written', () => {
    fc.assert(
      fc.property(anyEvent(name), (event) => {
        const payload = encodeEvent(event, writer);
        expect(decodeEvent(recordTypes[event.type], eventSchemaVersion, payload)).toEqual(event);
      }),
    );
  });

  test('protobufjs reads what we write, and we read what it writes', () => {
    const type = peer.lookupType(name);
    fc.assert(
      fc.property(anyEvent(name), (event) => {
        const ours = encodeEvent(event, writer);
        const theirs = type.decode(ours);
        expect(type.verify(theirs)).toBeNull();
        const again = new Uint8Array(type.encode(theirs).finish());
        expect(decodeEvent(recordTypes[event.type], eventSchemaVersion, again)).toEqual(event);
      }),
      { numRuns: 50 },
    );
  });

  test('cut off anywhere, it is refused by name or reads as another value, and never hangs', () => {
    fc.assert(
      fc.property(anyEvent(name), fc.double({ min: 0, max: 1, noNaN: true }), (event, share) => {
        const payload = encodeEvent(event, writer);
        const cut = payload.subarray(0, Math.floor(share * payload.length));
        readsOrRefuses(recordTypes[event.type], cut);
      }),
      { numRuns: 50 },
    );
  });
});

test('a snapshot of the desk reads back as it was written', () => {
  fc.assert(
    fc.property(arbitraryOf('DeskSnapshot'), (value) => {
      const snapshot = value as unknown as DeskSnapshot;
      encodeDeskSnapshot(snapshot, writer);
      expect(decodeDeskSnapshot(new WireReader(writer.finish()))).toEqual(snapshot);
    }),
    { numRuns: 50 },
  );
});

test('any bytes are refused by name or read, under any record type', () => {
  fc.assert(
    fc.property(
      fc.uint8Array({ maxLength: 200 }),
      fc.integer({ min: 0, max: 40 }),
      (bytes, type) => {
        readsOrRefuses(type, bytes);
      },
    ),
    { numRuns: 2_000 },
  );
});

const ended = { type: 'OrderEnded', orderID: 'ORD-1', how: 'Filled', text: '' } as unknown as Event;

test.each([
  [
    'a record of a newer schema',
    11,
    eventSchemaVersion + 1,
    [],
    `schema version ${eventSchemaVersion + 1}`,
  ],
  ['an unknown record type', 999, 1, [], 'record type 999'],
  ['a missing required field', 11, 1, [0x0a, 0x01, 0x41], 'OrderEnded.how: found no such field'],
  ['an unknown word', 11, 1, [0x10, 0x63], 'OrderEnded.how: found 99'],
  ['the word zero', 11, 1, [0x10, 0x00], 'OrderEnded.how: found 0'],
  ['an unknown field', 11, 1, [0x50, 0x01], 'OrderEnded: found field 10'],
  ['a field of another kind', 11, 1, [0x08, 0x01], 'OrderEnded: found field 1 of wire type 0'],
  [
    'text that is no UTF-8',
    11,
    1,
    [0x0a, 0x01, 0xff],
    'OrderEnded.orderID: found 1 bytes that are no UTF-8',
  ],
  ['a length beyond the end', 11, 1, [0x0a, 0x05, 0x41], 'OrderEnded.orderID: found the end'],
  [
    'an amount of 7 bytes',
    9,
    1,
    [0x22, 7, 0, 0, 0, 0, 0, 0, 1],
    'OrderReplaced.orderQty: found 7 bytes',
  ],
  [
    'a number beyond 2^53',
    28,
    1,
    [0x18, 255, 255, 255, 255, 255, 255, 255, 127],
    'InDoubtOverdue.ageMs: found a number beyond',
  ],
])('%s is refused by name', (_title, type, version, bytes, words) => {
  expect(() => decodeEvent(type, version, new Uint8Array(bytes))).toThrow(words);
});

test.each([
  ['ageMs', -1, 'InDoubtOverdue.ageMs: found -1'],
  ['ageMs', 1.5, 'InDoubtOverdue.ageMs: found 1.5'],
  ['orderID', 'half \ud800 a pair', 'InDoubtOverdue.orderID: found half of a surrogate pair'],
])('%s = %p cannot be written, and says so', (field, value, words) => {
  const event = { type: 'InDoubtOverdue', orderID: 'O', childID: 'C', ageMs: 1, [field]: value };
  expect(() => encodeEvent(event as unknown as Event, writer)).toThrow(words);
  // The writer is as good as new.
  expect(decodeEvent(11, 1, encodeEvent(ended, writer))).toEqual(ended);
});

// By hand from the encoding's documentation: field 1 "ORD-1", field 2 = 1, field 3 empty.
test('OrderEnded has the bytes that the Protocol Buffers encoding gives it', () => {
  expect([...encodeEvent(ended, writer)]).toEqual([
    0x0a, 5, 0x4f, 0x52, 0x44, 0x2d, 0x31, 0x10, 1, 0x1a, 0,
  ]);
});

test.each([
  [0n, []],
  [1n, [0, 0, 0, 0, 0, 0, 0, 1]],
  [-1n, [255, 255, 255, 255, 255, 255, 255, 255]],
  [2n ** 63n, [0, 0, 0, 0, 0, 0, 0, 0, 128, 0, 0, 0, 0, 0, 0, 0]],
  [-(2n ** 63n), [128, 0, 0, 0, 0, 0, 0, 0]],
])("the amount %p is big-endian two's complement in whole words", (value, words) => {
  writer.amount(value, 'amount');
  expect([...writer.finish()]).toEqual([words.length, ...words]);
});

const peer = protobuf
  .parse(readFileSync('spec/events/journal.proto', 'utf8'), { keepCase: true })
  .root.lookup('causeway.journal.v1') as protobuf.Namespace;

function readsOrRefuses(type: number, bytes: Uint8Array): void {
  try {
    decodeEvent(type, 1, bytes);
  } catch (error) {
    if (!(error instanceof UnreadableEvent)) throw error;
  }
}

// More of each than a reader remembers, so that one takes another's place: none is ever taken for another.
test('texts and amounts that are read again and again are each what was written', () => {
  const texts = Array.from({ length: 3_000 }, (_, index) => `T${index}`);
  const amounts = texts.map((_, index) => (BigInt(index) << 70n) - BigInt(index * 7));
  for (const text of texts) writer.string(text, 'text');
  for (const amount of amounts) writer.amount(amount, 'amount');
  const bytes = writer.finish();
  for (let turn = 0; turn < 2; turn += 1) {
    const reader = new WireReader(bytes);
    expect(texts.map(() => reader.string('text'))).toEqual(texts);
    expect(amounts.map(() => reader.amount('amount'))).toEqual(amounts);
    expect(reader.more()).toBe(false);
  }
});
