import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import {
  dictionaryOf,
  fix44,
  type FixVersion,
  Tag,
} from '../../../../../spec/dictionaries/index.ts';
import { MessageView } from '../../../../../gateway/fix/codec/message-view.ts';
import { validate } from '../../../../../gateway/fix/codec/validate.ts';
import { readDictionary } from '../../../../../gateway/fix/dictionary/read-dictionary.ts';
import { whole } from '../wire-text.ts';

const header = '35=D|49=ACME|56=CW|34=2|52=20261121-12:00:00|';
const order = '11=A1|55=ETH/USDT|54=1|60=20261121-12:00:00|38=2.5|40=2|44=3100.25|';

const quickFix = `<?xml version="1.0"?>
<fix type="FIX" major="4" minor="4">
  <messages>
    <message name="NewOrderSingle" msgtype="D" msgcat="app">
      <field name="DeskID" required="Y"/>
      <component name="Tracking" required="N"/>
    </message>
    <message name="DeskNotice" msgtype="U1" msgcat="app">
      <field name="Text" required="Y"/>
      <group name="NoDesks" required="N">
        <field name="DeskID" required="Y"/>
        <field name="DeskWeight" required="N"/>
      </group>
    </message>
  </messages>
  <components>
    <component name="Tracking"><field name="TrackingID" required="N"/></component>
  </components>
  <fields>
    <field number="6001" name="DeskID" type="STRING"/>
    <field number="6002" name="NoDesks" type="NUMINGROUP"/>
    <field number="6003" name="DeskWeight" type="QTY"/>
    <field number="6004" name="TrackingID" type="INT"/>
    <field number="40" name="OrdType" type="CHAR"><value enum="Y" description="OURS"/></field>
  </fields>
</fix>`;

const orchestra = `<fixr:repository xmlns:fixr="http://fixprotocol.io/2020/orchestra/repository" name="Desk" version="FIX.4.4">
  <fixr:codeSets>
    <fixr:codeSet name="DeskTypeCodeSet" id="6005" type="char">
      <fixr:code name="Agency" id="1" value="A"/><fixr:code name="Own" id="2" value="O"/>
    </fixr:codeSet>
  </fixr:codeSets>
  <fixr:fields>
    <fixr:field id="6001" name="DeskID" type="String"/>
    <fixr:field id="6002" name="NoDesks" type="NumInGroup"/>
    <fixr:field id="6005" name="DeskType" type="DeskTypeCodeSet"/>
  </fixr:fields>
  <fixr:components>
    <fixr:component id="1024" name="StandardHeader"><fixr:fieldRef id="50"/></fixr:component>
    <fixr:component id="9001" name="DeskBlock"><fixr:groupRef id="9002"/></fixr:component>
  </fixr:components>
  <fixr:groups>
    <fixr:group id="9002" name="DeskGrp">
      <fixr:numInGroup id="6002"/>
      <fixr:fieldRef id="6001" presence="required"/>
      <fixr:fieldRef id="6005"><fixr:annotation><fixr:documentation>x</fixr:documentation></fixr:annotation></fixr:fieldRef>
    </fixr:group>
  </fixr:groups>
  <fixr:messages>
    <fixr:message id="77" name="DeskNotice" msgType="U1" category="Desk">
      <fixr:structure>
        <fixr:componentRef id="1024" presence="required"/>
        <fixr:fieldRef id="58" presence="required"/>
        <fixr:componentRef id="9001"/>
      </fixr:structure>
    </fixr:message>
  </fixr:messages>
</fixr:repository>`;

function reasonOf(text: string, file: string) {
  const view = new MessageView(readDictionary('desk.xml', file, 'FIX.4.4'));
  expect(view.read(whole(text))).toBeNull();
  const problem = validate(view);
  return problem === null ? null : [problem.reason, problem.refTagID];
}

describe("a custom dictionary in QuickFIX's form, laid over FIX 4.4", () => {
  test.each([
    ['its field in a published message', `${header}${order}6001=X|`, null],
    ['its required field is required', header + order, [1, 6001]],
    ['its component', `${header}${order}6001=X|6004=7|`, null],
    ['its types are checked', `${header}${order}6001=X|6004=x|`, [6, 6004]],
    [
      'its value beside the published ones',
      `${header}${order.replace('40=2', '40=Y')}6001=X|`,
      null,
    ],
    ['a value that neither has', `${header}${order.replace('40=2', '40=y')}6001=X|`, [5, 40]],
    [
      'its message, with its group',
      `${header.replace('35=D', '35=U1')}58=t|6002=2|6001=A|6003=1.5|6001=B|`,
      null,
    ],
    [
      'its group is counted',
      `${header.replace('35=D', '35=U1')}58=t|6002=2|6001=A|6003=1.5|`,
      [16, 6002],
    ],
    ['what neither has', `${header}${order}6001=X|6009=1|`, [0, 6009]],
  ])('%s', (_, text, expected) => {
    expect(reasonOf(text, quickFix)).toEqual(expected);
  });

  test('the published dictionary stays as it was', () => {
    readDictionary('desk.xml', quickFix, 'FIX.4.4');
    expect(fix44.fields.has(6001)).toBe(false);
    expect(fix44.messages.has('U1')).toBe(false);
  });
});

describe('a FIX Orchestra file, laid over FIX 4.4', () => {
  const notice = header.replace('35=D', '35=U1');
  test.each([
    ['its message, through component and group', `${notice}58=t|6002=1|6001=A|6005=O|`, null],
    ['its required field is required', `${notice}6002=1|6001=A|`, [1, 58]],
    ['its code set is its list of values', `${notice}58=t|6002=1|6001=A|6005=X|`, [5, 6005]],
    ['the first field begins each entry', `${notice}58=t|6002=1|6005=O|`, [15, 6005]],
    ['a published message', header + order, null],
  ])('%s', (_, text, expected) => {
    expect(reasonOf(text, orchestra)).toEqual(expected);
  });
});

describe('a bad file names its place, what was found and what was expected', () => {
  test.each([
    [
      quickFix.replace(
        'name="DeskID" required="Y"/>\n      <comp',
        'name="DeskId" required="Y"/>\n      <comp',
      ),
      'desk.xml:5 <field DeskId>: found the field DeskId, expected one of this file or of FIX.4.4',
    ],
    [
      quickFix.replace('number="6003"', 'number="six"'),
      'desk.xml:22 <field DeskWeight>: found number="six", expected a tag, a whole number from 1',
    ],
    [
      quickFix.replace(' type="INT"', ''),
      'desk.xml:23 <field TrackingID>: found no type, expected the attribute type',
    ],
    [
      quickFix.replace('<component name="Tracking" required', '<component name="Trackin" required'),
      'desk.xml:6 <component Trackin>: found the component Trackin, expected one of this file or of FIX.4.4',
    ],
    [
      quickFix.replace('</messages>', '</message>'),
      'desk.xml:15: found unexpected close tag, expected well-formed XML',
    ],
    [
      quickFix.replace('type="QTY"', 'type="DATA"'),
      'desk.xml: found DeskWeight(6003) is data without a length field, expected a length field before each data field',
    ],
    [
      '<html/>',
      'desk.xml:1 <html>: found <html>, expected <fix> of QuickFIX or <repository> of FIX Orchestra',
    ],
    ['', 'desk.xml:1: found'],
    [
      orchestra.replace('type="DeskTypeCodeSet"', 'type="DeskKindCodeSet"'),
      'desk.xml:10 <field DeskType>: found the code set DeskKindCodeSet, expected one of this file',
    ],
    [
      orchestra.replace('<fixr:groupRef id="9002"/>', '<fixr:groupRef id="9003"/>'),
      'desk.xml:14 <groupRef 9003>: found no such group, expected one of this file',
    ],
    [
      orchestra.replace(
        '<fixr:fieldRef id="6001" presence="required"/>',
        '<fixr:groupRef id="9002"/>',
      ),
      'desk.xml:19 <groupRef 9002>: found the group within itself, expected groups that have an end',
    ],
  ])('%#', (text, expected) => {
    expect(() => readDictionary('desk.xml', text, 'FIX.4.4')).toThrow(expected);
  });
});

// The standard's own tables in QuickFIX's form, beside the project: laid over ours they change nothing.
describe.each([
  ['FIX.4.0', 'FIX40'],
  ['FIX.4.2', 'FIX42'],
  ['FIX.4.4', 'FIX44'],
] as const)('%s as QuickFIX has it', (version: FixVersion, name) => {
  const file = `../shared/fix/dictionaries/${name}.xml`;
  (existsSync(file) ? test : test.skip)('each of its messages is ours', () => {
    const read = readDictionary(file, readFileSync(file, 'utf8'), version);
    const ours = dictionaryOf(version);
    expect([...read.messages.keys()]).toEqual([...ours.messages.keys()]);
    for (const [msgType, message] of ours.messages) {
      const other = read.messages.get(msgType);
      expect(new Set(other?.members)).toEqual(new Set(message.members));
      expect(new Set(other?.required)).toEqual(new Set(message.required));
      expect(other?.groups.size).toBe(message.groups.size);
    }
    expect(read.fields.size).toBe(ours.fields.size);
    expect(read.dataOfLength[Tag.RawDataLength]).toBe(Tag.RawData);
  });
});
