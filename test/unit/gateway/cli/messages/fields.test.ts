// Fields under the names of the message's own version, in its parts and groups.
import { beforeAll, describe, expect, test } from '@jest/globals';
import {
  MessageReader,
  type ReadField,
  type ReadMessage,
} from '../../../../../gateway/cli/messages/fields.ts';
import { loadValueNames, type ValueNames } from '../../../../../spec/dictionaries/index.ts';
import { shown, whole } from '../../fix/wire-text.ts';

let names: ValueNames;
beforeAll(async () => {
  names = await loadValueNames();
});

const head = '49=ACME|56=CW|34=7|52=20261121-12:00:00|';
const textOf = (body: string, beginString = 'FIX.4.4'): string =>
  shown(whole(body, beginString)).replaceAll('|', '\x01');
const read = (body: string, beginString = 'FIX.4.4'): ReadMessage =>
  new MessageReader(names).read(textOf(body, beginString));
const told = ({ name, value, meaning }: ReadField): string =>
  `${name}=${value}${meaning === null ? '' : ` ${meaning}`}`;

describe('a message', () => {
  test('is told apart into header, body and trailer', () => {
    const { header, body, trailer, name, isAdmin } = read(`35=0|${head}112=x|`);
    expect([name, isAdmin]).toEqual(['Heartbeat', true]);
    expect(header.map(({ name: one }) => one)).toEqual([
      'BeginString',
      'BodyLength',
      'MsgType',
      'SenderCompID',
      'TargetCompID',
      'MsgSeqNum',
      'SendingTime',
    ]);
    expect(body.map(told)).toEqual(['TestReqID=x']);
    expect(trailer.map((field) => field.name)).toEqual(['CheckSum']);
  });

  test('has the entries of its groups, and of groups within them', () => {
    const { body } = read(
      `35=D|${head}453=2|448=P1|447=D|452=3|802=1|523=S|803=1|448=P2|447=D|452=1|55=X|`,
    );
    expect(body.map(({ name }) => name)).toEqual(['NoPartyIDs', 'Symbol']);
    const [first = [], second = []] = body[0]?.entries ?? [];
    expect(first.slice(0, 3).map(told)).toEqual([
      'PartyID=P1',
      'PartyIDSource=D Proprietary',
      'PartyRole=3 ClientId',
    ]);
    expect(first[3]?.entries?.[0]?.map(told)).toEqual(['PartySubID=S', 'PartySubIDType=1 Firm']);
    expect(second.map(told)[0]).toBe('PartyID=P2');
  });

  test('has groups of its header', () => {
    const { header } = read(`35=0|${head}627=1|628=HUB|`);
    expect(header.at(-1)?.entries?.[0]?.map(told)).toEqual(['HopCompID=HUB']);
  });

  test('has data with SOH in it as one value', () => {
    const { body } = read(`35=B|${head}148=x|354=5|355=a|b|c|58=y|`);
    expect(body.map(({ name, value }) => [name, value])).toEqual([
      ['Headline', 'x'],
      ['EncodedTextLen', '5'],
      ['EncodedText', 'a\x01b\x01c'],
      ['Text', 'y'],
    ]);
  });

  test('shows what is no field, and a tag that its version does not know', () => {
    const { body } = read(`35=0|${head}nonsense|9999=x|`);
    expect(body.map(({ tag, name, value }) => [tag, name, value])).toEqual([
      ['', null, 'nonsense'],
      ['9999', null, 'x'],
    ]);
  });
});

describe('names are those of the version', () => {
  test.each([
    // FIX.4.2, volume 2, ExecTransType(20); 4.4 has no such field in reports, and 150=F is its own.
    ['FIX.4.2', '20=1|', 'ExecTransType=1 Cancel'],
    ['FIX.4.4', '150=F|', 'ExecType=F Trade'],
    ['FIX.4.4', '18=1 G|', 'ExecInst=1 G NotHeld, AllOrNone'],
    ['FIX.4.2', '1300=x|', 'null=x'],
  ])('%s %s', (version, field, expected) => {
    expect(read(`35=8|${head}${field}`, version).body.map(told)).toEqual([expected]);
  });

  test('over FIXT.1.1: by ApplVerID(1128), else what the Logon said, else the newest', () => {
    const reader = new MessageReader(names);
    const versionOf = (body: string): string => reader.read(textOf(body, 'FIXT.1.1')).version;
    expect(versionOf(`35=8|${head}`)).toBe('FIX.5.0SP2');
    expect(versionOf(`35=8|1128=4|${head}`)).toBe('FIX.4.2');
    versionOf(`35=A|${head}98=0|108=30|1137=7|`);
    expect(versionOf(`35=8|${head}`)).toBe('FIX.5.0');
    expect(versionOf('35=8|49=CW|56=ACME|34=1|')).toBe('FIX.5.0');
  });
});

describe('its frame is worked out again', () => {
  test.each([
    ['a sum', /10=\d{3}/, '10=999', /^CheckSum\(10\) should be \d{3}$/],
    ['a length', /\x019=\d+/, '\x019=5', /^BodyLength\(9\) should be 45$/],
    ['a trailer', /10=\d{3}\x01$/, '', /^without CheckSum\(10\)/],
  ])('%s that is not right', (_, what, wrong, problem) => {
    const text = textOf(`35=0|${head}`).replace(what, wrong);
    expect(new MessageReader(names).read(text).problems[0]).toMatch(problem);
  });

  test('a message that is right has no problem', () => {
    expect(read(`35=0|${head}`).problems).toEqual([]);
  });
});
