// Writes spec/dictionaries/generated from QuickFIX-style XML: compact tables, and constants.
//
//   node dist/test/tools/generate-dictionaries.js XML_FOLDER [--check] [FIX44 …]
//
// Only the facts are taken (numbers, names, types, values, membership); no XML is copied in.
// --check writes nothing and fails when a generated file differs from what would be written.

import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Every version whose tables are committed. */
const committedVersions = [
  'FIX40',
  'FIX41',
  'FIX42',
  'FIX43',
  'FIX44',
  'FIX50',
  'FIX50SP1',
  'FIX50SP2',
  'FIXT11',
];
/** Fields, messages and values of these have constants: what the code says by name. The first names count. */
const namedVersions: ReadonlySet<string> = new Set(['FIX44', 'FIXT11']);
const generated = fileURLToPath(new URL('../../../spec/dictionaries/generated/', import.meta.url));

interface Element {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: Element[];
}

interface Field {
  readonly number: number;
  readonly name: string;
  readonly type: string;
  readonly values: readonly { readonly value: string; readonly label: string }[];
}

interface Version {
  readonly key: string;
  readonly beginString: string;
  readonly fields: readonly Field[];
  readonly components: readonly { readonly name: string; readonly members: string }[];
  readonly header: string;
  readonly trailer: string;
  readonly messages: readonly {
    readonly msgType: string;
    readonly name: string;
    readonly category: string;
    readonly members: string;
  }[];
}

main(process.argv.slice(2));

function main(args: readonly string[]): void {
  const check = args.includes('--check');
  const [folder, ...chosen] = args.filter((arg) => !arg.startsWith('--'));
  if (folder === undefined) {
    console.error('usage: generate-dictionaries XML_FOLDER [--check] [FIX44 …]');
    process.exitCode = 2;
    return;
  }
  const keys = chosen.length > 0 ? chosen : committedVersions;
  const versions = keys.map((key) =>
    readVersion(key, readFileSync(join(folder, `${key}.xml`), 'utf8')),
  );
  const files = new Map(
    versions.map((version) => [`${version.key.toLowerCase()}.ts`, tables(version)]),
  );
  const named = versions.filter(({ key }) => namedVersions.has(key));
  files.set('tags.ts', tagConstants(named));
  files.set('values.ts', valueConstants(named));
  if (chosen.length === 0) files.set('value-names.ts', valueNames(versions));
  files.set('../index.ts', face(named, current(join(generated, '../index.ts')) ?? ''));
  let stale = 0;
  mkdirSync(generated, { recursive: true });
  for (const [name, text] of files) {
    const path = join(generated, name);
    if (current(path) === text) continue;
    stale += 1;
    if (check) console.error(`${name} is not what the dictionaries give: run npm run generate`);
    else writeFileSync(path, text);
  }
  console.log(`${files.size} files, ${stale} ${check ? 'stale' : 'written'}`);
  if (check && stale > 0) process.exitCode = 1;
}

function current(path: string): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw cause;
  }
}

function readVersion(key: string, xml: string): Version {
  const root = parse(xml);
  const fields = child(root, 'fields').children.map(readField);
  const numbers = new Map(fields.map((field) => [field.name, field.number]));
  const members = (element: Element): string =>
    element.children.map(readMember).filter(Boolean).join(' ');
  const readMember = (member: Element): string => {
    const name = attribute(member, 'name');
    const mark = attribute(member, 'required') === 'Y' ? '!' : '';
    if (member.name === 'component') return `@${name}${mark}`;
    const number = numbers.get(name);
    if (number === undefined) throw new Error(`${key}: no field ${name}`);
    const group = member.name === 'group' ? `(${members(member)})` : '';
    return `${number}${mark}${group}`;
  };
  const components = child(root, 'components').children.map((component) => ({
    name: attribute(component, 'name'),
    members: members(component),
  }));
  return {
    key,
    beginString: beginString(root),
    fields: [...fields].sort((a, b) => a.number - b.number),
    components,
    header: members(child(root, 'header')),
    trailer: members(child(root, 'trailer')),
    messages: child(root, 'messages').children.map((message) => ({
      msgType: attribute(message, 'msgtype'),
      name: attribute(message, 'name'),
      category: attribute(message, 'msgcat'),
      members: members(message),
    })),
  };
}

function beginString(root: Element): string {
  const [major, minor] = [attribute(root, 'major'), attribute(root, 'minor')];
  const pack = attribute(root, 'servicepack');
  return `${attribute(root, 'type')}.${major}.${minor}${pack === '0' ? '' : `SP${pack}`}`;
}

function readField(element: Element): Field {
  const values = element.children.map((value) => ({
    value: attribute(value, 'enum'),
    label: attribute(value, 'description'),
  }));
  // A value with a space ("ISO Country Code") names an open set in words: any value goes.
  const open = values.some(({ value }) => value.includes(' '));
  return {
    number: Number(attribute(element, 'number')),
    name: attribute(element, 'name'),
    type: attribute(element, 'type'),
    values: open ? [] : values,
  };
}

function tables(version: Version): string {
  const fields = version.fields.map(({ number, name, type, values }) =>
    [number, name, type, ...values.map(({ value }) => value)].join(' '),
  );
  const messages = version.messages.map(({ msgType, name, category, members }) =>
    [msgType, name, category, members].join(' ').trim(),
  );
  const components = version.components.map(({ name, members }) => `${name} ${members}`.trim());
  return [
    notice(`The ${version.beginString} dictionary.`),
    "import type { DictionaryData } from '../data.ts';",
    '',
    `export const ${version.key.toLowerCase()}: DictionaryData = {`,
    `  beginString: '${version.beginString}',`,
    `  fields: \`\n${fields.join('\n')}\`,`,
    `  components: \`\n${components.join('\n')}\`,`,
    `  header: '${version.header}',`,
    `  trailer: '${version.trailer}',`,
    `  messages: \`\n${messages.join('\n')}\`,`,
    '};',
    '',
  ].join('\n');
}

function tagConstants(versions: readonly Version[]): string {
  const tags = new Map<string, number>();
  for (const field of versions.flatMap((version) => version.fields)) {
    const known = tags.get(field.name);
    if (known !== undefined && known !== field.number)
      throw new Error(`${field.name} is both ${known} and ${field.number}`);
    tags.set(field.name, field.number);
  }
  const types = new Map<string, string>();
  for (const { name, msgType } of versions.flatMap((version) => version.messages))
    if (![...types.values()].includes(msgType)) types.set(name, msgType);
  return [
    notice('Field numbers and message types under their FIX names.'),
    constant(
      'Tag',
      [...tags].sort((a, b) => a[1] - b[1]).map(([name, tag]) => [name, `${tag}`]),
    ),
    'export type Tag = (typeof Tag)[keyof typeof Tag];',
    '',
    constant(
      'MsgType',
      [...types].map(([name, msgType]) => [name, `'${msgType}'`]),
    ),
    'export type MsgType = (typeof MsgType)[keyof typeof MsgType];',
    '',
  ].join('\n');
}

/** Values of a number field are numbers, of all others strings; Y and N are booleans and need no name. */
function valueConstants(versions: readonly Version[]): string {
  const byField = new Map<string, Map<string, string>>();
  for (const { name, type, values } of versions.flatMap(({ fields }) => fields.filter(named))) {
    const entries = byField.get(name) ?? new Map<string, string>();
    const numeric = type === 'INT' || type === 'NUMINGROUP';
    for (const { value, label } of values) {
      const literal = numeric ? `${Number(value)}` : `'${value}'`;
      if ([...entries.values()].includes(literal)) continue;
      const plain = pascal(label);
      entries.set(entries.has(plain) ? `${plain}${pascal(value)}` : plain, literal);
    }
    byField.set(name, entries);
  }
  const parts = [...byField].map(([name, entries]) =>
    [
      constant(name, [...entries]),
      `export type ${name} = (typeof ${name})[keyof typeof ${name}];`,
      '',
    ].join('\n'),
  );
  return [notice('Field values under names.'), ...parts].join('\n');
}

/**
 * What each value of each version is called, for people: once where the versions agree, and where one
 * says otherwise than the newest that has the value, for that version alone.
 */
function valueNames(versions: readonly Version[]): string {
  const usual = new Map<number, Map<string, string>>();
  const others: string[] = [];
  for (const version of versions.toReversed()) {
    const differing = new Map<number, Map<string, string>>();
    for (const { number, type, values } of version.fields) {
      if (type === 'BOOLEAN') continue;
      for (const { value, label } of values) {
        const name = pascal(label).replace(/^_/, '');
        const known = usual.get(number)?.get(value);
        if (known === undefined) namesOf(usual, number).set(value, name);
        else if (known !== name) namesOf(differing, number).set(value, name);
      }
    }
    if (differing.size > 0)
      others.push(`  '${version.beginString}': \`\n${nameLines(differing)}\`,`);
  }
  return [
    notice('What values are called, a line a field: `number value=Name value=Name …`.'),
    `export const usualNames = \`\n${nameLines(usual)}\`;`,
    '',
    '/** Of one version, where it says otherwise. */',
    'export const otherNames: Readonly<Record<string, string>> = {',
    ...others,
    '};',
    '',
  ].join('\n');
}

function namesOf(fields: Map<number, Map<string, string>>, number: number): Map<string, string> {
  const names = fields.get(number) ?? new Map<string, string>();
  fields.set(number, names);
  return names;
}

function nameLines(fields: ReadonlyMap<number, ReadonlyMap<string, string>>): string {
  return [...fields]
    .sort(([one], [other]) => one - other)
    .map(([number, names]) =>
      [number, ...[...names].map(([value, name]) => `${value}=${name}`)].join(' '),
    )
    .join('\n');
}

/** The room's face, its last statement replaced: the constants of `values.ts` by name. */
function face(versions: readonly Version[], text: string): string {
  const names = new Set(
    versions.flatMap(({ fields }) => fields.filter(named).map((field) => field.name)),
  );
  const marker = '// Written by test/tools/generate-dictionaries.ts from here on.\n';
  const kept = text.split(marker)[0] ?? '';
  const list = [...names].sort().map((name) => `  ${name},`);
  return [`${kept}${marker}export {`, ...list, "} from './generated/values.ts';", ''].join('\n');
}

function named({ name, type, values }: Field): boolean {
  return values.length > 0 && type !== 'BOOLEAN' && name !== 'MsgType';
}

function constant(name: string, entries: readonly (readonly [string, string])[]): string {
  const lines = entries.map(([key, literal]) => `  ${key}: ${literal},`);
  return [`export const ${name} = {`, ...lines, '} as const;'].join('\n');
}

function pascal(label: string): string {
  const words = label.split(/[^A-Za-z0-9]+/).filter(Boolean);
  const joined = words
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1).toLowerCase())
    .join('');
  return /^[0-9]/.test(joined) ? `_${joined}` : joined;
}

function notice(what: string): string {
  return `// ${what} Written by test/tools/generate-dictionaries.ts: change that, not this.\n`;
}

/** Elements and attributes: all that these files use of XML. */
function parse(xml: string): Element {
  const top: Element = { name: '', attributes: new Map(), children: [] };
  const open: Element[] = [top];
  const tags =
    /<!--[\s\S]*?-->|<\?[\s\S]*?\?>|<(\/?)([A-Za-z]+)((?:\s+[\w:]+\s*=\s*(?:'[^']*'|"[^"]*"))*)\s*(\/?)>/g;
  for (const [, closing, name, attributes, empty] of xml.matchAll(tags)) {
    if (name === undefined) continue;
    if (closing === '/') {
      open.pop();
      continue;
    }
    const element: Element = { name, attributes: parseAttributes(attributes ?? ''), children: [] };
    open.at(-1)?.children.push(element);
    if (empty !== '/') open.push(element);
  }
  const root = top.children[0];
  if (root === undefined || open.length !== 1) throw new Error('not well-formed');
  return root;
}

function parseAttributes(text: string): Map<string, string> {
  const pairs = text.matchAll(/([\w:]+)\s*=\s*(?:'([^']*)'|"([^"]*)")/g);
  return new Map(
    Array.from(pairs, ([, name, single, double]) => [
      name ?? '',
      unescaped(single ?? double ?? ''),
    ]),
  );
}

function unescaped(text: string): string {
  return text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&amp;', '&');
}

function child(element: Element, name: string): Element {
  const found = element.children.find((one) => one.name === name);
  return found ?? { name, attributes: new Map(), children: [] };
}

function attribute(element: Element, name: string): string {
  const value = element.attributes.get(name);
  if (value === undefined) throw new Error(`<${element.name}> has no ${name}`);
  return value;
}
