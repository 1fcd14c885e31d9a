// An XML file as a tree of elements, each with its line.

import { SaxesParser } from 'saxes';

/** Names without their namespace's prefix. */
export interface Element {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly Element[];
  /** From 1. */
  readonly line: number;
}

/** What is wrong with a dictionary's file, where, and what was expected there. */
export class DictionaryFileError extends Error {
  constructor(place: string, found: string, expected: string) {
    super(`${place}: found ${found}, expected ${expected}`);
    this.name = 'DictionaryFileError';
  }
}

/** The root element. Throws `DictionaryFileError` where the text is no XML. */
export function readXml(file: string, text: string): Element {
  const parser = new SaxesParser();
  const root: Element[] = [];
  const open: Element[][] = [root];
  parser.on('error', (error) => {
    const what = error.message.replace(/^\d+:\d+: /, '').replace(/\.$/, '');
    throw new DictionaryFileError(`${file}:${parser.line}`, what, 'well-formed XML');
  });
  parser.on('opentag', ({ name, attributes }) => {
    const children: Element[] = [];
    const known = new Map(Object.entries(attributes));
    open.at(-1)?.push({ name: localName(name), attributes: known, children, line: parser.line });
    open.push(children);
  });
  parser.on('closetag', () => void open.pop());
  parser.write(text).close();
  const [first] = root;
  if (first === undefined) throw new DictionaryFileError(`${file}:1`, 'no element', 'a dictionary');
  return first;
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

/** An element of a file: what it is asked for and does not have is an error at its line. */
export class Place {
  readonly file: string;
  readonly element: Element;

  constructor(file: string, element: Element) {
    this.file = file;
    this.element = element;
  }

  get name(): string {
    return this.element.name;
  }

  /** The children, or those of one name. */
  children(name?: string): readonly Place[] {
    const { children } = this.element;
    const chosen = name === undefined ? children : children.filter((one) => one.name === name);
    return chosen.map((child) => new Place(this.file, child));
  }

  /** The children of all children of this name: `fields` of one file may stand in several parts. */
  within(name: string): readonly Place[] {
    return this.children(name).flatMap((part) => part.children());
  }

  optional(attribute: string): string | null {
    return this.element.attributes.get(attribute) ?? null;
  }

  required(attribute: string): string {
    const value = this.optional(attribute);
    if (value === null || value === '') this.fail(`no ${attribute}`, `the attribute ${attribute}`);
    return value;
  }

  /** A tag: a whole number from 1, of at most 9 digits. */
  tag(attribute: string): number {
    const value = this.required(attribute);
    if (!/^[1-9]\d{0,8}$/.test(value))
      this.fail(`${attribute}="${value}"`, 'a tag, a whole number from 1');
    return Number(value);
  }

  fail(found: string, expected: string): never {
    const { name, line, attributes } = this.element;
    const label = attributes.get('name') ?? attributes.get('id') ?? attributes.get('number');
    const shown = label === undefined ? `<${name}>` : `<${name} ${label}>`;
    throw new DictionaryFileError(`${this.file}:${line} ${shown}`, found, expected);
  }
}
