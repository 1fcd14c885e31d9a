// Values of every message in the journal's schema, for properties and fixtures.
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import {
  type CodecSchema,
  type SchemaField,
  type SchemaMessage,
  readSchema,
} from './codec-schema.ts';

export const journalSchema: CodecSchema = readSchema(
  readFileSync('spec/events/journal.proto', 'utf8'),
);

/** Optional fields by themselves, all there, or none. */
export type Filling = 'any' | 'full' | 'bare';

type Value = Readonly<Record<string, unknown>>;

/** Any value of the message `name`, with `type` where it is an event. */
export function arbitraryOf(name: string, filling: Filling = 'any'): fc.Arbitrary<Value> {
  const message = journalSchema.messages.find((one) => one.name === name);
  if (message === undefined) throw new Error(`no message ${name} in the schema`);
  return arbitraryMessage(message, filling);
}

export function eventNames(): readonly string[] {
  return journalSchema.messages.filter(({ record }) => record !== null).map(({ name }) => name);
}

function arbitraryMessage(message: SchemaMessage, filling: Filling): fc.Arbitrary<Value> {
  const fields: Record<string, fc.Arbitrary<unknown>> = {};
  if (message.record !== null) fields['type'] = fc.constant(message.name);
  for (const field of message.fields) fields[field.name] = arbitraryField(field, filling);
  return fc.record(fields);
}

function arbitraryField(field: SchemaField, filling: Filling): fc.Arbitrary<unknown> {
  const value = arbitraryValue(field, filling);
  if (field.presence === 'required') return value;
  if (filling === 'bare') return fc.constant(field.presence === 'repeated' ? [] : null);
  if (field.presence === 'repeated') {
    return fc.array(value, { minLength: filling === 'full' ? 2 : 0, maxLength: 3 });
  }
  return filling === 'full' ? value : fc.option(value);
}

function arbitraryValue(field: SchemaField, filling: Filling): fc.Arbitrary<unknown> {
  const { form } = field;
  switch (form.kind) {
    case 'amount':
      return fc.bigInt({ min: -(2n ** 255n), max: 2n ** 255n - 1n });
    case 'bytes':
      return fc.uint8Array({ maxLength: 300 });
    case 'string':
      return fc.oneof(
        fc.string(),
        fc.string({ unit: 'grapheme' }),
        fc.string({ minLength: 120, maxLength: 300 }),
      );
    case 'sfixed64':
      return fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n });
    case 'uint':
      return fc.maxSafeNat();
    case 'bool':
      return fc.boolean();
    case 'enum': {
      const found = journalSchema.enums.find(({ name }) => name === form.name);
      return fc.constantFrom(...(found?.words ?? []).map(({ word }) => word));
    }
    case 'message':
      return arbitraryOf(form.name, filling);
  }
}
