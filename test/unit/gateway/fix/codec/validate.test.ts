import { describe, expect, test } from '@jest/globals';
import { dictionaryOf, fix44 } from '../../../../../spec/dictionaries/index.ts';
import { MessageView } from '../../../../../gateway/fix/codec/message-view.ts';
import {
  defaultValidationRules,
  validate,
  type ValidationRules,
} from '../../../../../gateway/fix/codec/validate.ts';
import { whole } from '../wire-text.ts';

const header = '35=D|49=ACME|56=CW|34=2|52=20261121-12:00:00|';
const order = '11=A1|21=1|55=ETH/USDT|54=1|60=20261121-12:00:00|38=2.5|40=2|44=3100.25|';

function problemOf(body: string, rules: Partial<ValidationRules> = {}) {
  const view = new MessageView(fix44);
  expect(view.read(whole(body))).toBeNull();
  return validate(view, { ...defaultValidationRules, ...rules });
}

function reasonOf(body: string, rules: Partial<ValidationRules> = {}) {
  const problem = problemOf(body, rules);
  return problem === null ? null : [problem.reason, problem.refTagID];
}

test('a good order has no problem, its body fields in any order', () => {
  expect(reasonOf(header + order)).toBeNull();
  const turned = order.split('|').filter(Boolean).reverse().join('|');
  expect(reasonOf(`${header}${turned}|`)).toBeNull();
});

// FIX session test cases 14a to 14i. [SessionRejectReason(373), RefTagID(371)]
describe('the first problem, in the reasons of SessionRejectReason(373)', () => {
  test.each([
    ['0: a tag that the version does not have', `${header}${order}999=x|`, 0, 999],
    ['0: tag 0', `${header}${order}0=x|`, 0, 0],
    ['0: a negative tag', `${header}${order}-5=x|`, 0, -5],
    ['0: a tag with leading zeros', `${header}${order}00058=x|`, 0, 58],
    ['0: a tag beyond 31 bits', `${header}${order}1099511627776=x|`, 0, 1_099_511_627_776],
    ['0: an empty tag', `${header}${order}=x|`, 0, null],
    ['0: a user tag that nobody agreed', `${header}${order}5000=x|`, 0, 5000],
    ['1: a required body field missing', `${header}${order.replace('11=A1|', '')}`, 1, 11],
    ['1: a required header field missing', `${header.replace('56=CW|', '')}${order}`, 1, 56],
    ['2: a tag of another message', `${header}${order}41=x|`, 2, 41],
    ['4: a tag without a value', `${header}${order.replace('11=A1', '11=')}`, 4, 11],
    ['5: a value that is not listed', `${header}${order.replace('40=2', '40=w')}`, 5, 40],
    ['5: a longer value that is not listed', `${header}${order}167=BOO|`, 5, 167],
    ['6: letters for a decimal', `${header}${order.replace('38=2.5', '38=NaN')}`, 6, 38],
    ['6: a plus sign', `${header}${order.replace('38=2.5', '38=+2.5')}`, 6, 38],
    [
      '6: more decimals than are exact',
      `${header}${order.replace('38=2.5', '38=0.0000000000000000001')}`,
      6,
      38,
    ],
    ['6: two characters for one', `${header}${order.replace('54=1', '54=11')}`, 6, 54],
    ['6: no day', `${header}${order}432=20260230|`, 6, 432],
    ['6: neither Y nor N', `${header}43=J|${order}`, 6, 43],
    ['11: an unknown MsgType', header.replace('35=D', '35=zz'), 11, null],
    ['13: a repeated tag, the same value', `${header}${order}38=2.5|`, 13, 38],
    ['13: a repeated tag, another value', `${header}${order}38=9|`, 13, 38],
    ['14: a header field in the body', `${header}${order}50=x|`, 14, 50],
    ['14: a body field after the trailer', `${header}${order}93=1|89=s|58=x|`, 14, 58],
    ['15: a group that begins otherwise', `${header}${order}453=1|447=D|448=A|`, 15, 447],
    ['15: an entry out of order', `${header}${order}453=1|448=A|452=1|447=D|`, 15, 447],
    ['16: fewer entries than counted', `${header}${order}386=3|336=1|336=2|`, 16, 386],
    ['16: more entries than counted', `${header}${order}386=1|336=1|336=2|`, 16, 386],
  ])('%s', (_, body, reason, refTagID) => expect(reasonOf(body)).toEqual([reason, refTagID]));

  test('a tag twice in one entry', () => {
    expect(reasonOf(`${header}${order}453=1|448=A|447=D|447=D|`)).toEqual([13, 447]);
  });

  test('zero entries are none', () => {
    expect(reasonOf(`${header}${order}386=0|`)).toBeNull();
  });

  test('each word of a list of values is looked up', () => {
    expect(reasonOf(`${header}${order}18=1 2|`)).toBeNull();
    expect(reasonOf(`${header}${order}18=1 ~|`)).toEqual([5, 18]);
  });

  test('what is missing is said before what is wrong', () => {
    expect(reasonOf(`${header}${order.replace('11=A1|', '').replace('40=2', '40=w')}`)).toEqual([
      1, 11,
    ]);
  });
});

describe('what a profile may change', () => {
  test('unknown user tags', () => {
    expect(reasonOf(`${header}${order}5000=x|`, { allowUnknownUserTags: true })).toBeNull();
    expect(reasonOf(`${header}${order}4999=x|`, { allowUnknownUserTags: true })).toEqual([0, 4999]);
  });

  test('fields without values', () => {
    expect(reasonOf(`${header}${order}58=|`, { checkHasValue: false })).toBeNull();
  });

  test('places of fields', () => {
    expect(reasonOf(`${header}${order}50=x|`, { checkPlaces: false })).toBeNull();
  });

  test('order within a group', () => {
    const entry = `${header}${order}453=1|448=A|452=1|447=D|`;
    expect(reasonOf(entry, { checkGroupOrder: false })).toBeNull();
  });
});

describe('the text is for the client’s support', () => {
  test('it names the field as Name(tag)', () => {
    expect(problemOf(`${header}${order.replace('40=2', '40=w')}`)?.text).toBe(
      "OrdType(40) 'w' is not one of its values",
    );
  });

  test('it quotes no more than 40 characters, and only what prints', () => {
    const text = problemOf(
      `${header}${order.replace('38=2.5', `38=\u001b${'9'.repeat(10_000)}`)}`,
    )?.text;
    expect(text).toBe(`OrderQty(38) '?${'9'.repeat(39)}...' is not a decimal number`);
  });
});

// The published FIX 5.0 has 566 and 1017 in its component InstrumentLeg, and once more in the group of the legs.
describe('a field that the dictionary lists twice in a group may stand in either place', () => {
  const fix50 = dictionaryOf('FIX.5.0');
  const head = '35=AB|49=ACME|56=CW|34=2|52=20261121-12:00:00|11=A1|54=1|55=ETH/USDT|';
  const tail = '60=20261121-12:00:00|38=2.5|40=2|44=3100.25|';
  test.each([
    ['the first, before the parties', '566=5|539=1|524=P|', null],
    ['the second, behind them', '539=1|524=P|654=L|566=5|', null],
    ['both, once each', '1017=1|687=2|566=5|587=0|', null],
    ['neither: behind what follows the second', '587=0|566=5|', [15, 566]],
    ['and in one of them only', '566=5|539=1|524=P|566=5|', [13, 566]],
  ])('%s', (_, leg, expected) => {
    const view = new MessageView(fix50);
    expect(view.read(whole(`${head}555=1|600=ETH|${leg}${tail}`, 'FIXT.1.1'))).toBeNull();
    const problem = validate(view);
    expect(problem === null ? null : [problem.reason, problem.refTagID]).toEqual(expected);
  });
});
