import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { Form, fix44, Tag } from '../../../../../spec/dictionaries/index.ts';
import { MessageView } from '../../../../../gateway/fix/codec/message-view.ts';
import {
  decimalIn,
  decimalsIn,
  epochMsIn,
  intIn,
  unscaledIn,
  utcTimestampIn,
} from '../../../../../gateway/fix/codec/values.ts';
import { whole } from '../wire-text.ts';

const head = '35=8|49=A|56=B|34=7|52=20261121-12:00:00.123|';

function read(text: string): MessageView {
  const view = new MessageView(fix44);
  expect(view.read(whole(head + text))).toBeNull();
  return view;
}

test.each([
  ['a price of nine digits', '44=1234567.89|', 123_456_789, 2],
  ['a price of ten digits, beyond 32 bits', '44=98765432.10|', 9_876_543_210, 2],
  ['a price of fifteen digits', '44=1234567890.12345|', 123_456_789_012_345, 5],
  ['leading zeros', '44=007.50|', 750, 2],
  ['no point', '44=3100|', 3100, 0],
  ['a minus', '44=-0.5|', -5, 1],
])('a decimal is its digits and where its point stands: %s', (_, field, digits, scale) => {
  const view = read(field);
  const index = view.indexOf(Tag.Price);
  expect([view.unscaledAt(index), view.scaleAt(index)]).toEqual([digits, scale]);
});

test('a number keeps to its message: the next one in the same place has its own', () => {
  const view = new MessageView(fix44);
  expect(view.read(whole(`${head}44=1.25|60=20261121-12:00:00|`))).toBeNull();
  expect(view.decimal(Tag.Price)).toBe(1_250_000_000_000_000_000n);
  expect(view.read(whole(`${head}11=1.25|60=20261121-12:00:0x|`))).toBeNull();
  expect(view.decimal(Tag.Price)).toBe('Missing');
  expect(view.int(Tag.ClOrdID)).toBeNull();
  expect(view.utcTimestamp(Tag.TransactTime)).toBeNull();
});

// The pass over the bytes reads numbers and times where the dictionary says that there are; whoever asks for them
// otherwise reads the value's own bytes. Both say the same of any value.
test('whatever a value is, the index says of it what its bytes say', () => {
  const tags = [...fix44.fields.values()]
    .filter(({ form }) => form !== Form.Data)
    .filter(({ tag }) => fix44.dataOfLength[tag] === 0)
    .map(({ tag }) => tag)
    .filter((tag) => tag > Tag.MsgType);
  const characters = fc.constantFrom(...'0123456789..-:YN2026x =\u0002\u00ff'.split(''));
  const value = fc.oneof(
    fc.string({ unit: characters, maxLength: 24 }),
    fc.string({ unit: fc.integer({ min: 0, max: 9 }).map(String), maxLength: 20 }),
    fc.tuple(fc.nat(), fc.nat()).map(([left, right]) => `${left}.${right}`),
    fc.constantFrom('20261121-12:00:00', '20261121-12:00:60.123456789', '20261121-12:00:00.'),
    fc.constantFrom('20261121-23:59:59.1', '20260230-12:00:00', '20261121-12:00:00.1234567890'),
  );
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.constantFrom(...tags), value), { minLength: 1 }), (fields) => {
      const view = read(fields.map(([tag, text]) => `${tag}=${text}|`).join(''));
      expect(view.count).toBe(fields.length + 8);
      const all = Array.from({ length: view.count }, (_, index) => index);
      const asked = all.map((index) => [
        view.intAt(index),
        view.decimalAt(index),
        view.unscaledAt(index),
        view.scaleAt(index),
        view.epochMsAt(index),
        view.utcTimestampAt(index),
      ]);
      const written = all.map((index) => {
        const value = [view.buffer, view.startAt(index), view.endAt(index)] as const;
        return [
          intIn(...value),
          decimalIn(...value),
          unscaledIn(...value),
          decimalsIn(...value),
          epochMsIn(...value),
          utcTimestampIn(...value),
        ];
      });
      expect(asked).toEqual(written);
    }),
    { numRuns: 300 },
  );
});
