// What is read in place is what JSON.parse would have read, or is left to it.

import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { isObject, parseBytes } from '../../../../adapters/connection/json.ts';
import { type Members, ParsedMembers, nameOf } from '../../../../adapters/connection/members.ts';
import { PlainJson, decimalIn } from '../../../../adapters/connection/plain-json.ts';
import { parseDecimal } from '../../../../spec/units/index.ts';

const NAMES = ['e', 's', 'i', 'X', '', 'id', 'result', 'rateLimits', 'orderId', 'clientOrderId'];
const ABSENT = 'absent';

/** A JSON text as machines write it, of names that may repeat. */
const compact: fc.Arbitrary<string> = fc.letrec<{ value: string; object: string }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 3 },
    fc.constantFrom('true', 'false', 'null', '0', '-7', '9007199254740991', '9007199254740993'),
    fc.constantFrom('"NEW"', '"FILLED"', '"0.00000000"', '"-1.5"', '"12"', '"."', '""', '"1e5"'),
    fc.bigInt({ min: -(10n ** 20n), max: 10n ** 20n }).map(String),
    fc
      .string({ unit: fc.constantFrom(...'abcXYZ019.-_ /'.split('')) })
      .map((text) => JSON.stringify(text)),
    fc.array(tie('value'), { maxLength: 4 }).map((items) => `[${items.join(',')}]`),
    tie('object'),
  ),
  object: fc
    .array(fc.tuple(fc.constantFrom(...NAMES), tie('value')), { maxLength: 8 })
    .map((members) => `{${members.map(([name, value]) => `"${name}":${value}`).join(',')}}`),
})).object;

function inPlace(text: string): Members | null {
  return new PlainJson().read(new TextEncoder().encode(text));
}

function parsed(text: string): Members | null {
  const json = parseBytes(new TextEncoder().encode(text));
  return isObject(json) ? new ParsedMembers(json) : null;
}

/** Every answer to every question, two objects deep. */
function answersOf(members: Members, depth = 0): unknown {
  return [...NAMES, ABSENT].map(nameOf).map((name) => ({
    text: members.text(name),
    word: members.word(name),
    bool: members.bool(name),
    integer: members.integer(name),
    wholeID: members.wholeID(name),
    decimal: members.decimal(name),
    json: members.json(name),
    object: depth < 2 ? deeper(members.object(name), depth) : null,
    objects: depth < 2 ? members.objects(name).map((one) => deeper(one, depth)) : null,
  }));
}

function deeper(members: Members | null, depth: number): unknown {
  return members === null ? null : answersOf(members, depth + 1);
}

describe('JSON read in place', () => {
  test('a compact object of ASCII texts and whole numbers: every member as JSON.parse has it', () => {
    fc.assert(
      fc.property(compact, (text) => {
        const found = inPlace(text);
        const expected = parsed(text);
        if (found === null || expected === null) throw new Error(`not read: ${text}`);
        expect(answersOf(found)).toEqual(answersOf(expected));
      }),
    );
  });

  test('cut, or with any byte changed: read as JSON.parse reads it, or not at all', () => {
    const changed = fc.record({
      text: compact,
      at: fc.nat(),
      byte: fc.constantFrom(...'{}[],:"\\ 0-.eE\u0000\u001f\u007f\u00e9tn'.split('')),
      cut: fc.boolean(),
    });
    fc.assert(
      fc.property(changed, ({ text, at, byte, cut }) => {
        const place = at % text.length;
        const bad = text.slice(0, place) + (cut ? '' : byte + text.slice(place + 1));
        const found = inPlace(bad);
        if (found === null) return;
        const expected = parsed(bad);
        expect(expected).not.toBeNull();
        if (expected !== null) expect(answersOf(found)).toEqual(answersOf(expected));
      }),
    );
  });

  test.each([
    ['white space', '{"a": 1}'],
    ['an escape', '{"a":"\\u0041"}'],
    ['a character beyond ASCII', '{"a":"é"}'],
    ['a fraction', '{"a":1.5}'],
    ['an exponent', '{"a":1e3}'],
    ['a minus zero', '{"a":-0}'],
    ['a list', '[1]'],
    ['more than one value', '{}{}'],
    ['a depth of more than 16', `${'{"a":'.repeat(17)}1${'}'.repeat(17)}`],
    ['nothing', ''],
  ])('is left to JSON.parse: %s', (_, text) => {
    expect(inPlace(text)).toBeNull();
  });

  test('a reader used again says nothing of the frame before', () => {
    const reader = new PlainJson();
    const read = (text: string) => reader.read(new TextEncoder().encode(text));
    expect(read('{"x":{"s":"A"},"s":"B"}')?.text(nameOf('s'))).toBe('B');
    expect(read('{"x":{"s":"A"}}')?.text(nameOf('s'))).toBeNull();
    expect(read('{"s":"C","s":"D"}')?.word(nameOf('s'))).toBe('D');
  });

  test('65,536 values are read in place, more are left to JSON.parse', () => {
    const list = (length: number) => `{"a":[${Array.from({ length }, () => 1).join(',')}]}`;
    expect(inPlace(list(65_534))).not.toBeNull(); // The object and the list are values, too.
    expect(inPlace(list(65_535))).toBeNull();
  });
});

test('a decimal in place is what parseDecimal reads', () => {
  const text = fc.oneof(
    fc.string({ unit: fc.constantFrom(...'0123456789.-'.split('')), maxLength: 64 }),
    fc
      .tuple(fc.bigInt({ min: 0n, max: 10n ** 40n }), fc.stringMatching(/^\d{0,20}$/))
      .map(([whole, fraction]) => `${whole}.${fraction}`),
    fc.constantFrom('', '-', '.', '-.', '1.', '.5', '-.5', '--1', '1-', '0.0', '00012.50'),
  );
  fc.assert(
    fc.property(text, (one) => {
      const bytes = new TextEncoder().encode(`x${one}y`);
      const expected = parseDecimal(one);
      const found = decimalIn(bytes, 1, bytes.length - 1);
      expect(found).toBe(expected.type === 'Exact' ? expected.value : null);
    }),
  );
});
