// A dictionary compiled to tables: one array look-up answers what a tag is, and what it does here.

import { type DictionaryData, linesOf } from './data.ts';
import {
  Components,
  type GroupDefinition,
  groupsOf,
  type Member,
  membersIn,
  requiredTags,
} from './members.ts';
import { type MessageDefinition, MessageTable } from './message-table.ts';

/** How a value is read and checked. Several FIX types share one form. */
export const Form = {
  Unknown: 0,
  Text: 1,
  Char: 2,
  Boolean: 3,
  /** A whole number, a minus allowed. Numbers stand from here to `Decimal`: the codec asks for that range. */
  Int: 4,
  /** A whole number without a sign: lengths, sequence numbers, group counters. */
  Count: 5,
  Decimal: 6,
  UtcTimestamp: 7,
  UtcTime: 8,
  Date: 9,
  MonthYear: 10,
  /** Bytes whose number an earlier field gives. */
  Data: 11,
  /** Values separated by spaces. */
  Multiple: 12,
} as const;
export type Form = (typeof Form)[keyof typeof Form];

/** The three parts of a message, in their order. */
export const Place = { Body: 0, Header: 1, Trailer: 2 } as const;
export type Place = (typeof Place)[keyof typeof Place];

export interface FieldDefinition {
  readonly tag: number;
  readonly name: string;
  readonly type: string;
  readonly form: Form;
  /** Null: any value goes. */
  readonly values: ReadonlySet<string> | null;
  /** One bit for each one-character value, so that the usual check makes no string. */
  readonly valueBits: Uint32Array;
}

export interface Dictionary {
  /** Of the session layer, BeginString(8): `FIXT.1.1` for all that travels over it. */
  readonly beginString: string;
  /** Of the application messages: `FIX.5.0SP2`. */
  readonly version: string;
  /** Over FIXT.1.1: what a message without ApplVerID(1128) is read by. Null: not over FIXT. */
  readonly applVerID: string | null;
  /** The dictionary of a message with that ApplVerID; null: there is none. */
  withApplVerID(applVerID: string): Dictionary | null;
  readonly fields: ReadonlyMap<number, FieldDefinition>;
  readonly messages: ReadonlyMap<string, MessageDefinition>;
  readonly requiredHeader: readonly number[];
  readonly requiredTrailer: readonly number[];
  readonly headerGroups: ReadonlyMap<number, GroupDefinition>;
  /** By tag, all of one length: `Form`, `Place`, and the two directions of length and data. */
  readonly forms: Uint8Array;
  readonly places: Uint8Array;
  /** The field's definition where its values are listed, null where any value goes. */
  readonly listed: readonly (FieldDefinition | null)[];
  readonly dataOfLength: Uint16Array;
  readonly lengthOfData: Uint16Array;
}

/**
 * The tables of one dictionary. `session` gives header, trailer and session messages where the data
 * has none of its own (5.0 and later travel over FIXT.1.1).
 */
export function compileDictionary(
  data: DictionaryData,
  session: DictionaryData = data,
): Dictionary {
  const fields = readFields(session);
  for (const [tag, field] of readFields(data)) fields.set(tag, field);
  const size = Math.max(...fields.keys()) + 1;
  const forms = new Uint8Array(size);
  const listed = new Array<FieldDefinition | null>(size).fill(null);
  for (const field of fields.values()) {
    forms[field.tag] = field.form;
    if (field.values !== null) listed[field.tag] = field;
  }

  const sessionComponents = new Components(session);
  const header = membersIn(session.header, sessionComponents);
  const trailer = membersIn(session.trailer, sessionComponents);
  const places = new Uint8Array(size);
  markPlaces(places, header, Place.Header);
  markPlaces(places, trailer, Place.Trailer);

  const messages = new MessageTable([session, data]);
  return {
    beginString: session.beginString,
    version: data.beginString,
    applVerID: null,
    withApplVerID: () => null,
    fields,
    messages,
    requiredHeader: requiredTags(header),
    requiredTrailer: requiredTags(trailer),
    headerGroups: groupsOf(header),
    forms,
    places,
    listed,
    ...pairLengths(fields, size),
  };
}

/** The definition of a field of this dictionary as `Name(tag)`, the form in which texts say it. */
export function nameOf(dictionary: Dictionary, tag: number): string {
  const field = dictionary.fields.get(tag);
  return field === undefined ? `tag ${tag}` : `${field.name}(${tag})`;
}

const formOfType: Readonly<Record<string, Form>> = {
  INT: Form.Int,
  DAYOFMONTH: Form.Int,
  LENGTH: Form.Count,
  SEQNUM: Form.Count,
  NUMINGROUP: Form.Count,
  TAGNUM: Form.Count,
  FLOAT: Form.Decimal,
  PRICE: Form.Decimal,
  PRICEOFFSET: Form.Decimal,
  QTY: Form.Decimal,
  AMT: Form.Decimal,
  PERCENTAGE: Form.Decimal,
  CHAR: Form.Char,
  BOOLEAN: Form.Boolean,
  UTCTIMESTAMP: Form.UtcTimestamp,
  TIME: Form.UtcTimestamp,
  UTCTIMEONLY: Form.UtcTime,
  UTCDATE: Form.Date,
  UTCDATEONLY: Form.Date,
  LOCALMKTDATE: Form.Date,
  DATE: Form.Date,
  MONTHYEAR: Form.MonthYear,
  DATA: Form.Data,
  XMLDATA: Form.Data,
  MULTIPLEVALUESTRING: Form.Multiple,
  MULTIPLECHARVALUE: Form.Multiple,
  MULTIPLESTRINGVALUE: Form.Multiple,
};

/** FIX 4.0 and 4.1 call every text CHAR. */
const charIsText = new Set(['FIX.4.0', 'FIX.4.1']);

function readFields(data: DictionaryData): Map<number, FieldDefinition> {
  const fields = new Map<number, FieldDefinition>();
  for (const line of linesOf(data.fields)) {
    const [number = '', name = '', type = '', ...values] = line.split(' ');
    const form = formOfType[type] ?? Form.Text;
    const tag = Number(number);
    fields.set(tag, {
      tag,
      name,
      type,
      form: form === Form.Char && charIsText.has(data.beginString) ? Form.Text : form,
      values: values.length === 0 ? null : new Set(values),
      valueBits: bitsOf(values),
    });
  }
  return fields;
}

function bitsOf(values: readonly string[]): Uint32Array {
  const bits = new Uint32Array(8);
  for (const value of values) {
    if (value.length !== 1) continue;
    const code = value.charCodeAt(0) & 0xff;
    bits[code >> 5] = (bits[code >> 5] ?? 0) | (1 << (code & 31));
  }
  return bits;
}

function markPlaces(places: Uint8Array, members: readonly Member[], place: Place): void {
  for (const { tag, entry } of members) {
    places[tag] = place;
    if (entry !== null) markPlaces(places, entry, place);
  }
}

/**
 * A data field follows its length, whose name is its own with Len or Length at the end; where 5.0SP2
 * shortens that name, it is the length with the number before.
 */
function pairLengths(
  fields: ReadonlyMap<number, FieldDefinition>,
  size: number,
): Pick<Dictionary, 'dataOfLength' | 'lengthOfData'> {
  const byName = new Map(Array.from(fields.values(), (field) => [field.name, field.tag]));
  const dataOfLength = new Uint16Array(size);
  const lengthOfData = new Uint16Array(size);
  for (const { name, tag, form } of fields.values()) {
    if (form !== Form.Data) continue;
    const before = fields.get(tag - 1)?.type === 'LENGTH' ? tag - 1 : undefined;
    const length = byName.get(`${name}Len`) ?? byName.get(`${name}Length`) ?? before;
    if (length === undefined) throw new Error(`${name}(${tag}) is data without a length field`);
    dataOfLength[length] = tag;
    lengthOfData[tag] = length;
  }
  return { dataOfLength, lengthOfData };
}
