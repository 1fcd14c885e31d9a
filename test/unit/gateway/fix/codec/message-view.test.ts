import { describe, expect, test } from '@jest/globals';
import { fix44, Tag } from '../../../../../spec/dictionaries/index.ts';
import { type Fields, MessageView } from '../../../../../gateway/fix/codec/message-view.ts';
import { raw, whole } from '../wire-text.ts';

const order = '35=D|49=ACME|56=CW|34=2|52=20261121-12:00:00|';

function read(message: Uint8Array) {
  const view = new MessageView(fix44);
  return { view, cause: view.read(message) };
}

describe('fields are read where they lie', () => {
  test('each by its type', () => {
    const { view } = read(whole(`${order}11=A1|54=1|38=2.5|44=oops|43=Y|108=30|`));
    expect(view.msgType).toBe('D');
    expect(view.string(Tag.ClOrdID)).toBe('A1');
    expect(view.char(Tag.Side)).toBe('1');
    expect(view.decimal(Tag.OrderQty)).toBe(2_500_000_000_000_000_000n);
    expect(view.decimal(Tag.Price)).toBe('Malformed');
    expect(view.decimal(Tag.StopPx)).toBe('Missing');
    expect(view.bool(Tag.PossDupFlag)).toBe(true);
    expect(view.int(Tag.HeartBtInt)).toBe(30);
    expect(view.utcTimestamp(Tag.SendingTime)).toBe(1_795_262_400_000_000_000n);
    expect(view.string(Tag.Account)).toBeNull();
  });

  test('a name of Object.prototype is an ordinary value', () => {
    const { view } = read(whole(`${order}11=__proto__|`));
    expect(view.string(Tag.ClOrdID)).toBe('__proto__');
  });

  test('how long a value is, and whether any of a number of tags is there: of the message, and of one entry', () => {
    const { view } = read(whole(`${order}11=A1|453=2|448=AB|447=D|448=C|452=3|55=ETH/USDT|`));
    const [first, second] = view.group(Tag.NoPartyIDs);
    const lengths = (fields: Fields) =>
      [Tag.ClOrdID, Tag.PartyID, Tag.Price].map((tag) => fields.lengthOf(tag));
    expect(lengths(view)).toEqual([2, 2, 0]);
    expect([first, second].map((entry) => entry && lengths(entry))).toEqual([
      [0, 2, 0],
      [0, 1, 0],
    ]);
    const marked = (...tags: readonly number[]) => {
      const marks = new Uint8Array(500);
      for (const tag of tags) marks[tag] = 1;
      return marks;
    };
    expect(view.hasAny(marked(Tag.Price, Tag.PartyRole))).toBe(true);
    expect(view.hasAny(marked(Tag.Price, Tag.StopPx))).toBe(false);
    expect(view.hasAny(new Uint8Array(0))).toBe(false); // Every tag is beyond its end.
    expect(first?.hasAny(marked(Tag.PartyRole))).toBe(false);
    expect(second?.hasAny(marked(Tag.PartyRole))).toBe(true);
  });

  test('entries of a group, and of the group within', () => {
    const parties = '453=2|448=A|447=D|452=1|802=2|523=x|803=1|523=y|448=B|447=D|452=3|';
    const { view } = read(whole(`${order}${parties}55=ETH/USDT|`));
    const [first, second] = view.group(Tag.NoPartyIDs);
    expect(view.group(Tag.NoPartyIDs)).toHaveLength(2);
    expect(first?.string(Tag.PartyID)).toBe('A');
    expect(first?.group(Tag.NoPartySubIDs).map((sub) => sub.string(Tag.PartySubID))).toEqual([
      'x',
      'y',
    ]);
    expect(second?.int(Tag.PartyRole)).toBe(3);
    expect(second?.has(Tag.Symbol)).toBe(false);
  });
});

describe('data goes by its length', () => {
  test('SOH and 10= within it are no fields', () => {
    const { view, cause } = read(whole(`${order}95=13|96=x|10=000|44=9|58=t|`));
    expect(cause).toBeNull();
    expect(view.has(Tag.Price)).toBe(false);
    expect(view.string(Tag.Text)).toBe('t');
    expect(view.bytes(Tag.RawData)).toHaveLength(13);
  });

  test.each([
    ['one short', '95=2|96=abc|'],
    ['one long', '95=4|96=abc|58=t|'],
    ['past the end', '95=5000|96=abc|'],
    ['not a number', '95=x|96=abc|'],
    ['negative', '95=-3|96=abc|'],
    ['none', '96=abc|'],
    ['another field between', '95=3|58=t|96=abc|'],
  ])('a length that is %s makes the message garbled', (_, fields) => {
    expect(read(whole(order + fields)).cause).toBe('DataLength');
  });
});

describe('garbled', () => {
  test.each([
    ['CheckSum', '8=FIX.4.4|9=5|35=0|10=000|'],
    ['BodyLength', '8=FIX.4.4|35=0|9=5|10=171|'],
    ['FieldWithoutTag', '8=FIX.4.4|9=10|35=0|junk|10=000|'],
    ['FieldWithoutTag', '8=FIX.4.4|9=10|35=0|4x=1|10=000|'],
  ])('%s: %s', (cause, text) => {
    const start = text.slice(0, text.lastIndexOf('10='));
    const sum = raw(start).reduce((total, byte) => total + byte, 0) % 256;
    const fixed = cause === 'CheckSum' ? text : `${start}10=${String(sum).padStart(3, '0')}|`;
    expect(read(raw(fixed)).cause).toBe(cause);
  });

  test('a garbled message leaves no field to be read', () => {
    const view = new MessageView(fix44);
    view.read(whole(`${order}11=A|`));
    view.read(raw('8=FIX.4.4|9=5|35=0|10=000|'));
    expect(view.string(Tag.ClOrdID)).toBeNull();
  });

  test('more fields than any message has', () => {
    expect(read(whole(order + '58=x|'.repeat(20_000))).cause).toBe('TooManyFields');
  });
});
