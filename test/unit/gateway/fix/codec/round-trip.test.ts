import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  type Dictionary,
  dictionaryOf,
  fix44,
  type FixVersion,
  Form,
  type GroupDefinition,
  type MessageDefinition,
  Tag,
} from '../../../../../spec/dictionaries/index.ts';
import type { EpochNs } from '../../../../../spec/ports/index.ts';
import { frameAgain, frameMessage } from '../../../../../gateway/fix/codec/frame-message.ts';
import { Framer } from '../../../../../gateway/fix/codec/framer.ts';
import { MessageView } from '../../../../../gateway/fix/codec/message-view.ts';
import { MessageWriter } from '../../../../../gateway/fix/codec/message-writer.ts';
import { validate } from '../../../../../gateway/fix/codec/validate.ts';
import { fieldIn, shown } from '../wire-text.ts';

const identity = {
  beginString: 'FIX.4.4',
  senderCompID: 'CW',
  targetCompID: 'ACME',
  timePrecision: 9,
} as const;
const noon = 1_795_262_400_123_456_789n as EpochNs;
const header = {
  msgSeqNum: 7,
  sendingTime: noon,
  origSendingTime: null,
  possResend: false,
  further: null,
};

type Written = {
  readonly tag: number;
  readonly write: (writer: MessageWriter) => void;
  readonly check: (view: MessageView) => void;
};

const text = fc.string({
  unit: fc.integer({ min: 0x20, max: 0x7e }).map((code) => String.fromCharCode(code)),
  minLength: 1,
  maxLength: 20,
});
const instant = fc
  .bigInt({ min: 0n, max: 253_402_300_799_999_999_999n })
  .map((ns) => ns as EpochNs);
const bytes = fc.uint8Array({ minLength: 1, maxLength: 40 });

/** A value of the field's form, from its list if it has one. */
function value({ fields }: Dictionary, tag: number): fc.Arbitrary<Written> {
  const field = fields.get(tag);
  if (field === undefined) throw new Error(`no field ${tag}`);
  if (field.values !== null)
    return fc.constantFrom(...field.values).map((chosen) => string(tag, chosen));
  const form: number = field.form;
  switch (form) {
    case Form.Int:
    case Form.Count:
      return fc.nat().map((int) => ({
        tag,
        write: (writer) => writer.int(tag, int),
        check: (view) => expect(view.int(tag)).toBe(int),
      }));
    case Form.Decimal:
      return fc.bigInt({ min: -(10n ** 36n), max: 10n ** 36n }).map((units) => ({
        tag,
        write: (writer) => writer.decimal(tag, units),
        check: (view) => expect(view.decimal(tag)).toBe(units),
      }));
    case Form.UtcTimestamp:
      return instant.map((at) => ({
        tag,
        write: (writer) => writer.utcTimestamp(tag, at, 9),
        check: (view) => expect(view.utcTimestamp(tag)).toBe(at),
      }));
    case Form.Boolean:
      return fc.boolean().map((flag) => ({
        tag,
        write: (writer) => writer.bool(tag, flag),
        check: (view) => expect(view.bool(tag)).toBe(flag),
      }));
    case Form.Char:
      return fc.constantFrom('a', 'Z', '0', '=').map((char) => string(tag, char));
    case Form.UtcTime:
      return fc.constant(string(tag, '12:00:00'));
    case Form.Date:
      return fc.constant(string(tag, '20260228'));
    case Form.MonthYear:
      return fc.constant(string(tag, '202602w2'));
    default:
      return text.map((chosen) => string(tag, chosen));
  }
}

function string(tag: number, chosen: string): Written {
  return {
    tag,
    write: (writer) => writer.string(tag, chosen),
    check: (view) => expect(view.string(tag)).toBe(chosen),
  };
}

function data({ dataOfLength }: Dictionary, lengthTag: number, chosen: Uint8Array): Written {
  const tag = dataOfLength[lengthTag] ?? 0;
  return {
    tag,
    write: (writer) => writer.data(lengthTag, tag, chosen),
    check: (view) => expect(view.bytes(tag)).toEqual(chosen),
  };
}

/** Entries of the first field alone: the structure, whatever else an entry may have. */
function group(dictionary: Dictionary, definition: GroupDefinition): fc.Arbitrary<Written> {
  const { counter, firstTag } = definition;
  // NoSides(552) lists how many there may be.
  const counts = [...(dictionary.fields.get(counter)?.values ?? [])].map(Number);
  const maxLength = counts.length === 0 ? 4 : Math.max(...counts);
  const inner = definition.groups.get(firstTag);
  const entry = inner === undefined ? value(dictionary, firstTag) : group(dictionary, inner);
  return fc.array(entry, { minLength: 1, maxLength }).map((entries) => ({
    tag: counter,
    write: (writer) => {
      writer.int(counter, entries.length);
      for (const entry of entries) entry.write(writer);
    },
    check: (view) => expect(view.group(counter)).toHaveLength(entries.length),
  }));
}

/** Its required fields and some of the others. Groups with further required members are left out. */
function message(
  dictionary: Dictionary,
  definition: MessageDefinition,
): fc.Arbitrary<readonly Written[]> {
  const written = (tag: number): fc.Arbitrary<Written> | null => {
    if (dictionary.lengthOfData[tag]) return null;
    if (dictionary.dataOfLength[tag]) return bytes.map((chosen) => data(dictionary, tag, chosen));
    const definitionOfGroup = definition.groups.get(tag);
    if (definitionOfGroup === undefined) return value(dictionary, tag);
    const simple = definitionOfGroup.required.every(
      (member) => member === definitionOfGroup.firstTag,
    );
    return simple ? group(dictionary, definitionOfGroup) : null;
  };
  const isRequired = (tag: number) => definition.required.includes(tag);
  // FIX 4.3 lists OwnershipType(517) twice in one message.
  const members = [...new Set(definition.members)].filter((tag) => written(tag) !== null);
  const others = members.filter((tag) => !isRequired(tag));
  return fc.subarray(others, { maxLength: Math.min(12, others.length) }).chain((optional) => {
    const chosen = members.filter((tag) => isRequired(tag) || optional.includes(tag));
    return fc.tuple(...chosen.flatMap((tag) => written(tag) ?? []));
  });
}

const writableIn = ({ messages }: Dictionary) =>
  [...messages.values()].filter(({ required, groups }) =>
    required.every((tag) => {
      const definition = groups.get(tag);
      return (
        definition === undefined ||
        definition.required.every((member) => member === definition.firstTag)
      );
    }),
  );

/** How many messages each version has that can be written without further group members, at least. */
const versions: readonly (readonly [FixVersion, number])[] = [
  ['FIX.4.0', 20],
  ['FIX.4.1', 20],
  ['FIX.4.2', 35],
  ['FIX.4.3', 50],
  ['FIX.4.4', 70],
  ['FIX.5.0', 70],
  ['FIX.5.0SP1', 70],
  ['FIX.5.0SP2', 70],
];

describe('what is written is what is read', () => {
  test.each(versions)('decode(encode(m)) = m, for every message of %s', (version, least) => {
    const dictionary = dictionaryOf(version);
    const writable = writableIn(dictionary);
    const writer = new MessageWriter();
    const framer = new Framer();
    const view = new MessageView(dictionary);
    expect(writable.length).toBeGreaterThan(least);
    const anyMessage = fc
      .constantFrom(...writable)
      .chain((definition) =>
        message(dictionary, definition).map((fields) => ({ definition, fields })),
      );
    fc.assert(
      fc.property(anyMessage, ({ definition, fields }) => {
        writer.begin(definition.msgType);
        for (const field of fields) field.write(writer);
        const { beginString } = dictionary;
        framer.push(frameMessage({ ...identity, beginString }, header, writer.end()));
        expect(framer.next()).toBe('Message');
        expect(view.read(framer.bytes, framer.start, framer.end)).toBeNull();
        expect(validate(view)).toBeNull();
        expect(view.int(Tag.MsgSeqNum)).toBe(7);
        expect(view.utcTimestamp(Tag.SendingTime)).toBe(noon);
        for (const field of fields) field.check(view);
      }),
      {
        numRuns: 200,
        // A definition of 5.0SP2 is a megabyte of text.
        reporter({ failed, seed, counterexamplePath, errorInstance }) {
          if (failed)
            throw new Error(`seed ${seed}, path ${counterexamplePath}: ${String(errorInstance)}`);
        },
      },
    );
  });

  test('a value cannot bring a field of its own', () => {
    const body = new MessageWriter().begin('B').string(Tag.Text, 'a\u000144=1').end();
    expect(shown(body.bytes)).toBe('58=a?44=1|');
  });

  test('a body is good until the next begins: one body for several sessions', () => {
    const writer = new MessageWriter();
    const body = writer.begin('B').string(Tag.Text, 'to all').end();
    const messages = ['A', 'B'].map((targetCompID) =>
      shown(frameMessage({ ...identity, targetCompID }, header, body)),
    );
    writer.begin('B').string(Tag.Text, 'another');
    expect(messages.every((message) => message.includes('|58=to all|10='))).toBe(true);
  });

  test('an empty string writes nothing', () => {
    expect(new MessageWriter().begin('0').string(Tag.Text, '').end().bytes).toHaveLength(0);
  });

  test.each([
    [0n, '0'],
    [1n, '0.000000000000000001'],
    [-1_500_000_000_000_000_000n, '-1.5'],
    [100_000_000_000_000_000_000n, '100'],
    [9_007_199_254_740_993_000_000_001n, '9007199.254740993000000001'],
    [10n ** 40n, '10000000000000000000000'],
    [10n ** 80n, `1${'0'.repeat(62)}`],
  ])('%d units are written as %s', (units, text) => {
    const body = new MessageWriter().begin('D').decimal(Tag.Price, units).end();
    expect(shown(body.bytes)).toBe(`44=${text}|`);
  });

  test.each([
    [0, '20261121-12:00:00'],
    [3, '20261121-12:00:00.123'],
    [6, '20261121-12:00:00.123456'],
    [9, '20261121-12:00:00.123456789'],
  ] as const)('a time with %d decimals', (precision, text) => {
    const body = new MessageWriter()
      .begin('D')
      .utcTimestamp(Tag.TransactTime, noon, precision)
      .end();
    expect(shown(body.bytes)).toBe(`60=${text}|`);
  });
});

describe('sent again', () => {
  const body = new MessageWriter().begin('8').string(Tag.OrderID, 'O1').string(Tag.Text, 'x').end();
  const first = frameMessage(identity, header, body);
  const later = (noon + 60_000_000_000n) as EpochNs;

  test('PossDupFlag, both times, and every other byte as it was', () => {
    const again = frameAgain(fix44, first, later, 9) ?? new Uint8Array(0);
    const view = new MessageView(fix44);
    expect(view.read(again)).toBeNull();
    expect(fieldIn(again, Tag.PossDupFlag)).toBe('Y');
    expect(fieldIn(again, Tag.OrigSendingTime)).toBe('20261121-12:00:00.123456789');
    expect(fieldIn(again, Tag.SendingTime)).toBe('20261121-12:01:00.123456789');
    expect(shown(again)).toContain('|37=O1|58=x|10=');
    expect(fieldIn(again, Tag.MsgSeqNum)).toBe('7');
  });

  test('a third time keeps the first OrigSendingTime', () => {
    const second = frameAgain(fix44, first, later, 9) ?? new Uint8Array(0);
    const third = frameAgain(fix44, second, (later + 1n) as EpochNs, 9) ?? new Uint8Array(0);
    expect(fieldIn(third, Tag.OrigSendingTime)).toBe('20261121-12:00:00.123456789');
    expect(shown(third).match(/\|43=Y/g)).toHaveLength(1);
  });

  test('OrigSendingTime is never later than SendingTime, though a clock was ahead when it was first sent', () => {
    const earlier = (noon - 30_000_000_000n) as EpochNs;
    const again = frameAgain(fix44, first, earlier, 9) ?? new Uint8Array(0);
    expect(fieldIn(again, Tag.SendingTime)).toBe('20261121-11:59:30.123456789');
    expect(fieldIn(again, Tag.OrigSendingTime)).toBe('20261121-11:59:30.123456789');
    expect(fieldIn(again, Tag.PossDupFlag)).toBe('Y');
  });

  test('bytes that are no message are refused', () => {
    expect(frameAgain(fix44, first.subarray(0, 30), later, 9)).toBeNull();
  });
});

describe('hostile bytes', () => {
  const good = frameMessage(
    identity,
    header,
    new MessageWriter()
      .begin('D')
      .string(Tag.ClOrdID, 'A')
      .data(95, 96, Uint8Array.of(1, 2, 3))
      .end(),
  );

  /** Whatever comes, in whatever pieces: no throw, and memory within one message and one chunk. */
  function survives(chunks: readonly Uint8Array[]): void {
    const framer = new Framer({ maxBodyLength: 4096 });
    const view = new MessageView(fix44);
    for (const chunk of chunks) {
      framer.push(chunk);
      for (let turns = 0; turns <= chunk.length + 8192; turns += 1) {
        const frame = framer.next();
        if (frame === 'More' || frame === 'TooLong' || frame === 'NotFix') break;
        if (frame === 'Message' && view.read(framer.bytes, framer.start, framer.end) === null) {
          validate(view);
          for (const group of view.group(Tag.NoPartyIDs)) group.string(Tag.PartyID);
        }
      }
      expect(framer.allocated).toBeLessThan(32_768);
    }
  }

  test('random bytes', () => {
    fc.assert(fc.property(fc.array(fc.uint8Array({ maxLength: 300 })), survives), { numRuns: 300 });
  });

  test('a good message with bytes changed, taken out and put in', () => {
    const change = fc.record({
      at: fc.nat(good.length - 1),
      remove: fc.nat(3),
      insert: fc.uint8Array({ maxLength: 4 }),
    });
    fc.assert(
      fc.property(fc.array(change, { minLength: 1, maxLength: 4 }), fc.nat(40), (changes, cut) => {
        const mutated = [...good];
        for (const { at, remove, insert } of changes) mutated.splice(at, remove, ...insert);
        const stream = Uint8Array.from([...good, ...mutated, ...good]);
        survives([stream.slice(0, cut), stream.slice(cut)]);
      }),
      { numRuns: 500 },
    );
  });

  test('after a changed message a good one is found again', () => {
    fc.assert(
      fc.property(fc.nat(good.length - 9), fc.integer({ min: 0, max: 255 }), (at, byte) => {
        const mutated = good.slice();
        mutated[at] = byte;
        const framer = new Framer();
        framer.push(Uint8Array.from([...good, ...mutated, ...good, ...good, ...good]));
        let messages = 0;
        for (
          let frame = framer.next();
          frame === 'Message' || frame === 'Garbled';
          frame = framer.next()
        )
          if (frame === 'Message') messages += 1;
        // A length that grew may swallow what follows; nothing worse.
        expect(messages).toBeGreaterThanOrEqual(1);
      }),
    );
  });
});
