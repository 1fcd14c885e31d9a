// A dictionary from a FIX Orchestra file (repository 2016 and 2020): everything by its number, values in code sets.
// Source: FIX Orchestra technical specification, repository schema: fields, code sets, components, groups, messages.

import type { DictionaryData } from '../../../spec/dictionaries/index.ts';
import { type Item, textOf } from './items.ts';
import { type Known, lineOf } from './quickfix-xml.ts';
import type { Place } from './xml.ts';

/** Of several scenarios of one thing this is the one that is meant where none is named. */
const SCENARIO = 'base';
const HEADER = 'StandardHeader';
const TRAILER = 'StandardTrailer';
/** Presence that leaves a member out of the message. */
const ABSENT: ReadonlySet<string> = new Set(['forbidden', 'ignored']);

interface Parts {
  readonly version: string;
  readonly fields: ReadonlySet<number>;
  readonly components: ReadonlyMap<string, Place>;
  readonly groups: ReadonlyMap<string, Place>;
  /** Groups that are being read: one within itself has no end. */
  readonly open: ReadonlySet<string>;
}

/** `root` is the element `repository`. Throws `DictionaryFileError`. */
export function readOrchestra(root: Place, below: Known, version: string): DictionaryData {
  const fields = root.within('fields').filter((one) => one.name === 'field' && isBase(one));
  const codeSets = new Map(
    root
      .within('codeSets')
      .filter(isBase)
      .map((one) => [one.required('name'), one]),
  );
  const components = root.within('components').filter((one) => isBase(one));
  const parts: Parts = {
    version,
    fields: new Set([...below.tags.values(), ...fields.map((field) => field.tag('id'))]),
    components: byID(components),
    groups: byID(root.within('groups').filter((one) => isBase(one))),
    open: new Set(),
  };
  const named = (name: string) => components.find((one) => one.optional('name') === name);
  const membersOf = (place: Place | undefined) =>
    place === undefined ? '' : textOf(itemsOf(place.children(), parts));
  return {
    beginString: version,
    fields: fields.map((field) => fieldLine(field, codeSets)).join('\n'),
    components: components
      .filter((one) => ![HEADER, TRAILER].includes(one.required('name')))
      .map((one) => `${one.required('name')} ${membersOf(one)}`.trimEnd())
      .join('\n'),
    header: membersOf(named(HEADER)),
    trailer: membersOf(named(TRAILER)),
    messages: root
      .within('messages')
      .filter((one) => one.name === 'message' && isBase(one))
      .map((one) => messageLine(one, parts))
      .join('\n'),
  };
}

function isBase(place: Place): boolean {
  return (place.optional('scenario') ?? SCENARIO) === SCENARIO;
}

function byID(places: readonly Place[]): ReadonlyMap<string, Place> {
  return new Map(places.map((place) => [place.required('id'), place]));
}

/** A field's type is a datatype, or the name of a code set, which has one. */
function fieldLine(field: Place, codeSets: ReadonlyMap<string, Place>): string {
  const type = field.required('type');
  const codeSet = codeSets.get(field.optional('codeSet') ?? type);
  if (codeSet === undefined && type.endsWith('CodeSet'))
    field.fail(`the code set ${type}`, 'one of this file');
  const values = codeSet?.children('code').map((code) => code.required('value')) ?? [];
  const datatype = (codeSet?.required('type') ?? type).toUpperCase();
  return lineOf(field, [`${field.tag('id')}`, field.required('name'), datatype], values);
}

function messageLine(message: Place, parts: Parts): string {
  const msgType = message.required('msgType');
  const category = message.optional('category') === 'Session' ? 'admin' : 'app';
  const members = textOf(itemsOf(message.within('structure'), parts));
  return `${msgType} ${message.required('name')} ${category} ${members}`.trimEnd();
}

function itemsOf(places: readonly Place[], parts: Parts): readonly Item[] {
  return places.flatMap((place) => {
    const presence = place.optional('presence') ?? 'optional';
    const isReference = place.name.endsWith('Ref');
    if (!isReference || ABSENT.has(presence)) return []; // Annotations, rules, the group's counter.
    const required = presence === 'required';
    if (place.name === 'fieldRef') return [fieldItem(place, required, parts)];
    if (place.name === 'groupRef') return [groupItem(place, required, parts)];
    if (place.name !== 'componentRef')
      return place.fail(`<${place.name}>`, '<fieldRef>, <groupRef> or <componentRef>');
    const component = parts.components.get(place.required('id'));
    if (component === undefined) return place.fail('no such component', 'one of this file');
    const name = component.required('name');
    return name === HEADER || name === TRAILER ? [] : [{ key: `@${name}`, required, entry: null }];
  });
}

function fieldItem(place: Place, required: boolean, parts: Parts): Item {
  const tag = place.tag('id');
  if (!parts.fields.has(tag))
    place.fail(`the field ${tag}`, `one of this file or of ${parts.version}`);
  return { key: `${tag}`, required, entry: null };
}

function groupItem(place: Place, required: boolean, parts: Parts): Item {
  const id = place.required('id');
  const group = parts.groups.get(id);
  if (group === undefined) return place.fail('no such group', 'one of this file');
  if (parts.open.has(id)) return place.fail('the group within itself', 'groups that have an end');
  const [counter] = group.children('numInGroup');
  if (counter === undefined) return group.fail('no <numInGroup>', 'the counter of the group');
  const entry = itemsOf(group.children(), { ...parts, open: new Set([...parts.open, id]) });
  if (entry.length === 0) group.fail('a group without fields', 'the field that begins each entry');
  return { key: `${counter.tag('id')}`, required, entry };
}
