import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { dictionaryOf, fix44 } from '../../../../../spec/dictionaries/index.ts';
import { MessageView } from '../../../../../gateway/fix/codec/message-view.ts';
import { isBeyondDoubt } from '../../../../../gateway/fix/codec/quick-check.ts';
import { defaultValidationRules, firstProblem } from '../../../../../gateway/fix/codec/validate.ts';
import { whole } from '../wire-text.ts';

const header = '35=D|49=ACME|56=CW|34=2|52=20261121-12:00:00|';
const order = '11=A1|21=1|55=ETH/USDT|54=1|60=20261121-12:00:00|38=2.5|40=2|44=3100.25|';
const parties = '453=2|448=A|447=D|452=1|802=1|523=x|803=2|448=B|447=D|452=3|';
const book =
  '35=W|49=A|56=B|34=7|52=20261121-12:00:00.123|262=R|55=X|268=2|269=0|270=1.5|271=2|269=1|270=2|271=3|';

function read(text: string, dictionary = fix44): MessageView {
  const view = new MessageView(dictionary);
  expect(view.read(whole(text, dictionary.beginString))).toBeNull();
  return view;
}

test.each([
  ['an order', header + order],
  ['groups within a group', header + order + parties],
  ['a book', book],
  ['several values in one field', `${header}${order}18=1 G|`],
])('a usual message is seen at once: %s', (_, text) => {
  expect(isBeyondDoubt(read(text))).toBe(true);
});

// What it passes, the strictest rules pass: else a wrong message would reach the application.
test('a message that is beyond doubt has no problem', () => {
  const pieces = [...`${header}${order}${parties}`.split('|'), ...book.split('|')].filter(Boolean);
  const odd = [
    '38=',
    '44=.5',
    '44=5.',
    '44=-1',
    '44=1.2.3',
    '54=11',
    '54=z',
    '60=20260230-12:00:00',
    '60=20261121-12:00:60',
    '60=20261121-12:00:00.1234567891',
    '5000=x',
    '9999=x',
    '627=1',
    '628=h',
    '43=J',
    '43=Y',
    '34=x',
    '34=1234567890123456',
    '18=1  G',
    '18=1 G ',
    '453=0',
    '453=x',
    '802=2',
    '269=9',
    '58=text',
    '93=1',
    '541=20261121',
    '200=202611',
  ];
  const field = fc.oneof(
    fc.constantFrom(...pieces),
    fc.constantFrom(...odd),
    fc
      .tuple(fc.integer({ min: 1, max: 1200 }), fc.constantFrom('1', 'Y', '1.5', 'x', ''))
      .map(([tag, value]) => `${tag}=${value}`),
  );
  const change = fc.record({
    at: fc.nat(30),
    remove: fc.nat(2),
    insert: fc.array(field, { maxLength: 2 }),
  });
  let passed = 0;
  fc.assert(
    fc.property(
      fc.constantFrom(header + order, header + order + parties, book),
      fc.array(change, { maxLength: 2 }),
      (good, changes) => {
        const [first = '', ...rest] = good.split('|').filter(Boolean);
        for (const { at, remove, insert } of changes)
          rest.splice(at % rest.length, remove, ...insert);
        const view = new MessageView(fix44);
        if (view.read(whole(`${[first, ...rest].join('|')}|`)) !== null) return;
        if (!isBeyondDoubt(view)) return;
        passed += 1;
        expect(firstProblem(view, defaultValidationRules)).toBeNull();
      },
    ),
    { numRuns: 1200 },
  );
  expect(passed).toBeGreaterThan(60);
});

// Where tags are as they were before, nothing but the values is looked at: each kind of wrong value is still seen.
test.each([
  ['a counter that says more than there is', '453=2|', '453=3|'],
  ['a counter within a group that says more', '802=1|', '802=2|'],
  ['a value that is not listed', '40=2|', '40=z|'],
  ['a listed value within a group', '452=3|', '452=0|'],
  ['a price that is none', '44=3100.25|', '44=3100.2.5|'],
  ['no value', '11=A1|', '11=|'],
  ['a time that is none', '60=20261121-12:00:00|', '60=20261121-12:00:61|'],
  ['a tag in place of another', '11=A1|', '58=A1|'],
  ['an entry that begins otherwise', '448=B|447=D|', '447=D|448=B|'],
])('what is laid out as a message before it is in doubt for %s', (_, right, wrong) => {
  const good = header + order + parties;
  expect(good).toContain(right);
  expect(isBeyondDoubt(read(good))).toBe(true);
  expect(isBeyondDoubt(read(good))).toBe(true);
  expect(isBeyondDoubt(read(good.replace(right, wrong)))).toBe(false);
  expect(isBeyondDoubt(read(good))).toBe(true);
});

test('two layouts of as many fields are both beyond doubt, however often they take turns', () => {
  const one = `${header}${order}58=x|`;
  const other = `${header}58=x|${order}`;
  for (let turn = 0; turn < 40; turn += 1) {
    expect(isBeyondDoubt(read(turn % 3 === 0 ? one : other))).toBe(true);
    expect(isBeyondDoubt(read(`${one}58=y|`))).toBe(false);
  }
});

test('the same message type of another version is looked up in that version', () => {
  const fix42 = dictionaryOf('FIX.4.2');
  // OrdType G exists in 4.2 and 4.4; Currency's position does not matter; PartyID is 4.3 and later.
  expect(isBeyondDoubt(read(header + order, fix42))).toBe(true);
  expect(isBeyondDoubt(read(header + order))).toBe(true);
  expect(isBeyondDoubt(read(header + order + parties, fix42))).toBe(false);
});
