// A dictionary in the XML form of QuickFIX: names in messages, their numbers in `fields`.

import type { DictionaryData } from '../../../spec/dictionaries/index.ts';
import { type Item, textOf } from './items.ts';
import type { Place } from './xml.ts';

/** What the dictionary below knows by name: a custom one names its fields and components without defining them. */
export interface Known {
  readonly tags: ReadonlyMap<string, number>;
  readonly components: ReadonlySet<string>;
}

interface Names extends Known {
  readonly version: string;
}

/** `root` is the element `fix`. Throws `DictionaryFileError`. */
export function readQuickFixXml(root: Place, below: Known, version: string): DictionaryData {
  const fields = root.within('fields');
  const components = root.within('components');
  const names: Names = {
    version,
    tags: new Map([
      ...below.tags,
      ...fields.map((field) => [field.required('name'), field.tag('number')] as const),
    ]),
    components: new Set([
      ...below.components,
      ...components.map((component) => component.required('name')),
    ]),
  };
  const line = (place: Place, words: readonly string[]) =>
    [...words, textOf(itemsOf(place.children(), names))].join(' ').trimEnd();
  return {
    beginString: version,
    fields: fields.map(fieldLine).join('\n'),
    components: components.map((one) => line(one, [one.required('name')])).join('\n'),
    header: textOf(itemsOf(root.within('header'), names)),
    trailer: textOf(itemsOf(root.within('trailer'), names)),
    messages: root
      .within('messages')
      .map((one) => line(one, [one.required('msgtype'), one.required('name'), category(one)]))
      .join('\n'),
  };
}

function fieldLine(field: Place): string {
  const values = field.children('value').map((value) => value.required('enum'));
  return lineOf(
    field,
    [`${field.tag('number')}`, field.required('name'), field.required('type')],
    values,
  );
}

/** A value with a space ("ISO Country Code") names an open set in words: then any value goes. */
export function lineOf(field: Place, words: readonly string[], values: readonly string[]): string {
  for (const word of words)
    if (/\s/.test(word)) field.fail(`"${word}"`, 'a name and a type without spaces');
  const isOpen = values.some((value) => /\s/.test(value));
  return [...words, ...(isOpen ? [] : values)].join(' ');
}

function category(message: Place): string {
  const given = message.optional('msgcat') ?? 'app';
  if (given !== 'app' && given !== 'admin') message.fail(`msgcat="${given}"`, 'app or admin');
  return given;
}

function itemsOf(places: readonly Place[], names: Names): readonly Item[] {
  return places.map((place) => {
    const name = place.required('name');
    const required = place.optional('required') === 'Y';
    if (place.name === 'component') {
      if (!names.components.has(name))
        place.fail(`the component ${name}`, `one of this file or of ${names.version}`);
      return { key: `@${name}`, required, entry: null };
    }
    const tag = names.tags.get(name);
    if (tag === undefined)
      place.fail(`the field ${name}`, `one of this file or of ${names.version}`);
    if (place.name === 'field') return { key: `${tag}`, required, entry: null };
    if (place.name !== 'group') place.fail(`<${place.name}>`, '<field>, <group> or <component>');
    const entry = itemsOf(place.children(), names);
    if (entry.length === 0)
      place.fail('a group without fields', 'the field that begins each entry');
    return { key: `${tag}`, required, entry };
  });
}
