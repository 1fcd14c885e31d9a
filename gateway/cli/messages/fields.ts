// A message's fields with their names, in the parts and groups in which its own version has them. It reads what
// is wrong too: who looks at a message wants to see just that.

import {
  type Dictionary,
  dictionaryOf,
  versionOfBeginString,
  Form,
  type GroupDefinition,
  isInGroup,
  Place,
  Tag,
  type ValueNames,
} from '../../../spec/dictionaries/index.ts';

/** One field, or a group's counter with the group's entries. */
export interface ReadField {
  /** As written: a number, but for what is no field at all. */
  readonly tag: string;
  /** Null: the version does not know the tag. */
  readonly name: string | null;
  readonly value: string;
  /** What the value is called; null: it has no name. */
  readonly meaning: string | null;
  readonly entries: readonly (readonly ReadField[])[] | null;
}

export interface ReadMessage {
  readonly version: string;
  readonly msgType: string;
  /** Null: the version does not know the type. */
  readonly name: string | null;
  readonly isAdmin: boolean;
  readonly header: readonly ReadField[];
  readonly body: readonly ReadField[];
  readonly trailer: readonly ReadField[];
  /** All fields in the order of the message, groups unfolded. */
  readonly flat: readonly (readonly [tag: number, value: string])[];
  /** What is wrong with its frame. */
  readonly problems: readonly string[];
}

interface Field {
  readonly written: string;
  readonly tag: number;
  readonly value: string;
}

const SOH = '\x01';

/** Reads messages; over FIXT.1.1 it remembers which version a Logon said is usual. */
export class MessageReader {
  readonly #names: ValueNames;
  /** By the two CompIDs, in alphabetical order. */
  readonly #usual = new Map<string, Dictionary>();

  constructor(names: ValueNames) {
    this.#names = names;
  }

  read(text: string): ReadMessage {
    const rough = fieldsIn(text, null);
    const dictionary = this.#dictionaryOf(rough);
    const fields = fieldsIn(text, dictionary);
    const msgType = valueOf(fields, Tag.MsgType) ?? '';
    const definition = dictionary.messages.get(msgType);
    let headerEnd = 0;
    while (headerEnd < fields.length && placeOf(dictionary, fields[headerEnd]) === Place.Header)
      headerEnd += 1;
    let bodyEnd = fields.length;
    while (bodyEnd > headerEnd && placeOf(dictionary, fields[bodyEnd - 1]) === Place.Trailer)
      bodyEnd -= 1;
    const groups = new Map([...dictionary.headerGroups, ...(definition?.groups ?? [])]);
    const part = (from: number, to: number): readonly ReadField[] =>
      this.#members(dictionary, fields.slice(from, to), groups);
    return {
      version: dictionary.version,
      msgType,
      name: definition?.name ?? null,
      isAdmin: definition?.category === 'admin',
      header: part(0, headerEnd),
      body: part(headerEnd, bodyEnd),
      trailer: part(bodyEnd, fields.length),
      flat: fields.map(({ tag, value }) => [tag, value]),
      problems: problemsOf(text, fields),
    };
  }

  #dictionaryOf(fields: readonly Field[]): Dictionary {
    const own = versionOfBeginString(valueOf(fields, Tag.BeginString) ?? '');
    if (own !== null) return dictionaryOf(own);
    const newest = dictionaryOf('FIX.5.0SP2');
    const parties = [valueOf(fields, Tag.SenderCompID), valueOf(fields, Tag.TargetCompID)];
    const key = parties.map(String).toSorted().join('\n');
    const said = valueOf(fields, Tag.DefaultApplVerID);
    if (said !== null) this.#usual.set(key, newest.withApplVerID(said) ?? newest);
    const named = valueOf(fields, Tag.ApplVerID);
    const other = named === null ? null : newest.withApplVerID(named);
    return other ?? this.#usual.get(key) ?? newest;
  }

  #members(
    dictionary: Dictionary,
    fields: readonly Field[],
    groups: ReadonlyMap<number, GroupDefinition>,
  ): readonly ReadField[] {
    const members: ReadField[] = [];
    for (let at = 0; at < fields.length; at += 1) {
      const field = fields[at];
      if (field === undefined) break;
      const group = groups.get(field.tag);
      let end = at + 1;
      while (group !== undefined && isInGroup(group, fields[end]?.tag ?? -1)) end += 1;
      const entries = group === undefined ? null : entriesOf(group, fields.slice(at + 1, end));
      members.push({
        ...this.#named(dictionary, field),
        entries:
          group === undefined || entries === null
            ? null
            : entries.map((entry) => this.#members(dictionary, entry, group.groups)),
      });
      at = end - 1;
    }
    return members;
  }

  #named(dictionary: Dictionary, { written, tag, value }: Field): Omit<ReadField, 'entries'> {
    const definition = dictionary.fields.get(tag);
    return {
      tag: written,
      name: definition?.name ?? null,
      value,
      meaning: this.#meaning(dictionary, tag, value),
    };
  }

  #meaning(dictionary: Dictionary, tag: number, value: string): string | null {
    const { messages, fields, version } = dictionary;
    if (tag === Tag.BeginString) return null;
    if (tag === Tag.MsgType || tag === Tag.RefMsgType) return messages.get(value)?.name ?? null;
    const nameOf = (one: string) => this.#names.nameOf(version, tag, one);
    if (fields.get(tag)?.form !== Form.Multiple) return nameOf(value);
    const names = value.split(' ').map(nameOf);
    return names.includes(null) ? null : names.join(', ');
  }
}

/** A group's entries: each begins with the group's first tag, or, in a wrong order, where a tag comes again. */
function entriesOf(
  group: GroupDefinition,
  fields: readonly Field[],
): readonly (readonly Field[])[] {
  const entries: Field[][] = [];
  let had = new Set<number>();
  for (const field of fields) {
    const isOwn = group.order.has(field.tag);
    const begins = field.tag === group.firstTag || (isOwn && had.has(field.tag));
    if (entries.length === 0 || begins) {
      entries.push([]);
      had = new Set();
    }
    if (isOwn) had.add(field.tag);
    entries.at(-1)?.push(field);
  }
  return entries;
}

/** Without a dictionary no field is data, which may hold SOH. */
function fieldsIn(text: string, dictionary: Dictionary | null): readonly Field[] {
  const fields: Field[] = [];
  let dataTag = 0;
  let dataLength = 0;
  for (let at = 0; at < text.length; ) {
    const [written = ''] = /^\d*(?==)/.exec(text.slice(at, at + 12)) ?? [];
    const tag = written === '' ? -1 : Number(written);
    const valueAt = written === '' ? at : at + written.length + 1;
    const dataEnd = valueAt + dataLength;
    const isData = tag > 0 && tag === dataTag && (text[dataEnd] ?? SOH) === SOH;
    const found = text.indexOf(SOH, isData ? dataEnd : valueAt);
    const end = found < 0 ? text.length : found;
    const value = text.slice(valueAt, end);
    fields.push({ written, tag, value });
    dataTag = tag > 0 ? (dictionary?.dataOfLength[tag] ?? 0) : 0;
    dataLength = dataTag !== 0 && /^\d{1,9}$/.test(value) ? Number(value) : 0;
    at = end + 1;
  }
  return fields;
}

function placeOf(dictionary: Dictionary, field: Field | undefined): number {
  return field === undefined ? Place.Body : (dictionary.places[field.tag] ?? Place.Body);
}

function valueOf(fields: readonly Field[], tag: number): string | null {
  return fields.find((field) => field.tag === tag)?.value ?? null;
}

const TRAILER = /10=[^\x01]*\x01?$/;

/** Length and sum are worked out again. */
function problemsOf(text: string, fields: readonly Field[]): readonly string[] {
  const problems: string[] = [];
  const bodyAt = /^8=[^\x01]*\x019=[^\x01]*\x01/.exec(text)?.[0].length ?? 0;
  const trailerAt = TRAILER.exec(text)?.index ?? -1;
  if (trailerAt < 0) return ['without CheckSum(10): cut off'];
  const said = valueOf(fields, Tag.BodyLength);
  const length = trailerAt - bodyAt;
  if (said === null || Number(said) !== length) problems.push(`BodyLength(9) should be ${length}`);
  let sum = 0;
  for (let at = 0; at < trailerAt; at += 1) sum = (sum + text.charCodeAt(at)) & 0xff;
  const checkSum = String(sum).padStart(3, '0');
  if (valueOf(fields.slice(-1), Tag.CheckSum) !== checkSum)
    problems.push(`CheckSum(10) should be ${checkSum}`);
  return problems;
}
