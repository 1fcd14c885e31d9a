// Writes `spec/events/codec.generated.ts` from `spec/events/journal.proto`. With --check it only compares.
import { readFileSync, writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { unreachable } from '../../spec/proof/index.ts';
import {
  type CodecSchema,
  type SchemaEnum,
  type SchemaField,
  type SchemaMessage,
  readSchema,
} from './codec-schema.ts';

export const schemaFile = 'spec/events/journal.proto';
const codecFile = 'spec/events/codec.generated.ts';
const wireTypes = {
  amount: 2,
  bytes: 2,
  string: 2,
  sfixed64: 1,
  uint: 0,
  bool: 0,
  enum: 0,
  message: 2,
};

const freshIDs = new Set(['OrderID', 'ClOrdID', 'ChildID']);

/** The codec's source for a schema. */
export function generateCodec(source: string): string {
  const schema = readSchema(source);
  return [
    '// Generated from journal.proto by test/tools/generate-codec.ts. Do not edit.',
    '',
    ...importLines(schema),
    '',
    '/** The version that the journal.proto of this build has. */',
    `export const eventSchemaVersion = ${schema.version};`,
    '',
    ...schema.enums.flatMap(enumLines),
    ...eventLines(schema),
    ...schema.messages.flatMap((message) => [...encodeLines(message), ...decodeLines(message)]),
    ...schema.messages.flatMap((message) => outlineLines(message, schema)),
  ].join('\n');
}

function importLines(schema: CodecSchema): string[] {
  const names = new Map<string, Set<string>>();
  const need = (module: string, name: string): void => {
    const known = names.get(module) ?? new Set<string>();
    names.set(module, known.add(name));
  };
  for (const name of namesUsed(schema)) {
    const module = schema.imports.get(name);
    if (module === undefined)
      throw new Error(`${name} is used, and no @import says where it is from`);
    need(module, name);
  }
  for (const { name, record } of schema.messages) if (record !== null) need('./events.ts', name);
  const events = schema.messages.some(({ record }) => record !== null);
  if (events) need('./events.ts', 'Event');
  if (schema.enums.some(({ type }) => type.startsWith('EventOf<'))) need('./events.ts', 'EventOf');
  return [
    ...(events ? ["import { unreachable } from '../proof/index.ts';"] : []),
    ...[...names]
      .sort(([one], [other]) => one.localeCompare(other))
      .map(
        ([module, found]) => `import type { ${[...found].sort().join(', ')} } from '${module}';`,
      ),
    'import {',
    '  UnreadableEvent,',
    '  WireReader,',
    '  type WireWriter,',
    '  nothing,',
    '  present,',
    '  unknownField,',
    '  withNext,',
    '  wordOf,',
    "} from './wire.ts';",
  ];
}

function namesUsed(schema: CodecSchema): ReadonlySet<string> {
  const names = new Set<string>();
  for (const message of schema.messages) {
    if (message.record === null) names.add(message.name);
    for (const { brand } of message.fields)
      if (brand !== null && brand !== 'bigint') names.add(brand);
  }
  for (const { name, type } of schema.enums) if (name === type) names.add(name);
  for (const name of schema.outlines.keys()) names.add(outlineOf(name));
  return names;
}

function enumLines({ name, type, words }: SchemaEnum): string[] {
  const names: string[] = [];
  for (const { word, number } of words) names[number] = word;
  return [
    `const ${lower(name)}Numbers: Readonly<Record<${type}, number>> = {`,
    ...words.map(({ word, number }) => `  ${word}: ${number},`),
    '};',
    `const ${lower(name)}Words: readonly (${type} | undefined)[] = [`,
    ...Array.from(names, (word) => `  ${word === undefined ? 'undefined' : `'${word}'`},`),
    '];',
    '',
  ];
}

function eventLines(schema: CodecSchema): string[] {
  const events = schema.messages.filter(({ record }) => record !== null);
  if (events.length === 0) return [];
  return [
    "/** The journal's record type of each event. */",
    "export const recordTypes: Readonly<Record<Event['type'], number>> = {",
    ...events.map(({ name, record }) => `  ${name}: ${record},`),
    '};',
    '',
    '/** The payload of an event. Throws UnreadableEvent for a value that the schema cannot hold. */',
    'export function encodeEvent(event: Event, writer: WireWriter): Uint8Array {',
    '  writer.reset();',
    '  switch (event.type) {',
    ...events.flatMap(({ name }) => [
      `    case '${name}':`,
      `      encode${name}(event, writer);`,
      '      break;',
    ]),
    '    default:',
    '      return unreachable(event);',
    '  }',
    '  return writer.finish();',
    '}',
    '',
    '/**',
    ' * The event of a journal record. Throws UnreadableEvent for a record that a later build wrote, and for bytes that',
    ' * are not what the schema says.',
    ' */',
    'export function decodeEvent(recordType: number, schemaVersion: number, payload: Uint8Array): Event {',
    '  if (schemaVersion > eventSchemaVersion) {',
    '    throw new UnreadableEvent(',
    "      'a journal record',",
    '      `schema version ${schemaVersion}`,',
    '      `at most ${eventSchemaVersion}, which this build reads`,',
    '    );',
    '  }',
    '  const reader = new WireReader(payload);',
    '  switch (recordType) {',
    ...events.flatMap(({ name, record }) => [
      `    case ${record}:`,
      `      return decode${name}(reader);`,
    ]),
    '    default:',
    "      throw new UnreadableEvent('a journal record', `record type ${recordType}`, 'a known one');",
    '  }',
    '}',
    '',
  ];
}

function encodeLines(message: SchemaMessage): string[] {
  return [
    `export function encode${message.name}(value: ${message.name}, writer: WireWriter): void {`,
    ...message.fields.flatMap((field) => encodeField(message, field)),
    '}',
    '',
  ];
}

function encodeField(message: SchemaMessage, field: SchemaField): string[] {
  const source = `value.${field.name}`;
  if (field.presence === 'repeated') {
    return [
      `  for (const item of ${source}) {`,
      ...writes(message, field, 'item').map((line) => `    ${line}`),
      '  }',
    ];
  }
  if (field.presence === 'required') {
    return writes(message, field, source).map((line) => `  ${line}`);
  }
  return [
    `  if (${source} !== null) {`,
    ...writes(message, field, source).map((line) => `    ${line}`),
    '  }',
  ];
}

function writes(message: SchemaMessage, field: SchemaField, value: string): string[] {
  const { form } = field;
  const place = placeOf(message, field);
  const tag = `writer.tag(${tagOf(field)});`;
  switch (form.kind) {
    case 'enum':
      return [tag, `writer.uint(${lower(form.name)}Numbers[${value}], ${place});`];
    case 'message':
      return [tag, `writer.message(${value}, encode${form.name});`];
    case 'bool':
    case 'bytes':
      return [tag, `writer.${form.kind}(${value});`];
    case 'amount':
    case 'sfixed64':
    case 'string':
    case 'uint':
      return [tag, `writer.${form.kind}(${value}, ${place});`];
    default:
      return unreachable(form);
  }
}

function decodeLines(message: SchemaMessage): string[] {
  return readingLines(message, message.name, message.fields, (field) => read(message, field));
}

/** Of a message with an outline: what reads that, and passes over the rest. */
function outlineLines(message: SchemaMessage, { outlines }: CodecSchema): string[] {
  const names = outlines.get(message.name);
  if (names === undefined) return [];
  const fields = message.fields.filter(({ name }) => names.has(name));
  return readingLines(message, outlineOf(message.name), fields, (field) => {
    const { form, brand } = field;
    const place = placeOf(message, field);
    if (form.kind === 'message' && outlines.has(form.name)) {
      return `reader.message(decode${outlineOf(form.name)}, ${place})`;
    }
    // An outline has such an id once.
    if (brand !== null && freshIDs.has(brand)) return `reader.freshString(${place}) as ${brand}`;
    return read(message, field);
  });
}

/** What reads `fields` of a message into `name`, and passes over its other fields. */
function readingLines(
  message: SchemaMessage,
  name: string,
  fields: readonly SchemaField[],
  reading: (field: SchemaField) => string,
): string[] {
  const { record } = message;
  const others = message.fields.filter((field) => !fields.includes(field));
  return [
    `export function decode${name}(reader: WireReader): ${name} {`,
    ...fields.map((field) => `  ${declaration(name, field)}`),
    '  while (reader.more()) {',
    '    const tag = reader.tag();',
    '    switch (tag) {',
    ...fields.flatMap((field) => [
      `      case ${tagOf(field)}:`,
      `        ${assignment(field, reading(field))}`,
      '        break;',
    ]),
    ...others.map((field) => `      case ${tagOf(field)}:`),
    ...(others.length === 0
      ? []
      : [`        reader.skip(tag, '${message.name}');`, '        break;']),
    '      default:',
    `        throw unknownField(tag, '${message.name}');`,
    '    }',
    '  }',
    '  return {',
    ...(record === null ? [] : [`    type: '${message.name}',`]),
    ...fields.map((field) =>
      field.presence === 'required'
        ? `    ${field.name}: present(${local(field)}, ${placeOf(message, field)}),`
        : `    ${field.name}: ${local(field)},`,
    ),
    '  };',
    '}',
    '',
  ];
}

function declaration(name: string, field: SchemaField): string {
  const type = `${name}['${field.name}']`;
  if (field.presence === 'required') return `let ${local(field)}: ${type} | undefined;`;
  if (field.presence === 'optional') return `let ${local(field)}: ${type} = null;`;
  return `let ${local(field)}: ${type} = nothing;`;
}

function assignment(field: SchemaField, value: string): string {
  if (field.presence === 'repeated') {
    return `${local(field)} = withNext(${local(field)}, ${value});`;
  }
  return `${local(field)} = ${value};`;
}

function read(message: SchemaMessage, field: SchemaField): string {
  const { form, brand } = field;
  const place = placeOf(message, field);
  switch (form.kind) {
    case 'enum':
      return `wordOf(${lower(form.name)}Words, reader.uint(${place}), ${place})`;
    case 'message':
      return `reader.message(decode${form.name}, ${place})`;
    case 'amount':
    case 'bool':
    case 'bytes':
    case 'sfixed64':
    case 'string':
    case 'uint': {
      const plain = `reader.${form.kind}(${place})`;
      return brand === null || brand === 'bigint' ? plain : `${plain} as ${brand}`;
    }
    default:
      return unreachable(form);
  }
}

function outlineOf(name: string): string {
  return `${name}Outline`;
}

function tagOf(field: SchemaField): number {
  return field.number * 8 + wireTypes[field.form.kind];
}

function placeOf(message: SchemaMessage, field: SchemaField): string {
  return `'${message.name}.${field.name}'`;
}

function local(field: SchemaField): string {
  return `${field.name}_`;
}

function lower(name: string): string {
  return name.charAt(0).toLowerCase() + name.slice(1);
}

function main(check: boolean): void {
  const generated = generateCodec(readFileSync(schemaFile, 'utf8'));
  if (!check) return writeFileSync(codecFile, generated);
  if (readFileSync(codecFile, 'utf8') === generated) return;
  console.error(`${codecFile} is not what ${schemaFile} gives: run the generator`);
  process.exitCode = 1;
}

const started = process.argv[1];
if (started !== undefined && import.meta.url === pathToFileURL(started).href) {
  main(process.argv.includes('--check'));
}
