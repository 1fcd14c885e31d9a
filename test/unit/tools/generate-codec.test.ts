// The codec's generator: what it takes, what it refuses, and that the committed codec is what it gives.
import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { readSchema } from '../../tools/codec-schema.ts';
import { generateCodec, schemaFile } from '../../tools/generate-codec.ts';

const sample = (body: string) =>
  `// @schema 3\n// @import ./a.ts: Side Price Thing\nsyntax = "proto3";\npackage causeway.sample;\n${body}\n`;

test('the committed codec is what the schema gives', () => {
  expect(readFileSync('spec/events/codec.generated.ts', 'utf8')).toBe(
    generateCodec(readFileSync(schemaFile, 'utf8')),
  );
});

test('annotations say type, record and presence', () => {
  const schema = readSchema(
    sample(`
      enum Side { Side_none = 0; Side_buy = 2; }
      // @record 9
      message Entered {
        bytes price = 1; // @Price
        optional bytes raw = 2;
        repeated Thing things = 3;
        Side side = 4;
      }
      message Thing { sfixed64 at = 1; }`),
  );
  expect(schema.version).toBe(3);
  expect(schema.enums).toEqual([
    { name: 'Side', type: 'Side', words: [{ word: 'buy', number: 2 }] },
  ]);
  expect(schema.messages[0]).toEqual({
    name: 'Entered',
    record: 9,
    fields: [
      { name: 'price', number: 1, form: { kind: 'amount' }, presence: 'required', brand: 'Price' },
      { name: 'raw', number: 2, form: { kind: 'bytes' }, presence: 'optional', brand: null },
      {
        name: 'things',
        number: 3,
        form: { kind: 'message', name: 'Thing' },
        presence: 'repeated',
        brand: null,
      },
      {
        name: 'side',
        number: 4,
        form: { kind: 'enum', name: 'Side' },
        presence: 'required',
        brand: null,
      },
    ],
  });
});

test.each([
  ['a float', 'message Thing { double price = 1; }', 'Thing.price: double has no form'],
  ['a signed number', 'message Thing { int64 n = 1; }', 'Thing.n: int64 has no form'],
  ['a map', 'message Thing { map<string, string> m = 1; }', 'Thing.m: maps are not used'],
  [
    'an enum value without its prefix',
    'enum Side { Side_none = 0; buy = 1; }',
    'buy does not start with Side_',
  ],
  [
    'one record type twice',
    '// @record 1\nmessage A { bool b = 1; }\n// @record 1\nmessage B { bool b = 1; }',
    '@record 1 is both A and B',
  ],
  [
    'an outline of what is not there',
    '// @outline b c\nmessage A { bool b = 1; }',
    '@outline: A has no c',
  ],
  ['a type from nowhere', 'message Other { bool b = 1; }', 'Other is used, and no @import'],
])('%s is refused by name', (_title, body, words) => {
  expect(() => generateCodec(sample(body))).toThrow(words);
});
