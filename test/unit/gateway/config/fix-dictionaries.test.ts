import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, test } from '@jest/globals';
import { fix44 } from '../../../../spec/dictionaries/index.ts';
import { loadConfig } from '../../../../gateway/config/index.ts';
import { defaultValidationRules } from '../../../../gateway/fix/index.ts';
import { changed, folderWith, lineOf, removeFolders } from './desk-folder.ts';

afterEach(removeFolders);

const HEART = 'heartBtInt: { min: 5,';
const desk = (field: string) => `<fix><messages><message name="NewOrderSingle" msgtype="D">
<field name="${field}" required="N"/></message></messages>
<fields><field number="6001" name="DeskID" type="STRING"/></fields></fix>`;

function load(yaml: string, dictionary: string) {
  const { file, folder } = folderWith(changed(HEART, `${yaml}\n    ${HEART}`));
  writeFileSync(join(folder, 'desk.xml'), dictionary);
  return loadConfig(file, {});
}

test("a session's dictionary is read from the file's folder, laid over FIX 4.4", () => {
  const result = load('dictionary: desk.xml', desk('DeskID'));
  const dictionary = result.ok ? result.value.config.sessions[0]?.dictionary : null;
  expect(dictionary?.messages.get('D')?.membership[6001]).toBe(1);
  expect(dictionary?.messages.has('8')).toBe(true);
});

test('a bad dictionary names its own line, beside the line that asks for it', () => {
  const result = load('dictionary: desk.xml', desk('DeskName'));
  const [problem] = result.ok ? [] : result.error;
  expect(problem?.place).toContain(`/desk.yaml:${lineOf(HEART)}`);
  expect(problem?.key).toBe('sessions[0].dictionary');
  expect(problem?.found).toContain('desk.xml:2 <field DeskName>: found the field DeskName');
});

test('a file that is not there is a problem of the key', () => {
  const result = load('dictionary: other.xml', '');
  expect(result.ok ? null : result.error[0]?.found).toContain('ENOENT');
});

test('what a session does not say is checked', () => {
  const result = load('validation: { checkValues: false, allowUnknownUserTags: true }', '');
  const session = result.ok ? result.value.config.sessions[0] : undefined;
  expect(session?.validation).toEqual({
    ...defaultValidationRules,
    checkValues: false,
    allowUnknownUserTags: true,
  });
  expect(session?.dictionary).toBe(fix44);
});
