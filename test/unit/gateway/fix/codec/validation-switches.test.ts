import { expect, test } from '@jest/globals';
import { fix44 } from '../../../../../spec/dictionaries/index.ts';
import { MessageView } from '../../../../../gateway/fix/codec/message-view.ts';
import {
  defaultValidationRules,
  validate,
  type ValidationRules,
} from '../../../../../gateway/fix/codec/validate.ts';
import { whole } from '../wire-text.ts';

const header = '35=D|49=ACME|56=CW|34=2|52=20261121-12:00:00|';
const order = '11=A1|55=ETH/USDT|54=1|60=20261121-12:00:00|38=2.5|40=2|44=3100.25|';

function reasonOf(text: string, rules: Partial<ValidationRules>) {
  const all = { ...defaultValidationRules, ...rules };
  const view = new MessageView(fix44, all);
  const cause = view.read(whole(text));
  if (cause !== null) return cause;
  return validate(view, all)?.reason ?? null;
}

// Each switch lets through what it names, and nothing else: the reason of SessionRejectReason(373) with it on, then off.
test.each<readonly [keyof ValidationRules, string, number | string, number | null]>([
  ['checkRequired', `${header}${order.replace('11=A1|', '')}`, 1, null],
  ['checkRequired', `${header.replace('56=CW|', '')}${order}`, 1, null],
  ['checkRequired', `${header}${order}232=1|233=|`, 4, 4],
  ['checkKnownTags', `${header}${order}999=x|`, 0, null],
  ['checkKnownTags', `${header}${order}7777=x|`, 0, null],
  ['checkKnownTags', `${header}${order}0=x|`, 0, 0],
  ['checkKnownTags', `${header}${order}41=x|`, 2, 2],
  ['checkMembership', `${header}${order}41=x|`, 2, null],
  ['checkMembership', `${header}${order}999=x|`, 0, 0],
  ['checkHasValue', `${header}${order}58=|`, 4, null],
  ['checkFormats', `${header}${order.replace('38=2.5', '38=x')}`, 6, null],
  ['checkFormats', `${header}${order.replace('54=1', '54=z')}`, 5, 5],
  ['checkValues', `${header}${order.replace('54=1', '54=z')}`, 5, null],
  ['checkValues', `${header}${order.replace('54=1', '54=11')}`, 6, 6],
  ['checkPlaces', `${header}${order}50=desk|`, 14, null],
  ['checkRepeatedTags', `${header}${order}58=a|58=b|`, 13, null],
  ['checkRepeatedTags', `${header}${order}453=1|448=A|447=D|447=D|`, 13, null],
  ['checkGroupCounts', `${header}${order}453=2|448=A|447=D|`, 16, null],
  ['checkGroupOrder', `${header}${order}453=1|448=A|452=1|447=D|`, 15, null],
  ['checkNestedGroups', `${header}${order}453=1|448=A|802=2|523=x|`, 16, null],
  ['checkNestedGroups', `${header}${order}453=2|448=A|802=1|523=x|`, 16, 16],
  ['checkDataLengths', `${header}${order}354=3|355=ab|`, 'DataLength', null],
  ['checkDataLengths', `${header}${order}355=ab|`, 'DataLength', null],
  ['checkDataLengths', `${header}${order}354=x|355=ab|`, 'DataLength', 6],
])('%s, %s', (check, text, on, off) => {
  expect(reasonOf(text, {})).toBe(on);
  expect(reasonOf(text, { [check]: false })).toBe(off);
});

test('allowUnknownUserTags passes tags from 5000 on, and none below', () => {
  expect(reasonOf(`${header}${order}5000=x|`, {})).toBe(0);
  expect(reasonOf(`${header}${order}5000=x|`, { allowUnknownUserTags: true })).toBeNull();
  expect(reasonOf(`${header}${order}4999=x|`, { allowUnknownUserTags: true })).toBe(0);
});

test('a good message passes with all switched off', () => {
  const off = Object.fromEntries(
    Object.keys(defaultValidationRules).map((check) => [check, false]),
  );
  expect(reasonOf(header + order, off)).toBeNull();
});

test('data with SOH in it is read by its length, checked or not', () => {
  for (const checkDataLengths of [true, false]) {
    const view = new MessageView(fix44, { checkDataLengths });
    expect(view.read(whole(`${header}${order}354=3|355=a|b|`))).toBeNull();
    expect(view.string(355)).toBe('a\u0001b');
  }
});
