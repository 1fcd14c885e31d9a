// Secrets leave a message before it is stored; what is left is a message still.
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { masked, holdsSecret } from '../../../../../gateway/fix/codec/mask.ts';
import { MessageView } from '../../../../../gateway/fix/codec/message-view.ts';
import { dictionaryOf, fix44 } from '../../../../../spec/dictionaries/index.ts';
import { raw, shown, whole } from '../wire-text.ts';

const head = '35=A|49=ACME|56=CW|34=1|52=20261121-12:00:00|98=0|108=30|';

describe('a well-formed message', () => {
  test('without a secret is the same array', () => {
    const message = whole(`${head}553=acme|58=554=no field|`);
    expect(masked(message)).toBe(message);
  });

  test('has stars for Password(554) and NewPassword(925), and a right length and sum', () => {
    const message = whole(`${head}553=acme|554=hunter2|925=correct horse|58=x|`);
    expect(shown(masked(message))).toBe(shown(whole(`${head}553=acme|554=***|925=***|58=x|`)));
  });

  test('has stars for RawData(96), whose bytes may be SOH, and their number before them', () => {
    const message = whole(`${head}95=10|96=se|cr|554=|553=acme|`);
    expect(shown(masked(message))).toBe(shown(whole(`${head}95=3|96=***|553=acme|`)));
  });

  test('has stars for EncryptedPassword(1402) and EncryptedNewPassword(1404)', () => {
    const message = whole(`${head}1400=1|1401=4|1402=|a|b|1403=2|1404=cd|`, 'FIXT.1.1');
    const expected = whole(`${head}1400=1|1401=3|1402=***|1403=3|1404=***|`, 'FIXT.1.1');
    expect(shown(masked(message))).toBe(shown(expected));
  });

  test('has every one of several masked', () => {
    const message = whole(`${head}554=first|554=second|`);
    expect(shown(masked(message))).toBe(shown(whole(`${head}554=***|554=***|`)));
  });
});

describe('a garbled message', () => {
  test.each([
    ['a length that is too long', '95=90|96=sec|ret|', '95=3|96=***|'],
    ['a length that is none', '95=x|96=sec|ret|', '95=3|96=***|'],
    ['data without a length', '96=sec|ret|', '96=***|'],
  ])('%s: all from the secret on goes, to the trailer', (_, fields, left) => {
    const message = whole(`${head}${fields}`);
    expect(shown(masked(message))).not.toContain('ret|');
    expect(shown(masked(message))).toContain(left);
  });

  test('a tag with leading zeros is that tag', () => {
    expect(shown(masked(raw('8=FIX.4.4|9=5|00554=hunter2|10=000|')))).not.toContain('hunter2');
  });

  test('cut in the middle of the secret', () => {
    expect(shown(masked(raw('8=FIX.4.4|9=5|35=A|554=hunt')))).toBe('8=FIX.4.4|9=5|35=A|554=***');
  });
});

test('whatever the secret and the fields around it: it is gone, and the message reads', () => {
  const secret = fc.string({ unit: fc.constantFrom('S', 'E', 'K', '='), minLength: 4 });
  const place = fc.constantFrom(
    ...[554, 925].map((tag) => (text: string) => `${tag}=${text}|`),
    ...[96, 1402, 1404].map((tag) => (text: string) => `${tag - 1}=${text.length}|${tag}=${text}|`),
  );
  const others = fc.array(fc.constantFrom('58=a|', '553=acme|', '141=Y|'), { maxLength: 3 });
  const dictionary = dictionaryOf('FIX.5.0SP2');
  fc.assert(
    fc.property(others, place, secret, others, (before, write, text, after) => {
      const body = `${head}${before.join('')}${write(text)}${after.join('')}`;
      const message = whole(body, 'FIXT.1.1');
      const view = new MessageView(dictionary);
      expect(view.read(message)).toBeNull();
      expect(holdsSecret(view)).toBe(true);
      const without = masked(message);
      expect(shown(without)).not.toContain(text);
      expect(view.read(without)).toBeNull();
    }),
  );
});

test('an order holds none, and a tag that is none may hide one', () => {
  const view = new MessageView(fix44);
  view.read(whole('35=D|49=A|56=B|34=2|11=X|'));
  expect(holdsSecret(view)).toBe(false);
  view.read(whole('35=D|49=A|56=B|34=2|0554=x|'));
  expect(holdsSecret(view)).toBe(true);
});
