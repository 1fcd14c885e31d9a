// The journal's .proto with its annotations, as data: what the codec's generator and the tests' arbitraries read.
import protobuf from 'protobufjs';

/** How one field's value is written. */
export type FieldForm =
  | { readonly kind: 'amount' | 'bytes' | 'string' | 'sfixed64' | 'uint' | 'bool' }
  | { readonly kind: 'enum'; readonly name: string }
  | { readonly kind: 'message'; readonly name: string };

export interface SchemaField {
  readonly name: string;
  readonly number: number;
  readonly form: FieldForm;
  readonly presence: 'required' | 'optional' | 'repeated';
  /** The type behind @, such as `Price`; null for a plain one. */
  readonly brand: string | null;
}

export interface SchemaMessage {
  readonly name: string;
  /** Null: no event, only carried by one. */
  readonly record: number | null;
  readonly fields: readonly SchemaField[];
}

export interface SchemaEnum {
  readonly name: string;
  readonly type: string;
  readonly words: readonly { readonly word: string; readonly number: number }[];
}

export interface CodecSchema {
  readonly version: number;
  /** Module of each imported type. */
  readonly imports: ReadonlyMap<string, string>;
  readonly enums: readonly SchemaEnum[];
  readonly messages: readonly SchemaMessage[];
  /** By a message's name: the fields that are read where it is not read whole. */
  readonly outlines: ReadonlyMap<string, ReadonlySet<string>>;
}

const bigints = new Set(['Price', 'Qty', 'SignedQty', 'Notional', 'TokenAmount', 'Rate', 'bigint']);

/** Throws, and names the place, for what the conventions on top of the .proto do not allow. */
export function readSchema(source: string): CodecSchema {
  const parsed = protobuf.parse(source, {
    keepCase: true,
    alternateCommentMode: true,
    preferTrailingComment: true,
  });
  const root = parsed.root.resolveAll();
  const objects = parsed.package === undefined ? root : root.lookup(parsed.package);
  if (!(objects instanceof protobuf.Namespace)) throw new Error('the schema has no package');
  const enums = objects.nestedArray.filter((one) => one instanceof protobuf.Enum);
  const messages = objects.nestedArray.filter((one) => one instanceof protobuf.Type);
  const schema: CodecSchema = {
    version: Number(the(/@schema (\d+)/.exec(source)?.[1], 'no @schema')),
    imports: importsOf(source),
    enums: enums.map(enumOf),
    messages: messages.map(messageOf),
    outlines: outlinesOf(messages),
  };
  refuseDoubles(schema);
  return schema;
}

function importsOf(source: string): ReadonlyMap<string, string> {
  const imports = new Map<string, string>();
  for (const [, module, names] of source.matchAll(/^\/\/ @import (\S+): (.*)$/gm)) {
    for (const name of the(names, 'an @import without names').split(' ')) {
      imports.set(name, the(module, 'an @import without a module'));
    }
  }
  return imports;
}

function enumOf(one: protobuf.Enum): SchemaEnum {
  const words = Object.entries(one.values)
    .filter(([, number]) => number !== 0)
    .map(([name, number]) => {
      if (!name.startsWith(`${one.name}_`))
        throw new Error(`${name} does not start with ${one.name}_`);
      return { word: name.slice(one.name.length + 1), number };
    });
  return { name: one.name, type: /@is (.+)$/m.exec(one.comment ?? '')?.[1] ?? one.name, words };
}

function messageOf(type: protobuf.Type): SchemaMessage {
  const record = /@record (\d+)/.exec(type.comment ?? '')?.[1];
  return {
    name: type.name,
    record: record === undefined ? null : Number(record),
    fields: type.fieldsArray.map(fieldOf),
  };
}

function outlinesOf(messages: readonly protobuf.Type[]): ReadonlyMap<string, ReadonlySet<string>> {
  const outlines = new Map<string, ReadonlySet<string>>();
  for (const { name, comment, fields } of messages) {
    const names = [...(comment ?? '').matchAll(/@outline (.+)$/gm)].flatMap(([, line]) =>
      the(line, 'an @outline without names').split(' '),
    );
    for (const field of names) the(fields[field], `@outline: ${name} has no ${field}`);
    if (names.length > 0) outlines.set(name, new Set(names));
  }
  return outlines;
}

function fieldOf(field: protobuf.Field): SchemaField {
  const brand = /@(\w+)/.exec(field.comment ?? '')?.[1] ?? null;
  const place = `${field.parent?.name ?? ''}.${field.name}`;
  if (field.map) throw new Error(`${place}: maps are not used`);
  const optional = field.options?.['proto3_optional'] === true;
  if (field.id >= 1_024) throw new Error(`${place}: numbers go to 1023`);
  return {
    name: field.name,
    number: field.id,
    form: formOf(field, brand, place),
    presence: field.repeated ? 'repeated' : optional ? 'optional' : 'required',
    brand,
  };
}

function formOf(field: protobuf.Field, brand: string | null, place: string): FieldForm {
  if (field.resolvedType instanceof protobuf.Enum) return { kind: 'enum', name: field.type };
  if (field.resolvedType instanceof protobuf.Type) return { kind: 'message', name: field.type };
  switch (field.type) {
    case 'bytes':
      return { kind: brand !== null && bigints.has(brand) ? 'amount' : 'bytes' };
    case 'string':
      return { kind: 'string' };
    case 'sfixed64':
      return { kind: 'sfixed64' };
    case 'bool':
      return { kind: 'bool' };
    case 'uint32':
    case 'uint64':
      return { kind: 'uint' };
    default:
      throw new Error(`${place}: ${field.type} has no form in TypeScript here`);
  }
}

function refuseDoubles(schema: CodecSchema): void {
  const records = new Map<number, string>();
  for (const { name, record } of schema.messages) {
    if (record === null) continue;
    const other = records.get(record);
    if (other !== undefined) throw new Error(`@record ${record} is both ${other} and ${name}`);
    records.set(record, name);
  }
}

function the<T>(value: T | undefined, otherwise: string): T {
  if (value === undefined) throw new Error(otherwise);
  return value;
}
